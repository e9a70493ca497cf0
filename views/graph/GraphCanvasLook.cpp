// What of the graph the canvas looks at, and how it gets there.
#include "graph/GraphCanvas.h"

#include <algorithm>
#include <cmath>

namespace hallway {

std::optional<GraphMinimap> GraphCanvas::minimap() const {
    return m_scene ? minimapOf(*m_scene, m_view, graphArea()) : std::nullopt;
}

void GraphCanvas::lookAtMinimap(QPointF at) {
    const auto map = minimap();
    if (!map) return;
    m_fitted = false;
    look(map->centred(at, m_view, graphArea()));
}

GraphViewport GraphCanvas::wholeView() const {
    constexpr double most = 1.15; // small graphs may grow so much to fill the view
    return fitted({QPointF(), m_scene->size}, graphArea(), most);
}

void GraphCanvas::fitAll() {
    if (!m_scene) return;
    flyTo(wholeView());
    m_fitted = true;
}

void GraphCanvas::frameSelection() {
    if (!m_scene) return;
    const GraphViewport framed = fitted(frameOf(*m_scene, m_selected), graphArea(), 1);
    const GraphViewport& now = m_flight.state() == QAbstractAnimation::Running ? m_to : m_view;
    const bool already =
        std::abs(now.zoom - framed.zoom) < 1e-3 && (now.origin - framed.origin).manhattanLength() < 1;
    if (std::holds_alternative<std::monostate>(m_selected) || already) return fitAll();
    m_fitted = false;
    flyTo(framed);
}

void GraphCanvas::zoomBy(double factor) {
    m_fitted = false;
    look(m_view.zoomedAt(graphArea().center(), factor));
}

void GraphCanvas::look(const GraphViewport& view) {
    if (view == m_view) return;
    const bool zoomed = view.zoom != m_view.zoom;
    m_view = view;
    m_moving = true;
    m_hoverLabel.reset();
    m_settled.start();
    update();
    if (zoomed) emit zoomChanged(view.zoom);
}

void GraphCanvas::flyTo(const GraphViewport& view) {
    m_flight.stop();
    if (!m_motion || !isVisible()) return look(view);
    m_from = m_view;
    m_to = view;
    m_flight.start();
}

void GraphCanvas::reveal(const GraphHit& hit) {
    if (!m_scene || std::holds_alternative<std::monostate>(hit)) return;
    QRectF shown = m_scene->size.isEmpty() ? QRectF() : frameOf(*m_scene, hit);
    if (const auto* node = std::get_if<NodeHit>(&hit)) shown = m_scene->nodes[node->node].card;
    const QRectF area = graphArea().adjusted(8, 8, -8, -8);
    const QRectF now = m_view.toScreen(shown);
    if (area.contains(now)) return;
    m_fitted = false;
    if (now.width() > area.width() || now.height() > area.height())
        return flyTo(fitted(shown, graphArea(), m_view.zoom));
    const double dx =
        now.left() < area.left() ? area.left() - now.left() : std::min(0.0, area.right() - now.right());
    const double dy =
        now.top() < area.top() ? area.top() - now.top() : std::min(0.0, area.bottom() - now.bottom());
    flyTo(m_view.movedBy({dx, dy}));
}

} // namespace hallway
