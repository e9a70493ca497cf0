// The words of the waterfall, the same on screen, in pictures and for screen readers.
#pragma once

#include "base/FormatText.h"
#include "waterfall/WaterfallRows.h"

#include <QString>

#include <vector>

namespace hallway {

/// The first and last digits of an id too long to read.
[[nodiscard]] QString shortTraceId(const QString& id);
/// "3.34 s · 28 spans · 8 services"
[[nodiscard]] QString traceSummaryText(const WaterfallTrace& trace);
/// "POST /checkout · gateway · 22 Nov 2026 12:04:41.318 · 3.34 s · 28 spans · 8 services · 3 failures start
/// here". Empty for a trace without spans.
[[nodiscard]] QString waterfallSubject(const WaterfallTrace& trace, format::UtcOffset offset);

/// Small facts beside the operation: "×14", "retry 1", "cold", "link", "skew −3.1 ms".
[[nodiscard]] std::vector<QString> tagsOf(const WaterfallSpan& span, const WaterfallRow& row);
/// What stands beside a bar: "19.0 ms", "458 ms · 14 calls · max 40.1 ms", "no end".
[[nodiscard]] QString barText(const WaterfallSpan& span, const WaterfallRow& row);

} // namespace hallway
