#include "gui/SelectedCalls.h"

#include "analysis/CallsInSubset.h"
#include "analysis/Operations.h"
#include "common/Text.h"

#include <algorithm>

namespace hallway {

namespace {

/// Failed ones first, then the slowest, those without a latency last; then as they came.
bool isWorse(const SourcedCall& a, const SourcedCall& b) {
    if (a.failed != b.failed) return a.failed;
    return a.latency.value_or(Duration(-1)) > b.latency.value_or(Duration(-1));
}

CallItem itemOf(const SourcedCall& listed, const Capture& capture) {
    CallItem item{};
    item.call = listed.call;
    item.span = listed.shown();
    item.time = listed.time;
    item.latency = listed.latency;
    item.failed = listed.failed;
    if (!item.span.valid()) return item;
    const SpanTable& spans = capture.spans();
    item.trace = spans.traceOf(item.span);
    item.operation = shownText(capture.strings().text(spans.name[item.span.index()]));
    item.traceId = QString::fromStdString(textOf(spans.traces[item.trace.index()].id, capture.strings()));
    return item;
}

} // namespace

bool liesIn(const LatencyBox& box, const SourcedCall& call) {
    return call.latency && box.time.contains(call.time) && box.low <= *call.latency &&
           *call.latency < box.high;
}

std::vector<SourcedCall> callsOf(const Selection& selection, const Capture& capture) {
    return callsOf(sourceOf(selection), capture.calls(), capture.spans(), subsetOf(selection));
}

SelectedCalls selectedCallsOf(const Selection& selection, const Capture& capture) {
    SelectedCalls result;
    if (!selection.edge && !selection.node && !selection.operation.valid() && !selection.box) return result;
    std::vector<SourcedCall> listed = callsOf(selection, capture);
    if (selection.box)
        std::erase_if(listed, [&](const SourcedCall& call) { return !liesIn(*selection.box, call); });

    const SpanTable& spans = capture.spans();
    result.total = listed.size();
    result.traces.resize(spans.traces.size());
    for (const SourcedCall& call : listed)
        if (call.shown().valid()) result.traces[spans.traceOf(call.shown()).index()] = true;

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
