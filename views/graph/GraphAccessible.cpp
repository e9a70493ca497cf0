// The graph for screen readers: its nodes, then its edges, each with its figures.
#include "graph/GraphCanvas.h"
#include "graph/GraphTooltip.h"

namespace hallway {

int GraphCanvas::partCount() const {
    return m_scene ? static_cast<int>(m_scene->nodes.size() + m_scene->edges.size()) : 0;
}

AccessiblePart GraphCanvas::part(int index) const {
    const auto at = static_cast<std::size_t>(index);
    const bool isNode = at < m_scene->nodes.size();
    AccessiblePart told;
    told.role = isNode ? AccessiblePart::Role::Node : AccessiblePart::Role::Edge;
    QRectF place;
    if (isNode) {
        const SceneNode& node = m_scene->nodes[at];
        told.name = nodeSummary(*m_scene, node);
        place = m_view.toScreen(node.card);
    } else {
        const SceneEdge& edge = m_scene->edges[at - m_scene->nodes.size()];
        told.name = edgeSummary(*m_scene, edge);
        place = m_view.toScreen(edge.bounds);
    }
    told.place = place.intersected(graphArea()).toAlignedRect();
    return told;
}

std::optional<int> GraphCanvas::chosenPart() const {
    if (!m_scene) return std::nullopt;
    if (const auto* node = std::get_if<NodeHit>(&m_selected)) return static_cast<int>(node->node);
    if (const auto* edge = std::get_if<EdgeHit>(&m_selected))
        return static_cast<int>(m_scene->nodes.size() + edge->edge);
    return std::nullopt;
}

void GraphCanvas::choosePart(int index) {
    const auto at = static_cast<std::uint32_t>(index);
    const auto nodes = static_cast<std::uint32_t>(m_scene->nodes.size());
    if (at < nodes)
        choose(NodeHit{at});
    else
        choose(EdgeHit{at - nodes});
}

} // namespace hallway
