// The keys, commands and menus of the waterfall.
#include "common/PhysicalKey.h"
#include "common/ViewKeys.h"
#include "waterfall/WaterfallCanvas.h"
#include "waterfall/WaterfallFinding.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

namespace hallway {

void WaterfallCanvas::connectCommands() {
    declareKeys(*this, {{Qt::Key_W, tr("Zoom in")},
                        {Qt::Key_S, tr("Zoom out")},
                        {Qt::Key_A, tr("Earlier")},
                        {Qt::Key_D, tr("Later")},
                        {Qt::Key_Up, tr("Row above")},
                        {Qt::Key_Down, tr("Row below")},
                        {Qt::Key_Right, tr("Expand the row, or to its first child")},
                        {Qt::Key_Left, tr("Collapse the row, or to its parent")},
                        {Qt::Key_Return, tr("Into the subtree, the fold or the attributes")}});
    const WaterfallActions& to = *m_commands;
    const auto on = [this](QAction* action, auto work) { connect(action, &QAction::triggered, this, work); };
    const auto toggles = [this](QAction* action, void (WaterfallCanvas::*set)(bool)) {
        connect(action, &QAction::toggled, this, set);
    };
    toggles(to.criticalPath, &WaterfallCanvas::setCriticalPath);
    toggles(to.foldSiblings, &WaterfallCanvas::setFoldSiblings);
    toggles(to.hideOthers, &WaterfallCanvas::setHidesOthers);

    const auto rows = [this, on](QAction* action, auto change) {
        on(action, [this, change] {
            const auto before = m_state.selected();
            change(m_state);
            rowsWereChanged(before);
        });
    };
    rows(to.levelMore, [](WaterfallState& state) { state.showLevelMore(); });
    rows(to.levelLess, [](WaterfallState& state) { state.showLevelLess(); });
    rows(to.expandAll, [](WaterfallState& state) { state.showLevels(TreeSpan::none); });
    rows(to.collapseAll, [](WaterfallState& state) { state.showLevels(1); });
    rows(to.expandSubtree, [](WaterfallState& state) { state.expandSubtree(); });
    rows(to.collapseSubtree, [](WaterfallState& state) { state.collapseSubtree(); });

    on(to.showSubtree, [this] { showSubtree(*m_state.selected()); });
    on(to.showWholeTrace, [this] { showSubtree(TreeSpan::none); });
    on(to.goBack, [this] {
        const auto before = m_state.selected();
        m_animation.stop();
        if (m_state.goBack()) {
            rowsWereChanged(before);
        } else {
            emit backRequested();
        }
    });
    on(to.frame, [this] { showWindow(m_state.windowFraming(), true); });
    on(to.wholeTime, [this] { showWindow(wholeOf(whole()), true); });
    on(to.measure, [this] { measureSelection(); });
    on(to.nextFailure,
       [this] { goTo(nextFailure(*m_state.trace(), m_state.selected(), true, m_state.root())); });
    on(to.previousFailure,
       [this] { goTo(nextFailure(*m_state.trace(), m_state.selected(), false, m_state.root())); });
    on(to.deepestFailure, [this] { goTo(deepestFailure(*m_state.trace(), m_state.root())); });
    on(to.details, [this] { emit spanActivated(*selectedSpan()); });
    on(to.followLink, [this] { followLinkOfSelection(); });
    const std::pair<QAction*, SpanCopy> copies[] = {{to.copyLine, SpanCopy::Line},
                                                    {to.copySpanId, SpanCopy::IdOfSpan},
                                                    {to.copyOperation, SpanCopy::Name},
                                                    {to.copyDuration, SpanCopy::Length},
                                                    {to.copySubtree, SpanCopy::Subtree}};
    for (const auto& copy : copies) {
        on(copy.first, [this, what = copy.second] { emit copyRequested(*selectedSpan(), what); });
    }
    on(to.copyTraceId,
       [this] { emit copyRequested(m_state.trace()->spans.front().row, SpanCopy::IdOfTrace); });
    const std::pair<QAction*, SpanFilter> filters[] = {{to.filterService, SpanFilter::Service},
                                                       {to.filterOperation, SpanFilter::Operation},
                                                       {to.filterValue, SpanFilter::Value}};
    for (const auto& filter : filters) {
        on(filter.first, [this, what = filter.second] { emit filterRequested(*selectedSpan(), what); });
    }
    on(to.exportPicture, [this] { emit exportRequested(); });
}

void WaterfallCanvas::updateCommands() {
    WaterfallActions::Possible possible;
    const WaterfallTrace* trace = m_state.trace();
    possible.trace = trace != nullptr && !trace->empty();
    const auto selected = possible.trace ? m_state.selected() : std::nullopt;
    possible.back = true; // over a link too: who is asked knows
    possible.rooted = m_state.root() != TreeSpan::none;
    possible.filter = m_state.hasFilter();
    possible.failures = possible.trace && trace->failureOrigins > 0;
    if (selected) {
        const WaterfallSpan& span = trace->spans[*selected];
        possible.span = true;
        possible.subtree = span.childCount > 0 && *selected != m_state.root();
        possible.links =
            span.hasLinks || (m_facts && !m_facts->linksHere.empty() && m_facts->linksHere[*selected] > 0);
        possible.value = m_colours.by == WaterfallColourBy::Attribute && !m_colours.codes.empty() &&
                         m_colours.codes[*selected] != colour::neutral;
    }
    m_commands->setPossible(possible);
}

void WaterfallCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (m_state.trace() == nullptr) {
        return;
    }
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const auto row = byMouse ? m_state.geometry().rowAt(event->pos()) : m_state.selectedRow();
    if (row && byMouse) { // the menu is about what it was opened on
        const auto before = m_state.selected();
        m_state.select(m_state.rows().rows[*row].span);
        selectionChanged(before);
    }
    auto* menu = new QMenu(this); // not exec(): nobody waits for an answer
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands->fill(*menu, row.has_value());
    menu->popup(event->globalPos());
}

bool WaterfallCanvas::event(QEvent* event) {
    // Esc ends the measuring before it ends a selection.
    if (event->type() == QEvent::ShortcutOverride && m_measured &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    // The calls marked here come before those that the window's own keys walk.
    const bool marksCalls = std::find(m_edgeCalls.begin(), m_edgeCalls.end(), true) != m_edgeCalls.end();
    if (marksCalls && claimsKey(*event, {Qt::Key_Period, Qt::Key_Comma})) return true;
    return QAbstractScrollArea::event(event);
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
        rowsWereChanged(before);
        return true;
    case Qt::Key_Right:
        m_state.stepIn();
        rowsWereChanged(before);
        return true;
    case Qt::Key_Period:
        goToEdgeCall(true);
        return true;
    case Qt::Key_Comma:
        goToEdgeCall(false);
        return true;
    case Qt::Key_Escape:
        if (!m_measured) {
            return false;
        }
        setMeasured(std::nullopt);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        return true;
    default:
        return false;
    }
}

void WaterfallCanvas::enter() {
    const auto row = m_state.selectedRow();
    if (!row) {
        return;
    }
    const WaterfallRow& shown = m_state.rows().rows[*row];
    if (shown.isFold()) {
        const auto before = m_state.selected();
        m_state.toggle(*row);
        rowsWereChanged(before);
    } else if (m_commands->showSubtree->isEnabled()) {
        m_commands->showSubtree->trigger();
    } else {
        emit spanActivated(*selectedSpan());
    }
}

void WaterfallCanvas::measureSelection() {
    const auto row = m_state.selectedRow();
    if (!row) {
        return;
    }
    const WaterfallRow& shown = m_state.rows().rows[*row];
    TimeWindow time{shown.from, std::max(shown.to, shown.from + Duration(1))};
    if (m_measured) { // from one span to another; once more on the same one ends it
        if (m_measured->from <= time.from && m_measured->to >= time.to) {
            setMeasured(std::nullopt);
            return;
        }
        time = {std::min(time.from, m_measured->from), std::max(time.to, m_measured->to)};
    }
    setMeasured(time);
}

void WaterfallCanvas::followLinkOfSelection() {
    const auto row = m_state.selectedRow();
    if (row && selectedSpan()) {
        const QRectF rect = m_state.geometry().rowRect(*row);
        emit linksRequested(*selectedSpan(), viewport()->mapToGlobal(rect.bottomLeft()).toPoint());
    }
}

void WaterfallCanvas::goTo(std::optional<std::uint32_t> span) {
    if (span) {
        choose(*span);
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
