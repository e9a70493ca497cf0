// Draws the graph to any painter: the same picture on screen and in exports.
#pragma once

#include "graph/EdgePainter.h"
#include "graph/LabelPlacement.h"
#include "graph/NodePainter.h"

#include <span>

namespace hallway {

/// What the person points at and has chosen. Exports draw with none.
struct GraphAttention {
    GraphHit selected;
    GraphHit hovered;
    Neighbourhood found; ///< lit while nothing is hovered; empty: nothing was sought
    double dimming = 1;  ///< 0 … 1 of the way to 25 % opacity for all that is not near the hovered thing
};

class GraphPainter {
public:
    GraphPainter(Theme theme, const Fonts& fonts);

    /// Everything that touches `area` (screen px). Does not paint the ground and does not clip. Without
    /// antialiasing it is in a hurry: curves become short lines.
    void paint(QPainter& painter, const GraphScene& scene, const GraphViewport& view, const QRectF& area,
               const GraphAttention& attention, std::span<const PlacedLabel> labels,
               std::optional<NodeId> focusRoot = std::nullopt) const;

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] const Fonts& fonts() const { return m_fonts; }

private:
    struct Moment; // of one painting
    void paintFrames(QPainter& painter, const Moment& moment) const;
    void paintTitles(QPainter& painter, const Moment& moment) const;
    void paintEdges(QPainter& painter, const Moment& moment) const;
    void paintNodes(QPainter& painter, const Moment& moment) const;
    void paintLabels(QPainter& painter, const Moment& moment) const;
    void paintFarNames(QPainter& painter, const Moment& moment) const;
    void paintPlate(QPainter& painter, const SceneEdge& edge, const PlacedLabel& label, const QRectF& plate,
                    bool selected) const;

    Theme m_theme;
    Fonts m_fonts;
};

} // namespace hallway
