// The words of the waterfall, the same on screen, in pictures and for screen readers.
#pragma once

#include "base/FormatText.h"
#include "waterfall/WaterfallFacts.h"
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

enum class RowTag : std::uint8_t { Count, Retry, Cold, Links, LinkedFrom, Skew, Standing };
struct TagText {
    RowTag tag;
    QString text;
    bool operator==(const TagText&) const = default;
};
/// From so many per cent on a row says how slow its span is among its kind.
inline constexpr std::uint32_t notablySlow = 95;
/// Small facts beside the operation, the weightiest first: "×14", "retry 1", "cold", "link", "linked
/// ×2", "skew −3.1 ms", "p98". `facts` null: not known yet.
[[nodiscard]] std::vector<TagText> tagsOf(const WaterfallTrace& trace, const WaterfallRow& row,
                                          const WaterfallFacts* facts = nullptr);
/// What stands beside a bar: "19.0 ms", "total 1.20 s · p95 41.0 ms", "no end". A fold of under 20
/// calls says the longest instead of the p95.
[[nodiscard]] QString barText(const WaterfallSpan& span, const WaterfallRow& row);
/// "Slower than 98 % of 412 alike"; empty where that is not known.
[[nodiscard]] QString standingText(const SpanStanding& standing);
/// "12 of 480 spans match; 440 hidden" (or "468 dimmed").
[[nodiscard]] QString filterText(const WaterfallRows& rows, bool hidesOthers);

} // namespace hallway
