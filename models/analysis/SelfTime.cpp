#include "analysis/SpanTree.h"

#include <algorithm>

namespace hallway {

std::vector<std::optional<Duration>> selfTimes(const SpanTree& tree, const SpanTable& spans) {
    struct Interval {
        Timestamp from, to;
    };
    std::vector<std::optional<Duration>> selves(tree.spans.size());
    std::vector<Interval> children; // of one span; kept for its capacity
    for (std::uint32_t index = 0; index < tree.spans.size(); ++index) {
        const TreeSpan& span = tree.spans[index];
        if (!spans.hasDuration(span.row)) continue;

        children.clear();
        tree.forEachChild(index, [&](std::uint32_t child) {
            const Interval inside{std::max(tree.spans[child].start, span.start),
                                  std::min(tree.spans[child].end, span.end)};
            if (inside.from < inside.to) children.push_back(inside);
        });
        std::sort(children.begin(), children.end(),
                  [](const Interval& a, const Interval& b) { return a.from < b.from; });

        Duration self = span.end - span.start;
        Timestamp covered = span.start;
        for (const Interval& child : children) {
            if (child.to <= covered) continue;
            self -= child.to - std::max(child.from, covered);
            covered = child.to;
        }
        selves[index] = self;
    }
    return selves;
}

} // namespace hallway
