#include "decode/SpanTimes.h"

#include "decode/CalendarText.h"
#include "decode/DecimalText.h"

namespace hallway {

namespace {

/// Of a number that is a time between 2001 and 2100 in some unit.
TimeUnit unitOf(std::int64_t number) {
    constexpr std::int64_t first = 1'000'000'000, last = 4'100'000'000; // seconds
    for (const TimeUnit unit : {TimeUnit::Nanoseconds, TimeUnit::Microseconds, TimeUnit::Milliseconds}) {
        std::int64_t second = 1; // in this unit
        for (int power = static_cast<int>(unit); power < 9; ++power)
            second *= 10;
        if (number >= first * second && number <= last * second) return unit;
    }
    return number >= first && number <= last ? TimeUnit::Seconds : TimeUnit::Unknown;
}

} // namespace

std::optional<WrittenTime> writtenTime(std::string_view text, TimeUnit unit) {
    const auto number = decimalInteger(text, unit == TimeUnit::Unknown ? 0 : static_cast<int>(unit));
    if (!number) {
        const auto calendar = calendarTime(text);
        return calendar ? std::optional(WrittenTime{*calendar, TimeUnit::Unknown}) : std::nullopt;
    }
    if (unit != TimeUnit::Unknown) return WrittenTime{*number, unit};
    if (*number == 0) return WrittenTime{};
    unit = unitOf(*number);
    if (unit == TimeUnit::Unknown) return std::nullopt;
    const auto time = decimalInteger(text, static_cast<int>(unit)); // with its fraction
    return time ? std::optional(WrittenTime{*time, unit}) : std::nullopt;
}

std::optional<std::int64_t> writtenDuration(std::string_view text, TimeUnit unit) {
    if (decimalInteger(text))
        return unit == TimeUnit::Unknown ? std::nullopt : decimalInteger(text, static_cast<int>(unit));
    return durationText(text);
}

} // namespace hallway
