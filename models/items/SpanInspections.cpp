#include "items/Inspections.h"

#include "analysis/SpanTree.h"
#include "base/FormatText.h"
#include "items/FigureText.h"
#include "items/ShownLines.h"

namespace hallway {

namespace {

QString shown(std::string_view text) { return toQString(format::printable(text)); }

/// The span with this id in a trace, and the trace if it was imported.
SpanLinkItem linkOf(const LinkDetails& link, const Capture& capture) {
    SpanLinkItem item;
    item.traceId = shown(link.traceId);
    item.spanId = shown(link.spanId);
    item.attributes = link.attributes;
    item.trace = capture.findTrace(link.traceId);
    if (!item.trace) return item;
    const SpanTable& spans = capture.spans();
    const TraceEntry& entry = spans.traces[item.trace->index()];
    for (std::uint32_t row = entry.firstSpan; row < entry.firstSpan + entry.spanCount && !item.span; ++row)
        if (spans.spanId(SpanRow(row)) == link.span) item.span = SpanRow(row);
    return item;
}

QString sourceOf(const SpanDetails& details, const Capture& capture) {
    const std::size_t index = details.source.index();
    return details.source.valid() && index < capture.sources().size() ? shown(capture.sources()[index].path)
                                                                      : QString();
}

/// How far the adjusted clocks move a span.
std::optional<Duration> skewOf(SpanRow span, TraceRow trace, const SpanTable& spans) {
    if (!spans.hasStart(span)) return std::nullopt;
    const SpanTree adjusted = spanTreeOf(trace, spans, ClockMode::Adjusted);
    const auto index = adjusted.find(span);
    if (!index) return std::nullopt;
    const Duration shift = adjusted.spans[*index].start - spans.start[span.index()];
    return shift == Duration::zero() ? std::nullopt : std::optional(shift);
}

} // namespace

SpanInspection inspectSpan(SpanRow span, const SpanDetails& details, const Capture& capture) {
    const SpanTable& spans = capture.spans();
    const std::size_t row = span.index();
    SpanInspection result;
    result.span = span;
    result.trace = spans.traceOf(span);
    result.node = spans.node[row];
    const Node& service = capture.calls().nodes[result.node.index()];
    result.service = shown(service.label);
    result.serviceName = toQString(service.name);
    result.serviceNamespace = toQString(service.nameSpace);
    result.operation = shown(capture.strings().text(spans.name[row]));
    result.traceId = shown(textOf(spans.traces[result.trace.index()].id, capture.strings()));
    result.spanId = shown(textOf(spans.spanId(span), capture.strings()));
    result.parentId = shown(details.parentId);
    result.kind = spans.kind(span);
    result.status = spans.status(span);
    result.statusMessage = shownLines(details.statusMessage);
    result.traceState = shown(details.traceState);
    result.scopeName = shown(details.scopeName);
    result.scopeVersion = shown(details.scopeVersion);
    result.source = sourceOf(details, capture);
    result.flags = spans.flags[row];
    if (spans.hasStart(span)) result.start = spans.start[row];
    if (spans.hasDuration(span)) result.duration = spans.duration(span);
    const SpanTree tree = spanTreeOf(result.trace, spans, ClockMode::Raw);
    if (const auto index = tree.find(span)) result.selfTime = selfTimes(tree, spans)[*index];
    result.skew = skewOf(span, result.trace, spans);
    result.droppedCount = details.droppedCount;
    result.attributes = details.attributes;
    result.resource = details.resource;
    result.scope = details.scope;
    result.events = details.events;
    for (const LinkDetails& link : details.links)
        result.links.push_back(linkOf(link, capture));
    return result;
}

Result<SpanInspection> inspectSpan(SpanRow span, const Capture& capture) {
    const auto details = capture.details(span);
    if (!details) return tl::unexpected(details.error());
    return inspectSpan(span, *details, capture);
}

} // namespace hallway
