// The sizes of type and the unit of all lengths (look.md section 2).
#pragma once

#include <QFont>

namespace hallway {

/// All sizes follow from one font: the application's on screen, pictureFont() in pictures.
struct Fonts {
    explicit Fonts(const QFont& font);

    QFont base;         ///< 12 px at scale 1
    QFont strong;       ///< base, weight 600
    QFont medium;       ///< base, weight 500: chips
    QFont small;        ///< 11: figures in cards, axis, labels
    QFont smallMedium;  ///< small, weight 500
    QFont smallStrong;  ///< small, weight 600
    QFont smallBold;    ///< small, weight 700: the failed share
    QFont hint;         ///< 10.5, never smaller on screen
    QFont hintStrong;   ///< hint, weight 600
    QFont subject;      ///< 13: what a panel is about
    QFont title;        ///< 20, weight 600: dialogs and empty states
    QFont pictureTitle; ///< 22, weight 600

    /// What every length of look.md is multiplied by: height of the base font / 15.
    double scale = 1;

    /// `size` in the px of look.md, so 12 is the base font.
    [[nodiscard]] QFont sized(double size, int weight = QFont::Normal) const;
};

/// Of exported pictures, the same whatever the desktop: Inter where it is installed, 12 px, unhinted.
[[nodiscard]] QFont pictureFont();

} // namespace hallway
