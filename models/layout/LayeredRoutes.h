// Last step of the fallback: from columns and heights to boxes and curves.
#pragma once

#include "layout/LayeredGraph.h"

namespace hallway {

/// Curves swing in the gaps between the columns and cross columns level, so they touch no foreign box (but
/// those too long to have bends). Edges spread over the side of a node, so none lies on another.
/// Not normalised.
[[nodiscard]] GraphLayout drawLayers(const LayoutRequest& request, const LayeredGraph& graph);

} // namespace hallway
