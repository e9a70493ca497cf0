// One trace as a tree: what the waterfall, `hallway trace` and the critical path walk. Never recursive: 100,000 levels deep is fine.
#pragma once

#include "trace/SpanTable.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// A span in its tree. Indices point into SpanTree::spans, which is in pre-order: roots by (start, id), children by
/// (start, id as text); a subtree is the index range [i, i + subtreeSize).
struct TreeSpan {
    SpanRow row;
    std::uint32_t parent = none; ///< index, or none
    std::uint32_t depth = 0;
    std::uint32_t subtreeSize = 1; ///< itself included
    std::uint32_t childCount = 0;
    Timestamp start, end; ///< raw, or shifted when clocks are adjusted; end = start where there is no duration
    static constexpr std::uint32_t none = 0xffffffff;
};

/// A shift applied by calls.md 2.5, for the evidence shown beside it.
struct SkewShift {
    std::uint32_t span = 0; ///< index of the span whose subtree was shifted
    Duration delta{};
    bool applied = false; ///< false: larger than the limit
};

struct SpanTree {
    TraceRow trace;
    std::vector<TreeSpan> spans;
    std::vector<SkewShift> shifts;
    Timestamp start, end; ///< least start > 0 and greatest end of the spans as placed

    [[nodiscard]] std::optional<std::uint32_t> find(SpanRow row) const;
};

enum class ClockMode : std::uint8_t { Raw, Adjusted };

/// `limit`: larger shifts are not applied (calls.md 2.5; default 1 s). Adjusting leaves PRODUCER→CONSUMER pairs and spans
/// marked SkewCorrected alone. A span whose start is 0 takes its parent's start for display.
[[nodiscard]] SpanTree spanTreeOf(TraceRow trace, const SpanTable& spans, ClockMode clocks,
                                  Duration limit = std::chrono::seconds(1));

/// calls.md 2.4, by index of `tree.spans`; nothing for spans without a duration.
[[nodiscard]] std::vector<std::optional<Duration>> selfTimes(const SpanTree& tree, const SpanTable& spans);

} // namespace hallway
