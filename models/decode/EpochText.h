// Times whose unit an export does not state.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// Nanoseconds since 1970 of a calendar time (CalendarText.h), or of a number of seconds, milliseconds,
/// microseconds or nanoseconds, whichever makes it a time of this century. Nothing if it is neither.
[[nodiscard]] std::optional<std::int64_t> epochTime(std::string_view text);

} // namespace hallway
