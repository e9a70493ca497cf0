// The list of traces (calls.md section 4, `hallway traces`) and requests over time.
#pragma once

#include "analysis/TimeBins.h"
#include "trace/RowSet.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

struct TraceSummary {
    TraceRow trace;
    /// SERVER first, then least start > 0, larger subtree, span id; an orphan only if there is nothing else.
    SpanRow root;
    std::optional<Timestamp> start;   ///< least start > 0
    std::optional<Duration> duration; ///< to the greatest end of such spans; nothing when no span has a start
    std::uint32_t spans = 0, services = 0, failedSpans = 0, orphans = 0;
    bool operator==(const TraceSummary&) const = default;
};

/// One per trace of the table, in its order.
[[nodiscard]] std::vector<TraceSummary> summariseTraces(const SpanTable& spans);
/// Rule 36: any span of it overlaps the range. Spans without a start overlap nothing but the range of
/// everything.
[[nodiscard]] bool overlaps(const SpanTable& spans, TraceRow trace, const TimeRange& range);

enum class TraceOrder : std::uint8_t { Longest, Earliest, MostSpans, MostFailed };
/// What the order names first, traces without times last; then by trace id as text, which is the order of
/// TraceRows.
void sortTraces(std::vector<TraceSummary>& traces, TraceOrder order);

/// Requests from outside and those that failed, over equal intervals of the capture. A request is an entry
/// without a resolved parent, by its start: a root, or an orphan, whose caller is only missing from the file.
struct Overview {
    TimeRange range;                             ///< from the least start to just after the greatest end
    std::vector<std::uint32_t> requests, failed; ///< same length
    [[nodiscard]] TimeRange bin(std::size_t index) const;
};
/// Of the chosen spans, or all where null. `bins` ≥ 1; fewer are made only where one would be under 1 ns. A
/// capture without times gives an Overview without bins.
[[nodiscard]] Overview overviewOf(const SpanTable& spans, std::size_t bins, const SpanSet* chosen = nullptr);

} // namespace hallway
