// The service graph panel: head with counts and controls, the graph, and the sentence that explains an empty
// one.
#pragma once

#include "graph/GraphCanvas.h"

class QSpinBox;
class QStackedLayout;
class QToolButton;

namespace hallway {

class EmptyState;
class PanelHead;

/// Shows what it is given and reports what the person did; whoever owns the filter, the measure and the
/// selection answers with a new scene. Keys: look.md section 10.
class GraphView : public QWidget {
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    /// `filter` is the one that made the scene: the head shows its threshold and its focus. Emits nothing.
    void setScene(std::shared_ptr<const GraphScene> scene, const GraphFilter& filter);
    /// Instead of a graph: one sentence and at most one button.
    void setMessage(const QString& sentence, const QString& button = {});
    /// Emits nothing.
    void setSelection(const GraphChoice& choice);
    void setTheme(const Theme& theme);
    void setMotion(bool on);
    void setMeasureControlVisible(bool visible); ///< off where the window has one of its own

    [[nodiscard]] GraphCanvas& canvas() { return *m_canvas; }
    [[nodiscard]] PanelHead& head() { return *m_head; }

signals:
    void nodeSelected(hallway::NodeId node);
    void edgeSelected(hallway::EdgeId edge);
    void selectionCleared();
    void edgeActivated(hallway::EdgeId edge);
    void focusChosen(hallway::NodeId node); ///< a node was double-clicked: show its surroundings only
    void focusCleared();
    void measureChosen(hallway::LabelMeasure measure);
    void minCallsChosen(std::uint64_t calls);
    void layoutRetried(); ///< the simplified layout is not good enough: one without time limit is wanted
    void messageButtonClicked();
    void menuRequested(const hallway::GraphChoice& on, const QPoint& globalPosition);

private:
    void buildControls();
    void updateHead();

    std::shared_ptr<const GraphScene> m_scene;
    GraphFilter m_filter;
    PanelHead* m_head;
    GraphCanvas* m_canvas;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
    QToolButton* m_measure;
    QToolButton* m_unfocus;
    QToolButton* m_retry;
    QSpinBox* m_minCalls;
    QToolButton* m_zoom;
};

} // namespace hallway
