// The mouse over the waterfall.
#include "waterfall/WaterfallCanvas.h"
#include "waterfall/WaterfallNames.h"

#include <QApplication>
#include <QHelpEvent>
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
        if (std::abs(position.x() - frame.right()) <= 5) {
            return Grip::MinimapTo;
        }
        const bool isPart = geometry.window != wholeOf(whole());
        return isPart && frame.contains(position) ? Grip::MinimapFrame : Grip::Brush;
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
    viewport()->setCursor(sideways              ? Qt::SplitHCursor
                          : grip == Grip::Brush ? Qt::CrossCursor
                                                : Qt::ArrowCursor);
}

void WaterfallCanvas::mousePressEvent(QMouseEvent* event) {
    m_focusByKeyboard = false;
    if (event->button() != Qt::LeftButton || m_state.trace() == nullptr) {
        return;
    }
    const WaterfallGeometry& geometry = m_state.geometry();
    m_animation.stop();
    m_drag = {gripAt(event->position()), event->position(), geometry.window, geometry.scroll, false};
    if (m_drag.grip == Grip::Time && (event->modifiers() & Qt::ShiftModifier) != 0) {
        m_drag.grip = Grip::Measure;
        setMeasured(std::nullopt);
        return;
    }
    const auto row = geometry.rowAt(event->position());
    if (!row || m_drag.grip == Grip::Splitter || clickLinkTag(event->position(), *row)) {
        return;
    }
    const WaterfallRow& shown = m_state.rows().rows[*row];
    const std::uint32_t depth = m_state.trace()->spans[shown.span].depth;
    const QRectF box = geometry.toggleBox(*row, depth).adjusted(-3, -4, 3, 4);
    const auto before = m_state.selected();
    if ((shown.hasChildren || shown.isFold()) && box.contains(event->position())) {
        m_state.toggle(*row);
        rowsWereChanged(before);
        return;
    }
    m_state.select(shown.span);
    selectionChanged(before);
}

bool WaterfallCanvas::clickLinkTag(QPointF position, std::uint32_t row) {
    if (position.x() >= m_state.geometry().timeLeft()) {
        return false;
    }
    for (const PlacedTag& tag : rowNamesOf(scene(), row, m_fonts).tags) {
        if (tag.isLink() && tag.plate.contains(position)) {
            const auto before = m_state.selected();
            m_state.select(m_state.rows().rows[row].span);
            selectionChanged(before);
            emit linksRequested(*selectedSpan(), viewport()->mapToGlobal(tag.plate.bottomLeft()).toPoint());
            return true;
        }
    }
    return false;
}

void WaterfallCanvas::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) != 0 && m_drag.grip != Grip::None) {
        const QPointF way = event->position() - m_drag.from;
        m_drag.moved = m_drag.moved || way.manhattanLength() >= QApplication::startDragDistance() ||
                       (m_drag.grip != Grip::Time && m_drag.grip != Grip::Brush);
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
    if (m_drag.grip == Grip::Measure) {
        const TimeScale scale = geometry.scale();
        const auto [from, to] = std::minmax(scale.timeAt(m_drag.from.x()), scale.timeAt(position.x()));
        const TimeWindow all = wholeOf(whole());
        const TimeWindow time{std::clamp(from, all.from, all.to), std::clamp(to, all.from, all.to)};
        setMeasured(time.from < time.to ? std::optional(time) : std::nullopt);
        return;
    }
    dragInMinimap(position);
}

void WaterfallCanvas::dragInMinimap(QPointF position) {
    const TimeScale all = m_state.geometry().minimapScale(whole());
    const TimeWindow limit = wholeOf(whole());
    const Duration least = std::min(Duration(100), limit.to);
    if (m_drag.grip == Grip::Brush) {
        const auto [from, to] = std::minmax(all.timeAt(m_drag.from.x()), all.timeAt(position.x()));
        TimeWindow brushed{std::clamp(from, Duration(0), limit.to - least), std::min(to, limit.to)};
        brushed.to = std::max(brushed.to, brushed.from + least);
        m_brushed = brushed;
        viewport()->update();
        return;
    }
    const Duration by = all.timeAt(all.left + position.x() - m_drag.from.x()) - all.timeAt(all.left);
    TimeWindow window = m_drag.window;
    if (m_drag.grip == Grip::MinimapFrame) {
        window = panned(window, by, whole());
    } else if (m_drag.grip == Grip::MinimapFrom) {
        window.from = std::clamp(window.from + by, Duration(0), window.to - least);
    } else {
        window.to = std::clamp(window.to + by, window.from + least, limit.to);
    }
    showWindow(window, false);
}

void WaterfallCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const Drag drag = std::exchange(m_drag, {});
    if (drag.grip != Grip::Brush) {
        return;
    }
    if (const auto brushed = std::exchange(m_brushed, {})) {
        showWindow(*brushed, false);
        viewport()->update();
    } else if (m_state.trace() != nullptr) { // a mere click: the present window comes there
        const TimeWindow& window = m_state.geometry().window;
        const Duration at = m_state.geometry().minimapScale(whole()).timeAt(event->position().x());
        showWindow(panned(window, at - (window.from + window.length() / 2), whole()), false);
    }
}

void WaterfallCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_state.trace() != nullptr && event->button() == Qt::LeftButton &&
        m_state.geometry().minimapRect().contains(event->position())) {
        m_drag = {};
        showWindow(wholeOf(whole()), true);
        return;
    }
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

} // namespace hallway
