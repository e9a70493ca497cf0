#include "analysis/CallsOfSpans.h"

namespace hallway {

std::vector<EdgeId> edgesOpened(const SpanTable& spans, const CallTable& calls) {
    std::vector<EdgeId> opened(spans.size());
    // Backwards, so that the first call stays; callers last, so that a span that serves one call and makes
    // another opens the inner one.
    const auto visit = [&](auto spanOf) {
        for (std::size_t index = calls.edges.size(); index-- > 0;) {
            const Edge& edge = calls.edges[index];
            for (std::size_t call = edge.firstCall + edge.callCount; call-- > edge.firstCall;)
                if (const SpanRow span = spanOf(CallRow(call)); span.valid())
                    opened[span.index()] = EdgeId(index);
        }
    };
    visit([&](CallRow call) { return calls.server[call.index()]; });
    visit([&](CallRow call) {
        return calls.has(call, CallFlag::ClientSide) ? calls.client[call.index()] : SpanRow();
    });
    return opened;
}

SpanSet spansOfCalls(EdgeId edge, const SpanTable& spans, const CallTable& calls) {
    SpanSet found(spans.size());
    const Edge& held = calls.edges[edge.index()];
    for (std::uint32_t call = held.firstCall; call < held.firstCall + held.callCount; ++call)
        if (const SpanRow span = calls.timedBy(CallRow(call)); span.valid()) found.insert(span);
    return found;
}

} // namespace hallway
