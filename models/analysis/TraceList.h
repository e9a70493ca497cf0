// The list of traces (calls.md section 4, `hallway traces`) and requests over time.
#pragma once

#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

struct TraceSummary {
    TraceRow trace;
    SpanRow root; ///< SERVER first, then least start > 0, larger subtree, span id; an orphan only if nothing else
    std::optional<Timestamp> start;
    std::optional<Duration> duration; ///< nothing when no span has a start
    std::uint32_t spans = 0, services = 0, failedSpans = 0, orphans = 0;
    bool operator==(const TraceSummary&) const = default;
};

/// One per trace of the table, in its order.
[[nodiscard]] std::vector<TraceSummary> summariseTraces(const SpanTable& spans);
/// Rule 36: any span of it overlaps the range.
[[nodiscard]] bool overlaps(const SpanTable& spans, TraceRow trace, const TimeRange& range);

enum class TraceOrder : std::uint8_t { Duration, Start, Spans, Failed };
/// Longest, earliest, most, most first; then by trace id as text.
void sortTraces(std::vector<TraceSummary>& traces, TraceOrder order, const SpanTable& spans, const StringPool& strings);

/// Requests (calls from outside: entries that are roots) and failures over equal intervals of the capture.
struct Overview {
    TimeRange range;
    std::vector<std::uint32_t> requests, failed; ///< same length
    [[nodiscard]] TimeRange bin(std::size_t index) const;
};
/// `bins` ≥ 1. An empty capture gives an Overview without bins.
[[nodiscard]] Overview overviewOf(const SpanTable& spans, std::size_t bins);

} // namespace hallway
