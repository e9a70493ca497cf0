// The shapes of traces, each with what it has and lacks beside the most frequent one of its root.
#pragma once

#include "analysis/ShapeDifference.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace hallway {

struct ShapeLimits {
    std::size_t groups = std::numeric_limits<std::size_t>::max();
    std::size_t shapes = std::numeric_limits<std::size_t>::max(); ///< of each group
};

struct ShapeOverview {
    ShapeReport report; ///< all of them
    /// By group, by shape: of the first ones only. The first of a group is compared with nothing.
    std::vector<std::vector<ShapeDifference>> differences;
    bool operator==(const ShapeOverview&) const = default;
};

/// On up to `threads` threads, 0 = one a processor; the result does not depend on them.
[[nodiscard]] ShapeOverview shapeOverviewOf(const SpanTable& spans, const CallTable& calls,
                                            const StringPool& strings, const Subset& subset,
                                            const ShapeLimits& limits, unsigned threads = 0);

} // namespace hallway
