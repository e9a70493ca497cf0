#include "tables/FigureHeader.h"

#include "common/Fonts.h"
#include "common/Text.h"

#include <QAbstractItemModel>
#include <QPainter>
#include <QPainterPath>

namespace hallway {

namespace {

constexpr double inset = 8, figureInset = 6, triangle = 7, gap = 4, headHeight = 22;

QPainterPath trianglePath(QPointF centre, bool down) {
    const double half = triangle / 2, tip = down ? half * 0.7 : -half * 0.7;
    QPainterPath path;
    path.moveTo(centre.x() - half, centre.y() - tip);
    path.lineTo(centre.x() + half, centre.y() - tip);
    path.lineTo(centre.x(), centre.y() + tip);
    path.closeSubpath();
    return path;
}

} // namespace

FigureHeader::FigureHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setHighlightSections(false);
    setMinimumSectionSize(24);
}

void FigureHeader::setTheme(const Theme& theme) {
    m_theme = theme;
    viewport()->update();
}

QSize FigureHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), qRound(headHeight * m_fonts.of(font()).scale)};
}

bool FigureHeader::isFigure(int section) const {
    return (model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) !=
           0;
}

QSize FigureHeader::sectionSizeFromContents(int section) const {
    const Fonts& fonts = m_fonts.of(font());
    const double text = textWidth(model()->headerData(section, Qt::Horizontal).toString(), fonts.base);
    // The triangle of a figure's head may stand in the inset at its left.
    const double room = isFigure(section) ? 2 * figureInset + gap + triangle - 2 : 2 * inset + triangle + gap;
    return {qCeil(text + room * fonts.scale), qRound(headHeight * fonts.scale)};
}

void FigureHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, m_theme.header);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.line);
    const Fonts& fonts = m_fonts.of(font());
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const bool right = isFigure(section);
    const double side = (right ? figureInset : inset) * fonts.scale;
    const QRectF room = QRectF(rect).adjusted(right ? 0 : side, 0, -side, 0);
    const double mark = sorted ? (triangle + gap) * fonts.scale : 0;
    const QString text =
        elided(model()->headerData(section, Qt::Horizontal).toString(), fonts.base, room.width() - mark);
    const QFontMetricsF metrics(fonts.base);
    const double base = room.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    drawText(*painter, {right ? room.right() : room.left(), base}, text, fonts.base,
             sorted ? m_theme.text : m_theme.text2, right ? TextAlign::Right : TextAlign::Left);
    if (sorted) {
        const double beside = textWidth(text, fonts.base) + (gap + triangle / 2) * fonts.scale;
        const double x = right ? room.right() - beside : room.left() + beside;
        painter->fillPath(trianglePath({x, room.center().y()}, sortIndicatorOrder() == Qt::DescendingOrder),
                          m_theme.text2);
    }
    painter->restore();
}

} // namespace hallway
