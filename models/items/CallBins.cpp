#include "items/CallBins.h"

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {
constexpr double wantedLatencyBins = 44, fewestPerDecade = 6, mostPerDecade = 40;
constexpr std::uint32_t timeBins = 60;
} // namespace

LatencyBins latencyBinsOf(std::span<const LatencySample> samples) {
    if (samples.empty()) return {};
    const auto [smallest, largest] = std::minmax_element(
        samples.begin(), samples.end(),
        [](const LatencySample& a, const LatencySample& b) { return a.latency < b.latency; });
    const double low = std::max<double>(1, static_cast<double>(smallest->latency.count()));
    const double decades =
        std::log10(std::max(1.0, static_cast<double>(largest->latency.count()) / low)) + 0.5;
    const double perDecade =
        std::clamp(std::round(wantedLatencyBins / decades), fewestPerDecade, mostPerDecade);

    LatencyBins bins;
    bins.axis =
        LatencyAxis::around(smallest->latency, largest->latency, static_cast<std::uint32_t>(perDecade));
    bins.calls.resize(bins.axis.rows);
    bins.failed.resize(bins.axis.rows);
    const LatencyRows rows(bins.axis);
    for (const LatencySample& sample : samples) {
        const std::uint32_t row = rows.rowOf(sample.latency);
        ++bins.calls[row];
        if (sample.failed) ++bins.failed[row];
    }
    return bins;
}

CallBins callBinsOf(std::span<const CallMoment> moments, const TimeRange& range) {
    const TimeBins axis(range, range.from < range.to ? timeBins : 0);
    CallBins bins{range, std::vector<std::uint32_t>(axis.count()), std::vector<std::uint32_t>(axis.count())};
    for (const CallMoment& moment : moments) {
        if (!range.contains(moment.time)) continue;
        const std::uint32_t bin = axis.indexOf(moment.time);
        ++bins.calls[bin];
        if (moment.failed) ++bins.failed[bin];
    }
    return bins;
}

} // namespace hallway
