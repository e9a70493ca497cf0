// First step of the fallback: in which column each node stands.
#pragma once

#include "layout/GraphLayout.h"

#include <cstdint>
#include <vector>

namespace hallway {

struct LayeredRanks {
    std::vector<std::uint32_t> rank; ///< per node: its column, from 0
    std::vector<bool> backwards;     ///< per edge: it closes a cycle and runs from right to left
    bool operator==(const LayeredRanks&) const = default;
};

/// Longest path from the callers that nobody calls; a node without callers then moves right, next to its
/// nearest callee. Edges other than self edges always join different columns. minLength counts as 1.
[[nodiscard]] LayeredRanks rankNodes(const LayoutRequest& request);

} // namespace hallway
