// The words of the heatmap, the same on screen, in pictures and for screen readers.
#pragma once

#include "heatmap/HeatmapGeometry.h"

#include <QString>

namespace hallway {

/// "12:05:30 – 12:05:35", with parts of seconds where the range is short.
[[nodiscard]] QString timeRangeText(const TimeRange& range, format::UtcOffset offset);
/// "204 – 232 ms": one unit when both ends share it.
[[nodiscard]] QString latencyRangeText(Duration low, Duration high);
/// "522 calls · 522 failed"
[[nodiscard]] QString callsText(std::uint64_t calls, std::uint64_t failed);
/// Why nothing is drawn: "None of these 14 calls has a duration."; empty when something is.
[[nodiscard]] QString emptyHeatmapText(const Heatmap* heatmap);

/// The percentile interval a column belongs to; null when it has none.
[[nodiscard]] const HeatmapPercentiles* percentilesAt(const Heatmap& heatmap, std::uint32_t column);

} // namespace hallway
