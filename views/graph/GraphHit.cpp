// What lies under the pointer, and where the arrow keys lead.
#include "graph/GraphGeometry.h"

#include "layout/EdgeCurve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hallway {

namespace {

constexpr double reach = 6; // px either side of a line

double distanceToSegment(QPointF point, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length == 0 ? 0 : std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0);
    const QPointF off = point - (a + along * t);
    return std::hypot(off.x(), off.y());
}

double distanceToCurve(const SceneEdge& edge, QPointF point) {
    constexpr int steps = 16; // per segment
    double nearest = std::numeric_limits<double>::max();
    const auto count = static_cast<int>(edge.route.segments()) * steps;
    QPointF before(edge.route.start().x, edge.route.start().y);
    for (int i = 1; i <= count; ++i) {
        const LayoutPoint at = pointOn(edge.route, static_cast<double>(i) / count);
        nearest = std::min(nearest, distanceToSegment(point, before, {at.x, at.y}));
        before = {at.x, at.y};
    }
    return nearest;
}

/// How far `other` lies in the direction, with what lies aside counted double; nothing if it lies elsewhere.
std::optional<double> costOf(QPointF from, QPointF other, Direction direction) {
    const QPointF way = other - from;
    const bool across = direction == Direction::Left || direction == Direction::Right;
    const double ahead = direction == Direction::Left    ? -way.x()
                         : direction == Direction::Right ? way.x()
                         : direction == Direction::Up    ? -way.y()
                                                         : way.y();
    if (ahead <= 1) return std::nullopt;
    return ahead + 2 * std::abs(across ? way.y() : way.x());
}

} // namespace

GraphHit hitTest(const GraphScene& scene, const GraphViewport& view, QPointF screen) {
    const QPointF point = view.toScene(screen);
    for (std::size_t i = scene.nodes.size(); i-- > 0;)
        if (scene.nodes[i].card.contains(point)) return NodeHit{static_cast<std::uint32_t>(i)};

    GraphHit hit;
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < scene.edges.size(); ++i) {
        const SceneEdge& edge = scene.edges[i];
        const double within = reach / view.zoom + edge.width / 2;
        if (!edge.bounds.adjusted(-within, -within, within, within).contains(point)) continue;
        const double distance = distanceToCurve(edge, point);
        if (distance > within || distance >= nearest) continue;
        nearest = distance;
        hit = EdgeHit{static_cast<std::uint32_t>(i)};
    }
    return hit;
}

std::optional<std::uint32_t> neighbour(const GraphScene& scene, std::uint32_t node, Direction direction) {
    const QPointF from = scene.nodes[node].card.center();
    std::optional<std::uint32_t> best;
    double least = std::numeric_limits<double>::max();
    const auto consider = [&](std::uint32_t other) {
        if (other == node) return;
        const std::optional<double> cost = costOf(from, scene.nodes[other].card.center(), direction);
        if (!cost || *cost >= least) return;
        least = *cost;
        best = other;
    };
    const bool down = scene.stage.direction == LayoutDirection::TopDown;
    const bool sideways = direction == Direction::Left || direction == Direction::Right;
    if (sideways != down) { // along the edges
        for (const SceneEdge& edge : scene.edges) {
            if (edge.tail == node) consider(edge.head);
            if (edge.head == node) consider(edge.tail);
        }
        if (best) return best;
    }
    for (std::uint32_t other = 0; other < scene.nodes.size(); ++other)
        consider(other);
    return best;
}

QRectF frameOf(const GraphScene& scene, const GraphHit& hit) {
    if (const auto* node = std::get_if<NodeHit>(&hit)) {
        QRectF frame = scene.nodes[node->node].card;
        for (const SceneEdge& edge : scene.edges) {
            if (edge.tail == node->node) frame |= scene.nodes[edge.head].card;
            if (edge.head == node->node) frame |= scene.nodes[edge.tail].card;
        }
        return frame;
    }
    if (const auto* edge = std::get_if<EdgeHit>(&hit)) {
        const SceneEdge& framed = scene.edges[edge->edge];
        return scene.nodes[framed.tail].card | scene.nodes[framed.head].card | framed.bounds;
    }
    return {QPointF(), scene.size};
}

Neighbourhood neighbourhoodOf(const GraphScene& scene, const GraphHit& hit) {
    Neighbourhood bright;
    if (std::holds_alternative<std::monostate>(hit)) return bright;
    bright.nodes.assign(scene.nodes.size(), false);
    bright.edges.assign(scene.edges.size(), false);
    const auto* node = std::get_if<NodeHit>(&hit);
    const auto* only = std::get_if<EdgeHit>(&hit);
    if (node != nullptr) bright.nodes[node->node] = true;
    for (std::size_t i = 0; i < scene.edges.size(); ++i) {
        const SceneEdge& edge = scene.edges[i];
        const bool lit =
            node != nullptr ? edge.tail == node->node || edge.head == node->node : only->edge == i;
        if (!lit) continue;
        bright.edges[i] = true;
        bright.nodes[edge.tail] = bright.nodes[edge.head] = true;
    }
    return bright;
}

} // namespace hallway
