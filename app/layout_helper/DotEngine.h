// Graphviz's dot engine behind one function: the request in, positions out.
#pragma once

#include "layout/GraphLayout.h"

namespace hallway {

/// Nodes enter Graphviz as boxes without names or text. Not safe to call from two threads. May take very long
/// on dense graphs and cannot be stopped: that is why it lives in a process of its own.
/// Precondition: checkLayoutRequest accepts the request. Error: LayoutFailed.
[[nodiscard]] Result<GraphLayout> layoutWithDot(const LayoutRequest& request);

} // namespace hallway
