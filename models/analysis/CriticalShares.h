// What edges and services contribute to the critical paths of many traces (docs/calls.md, "Critical path over
// many traces").
#pragma once

#include "analysis/ServiceGraph.h"
#include "analysis/Subset.h"
#include "base/Cancellation.h"
#include "base/StringPool.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// A trace on whose critical path something weighs much.
struct PathExample {
    TraceRow trace;
    SpanRow span;    ///< the one that weighs most of it
    Duration time{}; ///< of all of it, in this trace
    bool operator==(const PathExample&) const = default;
};

struct PathShare {
    static constexpr std::size_t mostExamples = 3;

    Duration own{}; ///< time of the paths; over all edges (or services) Σ own = Σ durations of the roots
    Duration through{};                ///< with what it called meanwhile; what is inside itself counts once
    std::uint64_t traces = 0;          ///< with own time on their path
    std::vector<PathExample> examples; ///< those with most own time, heaviest first
    bool operator==(const PathShare&) const = default;
};

struct CriticalShares {
    std::uint64_t traces = 0, roots = 0; ///< of the subset; roots with a duration
    Duration time{};                     ///< Σ their durations: what shares are of
    std::vector<PathShare> edges;        ///< by EdgeId
    std::vector<PathShare>
        uncalled; ///< by NodeId of the spans: work of roots that no call opened, outside any call
    std::vector<PathShare> services; ///< by NodeId; of virtual nodes nothing: their time is the caller's
    bool operator==(const CriticalShares&) const = default;
};

/// Over the whole traces of the subset: also where it holds only some of their spans. Works on up to
/// `threads` threads, 0 = one a processor; the result does not depend on them. Cancelled: something, to be
/// dropped.
[[nodiscard]] CriticalShares criticalSharesOf(const SpanTable& spans, const CallTable& calls,
                                              const StringPool& strings, const Subset& subset,
                                              unsigned threads = 0, const CancelToken& cancel = {});

/// Puts the shares of edges into the figures of the same calls; edges of others go without.
void addCriticalPath(ServiceGraph& graph, const CriticalShares& shares);

} // namespace hallway
