// One trace as an icicle: as long as its spans took, beside each other as they ran.
#pragma once

#include "analysis/SpanTree.h"
#include "icicle/Icicle.h"
#include "trace/CallTable.h"

namespace hallway {

/// Cells have the indices of `tree.spans`. A span that ran while a sibling did stands in the first free row
/// below its parent. The critical path needs a tree with adjusted clocks.
[[nodiscard]] Icicle spanIcicleOf(const SpanTree& tree, const SpanTable& spans, const CallTable& calls,
                                  const StringPool& strings);

} // namespace hallway
