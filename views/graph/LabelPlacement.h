// Which edges get a label, and where it lies (look.md section 5): forty labelled edges cannot be read, and no
// label ever lies on a card or on another label.
#pragma once

#include "graph/GraphGeometry.h"

#include <span>

namespace hallway {

struct PlacedLabel {
    std::uint32_t edge = 0; ///< index into GraphScene::edges
    bool isLong = false;
    QPointF
        anchor; ///< on the curve, scene px: the label keeps its place on it while the view moves and zooms
    QPointF offset; ///< from the anchor to the middle of the plate, screen px
    QSizeF size;    ///< of the plate, screen px

    [[nodiscard]] QRectF plate(const GraphViewport& view) const;
    bool operator==(const PlacedLabel&) const = default;
};

/// Edges in the order in which labels are tried: hovered, selected and those of the selected node first, then
/// by pain. Twice as many as may be shown (5.2), because some will find no place.
struct LabelCandidates {
    std::vector<std::uint32_t> edges;
    std::size_t favoured = 0; ///< the first so many try the long form at every zoom
    std::size_t most = 0;     ///< labels to show; the favoured are shown even if they are more
};
[[nodiscard]] LabelCandidates labelCandidates(const GraphScene& scene, const GraphViewport& view,
                                              const QRectF& area, const GraphHit& selected,
                                              const GraphHit& hovered);

/// Finds places within `area` (screen px). Near zoom and the favoured try the long form, then the short one;
/// whatever finds no place gets none. At near zoom labels past the first twelve do not cover other lines.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const GraphScene& scene, const GraphViewport& view,
                                                   const QRectF& area, const LabelCandidates& candidates,
                                                   const Fonts& fonts);

/// One label more beside those already placed: for the edge under the pointer.
[[nodiscard]] std::optional<PlacedLabel> placeLabel(const GraphScene& scene, const GraphViewport& view,
                                                    const QRectF& area, std::uint32_t edge,
                                                    std::span<const PlacedLabel> placed, const Fonts& fonts);

} // namespace hallway
