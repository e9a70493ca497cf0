// Draws one node: the kind by its shape, the service by its colour strip, health by border and mark, so that
// nothing hangs on colour alone (look.md section 3).
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "graph/GraphGeometry.h"

class QPainter;
class QPainterPath;

namespace hallway {

struct NodeLook {
    bool selected = false;
    bool hovered = false;
    bool focusRoot = false; ///< the service the graph is focused on
};

class NodePainter {
public:
    NodePainter(const Theme& theme, const Fonts& fonts) : m_theme(theme), m_fonts(fonts) {}

    /// The shape follows `card` (screen px); what is written in it follows `form`.
    void paint(QPainter& painter, const SceneNode& node, const QRectF& card, ZoomForm form,
               const NodeLook& look) const;

    /// For far zoom: the name as haloed text under the card, within `area`.
    void paintFarName(QPainter& painter, const SceneNode& node, const QRectF& card, const QRectF& area) const;

private:
    void paintShape(QPainter& painter, const SceneNode& node, const QRectF& card, const NodeLook& look) const;
    void paintStack(QPainter& painter, const QRectF& card, double zoom) const;
    void paintText(QPainter& painter, const SceneNode& node, const QRectF& card, ZoomForm form) const;
    [[nodiscard]] QPen borderPen(const SceneNode& node, const NodeLook& look) const;

    const Theme& m_theme;
    const Fonts& m_fonts;
};

} // namespace hallway
