// What of each span of a trace can be waited for (calls.md 2.2). Private to this room.
#pragma once

#include "analysis/SpanTree.h"

#include <vector>

namespace hallway {

/// A span's time within its parent's.
struct BlockingSpan {
    Timestamp start, end;
    bool kept = false; ///< false: nobody waits for it, nor for what hangs below it

    [[nodiscard]] Duration duration() const { return end - start; }
};

/// By index of `tree.spans`. Left out are spans without a duration, those that lie outside their parent, and
/// a CONSUMER below its PRODUCER, each with its subtree.
[[nodiscard]] std::vector<BlockingSpan> blockingSpansOf(const SpanTree& tree, const SpanTable& spans);

} // namespace hallway
