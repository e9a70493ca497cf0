// An axis of latencies, logarithmic or linear, cut into rows.
#pragma once

#include "base/Time.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace hallway {

/// Rows divide [lowest, highest) evenly, in log or linearly; their bounds are whole nanoseconds, so that near
/// 1 ns a row may be empty.
struct LatencyAxis {
    Duration lowest{}, highest{}; ///< 1 ns ≤ lowest < highest; linear: lowest is 0
    std::uint32_t rows = 0;
    bool linear = false;

    /// From the 1-2-5 value at or below `smallest` to the one above `largest`; at least one row. A latency of
    /// 0 counts as 1 ns.
    [[nodiscard]] static LatencyAxis around(Duration smallest, Duration largest, std::uint32_t rowsPerDecade);

    /// From 0 to the next multiple of a 1-2-5 step above `largest`, of which there are five to ten; up to
    /// `mostRows` rows, which divide each step evenly.
    [[nodiscard]] static LatencyAxis linearTo(Duration largest, std::uint32_t mostRows);

    /// Lower bound of row `index` ≤ rows; that of index `rows` is `highest`.
    [[nodiscard]] Duration bound(std::uint32_t index) const;
    /// [low, high) of a row. Where the axis begins at 1 ns, its first row begins at 0.
    [[nodiscard]] std::pair<Duration, Duration> range(std::uint32_t row) const;
    /// The row of a latency, clamped to the axis. Needs a row. For many latencies use LatencyRows.
    [[nodiscard]] std::uint32_t rowOf(Duration latency) const;

    bool operator==(const LatencyAxis&) const = default;
};

/// rowOf() for millions of latencies: a table lookup by the leading bits and at most a few comparisons, no
/// logarithm.
class LatencyRows {
public:
    explicit LatencyRows(const LatencyAxis& axis);
    [[nodiscard]] std::uint32_t rowOf(Duration latency) const;

private:
    std::vector<Duration> m_bounds;        ///< lower bounds of the rows 1, 2, …
    std::vector<std::uint32_t> m_firstRow; ///< by leading bits: the row of the smallest such latency
};

} // namespace hallway
