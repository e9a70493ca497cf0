// Times as people type them.
#pragma once

#include "base/Time.h"

#include <optional>
#include <string_view>

namespace hallway::cli {

/// ISO 8601 ("2026-11-22", "2026-11-22T12:04", "2026-11-22 12:04:41.318+01:00"; no zone = UTC; digits beyond
/// the ninth of a second are cut), or whole nanoseconds since 1970. Nothing for anything else, and outside
/// the years 1678 to 2261.
[[nodiscard]] std::optional<Timestamp> parseTime(std::string_view text);

} // namespace hallway::cli
