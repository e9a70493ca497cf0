#include "layout/EdgeCurve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace hallway {
namespace {

constexpr int kSamples = 24; ///< points compared along the middle of two curves
constexpr double kFar = std::numeric_limits<double>::infinity();

constexpr double kLoopWidth = 24;  ///< px between the ends of a loop
constexpr double kLoopInset = 14;  ///< px from the node's right side to a loop: the corner is for its mark
constexpr double kLoopHeight = 16; ///< px above the node
constexpr double kLoopStep = 8;    ///< px by which each further loop is wider and higher

LayoutPoint operator+(LayoutPoint a, LayoutPoint b) { return {a.x + b.x, a.y + b.y}; }
LayoutPoint operator-(LayoutPoint a, LayoutPoint b) { return {a.x - b.x, a.y - b.y}; }
LayoutPoint operator*(LayoutPoint a, double factor) { return {a.x * factor, a.y * factor}; }

double lengthOf(LayoutPoint vector) { return std::hypot(vector.x, vector.y); }

/// The segment of a chain that holds t, and t within it.
struct Place {
    std::span<const LayoutPoint, 4> segment;
    double t;
};

Place placeOn(const EdgeRoute& route, double t) {
    const double along = std::clamp(t, 0.0, 1.0) * static_cast<double>(route.segments());
    const std::size_t index = std::min(static_cast<std::size_t>(along), route.segments() - 1);
    return {std::span<const LayoutPoint, 4>(route.curve.data() + 3 * index, 4),
            along - static_cast<double>(index)};
}

/// To the right of a direction, on a screen whose y grows downwards.
LayoutPoint rightOf(LayoutPoint direction) { return {-direction.y, direction.x}; }

} // namespace

LayoutPoint pointOn(const EdgeRoute& route, double t) {
    const auto [p, u] = placeOn(route, t);
    const double v = 1 - u;
    return p[0] * (v * v * v) + p[1] * (3 * v * v * u) + p[2] * (3 * v * u * u) + p[3] * (u * u * u);
}

LayoutPoint directionOn(const EdgeRoute& route, double t) {
    const auto [p, u] = placeOn(route, t);
    const double v = 1 - u;
    LayoutPoint direction = (p[1] - p[0]) * (v * v) + (p[2] - p[1]) * (2 * v * u) + (p[3] - p[2]) * (u * u);
    if (lengthOf(direction) < 1e-9) direction = p[3] - p[0]; // a control point on its end
    const double length = lengthOf(direction);
    return length < 1e-9 ? LayoutPoint{1, 0} : direction * (1 / length);
}

LayoutPoint borderTowards(const PlacedNode& node, LayoutPoint target) {
    const LayoutPoint way = target - node.centre;
    if (way == LayoutPoint{}) return {node.right(), node.centre.y};
    const double reachX = way.x == 0 ? kFar : node.size.width / 2 / std::abs(way.x);
    const double reachY = way.y == 0 ? kFar : node.size.height / 2 / std::abs(way.y);
    return node.centre + way * std::min(reachX, reachY);
}

LayoutPoint nearestOnBorder(const PlacedNode& node, LayoutPoint point) {
    const LayoutPoint inside{std::clamp(point.x, node.left(), node.right()),
                             std::clamp(point.y, node.top(), node.bottom())};
    if (inside != point) return inside;
    const double toSide = std::min(point.x - node.left(), node.right() - point.x);
    const double toLid = std::min(point.y - node.top(), node.bottom() - point.y);
    if (toSide < toLid) return {point.x < node.centre.x ? node.left() : node.right(), point.y};
    return {point.x, point.y < node.centre.y ? node.top() : node.bottom()};
}

EdgeRoute straightRoute(const PlacedNode& tail, const PlacedNode& head) {
    const LayoutPoint from = borderTowards(tail, head.centre);
    const LayoutPoint to = borderTowards(head, tail.centre);
    return {{from, from + (to - from) * (1.0 / 3), from + (to - from) * (2.0 / 3), to}, std::nullopt};
}

double selfLoopHeight(std::size_t nth, std::optional<LayoutSize> label) {
    const double loop = kLoopHeight + kLoopStep * static_cast<double>(nth);
    return label ? loop + label->height : loop;
}

EdgeRoute selfLoop(const PlacedNode& node, std::size_t nth, std::optional<LayoutSize> label) {
    const double further = kLoopStep * static_cast<double>(nth);
    const double to = std::max(node.right() - kLoopInset, node.centre.x);
    const double from = std::max(to - kLoopWidth - further, node.left());
    // A cubic reaches three quarters of the height of its control points.
    const double control = node.top() - (kLoopHeight + further) * 4 / 3;
    EdgeRoute route{{{from, node.top()}, {from, control}, {to, control}, {to, node.top()}}, std::nullopt};
    if (label)
        route.label = {(from + to) / 2, node.top() - selfLoopHeight(nth, std::nullopt) - label->height / 2};
    return route;
}

bool runTogether(const EdgeRoute& a, const EdgeRoute& b, double distance) {
    // Ends always meet at the nodes: only the middle half of `a` counts, against all of `b`.
    int close = 0;
    for (int i = 0; i < kSamples; ++i) {
        const LayoutPoint here = pointOn(a, 0.25 + 0.5 * i / (kSamples - 1));
        double nearest = kFar;
        for (int k = 0; k <= 2 * kSamples; ++k)
            nearest = std::min(nearest, lengthOf(pointOn(b, 0.5 * k / kSamples) - here));
        if (nearest <= distance) ++close;
    }
    return 2 * close >= kSamples;
}

EdgeRoute movedToTheRight(const EdgeRoute& route, double distance) {
    EdgeRoute moved = route;
    for (std::size_t i = 0; i < route.curve.size(); ++i) {
        // Point 3k lies at k of n segments; its two neighbours belong to it and take the same direction.
        const double knot = std::round(static_cast<double>(i) / 3);
        const double t = knot / static_cast<double>(route.segments());
        moved.curve[i] = route.curve[i] + rightOf(directionOn(route, t)) * distance;
    }
    return moved;
}

} // namespace hallway
