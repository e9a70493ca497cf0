#include "analysis/CallChange.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace hallway {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, double>, 7> units{
    {{"ns", 1}, {"us", 1e3}, {"\u00b5s", 1e3}, {"\u03bcs", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 60e9}}};

constexpr double longest = 1e18; // ns: more than thirty years, and far from what a Duration holds

std::string_view withoutSpaces(std::string_view text) {
    for (;;) {
        if (text.starts_with(' '))
            text.remove_prefix(1);
        else if (text.starts_with("\u00a0"sv))
            text.remove_prefix("\u00a0"sv.size());
        else if (text.ends_with(' '))
            text.remove_suffix(1);
        else
            return text;
    }
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// "1.5 ms" into 1.5 and "ms"; false where no plain number stands first.
bool split(std::string_view text, double& number, std::string_view& unit) {
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc() || !std::isfinite(number) || number < 0) return false;
    unit = withoutSpaces(text.substr(static_cast<std::size_t>(end - text.data())));
    return true;
}

bool read(std::string_view text, CallChange& change) {
    text = withoutSpaces(text);
    const bool less = takePrefix(text, "-") || takePrefix(text, "\u2212");
    double number = 0;
    std::string_view unit;
    if (!split(withoutSpaces(text), number, unit)) return false;
    if (!less) {
        change = {Duration::zero(), number / 100};
        return unit == "%" && number <= 100;
    }
    for (const auto& [name, nanoseconds] : units) {
        if (unit != name || number * nanoseconds > longest) continue;
        change = {Duration(std::llround(number * nanoseconds)), 1};
        return true;
    }
    return false;
}

std::string shortest(double number) {
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed).ptr;
    return {buffer.data(), end};
}

} // namespace

Duration CallChange::applied(Duration duration) const {
    const Duration left = std::max(duration - less, Duration::zero());
    if (factor >= 1) return left;
    return Duration(std::llround(static_cast<double>(left.count()) * factor));
}

Result<CallChange> callChangeOf(std::string_view text, std::string_view name) {
    CallChange change;
    if (read(text, change)) return change;
    return fail(ErrorCode::BadArgument, {std::string(name), std::string(text),
                                         "-100ms (so much less) or 50% (of the time taken, 0 to 100)"});
}

std::string textOf(const CallChange& change) {
    if (change.factor < 1 || change.less == Duration::zero()) return shortest(change.factor * 100) + "%";
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit)
        if (const auto size = static_cast<std::int64_t>(unit->second); change.less.count() % size == 0)
            return "-" + std::to_string(change.less.count() / size) + std::string(unit->first);
    return {};
}

} // namespace hallway
