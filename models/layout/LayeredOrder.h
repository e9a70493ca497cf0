// Second step of the fallback: who stands above whom in a column.
#pragma once

#include "layout/LayeredGraph.h"

namespace hallway {

/// Sorts every column so that connected vertices stand at similar heights, which takes most crossings away.
void orderColumns(LayeredGraph& graph);

} // namespace hallway
