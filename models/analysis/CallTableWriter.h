// From drafts to the finished table: final nodes, edges, and calls in their order. Private to this room.
#pragma once

#include "analysis/CallDrafts.h"
#include "base/Cancellation.h"

#include <vector>

namespace hallway {

/// Renumbers SpanTable::node. `entryOf` by row. Incomplete when cancelled.
[[nodiscard]] CallTable writeCallTable(std::vector<CallDrafts> pieces, SpanTable& spans,
                                       const NodeDirectory& nodes, const std::vector<SpanRow>& entryOf,
                                       unsigned threads, const CancelToken& cancel);

} // namespace hallway
