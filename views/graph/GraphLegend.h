// The legend of the graph: short under the view, complete in pictures.
#pragma once

#include "common/PictureFrame.h"
#include "graph/GraphScene.h"

#include <cstddef>

namespace hallway {

/// One row for the foot of the view, the most needed entries first.
[[nodiscard]] LegendRow graphStripLegend(const Theme& theme, const Fonts& fonts, LabelMeasure measure);

/// Two rows for pictures: node kinds and edges; health, hollow lines and how many edges carry labels.
[[nodiscard]] std::vector<LegendRow> graphPictureLegend(const GraphScene& scene, std::size_t labelled,
                                                        const Theme& theme, const Fonts& fonts);

/// Because they are weak or by expression: "none hidden", or "14 edges hidden, 1 of them failing".
[[nodiscard]] QString hiddenEdgesText(const VisibleGraph& visible);

} // namespace hallway
