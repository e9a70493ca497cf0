#include "layout/ConnectedParts.h"

#include "layout/LayoutBounds.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace hallway {
namespace {

using Index = std::uint32_t;

constexpr Index kNone = std::numeric_limits<Index>::max();
constexpr double kPageShape = 2.2; ///< width by height of the room a graph usually gets

struct Part {
    LayoutRequest request;
    std::vector<std::size_t> nodes; ///< which of the whole graph they are
    std::vector<std::size_t> edges;
    std::vector<std::size_t> boxes;
};

/// A box lies in one part, since it holds its nodes together.
void splitBoxes(const LayoutRequest& request, const std::vector<Index>& number, std::vector<Part>& parts) {
    std::vector<Index> partOf(request.boxes.size(), kNone), within(request.boxes.size(), kNone);
    for (std::size_t i = 0; i < request.nodes.size(); ++i)
        if (const auto box = request.nodes[i].box) partOf[*box] = number[i];
    for (std::size_t box = request.boxes.size(); box-- > 0;)
        if (const auto parent = request.boxes[box].parent) partOf[*parent] = partOf[box];
    for (std::size_t i = 0; i < request.boxes.size(); ++i) {
        Part& part = parts[partOf[i]];
        within[i] = static_cast<Index>(part.boxes.size());
        part.boxes.push_back(i);
        BoxToDraw box = request.boxes[i];
        if (box.parent) box.parent = within[*box.parent];
        part.request.boxes.push_back(box);
    }
    for (Part& part : parts)
        for (NodeToPlace& node : part.request.nodes)
            if (node.box) node.box = within[*node.box];
}

std::vector<Part> split(const LayoutRequest& request) {
    const std::vector<Index> number = connectedParts(request);
    std::vector<Part> parts;
    std::vector<Index> within(request.nodes.size()); // the node's index in its part
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        if (number[i] == parts.size()) {
            Part& part = parts.emplace_back();
            part.request.rankSeparation = request.rankSeparation;
            part.request.nodeSeparation = request.nodeSeparation;
            part.request.direction = request.direction;
        }
        Part& part = parts[number[i]];
        within[i] = static_cast<Index>(part.nodes.size());
        part.nodes.push_back(i);
        part.request.nodes.push_back(request.nodes[i]);
    }
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        EdgeToRoute edge = request.edges[i];
        Part& part = parts[number[edge.tail]];
        edge.tail = within[edge.tail];
        edge.head = within[edge.head];
        part.edges.push_back(i);
        part.request.edges.push_back(edge);
    }
    splitBoxes(request, number, parts);
    return parts;
}

void place(const Part& part, GraphLayout drawing, LayoutPoint corner, GraphLayout& page) {
    page.engine = drawing.engine;
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
        move(drawing.nodes[i], corner);
        page.nodes[part.nodes[i]] = drawing.nodes[i];
    }
    for (std::size_t i = 0; i < part.edges.size(); ++i) {
        move(drawing.edges[i], corner);
        page.edges[part.edges[i]] = std::move(drawing.edges[i]);
    }
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        move(drawing.boxes[i], corner);
        page.boxes[part.boxes[i]] = drawing.boxes[i];
    }
}

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
    const auto join = [&](Index a, Index b) {
        const auto [low, high] = std::minmax({root(a), root(b)});
        parent[high] = low;
    };
    for (const EdgeToRoute& edge : request.edges)
        join(edge.tail, edge.head);
    std::vector<Index> inBox(request.boxes.size(), kNone); // one node of each
    const auto joinIn = [&](Index box, Index node) {
        if (inBox[box] != kNone) join(inBox[box], node);
        inBox[box] = node;
    };
    for (Index node = 0; node < parent.size(); ++node)
        if (const auto box = request.nodes[node].box) joinIn(*box, node);
    for (std::size_t box = request.boxes.size(); box-- > 0;)
        if (const auto around = request.boxes[box].parent; around && inBox[box] != kNone)
            joinIn(*around, inBox[box]);
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

Result<GraphLayout> layoutByParts(const LayoutRequest& request, const LayOutPart& layOut) {
    const std::vector<Part> parts = split(request);
    std::vector<GraphLayout> drawings;
    std::vector<LayoutSize> sizes;
    for (const Part& part : parts) {
        Result<GraphLayout> drawing = layOut(part.request);
        if (!drawing) return drawing;
        normalise(*drawing);
        sizes.push_back(drawing->size);
        drawings.push_back(*std::move(drawing));
    }

    GraphLayout page;
    page.nodes.resize(request.nodes.size());
    page.edges.resize(request.edges.size());
    const bool hasBoxes = std::all_of(drawings.begin(), drawings.end(), [&](const GraphLayout& drawing) {
        const auto part = static_cast<std::size_t>(&drawing - drawings.data());
        return drawing.boxes.size() == parts[part].boxes.size();
    });
    if (hasBoxes) page.boxes.resize(request.boxes.size());
    const auto corners = packBoxes(sizes, {request.rankSeparation / 2, 2 * request.nodeSeparation});
    for (std::size_t i = 0; i < parts.size(); ++i)
        place(parts[i], std::move(drawings[i]), corners[i], page);
    normalise(page);
    return page;
}

} // namespace hallway
