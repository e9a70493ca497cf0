#include "inspector/AttributeDelegate.h"

#include "common/Text.h"
#include "inspector/AttributeListView.h"
#include "inspector/PanelStyle.h"
#include "inspector/ValueLayout.h"

#include <QPainter>

namespace hallway {

namespace {

constexpr double sectionHeight = 30, sectionMiddle = 17, nameMiddle = 11, firstValue = 27, oneLineMiddle = 11;

/// The view knows which values are open: it belongs to what is seen, not to what is.
AttributeDelegate::Extent extentOf(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* list = qobject_cast<const AttributeListView*>(option.widget);
    return list != nullptr && list->isOpen(index.row()) ? AttributeDelegate::Extent::Full
                                                        : AttributeDelegate::Extent::Short;
}

int linesOf(AttributeDelegate::Extent extent, const AttributeModel::Row& row) {
    if (extent == AttributeDelegate::Extent::Full) return 0;
    return row.isText ? AttributeDelegate::shortTextLines : AttributeDelegate::shortLines;
}

const AttributeModel::Row& rowOf(const QModelIndex& index) {
    return static_cast<const AttributeModel*>(index.model())->at(index.row());
}

} // namespace

bool AttributeDelegate::isLong(const AttributeModel::Row& row, const QFont& font, int width) const {
    return row.kind != AttributeModel::Kind::Section &&
           valueLayoutOf(row, m_fonts.of(font), width, linesOf(Extent::Short, row)).hidden > 0;
}

int AttributeDelegate::heightOf(const AttributeModel::Row& row, const QFont& font, int width,
                                Extent extent) const {
    const Fonts& fonts = m_fonts.of(font);
    if (row.kind == AttributeModel::Kind::Section) return qRound(sectionHeight * fonts.scale);
    return qRound(valueLayoutOf(row, fonts, width, linesOf(extent, row)).height);
}

QSize AttributeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* list = qobject_cast<const AttributeListView*>(option.widget);
    const int width = list != nullptr ? list->viewport()->width() : option.rect.width();
    return {width, heightOf(rowOf(index), option.font, width, extentOf(option, index))};
}

void AttributeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const AttributeModel::Row& row = rowOf(index);
    const Fonts& fonts = m_fonts.of(option.font);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered =
        option.state.testFlag(QStyle::State_MouseOver) && row.kind != AttributeModel::Kind::Section;
    painter->fillRect(option.rect, selected ? m_theme.select : hovered ? m_theme.hover : m_theme.surface);
    if (row.kind == AttributeModel::Kind::Section)
        paintSection(*painter, option.rect, row, fonts);
    else
        paintField(*painter, option.rect, row, fonts, extentOf(option, index), selected);
    painter->restore();
}

void AttributeDelegate::paintSection(QPainter& painter, const QRectF& area, const AttributeModel::Row& row,
                                     const Fonts& fonts) const {
    const double inset = PanelStyle::inset * fonts.scale;
    drawText(painter,
             {area.left() + inset, baseLineAround(area.top() + sectionMiddle * fonts.scale, fonts.strong)},
             row.name, fonts.strong, m_theme.text);
    painter.fillRect(QRectF(area.left() + inset, area.bottom() - 1, area.width() - 2 * inset, 1),
                     m_theme.line);
}

void AttributeDelegate::paintField(QPainter& painter, const QRectF& area, const AttributeModel::Row& row,
                                   const Fonts& fonts, Extent extent, bool selected) const {
    const ValueLayout layout = valueLayoutOf(row, fonts, area.width(), linesOf(extent, row));
    const bool isItem = row.kind == AttributeModel::Kind::Item;
    const Typeface& nameFont = isItem ? fonts.strong : fonts.base;
    const QColor& plain = selected ? m_theme.selectText : m_theme.text;
    const QColor& soft = selected ? m_theme.selectText : m_theme.text2;
    const QColor& name = row.target                         ? m_theme.accent
                         : row.hurts && isItem && !selected ? m_theme.failing
                         : isItem                           ? plain
                                                            : soft;
    const QColor& value = row.hurts && !isItem && !selected ? m_theme.failing : isItem ? soft : plain;
    const double left = area.left() + layout.left, right = area.left() + layout.right;
    const double nameLine = area.top() + (layout.oneLine ? oneLineMiddle : nameMiddle) * fonts.scale;
    drawText(painter, {left, baseLineAround(nameLine, nameFont)},
             elided(row.name, nameFont, right - left, Qt::ElideMiddle), nameFont, name);
    if (layout.oneLine) {
        drawFigures(painter, {right, baseLineAround(nameLine, layout.valueFont)}, row.value, layout.valueFont,
                    value, TextAlign::Right);
        return;
    }
    double y = area.top() + firstValue * fonts.scale;
    for (qsizetype i = 0; i < layout.lines.size(); ++i) {
        const auto place = static_cast<std::size_t>(i);
        const bool isSoft = place < layout.soft.size() && layout.soft[place];
        drawText(painter, {left, baseLineAround(y, layout.valueFont)}, layout.lines[i], layout.valueFont,
                 isSoft && !selected ? m_theme.text3 : value);
        y += layout.lineHeight;
    }
    if (layout.hidden == 0) return;
    const QString more = layout.hidden == 1 ? tr("1 more line") : tr("%1 more lines").arg(layout.hidden);
    drawText(painter, {left, baseLineAround(y, fonts.small)}, more, fonts.small, m_theme.accent);
}

} // namespace hallway
