// Graphs that fall apart: which nodes hang together, and where on the page each part goes.
#pragma once

#include "layout/GraphLayout.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hallway {

/// Per node the number of its connected part: 0 for that of node 0, then counted up in the order of the
/// nodes.
[[nodiscard]] std::vector<std::uint32_t> connectedParts(const LayoutRequest& request);

/// Top left corners for boxes so that they fill a page about twice as wide as high: rows from the highest
/// boxes to the lowest, `gap` px apart. The page begins at (0, 0).
[[nodiscard]] std::vector<LayoutPoint> packBoxes(std::span<const LayoutSize> boxes, LayoutSize gap);

/// Moves every connected part as a whole, so that no two share an area and many small ones do not make an
/// endless column. Changes nothing within a part.
void packParts(GraphLayout& layout, const LayoutRequest& request);

} // namespace hallway
