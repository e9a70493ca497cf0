// How many calls a request makes along one edge, as a distribution (calls.md rule 25).
#pragma once

#include "analysis/Subset.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// Requests that made `low` … `high` calls, both included.
struct FanOutBin {
    std::uint64_t low = 0, high = 0;
    std::uint64_t requests = 0;
    bool operator==(const FanOutBin&) const = default;
};

struct FanOutBins {
    std::uint64_t requests = 0;              ///< entries of the caller, those without such a call included
    std::uint64_t p50 = 0, p95 = 0, max = 0; ///< calls; nearest rank over all requests
    SpanRow most;                            ///< the first request with `max` calls
    std::vector<FanOutBin> bins;             ///< from 0 to `max`, without gaps
    bool operator==(const FanOutBins&) const = default;
};

/// Of the entries of the caller in the subset and the calls of the edge in it. Nothing where the caller is
/// virtual or has no entry. Up to 15 calls every number has a bin of its own, beyond 1, 2 and 5 of each power
/// of ten begin one.
[[nodiscard]] std::optional<FanOutBins> fanOutBinsOf(EdgeId edge, const SpanTable& spans,
                                                     const CallTable& calls, const Subset& subset);

} // namespace hallway
