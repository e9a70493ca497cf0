#include "gui/WaterfallPresenter.h"

#include "base/FormatText.h"
#include "gui/SelectedCalls.h"
#include "gui/SpanTexts.h"
#include "session/TraceAttributes.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
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
    : QObject(parent), m_view(view), m_selection(selection), m_clocks(view), m_colouring(view),
      m_links(view, selection) {
    connect(&view, &WaterfallView::spanSelected, this, [this](SpanRow span) {
        if (m_trace) m_selection.selectSpan(m_trace->trace, span);
    });
    connect(&m_clocks, &WaterfallClocks::changed, this, &WaterfallPresenter::load);
    connect(&m_colouring, &WaterfallColouring::conditionRequested, this,
            &WaterfallPresenter::conditionRequested);
    connect(&view, &WaterfallView::copyRequested, this, &WaterfallPresenter::copy);
    connect(&view, &WaterfallView::filterRequested, this, &WaterfallPresenter::filterBy);
    connect(&view, &WaterfallView::searchRequested, this, &WaterfallPresenter::search);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.trace != before.trace)
                    load();
                else if (now.span != before.span && m_trace)
                    now.span ? m_view.reveal(*now.span) : m_view.leaveSpan();
                if (now.edge != before.edge || now.trace != before.trace) markCalls();
                if (now.filter != before.filter) applyFilter();
            });
}

void WaterfallPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    m_clocks.setCapture(m_capture);
    m_links.setCapture(m_capture);
    load();
    markCalls();
}

void WaterfallPresenter::load() {
    const auto trace = m_selection.now().trace;
    if (!m_capture || !trace) {
        m_jobs.cancel();
        show(nullptr);
        return;
    }
    m_jobs.run(
        [capture = m_capture, trace = *trace, clocks = m_clocks.mode(),
         limit = m_clocks.limit()](const CancelToken&) {
            const SpanTree tree = spanTreeOf(trace, capture->spans(), clocks, limit);
            return std::make_shared<const WaterfallTrace>(
                waterfallTraceOf(tree, clocks, capture->spans(), capture->calls(), capture->strings(),
                                 marksOf(trace, *capture)));
        },
        [this](std::shared_ptr<const WaterfallTrace> loaded) {
            show(std::move(loaded));
            if (const auto& span = m_selection.now().span) m_view.reveal(*span);
        });
}

void WaterfallPresenter::show(std::shared_ptr<const WaterfallTrace> trace) {
    m_searchJobs.cancel();
    m_trace = std::move(trace);
    m_view.setTrace(m_trace);
    applyFilter();
    m_clocks.setTrace(m_trace);
    m_colouring.setTrace(m_capture, m_trace);
    m_links.setTrace(m_trace);
}

void WaterfallPresenter::applyFilter() {
    const auto& filter = m_selection.now().filter;
    if (!filter || !m_trace) {
        m_view.setFilter(nullptr);
        return;
    }
    auto matches = std::make_shared<std::vector<bool>>(m_trace->spans.size());
    for (std::size_t i = 0; i < matches->size(); ++i)
        (*matches)[i] = filter->matching.contains(m_trace->spans[i].row);
    m_view.setFilter(std::move(matches));
}

void WaterfallPresenter::filterBy(SpanRow span, SpanFilter what) {
    const QString condition = what == SpanFilter::Service     ? serviceConditionOf(span, *m_capture)
                              : what == SpanFilter::Operation ? operationConditionOf(span, *m_capture)
                                                              : m_colouring.conditionOf(span);
    if (!condition.isEmpty()) emit conditionRequested(condition);
}

void WaterfallPresenter::search(const QString& text) {
    if (!m_trace || text.isEmpty()) {
        m_searchJobs.cancel();
        return;
    }
    m_searchJobs.run(
        [capture = m_capture, trace = m_trace, text](const CancelToken& cancel) {
            std::vector<std::uint32_t> found;
            const auto rows = spansHolding(trace->trace, text.toStdString(), *capture, cancel);
            if (!rows) return found; // an unreadable store costs attributes, not names
            for (const SpanRow row : *rows)
                if (const auto index = trace->find(row)) found.push_back(*index);
            std::sort(found.begin(), found.end());
            return found;
        },
        [this, text](const std::vector<std::uint32_t>& found) { m_view.setFound(text, found); });
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

void WaterfallPresenter::copy(SpanRow span, SpanCopy what) {
    const SpanTable& spans = m_capture->spans();
    const StringPool& strings = m_capture->strings();
    std::string text;
    QString note;
    switch (what) {
    case SpanCopy::Line:
        text = chatLineOf(span, *m_capture);
        note = tr("A line about the span is copied.");
        break;
    case SpanCopy::Subtree:
        if (const auto root = m_trace ? m_trace->find(span) : std::nullopt)
            text = subtreeTextOf(*m_trace, *root).toStdString();
        note = tr("The subtree is copied as text.");
        break;
    case SpanCopy::IdOfSpan:
        text = textOf(spans.spanId(span), strings);
        note = tr("The span id is copied.");
        break;
    case SpanCopy::IdOfTrace:
        text = textOf(spans.traces[spans.traceOf(span).index()].id, strings);
        note = tr("The trace id is copied.");
        break;
    case SpanCopy::Name:
        text = strings.text(spans.name[span.index()]);
        note = tr("The operation is copied.");
        break;
    case SpanCopy::Length:
        if (!spans.hasDuration(span)) {
            emit copied(tr("The span has no duration to copy."));
            return;
        }
        text = std::to_string(spans.duration(span).count()) + " ns";
        note = tr("The duration is copied.");
        break;
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(text));
    emit copied(note);
}

} // namespace hallway
