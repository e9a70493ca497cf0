#include "differences/DifferencePainter.h"

#include "common/Text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Differences)
};

constexpr double inset = 12, line = 18, pad = 6, gap = 16, wideFrom = 560; // px at scale 1

bool isWide(double width, double unit) { return width >= wideFrom * unit; }

} // namespace

double DifferenceGeometry::heightOf(double width, bool hasAlso, double unit) {
    const double lines = (isWide(width, unit) ? 2 : 4) + (hasAlso ? 1 : 0);
    return std::round((lines * line + 2 * pad) * unit) + 1; // the hairline
}

DifferenceGeometry::DifferenceGeometry(const QRectF& row, bool hasAlso, double unit) : figures(116 * unit) {
    const double left = row.left() + inset * unit, width = std::max(0.0, row.width() - 2 * inset * unit);
    const double step = line * unit;
    double top = row.top() + pad * unit;
    const bool wide = isWide(row.width(), unit);
    const double words = wide ? std::floor((width - gap * unit) / 2) : width;
    const auto next = [&](double at, double lineWidth) {
        const QRectF rect(at, top, lineWidth, step);
        top += step;
        return rect;
    };
    what = next(left, words);
    value = next(left, words);
    const double afterWords = top;
    const double bars = wide ? left + words + gap * unit : left;
    if (wide) top = row.top() + pad * unit;
    selected = next(bars, wide ? width - words - gap * unit : width);
    others = next(bars, wide ? width - words - gap * unit : width);
    top = std::max(top, afterWords);
    if (hasAlso) also = next(left, width);
}

void DifferencePainter::paint(QPainter& painter, const QRectF& row, const DifferenceItem& item,
                              const DifferenceRowState& state) const {
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor& ground = state.selected ? m_theme.select : state.hovered ? m_theme.hover : m_theme.surface;
    painter.fillRect(row, ground);
    painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), m_theme.line);
    const DifferenceGeometry geometry(row, !item.also.isEmpty(), m_fonts.scale);
    paintWords(painter, geometry, item);
    paintBar(painter, geometry.selected, geometry.figures, item.with.selected, item.all.selected,
             m_theme.accent, m_theme.text);
    paintBar(painter, geometry.others, geometry.figures, item.with.others, item.all.others, m_theme.edge,
             m_theme.text2);
    if (!state.focused) return;
    painter.setPen(QPen(m_theme.accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(row.adjusted(1, 1, -1, -2));
}

void DifferencePainter::paintWords(QPainter& painter, const DifferenceGeometry& geometry,
                                   const DifferenceItem& item) const {
    const double base = 13 * m_fonts.scale;
    const auto at = [base](const QRectF& rect) { return QPointF(rect.left(), rect.top() + base); };
    const double gapWidth = 8 * m_fonts.scale, width = geometry.what.width();
    // Whose it is may be a long name; both keep at least half of the line.
    const double whereWidth = textWidth(item.where, m_fonts.small) + gapWidth;
    const QString what =
        elided(item.what, m_fonts.strong, std::max(width / 2, width - whereWidth), Qt::ElideMiddle);
    drawText(painter, at(geometry.what), what, m_fonts.strong, m_theme.text);
    const double used = textWidth(what, m_fonts.strong) + gapWidth;
    drawText(painter, at(geometry.what) + QPointF(used, 0), elided(item.where, m_fonts.small, width - used),
             m_fonts.small, m_theme.text2);

    const QString certainty = certaintyText(item.p);
    const double room = geometry.value.width() - figuresWidth(certainty, m_fonts.hint) - gapWidth;
    drawFigures(painter, {geometry.value.right(), geometry.value.top() + base}, certainty, m_fonts.hint,
                m_theme.text3, TextAlign::Right);
    drawText(painter, at(geometry.value), elided(item.value, m_fonts.base, room, Qt::ElideMiddle),
             m_fonts.base, item.condition.isEmpty() ? m_theme.text : m_theme.accent);
    if (item.also.isEmpty()) return;
    const QString also = Words::tr("also: %1").arg(item.also);
    drawText(painter, at(geometry.also), elided(also, m_fonts.small, geometry.also.width()), m_fonts.small,
             m_theme.text3);
}

void DifferencePainter::paintBar(QPainter& painter, const QRectF& rect, double figures, std::uint64_t with,
                                 std::uint64_t all, const QColor& color, const QColor& text) const {
    const double unit = m_fonts.scale, height = std::round(8 * unit);
    const QRectF track(rect.left(), std::round(rect.center().y() - height / 2),
                       std::max(0.0, rect.width() - figures - 8 * unit), height);
    painter.fillRect(track, m_theme.line);
    const double share = all == 0 ? 0 : static_cast<double>(with) / static_cast<double>(all);
    if (with > 0)
        painter.fillRect(
            QRectF(track.left(), track.top(), std::max(2.0, std::round(track.width() * share)), height),
            color);
    drawFigures(painter, {rect.right(), rect.top() + 13 * unit}, shareText(with, all), m_fonts.small, text,
                TextAlign::Right);
}

} // namespace hallway
