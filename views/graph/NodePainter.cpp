#include "graph/NodePainter.h"

#include "common/Icons.h"
#include "common/Marks.h"
#include "common/Text.h"
#include "graph/FigureLine.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace hallway {

namespace {

constexpr double lid = 3.5;  // of a database's cylinder, px at zoom 1
constexpr double point = 10; // of a function's hexagon
constexpr double strip = 5;  // of the service colour
constexpr double markRadius = 6.5;
constexpr double farMarkRadius = 5.5;
constexpr double placedDot = 5;       // px across, of a card put where it is by hand
constexpr double lowestTwoLines = 24; // px of card height

/// The outline, half a pixel inside so that a line of 1 px is sharp.
QPainterPath outlineOf(NodeKind kind, const QRectF& card, double zoom) {
    const QRectF r = card.adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    switch (kind) {
    case NodeKind::Service:
        path.addRoundedRect(r, 4, 4);
        break;
    case NodeKind::User:
        path.addRoundedRect(r, r.height() / 2, r.height() / 2);
        break;
    case NodeKind::Queue:
    case NodeKind::External:
        path.addRect(r);
        break;
    case NodeKind::Function: {
        const double tip = std::min(point * zoom, r.width() / 4);
        path.addPolygon(QPolygonF({{r.left() + tip, r.top()},
                                   {r.right() - tip, r.top()},
                                   {r.right(), r.center().y()},
                                   {r.right() - tip, r.bottom()},
                                   {r.left() + tip, r.bottom()},
                                   {r.left(), r.center().y()}}));
        path.closeSubpath();
        break;
    }
    case NodeKind::Database: {
        const double e = lid * zoom;
        const double bow = e * 4 / 3; // a cubic reaches three quarters of its controls
        path.moveTo(r.left(), r.top() + e);
        path.lineTo(r.left(), r.bottom() - e);
        path.cubicTo(r.left(), r.bottom() - e + bow, r.right(), r.bottom() - e + bow, r.right(),
                     r.bottom() - e);
        path.lineTo(r.right(), r.top() + e);
        path.cubicTo(r.right(), r.top() + e - bow, r.left(), r.top() + e - bow, r.left(), r.top() + e);
        break;
    }
    }
    return path;
}

/// What the shape of a kind shows besides its outline.
void drawDetails(QPainter& painter, NodeKind kind, const QRectF& card, double zoom) {
    const QRectF r = card.adjusted(0.5, 0.5, -0.5, -0.5);
    if (kind == NodeKind::Database) {
        const double e = lid * zoom;
        const double bow = e * 4 / 3;
        QPainterPath front(QPointF(r.left(), r.top() + e));
        front.cubicTo(r.left(), r.top() + e + bow, r.right(), r.top() + e + bow, r.right(), r.top() + e);
        painter.drawPath(front);
    } else if (kind == NodeKind::Queue) {
        for (const double bar : {6.0, 11.0, 16.0})
            painter.drawLine(QPointF(r.right() - bar * zoom, r.top()),
                             QPointF(r.right() - bar * zoom, r.bottom()));
    }
}

QPainterPath stripOf(const QRectF& card) {
    const QRectF inner = card.adjusted(1, 1, -1, -1);
    QPainterPath rounded;
    rounded.addRoundedRect(inner, 3, 3);
    QPainterPath left;
    left.addRect(inner.left(), inner.top(), strip - 1, inner.height());
    return rounded & left;
}

/// Free of shape details left and right of the text, px at zoom 1.
struct Insets {
    double left, right;
};
Insets insetsOf(NodeKind kind, ZoomForm form) {
    const bool near = form == ZoomForm::Near;
    switch (kind) {
    case NodeKind::User:
        return {near ? 16.0 : 11.0, near ? 14.0 : 11.0};
    case NodeKind::Function:
        return {near ? 16.0 : 13.0, near ? 14.0 : 12.0};
    case NodeKind::Queue:
        return {near ? 12.0 : 7.0, 20};
    case NodeKind::Service:
        return {near ? 12.0 : 9.0, near ? 8.0 : 5.0};
    case NodeKind::Database:
    case NodeKind::External:
        return {near ? 12.0 : 7.0, near ? 8.0 : 5.0};
    }
    return {12, 8};
}

} // namespace

QPen NodePainter::borderPen(const SceneNode& node, const NodeLook& look) const {
    QColor color = node.kind == NodeKind::External || node.unknown ? m_theme.text3 : m_theme.line2;
    double width = 1;
    if (node.health >= Health::Degraded) {
        color = m_theme.health(node.health);
        width = 1.5;
    } else if (look.focusRoot) {
        color = m_theme.accent;
        width = 1.5;
    } else if (look.hovered) {
        color = m_theme.text2;
    }
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (node.unknown)
        pen.setDashPattern({1 / width, 3 / width});
    else if (node.kind == NodeKind::External)
        pen.setDashPattern({4 / width, 3 / width});
    return pen;
}

void NodePainter::paintShape(QPainter& painter, const SceneNode& node, const QRectF& card,
                             const NodeLook& look) const {
    const NodeKind kind = node.unknown ? NodeKind::Service : node.kind;
    const double zoom = card.height() / (40 * m_fonts.scale);
    if (look.selected) {
        const double width = m_theme.selectionWidth();
        painter.setPen(QPen(m_theme.accent, width));
        painter.setBrush(Qt::NoBrush);
        const double out = 2 + width / 2;
        painter.drawRoundedRect(card.adjusted(-out, -out, out, out), 7, 7);
    }
    const QPen pen = borderPen(node, look);
    if (node.isGroup) paintStack(painter, card, zoom * m_fonts.scale);
    const QPainterPath outline = outlineOf(kind, card, zoom * m_fonts.scale);
    painter.fillPath(outline, m_theme.surface);
    if (!node.unknown && !node.isGroup && kind == NodeKind::Service)
        painter.fillPath(stripOf(card), m_theme.service(node.colorIndex));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    QPen detail = pen;
    detail.setWidthF(1);
    detail.setStyle(Qt::SolidLine);
    painter.setPen(detail);
    drawDetails(painter, kind, card, zoom * m_fonts.scale);
}

/// Two more cards behind a collapsed group.
void NodePainter::paintStack(QPainter& painter, const QRectF& card, double zoom) const {
    painter.setPen(QPen(m_theme.line2, 1));
    painter.setBrush(m_theme.surface);
    for (const double behind : {6.0, 3.0})
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5).translated(behind * zoom, behind * zoom),
                                4, 4);
}

void NodePainter::paintText(QPainter& painter, const SceneNode& node, const QRectF& card,
                            ZoomForm form) const {
    const double unit = m_fonts.scale;
    const bool near = form == ZoomForm::Near;
    const double zoom = card.height() / (40 * unit);
    const QFont nameFont = near ? m_fonts.strong : zoom >= 0.7 ? m_fonts.smallStrong : m_fonts.hintStrong;
    const Insets insets = insetsOf(node.unknown ? NodeKind::Service : node.kind, form);
    const double left = card.left() + insets.left * unit;
    const double room = card.right() - insets.right * unit - left;
    const double lower = node.kind == NodeKind::Database ? 3.5 * unit * zoom : 0;
    const double icon = near && !node.unknown ? 19 * unit : 0;
    if (icon > 0) {
        drawIcon(painter, iconOf(node.kind), {left, card.top() + 5 * unit * zoom + lower}, m_theme.text2,
                 14 * unit);
    }

    // Two lines touch each other in lower cards; the mark still says that the node hurts.
    const bool nameOnly = node.figures.empty() || card.height() < lowestTwoLines * unit;
    // The text does not shrink with the card: in low ones the two lines stand as close as they can be read.
    const double lineGap = std::max(card.height() * 0.38, 11.5 * unit);
    const double nameLine =
        nameOnly ? card.center().y() + 4 * unit : card.center().y() + 3.5 * unit - lineGap / 2;
    drawText(painter, {left + icon, nameLine + lower},
             elided(node.name, nameFont, room - icon + 3, Qt::ElideMiddle), nameFont,
             node.unknown ? m_theme.text3 : m_theme.text);
    if (nameOnly) return;
    const double baseline = nameLine + lineGap + lower * 0.7;
    drawFigureLine(painter, {left, baseline}, fitting(node.figures, room + 3, m_fonts), node.health, m_theme,
                   m_fonts);
}

void NodePainter::paint(QPainter& painter, const SceneNode& node, const QRectF& card, ZoomForm form,
                        const NodeLook& look) const {
    const double opacity = painter.opacity();
    if (node.silent) painter.setOpacity(opacity * 0.25);
    paintShape(painter, node, card, look);
    if (form != ZoomForm::Far) paintText(painter, node, card, form);
    painter.setOpacity(opacity);
    if (node.isPlaced) {
        const double dot = placedDot * m_fonts.scale;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.text3);
        painter.drawEllipse(card.bottomRight() - QPointF(dot, dot), dot / 2, dot / 2);
    }
    if (node.health < Health::Degraded) return;
    const double radius = (form == ZoomForm::Far ? farMarkRadius : markRadius) * m_fonts.scale;
    drawMark(painter, card.topRight() + QPointF(-2, 1), node.health, radius, m_theme, m_theme.surface,
             markFillOf(node.requests));
}

void NodePainter::paintFarName(QPainter& painter, const SceneNode& node, const QRectF& card,
                               const QRectF& area) const {
    const QRectF place = farNamePlace(node, card, area, m_fonts);
    drawHaloed(painter, {place.center().x(), place.top() + 12 * m_fonts.scale},
               elided(node.name, m_fonts.smallStrong, place.width(), Qt::ElideMiddle), m_fonts.smallStrong,
               m_theme.text, m_theme.canvas, TextAlign::Centre);
}

} // namespace hallway
