// Graphs made by hand for the tests of the graph view.
#pragma once

#include "graph/GraphScene.h"

#include <memory>
#include <string>

namespace hallway::test {

/// Adds nodes and edges by name and keeps ids equal to indices.
class GraphBuilder {
public:
    NodeId node(const std::string& name, NodeKind kind = NodeKind::Service, const std::string& system = {});
    /// Latencies in ms; `here` of the failed calls start on the edge.
    EdgeId edge(const std::string& caller, const std::string& callee, CallClass callClass,
                std::uint64_t calls, std::uint64_t failed = 0, std::uint64_t here = 0, double p50 = 10,
                double p99 = 20, double fanOut = 0);
    /// Entries, failures and latency of services follow from what calls them.
    [[nodiscard]] std::shared_ptr<const ServiceGraph> build();

private:
    ServiceGraph m_graph;
};

/// The shop of the mock-ups: 20 nodes, 30 edges, one card acquirer that fails and is slow.
[[nodiscard]] std::shared_ptr<const ServiceGraph> shopGraph();

/// `services` services in layers and about 1.7 edges each; always the same for the same number.
[[nodiscard]] std::shared_ptr<const ServiceGraph> denseGraph(int services, int edges);

/// Laid out by the built-in fallback, so no helper program is needed.
[[nodiscard]] GraphScene sceneOf(std::shared_ptr<const ServiceGraph> graph, const GraphFilter& filter = {},
                                 LabelMeasure measure = LabelMeasure::P99);

} // namespace hallway::test
