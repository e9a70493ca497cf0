// Mouse and keys of the icicle.
#include "common/PhysicalKey.h"
#include "icicle/IcicleView.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hallway {

bool IcicleView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        hover(std::nullopt);
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showTip(help->globalPos(), help->pos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void IcicleView::hover(std::optional<QPointF> position) {
    m_pointer = position;
    const auto cell = position && m_icicle ? cellAt(*m_icicle, m_geometry, *position) : std::nullopt;
    const auto hovered = cell ? std::optional(cell->cell) : std::nullopt;
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    viewport()->update();
}

void IcicleView::mousePressEvent(QMouseEvent* event) {
    m_focusByKeyboard = false;
    if (event->button() != Qt::LeftButton || !m_icicle) return;
    m_dragFrom = event->position();
    m_dragWindow = m_geometry.window;
    m_dragged = false;
}

void IcicleView::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragFrom && (event->buttons() & Qt::LeftButton) != 0) {
        const double by = event->position().x() - m_dragFrom->x();
        m_dragged = m_dragged || std::abs(by) >= QApplication::startDragDistance();
        if (m_dragged) { // what is under the pointer stays under it
            const double moved = by / m_geometry.area.width() * m_dragWindow.length();
            showWindow(fittedWindow({m_dragWindow.from - moved, m_dragWindow.to - moved}, whole().to), false);
        }
    }
    hover(event->position());
}

void IcicleView::mouseReleaseEvent(QMouseEvent* event) {
    const bool clicked = m_dragFrom && !m_dragged && event->button() == Qt::LeftButton;
    m_dragFrom.reset();
    if (!clicked || !m_icicle) return;
    const auto cell = cellAt(*m_icicle, m_geometry, event->position());
    if (!cell) return;
    if (cell->count > 1) { // look into the run
        m_before.push_back(m_geometry.window);
        const double from = m_icicle->cells[cell->cell].from, to = m_geometry.valueAt(cell->rect.right());
        return showWindow(fittedWindow({from, to}, whole().to), true);
    }
    choose(cell->cell);
    zoomTo(cell->cell);
}

void IcicleView::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_icicle) return;
    std::optional<std::uint32_t> cell = m_selected;
    if (event->reason() == QContextMenuEvent::Mouse) {
        const auto under = cellAt(*m_icicle, m_geometry, event->pos());
        cell = under && under->count == 1 ? std::optional(under->cell) : std::nullopt;
    }
    if (cell) emit menuRequested(*cell, event->globalPos());
}

void IcicleView::wheelEvent(QWheelEvent* event) {
    const QPoint way = event->angleDelta();
    if ((event->modifiers() & Qt::ControlModifier) != 0)
        zoomBy(std::pow(1.25, way.y() / 120.0), m_geometry.valueAt(event->position().x()));
    else if ((event->modifiers() & Qt::ShiftModifier) != 0 || std::abs(way.x()) > std::abs(way.y()))
        panBy((way.x() != 0 ? way.x() : way.y()) / -1200.0);
    else
        QCoreApplication::sendEvent(verticalScrollBar(), event);
    event->accept();
}

void IcicleView::keyPressEvent(QKeyEvent* event) {
    if (!m_icicle || m_icicle->empty() || !navigate(*event)) return event->ignore();
    m_focusByKeyboard = true;
    event->accept();
    viewport()->update();
}

bool IcicleView::navigate(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if ((modifiers & ~Qt::ShiftModifier) != 0) return false; // Ctrl and Alt belong to the window's shortcuts
    const auto go = [this](std::optional<std::uint32_t> cell) {
        if (cell) choose(*cell);
        return true;
    };
    const IcicleWindow& window = m_geometry.window;
    const double anchor = m_pointer ? m_geometry.valueAt(m_pointer->x()) : (window.from + window.to) / 2;
    switch (physicalKey(event)) {
    case Qt::Key_W:
        zoomBy(1.5, anchor);
        return true;
    case Qt::Key_S:
        zoomBy(1 / 1.5, anchor);
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
        if (!m_selected) return go(0U);
        if (const std::uint32_t parent = m_icicle->cells[*m_selected].parent; parent != IcicleCell::none)
            go(parent);
        return true;
    case Qt::Key_Down:
        return go(m_selected ? widestChild(*m_selected) : std::optional(0U));
    case Qt::Key_Left:
        return go(m_selected ? neighbour(-1) : std::optional(0U));
    case Qt::Key_Right:
        return go(m_selected ? neighbour(1) : std::optional(0U));
    case Qt::Key_E:
        return go(nextFailed((modifiers & Qt::ShiftModifier) == 0));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected) zoomTo(*m_selected);
        return true;
    case Qt::Key_Backspace:
        back();
        return true;
    case Qt::Key_Home:
        showWhole();
        return true;
    case Qt::Key_F:
        if (m_selected && window == whole())
            zoomTo(*m_selected);
        else
            showWhole();
        return true;
    case Qt::Key_C:
        setCriticalPath(!m_criticalPath);
        return true;
    default:
        return false;
    }
}

/// The next one on the same row.
std::optional<std::uint32_t> IcicleView::neighbour(int step) const {
    const std::uint32_t row = m_icicle->cells[*m_selected].row;
    const auto begin = m_icicle->byRow.begin() + m_icicle->rowBegin[row];
    const auto end = m_icicle->byRow.begin() + m_icicle->rowBegin[row + 1];
    const auto place = std::find(begin, end, *m_selected);
    if (step < 0) return place == begin ? std::nullopt : std::optional(*(place - 1));
    return place == end || place + 1 == end ? std::nullopt : std::optional(*(place + 1));
}

std::optional<std::uint32_t> IcicleView::widestChild(std::uint32_t cell) const {
    const std::vector<IcicleCell>& cells = m_icicle->cells;
    std::optional<std::uint32_t> widest;
    for (std::uint32_t child = cell + 1; child < cell + cells[cell].subtreeSize;
         child += cells[child].subtreeSize)
        if (!widest || cells[child].to - cells[child].from > cells[*widest].to - cells[*widest].from)
            widest = child;
    return widest;
}

std::optional<std::uint32_t> IcicleView::nextFailed(bool forward) const {
    const auto count = static_cast<std::int64_t>(m_icicle->cells.size());
    std::int64_t at = m_selected ? static_cast<std::int64_t>(*m_selected) : (forward ? -1 : count);
    for (at += forward ? 1 : -1; at >= 0 && at < count; at += forward ? 1 : -1)
        if (m_icicle->cells[static_cast<std::size_t>(at)].failed > 0) return static_cast<std::uint32_t>(at);
    return std::nullopt;
}

} // namespace hallway
