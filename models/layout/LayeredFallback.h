// A plain layered layout of our own: never as good as Graphviz, always fast, never stuck.
#pragma once

#include "layout/GraphLayout.h"

namespace hallway {

/// Columns by longest path (edges that close a cycle run backwards), a few barycentre sweeps within the
/// columns, smooth curves through the gaps. About linear: 5,000 nodes and 20,000 edges take well under a
/// second. Precondition: checkLayoutRequest accepts the request.
[[nodiscard]] GraphLayout layeredLayout(const LayoutRequest& request);

} // namespace hallway
