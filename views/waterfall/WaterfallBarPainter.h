// The right column of the waterfall: bars, events, durations.
#pragma once

#include "waterfall/WaterfallPainter.h"

namespace hallway {

/// Events of a span that lie within 4 px of each other are painted as one.
struct EventGroup {
    double x = 0;
    std::uint32_t count = 0;
    std::uint32_t first = 0; ///< into WaterfallTrace::events
    bool exception = false;  ///< at least one of them
};
/// Of the span's events within the scale's pixels, left to right.
[[nodiscard]] std::vector<EventGroup> eventGroups(const WaterfallTrace& trace, const WaterfallSpan& span,
                                                  const TimeScale& scale);

/// Stretches sorted by time and disjoint, at least `leastWidth` px each; O(pixels × log segments), not
/// O(segments). `gap` px are left free behind those that have room for it.
void paintSegments(QPainter& painter, const WaterfallSegment* first, const WaterfallSegment* end,
                   const TimeScale& scale, double top, double height, double leastWidth, double gap,
                   const QColor& color);

class WaterfallBarPainter {
public:
    WaterfallBarPainter(const Theme& theme, const Fonts& fonts) : m_theme(theme), m_fonts(fonts) {}
    void paintBar(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const;
    void paintEvents(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const;
    /// After all bars and path lines.
    void paintLabel(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const;

private:
    void paintTornEnd(QPainter& painter, const QRectF& bar, const QColor& ground) const;

    const Theme& m_theme;
    const Fonts& m_fonts;
};

/// `color` over `ground` at `share`, opaque.
[[nodiscard]] QColor mixed(const QColor& color, const QColor& ground, double share);

} // namespace hallway
