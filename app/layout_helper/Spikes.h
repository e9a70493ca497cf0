// Smooths away a flaw of dot: where many edges pass a gap, a curve sometimes darts back against its
// direction, at times for hundreds of px, and ends in a spike in the middle of nowhere.
#pragma once

#include "layout/GraphLayout.h"

namespace hallway {

/// The route with its points in the order of its direction from left to right (or right to left), if it goes
/// back further than a curve around a node needs; otherwise the route as it is. Ends stay where they are.
[[nodiscard]] EdgeRoute withoutSpikes(EdgeRoute route);

} // namespace hallway
