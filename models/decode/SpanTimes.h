// Times as tables and rows of spans write them: numbers of any unit, or for people to read.
#pragma once

#include "decode/SpanColumns.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

struct WrittenTime {
    std::int64_t nanoseconds = 0;      ///< since 1970 UTC
    TimeUnit unit = TimeUnit::Unknown; ///< of the number; unknown if it is no number
};

/// A number without a `unit` has the one that lets it be a time between 2001 and 2100 (formats.md 1.3).
/// Nothing if there is none, or if the text is no time.
[[nodiscard]] std::optional<WrittenTime> writtenTime(std::string_view text, TimeUnit unit);

/// Nanoseconds of a duration that says its unit itself ("12ms", "00:00:01.5"), or is a number of `unit`.
[[nodiscard]] std::optional<std::int64_t> writtenDuration(std::string_view text, TimeUnit unit);

} // namespace hallway
