#include "items/Inspections.h"

#include "analysis/CallSource.h"
#include "base/FormatText.h"
#include "items/CallBins.h"
#include "items/FigureText.h"

#include <algorithm>
#include <unordered_map>

namespace hallway {

namespace {

QString shown(std::string_view text) { return toQString(format::printable(text)); }

std::vector<OperationItem> operationsOf(const std::vector<SourcedCall>& calls, const Capture& capture) {
    struct Gathered {
        std::uint64_t calls = 0, failed = 0;
        std::vector<Duration> latencies;
    };
    std::unordered_map<StringId, Gathered> byName;
    for (const SourcedCall& call : calls) {
        const SpanRow span = call.shown();
        Gathered& operation = byName[span.valid() ? capture.spans().name[span.index()] : StringId()];
        ++operation.calls;
        operation.failed += call.failed ? 1 : 0;
        if (call.latency) operation.latencies.push_back(*call.latency);
    }
    std::vector<OperationItem> items;
    for (auto& [name, held] : byName)
        items.push_back({name.valid() ? shown(capture.strings().text(name)) : QString(), held.calls,
                         held.failed, distributionOf(held.latencies)});
    std::sort(items.begin(), items.end(), [](const OperationItem& a, const OperationItem& b) {
        return a.calls != b.calls ? a.calls > b.calls : a.name < b.name;
    });
    return items;
}

/// Failed ones first, then the slowest, those without a latency last.
bool isWorse(const SourcedCall& a, const SourcedCall& b) {
    if (a.failed != b.failed) return a.failed;
    if (a.latency != b.latency) return a.latency > b.latency;
    return std::pair(a.time, a.shown()) < std::pair(b.time, b.shown());
}

std::vector<CallItem> worstOf(std::vector<SourcedCall> calls, const Capture& capture) {
    const auto count = static_cast<std::ptrdiff_t>(std::min(calls.size(), EdgeInspection::mostWorst));
    std::partial_sort(calls.begin(), calls.begin() + count, calls.end(), isWorse);
    calls.resize(static_cast<std::size_t>(count));
    const SpanTable& spans = capture.spans();
    std::vector<CallItem> items;
    for (const SourcedCall& call : calls) {
        const SpanRow span = call.shown();
        if (!span.valid()) continue;
        const TraceRow trace = spans.traceOf(span);
        items.push_back({call.call, trace, span, call.time, call.latency, call.failed,
                         shown(capture.strings().text(spans.name[span.index()])),
                         shown(textOf(spans.traces[trace.index()].id, capture.strings()))});
    }
    return items;
}

} // namespace

CallsFigures figuresOf(const std::vector<SourcedCall>& calls, const Capture& capture,
                       const TimeRange& range) {
    CallsFigures figures;
    figures.calls = calls.size();
    std::vector<Duration> latencies;
    std::vector<CallMoment> moments;
    moments.reserve(calls.size());
    for (const SourcedCall& call : calls) {
        figures.failed += call.failed ? 1 : 0;
        if (call.latency) latencies.push_back(*call.latency);
        moments.push_back({call.time, call.failed});
    }
    figures.latency = distributionOf(latencies);
    figures.bins = latencyBinsOf(samplesOf(calls).samples);
    if (const auto& held = capture.figures(); held.start && held.end)
        figures.overTime = callBinsOf(
            moments, {std::max(range.from, *held.start), std::min(range.to, *held.end + Duration(1))});
    figures.operations = operationsOf(calls, capture);
    figures.worst = worstOf(calls, capture);
    return figures;
}

CallsInspection inspectBox(const CallSource& source, const LatencyBox& box, const Capture& capture,
                           const Subset& subset) {
    const CallTable& table = capture.calls();
    std::vector<SourcedCall> calls = callsOf(source, table, capture.spans(), subset);
    std::erase_if(calls, [&box](const SourcedCall& call) {
        return !call.latency || !box.time.contains(call.time) || *call.latency < box.low ||
               *call.latency >= box.high;
    });
    CallsInspection result;
    if (source.edge) {
        const Edge& edge = table.edges[source.edge->index()];
        result.first = shown(table.nodes[edge.caller.index()].label) + QStringLiteral(" →");
        result.second = shown(table.nodes[edge.callee.index()].label);
    } else if (source.node) {
        result.second = shown(table.nodes[source.node->index()].label);
    }
    result.box = box;
    result.figures = figuresOf(calls, capture, box.time);
    return result;
}

} // namespace hallway
