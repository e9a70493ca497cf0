// Draws one edge: its width is volume, its colour health, solid where failures start and hollow where they
// are passed on (look.md section 4).
#pragma once

#include "common/Theme.h"
#include "graph/GraphGeometry.h"

class QPainter;
class QPainterPath;

namespace hallway {

struct EdgeLook {
    bool selected = false;
    bool hovered = false;
    bool withHead = true; ///< dense views leave out most arrow heads
    bool dense = false;   ///< seen from far among many: thinner
    bool hasty = false; ///< in motion: short straight lines instead of curves, which take five times as long
};

class EdgePainter {
public:
    explicit EdgePainter(const Theme& theme) : m_theme(theme) {}

    void paint(QPainter& painter, const SceneEdge& edge, const GraphViewport& view,
               const EdgeLook& look) const;

    /// px on screen at this zoom.
    [[nodiscard]] static double width(const SceneEdge& edge, double zoom, bool dense);
    /// For a legend: a straight line of this width, solid or hollow.
    void paintSample(QPainter& painter, QPointF from, double length, double width, Health health, bool hollow,
                     bool dashed) const;

private:
    const Theme& m_theme;
};

} // namespace hallway
