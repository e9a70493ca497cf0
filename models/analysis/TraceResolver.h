// From imported records to the spans of traces: duplicates, shared ids and parents (calls.md rules 1, 3 and
// 4).
#pragma once

#include "analysis/CallInputColumns.h"
#include "analysis/NodeDirectory.h"
#include "base/Result.h"

#include <vector>

namespace hallway {

struct ResolvedSpans {
    SpanTable table;
    std::vector<std::uint32_t> raw; ///< by row: index into CallInput::Columns::spans
    std::vector<StoreRow> duplicates;
    std::vector<StoreRow> selfParents, cycles, idCollisions;
};

/// SpanFlag::Entry is not set yet. Errors: Cancelled.
[[nodiscard]] Result<ResolvedSpans> resolveTraces(const CallInput::Columns& input, const NodeDirectory& nodes,
                                                  const CancelToken& cancel);

} // namespace hallway
