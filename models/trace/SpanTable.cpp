#include "trace/SpanTable.h"

#include <algorithm>

namespace hallway {

TraceRow SpanTable::traceOf(SpanRow row) const {
    const auto& ends = traces.endSpan;
    return TraceRow(
        static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), row.value()) - ends.begin()));
}

} // namespace hallway
