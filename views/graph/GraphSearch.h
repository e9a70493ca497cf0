// What a search finds in a drawn graph: services by name, edges and services by their figures.
#pragma once

#include "base/Error.h"
#include "graph/GraphGeometry.h"

#include <optional>
#include <vector>

namespace hallway {

struct GraphFound {
    std::vector<GraphHit> hits; ///< services from left to right, then edges, the worst first
    Neighbourhood lit;          ///< these and the ends of the edges; empty vectors: nothing was sought
    std::optional<Error> error; ///< of an expression: where it is wrong
};

/// A text with a comparison in it is a FigureExpression, any other is looked for in names, whatever the case.
[[nodiscard]] GraphFound findIn(const GraphScene& scene, const QString& text);

/// Nothing sought, or only a name: it cannot be hidden by.
[[nodiscard]] bool isExpression(const QString& text);

} // namespace hallway
