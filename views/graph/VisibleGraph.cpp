#include "graph/VisibleGraph.h"

#include <algorithm>

namespace hallway {

namespace {

template <class Id>
std::optional<std::size_t> find(const std::vector<Id>& sorted, Id id) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), id);
    if (found == sorted.end() || *found != id) return std::nullopt;
    return static_cast<std::size_t>(found - sorted.begin());
}

/// Nodes within `hops` edges of `from`, both directions, over the edges that could be drawn.
std::vector<bool> around(const ServiceGraph& graph, const std::vector<EdgeId>& edges, NodeId from, int hops) {
    std::vector<bool> reached(graph.nodes.size(), false);
    if (from.index() >= reached.size()) return reached;
    reached[from.index()] = true;
    for (int hop = 0; hop < hops; ++hop) {
        const std::vector<bool> before = reached;
        for (const EdgeId id : edges) {
            const GraphEdge& edge = graph.edges[id.index()];
            if (before[edge.caller.index()]) reached[edge.callee.index()] = true;
            if (before[edge.callee.index()]) reached[edge.caller.index()] = true;
        }
        if (before == reached) break;
    }
    return reached;
}

/// In the range; a node that only calls others is joined to them anyway.
bool appears(const GraphNode& node) { return node.spans > 0 || node.requests() > 0; }

constexpr std::size_t mostWhole = 100; // nodes
constexpr std::size_t mostNamed = 60;  // nodes, of a graph that is not shown whole
constexpr std::size_t mostSpared = 24; // edges
constexpr std::size_t sparedRoom = 12; // nodes more for their sake, or no name could be read any more

} // namespace

std::optional<std::size_t> VisibleGraph::indexOf(NodeId node) const { return find(nodes, node); }
std::optional<std::size_t> VisibleGraph::indexOf(EdgeId edge) const { return find(edges, edge); }

VisibleGraph visibleGraph(const ServiceGraph& graph, const GraphFilter& filter) {
    VisibleGraph visible;
    std::vector<EdgeId> candidates;
    for (const GraphEdge& edge : graph.edges) {
        const bool orphaned = edge.fromMissingParent || graph.nodes[edge.caller.index()].node.missingParent;
        if (edge.calls > 0 && (filter.withMissingParent || !orphaned)) candidates.push_back(edge.id);
    }

    std::vector<bool> inFocus(graph.nodes.size(), true);
    if (filter.focus) inFocus = around(graph, candidates, *filter.focus, filter.hops);

    std::vector<bool> joined(graph.nodes.size(), false);  // by an edge that is drawn
    std::vector<bool> touched(graph.nodes.size(), false); // by any edge
    for (const EdgeId id : candidates) {
        const GraphEdge& edge = graph.edges[id.index()];
        if (!inFocus[edge.caller.index()] || !inFocus[edge.callee.index()]) {
            ++visible.outOfFocus;
            continue;
        }
        touched[edge.caller.index()] = touched[edge.callee.index()] = true;
        const bool weak = edge.calls < filter.minCalls;
        const bool spared = weak && find(filter.spared, id);
        if (weak && !spared) {
            ++visible.weakEdges;
            if (healthOf(edge.failed, edge.calls) >= Health::Degraded) ++visible.weakFailing;
            continue;
        }
        if (spared) ++visible.sparedEdges;
        visible.edges.push_back(id);
        joined[edge.caller.index()] = joined[edge.callee.index()] = true;
    }
    for (const GraphNode& node : graph.nodes) {
        const std::size_t i = node.id.index();
        const bool alone = !touched[i] && !filter.focus && !node.node.missingParent && appears(node);
        if (joined[i] || alone || filter.focus == node.id) visible.nodes.push_back(node.id);
    }
    return visible;
}

namespace {

GraphFilter withoutThreshold(GraphFilter filter) {
    filter.minCalls = 0;
    return filter;
}

std::uint64_t readableMinCalls(const ServiceGraph& graph) {
    const auto nodesFrom = [&graph](std::uint64_t calls) {
        GraphFilter filter;
        filter.minCalls = calls;
        return visibleGraph(graph, filter).nodes.size();
    };
    if (nodesFrom(0) <= mostWhole) return 0;
    std::vector<std::uint64_t> thresholds;
    for (const GraphEdge& edge : graph.edges)
        thresholds.push_back(edge.calls);
    std::sort(thresholds.begin(), thresholds.end());
    const auto readable =
        std::partition_point(thresholds.begin(), thresholds.end(),
                             [&](std::uint64_t calls) { return nodesFrom(calls) > mostNamed; });
    return readable != thresholds.end() ? *readable : 0;
}

GraphFilter withWorstSpared(const ServiceGraph& graph, std::uint64_t minCalls) {
    GraphFilter filter;
    filter.minCalls = minCalls;
    const VisibleGraph whole = visibleGraph(graph, {});
    const VisibleGraph heavy = visibleGraph(graph, filter);
    std::vector<bool> seen(graph.nodes.size(), false);
    for (const NodeId id : heavy.nodes)
        seen[id.index()] = true;
    std::size_t nodes = heavy.nodes.size();
    for (const EdgeId id : edgesByPain(graph)) {
        const GraphEdge& edge = graph.edges[id.index()];
        if (healthOf(edge.failed, edge.calls) < Health::Degraded || filter.spared.size() == mostSpared) break;
        if (edge.calls >= minCalls || !whole.indexOf(id)) continue;
        for (const NodeId end : {edge.caller, edge.callee}) {
            if (!seen[end.index()]) ++nodes;
            seen[end.index()] = true;
        }
        if (nodes > mostNamed + sparedRoom) break;
        filter.spared.push_back(id);
    }
    std::sort(filter.spared.begin(), filter.spared.end());
    return filter;
}

} // namespace

VisibleGraph activeIn(const ServiceGraph& figures, const VisibleGraph& visible, std::optional<NodeId> focus) {
    VisibleGraph active = visible;
    std::erase_if(active.edges, [&](EdgeId id) { return figures.edges[id.index()].calls == 0; });
    std::vector<bool> joined(figures.nodes.size(), false);
    for (const EdgeId id : active.edges) {
        const GraphEdge& edge = figures.edges[id.index()];
        joined[edge.caller.index()] = joined[edge.callee.index()] = true;
    }
    std::erase_if(active.nodes, [&](NodeId id) {
        return !joined[id.index()] && !appears(figures.nodes[id.index()]) && focus != id;
    });
    return active;
}

GraphFilter readableFilter(const ServiceGraph& graph) {
    const std::uint64_t minCalls = readableMinCalls(graph);
    return minCalls == 0 ? GraphFilter{} : withWorstSpared(graph, minCalls);
}

std::optional<EdgeId> edgeToSpare(const ServiceGraph& graph, const GraphFilter& filter, EdgeId wanted) {
    if (visibleGraph(graph, filter).indexOf(wanted)) return std::nullopt;
    return visibleGraph(graph, withoutThreshold(filter)).indexOf(wanted) ? std::optional(wanted)
                                                                         : std::nullopt;
}

std::optional<EdgeId> edgeToSpare(const ServiceGraph& graph, const GraphFilter& filter, NodeId wanted) {
    if (visibleGraph(graph, filter).indexOf(wanted)) return std::nullopt;
    std::optional<EdgeId> heaviest;
    for (const EdgeId id : visibleGraph(graph, withoutThreshold(filter)).edges) {
        const GraphEdge& edge = graph.edges[id.index()];
        if (edge.caller != wanted && edge.callee != wanted) continue;
        if (!heaviest || edge.calls > graph.edges[heaviest->index()].calls) heaviest = id;
    }
    return heaviest;
}

} // namespace hallway
