// How long a trace is, without the rest of its summary.
#pragma once

#include "trace/SpanTable.h"

#include <optional>

namespace hallway {

/// From the least start to the greatest end of spans that have a start, as TraceSummary::duration; nothing
/// where none has.
[[nodiscard]] std::optional<Duration> traceDuration(TraceRow trace, const SpanTable& spans);

} // namespace hallway
