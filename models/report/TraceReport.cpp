#include "report/TraceReport.h"

#include "analysis/CriticalPath.h"

#include <algorithm>

namespace hallway {

namespace {

const std::string& labelOf(const Capture& capture, SpanRow row) {
    return capture.calls().nodes[capture.spans().node[row.index()].index()].label;
}

TraceRecord recordOf(const Capture& capture, const TraceSummary& summary) {
    const SpanTable& spans = capture.spans();
    return {textOf(spans.traces[summary.trace.index()].id, capture.strings()),
            labelOf(capture, summary.root),
            std::string(capture.strings().text(spans.name[summary.root.index()])),
            summary.start,
            summary.duration,
            summary.spans,
            summary.services,
            summary.failedSpans,
            summary.orphans};
}

/// What a span of the tree hangs on: its parent's id; of an orphan the id that no span of the capture has.
std::optional<std::string> parentIdOf(const SpanTree& tree, const TreeSpan& span, const Capture& capture,
                                      const SpanDetails& details) {
    const SpanTable& spans = capture.spans();
    if (span.parent != TreeSpan::none)
        return textOf(spans.spanId(tree.spans[span.parent].row), capture.strings());
    if (spans.flags[span.row.index()].has(SpanFlag::Orphan)) return details.parentId;
    return std::nullopt;
}

} // namespace

TraceReport traceReportOf(const Capture& capture, const Subset& subset, TraceOrder order, std::size_t limit) {
    std::vector<TraceSummary> summaries = summariseTraces(capture.spans());
    if (!subset.isEverything())
        std::erase_if(summaries, [&](const TraceSummary& summary) {
            return !subset.hasTrace(summary.trace) || !overlaps(capture.spans(), summary.trace, subset.range);
        });
    sortTraces(summaries, order);
    TraceReport report;
    report.total = summaries.size();
    summaries.resize(std::min(summaries.size(), limit));
    report.traces.reserve(summaries.size());
    for (const TraceSummary& summary : summaries)
        report.traces.push_back(recordOf(capture, summary));
    return report;
}

Result<WholeTrace> wholeTraceOf(const Capture& capture, TraceRow trace) {
    auto details = capture.details(trace);
    if (!details) return fail(details.error());
    const SpanTable& spans = capture.spans();
    const SpanTree raw = spanTreeOf(trace, spans, ClockMode::Raw);
    const auto self = selfTimes(raw, spans);
    const auto critical =
        criticalTimes(spanTreeOf(trace, spans, ClockMode::Adjusted), spans, capture.strings());

    WholeTrace whole;
    whole.record = recordOf(capture, summariseTraces(spans)[trace.index()]);
    whole.spans.reserve(raw.spans.size());
    for (std::size_t index = 0; index < raw.spans.size(); ++index) {
        const TreeSpan& span = raw.spans[index];
        const SpanRow row = span.row;
        SpanDetails& own = (*details)[row.index() - raw.firstRow.index()];
        SpanLine line;
        line.row = row;
        line.depth = span.depth;
        line.spanId = textOf(spans.spanId(row), capture.strings());
        line.parentSpanId = parentIdOf(raw, span, capture, own);
        line.service = labelOf(capture, row);
        line.name = capture.strings().text(spans.name[row.index()]);
        line.kind = spans.kind(row);
        line.status = spans.status(row);
        line.start = spans.start[row.index()];
        if (spans.hasDuration(row)) line.duration = spans.duration(row);
        line.self = self[index];
        line.critical = critical[index];
        line.failed = spans.flags[row.index()].has(SpanFlag::Failed);
        line.details = std::move(own);
        whole.spans.push_back(std::move(line));
    }
    return whole;
}

} // namespace hallway
