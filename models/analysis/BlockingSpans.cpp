#include "analysis/BlockingSpans.h"

#include <algorithm>

namespace hallway {

std::vector<BlockingSpan> blockingSpansOf(const SpanTree& tree, const SpanTable& spans) {
    // In pre-order, so that each span is clipped to an already clipped parent, and what hangs below a dropped
    // one drops.
    std::vector<BlockingSpan> blocking(tree.spans.size());
    for (std::uint32_t index = 0; index < tree.spans.size(); ++index) {
        const TreeSpan& span = tree.spans[index];
        if (!spans.hasDuration(span.row)) continue;
        if (span.parent == TreeSpan::none) {
            blocking[index] = {span.start, span.end, true};
            continue;
        }
        const BlockingSpan& parent = blocking[span.parent];
        const bool doesNotBlock = spans.kind(span.row) == SpanKind::Consumer &&
                                  spans.kind(tree.spans[span.parent].row) == SpanKind::Producer;
        if (!parent.kept || doesNotBlock || span.start >= parent.end || span.end <= parent.start) continue;
        blocking[index] = {std::max(span.start, parent.start), std::min(span.end, parent.end), true};
    }
    return blocking;
}

} // namespace hallway
