#include "gui/GraphPresenter.h"

#include "base/FormatText.h"
#include "gui/LayoutKey.h"

#include <algorithm>

namespace hallway {

namespace {

/// A layout that was kept beside the capture, or else a new one, which is kept.
Result<GraphLayout> layoutOf(const Capture& capture, const LayoutEngine& engine, const LayoutRequest& request,
                             std::chrono::milliseconds limit, const CancelToken& cancel) {
    const std::uint64_t key = layoutKeyOf(request);
    if (auto kept = capture.storedLayout(key)) return std::move(*kept);
    auto layout = layoutWithFallback(engine, request, limit, cancel);
    if (layout && !layout->fallbackReason) capture.keepLayout(key, *layout);
    return layout;
}

QString noSpansText(const Capture& capture) {
    std::uint64_t skipped = 0;
    for (const Source& source : capture.sources())
        for (const Problem& problem : source.problems)
            if (problem.code == ProblemCode::SkippedSignal) skipped += problem.count;
    if (skipped == 0) return GraphPresenter::tr("There are no spans in this capture.");
    return GraphPresenter::tr("There are no spans in this capture, only records of other kinds (%1), which "
                              "Hallway does not read.")
        .arg(QString::fromStdString(format::countExact(skipped)));
}

GraphChoice choiceOf(const Selection& selection) {
    if (selection.edge) return *selection.edge;
    if (selection.node) return *selection.node;
    return {};
}

} // namespace

GraphPresenter::GraphPresenter(GraphView& view, SelectionModel& selection,
                               std::shared_ptr<const LayoutEngine> engine, QObject* parent)
    : QObject(parent), m_view(view), m_selection(selection), m_engine(std::move(engine)) {
    connect(&view, &GraphView::nodeSelected, &selection, &SelectionModel::selectNode);
    connect(&view, &GraphView::edgeSelected, &selection, &SelectionModel::selectEdge);
    connect(&view, &GraphView::selectionCleared, &selection, &SelectionModel::selectNothing);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now) { m_view.setSelection(choiceOf(now)); });
    connect(&view, &GraphView::focusChosen, this, &GraphPresenter::focusOn);
    connect(&view, &GraphView::focusCleared, this, &GraphPresenter::clearFocus);
    connect(&view, &GraphView::minCallsChosen, this, [this](std::uint64_t calls) {
        GraphFilter next = m_filter;
        next.minCalls = calls;
        m_readableMinCalls = 0; // from now on the person decides
        setFilter(next);
    });
    connect(&view, &GraphView::measureChosen, this, &GraphPresenter::measureChosen);
    connect(&view, &GraphView::layoutRetried, this, [this] { layOut(LayoutPatience::unlimited); });
}

void GraphPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    m_figures.reset();
    m_filter = {};
    m_layout.reset();
    m_jobs.cancel();
    if (!m_capture) return;
    m_figures = std::shared_ptr<const ServiceGraph>(m_capture, &m_capture->graph());
    m_readableMinCalls = m_filter.minCalls = readableMinCalls(m_capture->graph());
    layOut(LayoutPatience::window);
}

void GraphPresenter::setFigures(std::shared_ptr<const ServiceGraph> figures) {
    m_figures = std::move(figures);
    show();
}

void GraphPresenter::setMeasure(LabelMeasure measure) {
    if (measure == m_measure) return;
    m_measure = measure;
    if (m_capture) layOut(LayoutPatience::window); // cards are as wide as their figures
}

void GraphPresenter::focusOn(NodeId node) {
    GraphFilter next = m_filter;
    next.focus = node;
    // What was hidden because there was too much of it has room now.
    if (next.minCalls == m_readableMinCalls) next.minCalls = 0;
    setFilter(next);
}

void GraphPresenter::clearFocus() {
    GraphFilter next = m_filter;
    next.focus.reset();
    next.minCalls = std::max(next.minCalls, m_readableMinCalls);
    setFilter(next);
}

void GraphPresenter::setFilter(const GraphFilter& filter) {
    if (filter == m_filter || !m_capture) return;
    m_filter = filter;
    layOut(LayoutPatience::window);
}

void GraphPresenter::layOut(std::chrono::milliseconds limit) {
    VisibleGraph visible = visibleGraph(m_capture->graph(), m_filter);
    LayoutRequest request =
        layoutRequestOf(m_capture->graph(), visible, m_measure, Fonts(m_view.font()), GraphPurpose::Screen);
    m_jobs.run([capture = m_capture, engine = m_engine, request = std::move(request), limit](
                   const CancelToken& cancel) { return layoutOf(*capture, *engine, request, limit, cancel); },
               [this, visible = std::move(visible)](Result<GraphLayout> layout) {
                   if (!layout) return m_view.setMessage(tr("This graph is too large to be drawn."));
                   m_visible = visible;
                   m_layout = std::move(*layout);
                   show();
               });
}

void GraphPresenter::show() {
    if (!m_layout || !m_figures) return;
    if (m_capture->figures().spans == 0) return m_view.setMessage(noSpansText(*m_capture));
    m_view.setScene(std::make_shared<const GraphScene>(makeScene(m_figures, m_visible, *m_layout, m_measure)),
                    m_filter);
    m_view.setSelection(choiceOf(m_selection.now()));
}

} // namespace hallway
