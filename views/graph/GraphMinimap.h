// The whole graph in a corner, where the view shows a part of it only.
#pragma once

#include "common/Theme.h"
#include "graph/GraphGeometry.h"

#include <optional>

class QPainter;

namespace hallway {

/// Pure geometry: where on screen the map lies and what of the scene is where on it.
struct GraphMinimap {
    QRectF frame;   ///< on screen
    QPointF origin; ///< of the scene, on screen
    double scale = 1;

    [[nodiscard]] QPointF toScene(QPointF screen) const { return (screen - origin) / scale; }
    [[nodiscard]] QRectF toScreen(const QRectF& scene) const {
        return {origin + scene.topLeft() * scale, scene.size() * scale};
    }
    /// The viewport that has this point of the map in the middle of `area`, as near as before.
    [[nodiscard]] GraphViewport centred(QPointF screen, const GraphViewport& view, const QRectF& area) const;
};

/// Nothing while the scene fits into `area`, or where `area` has no room to spare.
[[nodiscard]] std::optional<GraphMinimap> minimapOf(const GraphScene& scene, const GraphViewport& view,
                                                    const QRectF& area);

void paintMinimap(QPainter& painter, const GraphMinimap& map, const GraphScene& scene,
                  const GraphViewport& view, const QRectF& area, const Theme& theme);

} // namespace hallway
