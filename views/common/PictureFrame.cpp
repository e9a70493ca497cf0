#include "common/PictureFrame.h"

#include "common/Text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hallway {

namespace {

constexpr double titleBaseline = 42;
constexpr double factsBaseline = 66;
constexpr double factsLine = 18;
constexpr double belowHead = 16;  // between the last line of facts and the rule
constexpr double contentGap = 20; // around the content
constexpr double legendLine = 26;
constexpr double headingGap = 16;
constexpr double entryGap = 20;
constexpr double swatchGap = 6;
constexpr double footLine = 18;

double entryWidth(const LegendEntry& entry, const Fonts& fonts) {
    const double swatch = entry.swatchWidth > 0 ? entry.swatchWidth + swatchGap : 0;
    return swatch + figuresWidth(entry.text, entry.heading ? fonts.strong : fonts.base);
}

void drawRule(QPainter& painter, double width, double y, const QColor& color) {
    painter.setPen(QPen(color, 1));
    painter.drawLine(QPointF(PictureFrame::margin, y), QPointF(width - PictureFrame::margin, y));
}

} // namespace

PictureFrame::PictureFrame(PictureText text, std::vector<LegendRow> legend, Theme theme, const Fonts& fonts)
    : m_text(std::move(text)), m_legend(std::move(legend)), m_theme(std::move(theme)), m_fonts(fonts) {}

QSizeF PictureFrame::sizeFor(QSizeF content, double minimumWidth) const {
    const double width = std::ceil(std::max(minimumWidth, content.width() + 2 * margin));
    return {width, std::ceil(headHeight(width) + content.height() + 2 * contentGap + footHeight(width))};
}

QRectF PictureFrame::contentArea(QSizeF picture) const {
    const double top = headHeight(picture.width()) + contentGap;
    const double bottom = picture.height() - footHeight(picture.width()) - contentGap;
    return {margin, top, picture.width() - 2 * margin, std::max(0.0, bottom - top)};
}

std::vector<PictureFrame::PlacedEntry> PictureFrame::flowLegend(double width) const {
    std::vector<PlacedEntry> placed;
    const double room = width - 2 * margin;
    double y = legendLine / 2;
    for (const LegendRow& row : m_legend) {
        double x = 0;
        for (const LegendEntry& entry : row) {
            const double needed = entryWidth(entry, m_fonts);
            if (x > 0 && x + needed > room) {
                x = 0;
                y += legendLine;
            }
            placed.push_back({&entry, {x, y}});
            x += needed + (entry.heading ? headingGap : entryGap);
        }
        y += legendLine;
    }
    return placed;
}

double PictureFrame::legendHeight(double width) const {
    const std::vector<PlacedEntry> placed = flowLegend(width);
    return placed.empty() ? 0 : placed.back().at.y() + legendLine / 2;
}

std::vector<QString> PictureFrame::foldedFacts(double width) const {
    // Folds between two facts; their separator stays at the end of the line.
    const QString separator = QStringLiteral(" · ");
    std::vector<QString> lines;
    QString line;
    for (const QString& fact : m_text.facts.split(separator, Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? fact : line + separator + fact;
        if (!line.isEmpty() && figuresWidth(longer, m_fonts.subject) > width - 2 * margin) {
            lines.push_back(line);
            line = fact;
        } else {
            line = longer;
        }
    }
    if (!line.isEmpty()) lines.push_back(line);
    return lines;
}

double PictureFrame::headHeight(double width) const {
    const auto lines = static_cast<double>(foldedFacts(width).size());
    return (lines == 0 ? titleBaseline : factsBaseline + (lines - 1) * factsLine) + belowHead;
}

bool PictureFrame::footInTwoLines(double width) const {
    return figuresWidth(m_text.footLeft, m_fonts.small) + figuresWidth(m_text.footRight, m_fonts.small) +
               entryGap >
           width - 2 * margin;
}

double PictureFrame::footHeight(double width) const {
    const double legend = legendHeight(width);
    return (legend > 0 ? legend + 14 : 0) + (footInTwoLines(width) ? 2 : 1) * footLine + 20;
}

void PictureFrame::paint(QPainter& painter, QSizeF picture) const {
    const double width = picture.width();
    const double room = width - 2 * margin;
    painter.fillRect(QRectF(QPointF(), picture), m_theme.canvas);

    drawText(painter, {margin, titleBaseline}, elided(m_text.title, m_fonts.pictureTitle, room),
             m_fonts.pictureTitle, m_theme.text);
    double y = factsBaseline;
    for (const QString& line : foldedFacts(width)) {
        drawFigures(painter, {margin, y}, elided(line, m_fonts.subject, room), m_fonts.subject,
                    m_theme.text2);
        y += factsLine;
    }
    drawRule(painter, width, headHeight(width), m_theme.line2);

    const double foot = picture.height() - footHeight(width);
    drawRule(painter, width, foot, m_theme.line2);
    for (const PlacedEntry& placed : flowLegend(width)) {
        QPointF at = placed.at + QPointF(margin, foot + 4);
        const LegendEntry& entry = *placed.entry;
        if (entry.swatchWidth > 0) {
            painter.save();
            entry.swatch(painter, at);
            painter.restore();
            at.rx() += entry.swatchWidth + swatchGap;
        }
        drawFigures(painter, at + QPointF(0, 4), entry.text, entry.heading ? m_fonts.strong : m_fonts.base,
                    entry.heading ? m_theme.text : m_theme.text2);
    }

    const double legend = legendHeight(width);
    if (legend > 0) drawRule(painter, width, foot + legend + 8, m_theme.line);
    double baseline = foot + (legend > 0 ? legend + 14 : 0) + footLine;
    if (footInTwoLines(width)) {
        drawFigures(painter, {margin, baseline}, elided(m_text.footLeft, m_fonts.small, room), m_fonts.small,
                    m_theme.text3);
        baseline += footLine;
    } else {
        drawFigures(painter, {margin, baseline}, m_text.footLeft, m_fonts.small, m_theme.text3);
    }
    drawFigures(painter, {width - margin, baseline}, m_text.footRight, m_fonts.small, m_theme.text3,
                TextAlign::Right);
}

} // namespace hallway
