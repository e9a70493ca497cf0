#include "common/Marks.h"

#include "common/Theme.h"

#include <QPainter>
#include <QPainterPath>

namespace hallway {

namespace {

void drawTriangle(QPainter& painter, double r, const QColor& color, const QColor& ground, bool hollow) {
    QPainterPath shape;
    shape.moveTo(0, -r);
    shape.lineTo(r, r * 0.8);
    shape.lineTo(-r, r * 0.8);
    shape.closeSubpath();
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(hollow ? ground : color);
    painter.drawPath(shape);
    const QColor& inside = hollow ? color : ground;
    painter.setPen(QPen(inside, 1.3, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(0, -r * 0.35), QPointF(0, r * 0.2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(inside);
    painter.drawEllipse(QPointF(0, r * 0.52), 0.8, 0.8);
}

void drawOctagon(QPainter& painter, double r, const QColor& color, const QColor& ground, bool hollow) {
    const double k = r * 0.4142; // tan 22.5°
    const QPolygonF shape({{-k, -r}, {k, -r}, {r, -k}, {r, k}, {k, r}, {-k, r}, {-r, k}, {-r, -k}});
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(hollow ? ground : color);
    painter.drawPolygon(shape);
    const double q = r * 0.42;
    painter.setPen(QPen(hollow ? color : ground, 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-q, -q), QPointF(q, q));
    painter.drawLine(QPointF(q, -q), QPointF(-q, q));
}

} // namespace

void drawMark(QPainter& painter, QPointF centre, Health health, double radius, const Theme& theme,
              const QColor& ground, MarkFill fill) {
    if (health == Health::Ok) return;
    const bool hollow = fill == MarkFill::Hollow;
    painter.save();
    painter.translate(centre);
    if (health == Health::Failing) {
        drawOctagon(painter, radius, theme.failing, ground, hollow);
    } else if (health == Health::Degraded) {
        drawTriangle(painter, radius, theme.degraded, ground, hollow);
    } else {
        painter.setPen(QPen(theme.watch, 1.4));
        painter.setBrush(hollow ? ground : theme.watch);
        painter.drawEllipse(QPointF(0, 0), radius * 0.55, radius * 0.55);
    }
    painter.restore();
}

void drawSuspicion(QPainter& painter, QPointF centre, double radius, const Theme& theme, const QColor& ground,
                   MarkFill fill) {
    const bool hollow = fill == MarkFill::Hollow;
    const QColor& inside = hollow ? theme.degraded : ground;
    const double r = radius * 0.52; // of the circle the arrow runs in
    painter.save();
    painter.translate(centre);
    painter.setPen(QPen(theme.degraded, 1.2));
    painter.setBrush(hollow ? ground : theme.degraded);
    painter.drawEllipse(QPointF(0, 0), radius, radius);
    painter.setPen(QPen(inside, 1.3, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    constexpr int degree = 16;
    painter.drawArc(QRectF(-r, -r, 2 * r, 2 * r), 40 * degree, 285 * degree); // open at the right
    painter.setPen(Qt::NoPen);
    painter.setBrush(inside);
    const double head = radius * 0.34;
    painter.drawPolygon(QPolygonF({{r - head, -head * 0.2}, {r + head, -head * 0.2}, {r, head}}));
    painter.restore();
}

} // namespace hallway
