#include "inspector/PanelRowPainter.h"

#include "common/Marks.h"
#include "common/Text.h"

#include <QCoreApplication>
#include <QPainter>

namespace hallway {

namespace {

constexpr double columnGap = 10, barHeight = 8, markRadius = 5, markRoom = 18;

/// Draws the figures from the right end; returns where the first of them begins.
double paintFigures(QPainter& painter, double right, double middle, const PanelRow& row,
                    const PanelColumns& columns, const PanelStyle& style) {
    double x = right;
    const std::size_t missing =
        columns.figures.size() - row.figures.size(); // a row with fewer has the last columns
    for (std::size_t i = columns.figures.size(); i-- > missing;) {
        const PanelFigure& figure = row.figures[i - missing];
        const QFont font = style.font(figure.tone);
        drawFigures(painter, {x, baseLineAround(middle, font)}, figure.text, font, style.color(figure.tone),
                    TextAlign::Right);
        x -= columns.figures[i] + style.px(columnGap);
    }
    return x;
}

void paintBar(QPainter& painter, double left, double right, double middle, const PanelRow& row,
              const PanelStyle& style) {
    const double height = style.px(barHeight);
    const QRectF track(left, std::round(middle - height / 2), std::max(0.0, right - left), height);
    painter.fillRect(track, style.theme.header);
    const double part = track.width() * std::clamp(*row.bar, 0.0, 1.0);
    if (*row.bar > 0)
        painter.fillRect(QRectF(track.left(), track.top(), std::max(1.0, part), height),
                         row.barFails ? style.theme.failing : style.theme.heat[3]);
}

double figuresRoom(const PanelColumns& columns, const PanelStyle& style) {
    double room = 0;
    for (const double column : columns.figures)
        room += column + style.px(columnGap);
    return room;
}

bool needsTwoLines(const PanelRow& row, const PanelColumns& columns, const PanelStyle& style, double width) {
    if (!columns.longLabels || row.figures.empty()) return false;
    const double room = width - 2 * style.px(PanelStyle::inset) - figuresRoom(columns, style);
    return textWidth(row.label, style.fonts.base) > room;
}

} // namespace

void paintPanelRow(QPainter& painter, const QRectF& area, const PanelRow& row, const PanelColumns& columns,
                   const PanelStyle& style, PanelRowState state) {
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor& ground = state.hovered ? style.theme.hover : style.theme.surface;
    if (state.hovered) painter.fillRect(area, ground);
    const QRectF room = area.adjusted(style.px(PanelStyle::inset), 0, -style.px(PanelStyle::inset), 0);
    const bool twoLines = needsTwoLines(row, columns, style, area.width());
    const double firstLine = twoLines ? room.top() + style.px(10) : room.center().y();
    const double figureLine = twoLines ? room.top() + style.px(26) : firstLine;

    double left = room.left();
    if (columns.marks && !row.isLink) {
        if (row.mark)
            drawMark(painter, {left + style.px(markRadius), firstLine}, *row.mark, style.px(markRadius),
                     style.theme, ground, row.fewCalls ? MarkFill::Hollow : MarkFill::Filled);
        left += style.px(markRoom);
    }
    const double figuresLeft = row.figures.empty()
                                   ? room.right()
                                   : paintFigures(painter, room.right(), figureLine, row, columns, style);
    const double labelRight = twoLines ? room.right() : figuresLeft;
    const bool strongLabel =
        columns.longLabels || row.mark; // what the row is about, not a name of its figure
    const QColor& color = row.isLink    ? style.theme.accent
                          : strongLabel ? style.theme.text
                                        : style.theme.text2;
    const QString label =
        elided(row.label, style.fonts.base, std::max(0.0, labelRight - left), Qt::ElideMiddle);
    drawFigures(painter, {left, baseLineAround(firstLine, style.fonts.base)}, label, style.fonts.base, color);
    if (row.bar) paintBar(painter, left + columns.label, figuresLeft - style.px(2), firstLine, row, style);
    if (!state.focused) return;
    painter.setPen(QPen(style.theme.accent, style.theme.selectionWidth()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(style.px(6), 1, -style.px(6), -1), 4, 4);
}

QString spokenText(const PanelRow& row) {
    QStringList words{row.label};
    if (row.mark && *row.mark == Health::Failing) words << QCoreApplication::translate("Inspector", "failed");
    for (const PanelFigure& figure : row.figures)
        words << figure.text;
    return words.join(u' ');
}

double heightOf(const PanelRow& row, const PanelColumns& columns, const PanelStyle& style, double width) {
    return std::round(style.px(needsTwoLines(row, columns, style, width) ? PanelStyle::twoLineHeight
                                                                         : PanelStyle::rowHeight));
}

} // namespace hallway
