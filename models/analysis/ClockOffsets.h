// How far the clocks of hosts seem to be apart, host pair by host pair: the evidence for the shifts of
// calls.md 2.5.
#pragma once

#include "analysis/SpanTree.h"
#include "base/Cancellation.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// All comparisons of a span with its caller on another host. Hosts are host keys (SpanTable::host), as ids
/// of the capture's strings; a span without one is on a host of its own.
struct HostOffset {
    StringId caller, callee;
    std::uint32_t compared = 0;  ///< pairs of spans whose times were compared
    std::uint32_t shifted = 0;   ///< of these, how many do not fit into one another: only they tell an offset
    std::uint32_t overLimit = 0; ///< of the shifted, how many are too far apart to be shifted
    Duration median{};           ///< of the shifted, nearest rank; positive: the callee's clock is behind
    Duration least{}, most{};    ///< of the shifted
    bool operator==(const HostOffset&) const = default;
};

/// Of one trace, or of all of the capture; in the order of (most shifted, caller, callee). Shifts beyond
/// `limit` count as over it. Any thread; cancelled = none.
[[nodiscard]] std::vector<HostOffset> clockOffsetsOf(TraceRow trace, const SpanTable& spans, Duration limit);
[[nodiscard]] std::vector<HostOffset> clockOffsetsOf(const SpanTable& spans, Duration limit,
                                                     const CancelToken& cancel = {});

} // namespace hallway
