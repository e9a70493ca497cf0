// Mouse and keys of the waterfall.
#include "common/PhysicalKey.h"
#include "waterfall/WaterfallCanvas.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace hallway {

WaterfallCanvas::Grip WaterfallCanvas::gripAt(QPointF position) const {
    const WaterfallGeometry& geometry = m_state.geometry();
    if (m_state.trace() == nullptr) {
        return Grip::None;
    }
    if (std::abs(position.x() - geometry.timeLeft()) <= 3) {
        return Grip::Splitter;
    }
    if (position.x() < geometry.timeLeft()) {
        return Grip::None;
    }
    if (geometry.minimapRect().contains(position)) {
        const QRectF frame = geometry.viewportFrame(whole());
        if (std::abs(position.x() - frame.left()) <= 5) {
            return Grip::MinimapFrom;
        }
        return std::abs(position.x() - frame.right()) <= 5 ? Grip::MinimapTo : Grip::MinimapFrame;
    }
    return Grip::Time;
}

bool WaterfallCanvas::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        hover(std::nullopt);
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showTip(help->globalPos(), help->pos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void WaterfallCanvas::hover(std::optional<QPointF> position) {
    m_pointer = position;
    const auto row =
        position && m_state.trace() != nullptr ? m_state.geometry().rowAt(*position) : std::nullopt;
    if (row != m_hovered) {
        m_hovered = row;
        viewport()->update();
    }
    std::optional<Timestamp> time;
    if (position && m_state.trace() != nullptr && position->x() >= m_state.geometry().timeLeft()) {
        time = m_state.trace()->start + m_state.geometry().scale().timeAt(position->x());
    }
    emit timePointed(time);
    const Grip grip = position ? gripAt(*position) : Grip::None;
    const bool sideways = grip == Grip::Splitter || grip == Grip::MinimapFrom || grip == Grip::MinimapTo;
    viewport()->setCursor(sideways ? Qt::SplitHCursor : Qt::ArrowCursor);
}

void WaterfallCanvas::mousePressEvent(QMouseEvent* event) {
    m_focusByKeyboard = false;
    if (event->button() != Qt::LeftButton || m_state.trace() == nullptr) {
        return;
    }
    const WaterfallGeometry& geometry = m_state.geometry();
    m_animation.stop();
    m_drag = {gripAt(event->position()), event->position(), geometry.window, geometry.scroll, false};
    if (m_drag.grip == Grip::MinimapFrame && !geometry.viewportFrame(whole()).contains(event->position())) {
        const Duration at = geometry.minimapScale(whole()).timeAt(event->position().x());
        const Duration middle = geometry.window.from + geometry.window.length() / 2;
        showWindow(panned(geometry.window, at - middle, whole()), false);
        m_drag.window = m_state.geometry().window;
    }
    const auto row = geometry.rowAt(event->position());
    if (!row || m_drag.grip == Grip::Splitter) {
        return;
    }
    const WaterfallRow& shown = m_state.rows().rows[*row];
    const WaterfallSpan& span = m_state.trace()->spans[shown.span];
    const QRectF box = geometry.toggleBox(*row, span.depth).adjusted(-3, -4, 3, 4);
    const auto before = m_state.selected();
    if ((span.childCount > 0 || shown.isFold()) && box.contains(event->position())) {
        m_state.toggle(*row);
    } else {
        m_state.select(shown.span);
    }
    selectionChanged(before);
}

void WaterfallCanvas::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) != 0 && m_drag.grip != Grip::None) {
        const QPointF way = event->position() - m_drag.from;
        m_drag.moved = m_drag.moved || way.manhattanLength() >= QApplication::startDragDistance() ||
                       m_drag.grip != Grip::Time;
        if (m_drag.moved) {
            dragTo(event->position());
        }
    }
    hover(event->position());
}

void WaterfallCanvas::dragTo(QPointF position) {
    const WaterfallGeometry& geometry = m_state.geometry();
    const double byPx = position.x() - m_drag.from.x();
    if (m_drag.grip == Grip::Splitter) {
        m_state.setTreeWidth(position.x() - geometry.area.left());
        layOut();
        return;
    }
    if (m_drag.grip == Grip::Time) { // the time under the pointer stays under it
        TimeScale scale = geometry.scale();
        scale.window = m_drag.window;
        m_state.setScroll(m_drag.scroll - (position.y() - m_drag.from.y()));
        showWindow(panned(m_drag.window, scale.timeAt(scale.left) - scale.timeAt(scale.left + byPx), whole()),
                   false);
        changed();
        return;
    }
    const TimeScale all = geometry.minimapScale(whole());
    const Duration by = all.timeAt(all.left + byPx) - all.timeAt(all.left);
    const Duration least = std::min(Duration(100), wholeOf(whole()).to);
    TimeWindow window = m_drag.window;
    if (m_drag.grip == Grip::MinimapFrame) {
        window = panned(window, by, whole());
    } else if (m_drag.grip == Grip::MinimapFrom) {
        window.from = std::clamp(window.from + by, Duration(0), window.to - least);
    } else {
        window.to = std::clamp(window.to + by, window.from + least, wholeOf(whole()).to);
    }
    showWindow(window, false);
}

void WaterfallCanvas::mouseReleaseEvent(QMouseEvent*) { m_drag = {}; }

void WaterfallCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto row = m_state.trace() == nullptr ? std::nullopt : m_state.geometry().rowAt(event->position());
    if (event->button() != Qt::LeftButton || !row || gripAt(event->position()) == Grip::Splitter) {
        return;
    }
    const TimeWindow window = m_state.windowOf(*row);
    showWindow(window == m_state.geometry().window ? wholeOf(whole()) : window, true);
}

void WaterfallCanvas::wheelEvent(QWheelEvent* event) {
    if (m_state.trace() == nullptr) {
        return;
    }
    const QPoint way = event->angleDelta();
    const double x = event->position().x();
    const bool overTime = x >= m_state.geometry().timeLeft();
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        const double factor = std::pow(1.25, static_cast<double>(way.y()) / 120);
        const double anchorX = overTime ? x : m_state.geometry().scale().left;
        zoomBy(factor, m_state.geometry().scale().timeAt(anchorX), false);
    } else if ((event->modifiers() & Qt::ShiftModifier) != 0 || std::abs(way.x()) > std::abs(way.y())) {
        const int turned =
            way.x() != 0 ? way.x() : way.y(); // Shift turns the wheel sideways on some systems only
        const Duration by(
            std::llround(static_cast<double>(m_state.geometry().window.length().count()) * -turned / 1200));
        showWindow(panned(m_state.geometry().window, by, whole()), false);
    } else {
        QCoreApplication::sendEvent(verticalScrollBar(), event);
    }
    event->accept();
}

void WaterfallCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (m_state.trace() == nullptr) {
        return;
    }
    const auto row = event->reason() == QContextMenuEvent::Mouse ? m_state.geometry().rowAt(event->pos())
                                                                 : m_state.selectedRow();
    QMenu menu(this);
    if (row) {
        const SpanRow span = m_state.trace()->spans[m_state.rows().rows[*row].span].row;
        const std::pair<QString, SpanCopy> copies[] = {{tr("Copy Span Id"), SpanCopy::IdOfSpan},
                                                       {tr("Copy Trace Id"), SpanCopy::IdOfTrace},
                                                       {tr("Copy Operation"), SpanCopy::Name},
                                                       {tr("Copy Duration"), SpanCopy::Length}};
        for (const auto& copy : copies) {
            menu.addAction(copy.first, this,
                           [this, span, what = copy.second] { emit copyRequested(span, what); });
        }
        menu.addSeparator();
        menu.addAction(tr("Zoom to Span"), this,
                       [this, at = *row] { showWindow(m_state.windowOf(at), true); });
    }
    menu.addAction(tr("Show Whole Trace"), this, [this] { showWindow(wholeOf(whole()), true); });
    menu.addSeparator();
    menu.addAction(tr("Export Picture…"), this, &WaterfallCanvas::exportRequested);
    menu.exec(event->globalPos());
}

void WaterfallCanvas::keyPressEvent(QKeyEvent* event) {
    if (m_state.trace() == nullptr || m_state.trace()->empty() || !handleNavigation(*event)) {
        event->ignore();
        return;
    }
    m_focusByKeyboard = true;
    event->accept();
}

bool WaterfallCanvas::handleNavigation(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if ((modifiers & ~Qt::ShiftModifier) != 0) {
        return false; // Ctrl and Alt belong to the window's shortcuts
    }
    const auto before = m_state.selected();
    const int page = std::max(
        1, static_cast<int>(m_state.geometry().rowsRect().height() / m_state.geometry().rowHeight()) - 1);
    const int all = static_cast<int>(m_state.rows().size());
    const auto walk = [&](int rows) {
        m_state.moveSelection(rows);
        selectionChanged(before);
        return true;
    };
    const TimeScale scale = m_state.geometry().scale();
    const bool pointed = m_pointer && m_pointer->x() >= m_state.geometry().timeLeft();
    const Duration anchor = scale.timeAt(pointed ? m_pointer->x() : scale.left + scale.width / 2);
    switch (physicalKey(event)) {
    case Qt::Key_W:
        zoomBy(1.5, anchor, true);
        return true;
    case Qt::Key_S:
        zoomBy(1 / 1.5, anchor, true);
        return true;
    case Qt::Key_A:
        panBy(-0.2);
        return true;
    case Qt::Key_D:
        panBy(0.2);
        return true;
    default:
        break;
    }
    switch (event.key()) {
    case Qt::Key_Up:
        return walk(-1);
    case Qt::Key_Down:
        return walk(1);
    case Qt::Key_PageUp:
        return walk(-page);
    case Qt::Key_PageDown:
        return walk(page);
    case Qt::Key_Home:
        return walk(-all);
    case Qt::Key_End:
        return walk(all);
    case Qt::Key_Left:
        m_state.stepOut();
        selectionChanged(before);
        return true;
    case Qt::Key_Right:
        m_state.stepIn();
        selectionChanged(before);
        return true;
    case Qt::Key_E:
        goToFailure((modifiers & Qt::ShiftModifier) == 0);
        return true;
    case Qt::Key_Period:
        goToEdgeCall(true);
        return true;
    case Qt::Key_Comma:
        goToEdgeCall(false);
        return true;
    case Qt::Key_C:
        setCriticalPath(!m_criticalPath);
        return true;
    case Qt::Key_X:
        setFoldSiblings(!m_state.foldsSiblings());
        return true;
    case Qt::Key_F:
        showWindow(m_state.windowFraming(), true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (selectedSpan()) {
            emit spanActivated(*selectedSpan());
        }
        return true;
    default:
        return false;
    }
}

void WaterfallCanvas::goToFailure(bool forward) {
    if (const auto next = nextFailure(*m_state.trace(), m_state.selected(), forward)) {
        choose(*next);
    }
}

void WaterfallCanvas::goToEdgeCall(bool forward) {
    const auto count = static_cast<std::int64_t>(m_edgeCalls.size());
    const std::int64_t step = forward ? 1 : -1;
    std::int64_t at =
        m_state.selected() ? static_cast<std::int64_t>(*m_state.selected()) : (forward ? -1 : count);
    for (at += step; at >= 0 && at < count; at += step) {
        if (m_edgeCalls[static_cast<std::size_t>(at)]) {
            choose(static_cast<std::uint32_t>(at));
            return;
        }
    }
    emit edgeCallsLeft(forward);
}

} // namespace hallway
