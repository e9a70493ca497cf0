// What the graph view shows: which part of the graph, laid out in the background, with the figures of the
// range.
#pragma once

#include "graph/GraphView.h"
#include "items/JobRunner.h"
#include "items/SelectionModel.h"
#include "layout/LayoutEngine.h"
#include "session/Capture.h"

#include <chrono>
#include <memory>

namespace hallway {

/// Between capture, figures, selection and the view. The layout follows the whole capture, so the picture
/// stays still while a range moves. GUI thread.
class GraphPresenter : public QObject {
    Q_OBJECT

public:
    GraphPresenter(GraphView& view, SelectionModel& selection, std::shared_ptr<const LayoutEngine> engine,
                   QObject* parent = nullptr);

    void setCapture(std::shared_ptr<const Capture> capture); ///< null: nothing is open
    /// Figures of the same capture.
    void setFigures(std::shared_ptr<const ServiceGraph> figures);
    void setMeasure(LabelMeasure measure);

    void focusOn(NodeId node); ///< only what is near it
    void clearFocus();         ///< all services again

    [[nodiscard]] const GraphFilter& filter() const { return m_filter; } ///< of what is shown
    /// Of it what the person chose, without what only keeps a large graph readable.
    [[nodiscard]] const GraphFilter& chosenFilter() const { return m_chosen; }
    [[nodiscard]] LabelMeasure measure() const { return m_measure; }
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

signals:
    void measureChosen(hallway::LabelMeasure measure); ///< in the view's own menu

private:
    [[nodiscard]] GraphFilter wantedFilter() const;
    void refilter();
    void reveal(const GraphChoice& choice); ///< if it is hidden for its few calls
    void layOut(std::chrono::milliseconds limit);
    void show();

    GraphView& m_view;
    SelectionModel& m_selection;
    std::shared_ptr<const LayoutEngine> m_engine;
    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const ServiceGraph> m_figures;
    GraphFilter m_filter;
    GraphFilter m_chosen;
    std::optional<GraphFilter> m_readable; ///< of the whole of a large graph, until the person chooses
    std::optional<EdgeId> m_revealed;      ///< the last hidden one that was wanted
    LabelMeasure m_measure = LabelMeasure::P99;
    VisibleGraph m_visible;              ///< what m_layout places
    std::optional<GraphLayout> m_layout; ///< nothing until the first one is there
    JobRunner m_jobs;
};

} // namespace hallway
