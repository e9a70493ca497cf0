// The shapes of pain: never colour alone (look.md section 1).
#pragma once

#include "analysis/ServiceGraph.h"

#include <QPointF>

class QColor;
class QPainter;

namespace hallway {

struct Theme;

/// Hollow: on fewer than 20 calls; in the waterfall: passed on from a callee.
enum class MarkFill { Filled, Hollow };

/// Degraded: a triangle with an exclamation mark; failing: an octagon with a cross; watch: a dot; ok:
/// nothing. `radius` px; `ground` is the colour under the mark.
void drawMark(QPainter& painter, QPointF centre, Health health, double radius, const Theme& theme,
              const QColor& ground, MarkFill fill = MarkFill::Filled);

/// Calls that come again and again, though nothing of it failed: a disc with an arrow that runs in a circle,
/// in the colour of degraded health. Hollow: less sure.
void drawSuspicion(QPainter& painter, QPointF centre, double radius, const Theme& theme, const QColor& ground,
                   MarkFill fill);

[[nodiscard]] constexpr MarkFill markFillOf(std::uint64_t calls) {
    return calls < 20 ? MarkFill::Hollow : MarkFill::Filled;
}

} // namespace hallway
