// Dates as programs print them for their own country's people.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// Nanoseconds since 1970 UTC of "07/05/2024 06:57:51 +00:00", "3/14/2024 9:35:28 AM +00:00",
/// "14.03.2024 09:35:28 +01:00" and the like. Which number is the month is told by the range it must lie in,
/// which is widened by a second; nothing if it lies in it neither way.
[[nodiscard]] std::optional<std::int64_t> shortDateTime(std::string_view text, std::int64_t from,
                                                        std::int64_t to);

} // namespace hallway
