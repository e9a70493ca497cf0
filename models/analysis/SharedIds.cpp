// The part of TraceWork for ids that several spans of a trace have.
#include "analysis/TraceWork.h"

#include "base/Hash.h"

#include <algorithm>

namespace hallway {

/// Rule 1: order of "first" and "second", never that of the files. Services are numbered in text order.
std::weak_ordering TraceWork::compareContent(RawIndex a, RawIndex b) const {
    if (m_input.start[a] != m_input.start[b]) return m_input.start[a] <=> m_input.start[b];
    if (m_input.end[a] != m_input.end[b]) return m_input.end[a] <=> m_input.end[b];
    if (m_input.kind(a) != m_input.kind(b)) return m_input.kind(a) <=> m_input.kind(b);
    if (const auto nodes = nodeOf(a) <=> nodeOf(b); nodes != 0) return nodes;
    if (m_input.name[a] == m_input.name[b]) return std::weak_ordering::equivalent;
    return m_input.strings->text(m_input.name[a]) <=> m_input.strings->text(m_input.name[b]);
}

/// Which of exact duplicates stays: most attributes; then by content, so that the file order does not matter.
bool TraceWork::preferred(RawIndex a, RawIndex b) const {
    if (m_input.attributeCount[a] != m_input.attributeCount[b])
        return m_input.attributeCount[a] > m_input.attributeCount[b];
    if (const auto order = compareAsText(m_input.parentId(a), m_input.parentId(b), *m_input.strings);
        order != 0)
        return order > 0;
    const auto statusOf = [this](RawIndex index) { return m_input.kindAndStatus[index] >> 4 & 3; };
    if (statusOf(a) != statusOf(b)) return statusOf(a) > statusOf(b);
    if (m_input.traits[a].failure != m_input.traits[b].failure)
        return m_input.traits[a].failure > m_input.traits[b].failure;
    if (m_input.operation[a] != m_input.operation[b]) return m_input.operation[a] < m_input.operation[b];
    return m_input.flags[a].bits() > m_input.flags[b].bits();
}

void TraceWork::sortByContent(std::vector<RawIndex>& members) const {
    std::sort(members.begin(), members.end(), [this](RawIndex a, RawIndex b) {
        const SpanId left = m_input.spanId(a), right = m_input.spanId(b);
        if (left.opaque != right.opaque) return right.opaque;
        if (left.value != right.value) return left.value < right.value;
        if (const auto order = compareContent(a, b); order != 0) return order < 0;
        if (preferred(a, b) != preferred(b, a)) return preferred(a, b);
        return a < b;
    });
}

/// `members` sorted by content.
void TraceWork::groupById(std::span<const RawIndex> members) {
    m_locals.clear();
    m_holders.clear();
    for (std::size_t at = 0; at < members.size();) {
        const auto number = static_cast<std::uint32_t>(m_groups.size());
        Group group{m_input.spanId(members[at]), static_cast<std::uint32_t>(m_holders.size()), 0, false};
        std::size_t end = at;
        for (; end < members.size() && m_input.spanId(members[end]) == group.id; ++end) {
            if (end > at && compareContent(members[end - 1], members[end]) == 0) {
                m_findings.duplicates.push_back(StoreRow(members[end]));
                continue;
            }
            Local local{m_input.start[members[end]], group.id, members[end]};
            local.group = number;
            local.holder = group.count++;
            local.flags = m_input.flags[members[end]];
            m_holders.push_back(static_cast<std::uint32_t>(m_locals.size()));
            m_locals.push_back(local);
        }
        at = end;
        if (group.count > 1) separate(group);
        m_groups.push_back(group);
    }
}

/// Several different spans under one id: rule 3 if a CLIENT and SERVERs share it, else rule 1.
void TraceWork::separate(Group& group) {
    const std::uint32_t client = firstHolder(group, SpanKind::Client);
    group.clientCalls = client != none && firstHolder(group, SpanKind::Server) != none;
    const std::uint32_t keeper = group.clientCalls ? client : m_holders[group.first];
    for (std::uint32_t i = 0; i < group.count; ++i) {
        const std::uint32_t index = m_holders[group.first + i];
        if (index == keeper) continue;
        Local& local = m_locals[index];
        local.isSharedServer = group.clientCalls && m_input.kind(local.raw) == SpanKind::Server;
        local.id = syntheticId(local.raw);
        local.flags.set(SpanFlag::SyntheticId);
        if (!local.isSharedServer) m_findings.idCollisions.push_back(StoreRow(local.raw));
    }
}

SpanId TraceWork::syntheticId(RawIndex index) const {
    const Node& node = m_nodes.service(nodeOf(index));
    std::uint64_t hash = hashOf(textOf(m_input.spanId(index), *m_input.strings));
    for (const std::uint64_t part : {static_cast<std::uint64_t>(nanosecondsOf(m_input.start[index])),
                                     static_cast<std::uint64_t>(nanosecondsOf(m_input.end[index])),
                                     static_cast<std::uint64_t>(m_input.kind(index)), hashOf(node.nameSpace),
                                     hashOf(node.name), hashOf(m_input.strings->text(m_input.name[index]))})
        hash = combineHash(hash, part);
    return {hash == 0 ? 1 : hash, false};
}

/// The first span of a shared id, in rule 1's order, of this kind and, if given, of this service.
std::uint32_t TraceWork::firstHolder(const Group& group, std::optional<SpanKind> kind, NodeId service) const {
    for (std::uint32_t i = 0; i < group.count; ++i) {
        const std::uint32_t local = m_holders[group.first + i];
        if (kind && m_input.kind(m_locals[local].raw) != *kind) continue;
        if (!service.valid() || nodeOf(m_locals[local].raw) == service) return local;
    }
    return none;
}

/// The span of a shared id that a child belongs to.
std::uint32_t TraceWork::holderFor(const Group& group, NodeId child) const {
    if (group.count == 1) return m_holders[group.first];
    const std::uint32_t own = firstHolder(group, {}, child);
    if (!group.clientCalls) return own != none ? own : m_holders[group.first];
    for (const SpanKind kind : {SpanKind::Server, SpanKind::Client})
        if (const std::uint32_t holder = firstHolder(group, kind, child); holder != none) return holder;
    return own != none ? own : firstHolder(group, SpanKind::Server);
}

/// Rule 3: the client a server of the same id hangs on; its own service's first, where a service calls
/// itself.
std::uint32_t TraceWork::clientFor(const Group& group, NodeId server) const {
    const std::uint32_t own = firstHolder(group, SpanKind::Client, server);
    return own != none ? own : firstHolder(group, SpanKind::Client);
}

} // namespace hallway
