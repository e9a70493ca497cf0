#include "icicle/IcicleView.h"

#include "common/KeyboardFocus.h"
#include "common/PlainToolTip.h"
#include "common/ViewKeys.h"
#include "icicle/IciclePainter.h"

#include <QFocusEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hallway {

IcicleView::IcicleView(QWidget* parent) : QAbstractScrollArea(parent), m_fonts(font()) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    declareKeys(*this, {{Qt::Key_Up, tr("To the caller")},
                        {Qt::Key_Down, tr("To the widest part")},
                        {Qt::Key_Left, tr("To the one before on this level")},
                        {Qt::Key_Right, tr("To the next on this level")},
                        {Qt::Key_Return, tr("Zoom in to what is selected")},
                        {Qt::Key_Backspace, tr("Zoom back out")},
                        {Qt::Key_Home, tr("Show the whole")},
                        {Qt::Key_F, tr("Frame the selection, again: the whole")},
                        {Qt::Key_W, tr("Zoom in")},
                        {Qt::Key_S, tr("Zoom out")},
                        {Qt::Key_A, tr("Move left")},
                        {Qt::Key_D, tr("Move right")},
                        {Qt::Key_E, tr("Next failure")},
                        {Qt::SHIFT | Qt::Key_E, tr("Previous failure")},
                        {Qt::Key_C, tr("Critical path on or off")}});
    m_animation.setDuration(140);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        const double share = value.toDouble();
        const IcicleWindow& to = m_geometry.window;
        m_shown = {std::lerp(m_animationFrom.from, to.from, share),
                   std::lerp(m_animationFrom.to, to.to, share)};
        viewport()->update();
    });
}

void IcicleView::setIcicle(std::shared_ptr<const Icicle> icicle, bool keepsZoom) {
    m_animation.stop();
    const bool alike = keepsZoom && m_icicle && icicle && m_icicle->cells.size() == icicle->cells.size();
    m_icicle = std::move(icicle);
    m_hovered.reset();
    m_before.clear();
    if (!alike) m_selected.reset();
    m_geometry.window = m_shown = whole();
    if (!alike) m_geometry.scroll = 0;
    m_geometry.hasRuler = m_icicle && m_icicle->isTimeline;
    layOut();
    if (alike && m_selected) zoomTo(*m_selected);
}

void IcicleView::setDescription(std::function<QString(std::uint32_t)> description) {
    m_description = std::move(description);
}

void IcicleView::setTheme(const Theme& theme) {
    m_theme = theme;
    viewport()->update();
}

void IcicleView::setCriticalPath(bool on) {
    if (std::exchange(m_criticalPath, on) == on) return;
    viewport()->update();
    emit criticalPathToggled(on);
}

void IcicleView::setMotion(bool on) { m_motion = on; }

IcicleWindow IcicleView::whole() const { return {0, m_icicle && m_icicle->whole > 0 ? m_icicle->whole : 1}; }

void IcicleView::layOut() {
    m_geometry.area = QRectF(viewport()->rect());
    m_geometry.unit = m_fonts.scale;
    const double most = m_geometry.maximumScroll(m_icicle ? m_icicle->rows() : 0);
    m_geometry.scroll = std::clamp(m_geometry.scroll, 0.0, most);
    verticalScrollBar()->setRange(0, static_cast<int>(std::ceil(most)));
    verticalScrollBar()->setPageStep(static_cast<int>(m_geometry.cellsRect().height()));
    verticalScrollBar()->setSingleStep(static_cast<int>(m_geometry.rowHeight()));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(m_geometry.scroll)));
    viewport()->update();
}

void IcicleView::select(std::optional<std::uint32_t> cell) {
    if (cell && (!m_icicle || *cell >= m_icicle->cells.size())) cell.reset();
    m_selected = cell;
    setAccessibleDescription(cell && m_description ? m_description(*cell) : QString());
    if (cell) {
        const IcicleCell& held = m_icicle->cells[*cell];
        const IcicleWindow& shown = m_geometry.window;
        if (held.to < shown.from || held.from > shown.to) showWhole();
        showRow(held.row);
    }
    viewport()->update();
}

void IcicleView::choose(std::uint32_t cell) {
    select(cell);
    emit cellSelected(cell);
}

void IcicleView::showRow(std::uint32_t row) {
    const double top = row * m_geometry.rowHeight();
    const double height = m_geometry.cellsRect().height();
    if (top < m_geometry.scroll) m_geometry.scroll = top;
    if (top + m_geometry.rowHeight() > m_geometry.scroll + height)
        m_geometry.scroll = top + m_geometry.rowHeight() - height;
    layOut();
}

void IcicleView::zoomTo(std::uint32_t cell) {
    const IcicleCell& held = m_icicle->cells[cell];
    const IcicleWindow wanted = fittedWindow({held.from, held.to}, whole().to);
    if (wanted == m_geometry.window) return;
    m_before.push_back(m_geometry.window);
    showWindow(wanted, true);
}

void IcicleView::back() {
    IcicleWindow window = whole();
    if (!m_before.empty()) {
        window = m_before.back();
        m_before.pop_back();
    }
    showWindow(window, true);
}

void IcicleView::showWhole() {
    m_before.clear();
    showWindow(whole(), true);
}

void IcicleView::showWindow(const IcicleWindow& window, bool animated) {
    m_animation.stop();
    m_animationFrom = m_shown;
    m_geometry.window = window;
    if (animated && m_motion && isVisible()) return m_animation.start();
    m_shown = window;
    viewport()->update();
}

void IcicleView::zoomBy(double factor, double anchor) {
    const IcicleWindow& now = m_geometry.window;
    const double length = now.length() / factor;
    const double from = anchor - (anchor - now.from) / factor;
    showWindow(fittedWindow({from, from + length}, whole().to), false);
}

void IcicleView::panBy(double share) {
    const double by = m_geometry.window.length() * share;
    showWindow(fittedWindow({m_geometry.window.from + by, m_geometry.window.to + by}, whole().to), false);
}

void IcicleView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    if (!m_icicle) return painter.fillRect(viewport()->rect(), m_theme.surface);
    IcicleGeometry geometry = m_geometry;
    geometry.window = m_shown;
    IciclePainter(m_theme, m_fonts)
        .paint(painter,
               {*m_icicle, geometry, m_selected, m_hovered, m_criticalPath, m_focusByKeyboard && hasFocus()});
}

void IcicleView::resizeEvent(QResizeEvent*) { layOut(); }

void IcicleView::scrollContentsBy(int, int) {
    m_geometry.scroll = verticalScrollBar()->value();
    viewport()->update();
}

void IcicleView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    m_fonts = Fonts(font());
    layOut();
}

void IcicleView::focusInEvent(QFocusEvent* event) {
    m_focusByKeyboard = isKeyboardReason(event->reason());
    viewport()->update();
}

void IcicleView::focusOutEvent(QFocusEvent*) { viewport()->update(); }

void IcicleView::showTip(const QPoint& globalPosition, QPointF position) {
    const auto cell = m_icicle ? cellAt(*m_icicle, m_geometry, position) : std::nullopt;
    QString text;
    if (cell && cell->count > 1)
        text = tr("%1 cells too narrow to be drawn; zoom in to see them").arg(cell->count);
    else if (cell && m_description)
        text = m_description(cell->cell);
    if (text.isEmpty()) return QToolTip::hideText();
    QToolTip::showText(globalPosition, plainToolTip(text), viewport(), cell->rect.toAlignedRect());
}

} // namespace hallway
