#include "analysis/CallBuilder.h"

#include "analysis/CallMarks.h"
#include "analysis/CallWork.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace hallway {

namespace {

std::vector<bool> usedResources(const CallInput::Columns& input) {
    std::vector<bool> used(input.resources->size(), false);
    for (const RawSpan& span : input.spans)
        used[span.resource.index()] = true;
    return used;
}

/// Breadth first over all trees; without recursion, so any depth will do.
std::vector<std::uint32_t> orderParentsFirst(const SpanTable& spans) {
    const std::size_t count = spans.size();
    std::vector<std::uint32_t> firstChild(count + 2, 0), children(count), order;
    for (const SpanRow parent : spans.parent)
        if (parent.valid()) ++firstChild[parent.index() + 2];
    std::partial_sum(firstChild.begin(), firstChild.end(), firstChild.begin());
    order.reserve(count);
    for (std::uint32_t row = 0; row < count; ++row) {
        const SpanRow parent = spans.parent[row];
        if (parent.valid())
            children[firstChild[parent.index() + 1]++] = row;
        else
            order.push_back(row);
    }
    for (std::size_t next = 0; next < order.size(); ++next)
        for (std::uint32_t i = firstChild[order[next]]; i < firstChild[order[next] + 1]; ++i)
            order.push_back(children[i]);
    return order;
}

/// Rule 25: marks entries and gives each span the entry whose local tree it stands in.
std::vector<SpanRow> findEntries(CallWork& work) {
    std::vector<SpanRow> entryOf(work.spans().size());
    for (const std::uint32_t index : work.parentsFirst) {
        const SpanRow row(index), parent = work.parent(row);
        const SpanRole& role = work.role(row);
        // A SERVER under a span of its own service is one only as a crossing.
        const bool isCalled = role.calledByLink || role.calledFromOutside;
        const bool isEntry =
            !parent.valid() || role.crossing || (isCalled && work.spans().kind(row) != SpanKind::Server);
        work.resolved.table.flags[index].set(SpanFlag::Entry, isEntry);
        entryOf[index] = isEntry ? row : entryOf[parent.index()];
    }
    return entryOf;
}

Timestamp timeOf(const CallDraft& call, const SpanTable& spans) { // rule 32
    return spans.start[(call.has(CallFlag::ClientSide) ? call.client : call.server).index()];
}

class CallTableWriter {
public:
    CallTableWriter(CallWork& work, const std::vector<SpanRow>& entryOf) : m_work(work), m_entryOf(entryOf) {}

    CallTable write() {
        NodeDirectory::Finished nodes = m_work.nodes.finish();
        m_table.nodes = std::move(nodes.nodes);
        for (NodeId& node : m_work.resolved.table.node)
            node = nodes.renumbered[node.index()];
        for (CallDraft& call : m_work.drafts) {
            call.caller = nodes.renumbered[call.caller.index()];
            call.callee = nodes.renumbered[call.callee.index()];
        }
        for (const std::uint32_t index : sortedDrafts())
            add(m_work.drafts[index]);
        return std::move(m_table);
    }

private:
    /// Rank of each node's label among all labels: comparing ranks compares texts.
    [[nodiscard]] std::vector<std::uint32_t> labelRanks() const {
        std::vector<std::uint32_t> order(m_table.nodes.size()), ranks(order.size());
        std::iota(order.begin(), order.end(), 0u);
        std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_table.nodes[a].label != m_table.nodes[b].label
                       ? m_table.nodes[a].label < m_table.nodes[b].label
                       : a < b;
        });
        for (std::uint32_t rank = 0; rank < order.size(); ++rank)
            ranks[order[rank]] = rank;
        return ranks;
    }

    [[nodiscard]] std::vector<std::uint32_t> sortedDrafts() const {
        const std::vector<std::uint32_t> ranks = labelRanks();
        struct Key {
            std::uint32_t caller, callee;
            std::string_view callClass;
            Timestamp time;
            SpanRow client, server;
            std::uint32_t index;
            auto operator<=>(const Key&) const = default;
        };
        std::vector<Key> keys;
        keys.reserve(m_work.drafts.size());
        for (std::uint32_t i = 0; i < m_work.drafts.size(); ++i) {
            const CallDraft& call = m_work.drafts[i];
            keys.push_back({ranks[call.caller.index()], ranks[call.callee.index()], wordOf(call.callClass),
                            timeOf(call, m_work.spans()), call.client, call.server, i});
        }
        std::sort(keys.begin(), keys.end());
        std::vector<std::uint32_t> order;
        order.reserve(keys.size());
        for (const Key& key : keys)
            order.push_back(key.index);
        return order;
    }

    void add(CallDraft& call) {
        const CallRow row(m_table.size());
        if (m_table.edges.empty() || m_table.edges.back().caller != call.caller ||
            m_table.edges.back().callee != call.callee || m_table.edges.back().callClass != call.callClass)
            m_table.edges.push_back({call.caller, call.callee, call.callClass, row.value(), 0});
        ++m_table.edges.back().callCount;
        const Delivery delivery = deliveryOf(call, m_work.spans());
        if (delivery.time) {
            call.set(CallFlag::HasDelivery);
            m_table.delivery.emplace_back(row, *delivery.time);
        }
        if (delivery.skewed) call.set(CallFlag::DeliverySkewed);
        m_table.client.push_back(call.client);
        m_table.server.push_back(call.server);
        m_table.entry.push_back(call.leaving.valid() ? m_entryOf[call.leaving.index()] : SpanRow());
        m_table.time.push_back(timeOf(call, m_work.spans()));
        m_table.flags.push_back(
            static_cast<std::uint16_t>(call.flags | (static_cast<unsigned>(call.failure) << 12)));
    }

    CallWork& m_work;
    const std::vector<SpanRow>& m_entryOf;
    CallTable m_table;
};

} // namespace

Result<BuiltCalls> buildCalls(CallInput input, const CancelToken& cancel) {
    const CallInput::Columns& columns = input.columns();
    NodeDirectory nodes(*columns.resources, usedResources(columns), *columns.strings);
    auto resolved = resolveTraces(columns, nodes, cancel);
    if (!resolved) return fail(resolved.error());

    CallWork work{columns, nodes, *resolved, orderParentsFirst(resolved->table), {}, {}, {}};
    work.roles.resize(resolved->table.size());
    for (const auto addCalls : {addCrossingCalls, addLinkCalls, addCallsFromOutside, addPeerCalls}) {
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
        addCalls(work);
    }
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    const std::vector<SpanRow> entryOf = findEntries(work);
    markFailures(work);
    markOrigins(work, entryOf);
    markRetries(work);
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);

    BuiltCalls built;
    built.calls = CallTableWriter(work, entryOf).write();
    built.spans = std::move(resolved->table);
    built.duplicates = std::move(resolved->duplicates);
    built.selfParents = std::move(resolved->selfParents);
    built.cycles = std::move(resolved->cycles);
    built.idCollisions = std::move(resolved->idCollisions);
    return built;
}

} // namespace hallway
