#include "items/Inspections.h"

#include "analysis/CallsInSubset.h"
#include "analysis/FailureOrigins.h"
#include "analysis/Heatmap.h"
#include "analysis/Operations.h"
#include "base/FormatText.h"
#include "items/CallBins.h"
#include "items/FigureText.h"
#include "items/PassedOnFailures.h"

#include <algorithm>

namespace hallway {

namespace {

QString shown(std::string_view text) { return toQString(format::printable(text)); }

/// The time axis of the small charts: the chosen range, or all of the capture; nothing if no span has a time.
std::optional<TimeRange> chartRange(const Capture& capture, const TimeRange& range) {
    const CaptureFigures& figures = capture.figures();
    if (!figures.start || !figures.end) return std::nullopt;
    return TimeRange{std::max(range.from, *figures.start), std::min(range.to, *figures.end + Duration(1))};
}

CallBins binsOf(const std::vector<CallMoment>& moments, const Capture& capture, const TimeRange& range) {
    const auto axis = chartRange(capture, range);
    return axis ? callBinsOf(moments, *axis) : CallBins{};
}

std::vector<OperationItem> itemsOf(const std::vector<OperationFigures>& operations,
                                   const StringPool& strings) {
    std::vector<OperationItem> items;
    items.reserve(operations.size());
    for (const OperationFigures& operation : operations)
        items.push_back({operation.name.valid() ? shown(strings.text(operation.name)) : QString(),
                         operation.calls, operation.failed, operation.latency});
    return items;
}

std::vector<PassedOn> passedOnItems(EdgeId edge, const Capture& capture, const ServiceGraph& graph,
                                    const Subset& subset) {
    std::vector<PassedOn> items;
    for (const PassedOnCount& count : passedOnFrom(edge, capture.calls(), subset)) {
        const GraphEdge& upstream = graph.edges[count.edge.index()];
        items.push_back({count.edge, shown(graph.nodes[upstream.caller.index()].node.label),
                         shown(graph.nodes[upstream.callee.index()].node.label), count.passed,
                         upstream.failed});
    }
    return items;
}

FailureOriginItem originsOf(const EdgeFailures& failures, const Capture& capture) {
    const auto partOf = [&](std::uint64_t count, CallRow example) {
        FailureOriginItem::Part part{count, {}, {}};
        if (!example.valid()) return part;
        part.span = shownSpan(example, capture.calls());
        part.trace = capture.spans().traceOf(part.span);
        return part;
    };
    return {partOf(failures.calls.startsHere, failures.startsHere),
            partOf(failures.calls.passedOn, failures.passedOn),
            partOf(failures.calls.swallowed, failures.swallowed)};
}

/// Calls of an edge, or requests of a service: when, and whether they failed.
std::vector<CallMoment> momentsOf(EdgeId edge, const CallTable& calls, const Subset& subset) {
    std::vector<CallMoment> moments;
    forEachCall(edge, calls, subset, [&](CallRow call) {
        moments.push_back({calls.time[call.index()], calls.has(call, CallFlag::Failed)});
    });
    return moments;
}

std::vector<CallMoment> momentsOf(const GraphNode& node, const Capture& capture, const Subset& subset) {
    std::vector<CallMoment> moments;
    if (node.entries) {
        const SpanTable& spans = capture.spans();
        forEachEntry(node.id, spans, subset, [&](SpanRow span) {
            moments.push_back({spans.start[span.index()], spans.flags[span.index()].has(SpanFlag::Failed)});
        });
        return moments;
    }
    const CallTable& calls = capture.calls();
    for (std::size_t i = 0; i < calls.edges.size(); ++i) {
        if (calls.edges[i].callee != node.id) continue;
        const auto into = momentsOf(EdgeId(i), calls, subset);
        moments.insert(moments.end(), into.begin(), into.end());
    }
    return moments;
}

std::vector<CallItem> worstRequests(std::vector<LatencySample> samples, const Capture& capture) {
    const auto count = static_cast<std::ptrdiff_t>(std::min(samples.size(), NodeInspection::mostWorst));
    std::partial_sort(samples.begin(), samples.begin() + count, samples.end(),
                      [](const LatencySample& a, const LatencySample& b) {
                          if (a.failed != b.failed) return a.failed;
                          if (a.latency != b.latency) return a.latency > b.latency;
                          return std::pair(a.time, a.span) < std::pair(b.time, b.span);
                      });
    const SpanTable& spans = capture.spans();
    std::vector<CallItem> items;
    for (const LatencySample& sample : std::span(samples).first(static_cast<std::size_t>(count))) {
        if (!sample.span.valid()) continue;
        const TraceRow trace = spans.traceOf(sample.span);
        items.push_back({sample.call, trace, sample.span, sample.time, sample.latency, sample.failed,
                         shown(capture.strings().text(spans.name[sample.span.index()])),
                         shown(textOf(spans.traces[trace.index()].id, capture.strings()))});
    }
    return items;
}

std::optional<Distribution> distributionOfSamples(const std::vector<LatencySample>& samples) {
    std::vector<Duration> latencies;
    latencies.reserve(samples.size());
    for (const LatencySample& sample : samples)
        latencies.push_back(sample.latency);
    return distributionOf(latencies);
}

NeighbourItem neighbourOf(const GraphEdge& edge, NodeId other, const ServiceGraph& graph) {
    return {edge.id,        other,      shown(graph.nodes[other.index()].node.label),
            edge.callClass, edge.calls, edge.failed,
            edge.latency};
}

} // namespace

EdgeInspection inspectEdge(EdgeId id, const Capture& capture, const ServiceGraph& graph,
                           const Subset& subset) {
    const CallTable& calls = capture.calls();
    const SpanTable& spans = capture.spans();
    EdgeInspection result;
    result.edge = graph.edges[id.index()];
    const Node& caller = graph.nodes[result.edge.caller.index()].node;
    const Node& callee = graph.nodes[result.edge.callee.index()].node;
    result.callerKind = caller.kind;
    result.calleeKind = callee.kind;
    result.caller = shown(caller.label);
    result.callee = shown(callee.label);
    result.system = shown(callee.system);
    result.latency = latencyBinsOf(samplesOf(id, calls, spans, subset).samples);
    result.overTime = binsOf(momentsOf(id, calls, subset), capture, subset.range);
    result.operations = itemsOf(operationsOf(id, calls, spans, capture.strings(), subset), capture.strings());
    result.fanOut = fanOutBinsOf(id, spans, calls, subset);
    result.origins = originsOf(failuresOfEdge(id, spans, calls, subset), capture);
    result.passedOn = passedOnItems(id, capture, graph, subset);
    result.worst = CallModel::itemsOf(worstCalls(id, calls, spans, subset, EdgeInspection::mostWorst), calls,
                                      spans, capture.strings());
    return result;
}

NodeInspection inspectNode(NodeId id, const Capture& capture, const ServiceGraph& graph,
                           const Subset& subset) {
    NodeInspection result;
    result.node = graph.nodes[id.index()];
    result.label = shown(result.node.node.label);
    EdgeSamples samples = samplesOfCallsInto(id, capture.calls(), capture.spans(), subset);
    result.requestLatency = distributionOfSamples(samples.samples);
    result.latency = latencyBinsOf(samples.samples);
    result.overTime = binsOf(momentsOf(result.node, capture, subset), capture, subset.range);
    result.operations =
        itemsOf(operationsOf(id, capture.spans(), capture.strings(), subset), capture.strings());
    for (const EdgeId edgeId : edgesByPain(graph)) {
        const GraphEdge& edge = graph.edges[edgeId.index()];
        if (edge.calls == 0) continue;
        if (edge.callee == id) result.incoming.push_back(neighbourOf(edge, edge.caller, graph));
        if (edge.caller == id) result.outgoing.push_back(neighbourOf(edge, edge.callee, graph));
    }
    result.worst = worstRequests(std::move(samples.samples), capture);
    return result;
}

CaptureInspection inspectCapture(const Capture& capture, const ServiceGraph& graph, const Subset& subset) {
    CaptureInspection result;
    result.title = shown(capture.title());
    result.figures = capture.figures();
    for (const GraphEdge& edge : graph.edges) {
        if (edge.calls == 0 || edge.fromMissingParent) continue;
        ++result.edges;
        result.calls += edge.calls;
        result.failed += edge.failed;
    }
    result.problems = capture.problemCount();
    if (!subset.range.isEverything()) result.range = subset.range;
    result.requests = figuresOf(callsOf({}, capture.calls(), capture.spans(), subset), capture, subset.range);
    return result;
}

} // namespace hallway
