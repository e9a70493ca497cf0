#include "analysis/ServiceGraph.h"

#include "analysis/EdgeFigures.h"

#include <algorithm>
#include <numeric>

namespace hallway {

namespace {

/// Entries in range, by node, with the calls that leave each of them.
struct Entries {
    std::vector<std::vector<SpanRow>> byNode;
    std::vector<std::uint32_t> callsLeaving; ///< by row; meaningful for entries in range
};

Entries entriesIn(const SpanTable& spans, const CallTable& calls, const TimeRange& range) {
    Entries entries{std::vector<std::vector<SpanRow>>(calls.nodes.size()),
                    std::vector<std::uint32_t>(spans.size(), 0)};
    for (std::uint32_t row = 0; row < spans.size(); ++row)
        if (spans.flags[row].has(SpanFlag::Entry) && range.contains(spans.start[row]))
            entries.byNode[spans.node[row].index()].push_back(SpanRow(row));
    for (std::size_t call = 0; call < calls.size(); ++call)
        if (calls.entry[call].valid() && range.contains(calls.time[call]))
            ++entries.callsLeaving[calls.entry[call].index()];
    return entries;
}

NodeFanOut fanOutOf(const std::vector<SpanRow>& entries, const std::vector<std::uint32_t>& callsLeaving) {
    std::vector<std::uint32_t> counts;
    counts.reserve(entries.size());
    for (const SpanRow entry : entries)
        counts.push_back(callsLeaving[entry.index()]);
    std::sort(counts.begin(), counts.end());
    const auto total = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    return {static_cast<double>(total) / static_cast<double>(counts.size()),
            counts[nearestRank(counts.size(), 50'000)], counts[nearestRank(counts.size(), 95'000)],
            counts.back()};
}

void describeService(GraphNode& node, const std::vector<SpanRow>& entries, const Entries& all,
                     const SpanTable& spans) {
    node.entries = entries.size();
    node.failed =
        static_cast<std::uint64_t>(std::count_if(entries.begin(), entries.end(), [&](SpanRow entry) {
            return spans.flags[entry.index()].has(SpanFlag::Failed);
        }));
    std::vector<Duration> durations;
    for (const SpanRow entry : entries)
        if (spans.hasDuration(entry)) durations.push_back(spans.duration(entry));
    node.latency = distributionOf(durations);
    if (!entries.empty()) node.fanOut = fanOutOf(entries, all.callsLeaving);
}

} // namespace

ServiceGraph deriveGraph(const SpanTable& spans, const CallTable& calls, const TimeRange& range) {
    const Entries entries = entriesIn(spans, calls, range);
    ServiceGraph graph;
    graph.nodes.reserve(calls.nodes.size());
    for (std::size_t index = 0; index < calls.nodes.size(); ++index) {
        GraphNode node;
        node.id = NodeId(index);
        node.node = calls.nodes[index];
        if (node.node.kind == NodeKind::Service) describeService(node, entries.byNode[index], entries, spans);
        graph.nodes.push_back(std::move(node));
    }
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (range.contains(spans.start[row])) ++graph.nodes[spans.node[row].index()].spans;

    EdgeFigures figures(spans, calls, range);
    graph.edges.reserve(calls.edges.size());
    for (std::size_t index = 0; index < calls.edges.size(); ++index) {
        const NodeId caller = calls.edges[index].caller;
        GraphEdge edge = figures.of(EdgeId(index), entries.byNode[caller.index()].size());
        GraphNode& callee = graph.nodes[edge.callee.index()];
        callee.incomingCalls += edge.calls;
        callee.incomingFailed += edge.failed;
        graph.edges.push_back(std::move(edge));
    }
    return graph;
}

} // namespace hallway
