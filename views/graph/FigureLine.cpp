#include "graph/FigureLine.h"

#include "common/Text.h"

#include <QPainter>

namespace hallway {

namespace {

const QColor& colorOf(FigureTone tone, Health health, const Theme& theme) {
    switch (tone) {
    case FigureTone::Plain:
        return theme.text2;
    case FigureTone::Strong:
        return theme.text;
    case FigureTone::Uncertain:
        return theme.text3;
    case FigureTone::Pain:
        return theme.health(health);
    }
    return theme.text2;
}

} // namespace

void drawFigureLine(QPainter& painter, QPointF baseline, const Figures& figures, Health health,
                    const Theme& theme, const Fonts& fonts) {
    bool first = true;
    for (const Figure& figure : figures) {
        if (!first) {
            drawText(painter, baseline + QPointF(figureGap(fonts) / 2, 0), QStringLiteral("·"), fonts.small,
                     theme.text3, TextAlign::Centre);
            baseline.rx() += figureGap(fonts);
        }
        first = false;
        const Typeface& font = fontOf(figure, fonts);
        drawFigures(painter, baseline, figure.text, font, colorOf(figure.tone, health, theme));
        baseline.rx() += figuresWidth(figure.text, font);
    }
}

} // namespace hallway
