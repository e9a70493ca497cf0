// Something that can lay out a graph, and the rule that there is always a picture.
#pragma once

#include "base/Cancellation.h"
#include "layout/GraphLayout.h"

#include <chrono>

namespace hallway {

/// How long a layout may take before the fallback draws.
struct LayoutPatience {
    static constexpr std::chrono::milliseconds window{5'000};
    static constexpr std::chrono::milliseconds exporting{30'000};
    static constexpr std::chrono::milliseconds unlimited = std::chrono::milliseconds::max();
};

class LayoutEngine {
public:
    virtual ~LayoutEngine() = default;

    /// Blocks until done, at most `limit`; the same request always gives the same layout. May be called from
    /// several threads at once.
    /// Errors: Cancelled, LayoutTimedOut, LayoutFailed, HelperMissing.
    [[nodiscard]] virtual Result<GraphLayout> layout(const LayoutRequest& request,
                                                     std::chrono::milliseconds limit,
                                                     const CancelToken& cancel) const = 0;

protected:
    LayoutEngine() = default;
    LayoutEngine(const LayoutEngine&) = default;
    LayoutEngine& operator=(const LayoutEngine&) = default;
};

/// The engine's layout, or the fallback's with the reason beside it.
/// Errors: Cancelled, and LayoutFailed for a request that checkLayoutRequest refuses.
[[nodiscard]] Result<GraphLayout> layoutWithFallback(const LayoutEngine& engine, const LayoutRequest& request,
                                                     std::chrono::milliseconds limit,
                                                     const CancelToken& cancel);

} // namespace hallway
