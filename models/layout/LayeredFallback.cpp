#include "layout/LayeredFallback.h"

#include "layout/LayeredGraph.h"
#include "layout/LayeredOrder.h"
#include "layout/LayeredPlaces.h"
#include "layout/LayeredRanks.h"
#include "layout/LayeredRoutes.h"

namespace hallway {

GraphLayout layeredLayout(const LayoutRequest& request) {
    LayeredGraph graph = layeredGraph(request, rankNodes(request));
    orderColumns(graph);
    placeVertices(graph, request.nodeSeparation);
    return drawLayers(request, graph);
}

} // namespace hallway
