#include "decode/DecimalText.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <limits>

namespace hallway {

namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits of a decimal number, the point taken out and remembered.
struct Digits {
    std::string_view whole;
    std::string_view fraction;
    [[nodiscard]] std::int64_t count() const {
        return static_cast<std::int64_t>(whole.size() + fraction.size());
    }
    [[nodiscard]] unsigned at(std::size_t i) const {
        return static_cast<unsigned>((i < whole.size() ? whole[i] : fraction[i - whole.size()]) - '0');
    }
};

/// The number of eight digits, whose values are added in pairs of twice the width at each step; `areDigits`
/// becomes false if one is none.
std::uint64_t eightDigits(const char* text, bool& areDigits) {
    std::uint64_t digits = 0;
    std::memcpy(&digits, text, sizeof digits);
    if constexpr (std::endian::native == std::endian::big) digits = __builtin_bswap64(digits);
    constexpr std::uint64_t bytes = 0x0101010101010101;
    // A byte below '0' or above '9' sets its highest bit in one of the two.
    areDigits &= (((digits - '0' * bytes) | (digits + (0x7f - '9') * bytes)) & (0x80 * bytes)) == 0;
    digits = (digits & (0x0f * bytes)) * 10 + ((digits >> 8) & (0x0f * bytes));
    digits = (digits & 0x00ff00ff00ff00ff) * 100 + ((digits >> 16) & 0x00ff00ff00ff00ff);
    return (digits & 0xffff) * 10000 + ((digits >> 32) & 0xffff);
}

std::string_view takeDigits(std::string_view& text) {
    const auto* const end = std::find_if_not(text.begin(), text.end(), isDigit);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

bool equalIgnoringCase(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::int64_t> decimalInteger(std::string_view text, int powerOfTen) {
    constexpr std::size_t alwaysFits = 18; // digits; a nanosecond of today has one more
    if (powerOfTen == 0 && !text.empty() && text.size() <= alwaysFits + 1) { // the common case
        std::uint64_t value = 0;
        bool areDigits = text.size() <= alwaysFits || text.front() < '9';
        std::string_view rest = text;
        for (; rest.size() >= 8; rest.remove_prefix(8))
            value = value * 100'000'000 + eightDigits(rest.data(), areDigits);
        for (const char c : rest) {
            const auto digit = static_cast<unsigned char>(c - '0');
            areDigits &= digit <= 9;
            value = value * 10 + digit;
        }
        if (areDigits) return static_cast<std::int64_t>(value);
    }
    text = trimmed(text);
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    Digits digits;
    digits.whole = takeDigits(text);
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        digits.fraction = takeDigits(text);
    }
    if (digits.count() == 0) return std::nullopt;
    std::int64_t exponent = 0;
    if (!text.empty() && lower(text.front()) == 'e') {
        text.remove_prefix(1);
        if (!text.empty() && text.front() == '+') text.remove_prefix(1);
        int written = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), written);
        if (error != std::errc()) return std::nullopt;
        exponent = written;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    if (!text.empty()) return std::nullopt;

    const std::int64_t places = static_cast<std::int64_t>(digits.whole.size()) + exponent + powerOfTen;
    constexpr std::uint64_t maximum = std::numeric_limits<std::int64_t>::max();
    const std::uint64_t limit = negative ? maximum + 1 : maximum;
    std::uint64_t value = 0;
    for (std::int64_t place = 0; place < places; ++place) {
        const unsigned digit = place < digits.count() ? digits.at(static_cast<std::size_t>(place)) : 0;
        if (value == 0 && place >= digits.count()) break; // zero, however large its exponent
        if (value > (limit - digit) / 10) return std::nullopt;
        value = value * 10 + digit;
    }
    return negative ? static_cast<std::int64_t>(~value + 1) : static_cast<std::int64_t>(value);
}

std::optional<double> decimalReal(std::string_view text) {
    text = trimmed(text);
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value); // knows "inf", "nan"
    if (end != text.data() + text.size()) return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // Too large or too small for a double: the nearest it can say.
        const std::size_t e = text.find_first_of("eE");
        const bool small = e != std::string_view::npos && e + 1 < text.size() && text[e + 1] == '-';
        const double magnitude = small ? 0.0 : std::numeric_limits<double>::infinity();
        return text.front() == '-' ? -magnitude : magnitude;
    }
    if (error != std::errc()) return std::nullopt;
    return value;
}

} // namespace hallway
