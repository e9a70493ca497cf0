#include "analysis/CallsInSubset.h"
#include "analysis/FailureOrigins.h"

#include <algorithm>

namespace hallway {

EdgeFailures failuresOfEdge(EdgeId edge, const SpanTable& spans, const CallTable& calls,
                            const Subset& subset) {
    EdgeFailures found{edge, {}, {}, {}, {}};
    std::vector<CallRow> silent; // their request's own side did not fail
    const auto keepFirst = [](CallRow& first, CallRow call) {
        if (!first.valid()) first = call;
    };
    forEachCall(edge, calls, subset, [&](CallRow call) {
        if (!calls.has(call, CallFlag::Failed)) return;
        ++found.calls.failed;
        const bool startsHere = calls.has(call, CallFlag::FailedHere);
        ++(startsHere ? found.calls.startsHere : found.calls.passedOn);
        keepFirst(startsHere ? found.startsHere : found.passedOn, call);
        const SpanRow entry = calls.entry[call.index()];
        if (entry.valid() && !spans.flags[entry.index()].has(SpanFlag::Failed)) silent.push_back(call);
    });
    if (silent.empty()) return found;

    // Nor may a call into that request have failed, of whatever edge to the caller.
    std::vector<SpanRow> failedInto;
    for (const Edge& into : calls.edges) {
        if (into.callee != calls.edges[edge.index()].caller) continue;
        for (std::uint32_t row = into.firstCall; row < into.firstCall + into.callCount; ++row)
            if (calls.has(CallRow(row), CallFlag::Failed) && calls.server[row].valid())
                failedInto.push_back(calls.server[row]);
    }
    std::sort(failedInto.begin(), failedInto.end());
    for (const CallRow call : silent) {
        if (std::binary_search(failedInto.begin(), failedInto.end(), calls.entry[call.index()])) continue;
        ++found.calls.swallowed;
        keepFirst(found.swallowed, call);
    }
    return found;
}

} // namespace hallway
