#include "analysis/VisibleGraph.h"

#include <algorithm>

namespace hallway {

namespace {

template <class Id>
std::optional<std::size_t> find(const std::vector<Id>& sorted, Id id) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), id);
    if (found == sorted.end() || *found != id) return std::nullopt;
    return static_cast<std::size_t>(found - sorted.begin());
}

enum class Way { ToCallers, ToCallees };

/// Marks what lies within `hops` edges of `from` one way, over the edges that could be drawn.
void reach(const ServiceGraph& graph, const std::vector<EdgeId>& edges, NodeId from, int hops, Way way,
           std::vector<bool>& marked) {
    std::vector<bool> reached(graph.nodes.size(), false);
    if (from.index() >= reached.size()) return;
    reached[from.index()] = true;
    for (int hop = 0; hop < hops; ++hop) {
        const std::vector<bool> before = reached;
        for (const EdgeId id : edges) {
            const GraphEdge& edge = graph.edges[id.index()];
            if (way == Way::ToCallees && before[edge.caller.index()]) reached[edge.callee.index()] = true;
            if (way == Way::ToCallers && before[edge.callee.index()]) reached[edge.caller.index()] = true;
        }
        if (before == reached) break;
    }
    for (std::size_t i = 0; i < reached.size(); ++i)
        if (reached[i]) marked[i] = true;
}

std::vector<bool> inFocus(const ServiceGraph& graph, const std::vector<EdgeId>& edges,
                          const std::optional<GraphFocus>& focus) {
    std::vector<bool> marked(graph.nodes.size(), !focus);
    if (!focus) return marked;
    NodeId up, down;
    if (const auto* const edge = std::get_if<EdgeId>(&focus->on)) {
        if (edge->index() >= graph.edges.size()) return marked;
        up = graph.edges[edge->index()].caller;
        down = graph.edges[edge->index()].callee;
    } else {
        up = down = std::get<NodeId>(focus->on);
    }
    reach(graph, edges, up, focus->up, Way::ToCallers, marked);
    reach(graph, edges, down, focus->down, Way::ToCallees, marked);
    return marked;
}

bool reaches(const GraphEdge& edge, const EdgeThresholds& least) {
    if (edge.calls < least.calls) return false;
    if (static_cast<double>(edge.failed) < least.failed * static_cast<double>(edge.calls)) return false;
    return least.p99 <= Duration::zero() || (edge.latency && edge.latency->p99 >= least.p99);
}

void countHidden(HiddenParts& hidden, const GraphEdge& edge) {
    ++hidden.edges;
    if (healthOf(edge.failed, edge.calls) >= Health::Degraded) ++hidden.failing;
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

std::optional<NodeId> GraphFocus::node() const {
    const auto* const held = std::get_if<NodeId>(&on);
    return held ? std::optional(*held) : std::nullopt;
}

namespace {

/// The edges that could be drawn at all.
std::vector<EdgeId> candidatesOf(const ServiceGraph& graph, const GraphFilter& filter) {
    std::vector<EdgeId> candidates;
    for (const GraphEdge& edge : graph.edges) {
        const bool orphaned = edge.fromMissingParent || graph.nodes[edge.caller.index()].node.missingParent;
        if (edge.calls > 0 && (filter.withMissingParent || !orphaned)) candidates.push_back(edge.id);
    }
    return candidates;
}

/// Which nodes some of the edges join.
std::vector<bool> joinedBy(const ServiceGraph& graph, const std::vector<EdgeId>& edges) {
    std::vector<bool> joined(graph.nodes.size(), false);
    for (const EdgeId id : edges) {
        const GraphEdge& edge = graph.edges[id.index()];
        joined[edge.caller.index()] = joined[edge.callee.index()] = true;
    }
    return joined;
}

/// The nodes that stand alone: in no edge, however weak.
bool standsAlone(const GraphNode& node, const std::vector<bool>& touched) {
    return !touched[node.id.index()] && !node.node.missingParent && appears(node);
}

} // namespace

VisibleGraph visibleGraph(const ServiceGraph& graph, const GraphFilter& filter) {
    VisibleGraph visible;
    const std::vector<EdgeId> candidates = candidatesOf(graph, filter);
    const std::vector<bool> near = inFocus(graph, candidates, filter.focus);
    // Invalid where no node is focused on.
    const NodeId root = filter.focus ? filter.focus->node().value_or(NodeId()) : NodeId();

    std::vector<bool> unwanted(graph.nodes.size(), false); // by the expression
    if (filter.hide)
        for (const GraphNode& node : graph.nodes)
            unwanted[node.id.index()] = root != node.id && filter.hide->matches(node);

    std::vector<EdgeId> reaching; // what would be there without `hide`
    std::vector<EdgeId> inner;    // in the focus, however weak
    for (const EdgeId id : candidates) {
        const GraphEdge& edge = graph.edges[id.index()];
        if (!near[edge.caller.index()] || !near[edge.callee.index()]) {
            ++visible.outOfFocus;
            continue;
        }
        inner.push_back(id);
        const bool weak = !reaches(edge, filter.least);
        const bool spared = weak && find(filter.spared, id);
        if (weak && !spared) {
            countHidden(visible.weak, edge);
            continue;
        }
        reaching.push_back(id);
        if (unwanted[edge.caller.index()] || unwanted[edge.callee.index()] ||
            (filter.hide && filter.hide->matches(edge, graph))) {
            countHidden(visible.byExpression, edge);
            continue;
        }
        if (spared) ++visible.sparedEdges;
        visible.edges.push_back(id);
    }

    const std::vector<bool> touchedAtAll = joinedBy(graph, candidates), touched = joinedBy(graph, inner);
    const std::vector<bool> joinedBefore = joinedBy(graph, reaching), joined = joinedBy(graph, visible.edges);
    for (const GraphNode& node : graph.nodes) {
        const std::size_t i = node.id.index();
        const bool alone = standsAlone(node, touchedAtAll);
        if (touchedAtAll[i] || alone) ++visible.allNodes;
        const bool isThere = (alone && !filter.focus) || root == node.id;
        if (!joinedBefore[i] && !isThere) {
            if (touched[i]) ++visible.weak.nodes;
            continue;
        }
        if (joined[i] || (isThere && !unwanted[i]))
            visible.nodes.push_back(node.id);
        else
            ++visible.byExpression.nodes;
    }
    return visible;
}

ThresholdEffects effectsOf(const ServiceGraph& graph, const GraphFilter& filter) {
    const auto effect = [&](const EdgeThresholds& least) {
        GraphFilter alone = filter;
        alone.least = least;
        return visibleGraph(graph, alone).weak;
    };
    return {effect({filter.least.calls, 0, {}}), effect({0, filter.least.failed, {}}),
            effect({0, 0, filter.least.p99})};
}

namespace {

GraphFilter withoutThreshold(GraphFilter filter) {
    filter.least = {};
    return filter;
}

std::uint64_t readableMinCalls(const ServiceGraph& graph) {
    const auto nodesFrom = [&graph](std::uint64_t calls) {
        GraphFilter filter;
        filter.least.calls = calls;
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
    filter.least.calls = minCalls;
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
