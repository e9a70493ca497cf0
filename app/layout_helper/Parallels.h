// Keeps edges between the same two nodes apart. dot does so itself, but where one of them has a label it lays
// them on one another.
#pragma once

#include "layout/GraphLayout.h"

namespace hallway {

/// Moves edges that run together with an earlier one of the same two nodes (in either direction) to its side.
void separateParallels(GraphLayout& layout, const LayoutRequest& request);

} // namespace hallway
