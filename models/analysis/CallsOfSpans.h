// Which call a span stands for (docs/calls.md, "Critical path over many traces").
#pragma once

#include "trace/CallTable.h"
#include "trace/RowSet.h"
#include "trace/SpanTable.h"

#include <vector>

namespace hallway {

/// By row of `spans`: the edge of the call that a span opens, invalid where it opens none. A caller span
/// opens the call whose client side it gives, any other callee's span the call it serves; of several calls
/// the first in the order of the table.
[[nodiscard]] std::vector<EdgeId> edgesOpened(const SpanTable& spans, const CallTable& calls);

/// The spans that last as long as the calls of an edge (rule 19): the caller's, where it gives a client side,
/// else the callee's.
[[nodiscard]] SpanSet spansOfCalls(EdgeId edge, const SpanTable& spans, const CallTable& calls);

} // namespace hallway
