#include "inspector/PanelStyle.h"

#include "common/Text.h"

#include <QFontMetricsF>

#include <algorithm>

namespace hallway {

const QColor& PanelStyle::color(Tone tone) const {
    switch (tone) {
    case Tone::Plain:
    case Tone::Strong:
        return theme.text;
    case Tone::Soft:
        return theme.text2;
    case Tone::Uncertain:
        return theme.text3;
    case Tone::Degraded:
        return theme.degraded;
    case Tone::Failing:
        return theme.failing;
    }
    return theme.text;
}

PanelColumns PanelColumns::of(const PanelSection& section, const PanelStyle& style) {
    PanelColumns columns;
    columns.longLabels = section.longLabels;
    for (const PanelRow& row : section.rows) {
        if (row.isLink) continue;
        columns.bars = columns.bars || row.bar;
        columns.marks = columns.marks || (row.mark && *row.mark != Health::Ok);
        columns.label = std::max(columns.label, textWidth(row.label, style.fonts.base));
        const std::size_t more = row.figures.size() - std::min(row.figures.size(), columns.figures.size());
        columns.figures.insert(columns.figures.begin(), more, 0.0); // the last columns are common to all rows
        for (std::size_t i = 0; i < row.figures.size(); ++i) {
            double& column = columns.figures[columns.figures.size() - row.figures.size() + i];
            column = std::max(column, figuresWidth(row.figures[i].text, style.font(row.figures[i].tone)));
        }
    }
    columns.label = std::max(columns.label + style.px(12), style.px(40));
    return columns;
}

double baseLineAround(double middle, const QFont& font) {
    const QFontMetricsF metrics(font);
    return middle + (metrics.ascent() - metrics.descent()) / 2;
}

} // namespace hallway
