// Numbers in a wanted order, moved as little as possible.
#pragma once

#include <span>
#include <vector>

namespace hallway {

/// The ascending (never falling) sequence that minimises the sum of weight · (result − wanted)².
/// Preconditions: sizes equal, weights positive.
[[nodiscard]] std::vector<double> nearestAscending(std::span<const double> wanted,
                                                   std::span<const double> weights);

} // namespace hallway
