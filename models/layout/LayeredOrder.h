// Second step of the fallback: who stands above whom in a column.
#pragma once

#include "layout/LayeredGraph.h"

namespace hallway {

/// Sorts every column so that connected vertices stand at similar heights, which takes most crossings away.
/// The vertices of a connected part stay together, parts in the order of their numbers.
void orderColumns(LayeredGraph& graph);

} // namespace hallway
