#include "gui/InspectorPresenter.h"

#include "gui/ErrorText.h"
#include "gui/SaveText.h"
#include "gui/SelectedCalls.h"
#include "items/Inspections.h"
#include "session/CallCodes.h"

#include <QClipboard>
#include <QGuiApplication>

namespace hallway {

InspectorPresenter::InspectorPresenter(Inspector& view, SelectionModel& selection,
                                       const SubsetFigures& figures, QObject* parent)
    : QObject(parent), m_view(view), m_selection(selection), m_figures(figures) {
    connect(&view, &Inspector::callActivated, this, [this](TraceRow trace, SpanRow span) {
        m_selection.selectSpan(trace, span);
        m_view.showTab(Inspector::Tab::Attributes);
    });
    connect(&view, &Inspector::spanLinkActivated, &selection, &SelectionModel::selectSpan);
    connect(&view, &Inspector::edgeChosen, &selection, &SelectionModel::selectEdge);
    connect(&view, &Inspector::nodeChosen, &selection, &SelectionModel::selectNode);
    connect(&view, &Inspector::copyRequested, this,
            [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
    connect(&view, &Inspector::callAttributesChosen, &m_callAttributes, &AttributeColumns::setNames);
    connect(&m_callAttributes, &AttributeColumns::changed, &view, &Inspector::setCallAttributes);
    connect(&view, &Inspector::callsSaveRequested, this,
            [this](const QByteArray& csv) { askAndSaveCsv(&m_view, tr("calls.csv"), csv); });
    connect(&figures, &SubsetFigures::graphChanged, this, &InspectorPresenter::updateSubject);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.edge != before.edge || now.node != before.node || now.box != before.box)
                    updateSubject();
                if (now.span != before.span) updateSpan();
            });
}

void InspectorPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    m_subjectJobs.cancel();
    m_codeJobs.cancel();
    m_callAttributes.setCapture(m_capture);
    updateSpan();
}

void InspectorPresenter::updateSubject() {
    if (!m_capture || !m_figures.graph()) {
        m_subjectJobs.cancel();
        m_view.setSubject({});
        return;
    }
    // Subset and graph belong together: while another one is counted, the one before is inspected.
    m_codeJobs.cancel();
    const Selection& now = m_selection.now();
    const CallSource source{now.edge, now.edge ? std::nullopt : now.node, {}};
    m_subjectJobs.run(
        [capture = m_capture, graph = m_figures.graph(), subset = m_figures.subset(), source,
         box = now.edge || now.node ? now.box : std::nullopt](const CancelToken&) -> Inspector::Subject {
            if (box) return inspectBox(source, *box, *capture, subset);
            if (source.edge) return inspectEdge(*source.edge, *capture, *graph, subset);
            if (source.node) return inspectNode(*source.node, *capture, *graph, subset);
            return inspectCapture(*capture, *graph, subset);
        },
        [this, source, box = now.box](Inspector::Subject subject) {
            m_view.setSubject(std::move(subject));
            readCodes(source, source.edge || source.node ? box : std::nullopt);
        });
}

/// Behind the figures, for it passes all rows of the capture.
void InspectorPresenter::readCodes(const CallSource& source, const std::optional<LatencyBox>& box) {
    m_codeJobs.run(
        [capture = m_capture, subset = m_figures.subset(), source,
         box](const CancelToken& cancel) -> std::optional<CallCodes> {
            std::vector<CodeSpans> spans;
            for (const SourcedCall& call : callsOf(source, capture->calls(), capture->spans(), subset))
                if (!box || liesIn(*box, call)) spans.push_back({call.callee, call.caller});
            const auto codes = codesOf(spans, *capture, cancel);
            return codes ? std::optional(*codes) : std::nullopt;
        },
        [this](const std::optional<CallCodes>& codes) {
            if (codes) m_view.setCodes(*codes);
        });
}

void InspectorPresenter::setCalls(std::vector<CallItem> calls, std::uint64_t total) {
    std::vector<SpanRow> spans;
    spans.reserve(calls.size());
    for (const CallItem& call : calls)
        spans.push_back(call.span);
    m_view.setCalls(std::move(calls), total);
    m_callAttributes.setSpans(std::move(spans));
}

void InspectorPresenter::updateSpan() {
    const auto span = m_selection.now().span;
    if (!m_capture || !span) {
        m_spanJobs.cancel();
        m_view.setSpan(std::nullopt);
        return;
    }
    m_spanJobs.run(
        [capture = m_capture, span = *span](const CancelToken&) { return inspectSpan(span, *capture); },
        [this](Result<SpanInspection> inspection) {
            if (inspection)
                m_view.setSpan(std::move(*inspection));
            else
                m_view.setSpanError(sentenceOf(inspection.error()));
        });
}

} // namespace hallway
