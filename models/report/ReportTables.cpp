#include "report/ReportTables.h"

#include "base/FormatText.h"
#include "report/TextTable.h"

namespace hallway {

namespace {

using Align = TextTable::Align;

std::string textOf(const std::optional<Duration>& duration) {
    return duration ? format::duration(*duration) : std::string(format::absent);
}

/// Percentiles on few calls are marked: p95 wants 20, p99 wants 100 (calls.md 2.1).
std::string percentile(const std::optional<Distribution>& latency, Duration Distribution::*figure,
                       bool certain) {
    if (!latency) return std::string(format::absent);
    return (certain ? "" : "~") + format::duration((*latency).*figure);
}

void addLatency(std::vector<std::string>& cells, const std::optional<Distribution>& latency) {
    const std::uint64_t samples = latency ? latency->samples : 0;
    cells.push_back(percentile(latency, &Distribution::p50, true));
    cells.push_back(percentile(latency, &Distribution::p95, isCertainP95(samples)));
    cells.push_back(percentile(latency, &Distribution::p99, isCertainP99(samples)));
}

} // namespace

std::string edgesTable(const GraphReport& report) {
    TextTable table({{"CALLER"},
                     {"CALLEE"},
                     {"CLASS"},
                     {"CALLS", Align::Right},
                     {"FAILED", Align::Right},
                     {"SHARE", Align::Right},
                     {"HERE", Align::Right},
                     {"P50", Align::Right},
                     {"P95", Align::Right},
                     {"P99", Align::Right},
                     {"FAN-OUT", Align::Right}});
    for (const EdgeId id : report.edges) {
        const GraphEdge& edge = report.edge(id);
        std::vector<std::string> cells{
            report.label(edge.caller),           report.label(edge.callee),
            std::string(wordOf(edge.callClass)), format::countExact(edge.calls),
            format::countExact(edge.failed),     format::share(edge.failed, edge.calls),
            format::countExact(edge.failedHere)};
        addLatency(cells, edge.latency);
        const bool hasFanOut = edge.fanOut && edge.fanOut->entries > 0;
        cells.push_back(hasFanOut ? format::fanOut(edge.fanOut->mean) : std::string(format::absent));
        table.addRow(cells);
    }
    return table.text();
}

std::string servicesTable(const GraphReport& report) {
    TextTable table({{"SERVICE"},
                     {"REQUESTS", Align::Right},
                     {"FAILED", Align::Right},
                     {"SHARE", Align::Right},
                     {"P50", Align::Right},
                     {"P95", Align::Right},
                     {"P99", Align::Right},
                     {"FAN-OUT", Align::Right}});
    for (const NodeId id : report.nodes) {
        const GraphNode& node = report.node(id);
        if (node.node.kind != NodeKind::Service) continue;
        std::vector<std::string> cells{report.label(id), format::countExact(node.requests()),
                                       format::countExact(node.failedRequests()),
                                       format::share(node.failedRequests(), node.requests())};
        addLatency(cells, node.latency);
        cells.push_back(node.fanOut ? format::fanOut(node.fanOut->mean) : std::string(format::absent));
        table.addRow(cells);
    }
    return table.text();
}

std::string tracesTable(const TraceReport& report) {
    TextTable table({{"TRACE"},
                     {"START (UTC)"},
                     {"DURATION", Align::Right},
                     {"SPANS", Align::Right},
                     {"SERVICES", Align::Right},
                     {"FAILED", Align::Right},
                     {"ROOT"}});
    for (const TraceRecord& trace : report.traces)
        table.addRow(
            {trace.traceId, trace.start ? format::isoTime(*trace.start) : std::string(format::absent),
             textOf(trace.duration), format::countExact(trace.spans), format::countExact(trace.services),
             format::countExact(trace.failedSpans), trace.rootService + ": " + trace.rootName});
    return table.text();
}

} // namespace hallway
