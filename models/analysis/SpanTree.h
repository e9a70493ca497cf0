// One trace as a tree: what the waterfall, `hallway trace` and the critical path walk. Never recursive:
// 100,000 levels deep is fine.
#pragma once

#include "trace/SpanTable.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// A span in its tree. Indices point into SpanTree::spans, which is in pre-order: roots and children by (raw
/// start, id as text), so that both clock modes give the same indices. A subtree is the index range [i, i +
/// subtreeSize).
struct TreeSpan {
    SpanRow row;
    std::uint32_t parent = none; ///< index, or none
    std::uint32_t depth = 0;
    std::uint32_t subtreeSize = 1; ///< itself included
    std::uint32_t childCount = 0;
    /// Raw, or shifted when clocks are adjusted; end = start where there is no duration.
    Timestamp start, end;
    static constexpr std::uint32_t none = 0xffffffff;
};

/// A shift found by calls.md 2.5, for the evidence shown beside it. It holds for the span and for its
/// descendants on the same host.
struct SkewShift {
    std::uint32_t span = 0; ///< index of the first span on the shifted host
    Duration delta{};
    bool applied = false; ///< false: larger than the limit
    bool operator==(const SkewShift&) const = default;
};

struct SpanTree {
    TraceRow trace;
    std::vector<TreeSpan> spans;
    std::vector<SkewShift> shifts; ///< in order of their spans; none in ClockMode::Raw
    /// Least start and greatest end, as placed, of the spans that have a start; both 0 if none has.
    Timestamp start, end;

    SpanRow firstRow;                      ///< of the trace's spans
    std::vector<std::uint32_t> indexOfRow; ///< by row − firstRow

    /// Index of a span; nothing if it is not of this trace. Constant time.
    [[nodiscard]] std::optional<std::uint32_t> find(SpanRow row) const;

    /// Calls visit(index) for each child of the span at `index`, in order.
    template <class Visit>
    void forEachChild(std::uint32_t index, Visit visit) const {
        const std::uint32_t behind = index + spans[index].subtreeSize;
        for (std::uint32_t child = index + 1; child < behind; child += spans[child].subtreeSize)
            visit(child);
    }
};

enum class ClockMode : std::uint8_t { Raw, Adjusted };

/// `limit`: larger shifts are not applied (calls.md 2.5; default 1 s). No shift is sought between a PRODUCER
/// and its CONSUMER (waiting in a queue is no skew), nor against a span without a start; spans marked
/// SkewCorrected stay as they are. A span whose start is 0 takes its parent's start for display, a root the
/// least start of the trace.
[[nodiscard]] SpanTree spanTreeOf(TraceRow trace, const SpanTable& spans, ClockMode clocks,
                                  Duration limit = std::chrono::seconds(1));

/// calls.md 2.4 over the times of the tree (`self_ns` wants ClockMode::Raw), by index of `tree.spans`;
/// nothing for spans without a duration.
[[nodiscard]] std::vector<std::optional<Duration>> selfTimes(const SpanTree& tree, const SpanTable& spans);

} // namespace hallway
