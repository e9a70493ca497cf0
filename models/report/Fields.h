// The fields of every record that reports print, named and ordered once for JSON and CSV (calls.md sections 3
// and 4).
//
// visit(name, value) is called for each field. Values are std::string_view, std::uint64_t, bool,
// std::optional<Distribution>, std::optional<EdgeFanOut>, std::optional<NodeFanOut>,
// std::optional<std::uint64_t>, std::optional<Duration> (ns) and std::optional<Timestamp> (a decimal string
// of ns since 1970). Private to report.
#pragma once

#include "report/GraphReport.h"
#include "report/TraceReport.h"

#include <string_view>

namespace hallway {

template <class Visit>
void visitFields(const GraphNode& node, Visit&& visit) {
    visit("name", std::string_view(node.node.name));
    visit("namespace", std::string_view(node.node.nameSpace));
    visit("kind", wordOf(node.node.kind));
    visit("entries", node.entries);
    visit("failed", node.failed);
    visit("latency_ns", node.latency);
    visit("fan_out", node.fanOut);
}

/// A service whose entries all lie outside the range still has a fan-out, of none; a virtual caller has no
/// such thing.
[[nodiscard]] inline std::optional<EdgeFanOut> fanOutOf(const GraphReport& report, const GraphEdge& edge) {
    if (edge.fanOut || report.node(edge.caller).node.kind != NodeKind::Service) return edge.fanOut;
    return EdgeFanOut{};
}

template <class Visit>
void visitFields(const GraphReport& report, const GraphEdge& edge, Visit&& visit) {
    visit("caller", std::string_view(report.label(edge.caller)));
    visit("callee", std::string_view(report.label(edge.callee)));
    visit("class", wordOf(edge.callClass));
    visit("calls", edge.calls);
    visit("failed", edge.failed);
    visit("failed_here", edge.failedHere);
    visit("strict_failed", edge.strictFailed);
    visit("retries", edge.retries);
    visit("extra_attempts", edge.extraAttempts);
    visit("server_span_missing", edge.serverSpanMissing);
    visit("latency_ns", edge.latency);
    visit("client_ns", edge.client);
    visit("server_ns", edge.server);
    visit("network_ns", edge.network);
    visit("delivery_ns", edge.delivery);
    visit("fan_out", fanOutOf(report, edge));
}

template <class Visit>
void visitFields(const TraceRecord& trace, Visit&& visit) {
    visit("trace_id", std::string_view(trace.traceId));
    visit("root_service", std::string_view(trace.rootService));
    visit("root_name", std::string_view(trace.rootName));
    visit("start", trace.start);
    visit("duration_ns", trace.duration);
    visit("spans", trace.spans);
    visit("services", trace.services);
    visit("failed_spans", trace.failedSpans);
    visit("orphans", trace.orphans);
}

/// All but attributes, resource, events and links.
template <class Visit>
void visitFields(const SpanLine& span, Visit&& visit) {
    visit("span_id", std::string_view(span.spanId));
    visit("parent_span_id", span.parentSpanId);
    visit("service", std::string_view(span.service));
    visit("name", std::string_view(span.name));
    visit("kind", wordOf(span.kind));
    visit("status", wordOf(span.status));
    visit("start", std::optional(span.start));
    visit("duration_ns", span.duration);
    visit("self_ns", span.self);
    visit("critical_ns", span.critical);
    visit("failed", span.failed);
}

} // namespace hallway
