#include "layout/LayeredFallback.h"

#include "layout/ConnectedParts.h"
#include "layout/LayeredGraph.h"
#include "layout/LayeredOrder.h"
#include "layout/LayeredPlaces.h"
#include "layout/LayeredRanks.h"
#include "layout/LayeredRoutes.h"

namespace hallway {

GraphLayout layeredLayout(const LayoutRequest& request) {
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
