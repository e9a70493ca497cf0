// What the view's signals do to the controls, and what the bar says about them.
#include "gui/GraphPresenter.h"

#include "common/Text.h"

#include <algorithm>

namespace hallway {

void GraphPresenter::connectView() {
    connect(&m_view, &GraphView::nodeSelected, this, [this](NodeId node) { choose(node); });
    connect(&m_view, &GraphView::edgeSelected, this, [this](EdgeId edge) { choose(edge); });
    connect(&m_view, &GraphView::selectionCleared, this, [this] { choose({}); });
    connect(&m_view, &GraphView::focusChosen, this, &GraphPresenter::activate);
    connect(&m_view, &GraphView::focusCleared, this, &GraphPresenter::clearFocus);
    connect(&m_view, &GraphView::minCallsChosen, this, [this](std::uint64_t calls) {
        EdgeThresholds least = m_controls.least;
        least.calls = calls;
        decide(least, tr("hide weak edges"));
    });
    connect(&m_view, &GraphView::hideWanted, this, [this](const QString& expression) {
        GraphControls next = m_controls;
        next.alsoHide(expression.toStdString());
        change(next, tr("hide %1").arg(expression));
    });
    connect(&m_view.thresholds(), &GraphThresholds::changed, this,
            [this](const EdgeThresholds& least) { decide(least, tr("hide weak edges")); });
    connect(&m_view, &GraphView::measureChosen, this, &GraphPresenter::measureChosen);
    connect(&m_view, &GraphView::layoutRetried, this, [this] { layOut(LayoutPatience::unlimited); });
    GraphCanvas& canvas = m_view.canvas();
    const auto labelOf = [this](NodeId node) { return m_shown->whole->nodes[node.index()].node.label; };
    connect(&canvas, &GraphCanvas::nodeMoved, this, [this, labelOf](NodeId node, const QPointF& centre) {
        if (!m_shown || m_shown != m_subject) return show();
        GraphControls next = m_controls;
        next.places()[labelOf(node)] = {centre.x(), centre.y()};
        change(next, tr("move %1").arg(QString::fromStdString(labelOf(node))));
    });
    connect(&canvas, &GraphCanvas::placeToggled, this, [this, labelOf](NodeId node, const QPointF& centre) {
        if (!m_shown) return;
        GraphControls next = m_controls;
        const std::string label = labelOf(node);
        const bool wasPlaced = next.places().erase(label) > 0;
        if (!wasPlaced) next.places()[label] = {centre.x(), centre.y()};
        change(next, (wasPlaced ? tr("unpin %1") : tr("pin %1")).arg(QString::fromStdString(label)));
    });
    connect(&canvas, &GraphCanvas::boxActivated, this, [this](std::uint32_t box) {
        if (!m_shown || box >= m_shown->boxes.boxes.size()) return;
        const ProjectedBox& held = m_shown->boxes.boxes[box];
        GraphControls next = m_controls;
        if (held.group) {
            const auto place = std::lower_bound(next.collapsed.begin(), next.collapsed.end(), held.label);
            next.collapsed.insert(place, held.label);
        } else {
            std::erase(next.operationsOf, held.label);
        }
        change(next, tr("collapse %1").arg(QString::fromStdString(held.label)));
    });
}

void GraphPresenter::connectBar() {
    GraphBar& bar = m_view.bar();
    const auto clear = [this, &bar](auto signal, auto edit, const QString& what) {
        connect(&bar, signal, this, [this, edit, what] {
            GraphControls next = m_controls;
            edit(next);
            change(next, what);
        });
    };
    connect(&bar, &GraphBar::focusStepped, this, [this](int up, int down) {
        if (!m_controls.focus) return;
        GraphControls next = m_controls;
        next.focus->up = std::max(0, up);
        next.focus->down = std::max(0, down);
        change(next, tr("focus"));
    });
    connect(&bar, &GraphBar::focusCleared, this, &GraphPresenter::clearFocus);
    clear(
        &GraphBar::hideCleared, [](GraphControls& next) { next.hide.clear(); }, tr("show hidden parts"));
    connect(&bar, &GraphBar::thresholdsCleared, this, [this] { decide({}, tr("hide weak edges")); });
    clear(
        &GraphBar::groupsCleared,
        [](GraphControls& next) {
            next.groupBy.clear();
            next.collapsed.clear();
        },
        tr("boxes"));
    connect(&bar, &GraphBar::groupsCollapsed, this, [this](bool all) {
        GraphControls next = m_controls;
        next.collapsed.clear();
        if (all && m_subject && m_subject->groups) next.collapsed = m_subject->groups->names;
        change(next, all ? tr("collapse all") : tr("expand all"));
    });
    clear(
        &GraphBar::operationsCleared, [](GraphControls& next) { next.operationsOf.clear(); },
        tr("operations"));
    clear(
        &GraphBar::queuesCleared, [](GraphControls& next) { next.queuesAsNodes = false; }, tr("queues"));
    clear(
        &GraphBar::placesCleared, [](GraphControls& next) { next.places().clear(); }, tr("unpin all"));
    connect(&bar, &GraphBar::traceCleared, this, [this] { setOneTrace(false); });
}

GraphBarState GraphPresenter::barState() const {
    const auto text = [](const std::string& value) { return shownText(value); };
    GraphBarState bar;
    if (m_filter.focus && m_controls.focus) {
        const GraphControls::Focus& focus = *m_controls.focus;
        bar.focus = {focus.callee.empty() ? text(focus.node)
                                          : text(focus.node) + QStringLiteral(" → ") + text(focus.callee),
                     focus.up, focus.down, m_visible.nodes.size(), m_visible.allNodes};
    }
    if (m_filter.hide) bar.hide = text(m_filter.hide->text());
    bar.hidden = m_visible.byExpression;
    bar.least = m_controls.least; // what only keeps it readable stands in the head
    bar.weak = m_visible.weak;
    if (m_subject->groups) {
        const NodeGroups& groups = *m_subject->groups;
        bar.groupBy = text(groups.key);
        bar.groups = static_cast<int>(groups.names.size());
        bar.mixed = groups.mixed.size();
        bar.ungrouped = groups.withoutValue;
        QStringList lines;
        for (const auto& [node, share] : groups.mixed) {
            if (lines.size() == 20) break;
            const std::string& value = groups.names[*groups.of[node.index()]];
            lines += tr("%1: %2 % %3")
                         .arg(text(m_capture->calls().nodes[node.index()].label))
                         .arg(qRound(share * 100))
                         .arg(text(value));
        }
        bar.mixedText = lines.join(QLatin1Char('\n'));
    }
    for (const std::string& service : m_controls.operationsOf)
        bar.operationsOf += text(service);
    bar.queuesAsNodes = m_controls.queuesAsNodes;
    bar.placed = m_controls.places().size();
    if (const auto one = trace())
        bar.trace =
            QString::fromStdString(textOf(m_capture->spans().traces[one->index()].id, m_capture->strings()));
    return bar;
}

} // namespace hallway
