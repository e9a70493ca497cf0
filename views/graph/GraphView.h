// The service graph panel: head with counts and controls, the graph, and the sentence that explains an empty
// one.
#pragma once

#include "graph/GraphBar.h"
#include "graph/GraphCanvas.h"
#include "graph/GraphSearch.h"
#include "graph/GraphSearchBar.h"
#include "graph/GraphThresholds.h"

class QMenu;
class QSpinBox;
class QStackedLayout;
class QToolButton;

namespace hallway {

class EmptyState;
class MenuButton;
class PanelHead;

/// Shows what it is given and reports what the person did; whoever owns the filter, the measure and the
/// selection answers with a new scene. Keys: look.md section 10.
class GraphView : public QWidget {
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    /// `filter` is the one that made the scene: the head shows its threshold and its focus. Emits nothing.
    /// What was sought before is sought again.
    void setScene(std::shared_ptr<const GraphScene> scene, const GraphFilter& filter);
    /// Instead of a graph: one sentence and at most one button.
    void setMessage(const QString& sentence, const QString& button = {});
    /// What the bar above the graph says, and the sliders.
    void setControls(const GraphBarState& bar, const ThresholdEffects& effects);
    /// The search field; closing it forgets what was found.
    void openSearch();
    void toggleThresholds();
    /// Emits nothing.
    void setSelection(const GraphChoice& choice);
    void setTheme(const Theme& theme);
    void setMotion(bool on);
    void setMeasureControlVisible(bool visible); ///< off where the window has one of its own

    [[nodiscard]] GraphCanvas& canvas() { return *m_canvas; }
    [[nodiscard]] PanelHead& head() { return *m_head; }
    [[nodiscard]] GraphBar& bar() { return *m_bar; }
    [[nodiscard]] GraphSearchBar& search() { return *m_search; }
    [[nodiscard]] GraphThresholds& thresholds() { return *m_thresholds; }
    /// Under the button at the right end of the head; its owner fills it.
    [[nodiscard]] QMenu& menu() { return *m_menu; }

signals:
    void nodeSelected(hallway::NodeId node);
    void edgeSelected(hallway::EdgeId edge);
    void selectionCleared();
    void edgeActivated(hallway::EdgeId edge);
    void focusChosen(hallway::NodeId node); ///< a node was double-clicked: show its surroundings only
    void focusCleared();
    void measureChosen(hallway::LabelMeasure measure);
    void hideWanted(const QString& expression);
    void minCallsChosen(std::uint64_t calls);
    void layoutRetried(); ///< the simplified layout is not good enough: one without time limit is wanted
    void messageButtonClicked();
    void menuRequested(const hallway::GraphChoice& on, const QPoint& globalPosition);

private:
    void buildControls();
    void updateHead();
    void seek(const QString& text);
    void stepFound(bool forward);
    [[nodiscard]] std::optional<std::size_t> currentFound() const;

    std::shared_ptr<const GraphScene> m_scene;
    GraphFilter m_filter;
    PanelHead* m_head;
    GraphCanvas* m_canvas;
    EmptyState* m_empty;
    GraphBar* m_bar;
    GraphSearchBar* m_search;
    GraphThresholds* m_thresholds;
    GraphFound m_found;
    QMenu* m_menu;
    MenuButton* m_more;
    QStackedLayout* m_stack;
    QToolButton* m_measure;
    QToolButton* m_unfocus;
    QToolButton* m_retry;
    QSpinBox* m_minCalls;
    QToolButton* m_zoom;
};

} // namespace hallway
