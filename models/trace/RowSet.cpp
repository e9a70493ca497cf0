#include "trace/RowSet.h"

namespace hallway {

SpanSet spansOf(const TraceSet& traces, const SpanTable& spans) {
    SpanSet chosen(spans.size());
    traces.forEach([&](TraceRow row) {
        const TraceEntry& trace = spans.traces[row.index()];
        for (std::uint32_t i = 0; i < trace.spanCount; ++i)
            chosen.insert(SpanRow(trace.firstSpan + i));
    });
    return chosen;
}

TraceSet tracesOf(const SpanSet& chosen, const SpanTable& spans) {
    TraceSet traces(spans.traces.size());
    std::size_t trace = 0;
    chosen.forEach([&](SpanRow span) {
        // Spans are sorted by trace: the next one is of this trace or of a later one.
        while (spans.traces.endSpan[trace] <= span.value())
            ++trace;
        traces.insert(TraceRow(trace));
    });
    return traces;
}

} // namespace hallway
