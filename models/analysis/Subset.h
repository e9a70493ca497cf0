// What of a capture counts: a time range (calls.md rule 36) and what a filter left.
#pragma once

#include "base/Time.h"
#include "trace/CallTable.h"
#include "trace/RowSet.h"
#include "trace/SpanTable.h"

#include <memory>
#include <string>
#include <utility>

namespace hallway {

/// By what they were chosen, for whoever says so.
struct FilterNote {
    std::string filter = {};        ///< text of the filter; "" = something else
    bool onlyMatchingSpans = false; ///< not the whole traces they are in
    bool operator==(const FilterNote&) const = default;
};

/// Spans, calls and traces that count, whatever their time. One belongs to one capture.
struct Chosen {
    SpanSet spans;
    CallSet calls;
    TraceSet traces; ///< those that are listed
    FilterNote by = {};
    bool operator==(const Chosen&) const = default;
};

/// All that happens in the traces: their spans, and the calls that take their time from one of them
/// (CallTable::timedBy), so that a call between two traces counts in one.
[[nodiscard]] Chosen chosenTraces(TraceSet traces, const SpanTable& spans, const CallTable& calls);
/// The spans alone: with the calls that have one of them as caller span or callee's span, and the traces they
/// are in.
[[nodiscard]] Chosen chosenSpans(SpanSet chosen, const SpanTable& spans, const CallTable& calls);

struct Subset {
    TimeRange range;                      ///< of calls, entries and traces
    std::shared_ptr<const Chosen> chosen; ///< null: everything

    Subset() = default;
    Subset(const TimeRange& inRange) : range(inRange) {} // NOLINT: a range is a subset
    Subset(const TimeRange& inRange, std::shared_ptr<const Chosen> ofThese)
        : range(inRange), chosen(std::move(ofThese)) {}

    [[nodiscard]] bool isEverything() const { return range.isEverything() && !chosen; }
    // Of what is chosen; the time is not asked.
    [[nodiscard]] bool hasSpan(SpanRow span) const { return !chosen || chosen->spans.contains(span); }
    [[nodiscard]] bool hasCall(CallRow call) const { return !chosen || chosen->calls.contains(call); }
    [[nodiscard]] bool hasTrace(TraceRow trace) const { return !chosen || chosen->traces.contains(trace); }

    /// The same choice, not an equal one: as long as both are alive.
    bool operator==(const Subset&) const = default;
};

} // namespace hallway
