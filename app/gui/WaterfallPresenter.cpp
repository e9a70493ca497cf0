#include "gui/WaterfallPresenter.h"

#include "base/FormatText.h"
#include "gui/SelectedCalls.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>

namespace hallway {

namespace {

/// Events and retries of larger traces are not marked: reading a million spans from the store takes its time,
/// and nobody finds a diamond among them.
constexpr std::uint32_t mostMarkedSpans = 20'000;

std::vector<SpanMarks> marksOf(TraceRow trace, const Capture& capture) {
    const TraceEntry& entry = capture.spans().traces[trace.index()];
    std::vector<SpanMarks> marks;
    if (entry.spanCount > mostMarkedSpans) return marks;
    const auto details = capture.details(trace); // an unreadable store costs marks, not the trace
    if (!details) return marks;
    for (std::size_t i = 0; i < details->size(); ++i)
        marks.push_back(spanMarksOf(SpanRow(entry.firstSpan + i), (*details)[i]));
    return marks;
}

} // namespace

WaterfallPresenter::WaterfallPresenter(WaterfallView& view, SelectionModel& selection, QObject* parent)
    : QObject(parent), m_view(view), m_selection(selection) {
    connect(&view, &WaterfallView::spanSelected, this, [this](SpanRow span) {
        if (m_trace) m_selection.selectSpan(m_trace->trace, span);
    });
    connect(&view, &WaterfallView::clockModeChosen, this, [this](ClockMode mode) {
        m_clocks = mode;
        load();
    });
    connect(&view, &WaterfallView::copyRequested, this, &WaterfallPresenter::copy);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.trace != before.trace)
                    load();
                else if (now.span != before.span && now.span && m_trace)
                    m_view.reveal(*now.span);
                if (now.edge != before.edge || now.trace != before.trace) markCalls();
            });
}

void WaterfallPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    load();
    markCalls();
}

void WaterfallPresenter::load() {
    const auto trace = m_selection.now().trace;
    if (!m_capture || !trace) {
        m_jobs.cancel();
        m_trace.reset();
        m_view.setTrace(nullptr);
        return;
    }
    m_jobs.run(
        [capture = m_capture, trace = *trace, clocks = m_clocks](const CancelToken&) {
            const SpanTree tree = spanTreeOf(trace, capture->spans(), clocks);
            return std::make_shared<const WaterfallTrace>(
                waterfallTraceOf(tree, clocks, capture->spans(), capture->calls(), capture->strings(),
                                 marksOf(trace, *capture)));
        },
        [this](std::shared_ptr<const WaterfallTrace> loaded) {
            m_trace = std::move(loaded);
            m_view.setTrace(m_trace);
            if (const auto& span = m_selection.now().span) m_view.reveal(*span);
        });
}

void WaterfallPresenter::markCalls() {
    const Selection& selection = m_selection.now();
    if (!m_capture || !selection.edge || !selection.trace) {
        m_callJobs.cancel();
        m_view.setEdgeCalls({});
        return;
    }
    m_callJobs.run([capture = m_capture, trace = *selection.trace, edge = *selection.edge](
                       const CancelToken&) { return callSpansIn(trace, edge, *capture); },
                   [this](const std::vector<SpanRow>& spans) { m_view.setEdgeCalls(spans); });
}

void WaterfallPresenter::copy(SpanRow span, SpanCopy what) const {
    const SpanTable& spans = m_capture->spans();
    const StringPool& strings = m_capture->strings();
    std::string text;
    switch (what) {
    case SpanCopy::IdOfSpan:
        text = textOf(spans.spanId(span), strings);
        break;
    case SpanCopy::IdOfTrace:
        text = textOf(spans.traces[spans.traceOf(span).index()].id, strings);
        break;
    case SpanCopy::Name:
        text = strings.text(spans.name[span.index()]);
        break;
    case SpanCopy::Length:
        text = std::to_string(spans.duration(span).count()) + " ns";
        break;
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(text));
}

} // namespace hallway
