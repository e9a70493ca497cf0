// Which nodes and edges a report shows, and in which order: the rules of calls.md section 3 in one place.
#pragma once

#include "analysis/ServiceGraph.h"
#include "session/Capture.h"

#include <string>
#include <vector>

namespace hallway {

struct ReportScope {
    Subset subset;            ///< calls.md rule 36
    bool withOrphans = false; ///< also the edges from `(missing parent)`, and that node
};

struct GraphReport {
    ServiceGraph graph; ///< figures of the subset, of all nodes and edges
    std::vector<NodeId>
        nodes; ///< shown: all services, and virtual nodes with a shown edge; (kind, namespace, name)
    std::vector<EdgeId>
        edges; ///< shown: those with calls in the subset; (caller, callee, class) in byte order

    [[nodiscard]] const GraphNode& node(NodeId id) const { return graph.nodes[id.index()]; }
    [[nodiscard]] const GraphEdge& edge(EdgeId id) const { return graph.edges[id.index()]; }
    /// Unique among the nodes of the capture; what edges call their ends.
    [[nodiscard]] const std::string& label(NodeId id) const { return node(id).node.label; }
};

[[nodiscard]] GraphReport graphReportOf(const Capture& capture, const ReportScope& scope);

} // namespace hallway
