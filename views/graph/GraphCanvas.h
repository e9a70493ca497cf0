// The graph on screen: paints it, moves over it, and reports what the person chose. It holds no truth:
// selection and scene are given to it.
#pragma once

#include "common/AccessibleParts.h"
#include "graph/GraphMinimap.h"
#include "graph/GraphPainter.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <memory>

namespace hallway {

/// What is selected, by ids that outlive a scene.
using GraphChoice = std::variant<std::monostate, NodeId, EdgeId>;

class GraphCanvas : public QWidget, public AccessibleParts {
    Q_OBJECT
public:
    explicit GraphCanvas(QWidget* parent = nullptr);
    ~GraphCanvas() override;

    /// Null = nothing to show. Keeps what the person looks at if the size of the layout is the same, or else
    /// fits.
    void setScene(std::shared_ptr<const GraphScene> scene, std::optional<NodeId> focusRoot = std::nullopt);
    void setTheme(const Theme& theme);
    void setMotion(bool on); ///< off: nothing is animated
    /// Emits nothing.
    void setSelection(const GraphChoice& choice);

    /// What a search found: lit, while nothing is pointed at. Empty vectors: nothing was sought.
    void setFound(Neighbourhood found);

    void fitAll();
    void frameSelection();          ///< or everything, if there is no selection or it is framed already
    void togglePlace();             ///< P: the selected card stays where it is, or not
    void zoomBy(double factor);     ///< about the middle
    void stepFailing(bool forward); ///< selects the next degraded or failing edge by pain, and reports it

    [[nodiscard]] const std::shared_ptr<const GraphScene>& scene() const { return m_scene; } ///< null: none
    [[nodiscard]] const GraphViewport& viewport() const { return m_view; }
    [[nodiscard]] GraphChoice selection() const { return m_choice; }
    [[nodiscard]] GraphHit selectedHit() const { return m_selected; }
    void chooseHit(const GraphHit& hit) { choose(hit); } ///< as by a click: it is reported
    /// Until it has rested for a moment: no new labels, and where the last smooth frame took long, no smooth
    /// lines.
    [[nodiscard]] bool isMoving() const { return m_moving; }
    [[nodiscard]] const std::vector<PlacedLabel>& labels() const { return m_labels; }
    [[nodiscard]] int partCount() const override;
    [[nodiscard]] AccessiblePart part(int index) const override; ///< nodes, then edges
    [[nodiscard]] std::optional<int> chosenPart() const override;
    void choosePart(int index) override;
    [[nodiscard]] QSize sizeHint() const override { return {640, 400}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 120}; }

signals:
    void nodeSelected(hallway::NodeId node);
    void edgeSelected(hallway::EdgeId edge);
    void selectionCleared();
    void edgeActivated(hallway::EdgeId edge); ///< double click or Enter
    void nodeActivated(hallway::NodeId node); ///< double click or Enter: its surroundings are wanted
    void escapeLeft();                        ///< Esc without a selection: out of the focus
    void zoomChanged(double zoom);
    void nodeMoved(hallway::NodeId node, const QPointF& centre);    ///< dragged to, px of the layout
    void placeToggled(hallway::NodeId node, const QPointF& centre); ///< P: it shall stay there, or not
    void boxActivated(std::uint32_t box); ///< its title was clicked; index into GraphStage::boxes
    void menuRequested(const hallway::GraphChoice& on, const QPoint& globalPosition);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF graphArea() const; ///< without the legend strip
    [[nodiscard]] GraphHit hitAt(QPointF at) const;
    [[nodiscard]] GraphHit hitOf(const GraphChoice& choice) const;
    [[nodiscard]] GraphChoice choiceOf(const GraphHit& hit) const;
    void choose(const GraphHit& hit); ///< selects, reports, and brings it into view
    void activate(const GraphHit& hit);
    void hover(const GraphHit& hit);
    void look(const GraphViewport& view);          ///< at once
    [[nodiscard]] GraphViewport wholeView() const; ///< there is a scene
    void flyTo(const GraphViewport& view);         ///< in 140 ms
    void reveal(const GraphHit& hit);
    void placeLabelsNow();
    void moveSelection(Direction direction);
    bool pressedMoveKey(const QKeyEvent& event);
    void paintStrip(QPainter& painter) const;
    [[nodiscard]] std::optional<GraphMinimap> minimap() const;
    void lookAtMinimap(QPointF at);
    void dragNode(QPointF to);
    void dropNode();
    [[nodiscard]] QPointF placeOf(std::uint32_t node) const; ///< px of the layout
    [[nodiscard]] const GraphScene& drawn() const { return m_dragging ? *m_dragging : *m_scene; }

    std::shared_ptr<const GraphScene> m_scene;
    std::optional<NodeId> m_focusRoot;
    Theme m_theme;
    Fonts m_fonts;
    GraphViewport m_view;
    GraphChoice m_choice;
    GraphHit m_selected, m_hovered;
    std::vector<PlacedLabel> m_labels; ///< keep their places while the view moves
    std::optional<PlacedLabel> m_hoverLabel;
    std::size_t m_labelsWanted = 0;
    QVariantAnimation m_flight, m_dimming;
    GraphViewport m_from, m_to;
    QTimer m_settled; ///< some time after the last movement: labels find new places, lines are smooth again
    Neighbourhood m_found;
    std::optional<QPointF> m_dragFrom;
    std::optional<std::uint32_t> m_draggedNode; ///< pressed on; it moves once the pointer has
    QPointF m_grip;                             ///< from its centre to the pointer, px of the scene
    std::optional<GraphScene> m_dragging;       ///< while it moves
    bool m_onMinimap = false;
    bool m_dragged = false;
    bool m_fitted = true; ///< the whole graph is in view and stays so when the size changes
    bool m_motion = true;
    bool m_moving = false;
    bool m_slow = false; ///< painting takes long: lines are not smoothed while moving
    bool m_focusByKeyboard = false;
};

} // namespace hallway
