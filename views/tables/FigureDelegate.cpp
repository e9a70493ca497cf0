#include "tables/FigureDelegate.h"

#include "common/Marks.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "items/Roles.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace hallway {

namespace {

constexpr double firstLine = 0.29, secondLine = 0.71; // their middles, of the row's height
constexpr double inset = 8, figureInset = 6, barHeight = 3, barWidth = 44, markRadius = 5, markRoom = 16;
constexpr QStringView arrow = u"→ "; // before the callee: less than its name
constexpr int oneLineHeight = 22, twoLineHeight = 34;

double baseLine(const QRectF& cell, const QFont& font, double centre) {
    const QFontMetricsF metrics(font);
    return cell.top() + centre + (metrics.ascent() - metrics.descent()) / 2;
}

bool isFigureCell(const QModelIndex& index) {
    return (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
}

/// Whether the row says what it is about in two lines: then everything else stands beside the first.
bool hasTwoLines(const QModelIndex& index) {
    return !index.siblingAtColumn(0).data(SecondLineRole).toString().isEmpty();
}

bool hurts(const QVariant& health) {
    return health.isValid() && health.toInt() >= static_cast<int>(Health::Degraded);
}

} // namespace

FigureDelegate::FigureDelegate(int lines, QObject* parent) : QStyledItemDelegate(parent), m_lines(lines) {}

int FigureDelegate::rowHeight(const QFont& font) const {
    return qRound((m_lines == 2 ? twoLineHeight : oneLineHeight) * m_fonts.of(font).scale);
}

bool FigureDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                               const QModelIndex& index) {
    if (event == nullptr || event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Fonts& fonts = m_fonts.of(option.font);
    const bool isFigure = isFigureCell(index);
    const double text = figuresWidth(index.data(Qt::DisplayRole).toString(),
                                     isFigure && hurts(index.data(HealthRole)) ? fonts.strong : fonts.base);
    const double second = textWidth(index.data(SecondLineRole).toString(), fonts.strong);
    const double mark = !isFigure && index.data(HealthRole).isValid() ? markRoom : 0;
    return {qCeil(std::max(text, second) + (2 * (isFigure ? figureInset : inset) + mark) * fonts.scale),
            rowHeight(option.font)};
}

void FigureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, index);
    const Fonts& fonts = m_fonts.of(option.font);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool isFigure = isFigureCell(index);
    const double room = (isFigure ? figureInset : inset) * fonts.scale;
    const QRectF cell = QRectF(option.rect).adjusted(room, 0, -room, 0);
    if (isFigure)
        paintFigure(*painter, cell, index, fonts, selected);
    else
        paintText(*painter, cell, index, fonts, selected);
    paintFocus(*painter, option);
    painter->restore();
}

void FigureDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.fillRect(option.rect, selected ? m_theme.select : hovered ? m_theme.hover : m_theme.surface);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.line);
    if (index.column() != 0 || !selected) return;
    painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), m_theme.accent);
}

/// By keyboard only: the cell that copying takes.
void FigureDelegate::paintFocus(QPainter& painter, const QStyleOptionViewItem& option) const {
    if (!option.state.testFlag(QStyle::State_HasFocus) ||
        !option.state.testFlag(QStyle::State_KeyboardFocusChange))
        return;
    painter.setPen(QPen(m_theme.accent, m_theme.selectionWidth()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
}

void FigureDelegate::paintText(QPainter& painter, const QRectF& cell, const QModelIndex& index,
                               const Fonts& fonts, bool selected) const {
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString second = index.data(SecondLineRole).toString();
    QRectF room = cell;
    if (const QVariant health = index.data(HealthRole); health.isValid()) {
        if (hurts(health))
            drawMark(painter, {room.left() + markRadius * fonts.scale, room.center().y()},
                     static_cast<Health>(health.toInt()), markRadius * fonts.scale, m_theme,
                     selected ? m_theme.select : m_theme.surface,
                     index.data(FewCallsRole).toBool() ? MarkFill::Hollow : MarkFill::Filled);
        room.setLeft(room.left() +
                     markRoom * fonts.scale); // also without a mark: texts stand below one another
    }
    const QColor& strong = selected ? m_theme.selectText : m_theme.text;
    if (second.isEmpty()) {
        const double centre = room.height() * (hasTwoLines(index) ? firstLine : 0.5);
        drawText(painter, {room.left(), baseLine(room, fonts.base, centre)},
                 elided(text, fonts.base, room.width(), Qt::ElideMiddle), fonts.base, strong);
        return;
    }
    const QColor& soft = selected ? m_theme.selectText : m_theme.text2;
    drawText(painter, {room.left(), baseLine(room, fonts.base, room.height() * firstLine)},
             elided(text, fonts.base, room.width(), Qt::ElideMiddle), fonts.base, soft);
    const double secondBase = baseLine(room, fonts.strong, room.height() * secondLine);
    const bool hasArrow = second.startsWith(arrow);
    const QString name = hasArrow ? second.mid(arrow.size()) : second;
    const double left = room.left() + (hasArrow ? textWidth(arrow.toString(), fonts.base) : 0);
    if (hasArrow) drawText(painter, {room.left(), secondBase}, arrow.toString(), fonts.base, soft);
    drawText(painter, {left, secondBase}, elided(name, fonts.strong, room.right() - left, Qt::ElideMiddle),
             fonts.strong, strong);
}

void FigureDelegate::paintFigure(QPainter& painter, const QRectF& cell, const QModelIndex& index,
                                 const Fonts& fonts, bool selected) const {
    const QVariant health = index.data(HealthRole);
    const QVariant bar = index.data(BarRole);
    const bool uncertain = index.data(UncertainRole).toBool();
    const Typeface& font = hurts(health) ? fonts.strong : fonts.base;
    QColor color = m_theme.text;
    if (health.isValid())
        color = hurts(health) ? m_theme.health(static_cast<Health>(health.toInt())) : m_theme.text2;
    if (uncertain) color = m_theme.text3;
    if (selected) color = m_theme.selectText;

    const bool showsBar = bar.isValid() && (hurts(health) || !health.isValid());
    const bool twoLines = hasTwoLines(index);
    const double centre =
        twoLines ? cell.height() * firstLine : cell.height() / 2 - (showsBar ? barHeight / 2 : 0);
    const QString text = elided(index.data(Qt::DisplayRole).toString(), font, cell.width());
    drawFigures(painter, {cell.right(), baseLine(cell, font, centre)}, text, font, color, TextAlign::Right);
    if (!showsBar) return;
    const double top = twoLines ? cell.top() + cell.height() * 0.62 : cell.bottom() - barHeight - 2;
    const double full = std::min(barWidth * fonts.scale, cell.width());
    const QRectF track(cell.right() - full, top, full, barHeight * fonts.scale);
    painter.fillRect(track, m_theme.line);
    const double part = std::max(1.0, full * std::min(1.0, bar.toDouble()));
    painter.fillRect(QRectF(track.right() - part, track.top(), part, track.height()),
                     health.isValid() ? m_theme.health(static_cast<Health>(health.toInt())) : m_theme.edge);
}

} // namespace hallway
