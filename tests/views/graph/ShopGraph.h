// Graphs made by hand for the tests of the graph view.
#pragma once

#include "graph/GraphScene.h"
#include "support/GraphBuilder.h"

#include <memory>
#include <string>

namespace hallway::test {

/// The shop of the mock-ups: 20 nodes, 30 edges, one card acquirer that fails and is slow.
[[nodiscard]] std::shared_ptr<const ServiceGraph> shopGraph();

/// `services` services in layers and about 1.7 edges each; always the same for the same number.
[[nodiscard]] std::shared_ptr<const ServiceGraph> denseGraph(int services, int edges);

/// Laid out by the built-in fallback, so no helper program is needed.
[[nodiscard]] GraphScene sceneOf(std::shared_ptr<const ServiceGraph> graph, const GraphFilter& filter = {},
                                 LabelMeasure measure = LabelMeasure::P99);

} // namespace hallway::test
