#include "waterfall/WaterfallMinimap.h"

#include <algorithm>
#include <cmath>

namespace hallway {

WaterfallMinimap minimapOf(const WaterfallTrace& trace, const WaterfallRows& rows, std::uint32_t width,
                           std::uint32_t lines, const std::vector<ColourCode>* colours) {
    WaterfallMinimap map;
    map.width = width;
    map.lines = std::min(lines, rows.size());
    map.cells.resize(static_cast<std::size_t>(map.width) * map.lines);
    if (map.cells.empty()) {
        return map;
    }
    const double perPixel = static_cast<double>(std::max<std::int64_t>(trace.duration.count(), 1)) / width;
    const auto fill = [&](std::uint32_t row, Duration from, Duration to, std::uint8_t value,
                          std::uint32_t least) {
        const auto first = static_cast<std::uint32_t>(
            std::clamp(std::floor(static_cast<double>(from.count()) / perPixel), 0.0, width - 1.0));
        const auto end = static_cast<std::uint32_t>(std::clamp(
            std::ceil(static_cast<double>(to.count()) / perPixel), first + 1.0, static_cast<double>(width)));
        const std::size_t line = static_cast<std::size_t>(row) * map.lines / rows.size();
        const auto begin = map.cells.begin() + static_cast<std::ptrdiff_t>(line * width);
        std::fill(begin + first, begin + std::min(std::max(end, first + least), width), value);
    };
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const WaterfallRow& row = rows.rows[i];
        if (row.dimmed) {
            continue; // what the filter leaves stands out
        }
        const std::uint32_t code =
            colours != nullptr ? (*colours)[i] : trace.services[trace.spans[row.span].service].colour % 12;
        fill(i, row.from, row.to, static_cast<std::uint8_t>(1 + code), 1);
    }
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const WaterfallRow& row = rows.rows[i];
        if (row.failure == SpanFailure::StartsHere) {
            fill(i, row.from, row.to, WaterfallMinimap::failed, 2);
        }
    }
    return map;
}

} // namespace hallway
