// Paints the latency heatmap to any QPainter: screen and export are one. Paints nothing outside its area.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "heatmap/HeatmapGeometry.h"

#include <QPointF>

#include <optional>

class QPainter;

namespace hallway {

struct HeatmapLayers {
    bool failures = true;
    bool percentiles = true;
    bool margin = true;         ///< histogram of all calls at the right
    bool shareOfColumn = false; ///< shade by the share of the column's calls, not by their number
    bool operator==(const HeatmapLayers&) const = default;
};

/// The heatmap is never null and only used during the call.
struct HeatmapScene {
    const Heatmap* heatmap = nullptr;
    QRectF area;
    HeatmapLayers layers;
    format::UtcOffset offset = nullptr; ///< nullptr = UTC
    std::optional<HeatmapCells> box;
    std::optional<HeatmapGeometry::Cell> hovered, cursor;
    bool tip = false;   ///< the hovered (else the cursor's) cell explains itself
    bool focus = false; ///< ring around the plot
};

class HeatmapPainter {
public:
    HeatmapPainter(const Theme& theme, const Fonts& fonts) : m_theme(theme), m_fonts(fonts) {}

    [[nodiscard]] HeatmapGeometry geometryOf(const HeatmapScene& scene) const;
    void paint(QPainter& painter, const HeatmapScene& scene) const;

private:
    void paintCells(QPainter& painter, const HeatmapScene& scene, const HeatmapGeometry& geometry) const;
    void paintAxes(QPainter& painter, const HeatmapScene& scene, const HeatmapGeometry& geometry) const;
    void paintPercentiles(QPainter& painter, const HeatmapScene& scene,
                          const HeatmapGeometry& geometry) const;
    void paintMargin(QPainter& painter, const HeatmapScene& scene, const HeatmapGeometry& geometry) const;
    void paintBox(QPainter& painter, const HeatmapScene& scene, const HeatmapGeometry& geometry) const;
    void fadeOutside(QPainter& painter, const HeatmapScene& scene, const HeatmapGeometry& geometry) const;
    void paintCursor(QPainter& painter, const HeatmapScene& scene, const HeatmapGeometry& geometry) const;
    void paintTip(QPainter& painter, const HeatmapScene& scene, const HeatmapGeometry& geometry) const;

    Theme m_theme;
    Fonts m_fonts;
};

} // namespace hallway
