#include "gui/InspectorPresenter.h"

#include "gui/ErrorText.h"
#include "items/Inspections.h"

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
    connect(&figures, &SubsetFigures::graphChanged, this, &InspectorPresenter::updateSubject);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.edge != before.edge || now.node != before.node) updateSubject();
                if (now.span != before.span) updateSpan();
            });
}

void InspectorPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    m_subjectJobs.cancel();
    updateSpan();
}

void InspectorPresenter::updateSubject() {
    if (!m_capture || !m_figures.graph()) {
        m_subjectJobs.cancel();
        m_view.setSubject({});
        return;
    }
    // Subset and graph belong together: while another one is counted, the one before is inspected.
    m_subjectJobs.run(
        [capture = m_capture, graph = m_figures.graph(), subset = m_figures.subset(),
         edge = m_selection.now().edge,
         node = m_selection.now().node](const CancelToken&) -> Inspector::Subject {
            if (edge) return inspectEdge(*edge, *capture, *graph, subset);
            if (node) return inspectNode(*node, *capture, *graph, subset);
            return inspectCapture(*capture, *graph, subset);
        },
        [this](Inspector::Subject subject) { m_view.setSubject(std::move(subject)); });
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
