// The clock of the place Hallway runs at (View ▸ Local time).
#pragma once

#include "base/FormatText.h"

namespace hallway {

/// Seconds east of UTC at a time, by the system's time zone.
[[nodiscard]] std::int32_t localOffset(Timestamp time);

/// What views are given: nullptr for UTC.
[[nodiscard]] constexpr format::UtcOffset clockOf(bool localTime) {
    return localTime ? localOffset : nullptr;
}

} // namespace hallway
