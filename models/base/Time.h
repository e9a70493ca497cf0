// Times of the whole program: nanoseconds since 1970 UTC, and differences of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>

namespace hallway {

using Duration = std::chrono::nanoseconds;
using Timestamp = std::chrono::sys_time<Duration>;

[[nodiscard]] constexpr Timestamp timestampOf(std::int64_t nanoseconds) {
    return Timestamp(Duration(nanoseconds));
}
[[nodiscard]] constexpr std::int64_t nanosecondsOf(Timestamp time) { return time.time_since_epoch().count(); }

/// Half open: [from, to). The default holds every time. calls.md rule 36.
struct TimeRange {
    Timestamp from = timestampOf(std::numeric_limits<std::int64_t>::min());
    Timestamp to = timestampOf(std::numeric_limits<std::int64_t>::max());

    [[nodiscard]] constexpr bool contains(Timestamp time) const { return from <= time && time < to; }
    [[nodiscard]] constexpr bool isEverything() const { return *this == TimeRange{}; }
    constexpr bool operator==(const TimeRange&) const = default;
};

} // namespace hallway
