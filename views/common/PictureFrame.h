// What surrounds every exported picture, so that it explains itself in a postmortem: title block, legend and
// foot (look.md section 11). Graph, waterfall and heatmap share it.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace hallway {

/// The words of a picture; the caller makes them, because it alone knows the capture. Empty ones take no
/// room.
struct PictureText {
    QString title;
    QString facts;     ///< kind · date and range in UTC · requests, failed · filter · hidden edges
    QString footLeft;  ///< file, fingerprint, spans, traces, problems, percentile rule
    QString footRight; ///< program version, time of drawing in UTC
};

struct LegendEntry {
    QString text;
    bool heading = false;
    double swatchWidth = 0; ///< px; 0 = text only
    /// Draws at the left end of the row's middle line. May be empty if swatchWidth is 0.
    std::function<void(QPainter&, QPointF)> swatch;
};

/// Entries flow from left to right and go on in a new line where the picture ends.
using LegendRow = std::vector<LegendEntry>;

class PictureFrame {
public:
    static constexpr double standardWidth = 1600; ///< px at 1×
    static constexpr double margin = 32;

    /// `theme` should come from Theme::forPictures().
    PictureFrame(PictureText text, std::vector<LegendRow> legend, Theme theme, const Fonts& fonts);

    /// Size of the picture around content of this size; at least `minimumWidth` wide.
    [[nodiscard]] QSizeF sizeFor(QSizeF content, double minimumWidth = standardWidth) const;
    /// Where the content goes in a picture of this size: the whole width but the margins.
    [[nodiscard]] QRectF contentArea(QSizeF picture) const;
    /// Ground, title block, legend and foot. Draw the content afterwards.
    void paint(QPainter& painter, QSizeF picture) const;

private:
    struct PlacedEntry {
        const LegendEntry* entry;
        QPointF at; ///< left end of the middle line, from the legend's top left corner
    };
    [[nodiscard]] std::vector<PlacedEntry> flowLegend(double width) const;
    [[nodiscard]] double legendHeight(double width) const;
    [[nodiscard]] std::vector<QString> foldedFacts(double width) const;
    [[nodiscard]] double headHeight(double width) const;
    [[nodiscard]] double footHeight(double width) const;
    [[nodiscard]] bool footInTwoLines(double width) const;

    PictureText m_text;
    std::vector<LegendRow> m_legend;
    Theme m_theme;
    Fonts m_fonts;
};

} // namespace hallway
