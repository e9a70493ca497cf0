#include "analysis/Heatmap.h"

#include <algorithm>
#include <numeric>

namespace hallway {

namespace {

/// Where a sample fell.
struct Placed {
    std::uint32_t column = 0;
    Duration latency{};
};

/// What the axes are made from.
struct Extent {
    Timestamp first = Timestamp::max(), last = Timestamp::min();
    Duration smallest = Duration::max(), largest = Duration::min();
    std::size_t samples = 0;
};

Extent extentOf(std::span<const LatencySample> samples, const TimeRange& range) {
    Extent extent;
    for (const LatencySample& sample : samples) {
        if (!range.contains(sample.time)) continue;
        extent.first = std::min(extent.first, sample.time);
        extent.last = std::max(extent.last, sample.time);
        extent.smallest = std::min(extent.smallest, sample.latency);
        extent.largest = std::max(extent.largest, sample.latency);
        ++extent.samples;
    }
    return extent;
}

/// The range with its open ends replaced; [0, 0) where nothing can replace them.
TimeRange closed(const TimeRange& range, const Extent& extent) {
    constexpr TimeRange everything;
    const bool openFrom = range.from == everything.from;
    const bool openTo = range.to == everything.to;
    if (extent.samples == 0) return openFrom || openTo ? TimeRange{Timestamp(), Timestamp()} : range;
    return {openFrom ? extent.first : range.from, openTo ? extent.last + Duration(1) : range.to};
}

/// The column of each sample in the range, as TimeBins::indexOf() gives it, for many samples.
class ColumnReader {
public:
    explicit ColumnReader(const TimeBins& bins) {
        for (std::uint32_t column = 0; column < bins.count(); ++column)
            m_bounds.push_back(bins.range(column).from);
        m_bounds.push_back(bins.range(bins.count() - 1).to);
        m_columnsPerNs = bins.count() / sinceFirst(m_bounds.back());
    }

    [[nodiscard]] std::uint32_t columnOf(Timestamp time) const {
        // The product may be one off at a bound, which the exact bounds put right.
        auto column = std::min(static_cast<std::uint32_t>(sinceFirst(time) * m_columnsPerNs),
                               static_cast<std::uint32_t>(m_bounds.size() - 2));
        while (time < m_bounds[column])
            --column;
        while (time >= m_bounds[column + 1])
            ++column;
        return column;
    }

private:
    /// Unsigned, because a range may be wider than a signed number of nanoseconds.
    [[nodiscard]] double sinceFirst(Timestamp time) const {
        return static_cast<double>(static_cast<std::uint64_t>(nanosecondsOf(time)) -
                                   static_cast<std::uint64_t>(nanosecondsOf(m_bounds.front())));
    }

    std::vector<Timestamp> m_bounds; ///< of columns, and the end of the last
    double m_columnsPerNs = 0;
};

/// Columns [first, end) that share their percentiles.
struct Interval {
    std::uint32_t first = 0, end = 0;
};

/// Greedy from the left: columns are joined until they hold enough calls or are as wide as allowed. What is
/// left over at the right joins its neighbour where that stays within the allowed width.
std::vector<Interval> intervalsOf(const std::vector<std::size_t>& callsBefore) {
    constexpr std::size_t enough = 100;
    const auto columns = static_cast<std::uint32_t>(callsBefore.size() - 1);
    const std::uint32_t widest = std::max(1u, columns / 4);
    const auto callsIn = [&](std::uint32_t first, std::uint32_t end) {
        return callsBefore[end] - callsBefore[first];
    };

    std::vector<Interval> intervals;
    for (std::uint32_t first = 0; first < columns;) {
        if (callsIn(first, first + 1) == 0) {
            ++first;
            continue;
        }
        std::uint32_t end = first + 1;
        while (end < columns && end - first < widest && callsIn(first, end) < enough)
            ++end;
        const std::uint32_t next = end;
        while (callsIn(end - 1, end) == 0)
            --end;
        intervals.push_back({first, end});
        first = next;
    }
    if (intervals.size() > 1) {
        const Interval last = intervals.back();
        Interval& before = intervals[intervals.size() - 2];
        if (callsIn(last.first, last.end) < enough && last.end - before.first <= widest) {
            before.end = last.end;
            intervals.pop_back();
        }
    }
    return intervals;
}

std::vector<HeatmapPercentiles> percentilesOf(const std::vector<Placed>& placed, std::uint32_t columns) {
    std::vector<std::size_t> callsBefore(columns + 1, 0);
    for (const Placed& sample : placed)
        ++callsBefore[sample.column + 1];
    std::partial_sum(callsBefore.begin(), callsBefore.end(), callsBefore.begin());

    std::vector<Duration> latencies(placed.size()); // by column
    std::vector<std::size_t> next(callsBefore.begin(), callsBefore.end() - 1);
    for (const Placed& sample : placed)
        latencies[next[sample.column]++] = sample.latency;

    std::vector<HeatmapPercentiles> percentiles;
    for (const Interval& interval : intervalsOf(callsBefore)) {
        const std::size_t first = callsBefore[interval.first];
        const std::span<Duration> within(latencies.data() + first, callsBefore[interval.end] - first);
        percentiles.push_back(
            {interval.first, interval.end - interval.first, distributionOf(within).value_or(Distribution{})});
    }
    return percentiles;
}

} // namespace

Heatmap heatmapOf(std::span<const LatencySample> samples, const TimeRange& range,
                  const HeatmapOptions& options) {
    const Extent extent = extentOf(samples, range);
    Heatmap map;
    map.range = closed(range, extent);
    if (extent.samples == 0) return map;

    const TimeBins bins(map.range, options.maximumColumns);
    const LatencyAxis axis =
        options.linear ? LatencyAxis::linearTo(extent.largest, 3 * options.cellsPerDecade)
                       : LatencyAxis::around(extent.smallest, extent.largest, options.cellsPerDecade);
    map.columns = bins.count();
    map.rows = axis.rows;
    map.lowest = axis.lowest;
    map.highest = axis.highest;
    map.linear = axis.linear;
    map.samples = extent.samples;
    map.counts.assign(std::size_t{map.columns} * map.rows, 0);
    map.failed.assign(map.counts.size(), 0);

    std::vector<Placed> placed;
    placed.reserve(extent.samples);
    const LatencyRows rows(axis);
    const ColumnReader columns(bins);
    for (const LatencySample& sample : samples) {
        if (!range.contains(sample.time)) continue;
        const std::uint32_t column = columns.columnOf(sample.time);
        const std::size_t cell = map.cell(column, rows.rowOf(sample.latency));
        ++map.counts[cell];
        if (sample.failed) ++map.failed[cell];
        placed.push_back({column, sample.latency});
    }
    map.percentiles = percentilesOf(placed, map.columns);

    map.rowCounts.assign(map.rows, 0);
    map.rowFailed.assign(map.rows, 0);
    for (std::size_t cell = 0; cell < map.counts.size(); ++cell) {
        map.rowCounts[cell % map.rows] += map.counts[cell];
        map.rowFailed[cell % map.rows] += map.failed[cell];
    }
    map.failedSamples = std::accumulate(map.rowFailed.begin(), map.rowFailed.end(), std::uint64_t{0});
    return map;
}

Heatmap heatmapOf(const EdgeSamples& samples, const TimeRange& range, const HeatmapOptions& options) {
    Heatmap map = heatmapOf(std::span<const LatencySample>(samples.samples), range, options);
    map.withoutLatency = samples.withoutLatency;
    return map;
}

} // namespace hallway
