// Draws figures in one line, parted by dots: in cards and on the plates of edges.
#pragma once

#include "common/Theme.h"
#include "graph/GraphFigures.h"

#include <QPointF>

class QPainter;

namespace hallway {

/// `health` colours the figure that hurts.
void drawFigureLine(QPainter& painter, QPointF baseline, const Figures& figures, Health health,
                    const Theme& theme, const Fonts& fonts);

} // namespace hallway
