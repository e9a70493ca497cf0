#include "heatmap/OverviewStrip.h"

#include "common/KeyboardFocus.h"
#include "common/Text.h"
#include "common/ViewKeys.h"
#include "heatmap/HeatmapText.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hallway {

OverviewStrip::OverviewStrip(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Requests and failures over time"));
    declareKeys(*this, {{Qt::Key_Return, tr("A range in the middle")},
                        {Qt::Key_Left, tr("Range earlier")},
                        {Qt::Key_Right, tr("Range later")},
                        {Qt::SHIFT | Qt::Key_Left, tr("End of the range earlier")},
                        {Qt::SHIFT | Qt::Key_Right, tr("End of the range later")},
                        {Qt::CTRL | Qt::Key_Left, tr("Start of the range earlier")},
                        {Qt::CTRL | Qt::Key_Right, tr("Start of the range later")},
                        {Qt::Key_Home, tr("Range to the begin of the capture")},
                        {Qt::Key_End, tr("Range to the end of the capture")}});
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OverviewStrip::setOverview(const Overview& overview) {
    m_overview = overview;
    m_drag.reset();
    if (m_range && (overview.requests.empty() || m_range->to <= overview.range.from ||
                    m_range->from >= overview.range.to)) {
        m_range.reset();
    }
    update();
}

void OverviewStrip::setRange(std::optional<TimeRange> range) {
    m_range = range && range->isEverything() ? std::nullopt : range;
    setAccessibleDescription(m_range ? timeRangeText(*m_range, m_offset) : QString());
    update();
}

void OverviewStrip::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

void OverviewStrip::setUtcOffset(format::UtcOffset offset) {
    m_offset = offset;
    update();
}

std::size_t OverviewStrip::binsWanted() const {
    return static_cast<std::size_t>(std::clamp(std::floor(geometryNow().plot().width() / 7), 1.0, 240.0));
}

QSize OverviewStrip::sizeHint() const {
    return {800, static_cast<int>(std::lround(48 * m_fonts.of(font()).scale))};
}

QSize OverviewStrip::minimumSizeHint() const { return {160, sizeHint().height()}; }

OverviewGeometry OverviewStrip::geometryNow() const {
    return {QRectF(rect()), m_overview.range, m_fonts.of(font()).scale};
}

void OverviewStrip::change(std::optional<TimeRange> range) {
    if (range != m_range) {
        setRange(range);
        emit rangeChanged(m_range);
    }
}

bool OverviewStrip::event(QEvent* event) {
    // Esc belongs to the strip while it has something to clear or a drag to give up, not to the window's
    // shortcuts.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && (m_range || m_drag)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    return QWidget::event(event);
}

void OverviewStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Fonts& fonts = m_fonts.of(font());
    OverviewScene scene{&m_overview, geometryNow(), m_range,
                        m_hoverX,    m_offset,      m_focusByKeyboard && hasFocus()};
    OverviewPainter(m_theme, fonts).paint(painter, scene);
    if (m_overview.requests.empty()) {
        drawText(painter, QRectF(rect()).center() + QPointF(0, 4), tr("Requests over time appear here."),
                 fonts.small, m_theme.text3, TextAlign::Centre);
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    m_focusByKeyboard = false;
    if (event->button() != Qt::LeftButton || m_overview.requests.empty()) {
        return;
    }
    const OverviewGeometry geometry = geometryNow();
    m_drag = Drag{geometry.handleAt(event->position(), m_range), geometry.timeAt(event->position().x()),
                  event->position().x(), m_range};
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
    const OverviewGeometry geometry = geometryNow();
    const double x = event->position().x();
    const bool inside = geometry.plot().contains(event->position()) && !m_overview.requests.empty();
    m_hoverX = inside ? std::optional(x) : std::nullopt;
    if (inside) {
        setToolTip(QString::fromStdString(format::timeOfDay(geometry.timeAt(x), m_offset)));
    }
    const OverviewHandle handle = m_drag ? m_drag->handle : geometry.handleAt(event->position(), m_range);
    setCursor(handle == OverviewHandle::From || handle == OverviewHandle::To ? Qt::SplitHCursor
              : handle == OverviewHandle::Range                              ? Qt::OpenHandCursor
                                                                             : Qt::ArrowCursor);
    update();
    if (!m_drag || std::abs(x - m_drag->pressedX) < 3) {
        return;
    }
    const Timestamp at = geometry.timeAt(x);
    const Duration least = geometry.precision();
    switch (m_drag->handle) {
    case OverviewHandle::None:
        m_range = rangeBetween(m_drag->pressed, at, least, m_overview.range);
        break;
    case OverviewHandle::From:
        m_range = rangeBetween(at, m_drag->before->to, least, m_overview.range);
        break;
    case OverviewHandle::To:
        m_range = rangeBetween(m_drag->before->from, at, least, m_overview.range);
        break;
    case OverviewHandle::Range:
        m_range = movedRange(*m_drag->before, at - m_drag->pressed, m_overview.range);
        break;
    }
    emit rangeDragged(m_range);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drag) {
        return;
    }
    const std::optional<TimeRange> dragged = m_range;
    m_range = m_drag->before;
    m_drag.reset();
    change(dragged);
}

void OverviewStrip::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_hoverX.reset();
    update();
}

void OverviewStrip::keyPressEvent(QKeyEvent* event) {
    if (m_overview.requests.empty()) {
        event->ignore();
        return;
    }
    const TimeRange& capture = m_overview.range;
    const Duration bin = m_overview.bin(0).to - m_overview.bin(0).from;
    if (event->key() == Qt::Key_Escape) {
        if (m_drag) {
            m_range = m_drag->before;
            m_drag.reset();
            update();
        } else if (m_range) {
            change(std::nullopt);
        } else {
            event->ignore();
        }
        return;
    }
    const bool makes = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool walks = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool jumps = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if ((makes && m_range) || (!makes && !m_range) || (!makes && !walks && !jumps)) {
        event->ignore();
        return;
    }
    m_focusByKeyboard = true;
    if (makes) {
        const Duration third = (capture.to - capture.from) / 3;
        change(rangeBetween(capture.from + third, capture.to - third, bin, capture));
    } else if (jumps) {
        const Duration far = capture.to - capture.from;
        change(movedRange(*m_range, event->key() == Qt::Key_Home ? -far : far, capture));
    } else {
        const Duration by = event->key() == Qt::Key_Left ? -bin : bin;
        if ((event->modifiers() & Qt::ShiftModifier) != 0) {
            change(
                rangeBetween(m_range->from, std::max(m_range->to + by, m_range->from + bin), bin, capture));
        } else if ((event->modifiers() & Qt::ControlModifier) != 0) {
            change(rangeBetween(std::min(m_range->from + by, m_range->to - bin), m_range->to, bin, capture));
        } else {
            change(movedRange(*m_range, by, capture));
        }
    }
}

void OverviewStrip::focusInEvent(QFocusEvent* event) {
    m_focusByKeyboard = isKeyboardReason(event->reason());
    QWidget::focusInEvent(event);
    update();
}

void OverviewStrip::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace hallway
