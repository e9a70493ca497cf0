// The chain of spans that decided how long a trace took (calls.md 2.2, our variant). Iterative.
#pragma once

#include "analysis/SpanTree.h"

#include <vector>

namespace hallway {

/// A stretch of time in which `span` was what everything waited for.
struct PathSection {
    std::uint32_t span = 0; ///< index into SpanTree::spans
    Timestamp from, to;
    bool operator==(const PathSection&) const = default;
};

/// Over the times of the tree (`critical_ns` wants ClockMode::Adjusted). Per root: disjoint, non-empty
/// sections in reverse time order that cover exactly the root's duration; roots concatenated. What hangs
/// below a span without a duration is never on the path, nor is a CONSUMER below its PRODUCER.
[[nodiscard]] std::vector<PathSection> criticalPathOf(const SpanTree& tree, const SpanTable& spans,
                                                      const StringPool& strings);

/// Sum of each span's sections, by index of `tree.spans`; 0 off the path, nothing for spans without a
/// duration.
[[nodiscard]] std::vector<std::optional<Duration>> criticalTimes(const SpanTree& tree, const SpanTable& spans,
                                                                 const StringPool& strings);

} // namespace hallway
