// One finding as a row: the attribute and its value, and how often it stands in the selected calls and in the
// others, as two bars. Paints to any QPainter, nothing outside its rectangle.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "items/DifferenceItem.h"

#include <QRectF>

class QPainter;

namespace hallway {

/// Where the parts of a row are; device-independent px. Wide rows have the bars at the right of the words,
/// narrow ones below them.
class DifferenceGeometry {
public:
    DifferenceGeometry(const QRectF& row, bool hasAlso, double unit);
    [[nodiscard]] static double heightOf(double width, bool hasAlso, double unit);

    QRectF what, value, also; ///< lines of text; also: empty without
    QRectF selected, others;  ///< each a bar with its figures at the right
    double figures = 0;       ///< px at the right end of both, for the figures
};

struct DifferenceRowState {
    bool selected = false, hovered = false, focused = false;
};

class DifferencePainter {
public:
    DifferencePainter(const Theme& theme, const Fonts& fonts) : m_theme(theme), m_fonts(fonts) {}
    void paint(QPainter& painter, const QRectF& row, const DifferenceItem& item,
               const DifferenceRowState& state) const;

private:
    void paintWords(QPainter& painter, const DifferenceGeometry& geometry, const DifferenceItem& item) const;
    void paintBar(QPainter& painter, const QRectF& line, double figures, std::uint64_t with,
                  std::uint64_t all, const QColor& color, const QColor& text) const;

    const Theme& m_theme;
    const Fonts& m_fonts;
};

} // namespace hallway
