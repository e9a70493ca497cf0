#include "report/GraphReport.h"

#include <algorithm>

namespace hallway {

namespace {

bool isShown(const GraphEdge& edge, const ReportScope& scope) {
    return edge.calls > 0 && (scope.withOrphans || !edge.fromMissingParent);
}

} // namespace

GraphReport graphReportOf(const Capture& capture, const ReportScope& scope) {
    GraphReport report;
    report.graph = scope.range.isEverything() ? capture.graph() : deriveGraph(capture.spans(), capture.calls(), scope.range);
    std::vector<bool> touched(report.graph.nodes.size(), false);
    for (const GraphEdge& edge : report.graph.edges) { // in the order of CallTable::edges, which is ours
        if (!isShown(edge, scope)) continue;
        report.edges.push_back(edge.id);
        touched[edge.caller.index()] = touched[edge.callee.index()] = true;
    }
    for (const GraphNode& node : report.graph.nodes)
        if (node.node.kind == NodeKind::Service || touched[node.id.index()]) report.nodes.push_back(node.id);
    return report;
}

GraphReport focused(GraphReport report, NodeId centre, std::uint32_t hops) {
    std::vector<bool> near(report.graph.nodes.size(), false);
    near[centre.index()] = true;
    for (std::uint32_t step = 0; step < hops; ++step) {
        const std::vector<bool> before = near;
        for (const EdgeId id : report.edges) {
            const GraphEdge& edge = report.edge(id);
            if (before[edge.caller.index()]) near[edge.callee.index()] = true;
            if (before[edge.callee.index()]) near[edge.caller.index()] = true;
        }
        if (near == before) break;
    }
    std::erase_if(report.nodes, [&](NodeId id) { return !near[id.index()]; });
    std::erase_if(report.edges, [&](EdgeId id) {
        return !near[report.edge(id).caller.index()] || !near[report.edge(id).callee.index()];
    });
    return report;
}

GraphReport withoutWeakEdges(GraphReport report, std::uint64_t minimumCalls) {
    std::erase_if(report.edges, [&](EdgeId id) { return report.edge(id).calls < minimumCalls; });
    return report;
}

} // namespace hallway
