#include "analysis/CallsInSubset.h"
#include "analysis/Heatmap.h"

#include <algorithm>
#include <unordered_map>

namespace hallway {

namespace {

bool inOrderOfTime(const LatencySample& a, const LatencySample& b) {
    return a.time != b.time ? a.time < b.time : a.call != b.call ? a.call < b.call : a.span < b.span;
}

void append(EdgeSamples& result, EdgeId edge, const CallTable& calls, const SpanTable& spans,
            const Subset& subset) {
    forEachCall(edge, calls, subset, [&](CallRow call) {
        const auto latency = calls.latency(call, spans);
        if (!latency) {
            ++result.withoutLatency;
            return;
        }
        result.samples.push_back({call, calls.time[call.index()], *latency, calls.has(call, CallFlag::Failed),
                                  shownSpan(call, calls)});
    });
}

/// The first call that each entry of the node serves.
std::unordered_map<SpanRow, CallRow> firstCallsInto(NodeId node, const CallTable& calls) {
    std::unordered_map<SpanRow, CallRow> first;
    for (const Edge& edge : calls.edges) {
        if (edge.callee != node) continue;
        for (std::uint32_t i = edge.firstCall; i < edge.firstCall + edge.callCount; ++i) {
            const SpanRow server = calls.server[i];
            if (!server.valid()) continue;
            const auto [known, isNew] = first.try_emplace(server, CallRow(i));
            if (!isNew && calls.time[i] < calls.time[known->second.index()]) known->second = CallRow(i);
        }
    }
    return first;
}

EdgeSamples samplesOfEntries(NodeId node, const CallTable& calls, const SpanTable& spans,
                             const Subset& subset) {
    const auto incoming = firstCallsInto(node, calls);
    EdgeSamples result;
    forEachEntry(node, spans, subset, [&](SpanRow span) {
        if (!spans.hasDuration(span)) {
            ++result.withoutLatency;
            return;
        }
        const auto call = incoming.find(span);
        result.samples.push_back({call == incoming.end() ? CallRow() : call->second,
                                  spans.start[span.index()], spans.duration(span),
                                  spans.flags[span.index()].has(SpanFlag::Failed), span});
    });
    return result;
}

} // namespace

EdgeSamples samplesOf(EdgeId edge, const CallTable& calls, const SpanTable& spans, const Subset& subset) {
    EdgeSamples result;
    append(result, edge, calls, spans, subset);
    return result;
}

EdgeSamples samplesOfCallsInto(NodeId node, const CallTable& calls, const SpanTable& spans,
                               const Subset& subset) {
    EdgeSamples result;
    if (calls.nodes[node.index()].kind == NodeKind::Service) {
        result = samplesOfEntries(node, calls, spans, subset);
    } else {
        for (std::size_t edge = 0; edge < calls.edges.size(); ++edge)
            if (calls.edges[edge].callee == node) append(result, EdgeId(edge), calls, spans, subset);
    }
    std::sort(result.samples.begin(), result.samples.end(), inOrderOfTime);
    return result;
}

} // namespace hallway
