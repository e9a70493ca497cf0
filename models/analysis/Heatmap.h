// Calls binned over time × latency (look.md section 7).
#pragma once

#include "analysis/Distribution.h"
#include "analysis/LatencyAxis.h"
#include "analysis/Subset.h"
#include "analysis/TimeBins.h"
#include "trace/CallTable.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace hallway {

/// One call, or one request without a call, with a latency.
struct LatencySample {
    CallRow call;     ///< invalid for an entry nobody called (a root that is no SERVER, a job)
    Timestamp time;   ///< calls.md rule 32
    Duration latency; ///< calls.md rule 19
    bool failed = false;
    SpanRow span{}; ///< the one to show for it: the callee's, else the caller's
    bool operator==(const LatencySample&) const = default;
};

struct HeatmapOptions {
    std::uint32_t maximumColumns = 120; ///< ≥ 1; fewer are made only where a column would be under 1 ns
    std::uint32_t cellsPerDecade = 12;  ///< 18 when the view is taller than 400 px
    bool linear = false;                ///< latency axis; then up to three times cellsPerDecade rows
    bool operator==(const HeatmapOptions&) const = default;
};

/// Percentiles over an interval of columns, widened until it holds 100 calls but never beyond a quarter of
/// the range. It begins and ends at a column with calls.
struct HeatmapPercentiles {
    std::uint32_t firstColumn = 0, columnCount = 0;
    Distribution distribution;
    bool operator==(const HeatmapPercentiles&) const = default;
};

/// Cells are column-major: cell (column, row) is at column * rows + row; row 0 is the fastest.
struct Heatmap {
    TimeRange range; ///< of the x axis; finite
    std::uint32_t columns = 0, rows = 0;
    /// Of the y axis, 1-2-5 values: lowest ≤ samples < highest; rows divide it evenly in log.
    Duration lowest{}, highest{};
    bool linear = false;                       ///< likewise evenly from 0 to highest
    std::vector<std::uint32_t> counts, failed; ///< by cell
    /// Left to right, disjoint; columns without calls may lie between.
    std::vector<HeatmapPercentiles> percentiles;
    std::vector<std::uint32_t> rowCounts, rowFailed; ///< histogram of all samples
    std::uint64_t samples = 0;
    std::uint64_t failedSamples = 0;
    std::uint64_t withoutLatency = 0; ///< calls that could not be placed (see EdgeSamples)

    [[nodiscard]] bool empty() const { return samples == 0; }
    [[nodiscard]] TimeBins timeAxis() const { return TimeBins(range, columns); }
    [[nodiscard]] LatencyAxis latencyAxis() const { return {lowest, highest, rows, linear}; }

    // The rest needs a heatmap that is not empty().
    /// Clamped to the axis, like rowOf().
    [[nodiscard]] std::uint32_t columnOf(Timestamp time) const { return timeAxis().indexOf(time); }
    [[nodiscard]] std::uint32_t rowOf(Duration latency) const { return latencyAxis().rowOf(latency); }
    [[nodiscard]] TimeRange columnRange(std::uint32_t column) const { return timeAxis().range(column); }
    /// Latency bounds [low, high) of a row. Where the axis begins at 1 ns its first row begins at 0.
    [[nodiscard]] std::pair<Duration, Duration> rowRange(std::uint32_t row) const {
        return latencyAxis().range(row);
    }
    [[nodiscard]] std::size_t cell(std::uint32_t column, std::uint32_t row) const {
        return static_cast<std::size_t>(column) * rows + row;
    }
};

/// `range` = the x axis; its open ends are replaced by the first and last sample. Samples outside are left
/// out. Quickest when the samples are in order of time, which samplesOf() gives.
[[nodiscard]] Heatmap heatmapOf(std::span<const LatencySample> samples, const TimeRange& range,
                                const HeatmapOptions& options = {});

/// Samples in order of time; calls without latency are left out and counted.
struct EdgeSamples {
    std::vector<LatencySample> samples;
    std::uint64_t withoutLatency = 0;
};
/// Likewise, and says how many calls could not be placed.
[[nodiscard]] Heatmap heatmapOf(const EdgeSamples& samples, const TimeRange& range,
                                const HeatmapOptions& options = {});

/// The calls of an edge in a subset, by the edge's latency (calls.md rule 19).
[[nodiscard]] EdgeSamples samplesOf(EdgeId edge, const CallTable& calls, const SpanTable& spans,
                                    const Subset& subset);
/// The requests of a node in a subset. A service: its entries, by their spans' own duration and failure, each
/// with its (first) incoming call where there is one. Any other node: the calls into it.
[[nodiscard]] EdgeSamples samplesOfCallsInto(NodeId node, const CallTable& calls, const SpanTable& spans,
                                             const Subset& subset);

} // namespace hallway
