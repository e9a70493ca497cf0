#include "heatmap/HeatmapView.h"

#include "common/KeyboardFocus.h"
#include "common/Text.h"
#include "common/ViewKeys.h"
#include "heatmap/HeatmapText.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace hallway {

HeatmapView::HeatmapView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Latency heatmap"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    declareKeys(*this, {{Qt::Key_Left, tr("Cell before")},
                        {Qt::Key_Right, tr("Cell after")},
                        {Qt::Key_Up, tr("Slower cell")},
                        {Qt::Key_Down, tr("Faster cell")},
                        {Qt::Key_Period, tr("Next cell with calls")},
                        {Qt::Key_Comma, tr("Previous cell with calls")},
                        {Qt::Key_Return, tr("Calls of the cell or the box")}});
}

void HeatmapView::setHeatmap(std::shared_ptr<const Heatmap> heatmap, const QString& subject) {
    const bool sameCells = m_heatmap && heatmap && m_heatmap->columns == heatmap->columns &&
                           m_heatmap->rows == heatmap->rows && m_heatmap->range == heatmap->range &&
                           m_heatmap->lowest == heatmap->lowest && m_heatmap->linear == heatmap->linear &&
                           m_subject == subject;
    m_heatmap = std::move(heatmap);
    m_subject = subject;
    m_drag.reset();
    m_hovered.reset();
    if (!sameCells) {
        m_box.reset();
        m_cursor.reset();
    }
    setAccessibleDescription(
        m_heatmap && !m_heatmap->empty()
            ? tr("%1: %2").arg(subject, callsText(m_heatmap->samples, m_heatmap->failedSamples))
            : emptyHeatmapText(m_heatmap.get()));
    update();
}

void HeatmapView::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

void HeatmapView::setUtcOffset(format::UtcOffset offset) {
    m_offset = offset;
    update();
}

void HeatmapView::setLayers(const HeatmapLayers& layers) {
    m_layers = layers;
    update();
}

void HeatmapView::setBox(std::optional<HeatmapCells> box) {
    m_box = box;
    if (m_box && m_heatmap && !m_heatmap->empty()) {
        m_box->lastColumn = std::min(m_box->lastColumn, m_heatmap->columns - 1);
        m_box->firstColumn = std::min(m_box->firstColumn, m_box->lastColumn);
        m_box->lastRow = std::min(m_box->lastRow, m_heatmap->rows - 1);
        m_box->firstRow = std::min(m_box->firstRow, m_box->lastRow);
    } else {
        m_box.reset();
    }
    update();
}

std::optional<HeatmapSelection> HeatmapView::box() const {
    return m_box ? std::optional(selectionOf(*m_heatmap, *m_box)) : std::nullopt;
}

void HeatmapView::setLinear(bool linear) {
    if (m_linear == linear) return;
    m_linear = linear;
    m_reported = options();
    emit optionsChanged(m_reported);
}

HeatmapOptions HeatmapView::options() const {
    HeatmapOptions options = optionsFor(QRectF(rect()), m_fonts.of(font()).scale);
    options.linear = m_linear;
    return options;
}

QSize HeatmapView::sizeHint() const { return {420, 320}; }

QSize HeatmapView::minimumSizeHint() const { return {200, 140}; }

HeatmapScene HeatmapView::sceneNow() const {
    HeatmapScene scene;
    scene.heatmap = m_heatmap.get();
    scene.area = QRectF(rect());
    scene.layers = m_layers;
    scene.offset = m_offset;
    scene.box = m_box;
    scene.hovered = m_hovered;
    scene.cursor = m_cursor;
    scene.tip = !m_drag;
    scene.focus = m_focusByKeyboard && hasFocus() && !m_cursor;
    return scene;
}

HeatmapGeometry HeatmapView::geometryNow() const {
    return HeatmapPainter(m_theme, m_fonts.of(font())).geometryOf(sceneNow());
}

bool HeatmapView::drawsSomething() const { return m_heatmap != nullptr && !m_heatmap->empty(); }

/// Keys that would be shortcuts of the window: `.` and `,` walk the cells, Esc clears what there is to clear.
/// With Ctrl and the like they are the window's.
bool HeatmapView::isOwnKey(const QKeyEvent& event) const {
    if ((event.modifiers() & ~Qt::KeypadModifier) != 0) return false;
    switch (event.key()) {
    case Qt::Key_Period:
    case Qt::Key_Comma:
        return drawsSomething();
    case Qt::Key_Escape:
        return m_box || m_cursor || m_drag;
    default:
        return false;
    }
}

bool HeatmapView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HeatmapView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Fonts& fonts = m_fonts.of(font());
    if (drawsSomething()) {
        HeatmapPainter(m_theme, fonts).paint(painter, sceneNow());
        return;
    }
    painter.fillRect(rect(), m_theme.surface);
    drawText(painter, QRectF(rect()).center(),
             elided(emptyHeatmapText(m_heatmap.get()), fonts.subject, width() - 24), fonts.subject,
             m_theme.text2, TextAlign::Centre);
}

void HeatmapView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const HeatmapOptions wanted = options();
    if (wanted.maximumColumns != m_reported.maximumColumns ||
        wanted.cellsPerDecade != m_reported.cellsPerDecade) {
        m_reported = wanted;
        emit optionsChanged(wanted);
    }
}

void HeatmapView::mousePressEvent(QMouseEvent* event) {
    m_focusByKeyboard = false;
    m_cursor.reset();
    if (event->button() == Qt::LeftButton && drawsSomething() && geometryNow().cellAt(event->position())) {
        m_drag = Drag{event->position(), (event->modifiers() & Qt::ShiftModifier) != 0, false, m_box};
    }
    update();
}

void HeatmapView::mouseMoveEvent(QMouseEvent* event) {
    if (!drawsSomething()) {
        return;
    }
    const HeatmapGeometry geometry = geometryNow();
    m_hovered = m_drag ? std::nullopt : geometry.cellAt(event->position());
    if (m_drag) {
        const QPointF way = event->position() - m_drag->from;
        m_drag->moved = m_drag->moved || way.manhattanLength() >= QApplication::startDragDistance();
        if (m_drag->moved) {
            m_box = geometry.cellsBetween(m_drag->from, event->position(), m_drag->timeOnly);
        }
    }
    update();
}

void HeatmapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drag) {
        return;
    }
    const Drag drag = *m_drag;
    m_drag.reset();
    update();
    if (drag.moved) {
        emit boxSelected(selectionOf(*m_heatmap, *m_box));
    } else if (const auto cell = geometryNow().cellAt(event->position())) {
        const HeatmapSelection chosen =
            selectionOf(*m_heatmap, {cell->column, cell->column, cell->row, cell->row});
        if (chosen.calls > 0) {
            m_cursor = cell;
            emit cellSelected(chosen);
        }
    }
}

void HeatmapView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_hovered.reset();
    update();
}

void HeatmapView::keyPressEvent(QKeyEvent* event) {
    if (!drawsSomething()) {
        event->ignore();
        return;
    }
    m_focusByKeyboard = true;
    m_hovered.reset();
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(-1, 0);
        return;
    case Qt::Key_Right:
        moveCursor(1, 0);
        return;
    case Qt::Key_Up:
        moveCursor(0, 1);
        return;
    case Qt::Key_Down:
        moveCursor(0, -1);
        return;
    case Qt::Key_Period:
        stepCell(true);
        return;
    case Qt::Key_Comma:
        stepCell(false);
        return;
    case Qt::Key_Escape:
        if (!m_box && !m_cursor && !m_drag) {
            event->ignore();
        }
        clear();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor) {
            emit cellSelected(
                selectionOf(*m_heatmap, {m_cursor->column, m_cursor->column, m_cursor->row, m_cursor->row}));
        } else if (m_box) {
            emit boxActivated(selectionOf(*m_heatmap, *m_box));
        }
        return;
    default:
        event->ignore();
    }
}

void HeatmapView::moveCursor(int columns, int rows) {
    if (!m_cursor) {
        stepCell(true);
        return;
    }
    const auto moved = [](std::uint32_t at, int by, std::uint32_t count) {
        return static_cast<std::uint32_t>(
            std::clamp<std::int64_t>(std::int64_t{at} + by, 0, std::int64_t{count} - 1));
    };
    placeCursor(
        {moved(m_cursor->column, columns, m_heatmap->columns), moved(m_cursor->row, rows, m_heatmap->rows)});
}

void HeatmapView::stepCell(bool forward) {
    const std::int64_t count = static_cast<std::int64_t>(m_heatmap->counts.size());
    const std::int64_t step = forward ? 1 : -1;
    std::int64_t at = m_cursor ? static_cast<std::int64_t>(m_heatmap->cell(m_cursor->column, m_cursor->row))
                               : (forward ? -1 : count);
    for (at += step; at >= 0 && at < count; at += step) {
        if (m_heatmap->counts[static_cast<std::size_t>(at)] > 0) {
            const auto cell = static_cast<std::uint32_t>(at);
            placeCursor({cell / m_heatmap->rows, cell % m_heatmap->rows});
            return;
        }
    }
}

void HeatmapView::placeCursor(const HeatmapGeometry::Cell& cell) {
    m_cursor = cell;
    const HeatmapSelection here = selectionOf(*m_heatmap, {cell.column, cell.column, cell.row, cell.row});
    setAccessibleDescription(tr("%1, %2, %3")
                                 .arg(timeRangeText(here.time, m_offset),
                                      latencyRangeText(here.lowest, here.highest),
                                      callsText(here.calls, here.failed)));
    update();
}

void HeatmapView::clear() {
    if (m_drag) {
        m_box = m_drag->boxBefore;
        m_drag.reset();
    } else if (m_cursor) {
        m_cursor.reset();
    } else if (m_box) {
        m_box.reset();
        emit boxCleared();
    }
    update();
}

void HeatmapView::focusInEvent(QFocusEvent* event) {
    m_focusByKeyboard = isKeyboardReason(event->reason());
    QWidget::focusInEvent(event);
    update();
}

void HeatmapView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace hallway
