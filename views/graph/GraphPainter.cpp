#include "graph/GraphPainter.h"

#include "common/Marks.h"
#include "graph/BoxPainter.h"
#include "graph/FigureLine.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace hallway {

namespace {

constexpr double dimmedOpacity = 0.25;
constexpr double silentOpacity = 0.25;

bool is(const GraphHit& hit, NodeHit node) { return hit == GraphHit(node); }
bool is(const GraphHit& hit, EdgeHit edge) { return hit == GraphHit(edge); }

/// Edges that hurt are drawn last, the worst of all on top.
std::vector<std::uint32_t> paintOrder(const GraphScene& scene) {
    std::vector<std::uint32_t> order;
    order.reserve(scene.edges.size());
    for (std::uint32_t i = 0; i < scene.edges.size(); ++i)
        if (scene.edges[i].silent) order.push_back(i);
    order.insert(order.end(), scene.byPain.rbegin(), scene.byPain.rend());
    return order;
}

} // namespace

struct GraphPainter::Moment {
    const GraphScene& scene;
    const GraphViewport& view;
    const QRectF& area;
    const GraphAttention& attention;
    std::span<const PlacedLabel> labels;
    std::optional<NodeId> focusRoot;
    ZoomForm form;
    Neighbourhood bright;
    double dimmed; ///< opacity of what is not bright

    [[nodiscard]] bool touches(const QRectF& place) const { return view.toScreen(place).intersects(area); }
};

GraphPainter::GraphPainter(Theme theme, const Fonts& fonts) : m_theme(std::move(theme)), m_fonts(fonts) {}

void GraphPainter::paint(QPainter& painter, const GraphScene& scene, const GraphViewport& view,
                         const QRectF& area, const GraphAttention& attention,
                         std::span<const PlacedLabel> labels, std::optional<NodeId> focusRoot) const {
    const Moment moment{scene,
                        view,
                        area,
                        attention,
                        labels,
                        focusRoot,
                        zoomFormOf(view.zoom),
                        std::holds_alternative<std::monostate>(attention.hovered)
                            ? attention.found
                            : neighbourhoodOf(scene, attention.hovered),
                        1 - (1 - dimmedOpacity) * attention.dimming};
    painter.save();
    paintFrames(painter, moment);
    paintEdges(painter, moment);
    paintTitles(painter, moment);
    paintNodes(painter, moment);
    if (moment.form == ZoomForm::Far) paintFarNames(painter, moment);
    paintLabels(painter, moment);
    painter.restore();
}

void GraphPainter::paintFrames(QPainter& painter, const Moment& moment) const {
    for (const SceneBox& box : moment.scene.boxes)
        if (moment.touches(box.frame)) BoxPainter(m_theme, m_fonts).paintFrame(painter, box, moment.view);
}

void GraphPainter::paintTitles(QPainter& painter, const Moment& moment) const {
    for (const SceneBox& box : moment.scene.boxes)
        if (moment.touches(box.frame)) BoxPainter(m_theme, m_fonts).paintTitle(painter, box, moment.view);
}

void GraphPainter::paintEdges(QPainter& painter, const Moment& moment) const {
    const GraphScene& scene = moment.scene;
    const bool fewHeads = scene.isDense() && moment.form == ZoomForm::Far;
    const bool hasty = !painter.testRenderHint(QPainter::Antialiasing);
    const EdgePainter edges(m_theme);
    std::vector<bool> labelled(scene.edges.size(), false);
    for (const PlacedLabel& label : moment.labels)
        labelled[label.edge] = true;
    for (const std::uint32_t i : paintOrder(scene)) {
        const SceneEdge& edge = scene.edges[i];
        if (!moment.view.toScreen(edge.bounds).adjusted(-20, -20, 20, 20).intersects(moment.area)) continue;
        const EdgeHit self{i};
        EdgeLook look;
        look.selected = is(moment.attention.selected, self);
        look.hovered = is(moment.attention.hovered, self);
        look.dense = fewHeads;
        look.hasty = hasty;
        const bool lit = !moment.bright.edges.empty() && moment.bright.edges[i];
        look.withHead = !fewHeads || labelled[i] || look.selected || lit;
        painter.setOpacity((moment.bright.dimsEdge(i) ? moment.dimmed : 1) *
                           (edge.silent ? silentOpacity : 1));
        edges.paint(painter, edge, moment.view, look);
    }
    painter.setOpacity(1);
}

void GraphPainter::paintNodes(QPainter& painter, const Moment& moment) const {
    const NodePainter nodes(m_theme, m_fonts);
    for (std::uint32_t i = 0; i < moment.scene.nodes.size(); ++i) {
        const SceneNode& node = moment.scene.nodes[i];
        const QRectF card = moment.view.toScreen(node.card);
        if (!card.adjusted(-10, -10, 10, 10).intersects(moment.area)) continue;
        NodeLook look;
        look.selected = is(moment.attention.selected, NodeHit{i});
        look.hovered = is(moment.attention.hovered, NodeHit{i});
        look.focusRoot = moment.focusRoot == node.id;
        painter.setOpacity(moment.bright.dimsNode(i) ? moment.dimmed : 1);
        if (moment.view.zoom <= 1) {
            nodes.paint(painter, node, card, moment.form, look);
            continue;
        }
        painter.save(); // closer than 1:1 everything grows, text too
        painter.translate(card.topLeft());
        painter.scale(moment.view.zoom, moment.view.zoom);
        nodes.paint(painter, node, {QPointF(), node.card.size()}, moment.form, look);
        painter.restore();
    }
    painter.setOpacity(1);
}

void GraphPainter::paintFarNames(QPainter& painter, const Moment& moment) const {
    const GraphScene& scene = moment.scene;
    std::vector<bool> named(scene.nodes.size(), false);
    std::vector<QRectF> taken;
    const auto name = [&](std::uint32_t node) {
        if (named[node] || moment.bright.dimsNode(node)) return;
        const QRectF card = moment.view.toScreen(scene.nodes[node].card);
        const QRectF place = farNamePlace(scene.nodes[node], card, moment.area, m_fonts);
        const auto meets = [&place](const QRectF& other) { return other.intersects(place); };
        // One name over another, or half of one under a label, cannot be read.
        if (std::any_of(taken.begin(), taken.end(), meets)) return;
        named[node] = true;
        taken.push_back(place);
        NodePainter(m_theme, m_fonts).paintFarName(painter, scene.nodes[node], card, moment.area);
    };
    const auto nameEnds = [&](const GraphHit& hit) {
        if (const auto* node = std::get_if<NodeHit>(&hit)) name(node->node);
        if (const auto* edge = std::get_if<EdgeHit>(&hit)) {
            name(scene.edges[edge->edge].tail);
            name(scene.edges[edge->edge].head);
        }
    };
    nameEnds(moment.attention.selected);
    nameEnds(moment.attention.hovered);
    for (const PlacedLabel& label : moment.labels)
        taken.push_back(label.plate(moment.view));
    for (const PlacedLabel& label : moment.labels) // worst first
        nameEnds(EdgeHit{label.edge});
}

void GraphPainter::paintLabels(QPainter& painter, const Moment& moment) const {
    for (const PlacedLabel& label : moment.labels) {
        const QRectF plate = label.plate(moment.view);
        if (!plate.intersects(moment.area)) continue;
        painter.setOpacity(moment.bright.dimsEdge(label.edge) ? moment.dimmed : 1);
        paintPlate(painter, moment.scene.edges[label.edge], label, plate,
                   is(moment.attention.selected, EdgeHit{label.edge}));
    }
    painter.setOpacity(1);
}

void GraphPainter::paintPlate(QPainter& painter, const SceneEdge& edge, const PlacedLabel& label,
                              const QRectF& plate, bool selected) const {
    const double unit = m_fonts.scale;
    const Figures& figures = label.isLong ? edge.longLabel : edge.shortLabel;
    const bool marked = carriesMark(figures, edge.health);
    if (selected) {
        const double width = m_theme.selectionWidth();
        painter.setPen(QPen(m_theme.accent, width));
        painter.setBrush(m_theme.canvas);
        const double out = 1 + width / 2;
        painter.drawRoundedRect(plate.adjusted(-out, -out, out, out), 5, 5);
    }
    painter.setPen(QPen(marked ? m_theme.health(edge.health) : m_theme.line2, 1));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    QPointF at(plate.left() + 6 * unit, plate.top() + 13 * unit);
    if (marked) {
        drawMark(painter, {at.x() + 5 * unit, plate.center().y()}, edge.health, 5.5 * unit, m_theme,
                 m_theme.surface, markFillOf(edge.calls));
        at.rx() += 16 * unit;
    }
    drawFigureLine(painter, at, figures, edge.health, m_theme, m_fonts);
}

} // namespace hallway
