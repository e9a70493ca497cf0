// The sizes of type and the unit of all lengths (look.md section 2).
#pragma once

#include "common/Typeface.h"

#include <QFont>

#include <optional>

namespace hallway {

/// All sizes follow from one font: the application's on screen, pictureFont() in pictures.
struct Fonts {
    explicit Fonts(const QFont& font);

    Typeface base;         ///< 12 px at scale 1
    Typeface strong;       ///< base, weight 600
    Typeface medium;       ///< base, weight 500: chips
    Typeface small;        ///< 11: figures in cards, axis, labels
    Typeface smallMedium;  ///< small, weight 500
    Typeface smallStrong;  ///< small, weight 600
    Typeface smallBold;    ///< small, weight 700: the failed share
    Typeface hint;         ///< 10.5, never smaller on screen
    Typeface hintStrong;   ///< hint, weight 600
    Typeface subject;      ///< 13: what a panel is about
    Typeface title;        ///< 20, weight 600: dialogs and empty states
    Typeface pictureTitle; ///< 22, weight 600

    /// What every length of look.md is multiplied by: height of the base font / 15.
    double scale = 1;

    /// `size` in the px of look.md, so 12 is the base font.
    [[nodiscard]] QFont sized(double size, int weight = QFont::Normal) const;
};

/// The Fonts of one widget or delegate: made again, and forgetful, only when its font is another one or the
/// logical DPI makes it another size.
class KeptFonts {
public:
    [[nodiscard]] const Fonts& of(const QFont& font) const;

private:
    mutable std::optional<QFont> m_font;
    mutable double m_height = 0; ///< px of m_font: fonts are equal whatever their DPI
    mutable std::optional<Fonts> m_fonts;
};

/// Of exported pictures, the same whatever the desktop: Inter where it is installed, 12 px, unhinted.
[[nodiscard]] QFont pictureFont();

} // namespace hallway
