#include "cli/TimeArgument.h"

#include <charconv>

namespace hallway::cli {

namespace {

using namespace std::chrono;

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Takes pieces off the front of a text; every take fails without a trace where the piece is not there.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool take(std::string_view anyOf) {
        if (m_rest.empty() || anyOf.find(m_rest.front()) == std::string_view::npos) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Of exactly so many digits.
    std::optional<int> number(std::size_t digits) {
        if (m_rest.size() < digits) return std::nullopt;
        int value = 0;
        for (const char c : m_rest.substr(0, digits)) {
            if (!isDigit(c)) return std::nullopt;
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(digits);
        return value;
    }
    /// Digits behind the point as nanoseconds; at least one.
    std::optional<nanoseconds> fraction() {
        std::int64_t value = 0;
        std::size_t digits = 0;
        for (; !m_rest.empty() && isDigit(m_rest.front()); m_rest.remove_prefix(1), ++digits)
            if (digits < 9) value = value * 10 + (m_rest.front() - '0');
        if (digits == 0) return std::nullopt;
        for (; digits < 9; ++digits)
            value *= 10;
        return nanoseconds(value);
    }
    [[nodiscard]] char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

std::optional<year_month_day> parseDate(Scanner& scanner) {
    const auto y = scanner.number(4);
    if (!y || !scanner.take("-")) return std::nullopt;
    const auto m = scanner.number(2);
    if (!m || !scanner.take("-")) return std::nullopt;
    const auto d = scanner.number(2);
    if (!d) return std::nullopt;
    const year_month_day date(year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d)));
    return date.ok() ? std::optional(date) : std::nullopt;
}

/// "12:04", "12:04:41", "12:04:41.318"
std::optional<nanoseconds> parseClock(Scanner& scanner) {
    const auto h = scanner.number(2);
    if (!h || *h > 23 || !scanner.take(":")) return std::nullopt;
    const auto m = scanner.number(2);
    if (!m || *m > 59) return std::nullopt;
    nanoseconds time = hours(*h) + minutes(*m);
    if (!scanner.take(":")) return time;
    const auto s = scanner.number(2);
    if (!s || *s > 60) return std::nullopt; // a leap second is the second after it
    time += seconds(*s);
    if (!scanner.take(".,")) return time;
    const auto part = scanner.fraction();
    return part ? std::optional(time + *part) : std::nullopt;
}

/// "", "Z", "+01", "+0100", "+01:00": what to subtract to get UTC.
std::optional<nanoseconds> parseZone(Scanner& scanner) {
    if (scanner.atEnd() || scanner.take("Zz")) return nanoseconds::zero();
    const bool isWest = scanner.peek() == '-';
    if (!scanner.take("+-")) return std::nullopt;
    const auto h = scanner.number(2);
    if (!h || *h > 23) return std::nullopt;
    int m = 0;
    if (scanner.take(":") || !scanner.atEnd()) {
        const auto typed = scanner.number(2);
        if (!typed || *typed > 59) return std::nullopt;
        m = *typed;
    }
    const nanoseconds offset = hours(*h) + minutes(m);
    return isWest ? -offset : offset;
}

std::optional<Timestamp> parseIso(std::string_view text) {
    Scanner scanner(text);
    const auto date = parseDate(scanner);
    if (!date || date->year() <= year(1677) || date->year() >= year(2262)) return std::nullopt;
    const Timestamp midnight = sys_days(*date);
    if (scanner.atEnd()) return midnight;
    if (!scanner.take("Tt ")) return std::nullopt;
    const auto clock = parseClock(scanner);
    if (!clock) return std::nullopt;
    const auto zone = parseZone(scanner);
    if (!zone || !scanner.atEnd()) return std::nullopt;
    return midnight + *clock - *zone;
}

} // namespace

std::optional<Timestamp> parseTime(std::string_view text) {
    std::int64_t nanoseconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), nanoseconds);
    if (error == std::errc() && end == text.data() + text.size()) return timestampOf(nanoseconds);
    return parseIso(text);
}

} // namespace hallway::cli
