#include "common/Theme.h"

#include "base/Hash.h"

#include <string>

namespace hallway {

Theme Theme::light() { return {}; }

Theme Theme::dark() {
    Theme theme;
    theme.isDark = true;
    theme.window = 0x16191C;
    theme.surface = 0x1E2226;
    theme.canvas = 0x191C20;
    theme.header = 0x23282D;
    theme.raised = 0x2A3036;
    theme.hover = 0x282E34;
    theme.line = 0x2F353B;
    theme.line2 = 0x48515A;
    theme.text = 0xE4E8EC;
    theme.text2 = 0xA8B1BC;
    theme.text3 = 0x8C96A2;
    theme.accent = 0x6AAEFF;
    theme.accentText = 0x0E1621;
    theme.select = 0x1B3D66;
    theme.selectText = 0xFFFFFF;
    theme.band = 0x1D2C3F;
    theme.edge = 0x697480;
    theme.watch = 0xAE8C08;
    theme.degraded = 0xFDAC67;
    theme.failing = 0xFF6AA8;
    theme.failTint = 0x3B1C2B;
    theme.degTint = 0x3A2817;
    theme.path = 0xFFFFFF;
    theme.shadow = QColor(0, 0, 0, 102);
    theme.heat = {QColor(0x22313E), QColor(0x233D54), QColor(0x2B5A80),
                  QColor(0x4483B2), QColor(0x7FB3DA), QColor(0xCFE5F7)};
    theme.services = {QColor(0x529BE1), QColor(0x73B888), QColor(0xB59CFE), QColor(0xA8AC5D),
                      QColor(0x41BED6), QColor(0xBA739F), QColor(0x9CD98B), QColor(0xD3CEFE),
                      QColor(0x00D7CC), QColor(0x6482DF), QColor(0xDAA5EE), QColor(0x9AA4B0)};
    return theme;
}

Theme Theme::fromPalette(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < 0.5F ? dark() : light();
}

Theme Theme::forPictures() const {
    Theme theme = *this;
    theme.canvas = theme.surface;
    return theme;
}

Theme Theme::withHighContrast() const {
    Theme theme = *this;
    theme.isHighContrast = true;
    theme.line = text2;
    theme.line2 = text2;
    theme.failTint = surface;
    theme.degTint = surface;
    return theme;
}

QPalette Theme::palette() const {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& color) {
        palette.setColor(role, color);
    };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, surface);
    set(QPalette::AlternateBase, header);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, text3);
    set(QPalette::Button, header);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, failing);
    set(QPalette::Light, surface);
    set(QPalette::Midlight, line);
    set(QPalette::Mid, line2);
    set(QPalette::Dark, text3);
    set(QPalette::Shadow, isDark ? QColor(Qt::black) : text3);
    set(QPalette::Highlight, select);
    set(QPalette::HighlightedText, selectText);
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::ToolTipBase, raised);
    set(QPalette::ToolTipText, text);
    QColor faint = text3;
    faint.setAlphaF(0.6F);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

const QColor& Theme::health(Health health) const {
    switch (health) {
    case Health::Ok:
        return edge;
    case Health::Watch:
        return watch;
    case Health::Degraded:
        return degraded;
    case Health::Failing:
        return failing;
    }
    return edge;
}

const QColor& Theme::service(std::string_view nameSpace, std::string_view name) const {
    return services[serviceColorIndex(nameSpace, name)];
}

std::size_t serviceColorIndex(std::string_view nameSpace, std::string_view name) {
    std::string key(nameSpace);
    key += '/';
    key += name;
    return static_cast<std::size_t>(hashOf(key) % std::tuple_size_v<decltype(Theme::services)>);
}

} // namespace hallway
