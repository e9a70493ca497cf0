#include "layout/ConnectedParts.h"

#include "layout/LayoutBounds.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hallway {
namespace {

using Index = std::uint32_t;

constexpr Index kNone = std::numeric_limits<Index>::max();
constexpr double kPageShape = 2.2; ///< width by height of the room a graph usually gets

} // namespace

std::vector<Index> connectedParts(const LayoutRequest& request) {
    std::vector<Index> parent(request.nodes.size());
    for (Index node = 0; node < parent.size(); ++node)
        parent[node] = node;
    const auto root = [&](Index node) {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    };
    for (const EdgeToRoute& edge : request.edges) {
        const auto [low, high] = std::minmax({root(edge.tail), root(edge.head)});
        parent[high] = low;
    }
    std::vector<Index> number(parent.size(), kNone);
    std::vector<Index> result(parent.size());
    Index next = 0;
    for (Index node = 0; node < parent.size(); ++node) {
        Index& mine = number[root(node)];
        if (mine == kNone) mine = next++;
        result[node] = mine;
    }
    return result;
}

std::vector<LayoutPoint> packBoxes(std::span<const LayoutSize> boxes, LayoutSize gap) {
    double area = 0;
    double widest = 0;
    for (const LayoutSize& box : boxes) {
        area += (box.width + gap.width) * (box.height + gap.height);
        widest = std::max(widest, box.width);
    }
    const double pageWidth = std::max(widest, std::sqrt(kPageShape * area) - gap.width);

    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return boxes[a].height > boxes[b].height; });

    std::vector<LayoutPoint> corners(boxes.size());
    LayoutPoint next;
    double rowHeight = 0;
    for (const std::size_t box : order) {
        if (next.x > 0 && next.x + boxes[box].width > pageWidth) {
            next = {0, next.y + rowHeight + gap.height};
            rowHeight = 0;
        }
        corners[box] = next;
        next.x += boxes[box].width + gap.width;
        rowHeight = std::max(rowHeight, boxes[box].height);
    }
    return corners;
}

void packParts(GraphLayout& layout, const LayoutRequest& request) {
    const std::vector<Index> part = connectedParts(request);
    if (part.empty()) return;
    std::vector<LayoutBounds> bounds(1 + *std::max_element(part.begin(), part.end()));
    if (bounds.size() == 1) return;
    const auto partOf = [&](std::size_t edge) { return part[request.edges[edge].tail]; };
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        bounds[part[i]].include(layout.nodes[i]);
    for (std::size_t i = 0; i < layout.edges.size(); ++i)
        bounds[partOf(i)].include(layout.edges[i]);

    std::vector<LayoutSize> sizes;
    for (const LayoutBounds& box : bounds)
        sizes.push_back(box.size());
    std::vector<LayoutPoint> shift =
        packBoxes(sizes, {request.rankSeparation / 2, 2 * request.nodeSeparation});
    for (std::size_t i = 0; i < shift.size(); ++i) {
        shift[i].x -= bounds[i].left;
        shift[i].y -= bounds[i].top;
    }
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        move(layout.nodes[i], shift[part[i]]);
    for (std::size_t i = 0; i < layout.edges.size(); ++i)
        move(layout.edges[i], shift[partOf(i)]);
}

} // namespace hallway
