// How slow a span is among its kind: the spans of the same service and name.
#pragma once

#include "base/Cancellation.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// "Slower than 98 % of 412 alike." Nothing is said on fewer than `fewest` samples, nor of a span without a
/// duration: then `samples` is 0.
struct SpanStanding {
    static constexpr std::uint32_t fewest = 20;
    std::uint32_t faster = 0;  ///< samples strictly shorter than the span
    std::uint32_t samples = 0; ///< finished spans of its kind, itself included

    [[nodiscard]] bool known() const { return samples > 0; }
    /// Of 100, rounded down: it is slower than so many per cent. 0 where nothing is known.
    [[nodiscard]] std::uint32_t percent() const {
        return known() ? static_cast<std::uint32_t>(std::uint64_t{faster} * 100 / samples) : 0;
    }
    bool operator==(const SpanStanding&) const = default;
};

/// Of each span of a trace, in the order of its rows, among all spans of the capture. One pass over these and
/// a sort of those of the same kinds: O(spans), with 8 bytes for each span of these kinds. Any thread;
/// cancelled = unknown all over.
[[nodiscard]] std::vector<SpanStanding> standingsOf(TraceRow trace, const SpanTable& spans,
                                                    const CancelToken& cancel = {});

} // namespace hallway
