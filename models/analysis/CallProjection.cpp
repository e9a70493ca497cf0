#include "analysis/CallProjection.h"

#include "analysis/GroupEntries.h"
#include "analysis/ProjectedNodes.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace hallway {

namespace {

constexpr std::uint16_t bitOf(CallFlag flag) { return static_cast<std::uint16_t>(flag); }
constexpr std::uint16_t failureKindBits = 0xF000;

/// One call of the projection before it is sorted.
struct Row {
    std::uint32_t edge = 0; ///< in order of first appearance
    CallRow source;
    SpanRow client, server, entry;
    Timestamp time;
    std::uint16_t flags = 0;
    bool isDelivered = false;
};

struct Ends {
    NodeId caller, callee;
    CallClass callClass;
    bool operator==(const Ends&) const = default;
};

struct EndsHash {
    std::size_t operator()(const Ends& ends) const noexcept {
        return (std::size_t{ends.caller.value()} << 32 ^ std::size_t{ends.callee.value()} << 3) +
               static_cast<std::size_t>(ends.callClass);
    }
};

class Projector {
public:
    Projector(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
              const ProjectionPlan& plan)
        : m_spans(spans), m_calls(calls), m_plan(plan), m_nodes(spans, calls, strings, plan),
          m_entries(spans, calls, m_nodes) {}

    CallProjection project() {
        m_rows.reserve(m_calls.size());
        for (std::size_t i = 0; i < m_calls.edges.size(); ++i) {
            const Edge& edge = m_calls.edges[i];
            for (std::size_t at = edge.firstCall; at < edge.firstCall + edge.callCount; ++at)
                addCall(EdgeId(i), edge, CallRow(at));
        }
        CallProjection projection;
        std::move(m_nodes).finish(projection);
        projection.entries = m_entries.entries();
        for (const auto& [group, inner] : m_inner) {
            projection.nodes[group.index()].innerCalls = inner.calls;
            projection.nodes[group.index()].innerFailed = inner.failed;
        }
        writeEdges(projection);
        writeCalls(projection);
        return projection;
    }

private:
    struct Inner {
        std::uint64_t calls = 0, failed = 0;
    };

    void addCall(EdgeId id, const Edge& edge, CallRow call) {
        if (m_entries.isInner(call)) {
            Inner& inner = m_inner[m_nodes.groupNode(edge.caller)];
            ++inner.calls;
            inner.failed += m_calls.has(call, CallFlag::Failed);
            return;
        }
        Row row;
        row.source = call;
        row.client = m_calls.client[call.index()];
        row.server = m_calls.server[call.index()];
        const SpanRow recordedEntry = m_calls.entry[call.index()];
        row.entry = m_nodes.groupNode(edge.caller).valid() ? m_entries.of(recordedEntry) : recordedEntry;
        row.time = m_calls.time[call.index()];
        row.flags = m_calls.flags[call.index()];
        row.isDelivered = m_calls.has(call, CallFlag::HasDelivery);
        const NodeId caller = m_nodes.endOf(edge.caller, recordedEntry);
        const NodeId callee = m_nodes.endOf(edge.callee, row.server);
        if (const auto* const queue = queueOf(edge, call))
            addMessage(id, row, caller, callee, m_nodes.destination(*queue));
        else
            add(id, row, {caller, callee, edge.callClass});
    }

    /// The queue between the two services of a message.
    const CallDestinations::Queue* queueOf(const Edge& edge, CallRow call) const {
        if (!m_plan.destinations || edge.callClass != CallClass::Messaging) return nullptr;
        const auto isQueue = [this](NodeId node) {
            return m_calls.nodes[node.index()].kind == NodeKind::Queue;
        };
        const bool hasBoth = m_calls.client[call.index()].valid() && m_calls.server[call.index()].valid();
        const std::uint32_t queue = m_plan.destinations->of[call.index()];
        if (isQueue(edge.caller) || isQueue(edge.callee) || !hasBoth || queue == CallDestinations::none)
            return nullptr;
        return &m_plan.destinations->queues[queue];
    }

    /// Each half with the times and the failure of its own side. What the consumer's side passes on is known
    /// of the whole call; the producer's side has no callee to blame.
    void addMessage(EdgeId id, const Row& whole, NodeId producer, NodeId consumer, NodeId queue) {
        constexpr std::uint16_t kept =
            bitOf(CallFlag::DeliverySkewed) | bitOf(CallFlag::HasDelivery) | bitOf(CallFlag::Retry);
        Row in = whole;
        in.server = SpanRow();
        in.isDelivered = false;
        in.time = m_spans.start[in.client.index()];
        in.flags = bitOf(CallFlag::ClientSide);
        addFailure(in.flags, in.client, whole.flags | bitOf(CallFlag::FailedHere));
        add(id, in, {producer, queue, CallClass::Messaging});

        Row out = whole;
        out.client = SpanRow();
        out.entry = SpanRow();
        out.time = m_spans.start[out.server.index()];
        out.flags = whole.flags & kept;
        addFailure(out.flags, out.server, whole.flags);
        add(id, out, {queue, consumer, CallClass::Messaging});
    }

    void addFailure(std::uint16_t& flags, SpanRow side, int whole) const {
        if (m_spans.status(side) == SpanStatus::Error) flags |= bitOf(CallFlag::StrictFailed);
        if (!m_spans.flags[side.index()].has(SpanFlag::Failed)) return;
        flags |= static_cast<std::uint16_t>(bitOf(CallFlag::Failed) |
                                            (whole & (bitOf(CallFlag::FailedHere) | failureKindBits)));
    }

    void add(EdgeId recorded, Row row, const Ends& ends) {
        if (m_ends.empty() || m_ends[m_last] != ends) {
            const auto [found, isNew] = m_edges.emplace(ends, static_cast<std::uint32_t>(m_ends.size()));
            if (isNew) {
                m_ends.push_back(ends);
                m_sources.emplace_back();
            }
            m_last = found->second;
        }
        std::vector<EdgeId>& sources = m_sources[m_last]; // recorded edges come one after the other
        if (sources.empty() || sources.back() != recorded) sources.push_back(recorded);
        row.edge = m_last;
        m_rows.push_back(row);
    }

    /// Sorted as CallTable wants them; m_rank[edge as first met] is its EdgeId.
    void writeEdges(CallProjection& projection) {
        std::vector<std::uint32_t> order(m_ends.size());
        std::iota(order.begin(), order.end(), 0);
        const auto key = [&](std::uint32_t edge) {
            const Ends& ends = m_ends[edge];
            const std::vector<Node>& nodes = projection.calls.nodes;
            return std::tuple(std::string_view(nodes[ends.caller.index()].label),
                              std::string_view(nodes[ends.callee.index()].label), wordOf(ends.callClass));
        };
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        std::vector<std::uint32_t> rank(order.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            rank[order[i]] = i;
            const Ends& ends = m_ends[order[i]];
            projection.calls.edges.push_back({ends.caller, ends.callee, ends.callClass, 0, 0});
            projection.edgeSources.push_back(std::move(m_sources[order[i]]));
        }
        for (Row& row : m_rows) {
            row.edge = rank[row.edge];
            ++projection.calls.edges[row.edge].callCount;
        }
        std::uint32_t first = 0;
        for (Edge& edge : projection.calls.edges) {
            edge.firstCall = first;
            first += edge.callCount;
        }
    }

    void writeCalls(CallProjection& projection) {
        std::sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
            return std::tie(a.edge, a.time, a.source) < std::tie(b.edge, b.time, b.source);
        });
        CallTable& calls = projection.calls;
        for (const Row& row : m_rows) {
            if (row.isDelivered) {
                calls.delivered.emplace_back(calls.time.size());
                calls.delivery.push_back(m_calls.deliveryOf(row.source).value_or(Duration()));
            }
            calls.client.push_back(row.client);
            calls.server.push_back(row.server);
            calls.entry.push_back(row.entry);
            calls.time.push_back(row.time);
            calls.flags.push_back(row.flags);
            projection.source.push_back(row.source);
        }
    }

    const SpanTable& m_spans;
    const CallTable& m_calls;
    const ProjectionPlan& m_plan;
    ProjectedNodes m_nodes;
    GroupEntries m_entries;
    std::vector<Row> m_rows;
    std::vector<Ends> m_ends;                   ///< by edge as first met
    std::vector<std::vector<EdgeId>> m_sources; ///< likewise
    std::unordered_map<Ends, std::uint32_t, EndsHash> m_edges;
    std::uint32_t m_last = 0;                  ///< edge of the call before: mostly the same
    std::unordered_map<NodeId, Inner> m_inner; ///< by node of the group
};

} // namespace

CallProjection projectCalls(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
                            const ProjectionPlan& plan) {
    return Projector(spans, calls, strings, plan).project();
}

std::optional<EdgeId> CallProjection::edgeOf(EdgeId recorded) const {
    for (std::size_t i = 0; i < edgeSources.size(); ++i)
        if (std::binary_search(edgeSources[i].begin(), edgeSources[i].end(), recorded)) return EdgeId(i);
    return std::nullopt;
}

std::optional<EdgeId> CallProjection::recordedEdgeOf(EdgeId projected) const {
    const std::vector<EdgeId>& sources = edgeSources[projected.index()];
    if (sources.size() != 1) return std::nullopt;
    std::size_t showing = 0;
    for (const std::vector<EdgeId>& others : edgeSources)
        showing += std::binary_search(others.begin(), others.end(), sources.front());
    return showing == 1 ? std::optional(sources.front()) : std::nullopt;
}

NodeBoxes boxesOf(const NodeGroups& groups) {
    NodeBoxes boxes;
    for (std::uint32_t group = 0; group < groups.names.size(); ++group)
        boxes.boxes.push_back({groups.names[group], std::nullopt, group, NodeId()});
    boxes.of = groups.of;
    return boxes;
}

ServiceGraph deriveGraph(const SpanTable& spans, const CallProjection& projection, const Subset& recorded,
                         unsigned threads) {
    Subset subset = recorded;
    if (recorded.chosen) {
        Chosen chosen = *recorded.chosen;
        chosen.calls = CallSet(projection.calls.size());
        for (std::size_t i = 0; i < projection.source.size(); ++i)
            if (recorded.hasCall(projection.source[i])) chosen.calls.insert(CallRow(i));
        subset.chosen = std::make_shared<const Chosen>(std::move(chosen));
    }
    return deriveGraph(spans, projection.calls, subset, threads, {&projection.spanNode, &projection.entries});
}

} // namespace hallway
