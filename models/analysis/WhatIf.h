// How long traces would have taken had some calls taken less: each trace is timed anew (docs/calls.md, "What
// if a call took less"). An estimate from what waited for what, never a measurement.
#pragma once

#include "analysis/CallChange.h"
#include "analysis/Distribution.h"
#include "analysis/SpanTree.h"
#include "analysis/Subset.h"
#include "base/Cancellation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

struct WhatIf {
    std::optional<Distribution> before, after; ///< of the durations of all roots of the subset
    std::uint64_t traces = 0;                  ///< of the subset
    std::uint64_t touched = 0;                 ///< with such a call
    std::uint64_t changed = 0;                 ///< with a root that would have been shorter
    Duration saved{};                          ///< Σ over all roots
    bool operator==(const WhatIf&) const = default;
};

/// The spans `changed` take less; of those inside one another the outermost. Over the whole traces of the
/// subset. Works on up to `threads` threads, 0 = one a processor; the result does not depend on them.
/// Cancelled: something, to be dropped.
[[nodiscard]] WhatIf whatIf(const SpanSet& changed, const CallChange& change, const SpanTable& spans,
                            const Subset& subset, unsigned threads = 0, const CancelToken& cancel = {});

/// The new duration of every span that somebody waits for, by index of `tree.spans`, within its parent's
/// time; 0 for all others. `tree` with adjusted clocks.
[[nodiscard]] std::vector<Duration> retimed(const SpanTree& tree, const SpanTable& spans,
                                            const SpanSet& changed, const CallChange& change);

} // namespace hallway
