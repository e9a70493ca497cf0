// The self time of every span of a capture at once (calls.md 2.4): what the tables of figures add up.
#pragma once

#include "trace/SpanTable.h"

#include <vector>

namespace hallway {

/// By SpanRow, over raw times: the same as selfTimes() of each trace's tree, in one pass and without trees.
/// Zero for spans without a duration; ask SpanTable::hasDuration(). Works on up to `threads` threads, 0 = one
/// a processor.
[[nodiscard]] std::vector<Duration> selfTimesOf(const SpanTable& spans, unsigned threads = 0);

} // namespace hallway
