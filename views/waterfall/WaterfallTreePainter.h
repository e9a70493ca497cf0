// The left column of the waterfall: guides, toggle, service, operation, tags, mark.
#pragma once

#include "waterfall/WaterfallNames.h"

namespace hallway {

class WaterfallTreePainter {
public:
    WaterfallTreePainter(const Theme& theme, const Fonts& fonts) : m_theme(theme), m_fonts(fonts) {}
    void paintRow(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const;

private:
    void paintGuides(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const;
    void paintToggle(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const;
    void paintNames(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const;
    void paintTag(QPainter& painter, const PlacedTag& tag, const QColor& ground) const;

    const Theme& m_theme;
    const Fonts& m_fonts;
};

} // namespace hallway
