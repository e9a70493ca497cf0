#include "layout/LayeredFallback.h"

#include "layout/ConnectedParts.h"
#include "layout/EdgeCurve.h"
#include "layout/LayeredGraph.h"
#include "layout/LayeredOrder.h"
#include "layout/LayeredPlaces.h"
#include "layout/LayeredRanks.h"
#include "layout/LayeredRoutes.h"

#include <utility>
#include <vector>

namespace hallway {

namespace {

void transpose(LayoutPoint& point) { std::swap(point.x, point.y); }
void transpose(LayoutSize& size) { std::swap(size.width, size.height); }

/// Columns for rows: what lies left to right then lies top down.
LayoutRequest transposed(LayoutRequest request) {
    for (NodeToPlace& node : request.nodes)
        transpose(node.size);
    for (EdgeToRoute& edge : request.edges)
        if (edge.label) transpose(*edge.label);
    request.direction = LayoutDirection::LeftToRight;
    return request;
}

void transpose(GraphLayout& layout, const LayoutRequest& request) {
    transpose(layout.size);
    for (PlacedNode& node : layout.nodes) {
        transpose(node.centre);
        transpose(node.size);
    }
    std::vector<std::size_t> loops(layout.nodes.size(), 0);
    for (std::size_t i = 0; i < layout.edges.size(); ++i) {
        EdgeRoute& route = layout.edges[i];
        const EdgeToRoute& wanted = request.edges[i];
        if (wanted.tail == wanted.head) { // over the top side, whatever the direction
            route = selfLoop(layout.nodes[wanted.tail], loops[wanted.tail]++, wanted.label);
            continue;
        }
        for (LayoutPoint& point : route.curve)
            transpose(point);
        if (route.label) transpose(*route.label);
    }
    normalise(layout);
}

} // namespace

GraphLayout layeredLayout(const LayoutRequest& request) {
    if (request.direction == LayoutDirection::TopDown) {
        GraphLayout layout = layeredLayout(transposed(request));
        transpose(layout, request);
        return layout;
    }
    const auto layOut = [](const LayoutRequest& part) -> Result<GraphLayout> {
        LayeredGraph graph = layeredGraph(part, rankNodes(part));
        orderColumns(graph);
        placeVertices(graph, part.nodeSeparation);
        return drawLayers(part, graph);
    };
    GraphLayout layout = *layoutByParts(request, layOut); // layOut never fails
    layout.engine = LayoutEngineUsed::Layered;
    return layout;
}

} // namespace hallway
