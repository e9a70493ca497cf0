#include "analysis/CallSource.h"

#include "analysis/CallsInSubset.h"

#include <algorithm>

namespace hallway {

namespace {

bool inOrderOfTime(const SourcedCall& a, const SourcedCall& b) {
    if (a.time != b.time) return a.time < b.time;
    return a.call != b.call ? a.call < b.call : a.shown() < b.shown();
}

void appendCalls(std::vector<SourcedCall>& result, EdgeId edge, const CallTable& calls,
                 const SpanTable& spans, const Subset& subset) {
    forEachCall(edge, calls, subset, [&](CallRow call) {
        result.push_back({call, calls.client[call.index()], calls.server[call.index()],
                          calls.time[call.index()], calls.latency(call, spans),
                          calls.has(call, CallFlag::Failed), false});
    });
}

/// The first call that each span serves, by span; invalid where none does.
std::vector<CallRow> firstCallsInto(const CallTable& calls, const SpanTable& spans,
                                    std::optional<NodeId> node) {
    std::vector<CallRow> first(spans.size());
    for (const Edge& edge : calls.edges) {
        if (node && edge.callee != *node) continue;
        for (std::uint32_t i = edge.firstCall; i < edge.firstCall + edge.callCount; ++i) {
            if (!calls.server[i].valid()) continue;
            CallRow& known = first[calls.server[i].index()];
            if (!known.valid() || calls.time[i] < calls.time[known.index()]) known = CallRow(i);
        }
    }
    return first;
}

SourcedCall requestOf(SpanRow span, CallRow call, const CallTable& calls, const SpanTable& spans) {
    return {call,
            call.valid() ? calls.client[call.index()] : SpanRow(),
            span,
            spans.start[span.index()],
            spans.hasDuration(span) ? std::optional(spans.duration(span)) : std::nullopt,
            spans.flags[span.index()].has(SpanFlag::Failed),
            true};
}

std::vector<SourcedCall> requestsOf(std::optional<NodeId> node, const CallTable& calls,
                                    const SpanTable& spans, const Subset& subset) {
    const auto incoming = firstCallsInto(calls, spans, node);
    std::vector<SourcedCall> result;
    for (std::size_t row = 0; row < spans.size(); ++row) {
        const bool isWanted = node ? spans.node[row] == *node : !spans.parent[row].valid();
        if (isWanted && spans.flags[row].has(SpanFlag::Entry) && subset.range.contains(spans.start[row]) &&
            subset.hasSpan(SpanRow(row)))
            result.push_back(requestOf(SpanRow(row), incoming[row], calls, spans));
    }
    return result;
}

std::vector<SourcedCall> allOf(const CallSource& source, const CallTable& calls, const SpanTable& spans,
                               const Subset& subset) {
    std::vector<SourcedCall> result;
    if (source.edge) {
        appendCalls(result, *source.edge, calls, spans, subset);
        return result; // in order of time already
    }
    if (source.node && calls.nodes[source.node->index()].kind != NodeKind::Service) {
        for (std::size_t edge = 0; edge < calls.edges.size(); ++edge)
            if (calls.edges[edge].callee == *source.node)
                appendCalls(result, EdgeId(edge), calls, spans, subset);
    } else {
        result = requestsOf(source.node, calls, spans, subset);
    }
    std::sort(result.begin(), result.end(), inOrderOfTime);
    return result;
}

} // namespace

std::vector<SourcedCall> callsOf(const CallSource& source, const CallTable& calls, const SpanTable& spans,
                                 const Subset& subset) {
    std::vector<SourcedCall> result = allOf(source, calls, spans, subset);
    if (source.operation.valid())
        std::erase_if(result, [&](const SourcedCall& call) {
            return !call.shown().valid() || spans.name[call.shown().index()] != source.operation;
        });
    return result;
}

EdgeSamples samplesOf(const std::vector<SourcedCall>& calls) {
    EdgeSamples result;
    for (const SourcedCall& call : calls) {
        if (call.latency)
            result.samples.push_back({call.call, call.time, *call.latency, call.failed, call.shown()});
        else
            ++result.withoutLatency;
    }
    return result;
}

std::optional<Duration> latencyAt(const std::vector<SourcedCall>& calls, std::uint64_t thousandths) {
    std::vector<Duration> latencies;
    for (const SourcedCall& call : calls)
        if (call.latency) latencies.push_back(*call.latency);
    if (latencies.empty()) return std::nullopt;
    const auto at =
        latencies.begin() + static_cast<std::ptrdiff_t>(nearestRank(latencies.size(), thousandths));
    std::nth_element(latencies.begin(), at, latencies.end());
    return *at;
}

} // namespace hallway
