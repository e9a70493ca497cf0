#include "analysis/TraceWork.h"

#include "base/Hash.h"

#include <algorithm>
#include <bit>

namespace hallway {

std::uint32_t TraceWork::resolve(std::span<const StoreRow> members, std::uint32_t firstRow) {
    m_locals.clear();
    m_groups.clear();
    for (const StoreRow row : members) {
        const std::size_t raw = row.index();
        m_locals.push_back({m_input.start[raw], m_input.spanId(raw), row.value()});
        m_locals.back().flags = m_input.flags[raw];
    }
    placeRows();
    if (!indexIds()) {
        std::vector<RawIndex> raws;
        for (const Local& local : m_locals)
            raws.push_back(local.raw);
        sortByContent(raws);
        groupById(raws);
        placeRows();
        for (std::uint32_t index = 0; index < m_locals.size(); ++index)
            if (const Local& local = m_locals[index]; local.group != none)
                m_holders[m_groups[local.group].first + local.holder] = index;
        (void)indexIds();
    }
    findParents();
    breakCycles();
    write(firstRow);
    return static_cast<std::uint32_t>(m_locals.size());
}

/// Rows in the order of SpanTable: start, then id as text. Afterwards local index = row − first row.
void TraceWork::placeRows() {
    const auto before = [this](const Local& a, const Local& b) {
        if (a.start != b.start) return a.start < b.start;
        return compareAsText(a.id, b.id, *m_input.strings) < 0;
    };
    if (!std::is_sorted(m_locals.begin(), m_locals.end(), before))
        std::sort(m_locals.begin(), m_locals.end(), before);
}

std::size_t TraceWork::slotOf(SpanId id) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = combineHash(id.value, id.opaque ? 1 : 0) & mask;
    while (m_slots[slot] != none && idInFile(m_locals[m_slots[slot]]) != id)
        slot = (slot + 1) & mask;
    return slot;
}

/// False if an id is met again that is not known to be shared.
bool TraceWork::indexIds() {
    m_slots.assign(std::bit_ceil(m_locals.size() * 2), none);
    for (std::uint32_t index = 0; index < m_locals.size(); ++index) {
        const Local& local = m_locals[index];
        const std::size_t slot = slotOf(idInFile(local));
        if (m_slots[slot] == none)
            m_slots[slot] = index;
        else if (local.group == none)
            return false;
    }
    return true;
}

void TraceWork::findParents() {
    for (Local& local : m_locals) {
        const SpanId parent = m_input.parentId(local.raw);
        if (local.isSharedServer) {
            local.parent = clientFor(m_groups[local.group], nodeOf(local.raw));
        } else if (parent.isZero()) {
            continue;
        } else if (parent == idInFile(local)) {
            local.flags.set(SpanFlag::SelfParent);
            m_findings.selfParents.push_back(StoreRow(local.raw));
        } else if (const std::uint32_t first = m_slots[slotOf(parent)]; first != none) {
            const std::uint32_t group = m_locals[first].group;
            local.parent = group == none ? first : holderFor(m_groups[group], nodeOf(local.raw));
        } else {
            local.flags.set(SpanFlag::Orphan);
        }
    }
}

/// Rule 4: a cycle is cut at its span of least start, then least id: rows are in that order already.
void TraceWork::breakCycles() {
    bool childrenFollow = true;
    for (std::uint32_t index = 0; index < m_locals.size(); ++index)
        childrenFollow = childrenFollow && (m_locals[index].parent == none || m_locals[index].parent < index);
    if (childrenFollow) return;

    std::vector<std::uint32_t> walk(m_locals.size(), none); // the walk that first came by
    for (std::uint32_t start = 0; start < m_locals.size(); ++start) {
        std::uint32_t at = start;
        while (at != none && walk[at] == none) {
            walk[at] = start;
            at = m_locals[at].parent;
        }
        if (at == none || walk[at] != start) continue;
        std::uint32_t least = at;
        for (std::uint32_t next = m_locals[at].parent; next != at; next = m_locals[next].parent)
            least = std::min(least, next);
        m_locals[least].parent = none;
        m_locals[least].flags.set(SpanFlag::CycleBroken);
        m_findings.cycles.push_back(StoreRow(m_locals[least].raw));
    }
}

void TraceWork::write(std::uint32_t firstRow) {
    std::uint32_t row = firstRow;
    for (const Local& local : m_locals) {
        m_table.id[row] = local.id.value;
        m_table.parent[row] = local.parent == none ? SpanRow() : SpanRow(firstRow + local.parent);
        m_table.storeRow[row] = StoreRow(local.raw);
        m_table.flags[row] = local.flags;
        if (local.group != none && local.id != m_groups[local.group].id)
            m_findings.renamed.emplace_back(SpanRow(row), m_groups[local.group].id);
        ++row;
    }
}

} // namespace hallway
