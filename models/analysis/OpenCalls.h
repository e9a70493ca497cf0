// How calls of one request overlap. Private to RepeatedCalls.
#pragma once

#include "base/Time.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace hallway {

struct OpenCalls {
    std::uint32_t peak = 0;
    Duration elapsed{}; ///< time in which at least one is open
};

/// Of intervals [start, end), start ≤ end, which are reordered. One that ends where another starts does not
/// overlap it.
[[nodiscard]] OpenCalls openCallsOf(std::vector<std::pair<Timestamp, Timestamp>>& intervals);

} // namespace hallway
