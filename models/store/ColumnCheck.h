// Columns from a file somebody else may have made: checked once, so that everything behind may index without
// looking.
#pragma once

#include "base/StringPool.h"
#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <optional>
#include <string>

namespace hallway {

/// What of the tables' promises does not hold: lengths, ids inside what they point into, traces and edges
/// that part the rows without gap, order by time, parents in the same trace without a cycle. Nothing if all
/// do. Linear.
[[nodiscard]] std::optional<std::string> findFault(const SpanTable& spans, const CallTable& calls,
                                                   const StringPool& strings);

} // namespace hallway
