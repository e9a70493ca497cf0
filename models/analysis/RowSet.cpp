#include "analysis/RowSet.h"

namespace hallway {

SpanSet spansOf(const TraceSet& traces, const SpanTable& spans) {
    SpanSet chosen(spans.size());
    for (std::size_t index = 0; index < spans.traces.size(); ++index) {
        if (!traces.contains(TraceRow(index))) continue;
        const TraceEntry& trace = spans.traces[index];
        for (std::uint32_t i = 0; i < trace.spanCount; ++i)
            chosen.insert(SpanRow(trace.firstSpan + i));
    }
    return chosen;
}

} // namespace hallway
