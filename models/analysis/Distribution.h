// Percentiles by nearest rank (calls.md 2.1): always a value that occurred, exact, computed with integers.
#pragma once

#include "base/Time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

struct Distribution {
    std::uint64_t samples = 0;
    Duration p50{}, p95{}, p99{}, max{};
    bool operator==(const Distribution&) const = default;
};

/// 0-based index of the nearest rank of `thousandths` of a percent (0..100'000; p95 = 95'000) among `count` ≥
/// 1 sorted values.
[[nodiscard]] constexpr std::size_t nearestRank(std::uint64_t count, std::uint64_t thousandths) {
    const std::uint64_t rank = (thousandths * count + 99'999) / 100'000;
    return static_cast<std::size_t>(rank == 0 ? 0 : rank - 1);
}

/// Reorders `samples`. Nothing for no samples: a missing value is never 0.
[[nodiscard]] std::optional<Distribution> distributionOf(std::span<Duration> samples);

/// How sure a percentile is: p95 wants 20 samples, p99 wants 100 (calls.md 2.1).
[[nodiscard]] constexpr bool isCertainP95(std::uint64_t samples) { return samples >= 20; }
[[nodiscard]] constexpr bool isCertainP99(std::uint64_t samples) { return samples >= 100; }

} // namespace hallway
