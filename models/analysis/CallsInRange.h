// What of an edge or a service lies in a time range (calls.md rule 36).
#pragma once

#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <algorithm>

namespace hallway {

/// Calls visit(CallRow) for each call of the edge in range, in order of time; bisection finds the first.
template <class Visit>
void forEachCall(EdgeId edge, const CallTable& calls, const TimeRange& range, Visit visit) {
    const Edge& held = calls.edges[edge.index()];
    const auto first = calls.time.begin() + held.firstCall;
    const auto end = first + held.callCount;
    for (auto call = std::lower_bound(first, end, range.from); call != end && *call < range.to; ++call)
        visit(CallRow(static_cast<std::size_t>(call - calls.time.begin())));
}

/// Calls visit(SpanRow) for each entry of the service in range, by row.
template <class Visit>
void forEachEntry(NodeId node, const SpanTable& spans, const TimeRange& range, Visit visit) {
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (spans.node[row] == node && spans.flags[row].has(SpanFlag::Entry) &&
            range.contains(spans.start[row]))
            visit(SpanRow(row));
}

/// The span to show for a call: the callee's, else the caller's; invalid where it has neither.
[[nodiscard]] inline SpanRow shownSpan(CallRow call, const CallTable& calls) {
    const SpanRow server = calls.server[call.index()];
    return server.valid() ? server : calls.client[call.index()];
}

} // namespace hallway
