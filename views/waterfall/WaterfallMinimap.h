// The whole trace in a strip: which colour every pixel of it has. Pure, so that 100,000 rows are binned once,
// not painted.
#pragma once

#include "waterfall/WaterfallColours.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// line × column; 0 = nothing, 1 + ColourCode, failed = a failure starts there.
struct WaterfallMinimap {
    static constexpr std::uint8_t failed = 255;
    /// Up to so many rows get a line each; more share lines.
    static constexpr std::uint32_t plainRows = 15;

    std::uint32_t width = 0, lines = 0;
    std::vector<std::uint8_t> cells;

    [[nodiscard]] std::uint8_t at(std::uint32_t column, std::uint32_t line) const {
        return cells[static_cast<std::size_t>(line) * width + column];
    }
};

/// `colours` by row; null = those of the services. `width` px for the whole trace; `lines` at most, fewer for
/// few rows. Children cover parents, failures cover all.
[[nodiscard]] WaterfallMinimap minimapOf(const WaterfallTrace& trace, const WaterfallRows& rows,
                                         std::uint32_t width, std::uint32_t lines,
                                         const std::vector<ColourCode>* colours = nullptr);

} // namespace hallway
