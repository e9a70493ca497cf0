// Third step of the fallback: heights of the vertices.
#pragma once

#include "layout/LayeredGraph.h"

namespace hallway {

/// Sets LayeredVertex::y so that vertices keep the order of their columns and `separation` px of distance,
/// and stand as near as they can to the mean of their neighbours.
void placeVertices(LayeredGraph& graph, double separation);

} // namespace hallway
