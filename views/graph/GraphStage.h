// What stands behind a drawn graph besides its figures: the projection it is of, its boxes, its direction.
#pragma once

#include "analysis/CallProjection.h"
#include "analysis/VisibleGraph.h"
#include "graph/GraphFigures.h"
#include "layout/GraphLayout.h"

#include <memory>
#include <vector>

namespace hallway {

/// By default the recorded graph without boxes.
struct GraphStage {
    LayoutDirection direction = LayoutDirection::LeftToRight;
    std::shared_ptr<const CallProjection> projection; ///< null: nodes and edges are the recorded ones
    NodeBoxes boxes;
    /// Figures of the recorded graph for the same subset: whose marks and colours projected nodes take. Not
    /// null where there is a projection.
    std::shared_ptr<const ServiceGraph> recorded;
    std::vector<NodeId> placed; ///< ascending: put where they are by hand

    [[nodiscard]] bool isGroup(NodeId node) const {
        return projection && projection->nodes[node.index()].as == ProjectedAs::Group;
    }
};

/// The boxes around visible nodes, as indices into stage.boxes, ascending: a box stands behind the one around
/// it.
[[nodiscard]] std::vector<std::uint32_t> visibleBoxes(const VisibleGraph& visible, const GraphStage& stage);

/// What the card says: an operation leaves out its service, which is written on the box.
[[nodiscard]] QString cardName(const GraphNode& node, const GraphStage& stage);
/// The second line of its card; a group's begins with "12 services".
[[nodiscard]] Figures cardFigures(const GraphNode& node, std::uint64_t outgoing, LabelMeasure measure,
                                  const GraphStage& stage);
/// Of a group the worst of its members, for the failures of one may drown in the calls of the others.
[[nodiscard]] Health cardHealth(const GraphNode& node, const GraphStage& stage);
/// Whose colour the card has: that of a recorded service, also for its operations.
[[nodiscard]] const Node& coloured(const GraphNode& node, const GraphStage& stage);

} // namespace hallway
