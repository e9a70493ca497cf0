// Paints the overview strip: requests up, failures down, the range with its grips.
#pragma once

#include "common/AxisTicks.h"
#include "common/Fonts.h"
#include "common/Theme.h"
#include "heatmap/OverviewGeometry.h"

#include <QString>

#include <optional>

class QPainter;

namespace hallway {

/// The overview is never null and only used during the call.
struct OverviewScene {
    const Overview* overview = nullptr;
    OverviewGeometry geometry;
    std::optional<TimeRange> range;
    std::optional<double> pointerX;     ///< a thin line and the time under the pointer
    format::UtcOffset offset = nullptr; ///< nullptr = UTC
    bool focus = false;
};

class OverviewPainter {
public:
    OverviewPainter(const Theme& theme, const Fonts& fonts) : m_theme(theme), m_fonts(fonts) {}
    void paint(QPainter& painter, const OverviewScene& scene) const;

private:
    void paintBars(QPainter& painter, const OverviewScene& scene) const;
    void paintAxis(QPainter& painter, const OverviewScene& scene) const;
    void paintLabel(QPainter& painter, const OverviewScene& scene) const;

    Theme m_theme;
    Fonts m_fonts;
};

} // namespace hallway
