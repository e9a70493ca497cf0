#include "analysis/TraceDuration.h"

#include <algorithm>

namespace hallway {

std::optional<Duration> traceDuration(TraceRow trace, const SpanTable& spans) {
    std::optional<Timestamp> start;
    Timestamp end;
    const TraceEntry entry = spans.traces[trace.index()];
    for (std::size_t row = entry.firstSpan; row < std::size_t{entry.firstSpan} + entry.spanCount; ++row) {
        if (!spans.hasStart(SpanRow(row))) continue;
        start = std::min(start.value_or(spans.start[row]), spans.start[row]);
        end = std::max({end, spans.start[row], spans.end[row]});
    }
    return start ? std::optional(end - *start) : std::nullopt;
}

} // namespace hallway
