// The checkout of the mock-ups: gateway → checkout → four services, the card acquirer failing three times.
#pragma once

#include "waterfall/WaterfallTrace.h"

#include <memory>

namespace hallway::test {

struct CheckoutTrace {
    std::shared_ptr<const WaterfallTrace> trace;

    /// Index of the nth span (from 0) of this operation text.
    [[nodiscard]] std::uint32_t indexOf(const QString& operation, int nth = 0) const;
};

/// 3.34 s, 27 spans.
[[nodiscard]] CheckoutTrace checkoutTrace();

/// `count` spans: a root with children that each have `perChild` children, of eight services.
[[nodiscard]] std::shared_ptr<const WaterfallTrace> wideTrace(std::uint32_t count, std::uint32_t perChild);
/// A chain `count` levels deep.
[[nodiscard]] std::shared_ptr<const WaterfallTrace> deepTrace(std::uint32_t count);

} // namespace hallway::test
