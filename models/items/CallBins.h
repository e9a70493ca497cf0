// Calls counted by latency and by time, for the inspector's small charts: bin first, charts are slow on many
// points.
#pragma once

#include "analysis/Heatmap.h"
#include "items/Inspection.h"

#include <span>

namespace hallway {

/// About 44 bins, whatever the range of latencies; never more than 200.
[[nodiscard]] LatencyBins latencyBinsOf(std::span<const LatencySample> samples);

/// When a call starts and whether it failed: one that has no latency counts too.
struct CallMoment {
    Timestamp time;
    bool failed = false;
};
/// `range` is finite; moments outside are left out. At most 60 bins.
[[nodiscard]] CallBins callBinsOf(std::span<const CallMoment> moments, const TimeRange& range);

} // namespace hallway
