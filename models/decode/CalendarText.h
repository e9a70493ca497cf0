// Times and durations that exports write for people to read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// Nanoseconds since 1970 UTC of "2023-05-02T09:30:00.123456789Z" and its kin: a blank for the T, a comma for
/// the point, an offset (+02:00, +0200, +02) for the Z, none of them (UTC), any number of digits of a second
/// (those beyond nine are cut). Nothing if it is no such time or before 1678 or after 2261.
[[nodiscard]] std::optional<std::int64_t> calendarTime(std::string_view text);

/// Nanoseconds of "00:00:01.2345678", "1.02:03:04.5" (days first) as .NET writes a TimeSpan, and of "0.005s",
/// "5ms", "7us", "7µs", "9ns", "1m2.5s" as protobuf's JSON and Go write a duration. Nothing if it is neither.
[[nodiscard]] std::optional<std::int64_t> durationText(std::string_view text);

} // namespace hallway
