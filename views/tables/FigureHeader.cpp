#include "tables/FigureHeader.h"

#include "common/Fonts.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "items/Roles.h"

#include <QAbstractItemModel>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QToolTip>

#include <algorithm>
#include <utility>

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
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false); // the subject, by which the others are read
    setSortIndicatorClearable(true);
    connect(this, &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder order) {
        m_keys = section < 0 ? std::vector<SortKey>() : std::vector<SortKey>{{section, order}};
        viewport()->update();
        emit sortKeysChanged();
    });
}

void FigureHeader::setTheme(const Theme& theme) {
    m_theme = theme;
    viewport()->update();
}

void FigureHeader::setSortKeys(std::vector<SortKey> keys) {
    m_keys = std::move(keys);
    const QSignalBlocker quiet(this); // Qt's own indicator follows the first of them
    if (m_keys.empty())
        setSortIndicator(-1, Qt::DescendingOrder);
    else
        setSortIndicator(m_keys.front().column, m_keys.front().order);
    viewport()->update();
}

void FigureHeader::addSortKey(int section) {
    std::vector<SortKey> keys = m_keys;
    const auto known = std::find_if(keys.begin(), keys.end(),
                                    [section](const SortKey& key) { return key.column == section; });
    if (known == keys.end())
        keys.push_back({section, firstOrder(section)});
    else if (known->order == firstOrder(section))
        known->order = known->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    else
        keys.erase(known);
    setSortKeys(std::move(keys));
    emit sortKeysChanged();
}

Qt::SortOrder FigureHeader::firstOrder(int section) const {
    const QVariant order = model()->headerData(section, Qt::Horizontal, Qt::InitialSortOrderRole);
    return order.isValid() ? static_cast<Qt::SortOrder>(order.toInt()) : Qt::AscendingOrder;
}

const SortKey* FigureHeader::keyOf(int section) const {
    const auto found = std::find_if(m_keys.begin(), m_keys.end(),
                                    [section](const SortKey& key) { return key.column == section; });
    return found == m_keys.end() ? nullptr : &*found;
}

QString FigureHeader::placeOf(int section) const {
    const SortKey* const key = keyOf(section);
    return key == nullptr || m_keys.size() < 2 ? QString() : QString::number(key - m_keys.data() + 1);
}

void FigureHeader::contextMenuEvent(QContextMenuEvent* event) {
    emit menuRequested(logicalIndexAt(event->pos()), event->globalPos());
}

/// Titles and tooltips may hold keys of the capture: never rich text.
bool FigureHeader::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int section = logicalIndexAt(help->pos());
        const QString own = model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString();
        QToolTip::showText(help->globalPos(), plainToolTip(own), this);
        return true;
    }
    return QHeaderView::event(event);
}

void FigureHeader::mousePressEvent(QMouseEvent* event) {
    m_pressedWithShift = event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier)
                             ? logicalIndexAt(event->position().toPoint())
                             : -1;
    if (m_pressedWithShift < 0) QHeaderView::mousePressEvent(event);
}

void FigureHeader::mouseReleaseEvent(QMouseEvent* event) {
    const int section = std::exchange(m_pressedWithShift, -1);
    if (section < 0)
        QHeaderView::mouseReleaseEvent(event);
    else if (section == logicalIndexAt(event->position().toPoint()))
        addSortKey(section);
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
    const QString total = model()->headerData(section, Qt::Horizontal, TotalRole).toString();
    const double below = figuresWidth(total, fonts.base) + 2 * figureInset * fonts.scale;
    return {qCeil(std::max(text + room * fonts.scale, below)), qRound(headHeight * fonts.scale)};
}

void FigureHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, m_theme.header);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.line);
    const Fonts& fonts = m_fonts.of(font());
    const SortKey* const key = keyOf(section);
    const QString place = placeOf(section);
    const bool right = isFigure(section);
    const double side = (right ? figureInset : inset) * fonts.scale;
    const QRectF room = QRectF(rect).adjusted(right ? 0 : side, 0, -side, 0);
    const double number = place.isEmpty() ? 0 : figuresWidth(place, fonts.hint) + 2 * fonts.scale;
    const double mark = key ? (triangle + gap) * fonts.scale + number : 0;
    const QString text =
        elided(model()->headerData(section, Qt::Horizontal).toString(), fonts.base, room.width() - mark);
    const QFontMetricsF metrics(fonts.base);
    const double base = room.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    drawText(*painter, {right ? room.right() : room.left(), base}, text, fonts.base,
             key ? m_theme.text : m_theme.text2, right ? TextAlign::Right : TextAlign::Left);
    if (key) {
        const double beside = textWidth(text, fonts.base) + (gap + triangle / 2) * fonts.scale;
        const double x = right ? room.right() - beside : room.left() + beside;
        painter->fillPath(trianglePath({x, room.center().y()}, key->order == Qt::DescendingOrder),
                          m_theme.text2);
        const double behind = (triangle / 2 + 2) * fonts.scale;
        if (!place.isEmpty())
            drawFigures(*painter, {right ? x - behind : x + behind, base}, place, fonts.hint, m_theme.text2,
                        right ? TextAlign::Right : TextAlign::Left);
    }
    painter->restore();
}

} // namespace hallway
