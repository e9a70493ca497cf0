#include "layout/MovedNodes.h"

#include "layout/EdgeCurve.h"
#include "layout/LayoutBounds.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace hallway {

namespace {

constexpr double shortestGap = 12; // px between two cards for an edge that leaves forwards
constexpr double bend = 0.45;      // of the gap: how far an edge keeps its direction
constexpr double betweenLines = 6; // px, of several edges between the same two nodes
constexpr double roomInBox = 10;   // px from a box to what it holds

/// 0, 1, −1, 2, … for the first, second, third … edge of a bundle.
double side(std::size_t nth) {
    const auto distance = static_cast<double>((nth + 1) / 2);
    return nth % 2 == 1 ? distance : -distance;
}

void reroute(GraphLayout& layout, const LayoutRequest& request, const std::vector<bool>& isMoved) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> between;
    std::vector<std::size_t> loops(layout.nodes.size(), 0);
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        const EdgeToRoute& edge = request.edges[i];
        const PlacedNode &tail = layout.nodes[edge.tail], &head = layout.nodes[edge.head];
        const bool isLoop = edge.tail == edge.head;
        const std::size_t nth = isLoop ? loops[edge.tail]++ : between[{edge.tail, edge.head}]++;
        if (!isMoved[edge.tail] && !isMoved[edge.head]) continue;
        EdgeRoute& route = layout.edges[i];
        if (isLoop) {
            route = selfLoop(tail, nth, edge.label);
            continue;
        }
        route = simpleRoute(tail, head, request.direction);
        if (nth > 0) {
            route = movedToTheRight(route, betweenLines * side(nth));
            route.curve.front() = nearestOnBorder(tail, route.start());
            route.curve.back() = nearestOnBorder(head, route.tip());
        }
        if (edge.label) route.label = pointOn(route, 0.5);
    }
}

void redrawBoxes(GraphLayout& layout, const LayoutRequest& request, const std::vector<bool>& isMoved) {
    if (layout.boxes.empty()) return;
    std::vector<LayoutBounds> bounds(layout.boxes.size());
    std::vector<bool> changed(layout.boxes.size(), false);
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const auto box = request.nodes[i].box;
        if (!box) continue;
        bounds[*box].include(layout.nodes[i]);
        if (isMoved[i]) changed[*box] = true;
    }
    for (std::size_t i = layout.boxes.size(); i-- > 0;) { // inner ones first
        if (changed[i]) {
            const LayoutBounds& held = bounds[i];
            const double title = request.boxes[i].title.height;
            const LayoutPoint corner{held.left - roomInBox, held.top - roomInBox - title};
            const double width = std::max(held.right - held.left, request.boxes[i].title.width);
            layout.boxes[i] = {corner,
                               {width + 2 * roomInBox, held.bottom - held.top + 2 * roomInBox + title}};
        }
        const auto parent = request.boxes[i].parent;
        if (!parent) continue;
        bounds[*parent].include(layout.boxes[i]);
        if (changed[i]) changed[*parent] = true;
    }
}

} // namespace

EdgeRoute simpleRoute(const PlacedNode& tail, const PlacedNode& head, LayoutDirection direction) {
    const bool down = direction == LayoutDirection::TopDown;
    const double gap = down ? head.top() - tail.bottom() : head.left() - tail.right();
    if (gap < shortestGap) return straightRoute(tail, head);
    const double reach = gap * bend;
    const LayoutPoint from =
        down ? LayoutPoint{tail.centre.x, tail.bottom()} : LayoutPoint{tail.right(), tail.centre.y};
    const LayoutPoint to =
        down ? LayoutPoint{head.centre.x, head.top()} : LayoutPoint{head.left(), head.centre.y};
    const LayoutPoint along = down ? LayoutPoint{0, reach} : LayoutPoint{reach, 0};
    return {{from, {from.x + along.x, from.y + along.y}, {to.x - along.x, to.y - along.y}, to}, std::nullopt};
}

MovedLayout withMovedNodes(GraphLayout layout, const LayoutRequest& request,
                           std::span<const MovedNode> moved) {
    if (moved.empty() || layout.nodes.empty()) return {std::move(layout), {}};
    std::vector<bool> isMoved(layout.nodes.size(), false);
    for (const MovedNode& node : moved) {
        isMoved[node.node] = true;
        layout.nodes[node.node].centre = node.centre;
    }
    reroute(layout, request, isMoved);
    redrawBoxes(layout, request, isMoved);
    const LayoutPoint before = layout.nodes.front().centre;
    normalise(layout);
    const LayoutPoint after = layout.nodes.front().centre;
    return {std::move(layout), {after.x - before.x, after.y - before.y}};
}

} // namespace hallway
