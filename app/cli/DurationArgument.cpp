#include "cli/DurationArgument.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace hallway::cli {

namespace {

/// The number at the front of a text, and what follows it.
std::optional<std::pair<double, std::string_view>> numberAtFront(std::string_view text) {
    double number = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc() || !std::isfinite(number) || number < 0 || text.starts_with('-'))
        return std::nullopt;
    return std::pair(number, text.substr(static_cast<std::size_t>(end - text.data())));
}

} // namespace

std::optional<LatencyLimit> parseLatencyLimit(std::string_view text) {
    if (text.starts_with('p')) {
        const auto read = numberAtFront(text.substr(1));
        if (!read || !read->second.empty() || read->first > 100) return std::nullopt;
        return Percentile{static_cast<std::uint32_t>(std::lround(read->first * 1000))};
    }
    constexpr std::array<std::pair<std::string_view, double>, 7> units{
        {{"ns", 1}, {"us", 1e3}, {"µs", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 60e9}, {"h", 3600e9}}};
    const auto read = numberAtFront(text);
    if (!read) return std::nullopt;
    for (const auto& [unit, nanoseconds] : units) {
        if (unit != read->second || read->first * nanoseconds > 9e18) continue;
        return Duration(std::llround(read->first * nanoseconds));
    }
    return std::nullopt;
}

std::optional<Duration> durationOf(const LatencyLimit& limit, const std::vector<SourcedCall>& calls) {
    if (const auto* const duration = std::get_if<Duration>(&limit)) return *duration;
    return latencyAt(calls, std::get<Percentile>(limit).thousandths);
}

} // namespace hallway::cli
