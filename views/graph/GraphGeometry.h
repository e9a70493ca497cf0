// The geometry of the graph: sizes asked of the layout, the map from layout to screen, what lies under the
// pointer and where the arrow keys lead. Pure: no widget, no painter.
#pragma once

#include "graph/GraphScene.h"

#include <variant>

namespace hallway {

/// Room and labels: the window packs closely and keeps room for short labels, pictures are generous.
enum class GraphPurpose { Screen, Picture };

/// Of the card of a node, px: height 40, width from its texts in steps of 8, 96 … 240 (all times
/// fonts.scale).
[[nodiscard]] QSizeF cardSize(const GraphNode& node, std::uint64_t outgoing, LabelMeasure measure,
                              const Fonts& fonts, const GraphStage& stage = {});
/// Of the plate around a label, with its mark if the edge hurts.
[[nodiscard]] QSizeF plateSize(const Figures& label, Health health, const Fonts& fonts);

/// Nodes and edges in the order of `visible`. Only failing edges whose failures start there keep room for a
/// label, so the picture does not move when labels change (look.md 5.5).
[[nodiscard]] LayoutRequest layoutRequestOf(const ServiceGraph& graph, const VisibleGraph& visible,
                                            LabelMeasure measure, const Fonts& fonts, GraphPurpose purpose,
                                            const GraphStage& stage = {});

/// Where the name of a node stands at far zoom: under its card (screen px) or, at the lower border of `area`,
/// over it.
[[nodiscard]] QRectF farNamePlace(const SceneNode& node, const QRectF& card, const QRectF& area,
                                  const Fonts& fonts);

enum class ZoomForm { Far, Middle, Near };
[[nodiscard]] constexpr ZoomForm zoomFormOf(double zoom) {
    return zoom >= 0.9 ? ZoomForm::Near : zoom >= 0.5 ? ZoomForm::Middle : ZoomForm::Far;
}

/// screen = origin + scene · zoom.
struct GraphViewport {
    static constexpr double leastZoom = 0.05, mostZoom = 4;

    double zoom = 1;
    QPointF origin;
    bool operator==(const GraphViewport&) const = default;

    [[nodiscard]] QPointF toScreen(QPointF scene) const { return origin + scene * zoom; }
    [[nodiscard]] QPointF toScreen(LayoutPoint scene) const { return toScreen(QPointF(scene.x, scene.y)); }
    [[nodiscard]] QRectF toScreen(const QRectF& scene) const {
        return {toScreen(scene.topLeft()), scene.size() * zoom};
    }
    [[nodiscard]] QPointF toScene(QPointF screen) const { return (screen - origin) / zoom; }
    /// What is under `screen` stays there; the zoom stays within its bounds.
    [[nodiscard]] GraphViewport zoomedAt(QPointF screen, double factor) const;
    [[nodiscard]] GraphViewport movedBy(QPointF delta) const { return {zoom, origin + delta}; }
};

/// `part` of the scene centred in `area` with 14 px around, never larger than `mostZoom`.
[[nodiscard]] GraphViewport fitted(const QRectF& part, const QRectF& area, double mostZoom = 1);
/// The middle of the way from one viewport to another: 0 = from, 1 = to. What lies in the middle moves
/// straight.
[[nodiscard]] GraphViewport between(const GraphViewport& from, const GraphViewport& to, double progress);

/// Of a box on screen, within its frame: what is clicked to collapse it.
[[nodiscard]] QRectF titlePlace(const SceneBox& box, const GraphViewport& view, const Fonts& fonts);
/// The innermost box whose title lies there; index into GraphScene::boxes.
[[nodiscard]] std::optional<std::uint32_t> boxTitleAt(const GraphScene& scene, const GraphViewport& view,
                                                      QPointF screen, const Fonts& fonts);

struct NodeHit {
    std::uint32_t node; ///< index into GraphScene::nodes
    bool operator==(const NodeHit&) const = default;
};
struct EdgeHit {
    std::uint32_t edge; ///< index into GraphScene::edges
    bool operator==(const EdgeHit&) const = default;
};
/// What is under the pointer, hovered or selected: nothing, a node or an edge.
using GraphHit = std::variant<std::monostate, NodeHit, EdgeHit>;

/// Nodes before edges; an edge within 6 px of `screen`, the nearest one. Labels are the caller's.
[[nodiscard]] GraphHit hitTest(const GraphScene& scene, const GraphViewport& view, QPointF screen);

enum class Direction { Left, Right, Up, Down };

/// Where an arrow key leads from a node: in the direction of the graph and against it along its edges to
/// callees and callers (or else to whatever lies there), across it to the next card. Nothing if there is
/// nothing.
[[nodiscard]] std::optional<std::uint32_t> neighbour(const GraphScene& scene, std::uint32_t node,
                                                     Direction direction);

/// What a hit means: the node's card with its neighbours, or the edge with its ends; for framing.
[[nodiscard]] QRectF frameOf(const GraphScene& scene, const GraphHit& hit);

/// Which nodes and edges stay bright while `hit` is hovered: it and its neighbourhood. Empty vectors: all do.
struct Neighbourhood {
    std::vector<bool> nodes, edges;
    [[nodiscard]] bool dimsNode(std::size_t node) const { return !nodes.empty() && !nodes[node]; }
    [[nodiscard]] bool dimsEdge(std::size_t edge) const { return !edges.empty() && !edges[edge]; }
};
[[nodiscard]] Neighbourhood neighbourhoodOf(const GraphScene& scene, const GraphHit& hit);

} // namespace hallway
