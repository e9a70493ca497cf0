#include "analysis/ServiceGraph.h"

#include "analysis/EdgeFigures.h"
#include "analysis/Parallel.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace hallway {

namespace {

/// Entries of the subset, by node, with the calls that leave each of them.
struct Entries {
    std::vector<std::vector<SpanRow>> byNode;
    std::vector<std::uint32_t> callsLeaving; ///< by row; meaningful for entries of the subset
};

Entries entriesIn(const SpanTable& spans, const CallTable& calls, const Subset& subset,
                  const SpanRoles& roles) {
    const std::vector<NodeId>& node = roles.node ? *roles.node : spans.node;
    const auto isEntry = [&](std::uint32_t row) {
        return roles.entries ? roles.entries->contains(SpanRow(row)) : spans.flags[row].has(SpanFlag::Entry);
    };
    Entries entries{std::vector<std::vector<SpanRow>>(calls.nodes.size()),
                    std::vector<std::uint32_t>(spans.size(), 0)};
    for (std::uint32_t row = 0; row < spans.size(); ++row)
        if (isEntry(row) && subset.range.contains(spans.start[row]) && subset.hasSpan(SpanRow(row)))
            entries.byNode[node[row].index()].push_back(SpanRow(row));
    for (std::size_t call = 0; call < calls.size(); ++call)
        if (calls.entry[call].valid() && subset.range.contains(calls.time[call]) &&
            subset.hasCall(CallRow(call)))
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

ServiceGraph deriveGraph(const SpanTable& spans, const CallTable& calls, const Subset& subset,
                         unsigned threads, const SpanRoles& roles) {
    const Entries entries = entriesIn(spans, calls, subset, roles);
    const std::vector<NodeId>& nodeOf = roles.node ? *roles.node : spans.node;
    ServiceGraph graph;
    graph.nodes.resize(calls.nodes.size());
    graph.edges.resize(calls.edges.size());
    std::atomic<std::size_t> nextEdge{0}, nextNode{0};
    // Each thread keeps a number a span.
    const std::size_t workers = std::min<std::size_t>({threadsFor(threads), 8, 1 + calls.size() / 4096});
    runPieces(workers, threads, [&](std::size_t) {
        EdgeFigures figures(spans, calls, subset);
        for (std::size_t index = nextEdge++; index < graph.edges.size(); index = nextEdge++) {
            const NodeId caller = calls.edges[index].caller;
            graph.edges[index] = figures.of(EdgeId(index), entries.byNode[caller.index()].size());
        }
        for (std::size_t index = nextNode++; index < graph.nodes.size(); index = nextNode++) {
            GraphNode& node = graph.nodes[index];
            node.id = NodeId(index);
            node.node = calls.nodes[index];
            if (node.node.kind == NodeKind::Service)
                describeService(node, entries.byNode[index], entries, spans);
        }
    });
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (subset.range.contains(spans.start[row]) && subset.hasSpan(SpanRow(row)))
            ++graph.nodes[nodeOf[row].index()].spans;
    for (const GraphEdge& edge : graph.edges) {
        graph.nodes[edge.callee.index()].incomingCalls += edge.calls;
        graph.nodes[edge.callee.index()].incomingFailed += edge.failed;
    }
    return graph;
}

} // namespace hallway
