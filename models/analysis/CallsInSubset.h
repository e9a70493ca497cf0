// What of an edge, a service or a capture lies in a subset (calls.md rule 36).
#pragma once

#include "analysis/Subset.h"
#include "analysis/TraceList.h"

#include <algorithm>

namespace hallway {

/// Calls visit(CallRow) for each call of the edge in the subset, in order of time; bisection finds the first.
template <class Visit>
void forEachCall(EdgeId edge, const CallTable& calls, const Subset& subset, Visit visit) {
    const Edge& held = calls.edges[edge.index()];
    const auto first = calls.time.begin() + held.firstCall;
    const auto end = first + held.callCount;
    for (auto call = std::lower_bound(first, end, subset.range.from); call != end && *call < subset.range.to;
         ++call)
        if (const CallRow row(static_cast<std::size_t>(call - calls.time.begin())); subset.hasCall(row))
            visit(row);
}

/// Calls visit(SpanRow) for each entry of the service in the subset, by row.
template <class Visit>
void forEachEntry(NodeId node, const SpanTable& spans, const Subset& subset, Visit visit) {
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (spans.node[row] == node && spans.flags[row].has(SpanFlag::Entry) &&
            subset.range.contains(spans.start[row]) && subset.hasSpan(SpanRow(row)))
            visit(SpanRow(row));
}

/// Calls visit(TraceRow) for each trace of the subset, by row: one that overlaps its range.
template <class Visit>
void forEachTrace(const SpanTable& spans, const Subset& subset, Visit visit) {
    for (std::size_t row = 0; row < spans.traces.size(); ++row)
        if (subset.hasTrace(TraceRow(row)) &&
            (subset.range.isEverything() || overlaps(spans, TraceRow(row), subset.range)))
            visit(TraceRow(row));
}

/// The span to show for a call: the callee's, else the caller's; invalid where it has neither.
[[nodiscard]] inline SpanRow shownSpan(CallRow call, const CallTable& calls) {
    const SpanRow server = calls.server[call.index()];
    return server.valid() ? server : calls.client[call.index()];
}

} // namespace hallway
