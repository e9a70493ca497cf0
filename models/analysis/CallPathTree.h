// All spans of many traces merged by call path: root, what it called, what that called … One node for every
// "service: operation" below the same path.
#pragma once

#include "analysis/Subset.h"
#include "base/Cancellation.h"
#include "base/StringPool.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// Indices point into CallPathTree::paths.
struct CallPath {
    static constexpr std::uint32_t none = 0xffffffff;

    std::uint32_t parent = none;
    std::uint32_t depth = 0;
    std::uint32_t subtreeSize = 1; ///< itself included
    NodeId service;                ///< invalid: the rest, smaller paths below the same parent taken together
    StringId operation;
    std::uint64_t spans = 0, failed = 0; ///< failed: by rule 22, each span's own side
    // Sums stop at the greatest Duration.
    Duration total{};                    ///< Σ durations of its spans
    Duration self{};                     ///< Σ self times (calls.md 2.4)
    Duration critical{};                 ///< its own time on the critical paths (2.2)
    Duration criticalBelow{};            ///< with that of all paths below it
    std::optional<std::uint64_t> traces; ///< on whose critical path it is; unknown for the rest
    SpanRow slowest;                     ///< invalid where no span has a duration
    SpanRow firstFailed;                 ///< the earliest; invalid where none failed
    SpanRow heaviest;                    ///< longest on the critical path; invalid off it
    Duration heaviestTime{};             ///< of `heaviest`, on the path

    [[nodiscard]] bool isRest() const { return !service.valid(); }
    bool operator==(const CallPath&) const = default;
};

struct CallPathTree {
    std::vector<CallPath> paths; ///< pre-order; siblings by total time, longest first, the rest last
    std::uint64_t traces = 0, spans = 0, roots = 0; ///< roots: with a duration
    Duration pathTime{}; ///< Σ critical over all paths = Σ durations of the roots
    bool operator==(const CallPathTree&) const = default;
};

struct CallPathLimits {
    std::size_t shown = 20'000;     ///< paths kept, the longest in total; the rest below a parent is one node
    std::size_t gathered = 400'000; ///< paths told apart at all, in the order of traces
};

/// Over the whole traces of the subset: also where it holds only some of their spans. Works on up to
/// `threads` threads, 0 = one a processor; the result does not depend on them. Cancelled: something, to be
/// dropped.
[[nodiscard]] CallPathTree callPathTreeOf(const SpanTable& spans, const StringPool& strings,
                                          const Subset& subset, const CallPathLimits& limits = {},
                                          unsigned threads = 0, const CancelToken& cancel = {});

/// The spans on one path of a tree of these spans, in all traces. None for the rest.
[[nodiscard]] SpanSet spansOfPath(std::uint32_t path, const CallPathTree& tree, const SpanTable& spans);

} // namespace hallway
