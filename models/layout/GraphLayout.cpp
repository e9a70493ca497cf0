#include "layout/GraphLayout.h"

#include "layout/LayoutBounds.h"

#include <cmath>
#include <string>

namespace hallway {
namespace {

bool isLength(double value) { return std::isfinite(value) && value >= 0 && value <= LayoutLimits::length; }

bool isBox(const LayoutSize& size) {
    return isLength(size.width) && isLength(size.height) && size.width > 0 && size.height > 0;
}

/// What is wrong with the edge; empty if nothing.
std::string offence(const EdgeToRoute& edge, std::size_t nodes) {
    if (edge.tail >= nodes || edge.head >= nodes) return "joins a node that is not there";
    if (edge.weight < 0 || edge.weight > LayoutLimits::weight) return "has a weight out of range";
    if (edge.minLength < 1 || edge.minLength > LayoutLimits::minLength) return "has a length out of range";
    if (edge.label && !isBox(*edge.label)) return "has a label that is no box";
    return {};
}

Status checkBoxes(const LayoutRequest& request) {
    const auto offends = [](std::size_t box, const std::string& what) {
        return fail(ErrorCode::LayoutFailed, {"box " + std::to_string(box) + " " + what});
    };
    if (request.boxes.size() > LayoutLimits::boxes)
        return fail(ErrorCode::LayoutFailed, {"too many boxes: " + std::to_string(request.boxes.size())});
    std::vector<bool> holds(request.boxes.size(), false);
    for (const NodeToPlace& node : request.nodes) {
        if (!node.box) continue;
        if (*node.box >= holds.size()) return offends(*node.box, "is not there");
        holds[*node.box] = true;
    }
    for (std::size_t box = request.boxes.size(); box-- > 0;) {
        const auto parent = request.boxes[box].parent;
        if (parent && *parent >= box) return offends(box, "stands before the one around it");
        if (!isBox(request.boxes[box].title)) return offends(box, "has a title that is no box");
        if (!holds[box]) return offends(box, "is empty");
        if (parent) holds[*parent] = true;
    }
    return {};
}

} // namespace

Status checkLayoutRequest(const LayoutRequest& request) {
    if (request.nodes.size() > LayoutLimits::nodes)
        return fail(ErrorCode::LayoutFailed, {"too many nodes: " + std::to_string(request.nodes.size())});
    if (request.edges.size() > LayoutLimits::edges)
        return fail(ErrorCode::LayoutFailed, {"too many edges: " + std::to_string(request.edges.size())});
    if (!isLength(request.rankSeparation) || !isLength(request.nodeSeparation))
        return fail(ErrorCode::LayoutFailed, {"a separation is out of range"});
    for (std::size_t i = 0; i < request.nodes.size(); ++i)
        if (!isBox(request.nodes[i].size))
            return fail(ErrorCode::LayoutFailed, {"node " + std::to_string(i) + " has no usable size"});
    for (std::size_t i = 0; i < request.edges.size(); ++i)
        if (const std::string what = offence(request.edges[i], request.nodes.size()); !what.empty())
            return fail(ErrorCode::LayoutFailed, {"edge " + std::to_string(i) + " " + what});
    return checkBoxes(request);
}

void normalise(GraphLayout& layout) {
    layout.size = {};
    if (layout.nodes.empty()) return; // then there are no edges either
    LayoutBounds bounds;
    for (const PlacedNode& node : layout.nodes)
        bounds.include(node);
    for (const EdgeRoute& edge : layout.edges)
        bounds.include(edge);
    for (const PlacedBox& box : layout.boxes)
        bounds.include(box);
    const LayoutPoint toOrigin{-bounds.left, -bounds.top};
    for (PlacedNode& node : layout.nodes)
        move(node, toOrigin);
    for (EdgeRoute& edge : layout.edges)
        move(edge, toOrigin);
    for (PlacedBox& box : layout.boxes)
        move(box, toOrigin);
    layout.size = bounds.size();
}

} // namespace hallway
