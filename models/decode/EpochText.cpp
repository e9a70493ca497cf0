#include "decode/EpochText.h"

#include "decode/CalendarText.h"
#include "decode/DecimalText.h"

namespace hallway {

std::optional<std::int64_t> epochTime(std::string_view text) {
    const auto number = decimalInteger(text);
    if (!number) return calendarTime(text);
    // Between the bands of formats.md 1.3, so that the years before and after them are understood as well.
    constexpr std::int64_t seconds = 100'000'000'000, milliseconds = seconds * 1000,
                           microseconds = milliseconds * 1000;
    const int powerOfTen = *number < seconds        ? 9
                           : *number < milliseconds ? 6
                           : *number < microseconds ? 3
                                                    : 0;
    return decimalInteger(text, powerOfTen);
}

} // namespace hallway
