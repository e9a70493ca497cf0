#include "graph/GraphMinimap.h"

#include <QPainter>

#include <algorithm>

namespace hallway {

namespace {

constexpr double mostWidth = 180, mostHeight = 120; // px
constexpr double inset = 6;                         // px around the scene within the frame
constexpr double fromCorner = 10;                   // px
constexpr double mostOfArea = 0.35;                 // of either side
constexpr double beyond = 24;                       // px a scene may lie out of view unnoticed

} // namespace

GraphViewport GraphMinimap::centred(QPointF screen, const GraphViewport& view, const QRectF& area) const {
    return {view.zoom, area.center() - toScene(screen) * view.zoom};
}

std::optional<GraphMinimap> minimapOf(const GraphScene& scene, const GraphViewport& view,
                                      const QRectF& area) {
    const QRectF whole = view.toScreen(QRectF(QPointF(), scene.size));
    if (area.adjusted(-beyond, -beyond, beyond, beyond).contains(whole)) return std::nullopt;
    if (scene.nodes.size() < 2 || scene.size.isEmpty()) return std::nullopt;
    const double width = std::min(mostWidth, area.width() * mostOfArea) - 2 * inset;
    const double height = std::min(mostHeight, area.height() * mostOfArea) - 2 * inset;
    if (width < 40 || height < 24) return std::nullopt;
    GraphMinimap map;
    map.scale = std::min(width / scene.size.width(), height / scene.size.height());
    const QSizeF size = scene.size * map.scale + QSizeF(2 * inset, 2 * inset);
    map.frame = {area.right() - fromCorner - size.width(), area.bottom() - fromCorner - size.height(),
                 size.width(), size.height()};
    map.origin = map.frame.topLeft() + QPointF(inset, inset);
    return map;
}

void paintMinimap(QPainter& painter, const GraphMinimap& map, const GraphScene& scene,
                  const GraphViewport& view, const QRectF& area, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.line2, 1));
    painter.setBrush(theme.surface);
    painter.drawRect(map.frame.toAlignedRect());
    painter.setClipRect(map.frame.adjusted(1, 1, -1, -1));
    painter.setPen(Qt::NoPen);
    // What hurts lies on top, so that no grey card hides it.
    for (const bool hurts : {false, true}) {
        for (const SceneNode& node : scene.nodes) {
            if ((node.health >= Health::Degraded) != hurts) continue;
            QRectF card = map.toScreen(node.card);
            card.setSize(card.size().expandedTo(QSizeF(3, 2)));
            painter.fillRect(card, hurts ? theme.health(node.health) : theme.edge);
        }
    }
    const QRectF seen = map.toScreen(QRectF(view.toScene(area.topLeft()), view.toScene(area.bottomRight())));
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(seen.intersected(map.frame.adjusted(2, 2, -2, -2)));
    painter.restore();
}

} // namespace hallway
