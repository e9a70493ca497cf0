// What mouse and keyboard do to the graph.
#include "graph/GraphCanvas.h"

#include "common/PhysicalKey.h"
#include "graph/GraphTooltip.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hallway {

namespace {

constexpr double zoomPerNotch = 1.2;
constexpr double notch = 120;    // of QWheelEvent::angleDelta
constexpr double panStep = 0.12; // of the view's width

} // namespace

bool GraphCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_scene) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const GraphHit hit = hitAt(help->pos());
        QString text;
        if (const auto* node = std::get_if<NodeHit>(&hit))
            text = nodeTooltip(*m_scene, m_scene->nodes[node->node]);
        if (const auto* edge = std::get_if<EdgeHit>(&hit))
            text = edgeTooltip(*m_scene, m_scene->edges[edge->edge]);
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::FontChange) {
        m_fonts = Fonts(font());
        placeLabelsNow();
        update();
    }
    return QWidget::event(event);
}

void GraphCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (!m_scene) return;
    if (m_fitted) {
        m_flight.stop();
        look(fitted({QPointF(), m_scene->size}, graphArea(), 1.5));
    }
    placeLabelsNow();
}

void GraphCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    m_flight.stop();
    m_dragFrom = event->position();
    m_dragged = false;
    if (!m_scene || event->button() != Qt::LeftButton) return;
    if (const auto map = minimap(); map && map->frame.contains(event->position())) {
        m_onMinimap = true;
        return lookAtMinimap(event->position());
    }
    const GraphHit hit = hitAt(event->position());
    if (const auto* const node = std::get_if<NodeHit>(&hit)) {
        m_draggedNode = node->node;
        m_grip = m_view.toScene(event->position()) - m_scene->nodes[node->node].card.center();
    }
}

void GraphCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!m_scene) return;
    if (!m_dragFrom) return hover(hitAt(event->position()));
    if (m_onMinimap) return lookAtMinimap(event->position());
    const QPointF delta = event->position() - *m_dragFrom;
    if (!m_dragged && delta.manhattanLength() < QApplication::startDragDistance()) return;
    m_dragged = true;
    m_fitted = false;
    hover({});
    if (m_draggedNode) {
        setCursor(Qt::SizeAllCursor);
        return dragNode(event->position());
    }
    setCursor(Qt::ClosedHandCursor);
    look(m_view.movedBy(delta));
    m_dragFrom = event->position();
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const bool clicked = m_dragFrom && !m_dragged && event->button() == Qt::LeftButton;
    const bool moved = m_draggedNode && m_dragged;
    m_dragFrom.reset();
    m_dragged = false;
    if (std::exchange(m_onMinimap, false) || !m_scene) return;
    if (moved) return dropNode();
    m_draggedNode.reset();
    if (clicked)
        if (const auto box = boxTitleAt(*m_scene, m_view, event->position(), m_fonts))
            return emit boxActivated(m_scene->boxes[*box].box);
    const GraphHit hit = hitAt(event->position());
    if (clicked) choose(hit);
    setCursor(std::holds_alternative<std::monostate>(hit) ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_scene && event->button() == Qt::LeftButton) activate(hitAt(event->position()));
}

void GraphCanvas::wheelEvent(QWheelEvent* event) {
    if (!m_scene) return;
    event->accept();
    m_flight.stop();
    m_fitted = false;
    const QPoint angle = event->angleDelta();
    // Sideways, or with Shift, the wheel pans; trackpads tell pixels.
    if (event->modifiers().testFlag(Qt::ShiftModifier) || (angle.y() == 0 && angle.x() != 0)) {
        const QPointF pixels =
            event->pixelDelta().isNull() ? QPointF(angle) / 2 : QPointF(event->pixelDelta());
        return look(m_view.movedBy(angle.x() != 0 ? pixels : QPointF(pixels.y(), 0)));
    }
    look(m_view.zoomedAt(event->position(), std::pow(zoomPerNotch, angle.y() / notch)));
}

bool GraphCanvas::pressedMoveKey(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
    const double step = graphArea().width() * panStep;
    GraphViewport wanted = m_flight.state() == QAbstractAnimation::Running ? m_to : m_view;
    switch (physicalKey(event)) {
    case Qt::Key_W:
        wanted = wanted.zoomedAt(graphArea().center(), zoomPerNotch);
        break;
    case Qt::Key_S:
        wanted = wanted.zoomedAt(graphArea().center(), 1 / zoomPerNotch);
        break;
    case Qt::Key_A:
        wanted = wanted.movedBy({step, 0});
        break;
    case Qt::Key_D:
        wanted = wanted.movedBy({-step, 0});
        break;
    default:
        return false;
    }
    m_fitted = false;
    flyTo(wanted);
    return true;
}

void GraphCanvas::moveSelection(Direction direction) {
    if (m_scene->nodes.empty()) return;
    if (const auto* node = std::get_if<NodeHit>(&m_selected)) {
        if (const auto next = neighbour(*m_scene, node->node, direction)) choose(NodeHit{*next});
        return;
    }
    if (const auto* selected = std::get_if<EdgeHit>(&m_selected)) {
        const SceneEdge& edge = m_scene->edges[selected->edge];
        if (direction == Direction::Left) return choose(NodeHit{edge.tail});
        if (direction == Direction::Right) return choose(NodeHit{edge.head});
        // Up and down walk the edges that leave the same caller, by the height of their middle.
        const bool up = direction == Direction::Up;
        const double from = edge.samples[SceneEdge::sampleCount / 2].y();
        std::optional<std::uint32_t> best;
        double least = 0;
        for (std::uint32_t i = 0; i < m_scene->edges.size(); ++i) {
            const SceneEdge& other = m_scene->edges[i];
            const double distance = (other.samples[SceneEdge::sampleCount / 2].y() - from) * (up ? -1 : 1);
            if (i == selected->edge || other.tail != edge.tail || distance <= 0) continue;
            if (best && distance >= least) continue;
            best = i;
            least = distance;
        }
        if (best) choose(EdgeHit{*best});
        return;
    }
    // Nothing selected: begin where the requests come in.
    const auto leftmost = std::min_element(
        m_scene->nodes.begin(), m_scene->nodes.end(),
        [](const SceneNode& a, const SceneNode& b) { return a.card.left() < b.card.left(); });
    choose(NodeHit{static_cast<std::uint32_t>(leftmost - m_scene->nodes.begin())});
}

void GraphCanvas::keyPressEvent(QKeyEvent* event) {
    if (!m_scene || pressedMoveKey(*event)) return;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_F:
        return frameSelection();
    case Qt::Key_E:
        return stepFailing(!event->modifiers().testFlag(Qt::ShiftModifier));
    case Qt::Key_P:
        return togglePlace();
    case Qt::Key_Plus:
        return zoomBy(zoomPerNotch);
    case Qt::Key_Minus:
        return zoomBy(1 / zoomPerNotch);
    case Qt::Key_Left:
        return moveSelection(Direction::Left);
    case Qt::Key_Right:
        return moveSelection(Direction::Right);
    case Qt::Key_Up:
        return moveSelection(Direction::Up);
    case Qt::Key_Down:
        return moveSelection(Direction::Down);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate(m_selected);
    case Qt::Key_Escape:
        if (m_dragging) { // it goes back to where it was
            m_dragging.reset();
            m_draggedNode.reset();
            m_dragFrom.reset();
            placeLabelsNow();
            return update();
        }
        if (!std::holds_alternative<std::monostate>(m_choice)) return choose({});
        emit escapeLeft();
        return QWidget::keyPressEvent(event);
    default:
        QWidget::keyPressEvent(event);
    }
}

void GraphCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_scene) return;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const GraphHit hit = byKey ? m_selected : hitAt(event->pos());
    if (!byKey && !std::holds_alternative<std::monostate>(hit)) choose(hit);
    emit menuRequested(choiceOf(hit), event->globalPos());
}

void GraphCanvas::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    hover({});
}

void GraphCanvas::focusInEvent(QFocusEvent* event) {
    m_focusByKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                        event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void GraphCanvas::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace hallway
