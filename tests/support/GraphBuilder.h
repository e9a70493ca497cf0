// Service graphs written down by hand, without spans behind them.
#pragma once

#include "analysis/ServiceGraph.h"

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

} // namespace hallway::test
