// The long text of an edge or a node: all figures, for the tooltip and for screen readers (look.md 5.6).
#pragma once

#include "graph/GraphScene.h"

namespace hallway {

/// Rich text for QToolTip; names from the capture are escaped.
[[nodiscard]] QString edgeTooltip(const GraphScene& scene, const SceneEdge& edge);
[[nodiscard]] QString nodeTooltip(const GraphScene& scene, const SceneNode& node);

/// One line without markup: "payments → api.acquirer.example, 2,830 calls, 24.8 % failed, p99 1.00 s".
[[nodiscard]] QString edgeSummary(const GraphScene& scene, const SceneEdge& edge);
[[nodiscard]] QString nodeSummary(const GraphScene& scene, const SceneNode& node);

} // namespace hallway
