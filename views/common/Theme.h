// The colours of everything Hallway draws: one struct, two values (look.md section 1). Views hold a copy and
// are given a new one when the theme changes; nobody else names a colour.
#pragma once

#include "analysis/ServiceGraph.h"

#include <QColor>
#include <QPalette>

#include <array>
#include <cstddef>
#include <string_view>

namespace hallway {

/// Default constructed: light.
struct Theme {
    bool isDark = false;
    bool isHighContrast = false;

    QColor window{0xF1F3F5};  ///< tool bar, status bar
    QColor surface{0xFFFFFF}; ///< tables, inspector, waterfall, node fill
    QColor canvas{0xFBFCFD};  ///< ground of the graph
    QColor header{0xF6F7F9};  ///< panel heads, rulers
    QColor raised{0xFFFFFF};  ///< tooltips, menus
    QColor hover{0xEDF2F8};   ///< row or item under the pointer
    QColor line{0xE1E5E9};    ///< hairline
    QColor line2{0xC4CAD1};   ///< border of controls and panels
    QColor text{0x1B1F24};
    QColor text2{0x525B66};  ///< labels
    QColor text3{0x656E79};  ///< hints, uncertain figures
    QColor accent{0x0B5FC6}; ///< focus, selection outline, links
    QColor accentText{0xFFFFFF};
    QColor select{0xD9E7FA}; ///< ground of what is selected
    QColor selectText{0x1B1F24};
    QColor band{0xE7F0FC};  ///< the time range
    QColor edge{0x8792A0};  ///< an edge without pain; also health ok
    QColor watch{0xBF8A0C}; ///< a dot in tables and inspector; never text, never on the graph
    QColor degraded{0xB84A00};
    QColor failing{0x9A0036};
    QColor failTint{0xFBE9EF}; ///< ground of a failure summary
    QColor degTint{0xFCEEE3};
    QColor path{0x1B1F24};      ///< critical path, percentile lines
    QColor shadow{0, 0, 0, 26}; ///< under tooltips only
    std::array<QColor, 6> heat{QColor(0xDFEAF4), QColor(0xC6DAEB), QColor(0xA3C5DF),
                               QColor(0x6BA1C9), QColor(0x3677A8), QColor(0x174E7C)};
    std::array<QColor, 12> services{QColor(0x1D72DC), QColor(0x006E3A), QColor(0x7F62B9), QColor(0x527201),
                                    QColor(0x005265), QColor(0xAE48A0), QColor(0x2F4E01), QColor(0x4D2CA6),
                                    QColor(0x007E74), QColor(0x494EBE), QColor(0x79347B), QColor(0x5B6470)};

    bool operator==(const Theme&) const = default;

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme dark();
    /// By the lightness of its window colour: Qt 6.4 knows no colour scheme.
    [[nodiscard]] static Theme fromPalette(const QPalette& palette);
    /// The same theme for paper and postmortems: white ground where it is light.
    [[nodiscard]] Theme forPictures() const;
    /// Hairlines as strong as labels, no tints, selection outlines of 3 px.
    [[nodiscard]] Theme withHighContrast() const;

    /// Every role of Qt's palette, so that platform widgets fit in:
    /// QApplication::setPalette(theme.palette()).
    [[nodiscard]] QPalette palette() const;

    [[nodiscard]] const QColor& health(Health health) const;
    [[nodiscard]] const QColor& service(std::size_t index) const { return services[index % services.size()]; }
    /// The same service has the same colour in every capture. Only nodes of kind Service and Function have
    /// one.
    [[nodiscard]] const QColor& service(std::string_view nameSpace, std::string_view name) const;
    [[nodiscard]] const QColor& service(const Node& node) const { return service(node.nameSpace, node.name); }
    [[nodiscard]] double selectionWidth() const { return isHighContrast ? 3 : 2; } ///< px
};

/// 0 … 11: hash of "namespace/name".
[[nodiscard]] std::size_t serviceColorIndex(std::string_view nameSpace, std::string_view name);

} // namespace hallway
