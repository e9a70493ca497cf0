#include "report/GraphReport.h"

namespace hallway {

namespace {

bool isShown(const GraphEdge& edge, const ReportScope& scope) {
    return edge.calls > 0 && (scope.withOrphans || !edge.fromMissingParent);
}

} // namespace

GraphReport graphReportOf(const Capture& capture, const ReportScope& scope) {
    GraphReport report;
    report.graph = scope.subset.isEverything() ? capture.graph()
                                               : deriveGraph(capture.spans(), capture.calls(), scope.subset);
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

} // namespace hallway
