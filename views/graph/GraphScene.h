// Everything a picture of the graph is made of, ready to be drawn: one immutable value shared by painter,
// labels, hit testing and export. Lengths are px of the layout, at zoom 1.
#pragma once

#include "analysis/VisibleGraph.h"
#include "graph/GraphStage.h"
#include "layout/GraphLayout.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace hallway {

struct SceneNode {
    NodeId id;
    NodeKind kind = NodeKind::Service;
    QString name; ///< safe to show
    Figures figures;
    QRectF card;
    Health health = Health::Ok;
    std::uint64_t requests = 0; ///< few: the mark is hollow
    std::size_t colorIndex = 0; ///< of Theme::services
    bool unknown = false;       ///< (no service) or (missing parent)
    bool silent = false;        ///< nothing happened here in the range: dimmed, without figures
    bool isGroup = false;       ///< a collapsed one: a stack of cards
    bool isPlaced = false;      ///< by hand: it stays there
};

/// A frame around nodes, drawn under everything.
struct SceneBox {
    std::uint32_t box = 0; ///< index into GraphStage::boxes
    QString title;         ///< safe to show
    QRectF frame;
    std::optional<std::size_t> colorIndex; ///< of a service taken apart
};

struct SceneEdge {
    static constexpr std::size_t sampleCount = 25;

    EdgeId id;
    std::uint32_t tail = 0, head = 0;         ///< indices into GraphScene::nodes
    EdgeRoute route;                          ///< two-way pairs are already moved apart
    std::array<QPointF, sampleCount> samples; ///< evenly on the curve, from start to tip
    QRectF bounds;                            ///< of the control points
    double width = 1.25;                      ///< at zoom 1
    Health health = Health::Ok;
    CallClass callClass = CallClass::Rpc;
    std::uint64_t calls = 0;
    bool passedOn = false;          ///< most failures come from a callee: hollow line
    bool serverSpanMissing = false; ///< open arrow head
    bool silent = false;
    Figures shortLabel, longLabel;
};

struct GraphScene {
    GraphStage stage;
    std::shared_ptr<const ServiceGraph> graph; ///< the figures shown; never null in a made scene
    VisibleGraph visible;                      ///< nodes and edges below are in its order
    std::vector<SceneNode> nodes;
    std::vector<SceneEdge> edges;
    /// Indices of edges that hold calls, worst first; by the critical path where that is the measure.
    std::vector<std::uint32_t> byPain;
    std::vector<SceneBox> boxes; ///< outer ones first
    QSizeF size;
    QSizeF plainSize; ///< as laid out, before nodes were put elsewhere by hand
    QPointF shift;    ///< by which everything was moved for their sake, so that it begins at (0, 0)
    LabelMeasure measure = LabelMeasure::P99;
    std::uint64_t mostCalls = 0;            ///< of any edge in view: the scale of line widths …
    Duration mostOnPath{};                  ///< … or, where the measure is the critical path, this
    bool simplified = false;                ///< the fallback laid it out
    std::optional<Error> simplifiedBecause; ///< if that is known

    [[nodiscard]] bool isDense() const { return edges.size() > 60; }
    [[nodiscard]] const GraphEdge& figuresOf(const SceneEdge& edge) const {
        return graph->edges[edge.id.index()];
    }
    [[nodiscard]] const GraphNode& figuresOf(const SceneNode& node) const {
        return graph->nodes[node.id.index()];
    }
};

/// `layout` must be one of layoutRequestOf(visible, …, stage). Edges of `visible` without calls in `graph`
/// are silent.
[[nodiscard]] GraphScene makeScene(std::shared_ptr<const ServiceGraph> graph, const VisibleGraph& visible,
                                   const GraphLayout& layout, LabelMeasure measure,
                                   const GraphStage& stage = {});

/// While a node is dragged: it and its edges elsewhere, the rest as it is. The size stays.
[[nodiscard]] GraphScene withNodeAt(const GraphScene& scene, std::uint32_t node, QPointF centre);

/// look.md section 4: width of a line at zoom 1, px; calls, or ns on the critical path. Failing at least 3,
/// degraded at least 2.5.
[[nodiscard]] double edgeWidth(std::uint64_t calls, std::uint64_t mostCalls, Health health);

} // namespace hallway
