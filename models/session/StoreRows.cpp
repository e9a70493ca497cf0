#include "session/StoreRows.h"

#include <algorithm>

namespace hallway {

namespace {

std::optional<DistributionRow> rowOf(const std::optional<Distribution>& samples) {
    if (!samples) return std::nullopt;
    return DistributionRow{samples->samples, samples->p50, samples->p95, samples->p99, samples->max};
}

} // namespace

std::vector<EdgeRow> edgeRowsOf(const ServiceGraph& graph) {
    std::vector<EdgeRow> rows;
    for (const GraphEdge& edge : graph.edges) {
        EdgeRow row;
        row.caller = graph.nodes[edge.caller.index()].node.label;
        row.callee = graph.nodes[edge.callee.index()].node.label;
        row.callClass = edge.callClass;
        row.calls = edge.calls;
        row.failed = edge.failed;
        row.failedHere = edge.failedHere;
        row.strictFailed = edge.strictFailed;
        row.retries = edge.retries;
        row.extraAttempts = edge.extraAttempts;
        row.serverSpanMissing = edge.serverSpanMissing;
        row.latency = rowOf(edge.latency);
        row.client = rowOf(edge.client);
        row.server = rowOf(edge.server);
        row.network = rowOf(edge.network);
        row.delivery = rowOf(edge.delivery);
        if (edge.fanOut)
            row.fanOut = EdgeRow::FanOut{edge.fanOut->entries, edge.fanOut->mean, edge.fanOut->share,
                                         edge.fanOut->meanWhenCalled, edge.fanOut->max};
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ServiceRow> serviceRowsOf(const ServiceGraph& graph) {
    std::vector<ServiceRow> rows;
    for (const GraphNode& node : graph.nodes) {
        ServiceRow row;
        row.name = node.node.label;
        row.nameSpace = node.node.nameSpace;
        row.kind = node.node.kind;
        row.entries = node.entries;
        row.failed = node.failed;
        row.latency = rowOf(node.latency);
        if (node.fanOut)
            row.fanOut =
                ServiceRow::FanOut{node.fanOut->mean, node.fanOut->p50, node.fanOut->p95, node.fanOut->max};
        rows.push_back(std::move(row));
    }
    return rows;
}

CaptureSummary summaryOf(const CaptureFigures& figures) {
    return {figures.traces,           figures.spans, figures.services, figures.duplicates, figures.orphans,
            figures.incompleteTraces, figures.start, figures.end};
}

CaptureFigures figuresOf(const CaptureSummary& summary) {
    return {summary.traces,           summary.spans, summary.services, summary.duplicates, summary.orphans,
            summary.incompleteTraces, summary.start, summary.end};
}

CaptureFigures countCapture(const SpanTable& spans, const CallTable& calls, std::size_t duplicates) {
    CaptureFigures figures;
    figures.traces = spans.traces.size();
    figures.spans = spans.size();
    figures.duplicates = duplicates;
    for (const Node& node : calls.nodes)
        figures.services += node.kind == NodeKind::Service;
    for (std::size_t index = 0; index < spans.traces.size(); ++index) {
        const TraceEntry trace = spans.traces[index];
        std::uint64_t orphans = 0;
        for (std::uint32_t row = trace.firstSpan; row < trace.firstSpan + trace.spanCount; ++row) {
            orphans += spans.flags[row].has(SpanFlag::Orphan);
            if (spans.start[row] <= Timestamp{}) continue;
            figures.start = std::min(figures.start.value_or(spans.start[row]), spans.start[row]);
            figures.end = std::max(figures.end.value_or(spans.end[row]), spans.end[row]);
        }
        figures.orphans += orphans;
        figures.incompleteTraces += orphans > 0;
    }
    return figures;
}

} // namespace hallway
