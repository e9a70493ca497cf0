#include "base/FormatText.h"

#include <array>

namespace hallway::format {

namespace {

/// A time of the calendar; fields are what a clock on the wall shows.
struct CalendarTime {
    std::chrono::year_month_day date;
    std::chrono::hh_mm_ss<std::chrono::seconds> clock;
    std::int64_t nanoseconds = 0; ///< of the second, 0..999'999'999
};

CalendarTime calendarTime(Timestamp time, UtcOffset offset) {
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t rest = nanosecondsOf(time) % second;
    const std::int64_t nanoseconds = rest < 0 ? rest + second : rest;
    // In whole seconds, where no offset can overflow.
    const std::chrono::sys_seconds utc(
        std::chrono::seconds((nanosecondsOf(time) / second) - (rest < 0 ? 1 : 0)));
    const auto local = utc + std::chrono::seconds(offset == nullptr ? 0 : offset(time));
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return {std::chrono::year_month_day(day), std::chrono::hh_mm_ss<std::chrono::seconds>(local - day),
            nanoseconds};
}

void appendPadded(std::string& text, std::int64_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) text.append(width - digits.size(), '0');
    text += digits;
}

std::string clockText(const CalendarTime& time, bool seconds) {
    std::string text;
    appendPadded(text, time.clock.hours().count(), 2);
    text += ':';
    appendPadded(text, time.clock.minutes().count(), 2);
    if (!seconds) return text;
    text += ':';
    appendPadded(text, time.clock.seconds().count(), 2);
    return text;
}

} // namespace

std::string timeOfDay(Timestamp time, UtcOffset offset) {
    const CalendarTime calendar = calendarTime(time, offset);
    std::string text = clockText(calendar, true) + '.';
    appendPadded(text, calendar.nanoseconds / 1'000'000, 3);
    return text;
}

std::string clock(Timestamp time, bool seconds, UtcOffset offset) {
    return clockText(calendarTime(time, offset), seconds);
}

std::string date(Timestamp time, UtcOffset offset) {
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = calendarTime(time, offset).date;
    return std::to_string(unsigned(date.day())) + ' ' + std::string(months[unsigned(date.month()) - 1]) +
           ' ' + std::to_string(int(date.year()));
}

std::string isoTime(Timestamp time) {
    const CalendarTime calendar = calendarTime(time, nullptr);
    std::string text;
    appendPadded(text, int(calendar.date.year()), 4);
    text += '-';
    appendPadded(text, unsigned(calendar.date.month()), 2);
    text += '-';
    appendPadded(text, unsigned(calendar.date.day()), 2);
    text += 'T' + clockText(calendar, true) + '.';
    appendPadded(text, calendar.nanoseconds, 9);
    return text + 'Z';
}

} // namespace hallway::format
