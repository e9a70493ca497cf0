// Calls binned over time × log latency (look.md section 7).
#pragma once

#include "analysis/Distribution.h"
#include "trace/CallTable.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

/// One call with a latency.
struct LatencySample {
    CallRow call;
    Timestamp time;   ///< calls.md rule 32
    Duration latency; ///< calls.md rule 19
    bool failed = false;
};

struct HeatmapOptions {
    std::uint32_t maximumColumns = 120;
    std::uint32_t cellsPerDecade = 12; ///< 18 when the view is taller than 400 px
};

/// Percentiles over an interval of columns wide enough for 100 calls where the capture allows.
struct HeatmapPercentiles {
    std::uint32_t firstColumn = 0, columnCount = 0;
    Distribution distribution;
};

/// Cells are column-major: cell (column, row) is at column * rows + row; row 0 is the fastest.
struct Heatmap {
    TimeRange range;              ///< of the x axis; finite
    std::uint32_t columns = 0, rows = 0;
    Duration lowest{}, highest{}; ///< of the y axis: 1-2-5 values around the samples; rows divide it evenly in log
    std::vector<std::uint32_t> counts;
    std::vector<std::uint32_t> failed;
    std::vector<HeatmapPercentiles> percentiles;
    std::vector<std::uint32_t> rowCounts, rowFailed; ///< histogram of all samples
    std::uint64_t samples = 0;
    std::uint64_t failedSamples = 0;
    std::uint64_t withoutLatency = 0; ///< calls that could not be placed

    [[nodiscard]] bool empty() const { return samples == 0; }
    [[nodiscard]] std::uint32_t columnOf(Timestamp time) const; ///< clamped to the axis
    [[nodiscard]] std::uint32_t rowOf(Duration latency) const;  ///< clamped to the axis
    [[nodiscard]] TimeRange columnRange(std::uint32_t column) const;
    /// Latency bounds [low, high) of a row.
    [[nodiscard]] std::pair<Duration, Duration> rowRange(std::uint32_t row) const;
    [[nodiscard]] std::size_t cell(std::uint32_t column, std::uint32_t row) const {
        return static_cast<std::size_t>(column) * rows + row;
    }
};

/// `range` = the x axis; its open ends are replaced by the first and last sample. Samples outside are left out.
[[nodiscard]] Heatmap heatmapOf(std::span<const LatencySample> samples, const TimeRange& range,
                                const HeatmapOptions& options = {});

/// The samples of an edge in a range, in order of time; calls without latency are left out and counted.
struct EdgeSamples {
    std::vector<LatencySample> samples;
    std::uint64_t withoutLatency = 0;
};
[[nodiscard]] EdgeSamples samplesOf(EdgeId edge, const CallTable& calls, const SpanTable& spans, const TimeRange& range);
/// Of all entry requests of a node: the entry spans' durations (call = the incoming call where there is one).
[[nodiscard]] EdgeSamples samplesOfCallsInto(NodeId node, const CallTable& calls, const SpanTable& spans,
                                             const TimeRange& range);

} // namespace hallway
