#include "base/FormatText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

// Nothing here asks the locale: figures look the same in every language, so printf and streams are no use.

namespace hallway::format {

namespace {

constexpr std::string_view noBreakSpace = "\u00a0";
constexpr std::string_view minus = "\u2212";

struct Unit {
    std::uint64_t size = 1; ///< in the smallest unit
    std::string_view name;
};

/// A decimal number with `decimals` digits after the point; `scaled` is it times 10^decimals.
std::string decimal(std::uint64_t scaled, std::size_t decimals) {
    std::string text = std::to_string(scaled);
    if (decimals == 0) return text;
    if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
    return text.insert(text.size() - decimals, 1, '.');
}

/// value / size · 10^decimals, rounded half up, without leaving 64 bits while `size` is at most 10^18.
std::uint64_t rounded(std::uint64_t value, std::uint64_t size, std::size_t decimals) {
    std::uint64_t whole = value / size;
    std::uint64_t rest = value % size;
    for (; decimals > 0; --decimals) {
        rest *= 10;
        whole = whole * 10 + rest / size;
        rest %= size;
    }
    return rest >= size - rest ? whole + 1 : whole;
}

struct Figure {
    std::string digits;
    std::string_view unit;
};

/// Three significant digits in the first unit that needs no more than three before the point. The smallest
/// unit has no fractions; the largest takes what is left.
Figure threeDigits(std::uint64_t value, std::span<const Unit> units) {
    if (value < 1000) return {std::to_string(value), units.front().name};
    for (const Unit& unit : units.subspan(1)) {
        for (const std::size_t decimals : {2u, 1u, 0u})
            if (const std::uint64_t scaled = rounded(value, unit.size, decimals); scaled < 1000)
                return {decimal(scaled, decimals), unit.name};
    }
    return {countExact(rounded(value, units.back().size, 0)), units.back().name};
}

std::string join(std::string_view figure, std::string_view unit) {
    return std::string(figure).append(noBreakSpace).append(unit);
}

constexpr std::array<Unit, 4> timeUnits{
    {{1, "ns"}, {1'000, "\u00b5s"}, {1'000'000, "ms"}, {1'000'000'000, "s"}}};
constexpr std::uint64_t second = 1'000'000'000;

/// Safe for the most negative duration, which has no positive twin.
std::uint64_t magnitudeOf(Duration value) {
    const auto bits = static_cast<std::uint64_t>(value.count());
    return value < Duration::zero() ? 0 - bits : bits;
}

std::string withSign(Duration value, std::string text) {
    return value < Duration::zero() ? text.insert(0, minus) : text;
}

enum class Zeros { Keep, Drop };

void dropTrailingZeros(std::string& digits) {
    if (digits.find('.') == std::string::npos) return;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
}

/// "2 m 05 s"
std::string twoParts(std::uint64_t count, std::uint64_t base, std::string_view large, std::string_view small,
                     Zeros zeros) {
    std::string text = join(countExact(count / base), large);
    const std::uint64_t rest = count % base;
    if (rest == 0 && zeros == Zeros::Drop) return text;
    return join(text, join((rest < 10 ? "0" : "") + std::to_string(rest), small));
}

std::string durationText(std::uint64_t nanoseconds, Zeros zeros) {
    if (rounded(nanoseconds, second, 1) < 600) { // what would be "60.0 s" is a minute
        Figure figure = threeDigits(nanoseconds, timeUnits);
        if (zeros == Zeros::Drop) dropTrailingZeros(figure.digits);
        return join(figure.digits, figure.unit);
    }
    const std::uint64_t seconds = rounded(nanoseconds, second, 0);
    if (seconds < 3600) return twoParts(seconds, 60, "m", "s", zeros);
    return twoParts(rounded(nanoseconds, 60 * second, 0), 60, "h", "m", zeros);
}

} // namespace

std::string duration(Duration value) {
    return withSign(value, durationText(magnitudeOf(value), Zeros::Keep));
}

std::string durationTick(Duration value) {
    return withSign(value, durationText(magnitudeOf(value), Zeros::Drop));
}

std::string countExact(std::uint64_t value) {
    std::string text = std::to_string(value);
    for (std::size_t at = text.size(); at > 3;)
        text.insert(at -= 3, 1, ',');
    return text;
}

std::string countShort(std::uint64_t value) {
    static constexpr std::array<Unit, 4> units{
        {{1, ""}, {1'000, "k"}, {1'000'000, "M"}, {1'000'000'000, "G"}}};
    const Figure figure = threeDigits(value, units);
    return figure.digits + std::string(figure.unit);
}

std::string share(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return std::string(absent);
    if (part == 0) return join("0", "%");
    if (part >= whole) return join("100", "%");
    if (part <= (whole - 1) / 1000) return join("<0.1", "%");
    return join(decimal(std::min<std::uint64_t>(rounded(part, whole, 3), 999), 1), "%");
}

std::string fanOut(double mean) {
    std::string text = "\u00d7";
    if (mean > 0 && mean < 0.05) return "<" + text + "0.1"; // not ×0.0: there are calls
    if (const auto tenths = std::llround(mean * 10); tenths < 1000)
        return text + decimal(static_cast<std::uint64_t>(tenths), 1);
    return text + countExact(static_cast<std::uint64_t>(std::llround(mean)));
}

std::string bytes(std::uint64_t value) {
    static constexpr std::array<Unit, 5> units{
        {{1, "B"}, {1'000, "kB"}, {1'000'000, "MB"}, {1'000'000'000, "GB"}, {1'000'000'000'000, "TB"}}};
    const Figure figure = threeDigits(value, units);
    return join(figure.digits, figure.unit);
}

} // namespace hallway::format
