#include "analysis/Subset.h"

namespace hallway {

Chosen chosenTraces(TraceSet traces, const SpanTable& spans, const CallTable& calls) {
    Chosen chosen{spansOf(traces, spans), CallSet(calls.size()), std::move(traces), {}};
    for (std::size_t i = 0; i < calls.size(); ++i)
        if (const SpanRow span = calls.timedBy(CallRow(i)); span.valid() && chosen.spans.contains(span))
            chosen.calls.insert(CallRow(i));
    return chosen;
}

Chosen chosenSpans(SpanSet chosen, const SpanTable& spans, const CallTable& calls) {
    CallSet between(calls.size());
    const auto has = [&chosen](SpanRow span) { return span.valid() && chosen.contains(span); };
    for (std::size_t i = 0; i < calls.size(); ++i)
        if (has(calls.client[i]) || has(calls.server[i])) between.insert(CallRow(i));
    TraceSet traces = tracesOf(chosen, spans);
    return {std::move(chosen), std::move(between), std::move(traces), {}};
}

} // namespace hallway
