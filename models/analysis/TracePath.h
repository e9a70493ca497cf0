// One trace with what decided how long it took. Private to this room.
#pragma once

#include "analysis/SpanTree.h"

#include <vector>

namespace hallway {

struct TracePath {
    SpanTree tree;                             ///< with adjusted clocks (calls.md 2.5)
    std::vector<std::optional<Duration>> self; ///< of raw times; nothing without a duration
    std::vector<Duration> critical;            ///< on the critical path; 0 off it
};
[[nodiscard]] TracePath tracePathOf(TraceRow trace, const SpanTable& spans, const StringPool& strings);

} // namespace hallway
