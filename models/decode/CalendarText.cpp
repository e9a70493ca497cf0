#include "decode/CalendarText.h"

#include "decode/DecimalText.h"

#include <algorithm>
#include <chrono>

namespace hallway {

namespace {

constexpr std::int64_t second = 1'000'000'000;

/// Takes a text apart from the left. Once something was missing, isGood() is false.
class Cursor {
public:
    explicit Cursor(std::string_view text) : m_rest(text) {}

    /// Exactly `width` digits.
    int number(std::size_t width) {
        if (m_rest.size() < width) return bad();
        int value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            if (m_rest[i] < '0' || m_rest[i] > '9') return bad();
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(width);
        return value;
    }
    bool take(std::string_view anyOf) {
        if (m_rest.empty() || anyOf.find(m_rest.front()) == anyOf.npos) return false;
        m_last = m_rest.front();
        m_rest.remove_prefix(1);
        return true;
    }
    void expect(std::string_view anyOf) {
        if (!take(anyOf)) bad();
    }
    /// The nanoseconds that the digits of a fraction say, of which there is at least one.
    std::int64_t fraction() {
        std::int64_t value = 0, place = second / 10;
        const std::size_t size = std::min(m_rest.find_first_not_of("0123456789"), m_rest.size());
        if (size == 0) bad();
        for (const char digit : m_rest.substr(0, size)) {
            value += (digit - '0') * place;
            place /= 10;
        }
        m_rest.remove_prefix(size);
        return value;
    }
    [[nodiscard]] char last() const { return m_last; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    int bad() {
        m_isGood = false;
        return 0;
    }

    std::string_view m_rest;
    char m_last = 0;
    bool m_isGood = true;
};

/// The seconds to subtract.
std::int64_t offsetAt(Cursor& text) {
    if (text.take("Zz") || !text.take("+-")) return 0;
    const std::int64_t sign = text.last() == '-' ? -1 : 1;
    const int hours = text.number(2);
    const bool hasMinutes = text.take(":") || !text.atEnd();
    const int minutes = hasMinutes ? text.number(2) : 0;
    return sign * (hours * 3600 + minutes * 60);
}

std::optional<std::int64_t> joined(std::int64_t seconds, std::int64_t nanoseconds) {
    std::int64_t time = 0;
    if (__builtin_mul_overflow(seconds, second, &time) || __builtin_add_overflow(time, nanoseconds, &time))
        return std::nullopt;
    return time;
}

std::optional<std::int64_t> clockDuration(std::string_view text) {
    const bool isNegative = text.starts_with('-');
    if (isNegative) text.remove_prefix(1);
    std::int64_t days = 0;
    const std::size_t colon = text.find(':'), point = text.find('.');
    if (point < colon) {
        const auto written = decimalInteger(text.substr(0, point));
        if (!written || *written < 0 || *written > 100000) return std::nullopt;
        days = *written;
        text.remove_prefix(point + 1);
    }
    Cursor cursor(text);
    const int hours = cursor.number(2);
    cursor.expect(":");
    const int minutes = cursor.number(2);
    cursor.expect(":");
    const int seconds = cursor.number(2);
    const std::int64_t nanoseconds = cursor.take(".") ? cursor.fraction() : 0;
    if (!cursor.isGood() || !cursor.atEnd() || minutes > 59 || seconds > 59) return std::nullopt;
    const auto duration = joined(((days * 24 + hours) * 60 + minutes) * 60 + seconds, nanoseconds);
    return duration && isNegative ? std::optional(-*duration) : duration;
}

struct Unit {
    std::string_view name;
    int powerOfTen; ///< to nanoseconds
    std::int64_t factor = 1;
};

/// The longer ones first.
constexpr Unit units[] = {{"ms", 6}, {"us", 3}, {"µs", 3},    {"μs", 3},
                          {"ns", 0}, {"s", 9},  {"m", 9, 60}, {"h", 9, 3600}};

std::optional<std::int64_t> unitDuration(std::string_view text) {
    const bool isNegative = text.starts_with('-');
    if (isNegative) text.remove_prefix(1);
    std::int64_t sum = 0;
    if (text.empty()) return std::nullopt;
    while (!text.empty()) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
        const std::string_view number = text.substr(0, digits);
        text.remove_prefix(digits);
        const auto* const unit = std::find_if(std::begin(units), std::end(units), [text](const Unit& other) {
            return text.starts_with(other.name);
        });
        if (unit == std::end(units)) return std::nullopt;
        text.remove_prefix(unit->name.size());
        const auto value = decimalInteger(number, unit->powerOfTen);
        std::int64_t part = 0;
        if (!value || __builtin_mul_overflow(*value, unit->factor, &part) ||
            __builtin_add_overflow(sum, part, &sum))
            return std::nullopt;
    }
    return isNegative ? -sum : sum;
}

} // namespace

std::optional<std::int64_t> calendarTime(std::string_view text) {
    Cursor cursor(trimmed(text));
    const int year = cursor.number(4);
    cursor.expect("-");
    const int month = cursor.number(2);
    cursor.expect("-");
    const int day = cursor.number(2);
    cursor.expect("Tt ");
    const int hour = cursor.number(2);
    cursor.expect(":");
    const int minute = cursor.number(2);
    cursor.expect(":");
    const int seconds = cursor.number(2);
    const std::int64_t nanoseconds = cursor.take(".,") ? cursor.fraction() : 0;
    const std::int64_t offset = offsetAt(cursor);
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    const bool isTime = hour <= 24 && minute <= 59 && seconds <= 60; // leap seconds are written
    if (!cursor.isGood() || !cursor.atEnd() || !date.ok() || !isTime) return std::nullopt;
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return joined(days * 86400 + hour * 3600 + minute * 60 + seconds - offset, nanoseconds);
}

std::optional<std::int64_t> durationText(std::string_view text) {
    text = trimmed(text);
    return text.find(':') == text.npos ? unitDuration(text) : clockDuration(text);
}

} // namespace hallway
