// Spans as texts for other places: a chat, a ticket, the filter.
#pragma once

#include "session/Capture.h"
#include "waterfall/WaterfallTrace.h"

#include <QString>

#include <string>

namespace hallway {

/// One line that says what, how long, how it ended, when (UTC) and where to find it: "gateway POST
/// /checkout 3.34 s failed at 2026-01-01T12:04:41.318Z trace 8f3c… span 51d2…", ids in full.
[[nodiscard]] std::string chatLineOf(SpanRow span, const Capture& capture);

/// The span at `root` of the trace and everything below it, a line each, indented by level; at most `most`
/// lines, then "… and 12 more spans".
[[nodiscard]] QString subtreeTextOf(const WaterfallTrace& trace, std::uint32_t root,
                                    std::uint32_t most = 10'000);

// Conditions of the filter language.
/// `resource.service.name = "cart"`, with the namespace if there is one; empty for a span without a service.
[[nodiscard]] QString serviceConditionOf(SpanRow span, const Capture& capture);
[[nodiscard]] QString operationConditionOf(SpanRow span, const Capture& capture); ///< `name = "GET /cart"`

} // namespace hallway
