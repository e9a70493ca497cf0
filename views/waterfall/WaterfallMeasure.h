// A stretch of time somebody measures: how long it is and which spans run in it.
#pragma once

#include "waterfall/WaterfallGeometry.h"
#include "waterfall/WaterfallTrace.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace hallway {

struct MeasuredSpans {
    struct Service {
        std::uint32_t service = 0; ///< index into WaterfallTrace::services
        std::uint32_t spans = 0;
        bool operator==(const Service&) const = default;
    };
    std::uint32_t spans = 0;       ///< those that run in any part of the stretch
    std::vector<Service> services; ///< most spans first, of equals as in the trace
};

/// What runs in [from, to] within a subtree; touching at an end is not running in it, but a span without
/// length runs where it lies. O(spans of the subtree).
[[nodiscard]] MeasuredSpans spansWithin(const WaterfallTrace& trace, std::uint32_t root,
                                        const TimeWindow& time);

/// "412 ms", then "38 spans overlap: payments 12 · cart 9 · 3 more services".
[[nodiscard]] QStringList measureText(const WaterfallTrace& trace, std::uint32_t root,
                                      const TimeWindow& time);

} // namespace hallway
