// What the graph view shows: which graph, which part of it, laid out in the background, with the figures of
// the subset.
#pragma once

#include "graph/GraphView.h"
#include "gui/GraphMemory.h"
#include "items/JobRunner.h"
#include "items/SelectionModel.h"
#include "layout/LayoutEngine.h"
#include "layout/MovedNodes.h"
#include "session/Capture.h"
#include "session/GraphSubject.h"

#include <QTimer>

#include <chrono>
#include <memory>

class QUndoStack;

namespace hallway {

/// Between capture, figures, selection and the view. The layout follows the whole capture (or the one trace
/// that is asked for), so the picture stays still while a range moves. What the person does to the graph is
/// one value, GraphControls: it can be undone and is kept for the next start. GUI thread.
///
/// The view's ids are those of the subject shown; selection and signals of this class speak of the recorded
/// ones.
class GraphPresenter : public QObject {
    Q_OBJECT

public:
    /// `undo` must outlive it.
    GraphPresenter(GraphView& view, SelectionModel& selection, std::shared_ptr<const LayoutEngine> engine,
                   QUndoStack& undo, QObject* parent = nullptr);
    ~GraphPresenter() override;

    void setMemory(GraphMemory memory);                      ///< before the first capture
    void setCapture(std::shared_ptr<const Capture> capture); ///< null: nothing is open
    /// Figures of the recorded graph of the same capture, for the subset of the selection.
    void setFigures(std::shared_ptr<const ServiceGraph> figures);
    void setMeasure(LabelMeasure measure);

    void focusOn(NodeId recorded); ///< only what is near it
    void clearFocus();             ///< all services again

    [[nodiscard]] const GraphControls& controls() const { return m_controls; }
    /// One step that can be undone, by this name; steps of one name that follow each other are one.
    void change(const GraphControls& controls, const QString& what);
    void apply(const GraphControls& controls); ///< without a step

    /// Figures and layout of the selected trace alone, and of those selected later.
    void setOneTrace(bool on);
    [[nodiscard]] bool isOneTrace() const { return m_oneTrace; }
    [[nodiscard]] std::optional<TraceRow> trace() const; ///< the one that is shown alone

    [[nodiscard]] const std::shared_ptr<const Capture>& capture() const { return m_capture; }
    [[nodiscard]] const Node& recordedNode(NodeId node) const {
        return m_capture->calls().nodes[node.index()];
    }
    [[nodiscard]] const std::shared_ptr<const GraphSubject>& subject() const { return m_subject; }
    /// What decides what is drawn: figures of all calls, or of the one trace.
    [[nodiscard]] const std::shared_ptr<const ServiceGraph>& base() const { return m_base; }
    /// What is selected in the view, in its ids; also groups and parts of services, which nobody else knows.
    [[nodiscard]] GraphChoice choice() const;
    [[nodiscard]] GraphStage stage() const; ///< of what is shown

    [[nodiscard]] const GraphFilter& filter() const { return m_filter; } ///< of what is shown
    /// Of it what the person chose, without what only keeps a large graph readable.
    [[nodiscard]] const GraphFilter& chosenFilter() const { return m_chosen; }
    [[nodiscard]] LabelMeasure measure() const { return m_measure; }
    [[nodiscard]] bool isBusy() const {
        return m_subjectJobs.isBusy() || m_jobs.isBusy() || m_figureJobs.isBusy() || m_closerJobs.isBusy();
    }

signals:
    void measureChosen(hallway::LabelMeasure measure); ///< in the view's own menu
    void controlsChanged();

private:
    void connectView();
    void connectBar();
    void followSelection(const Selection& now, const Selection& before);
    void choose(const GraphChoice& choice);
    void rebuild(); ///< another subject, or another base
    struct Built {
        std::shared_ptr<const GraphSubject> subject;
        std::shared_ptr<const ServiceGraph> base, recordedBase;
    };
    [[nodiscard]] static Result<Built> build(const std::shared_ptr<const Capture>& capture,
                                             const GraphControls& controls, const GraphSubject* before,
                                             std::optional<TraceRow> trace, const CancelToken& cancel);
    void take(Built built);
    void countFigures();
    void lookCloser(); ///< for calls that repeat, and the critical path if it is the measure; then show()
    [[nodiscard]] GraphFilter wantedFilter() const;
    void refilter();
    void decide(const EdgeThresholds& least, const QString& what);
    void activate(NodeId shown);
    void reveal(const GraphChoice& choice); ///< if it is hidden for its few calls
    void layOut(std::chrono::milliseconds limit);
    void show();
    [[nodiscard]] GraphBarState barState() const;
    [[nodiscard]] GraphChoice shown(const Selection& selection) const;
    [[nodiscard]] MovedLayout movedLayout(std::vector<NodeId>& placed) const;
    void keepLater();
    void keepNow();

    GraphView& m_view;
    SelectionModel& m_selection;
    std::shared_ptr<const LayoutEngine> m_engine;
    QUndoStack& m_undo;
    GraphMemory m_memory;
    std::shared_ptr<const Capture> m_capture;
    GraphControls m_controls;
    GraphControls m_kept; ///< of them, in the memory
    bool m_oneTrace = false;
    std::shared_ptr<const GraphSubject> m_subject;  ///< being laid out, or shown
    std::shared_ptr<const GraphSubject> m_shown;    ///< whose ids the view has
    std::shared_ptr<const ServiceGraph> m_base;     ///< decides what is drawn: all calls, or those of a trace
    std::shared_ptr<const ServiceGraph> m_recorded; ///< figures of the subset, by recorded ids
    std::shared_ptr<const ServiceGraph> m_recordedBase; ///< of the trace that is shown alone; else null
    std::shared_ptr<const ServiceGraph> m_figures;      ///< by the ids of the subject; null: not yet there
    std::shared_ptr<const ServiceGraph> m_closer;       ///< the same with what lookCloser() finds; or null
    GraphChoice m_own; ///< chosen in the view, if the selection cannot tell it
    bool m_choosing = false;
    GraphFilter m_filter;
    GraphFilter m_chosen;
    std::optional<GraphFilter> m_readable; ///< of the whole of a large graph, until the person chooses
    bool m_decided = false;                ///< the person has: about thresholds
    std::optional<EdgeId> m_revealed;      ///< the last hidden one that was wanted
    LabelMeasure m_measure = LabelMeasure::P99;
    VisibleGraph m_visible; ///< what m_layout places
    LayoutRequest m_request;
    std::optional<GraphLayout> m_layout; ///< nothing until the first one is there
    JobRunner m_subjectJobs, m_jobs, m_figureJobs, m_closerJobs;
    QTimer m_keep;
};

} // namespace hallway
