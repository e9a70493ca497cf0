// The list of traces and one trace with everything about it, with names in place of ids (calls.md section 4).
#pragma once

#include "analysis/SpanTree.h"
#include "analysis/Subset.h"
#include "analysis/TraceList.h"
#include "session/Capture.h"

#include <optional>
#include <string>
#include <vector>

namespace hallway {

struct TraceRecord {
    std::string traceId;
    std::string rootService; ///< label of its node
    std::string rootName;
    std::optional<Timestamp> start;
    std::optional<Duration> duration;
    std::uint64_t spans = 0, services = 0, failedSpans = 0, orphans = 0;
};

struct TraceReport {
    std::uint64_t total = 0; ///< traces of the subset, before the limit
    std::vector<TraceRecord> traces;
};

/// Traces of the subset (rule 36), in order; at most `limit`.
[[nodiscard]] TraceReport traceReportOf(const Capture& capture, const Subset& subset, TraceOrder order,
                                        std::size_t limit);

/// One span of a trace, in tree order.
struct SpanLine {
    SpanRow row;
    std::uint32_t depth = 0;
    std::string spanId;
    std::optional<std::string> parentSpanId; ///< resolved; the id in the file for an orphan
    std::string service;                     ///< label of its node
    std::string name;
    SpanKind kind = SpanKind::Unspecified;
    SpanStatus status = SpanStatus::Unset;
    Timestamp start;                                  ///< raw; 0 = absent
    std::optional<Duration> duration, self, critical; ///< calls.md 2.2, 2.4
    bool failed = false;
    SpanDetails details;
};

struct WholeTrace {
    TraceRecord record;
    std::vector<SpanLine> spans;
};

/// Errors: those of Capture::details().
[[nodiscard]] Result<WholeTrace> wholeTraceOf(const Capture& capture, TraceRow trace);

} // namespace hallway
