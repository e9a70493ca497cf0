// A minute of calls written down by hand: twelve columns of 5 s; p50 near 20 ms, failures near 1 s from the
// 30th second.
#pragma once

#include "analysis/Heatmap.h"

#include <memory>

namespace hallway::test {

inline Timestamp second(std::int64_t seconds) {
    return timestampOf(1'700'000'000'000'000'000) + std::chrono::seconds(seconds);
}

/// Ten calls in each 5 s: eight of 20 ms, and two of 1 s that fail from the 30th second on and are 40 ms
/// before.
inline std::vector<LatencySample> smallSamples() {
    using namespace std::chrono_literals;
    std::vector<LatencySample> samples;
    for (std::int64_t column = 0; column < 12; ++column) {
        for (std::uint32_t i = 0; i < 10; ++i) {
            const bool slow = i >= 8;
            const bool failed = slow && column >= 6;
            const Duration latency = failed ? Duration(1s) : slow ? Duration(40ms) : Duration(20ms);
            samples.push_back({CallRow(samples.size()),
                               second(column * 5) + std::chrono::milliseconds(400 * i), latency, failed});
        }
    }
    return samples;
}

inline std::shared_ptr<const Heatmap> smallHeatmap() {
    return std::make_shared<const Heatmap>(heatmapOf(smallSamples(), {second(0), second(60)}, {12, 12}));
}

} // namespace hallway::test
