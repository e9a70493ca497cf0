// Latencies as people type them: "250ms", "1.5s", "p95".
#pragma once

#include "analysis/CallSource.h"
#include "base/Time.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace hallway::cli {

/// In thousandths of a percent, as nearestRank() takes it.
struct Percentile {
    std::uint32_t thousandths = 0;
    bool operator==(const Percentile&) const = default;
};
using LatencyLimit = std::variant<Duration, Percentile>;

/// A number with ns, us, µs, ms, s, m or h, or `p` and a percentile such as p95 or p99.9; nothing for
/// anything else.
[[nodiscard]] std::optional<LatencyLimit> parseLatencyLimit(std::string_view text);

/// A percentile is that of these calls; nothing where none has a latency.
[[nodiscard]] std::optional<Duration> durationOf(const LatencyLimit& limit,
                                                 const std::vector<SourcedCall>& calls);

} // namespace hallway::cli
