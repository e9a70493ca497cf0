#include "waterfall/WaterfallCanvas.h"

#include "common/KeyboardFocus.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "waterfall/WaterfallMeasure.h"
#include "waterfall/WaterfallTip.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hallway {

WaterfallCanvas::WaterfallCanvas(QWidget* parent)
    : QAbstractScrollArea(parent), m_fonts(font()), m_commands(new WaterfallActions(*this)) {
    tellAccessibleParts(); // before anything is told of this widget
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Waterfall of one trace"));
    viewport()->setMouseTracking(true);
    m_animation.setDuration(140);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        const double share = value.toDouble();
        const auto between = [&](Duration a, Duration b) {
            return a + Duration(std::llround(static_cast<double>((b - a).count()) * share));
        };
        m_state.setWindow(share >= 1 ? m_animationTo
                                     : TimeWindow{between(m_animationFrom.from, m_animationTo.from),
                                                  between(m_animationFrom.to, m_animationTo.to)});
        changed();
    });
    connectCommands();
}

void WaterfallCanvas::setTrace(std::shared_ptr<const WaterfallTrace> trace) {
    m_animation.stop();
    const std::size_t count = trace ? trace->spans.size() : 0;
    const bool isOther = m_state.trace() == nullptr || !trace || m_state.trace()->id != trace->id;
    m_state.setTrace(std::move(trace));
    m_matches.assign(count, false);
    m_hovered.reset();
    if (isOther) {
        m_facts.reset();
        m_state.setMatches(nullptr);
        setMeasured(std::nullopt);
        const bool byStatus = m_state.trace() != nullptr && m_colours.by == WaterfallColourBy::Outcome;
        setColours(byStatus ? coloursByStatus(*m_state.trace()) : WaterfallColours{});
    }
    setEdgeCalls(std::exchange(m_edgeCallRows, {}));
    layOut();
    announceNewParts(*this);
    describeSelection();
    emit rowsChanged();
}

void WaterfallCanvas::setFilter(std::shared_ptr<const std::vector<bool>> matches) {
    m_state.setMatches(std::move(matches));
    rowsWereChanged(m_state.selected());
}

void WaterfallCanvas::setHidesOthers(bool on) {
    if (m_state.hidesOthers() != on) {
        m_state.setHidesOthers(on);
        m_commands->hideOthers->setChecked(on);
        rowsWereChanged(m_state.selected());
    }
}

void WaterfallCanvas::setFacts(std::shared_ptr<const WaterfallFacts> facts) {
    m_facts = std::move(facts);
    updateCommands();
    viewport()->update();
}

void WaterfallCanvas::setColours(WaterfallColours colours) {
    m_colours = std::move(colours);
    m_minimap = {};
    layOut();
    updateCommands();
}

void WaterfallCanvas::showSubtree(std::uint32_t span) {
    const auto before = m_state.selected();
    m_animation.stop();
    m_state.setRoot(span);
    rowsWereChanged(before);
}

void WaterfallCanvas::rowsWereChanged(std::optional<std::uint32_t> selectedBefore) {
    m_hovered.reset();
    announceNewParts(*this);
    selectionChanged(selectedBefore);
    emit rowsChanged();
}

void WaterfallCanvas::setEdgeCalls(const std::vector<SpanRow>& spans) {
    m_edgeCallRows = spans;
    std::sort(m_edgeCallRows.begin(), m_edgeCallRows.end());
    const WaterfallTrace* trace = m_state.trace();
    m_edgeCalls.assign(trace == nullptr ? 0 : trace->spans.size(), false);
    for (std::size_t i = 0; i < m_edgeCalls.size(); ++i) {
        m_edgeCalls[i] =
            std::binary_search(m_edgeCallRows.begin(), m_edgeCallRows.end(), trace->spans[i].row);
    }
    viewport()->update();
}

void WaterfallCanvas::setMatches(const std::vector<std::uint32_t>& spans) {
    m_matches.assign(m_matches.size(), false);
    for (const std::uint32_t span : spans) {
        m_matches[span] = true;
    }
    viewport()->update();
}

void WaterfallCanvas::setTheme(const Theme& theme) {
    m_theme = theme;
    m_minimap = {};
    layOut();
}

void WaterfallCanvas::setCriticalPath(bool on) {
    m_criticalPath = on;
    m_commands->criticalPath->setChecked(on);
    viewport()->update();
}

void WaterfallCanvas::setFoldSiblings(bool on) {
    if (m_state.foldsSiblings() != on) {
        m_state.setFoldSiblings(on);
        m_commands->foldSiblings->setChecked(on);
        rowsWereChanged(m_state.selected());
    }
}

std::optional<SpanRow> WaterfallCanvas::selectedSpan() const {
    const auto selected = m_state.selected();
    return selected ? std::optional(m_state.trace()->spans[*selected].row) : std::nullopt;
}

void WaterfallCanvas::reveal(SpanRow span) {
    const auto found = m_state.trace() == nullptr ? std::nullopt : m_state.trace()->find(span);
    if (found) {
        m_state.reveal(*found);
        showWindow(m_state.windowShowing(*found), true);
        layOut();
        describeSelection();
        emit rowsChanged();
    }
}

void WaterfallCanvas::leaveSpan() {
    m_state.clearSelection();
    describeSelection();
    viewport()->update();
}

void WaterfallCanvas::choose(std::uint32_t span) {
    const auto before = m_state.selected();
    m_state.reveal(span);
    showWindow(m_state.windowShowing(span), true);
    rowsWereChanged(before);
}

Duration WaterfallCanvas::whole() const {
    return m_state.trace() == nullptr ? Duration(1) : m_state.trace()->duration;
}

void WaterfallCanvas::layOut() {
    if (m_layingOut) {
        return;
    }
    m_layingOut = true;
    m_state.setArea(QRectF(viewport()->rect()), m_fonts.scale);
    const WaterfallGeometry& geometry = m_state.geometry();
    verticalScrollBar()->setRange(0, static_cast<int>(std::ceil(geometry.maximumScroll())));
    verticalScrollBar()->setPageStep(static_cast<int>(geometry.rowsRect().height()));
    verticalScrollBar()->setSingleStep(static_cast<int>(geometry.rowHeight()));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(geometry.scroll)));
    const double ratio = devicePixelRatioF();
    const auto width =
        static_cast<std::uint32_t>(std::max(1.0, geometry.minimapScale(whole()).width * ratio));
    const bool isOld = m_minimap.isNull() || m_minimapVersion != m_state.layoutVersion();
    if (m_state.trace() != nullptr && (isOld || m_minimap.width() != static_cast<int>(width))) {
        if (isOld) {
            m_rowColours = m_colours.codes.empty() ? std::vector<ColourCode>{}
                                                   : rowColours(*m_state.trace(), m_state.rows(), m_colours);
        }
        m_minimap = minimapImage(minimapOf(*m_state.trace(), m_state.rows(), width, 30,
                                           m_rowColours.empty() ? nullptr : &m_rowColours),
                                 m_theme);
        m_minimapVersion = m_state.layoutVersion();
    }
    m_layingOut = false;
    viewport()->update();
}

void WaterfallCanvas::changed() {
    const int scroll = static_cast<int>(std::lround(m_state.geometry().scroll));
    if (verticalScrollBar()->value() != scroll) {
        verticalScrollBar()->setValue(scroll);
    }
    viewport()->update();
}

void WaterfallCanvas::selectionChanged(std::optional<std::uint32_t> before) {
    layOut();
    const auto selected = m_state.selected();
    describeSelection();
    if (selected && selected != before) {
        emit spanSelected(m_state.trace()->spans[*selected].row);
    }
}

void WaterfallCanvas::showWindow(const TimeWindow& window, bool animated) {
    m_animation.stop();
    if (window == m_state.geometry().window) {
        return;
    }
    if (!animated || !m_motion || !isVisible()) {
        m_state.setWindow(window);
        changed();
        return;
    }
    m_animationFrom = m_state.geometry().window;
    m_animationTo = window;
    m_animation.start();
}

void WaterfallCanvas::zoomBy(double factor, Duration anchor, bool animated) {
    const TimeWindow from =
        m_animation.state() == QVariantAnimation::Running ? m_animationTo : m_state.geometry().window;
    showWindow(zoomed(from, factor, anchor, whole()), animated);
}

void WaterfallCanvas::panBy(double share) {
    const TimeWindow from =
        m_animation.state() == QVariantAnimation::Running ? m_animationTo : m_state.geometry().window;
    const Duration by(std::llround(static_cast<double>(from.length().count()) * share));
    showWindow(panned(from, by, whole()), true);
}

void WaterfallCanvas::describeSelection() {
    const auto row = m_state.selectedRow();
    setAccessibleDescription(row ? describeRow(*m_state.trace(), m_state.rows().rows[*row]) : QString());
    announceChosenPart(*this);
    updateCommands();
}

WaterfallScene WaterfallCanvas::scene() const {
    WaterfallScene scene;
    scene.trace = m_state.trace();
    scene.rows = &m_state.rows();
    scene.geometry = m_state.geometry();
    scene.root = m_state.root();
    scene.criticalPath = m_criticalPath;
    scene.selectedRow = m_state.selectedRow();
    scene.hoveredRow = m_hovered;
    scene.focusedRow = m_focusByKeyboard && hasFocus() ? m_state.selectedRow() : std::nullopt;
    scene.edgeCalls = &m_edgeCalls;
    scene.matches = &m_matches;
    scene.minimap = &m_minimap;
    scene.colours = m_rowColours.empty() ? nullptr : &m_rowColours;
    scene.facts = m_facts.get();
    scene.measured = m_measured;
    scene.measureText = m_measureText;
    scene.brushed = m_brushed;
    return scene;
}

void WaterfallCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    if (m_state.trace() == nullptr || m_state.trace()->empty()) {
        painter.fillRect(event->rect(), m_theme.surface);
        drawText(painter, QRectF(viewport()->rect()).center(), tr("Select a call or a trace."),
                 m_fonts.subject, m_theme.text2, TextAlign::Centre);
    } else {
        WaterfallPainter(m_theme, m_fonts).paint(painter, scene());
        if (m_state.rows().size() == 0) {
            drawText(painter, m_state.geometry().rowsRect().center(),
                     tr("No span of this trace matches the filter."), m_fonts.subject, m_theme.text2,
                     TextAlign::Centre);
        }
    }
    if (m_focusByKeyboard && hasFocus() && !m_state.selectedRow()) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void WaterfallCanvas::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void WaterfallCanvas::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_fonts = Fonts(font());
        layOut();
    }
}

void WaterfallCanvas::scrollContentsBy(int, int) {
    m_state.setScroll(verticalScrollBar()->value());
    viewport()->update();
}

void WaterfallCanvas::focusInEvent(QFocusEvent* event) {
    m_focusByKeyboard = isKeyboardReason(event->reason());
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void WaterfallCanvas::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void WaterfallCanvas::showTip(QPoint global, QPointF position) {
    const QStringList lines = m_state.trace() == nullptr ? QStringList{} : tipAt(scene(), position);
    if (lines.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(global, plainToolTip(lines.join(QLatin1Char('\n'))), viewport());
    }
}

void WaterfallCanvas::setMeasured(std::optional<TimeWindow> measured) {
    m_measured = measured;
    m_measureText = m_measured && m_state.trace() != nullptr
                        ? measureText(*m_state.trace(), m_state.root(), *m_measured)
                        : QStringList{};
    viewport()->update();
}

} // namespace hallway
