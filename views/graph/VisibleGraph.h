// Which part of the service graph is drawn, and how much is left out: nothing is hidden silently.
#pragma once

#include "analysis/ServiceGraph.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

struct GraphFilter {
    std::uint64_t minCalls = 0;     ///< edges with fewer calls are weak: hidden and counted
    std::vector<EdgeId> spared;     ///< ascending: shown however few calls they have
    std::optional<NodeId> focus;    ///< only what lies within `hops` of it, either direction
    int hops = 1;                   ///< at least 0
    bool withMissingParent = false; ///< calls.md rule 14: hidden unless asked for
    bool operator==(const GraphFilter&) const = default;
};

struct VisibleGraph {
    /// Ascending: the ends of the edges below, the focus, and nodes that have no edge at all. A node that
    /// only weak edges reach goes with them.
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;   ///< ascending
    std::size_t weakEdges = 0;   ///< hidden because of minCalls, within the focus
    std::size_t weakFailing = 0; ///< of these, the degraded or failing ones
    std::size_t outOfFocus = 0;  ///< edges hidden because of the focus
    std::size_t sparedEdges = 0; ///< among `edges`: they have fewer calls than minCalls
    bool operator==(const VisibleGraph&) const = default;

    [[nodiscard]] std::optional<std::size_t> indexOf(NodeId node) const; ///< into nodes
    [[nodiscard]] std::optional<std::size_t> indexOf(EdgeId edge) const; ///< into edges
};

/// Edges without a call are not part of it. To keep the picture still while a time range moves, derive it
/// from the figures of the whole capture and give those of the range to makeScene(). In a focus all inner
/// edges stay, also those between two outer nodes.
[[nodiscard]] VisibleGraph visibleGraph(const ServiceGraph& graph, const GraphFilter& filter);

/// What of it has something to tell in `figures` of the same capture: edges with calls, their ends, nodes
/// with requests or spans, and the focus.
[[nodiscard]] VisibleGraph activeIn(const ServiceGraph& figures, const VisibleGraph& visible,
                                    std::optional<NodeId> focus);

/// The filter a graph begins with: the least minCalls that leaves no more nodes than a view can name, about
/// 60. Spared are the worst degraded or failing edges, up to 60 of them and 100 nodes in all. Hides nothing
/// of graphs of up to 100 nodes and where no threshold helps.
[[nodiscard]] GraphFilter readableFilter(const ServiceGraph& graph);

/// The weak edge to be spared so that `wanted` appears, of a node its heaviest one. Nothing if it is visible,
/// or hidden for another reason than minCalls.
[[nodiscard]] std::optional<EdgeId> edgeToSpare(const ServiceGraph& graph, const GraphFilter& filter,
                                                EdgeId wanted);
[[nodiscard]] std::optional<EdgeId> edgeToSpare(const ServiceGraph& graph, const GraphFilter& filter,
                                                NodeId wanted);

} // namespace hallway
