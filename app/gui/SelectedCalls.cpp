#include "gui/SelectedCalls.h"

#include "analysis/CallsInSubset.h"
#include "analysis/Operations.h"
#include "common/Text.h"

#include <algorithm>

namespace hallway {

namespace {

/// A call, or a request that nobody called, before it becomes a row of texts.
struct Listed {
    CallRow call;
    SpanRow span;
    Timestamp time;
    std::optional<Duration> latency;
    bool failed = false;
};

std::vector<Listed> listedCalls(EdgeId edge, const Capture& capture, const Subset& subset) {
    const CallTable& calls = capture.calls();
    std::vector<Listed> listed;
    forEachCall(edge, calls, subset, [&](CallRow call) {
        listed.push_back({call, shownSpan(call, calls), calls.time[call.index()],
                          calls.latency(call, capture.spans()), calls.has(call, CallFlag::Failed)});
    });
    return listed;
}

std::vector<Listed> listedRequests(NodeId node, const Capture& capture, const Subset& subset) {
    std::vector<Listed> listed;
    for (const LatencySample& sample :
         samplesOfCallsInto(node, capture.calls(), capture.spans(), subset).samples)
        listed.push_back({sample.call, sample.span, sample.time, sample.latency, sample.failed});
    return listed;
}

bool liesIn(const LatencyBox& box, const Listed& call) {
    return call.latency && box.time.contains(call.time) && box.low <= *call.latency &&
           *call.latency < box.high;
}

/// Failed ones first, then the slowest, those without a latency last; then as they came.
bool isWorse(const Listed& a, const Listed& b) {
    if (a.failed != b.failed) return a.failed;
    return a.latency.value_or(Duration(-1)) > b.latency.value_or(Duration(-1));
}

CallItem itemOf(const Listed& listed, const Capture& capture) {
    CallItem item{};
    item.call = listed.call;
    item.span = listed.span;
    item.time = listed.time;
    item.latency = listed.latency;
    item.failed = listed.failed;
    if (!listed.span.valid()) return item;
    const SpanTable& spans = capture.spans();
    item.trace = spans.traceOf(listed.span);
    item.operation = shownText(capture.strings().text(spans.name[listed.span.index()]));
    item.traceId = QString::fromStdString(textOf(spans.traces[item.trace.index()].id, capture.strings()));
    return item;
}

} // namespace

EdgeSamples samplesOf(const Selection& selection, const Capture& capture) {
    const Subset subset = subsetOf(selection);
    if (selection.edge) return samplesOf(*selection.edge, capture.calls(), capture.spans(), subset);
    if (selection.node) return samplesOfCallsInto(*selection.node, capture.calls(), capture.spans(), subset);
    return {};
}

SelectedCalls selectedCallsOf(const Selection& selection, const Capture& capture) {
    SelectedCalls result;
    if (!selection.edge && !selection.node) return result;
    const Subset subset = subsetOf(selection);
    std::vector<Listed> listed = selection.edge ? listedCalls(*selection.edge, capture, subset)
                                                : listedRequests(*selection.node, capture, subset);
    if (selection.box)
        std::erase_if(listed, [&](const Listed& call) { return !liesIn(*selection.box, call); });

    const SpanTable& spans = capture.spans();
    result.total = listed.size();
    result.traces.resize(spans.traces.size());
    for (const Listed& call : listed)
        if (call.span.valid()) result.traces[spans.traceOf(call.span).index()] = true;

    const std::size_t count = std::min(listed.size(), SelectedCalls::mostListed);
    std::stable_sort(listed.begin(), listed.end(), isWorse);
    result.calls.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        result.calls.push_back(itemOf(listed[i], capture));
    return result;
}

std::optional<SpanRow> worstSpanOf(EdgeId edge, const Capture& capture, const Subset& subset) {
    constexpr std::size_t tries = 10;
    for (const CallRow call : worstCalls(edge, capture.calls(), capture.spans(), subset, tries))
        if (const SpanRow span = shownSpan(call, capture.calls()); span.valid()) return span;
    return std::nullopt;
}

std::vector<SpanRow> callSpansIn(TraceRow trace, EdgeId edge, const Capture& capture) {
    const TraceEntry& entry = capture.spans().traces[trace.index()];
    std::vector<SpanRow> result;
    forEachCall(edge, capture.calls(), TimeRange{}, [&](CallRow call) {
        const SpanRow span = shownSpan(call, capture.calls());
        if (span.valid() && span.value() >= entry.firstSpan &&
            span.value() - entry.firstSpan < entry.spanCount)
            result.push_back(span);
    });
    return result;
}

} // namespace hallway
