#include "analysis/Distribution.h"

#include <algorithm>

namespace hallway {

std::optional<Distribution> distributionOf(std::span<Duration> samples) {
    if (samples.empty()) return std::nullopt;

    // Each rank is sought only among what the one before left above it.
    auto from = samples.begin();
    const auto pick = [&](std::uint64_t thousandths) {
        const auto rank =
            samples.begin() + static_cast<std::ptrdiff_t>(nearestRank(samples.size(), thousandths));
        std::nth_element(from, rank, samples.end());
        from = rank;
        return *rank;
    };
    Distribution figures;
    figures.samples = samples.size();
    figures.p50 = pick(50'000);
    figures.p95 = pick(95'000);
    figures.p99 = pick(99'000);
    figures.max = *std::max_element(from, samples.end());
    return figures;
}

} // namespace hallway
