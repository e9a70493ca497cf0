#include "layout/LayoutBounds.h"

#include <algorithm>

namespace hallway {
namespace {

void move(LayoutPoint& point, LayoutPoint by) {
    point.x += by.x;
    point.y += by.y;
}

} // namespace

void LayoutBounds::include(LayoutPoint point) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    bottom = std::max(bottom, point.y);
}

void LayoutBounds::include(const PlacedNode& node) {
    include(LayoutPoint{node.left(), node.top()});
    include(LayoutPoint{node.right(), node.bottom()});
}

void LayoutBounds::include(const PlacedBox& box) {
    include(box.corner);
    include(LayoutPoint{box.corner.x + box.size.width, box.corner.y + box.size.height});
}

void LayoutBounds::include(const EdgeRoute& route) {
    for (const LayoutPoint& point : route.curve)
        include(point);
    if (route.label) include(*route.label);
}

void move(PlacedNode& node, LayoutPoint by) { move(node.centre, by); }

void move(EdgeRoute& route, LayoutPoint by) {
    for (LayoutPoint& point : route.curve)
        move(point, by);
    if (route.label) move(*route.label, by);
}

void move(PlacedBox& box, LayoutPoint by) { move(box.corner, by); }

} // namespace hallway
