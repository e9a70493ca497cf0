#include "decode/ShortDate.h"

#include "decode/CalendarText.h"
#include "decode/DecimalText.h"

#include <array>
#include <cstdio>
#include <string>

namespace hallway {

namespace {

struct Clock {
    int hour = 0, minute = 0, second = 0;
    std::string_view offset; ///< empty: UTC
};

/// Takes the number that stands at the front, and one character behind it.
std::optional<int> takeNumber(std::string_view& text) {
    std::size_t size = 0;
    int number = 0;
    while (size < text.size() && size < 4 && text[size] >= '0' && text[size] <= '9')
        number = number * 10 + (text[size++] - '0');
    if (size == 0) return std::nullopt;
    text.remove_prefix(size);
    if (!text.empty()) text.remove_prefix(1);
    return number;
}

std::optional<Clock> takeClock(std::string_view text) {
    const auto hour = takeNumber(text), minute = takeNumber(text), second = takeNumber(text);
    if (!hour || !minute || !second) return std::nullopt;
    Clock clock{*hour, *minute, *second, {}};
    text = trimmed(text);
    const bool isMorning = text.starts_with("AM"), isEvening = text.starts_with("PM");
    if (isMorning || isEvening) {
        clock.hour = clock.hour % 12 + (isEvening ? 12 : 0);
        text = trimmed(text.substr(2));
    }
    clock.offset = text;
    return clock;
}

} // namespace

std::optional<std::int64_t> shortDateTime(std::string_view text, std::int64_t from, std::int64_t to) {
    constexpr std::int64_t second = 1'000'000'000; // what such texts leave out
    text = trimmed(text);
    const auto first = takeNumber(text), middle = takeNumber(text), last = takeNumber(text);
    if (!first || !middle || !last) return std::nullopt;
    const auto clock = takeClock(trimmed(text));
    if (!clock) return std::nullopt;
    struct Date {
        int year, month, day;
    };
    for (const Date& date :
         {Date{*last, *first, *middle}, Date{*last, *middle, *first}, Date{*first, *middle, *last}}) {
        std::array<char, 64> iso{};
        (void)std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02dT%02d:%02d:%02d", date.year, date.month,
                            date.day, clock->hour, clock->minute, clock->second);
        const auto time = calendarTime(std::string(iso.data()) + std::string(clock->offset));
        if (time && *time >= from - second && *time <= to + second) return time;
    }
    return std::nullopt;
}

} // namespace hallway
