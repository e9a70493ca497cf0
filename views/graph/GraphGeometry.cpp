#include "graph/GraphGeometry.h"

#include "common/Text.h"

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {

constexpr double cardHeight = 40, narrowestCard = 96, widestCard = 240, cardStep = 8;
constexpr double plateHeight = 18, platePadding = 6, markRoom = 16;
constexpr double lineBesideLabel = 40; // so that the line shows on both sides of its label
constexpr int failingWeight = 6;
constexpr double fitMargin = 14;
constexpr std::size_t fewEdges = 12;
constexpr double titleHeight = 16, titleRoom = 30; // of a box: its sign of − and gaps

double extraWidth(const Node& node) {
    if (node.kind == NodeKind::User || node.kind == NodeKind::Function) return 12;
    if (node.kind == NodeKind::Queue) return 14;
    return 0;
}

std::vector<std::uint64_t> outgoingCalls(const ServiceGraph& graph, const VisibleGraph& visible) {
    std::vector<std::uint64_t> outgoing(graph.nodes.size(), 0);
    for (const EdgeId id : visible.edges) {
        const GraphEdge& edge = graph.edges[id.index()];
        outgoing[edge.caller.index()] += edge.calls;
    }
    return outgoing;
}

std::uint32_t placeOf(std::uint32_t box, const std::vector<std::uint32_t>& boxes) {
    return static_cast<std::uint32_t>(std::lower_bound(boxes.begin(), boxes.end(), box) - boxes.begin());
}

BoxToDraw boxToDraw(const ProjectedBox& box, const std::vector<std::uint32_t>& boxes, const Fonts& fonts) {
    const double width = textWidth(shownText(box.label), fonts.smallStrong) + titleRoom * fonts.scale;
    BoxToDraw drawn{std::nullopt, {std::min(width, widestCard * fonts.scale), titleHeight * fonts.scale}};
    if (box.parent) drawn.parent = placeOf(*box.parent, boxes);
    return drawn;
}

} // namespace

QRectF titlePlace(const SceneBox& box, const GraphViewport& view, const Fonts& fonts) {
    const QRectF frame = view.toScreen(box.frame);
    const double wanted = textWidth(box.title, fonts.smallStrong) + titleRoom * fonts.scale;
    return {frame.left() + 4, frame.top() + 3, std::max(0.0, std::min(wanted, frame.width() - 8)),
            titleHeight * fonts.scale};
}

std::optional<std::uint32_t> boxTitleAt(const GraphScene& scene, const GraphViewport& view, QPointF screen,
                                        const Fonts& fonts) {
    for (std::size_t i = scene.boxes.size(); i-- > 0;)
        if (titlePlace(scene.boxes[i], view, fonts).contains(screen)) return static_cast<std::uint32_t>(i);
    return std::nullopt;
}

QSizeF cardSize(const GraphNode& node, std::uint64_t outgoing, LabelMeasure measure, const Fonts& fonts,
                const GraphStage& stage) {
    const double unit = fonts.scale;
    const double name = textWidth(cardName(node, stage), fonts.strong) + 43 * unit; // strip, icon, gaps
    const double figures = widthOf(cardFigures(node, outgoing, measure, stage), fonts) + 24 * unit;
    const double width = std::max(name, figures) + extraWidth(node.node) * unit;
    const double step = cardStep * unit;
    return {std::clamp(std::ceil(width / step) * step, narrowestCard * unit, widestCard * unit),
            cardHeight * unit};
}

QSizeF plateSize(const Figures& label, Health health, const Fonts& fonts) {
    const double mark = carriesMark(label, health) ? markRoom : 0;
    return {std::ceil(widthOf(label, fonts) + (mark + 2 * platePadding) * fonts.scale),
            plateHeight * fonts.scale};
}

LayoutRequest layoutRequestOf(const ServiceGraph& graph, const VisibleGraph& visible, LabelMeasure measure,
                              const Fonts& fonts, GraphPurpose purpose, const GraphStage& stage) {
    const bool picture = purpose == GraphPurpose::Picture;
    const double unit = fonts.scale;
    LayoutRequest request;
    // A small graph has the whole view for itself: as much room between its cards as in a picture, so that
    // labels do not hide short edges.
    const bool roomy = picture || visible.edges.size() <= fewEdges;
    request.rankSeparation = (roomy ? 104 : 42) * unit;
    request.nodeSeparation = (roomy ? 18 : 7) * unit;
    request.direction = stage.direction;
    // Cards are wider than high: side by side they need more room to be told apart.
    if (stage.direction == LayoutDirection::TopDown) request.nodeSeparation *= 2;
    const std::vector<std::uint32_t> boxes = visibleBoxes(visible, stage);
    for (const std::uint32_t box : boxes)
        request.boxes.push_back(boxToDraw(stage.boxes.boxes[box], boxes, fonts));
    const std::vector<std::uint64_t> outgoing = outgoingCalls(graph, visible);
    for (const NodeId id : visible.nodes) {
        const QSizeF size = cardSize(graph.nodes[id.index()], outgoing[id.index()], measure, fonts, stage);
        NodeToPlace node{{size.width(), size.height()}};
        if (id.index() < stage.boxes.of.size())
            if (const auto box = stage.boxes.of[id.index()]) node.box = placeOf(*box, boxes);
        request.nodes.push_back(node);
    }
    for (const EdgeId id : visible.edges) {
        const GraphEdge& edge = graph.edges[id.index()];
        EdgeToRoute route;
        route.tail = static_cast<std::uint32_t>(visible.indexOf(edge.caller).value());
        route.head = static_cast<std::uint32_t>(visible.indexOf(edge.callee).value());
        const Health health = healthOf(edge);
        if (health == Health::Failing) {
            route.weight = failingWeight;
            if (!mostlyPassedOn(edge)) {
                const Figures label = picture ? longLabelOf(edge, measure) : shortLabelOf(edge, measure);
                const QSizeF plate = plateSize(label, health, fonts);
                route.label = LayoutSize{plate.width() + lineBesideLabel * unit, plate.height() + 2};
            }
        }
        request.edges.push_back(route);
    }
    return request;
}

QRectF farNamePlace(const SceneNode& node, const QRectF& card, const QRectF& area, const Fonts& fonts) {
    constexpr double widest = 160, height = 16; // px
    const double unit = fonts.scale;
    const double width = std::min(textWidth(node.name, fonts.smallStrong) + 4, widest * unit);
    const double left = std::max(area.left(), std::min(card.center().x() - width / 2, area.right() - width));
    const bool below = card.bottom() + height * unit <= area.bottom();
    return {left, below ? card.bottom() : card.top() - height * unit, width, height * unit};
}

GraphViewport GraphViewport::zoomedAt(QPointF screen, double factor) const {
    const double next = std::clamp(zoom * factor, leastZoom, mostZoom);
    return {next, screen - toScene(screen) * next};
}

GraphViewport fitted(const QRectF& part, const QRectF& area, double mostZoom) {
    const double across = (area.width() - 2 * fitMargin) / std::max(1.0, part.width());
    const double down = (area.height() - 2 * fitMargin) / std::max(1.0, part.height());
    const double zoom =
        std::clamp(std::min({across, down, mostZoom}), GraphViewport::leastZoom, GraphViewport::mostZoom);
    return {zoom, area.center() - part.center() * zoom};
}

GraphViewport between(const GraphViewport& from, const GraphViewport& to, double progress) {
    // Zoom moves by equal factors; the origin follows it, so that the fixed point of the change stays put.
    const double zoom = from.zoom * std::pow(to.zoom / from.zoom, progress);
    const double way =
        std::abs(to.zoom - from.zoom) < 1e-9 ? progress : (zoom - from.zoom) / (to.zoom - from.zoom);
    return {zoom, from.origin + (to.origin - from.origin) * way};
}

} // namespace hallway
