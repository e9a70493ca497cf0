// Which part of the service graph is drawn, and how much is left out: nothing is hidden silently.
#pragma once

#include "analysis/FigureExpression.h"
#include "analysis/ServiceGraph.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace hallway {

/// Callers and callees of a node, or of an edge's two ends, so many calls away. All edges between what is
/// reached stay, also those between two outer nodes.
struct GraphFocus {
    std::variant<NodeId, EdgeId> on;
    int up = 1;   ///< at least 0: steps to callers, and to theirs …
    int down = 1; ///< at least 0: steps to callees
    bool operator==(const GraphFocus&) const = default;

    [[nodiscard]] std::optional<NodeId> node() const; ///< nothing for an edge
};

/// What an edge must reach to be drawn. A figure that does not exist does not reach anything but 0.
struct EdgeThresholds {
    std::uint64_t calls = 0;
    double failed = 0; ///< share of calls, 0 … 1
    Duration p99{};
    bool operator==(const EdgeThresholds&) const = default;
};

struct GraphFilter {
    EdgeThresholds least;
    std::vector<EdgeId> spared; ///< ascending: shown whatever `least` says
    std::optional<GraphFocus> focus;
    bool withMissingParent = false;       ///< calls.md rule 14: hidden unless asked for
    std::optional<FigureExpression> hide; ///< edges and services it is true of, and the edges of those
    bool operator==(const GraphFilter&) const = default;
};

struct HiddenParts {
    std::size_t edges = 0;
    std::size_t failing = 0; ///< of the edges, the degraded or failing ones
    std::size_t nodes = 0;
    bool operator==(const HiddenParts&) const = default;
};

struct VisibleGraph {
    /// Ascending: the ends of the edges below, the focus, and nodes that have no edge at all. A node that
    /// only hidden edges reach goes with them.
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;   ///< ascending
    HiddenParts weak;            ///< because of `least`, within the focus
    HiddenParts byExpression;    ///< because of `hide`, of what else would be there
    std::size_t outOfFocus = 0;  ///< edges hidden because of the focus
    std::size_t sparedEdges = 0; ///< among `edges`: they do not reach `least`
    std::size_t allNodes = 0;    ///< without focus, `least` and `hide`
    bool operator==(const VisibleGraph&) const = default;

    [[nodiscard]] std::optional<std::size_t> indexOf(NodeId node) const; ///< into nodes
    [[nodiscard]] std::optional<std::size_t> indexOf(EdgeId edge) const; ///< into edges
};

/// Edges without a call are not part of it. To keep the picture still while a time range moves, derive it
/// from the figures of the whole capture and give those of the range to makeScene().
[[nodiscard]] VisibleGraph visibleGraph(const ServiceGraph& graph, const GraphFilter& filter);

/// What each threshold alone would hide of what is drawn without thresholds.
struct ThresholdEffects {
    HiddenParts calls, failed, p99;
};
[[nodiscard]] ThresholdEffects effectsOf(const ServiceGraph& graph, const GraphFilter& filter);

/// What of it has something to tell in `figures` of the same capture: edges with calls, their ends, nodes
/// with requests or spans, and the focus.
[[nodiscard]] VisibleGraph activeIn(const ServiceGraph& figures, const VisibleGraph& visible,
                                    std::optional<NodeId> focus);

/// The filter a graph begins with: the least number of calls that leaves no more nodes than a view can name,
/// about 60. Spared are the worst degraded or failing edges, up to 60 of them and 100 nodes in all. Hides
/// nothing of graphs of up to 100 nodes and where no threshold helps.
[[nodiscard]] GraphFilter readableFilter(const ServiceGraph& graph);

/// The weak edge to be spared so that `wanted` appears, of a node its heaviest one. Nothing if it is visible,
/// or hidden for another reason than `least`.
[[nodiscard]] std::optional<EdgeId> edgeToSpare(const ServiceGraph& graph, const GraphFilter& filter,
                                                EdgeId wanted);
[[nodiscard]] std::optional<EdgeId> edgeToSpare(const ServiceGraph& graph, const GraphFilter& filter,
                                                NodeId wanted);

} // namespace hallway
