#include "gui/GraphPresenter.h"

#include "base/FormatText.h"
#include "common/Text.h"
#include "gui/LayoutKey.h"

#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace hallway {

namespace {

constexpr int keepAfter = 500; // ms without a change

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

/// What is drawn depends on more than what is left out of it.
bool isArrangedAlike(const GraphControls& a, const GraphControls& b) {
    return a.groupBy == b.groupBy && a.collapsed == b.collapsed && a.operationsOf == b.operationsOf &&
           a.queuesAsNodes == b.queuesAsNodes && a.direction == b.direction;
}

class ControlsStep : public QUndoCommand {
public:
    ControlsStep(GraphPresenter& graph, GraphControls before, GraphControls after, const QString& what)
        : QUndoCommand(what), m_graph(graph), m_before(std::move(before)), m_after(std::move(after)) {}
    void undo() override { m_graph.apply(m_before); }
    void redo() override { m_graph.apply(m_after); }
    [[nodiscard]] int id() const override { return static_cast<int>(qHash(text()) & 0x7fffffff); }
    bool mergeWith(const QUndoCommand* next) override {
        if (next->text() != text()) return false;
        m_after = static_cast<const ControlsStep*>(next)->m_after;
        return true;
    }

private:
    GraphPresenter& m_graph;
    GraphControls m_before, m_after;
};

} // namespace

GraphPresenter::GraphPresenter(GraphView& view, SelectionModel& selection,
                               std::shared_ptr<const LayoutEngine> engine, QUndoStack& undo, QObject* parent)
    : QObject(parent), m_view(view), m_selection(selection), m_engine(std::move(engine)), m_undo(undo) {
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfter);
    connect(&m_keep, &QTimer::timeout, this, &GraphPresenter::keepNow);
    connect(&selection, &SelectionModel::changed, this, &GraphPresenter::followSelection);
    connectView();
    connectBar();
}

GraphPresenter::~GraphPresenter() { keepNow(); }

void GraphPresenter::setMemory(GraphMemory memory) { m_memory = std::move(memory); }

void GraphPresenter::keepLater() { m_keep.start(); }

void GraphPresenter::keepNow() {
    m_keep.stop();
    if (!m_capture || m_controls == m_kept) return;
    m_kept = m_controls;
    m_memory.keep(m_capture->fingerprint(), m_kept);
}

void GraphPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    keepNow();
    m_capture = std::move(capture);
    m_subject.reset();
    m_shown.reset();
    m_base.reset();
    m_recorded.reset();
    m_recordedBase.reset();
    m_figures.reset();
    m_closer.reset();
    m_closerJobs.cancel();
    m_filter = m_chosen = {};
    m_controls = {};
    m_oneTrace = false;
    m_own = {};
    m_readable.reset();
    m_revealed.reset();
    m_layout.reset();
    m_jobs.cancel();
    m_subjectJobs.cancel();
    m_figureJobs.cancel();
    if (!m_capture) return;
    m_controls = m_kept = m_memory.controlsOf(m_capture->fingerprint());
    m_decided = m_controls.least != EdgeThresholds();
    m_recorded = std::shared_ptr<const ServiceGraph>(m_capture, &m_capture->graph());
    rebuild();
    emit controlsChanged();
}

void GraphPresenter::setFigures(std::shared_ptr<const ServiceGraph> figures) {
    m_recorded = std::move(figures);
    countFigures();
}

void GraphPresenter::setMeasure(LabelMeasure measure) {
    if (measure == m_measure) return;
    m_measure = measure;
    if (m_measure == LabelMeasure::CriticalPath) lookCloser();
    if (m_base) layOut(LayoutPatience::window); // cards are as wide as their figures
}

std::optional<TraceRow> GraphPresenter::trace() const {
    return m_oneTrace ? m_selection.now().trace : std::nullopt;
}

void GraphPresenter::setOneTrace(bool on) {
    if (on == m_oneTrace) return;
    m_oneTrace = on;
    if (m_capture) rebuild();
    emit controlsChanged();
}

void GraphPresenter::change(const GraphControls& controls, const QString& what) {
    if (controls != m_controls) m_undo.push(new ControlsStep(*this, m_controls, controls, what));
}

void GraphPresenter::apply(const GraphControls& controls) {
    if (controls == m_controls) return;
    const GraphControls before = std::exchange(m_controls, controls);
    if (before.least != m_controls.least) {
        m_decided = true;
        m_readable.reset();
        m_revealed.reset();
    }
    keepLater();
    emit controlsChanged();
    if (!m_capture) return;
    if (!isArrangedAlike(before, m_controls)) return rebuild();
    if (m_base) refilter();
}

void GraphPresenter::decide(const EdgeThresholds& least, const QString& what) {
    m_decided = true; // from now on the person decides
    m_readable.reset();
    m_revealed.reset();
    GraphControls next = m_controls;
    next.least = least;
    change(next, what);
    if (m_base) refilter(); // what was only hidden to be readable
}

void GraphPresenter::focusOn(NodeId recorded) {
    if (!m_subject) return;
    const auto shownNode = m_subject->shown(recorded);
    if (!shownNode) return;
    GraphControls next = m_controls;
    next.focus = GraphControls::Focus{m_subject->whole->nodes[shownNode->index()].node.label, {}};
    change(next, tr("focus"));
}

void GraphPresenter::activate(NodeId shownNode) {
    if (!m_shown) return;
    const std::string& label = m_shown->whole->nodes[shownNode.index()].node.label;
    GraphControls next = m_controls;
    const bool isGroup = stage().isGroup(shownNode);
    if (isGroup)
        std::erase(next.collapsed, m_shown->whole->nodes[shownNode.index()].node.name);
    else
        next.focus = GraphControls::Focus{label, {}};
    change(next, isGroup ? tr("expand %1").arg(QString::fromStdString(label)) : tr("focus"));
}

void GraphPresenter::clearFocus() {
    if (!m_controls.focus) return;
    GraphControls next = m_controls;
    next.focus.reset();
    change(next, tr("focus"));
    if (m_base) reveal(choice()); // it may have been found in the focus
}

GraphFilter GraphPresenter::wantedFilter() const {
    GraphFilter filter = filterOf(m_controls, *m_subject);
    // In a focus there is room for what was hidden because there was too much of it.
    if (m_readable && !filter.focus) {
        filter.least = m_readable->least;
        filter.spared = m_readable->spared;
    }
    if (m_revealed) {
        const auto place = std::lower_bound(filter.spared.begin(), filter.spared.end(), *m_revealed);
        if (place == filter.spared.end() || *place != *m_revealed) filter.spared.insert(place, *m_revealed);
    }
    return filter;
}

void GraphPresenter::reveal(const GraphChoice& chosen) {
    if (!m_base || m_shown != m_subject) return;
    std::optional<EdgeId> hidden;
    if (const auto* edge = std::get_if<EdgeId>(&chosen))
        hidden = edgeToSpare(*m_base, wantedFilter(), *edge);
    else if (const auto* node = std::get_if<NodeId>(&chosen))
        hidden = edgeToSpare(*m_base, wantedFilter(), *node);
    if (!hidden) return;
    m_revealed = hidden;
    refilter();
}

void GraphPresenter::refilter() {
    GraphFilter wanted = wantedFilter();
    m_chosen = filterOf(m_controls, *m_subject);
    if (wanted == m_filter) return show();
    m_filter = std::move(wanted);
    layOut(LayoutPatience::window);
}

GraphStage GraphPresenter::stage() const {
    GraphStage stage;
    stage.direction = m_controls.direction;
    if (!m_subject) return stage;
    stage.projection = m_subject->projection;
    stage.boxes = m_subject->boxes;
    stage.recorded = m_recordedBase ? m_recordedBase : m_recorded;
    return stage;
}

void GraphPresenter::layOut(std::chrono::milliseconds limit) {
    m_chosen = filterOf(m_controls, *m_subject);
    VisibleGraph visible = visibleGraph(*m_base, m_filter);
    LayoutRequest request =
        layoutRequestOf(*m_base, visible, m_measure, Fonts(m_view.font()), GraphPurpose::Screen, stage());
    m_jobs.run([capture = m_capture, engine = m_engine, request, limit](
                   const CancelToken& cancel) { return layoutOf(*capture, *engine, request, limit, cancel); },
               [this, visible = std::move(visible), request](Result<GraphLayout> layout) {
                   if (!layout) return m_view.setMessage(tr("This graph is too large to be drawn."));
                   m_visible = visible;
                   m_request = request;
                   m_layout = std::move(*layout);
                   show();
               });
}

/// With what was put elsewhere by hand.
MovedLayout GraphPresenter::movedLayout(std::vector<NodeId>& placed) const {
    std::vector<MovedNode> moved;
    const GraphControls::Places& places = m_controls.places();
    for (std::uint32_t i = 0; i < m_visible.nodes.size() && !places.empty(); ++i) {
        const auto place = places.find(m_subject->whole->nodes[m_visible.nodes[i].index()].node.label);
        if (place == places.end()) continue;
        moved.push_back({i, place->second});
        placed.push_back(m_visible.nodes[i]);
    }
    return withMovedNodes(*m_layout, m_request, moved);
}

void GraphPresenter::show() {
    const auto& figures = m_closer || m_measure == LabelMeasure::CriticalPath ? m_closer : m_figures;
    if (!m_layout || !figures) return;
    if (m_capture->figures().spans == 0) return m_view.setMessage(noSpansText(*m_capture));
    const auto& filter = m_selection.now().filter;
    if (filter && !trace() && filter->chosen->calls.count() == 0)
        return m_view.setMessage(tr("No call matches the filter."), tr("Clear filter"));
    m_shown = m_subject;
    GraphStage shownStage = stage();
    const MovedLayout moved = movedLayout(shownStage.placed);
    GraphScene scene = makeScene(figures, m_visible, moved.layout, m_measure, shownStage);
    scene.plainSize = QSizeF(m_layout->size.width, m_layout->size.height);
    scene.shift = QPointF(moved.shift.x, moved.shift.y);
    m_view.setScene(std::make_shared<const GraphScene>(std::move(scene)), m_filter);
    m_view.setSelection(choice());
    m_view.setControls(barState(), effectsOf(*m_base, m_filter));
}

void GraphPresenter::choose(const GraphChoice& chosen) {
    if (!m_shown) return;
    m_own = chosen;
    m_choosing = true;
    std::optional<NodeId> node;
    std::optional<EdgeId> edge;
    if (const auto* shownNode = std::get_if<NodeId>(&chosen)) node = m_shown->recorded(*shownNode);
    if (const auto* shownEdge = std::get_if<EdgeId>(&chosen)) edge = m_shown->recorded(*shownEdge);
    if (node)
        m_selection.selectNode(*node);
    else if (edge)
        m_selection.selectEdge(*edge);
    else
        m_selection.selectNothing();
    m_choosing = false;
    m_view.setSelection(choice());
}

GraphChoice GraphPresenter::shown(const Selection& selection) const {
    const GraphSubject* const subject = m_shown ? m_shown.get() : m_subject.get();
    if (!subject) return {};
    if (selection.edge) {
        const auto edge = subject->shown(*selection.edge);
        return edge ? GraphChoice(*edge) : GraphChoice();
    }
    if (selection.node) {
        const auto node = subject->shown(*selection.node);
        return node ? GraphChoice(*node) : GraphChoice();
    }
    return {};
}

GraphChoice GraphPresenter::choice() const {
    return std::holds_alternative<std::monostate>(m_own) ? shown(m_selection.now()) : m_own;
}

void GraphPresenter::followSelection(const Selection& now, const Selection& before) {
    if (!m_choosing && (now.node != before.node || now.edge != before.edge)) m_own = {};
    if (m_oneTrace && now.trace != before.trace && m_capture) {
        rebuild();
        emit controlsChanged();
    }
    if (m_choosing) return;
    reveal(choice());
    m_view.setSelection(choice());
}

} // namespace hallway
