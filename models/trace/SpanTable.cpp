#include "trace/SpanTable.h"

#include <algorithm>

namespace hallway {

TraceRow SpanTable::traceOf(SpanRow row) const {
    const auto after = std::upper_bound(
        traces.begin(), traces.end(), row.value(),
        [](std::uint32_t value, const TraceEntry& trace) { return value < trace.firstSpan; });
    return TraceRow(static_cast<std::size_t>(after - traces.begin() - 1));
}

} // namespace hallway
