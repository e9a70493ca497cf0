#include "graph/EdgePainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {

constexpr double hollowWall = 1.1;     // px of each of the two lines of a hollow one
constexpr double thinnestHollow = 3.5; // below, its inside would vanish
constexpr double casing = 1.5;         // px either side, of the ground's colour, under edges that hurt
constexpr double selectionWidth = 9;   // px more than the line
constexpr double selectionOpacity = 0.42;
constexpr double headOverlap = 0.9; // the line ends inside its head

/// Of the arrow head, px.
double headLength(double width) { return 6 + 1.1 * width; }
double headHalfWidth(double width) { return 2.6 + 0.95 * width; }

struct Arrow {
    QPointF tip;
    QPointF along; ///< direction of travel, of length 1
};

Arrow arrowOf(const std::vector<QPointF>& curve) {
    // The last control point that is not the tip itself gives the direction.
    const QPointF tip = curve.back();
    for (std::size_t i = curve.size() - 1; i-- > 0;) {
        const QPointF way = tip - curve[i];
        const double length = std::hypot(way.x(), way.y());
        if (length > 0.5) return {tip, way / length};
    }
    return {tip, {1, 0}};
}

/// A cubic curve as lines of about 24 px; where it is nearly straight, one is enough.
void addLines(QPainterPath& path, QPointF from, QPointF first, QPointF second, QPointF to) {
    const auto length = [](QPointF way) { return std::hypot(way.x(), way.y()); };
    const double around = length(first - from) + length(second - first) + length(to - second);
    const bool straight = around - length(to - from) < 0.5;
    const int count = straight ? 1 : static_cast<int>(std::clamp(around / 24, 2.0, 32.0));
    for (int i = 1; i <= count; ++i) {
        const double t = static_cast<double>(i) / count, s = 1 - t;
        path.lineTo(s * s * s * from + 3 * s * s * t * first + 3 * s * t * t * second + t * t * t * to);
    }
}

QPainterPath curvePath(const std::vector<QPointF>& points, bool hasty) {
    QPainterPath path(points.front());
    for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
        if (hasty)
            addLines(path, points[i - 1], points[i], points[i + 1], points[i + 2]);
        else
            path.cubicTo(points[i], points[i + 1], points[i + 2]);
    }
    return path;
}

QPolygonF headShape(const Arrow& arrow, double width) {
    const QPointF back = arrow.tip - arrow.along * headLength(width);
    const QPointF side = QPointF(-arrow.along.y(), arrow.along.x()) * headHalfWidth(width);
    return QPolygonF({arrow.tip, back + side, back - side});
}

/// Dash patterns count in pen widths; ours are px.
QPen linePen(const QColor& color, double width, CallClass callClass, Qt::PenJoinStyle join) {
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, join);
    const auto dash = [&pen, width](double on, double off) { pen.setDashPattern({on / width, off / width}); };
    if (callClass == CallClass::Messaging) dash(7, 4);
    if (callClass == CallClass::Unpaired && width <= 2.5) dash(2, 3);
    if (callClass == CallClass::Unpaired &&
        width > 2.5) { // short dashes of a thick line would look like sleepers
        pen.setCapStyle(Qt::RoundCap);
        dash(0.01, width + 3);
    }
    return pen;
}

} // namespace

double EdgePainter::width(const SceneEdge& edge, double zoom, bool dense) {
    // 600 lines at full width are one grey mass.
    double width = edge.width * std::clamp(zoom, dense ? 0.35 : 0.75, 1.5);
    if (dense) width = std::min(width, 2.0);
    if (edge.health == Health::Degraded) width = std::max(width, 2.5);
    if (edge.health == Health::Failing) width = std::max(width, 3.0);
    return edge.passedOn ? std::max(width, thinnestHollow) : width;
}

void EdgePainter::paint(QPainter& painter, const SceneEdge& edge, const GraphViewport& view,
                        const EdgeLook& look) const {
    std::vector<QPointF> points;
    points.reserve(edge.route.curve.size());
    for (const LayoutPoint& point : edge.route.curve)
        points.push_back(view.toScreen(point));

    const double w = width(edge, view.zoom, look.dense);
    const bool hurts = edge.health >= Health::Degraded;
    const QColor color = hurts ? m_theme.health(edge.health) : look.hovered ? m_theme.text : m_theme.edge;
    const Arrow arrow = arrowOf(points);
    const QPainterPath whole = curvePath(points, look.hasty);
    if (look.withHead) points.back() -= arrow.along * (headLength(w) * headOverlap);
    const QPainterPath line = look.withHead ? curvePath(points, look.hasty) : whole;

    painter.setBrush(Qt::NoBrush);
    if (look.selected) {
        QColor under = m_theme.accent;
        under.setAlphaF(static_cast<float>(selectionOpacity * painter.opacity()));
        painter.strokePath(whole,
                           QPen(under, w + selectionWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    if (hurts && !look.selected) painter.strokePath(line, QPen(m_theme.canvas, w + 2 * casing));
    painter.strokePath(line, linePen(color, w, edge.callClass, look.hasty ? Qt::BevelJoin : Qt::RoundJoin));
    if (edge.passedOn) painter.strokePath(line, QPen(m_theme.canvas, w - 2 * hollowWall));

    if (!look.withHead) return;
    const bool open = edge.serverSpanMissing;
    painter.setPen(open ? QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin) : QPen(Qt::NoPen));
    painter.setBrush(open ? m_theme.canvas : color);
    painter.drawPolygon(headShape(arrow, w));
}

void EdgePainter::paintSample(QPainter& painter, QPointF from, double length, double width, Health health,
                              bool hollow, bool dashed) const {
    QPainterPath line(from);
    line.lineTo(from + QPointF(length, 0));
    painter.strokePath(line, linePen(m_theme.health(health), width,
                                     dashed ? CallClass::Messaging : CallClass::Rpc, Qt::RoundJoin));
    if (hollow)
        painter.strokePath(line, QPen(m_theme.canvas, width - 2 * hollowWall, Qt::SolidLine, Qt::FlatCap));
}

} // namespace hallway
