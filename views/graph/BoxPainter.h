// Draws the frame around a group of nodes, or around the operations of a service.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "graph/GraphGeometry.h"

class QPainter;

namespace hallway {

class BoxPainter {
public:
    BoxPainter(const Theme& theme, const Fonts& fonts) : m_theme(theme), m_fonts(fonts) {}

    void paintFrame(QPainter& painter, const SceneBox& box, const GraphViewport& view) const;
    /// On a ground of its own: edges pass below it. It keeps its size at every zoom, and is left out where
    /// the frame has no room for it.
    void paintTitle(QPainter& painter, const SceneBox& box, const GraphViewport& view) const;

private:
    const Theme& m_theme;
    const Fonts& m_fonts;
};

} // namespace hallway
