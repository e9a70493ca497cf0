#include "layout/LayoutEngine.h"

#include "layout/LayeredFallback.h"

#include <utility>

namespace hallway {

Result<GraphLayout> layoutWithFallback(const LayoutEngine& engine, const LayoutRequest& request,
                                       std::chrono::milliseconds limit, const CancelToken& cancel) {
    if (const Status fine = checkLayoutRequest(request); !fine) return fail(fine.error());

    Result<GraphLayout> layout = engine.layout(request, limit, cancel);
    if (layout) return layout;
    if (layout.error().code == ErrorCode::Cancelled) return layout;

    GraphLayout plain = layeredLayout(request);
    plain.fallbackReason = std::move(layout.error());
    return plain;
}

} // namespace hallway
