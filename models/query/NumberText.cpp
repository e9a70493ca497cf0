#include "query/NumberText.h"

#include <array>
#include <charconv>
#include <cmath>

namespace hallway {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t nanoseconds;
};
constexpr std::int64_t second = 1'000'000'000;
constexpr std::array units{
    Unit{"ns", 1},
    Unit{"us", 1'000},
    Unit{"\u00b5s", 1'000},
    Unit{"\u03bcs", 1'000},
    Unit{"ms", 1'000'000},
    Unit{"s", second},
    Unit{"m", 60 * second},
    Unit{"h", 3600 * second},
    Unit{"d", 86400 * second},
    Unit{"w", 604800 * second},
};

bool isDigit(char byte) { return byte >= '0' && byte <= '9'; }
bool isUnitByte(char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(byte) >= 0x80 || byte == '_';
}

std::size_t digitsAt(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && isDigit(text[at + count]))
        ++count;
    return count;
}

/// Bytes of the plain number at `at`; whether it has a point.
std::size_t plainSize(std::string_view text, std::size_t at, bool& hasPoint) {
    std::size_t size = digitsAt(text, at);
    hasPoint = at + size < text.size() && text[at + size] == '.';
    if (hasPoint) size += 1 + digitsAt(text, at + size + 1);
    return size;
}

/// Bytes of `e-5`; 0 where there is no exponent.
std::size_t exponentSize(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return 0;
    const std::size_t sign = at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-') ? 1 : 0;
    const std::size_t digits = digitsAt(text, at + 1 + sign);
    return digits == 0 ? 0 : 1 + sign + digits;
}

class NumberReader {
public:
    explicit NumberReader(std::string_view text) : m_text(text), m_isNegative(text.front() == '-') {}

    NumberText read() {
        std::size_t at = m_isNegative ? 1 : 0;
        bool isReal = false;
        std::size_t size = plainSize(m_text, at, isReal);
        const std::size_t exponent = exponentSize(m_text, at + size);
        isReal = isReal || exponent > 0;
        size += exponent;
        const std::size_t end = at + size;
        if (end < m_text.size() && m_text[end] == '%') return percent(end);
        if (exponent == 0 && end < m_text.size() && isUnitByte(m_text[end])) return duration(at);
        if (end < m_text.size() && (isUnitByte(m_text[end]) || m_text[end] == '.'))
            return fault(FilterProblem::BadNumber, 0, end + 1);
        return isReal ? real(end) : integer(end);
    }

private:
    NumberText fault(FilterProblem problem, std::size_t at, std::size_t size) {
        m_read.fault = problem;
        m_read.faultAt = at;
        m_read.faultSize = size;
        return m_read;
    }
    NumberText done(std::size_t size, Literal literal) {
        m_read.size = size;
        m_read.literal = std::move(literal);
        return m_read;
    }

    std::optional<double> realUpTo(std::size_t end) const {
        double value = 0;
        const auto read = std::from_chars(m_text.data(), m_text.data() + end, value);
        if (read.ec != std::errc() || read.ptr != m_text.data() + end) return std::nullopt;
        return value;
    }
    NumberText real(std::size_t end) {
        const auto value = realUpTo(end);
        return value ? done(end, *value) : fault(FilterProblem::BadNumber, 0, end);
    }
    NumberText percent(std::size_t end) {
        const auto value = realUpTo(end);
        return value ? done(end + 1, Percent{*value}) : fault(FilterProblem::BadNumber, 0, end + 1);
    }
    NumberText integer(std::size_t end) {
        std::int64_t value = 0;
        const auto read = std::from_chars(m_text.data(), m_text.data() + end, value);
        return read.ec == std::errc() ? done(end, value) : fault(FilterProblem::BadNumber, 0, end);
    }

    /// Numbers with units, one behind the other.
    NumberText duration(std::size_t at) {
        long double sum = 0;
        while (at < m_text.size() && (isDigit(m_text[at]) || m_text[at] == '.')) {
            bool hasPoint = false;
            const std::size_t size = plainSize(m_text, at, hasPoint);
            long double count = 0;
            const auto read = std::from_chars(m_text.data() + at, m_text.data() + at + size, count);
            std::size_t unitSize = 0;
            while (at + size + unitSize < m_text.size() && isUnitByte(m_text[at + size + unitSize]))
                ++unitSize;
            const std::string_view name = m_text.substr(at + size, unitSize);
            if (read.ec != std::errc() || read.ptr != m_text.data() + at + size)
                return fault(FilterProblem::BadNumber, at, size + unitSize);
            const Unit* known = nullptr;
            for (const Unit& unit : units)
                if (unit.name == name) known = &unit;
            if (!known) return fault(FilterProblem::UnknownUnit, at + size, unitSize);
            sum += count * static_cast<long double>(known->nanoseconds);
            at += size + unitSize;
        }
        sum = std::round(m_isNegative ? -sum : sum);
        constexpr long double limit = 9223372036854775808.0L;
        if (sum >= limit || sum < -limit) return fault(FilterProblem::BadNumber, 0, at);
        return done(at, Duration(static_cast<std::int64_t>(sum)));
    }

    std::string_view m_text;
    bool m_isNegative;
    NumberText m_read;
};

} // namespace

NumberText readNumber(std::string_view text) { return NumberReader(text).read(); }

} // namespace hallway
