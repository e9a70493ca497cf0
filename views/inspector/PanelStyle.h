// Colours, fonts and lengths of the inspector's rows.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "inspector/PanelContent.h"

namespace hallway {

struct PanelStyle {
    Theme theme;
    Fonts fonts;

    static constexpr double inset = 12; ///< of the panel, left and right
    static constexpr double rowHeight = 20, twoLineHeight = 36, titleHeight = 22, gap = 8;

    [[nodiscard]] double px(double length) const { return length * fonts.scale; }
    [[nodiscard]] QFont font(Tone tone) const {
        return tone == Tone::Plain || tone == Tone::Soft || tone == Tone::Uncertain ? fonts.base
                                                                                    : fonts.strong;
    }
    [[nodiscard]] const QColor& color(Tone tone) const;
};

/// Where a section's rows have their columns: as wide as the widest of each.
struct PanelColumns {
    double label = 0;            ///< of sections with bars; the bar begins behind it
    std::vector<double> figures; ///< left to right
    bool bars = false, marks = false, longLabels = false;

    [[nodiscard]] static PanelColumns of(const PanelSection& section, const PanelStyle& style);
};

/// The base line that centres a font's capitals around `middle`.
[[nodiscard]] double baseLineAround(double middle, const QFont& font);

} // namespace hallway
