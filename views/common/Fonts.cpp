#include "common/Fonts.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>

namespace hallway {

namespace {

constexpr double baseSize = 12;   // px in look.md
constexpr double baseHeight = 15; // px, of the base font

QFont inSize(const QFont& font, double size, int weight) {
    QFont result = font;
    // Point sizes may be fractional, pixel sizes may not: 10.5 px must stay 10.5 px.
    const double points = font.pixelSize() > 0 ? QFontInfo(font).pointSizeF() : font.pointSizeF();
    result.setPointSizeF(points * size / baseSize);
    result.setWeight(static_cast<QFont::Weight>(weight));
    return result;
}

} // namespace

Fonts::Fonts(const QFont& font)
    : base(Typeface(inSize(font, baseSize, QFont::Normal))),
      strong(Typeface(inSize(font, baseSize, QFont::DemiBold))),
      medium(Typeface(inSize(font, baseSize, QFont::Medium))),
      small(Typeface(inSize(font, 11, QFont::Normal))),
      smallMedium(Typeface(inSize(font, 11, QFont::Medium))),
      smallStrong(Typeface(inSize(font, 11, QFont::DemiBold))),
      smallBold(Typeface(inSize(font, 11, QFont::Bold))), hint(Typeface(inSize(font, 10.5, QFont::Normal))),
      hintStrong(Typeface(inSize(font, 10.5, QFont::DemiBold))),
      subject(Typeface(inSize(font, 13, QFont::Normal))), title(Typeface(inSize(font, 20, QFont::DemiBold))),
      pictureTitle(Typeface(inSize(font, 22, QFont::DemiBold))),
      scale(QFontMetricsF(base).height() / baseHeight) {}

QFont Fonts::sized(double size, int weight) const { return inSize(base, size, weight); }

const Fonts& KeptFonts::of(const QFont& font) const {
    const double height = QFontMetricsF(font).height();
    if (m_font != font || m_height != height) {
        m_font = font;
        m_height = height;
        m_fonts.emplace(font);
    }
    return *m_fonts;
}

QFont pictureFont() {
    QFont font = QGuiApplication::font();
    font.setFamilies(QStringList{QStringLiteral("Inter")} + font.families());
    font.setPixelSize(static_cast<int>(baseSize));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace hallway
