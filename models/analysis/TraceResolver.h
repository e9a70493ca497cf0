// From imported records to the spans of traces: duplicates, shared ids and parents (calls.md rules 1, 3 and
// 4).
#pragma once

#include "analysis/TraceWork.h"
#include "base/Result.h"

namespace hallway {

struct ResolvedSpans {
    SpanTable table;
    Findings findings;              ///< rows ascending
    std::vector<SpanTraits> traits; ///< by row
};

/// SpanFlag::Entry is not set yet. Of the input only what call building still needs by StoreRow is left:
/// parent, operation, peer and links. Errors: Cancelled.
[[nodiscard]] Result<ResolvedSpans> resolveTraces(CallInput::Columns& input, const NodeDirectory& nodes,
                                                  unsigned threads, const CancelToken& cancel);

} // namespace hallway
