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
    connect(&selection, &SelectionModel::changed, this, [this](const Selection& now) {
        reveal(choiceOf(now));
        m_view.setSelection(choiceOf(now));
    });
    connect(&view, &GraphView::focusChosen, this, &GraphPresenter::focusOn);
    connect(&view, &GraphView::focusCleared, this, &GraphPresenter::clearFocus);
    connect(&view, &GraphView::minCallsChosen, this, [this](std::uint64_t calls) {
        m_chosen.least.calls = calls;
        m_readable.reset(); // from now on the person decides
        m_revealed.reset();
        refilter();
    });
    connect(&view, &GraphView::measureChosen, this, &GraphPresenter::measureChosen);
    connect(&view, &GraphView::layoutRetried, this, [this] { layOut(LayoutPatience::unlimited); });
}

void GraphPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    m_figures.reset();
    m_filter = m_chosen = {};
    m_readable.reset();
    m_revealed.reset();
    m_layout.reset();
    m_jobs.cancel();
    if (!m_capture) return;
    m_figures = std::shared_ptr<const ServiceGraph>(m_capture, &m_capture->graph());
    m_readable = readableFilter(m_capture->graph());
    m_filter = wantedFilter();
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
    m_chosen.focus = GraphFocus{node};
    refilter();
}

void GraphPresenter::clearFocus() {
    m_chosen.focus.reset();
    reveal(choiceOf(m_selection.now())); // it may have been found in the focus
    refilter();
}

GraphFilter GraphPresenter::wantedFilter() const {
    GraphFilter filter = m_chosen;
    // In a focus there is room for what was hidden because there was too much of it.
    if (m_readable && !filter.focus) filter = *m_readable;
    if (m_revealed) {
        const auto place = std::lower_bound(filter.spared.begin(), filter.spared.end(), *m_revealed);
        if (place == filter.spared.end() || *place != *m_revealed) filter.spared.insert(place, *m_revealed);
    }
    return filter;
}

void GraphPresenter::reveal(const GraphChoice& choice) {
    if (!m_capture) return;
    std::optional<EdgeId> hidden;
    if (const auto* edge = std::get_if<EdgeId>(&choice))
        hidden = edgeToSpare(m_capture->graph(), wantedFilter(), *edge);
    else if (const auto* node = std::get_if<NodeId>(&choice))
        hidden = edgeToSpare(m_capture->graph(), wantedFilter(), *node);
    if (!hidden) return;
    m_revealed = hidden;
    refilter();
}

void GraphPresenter::refilter() {
    if (!m_capture) return;
    GraphFilter wanted = wantedFilter();
    if (wanted == m_filter) return;
    m_filter = std::move(wanted);
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
