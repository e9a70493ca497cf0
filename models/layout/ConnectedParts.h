// Graphs that fall apart: which nodes hang together, and where on the page each part goes.
#pragma once

#include "layout/GraphLayout.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace hallway {

/// Per node the number of its connected part, held together by edges and by boxes: 0 for that of node 0, then
/// counted up in the order of the nodes.
[[nodiscard]] std::vector<std::uint32_t> connectedParts(const LayoutRequest& request);

/// Top left corners for boxes so that they fill a page about twice as wide as high: rows from the highest
/// boxes to the lowest, `gap` px apart. The page begins at (0, 0).
[[nodiscard]] std::vector<LayoutPoint> packBoxes(std::span<const LayoutSize> boxes, LayoutSize gap);

/// Lays out one connected graph.
using LayOutPart = std::function<Result<GraphLayout>(const LayoutRequest&)>;

/// Lays out every connected part by itself and packs the drawings onto one page, so that no two share an area
/// and many small ones do not make an endless column. Errors: the first one of `layOut`.
[[nodiscard]] Result<GraphLayout> layoutByParts(const LayoutRequest& request, const LayOutPart& layOut);

} // namespace hallway
