#include "gui/GraphActions.h"

#include "common/ViewKeys.h"
#include "graph/GraphView.h"
#include "gui/GraphPresenter.h"
#include "session/ResourceKeys.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <array>
#include <functional>

namespace hallway {

namespace {

/// What services are mostly grouped by, in the words of the OpenTelemetry conventions and before them.
constexpr std::array<const char*, 10> usualKeys{"service.namespace",
                                                "k8s.namespace.name",
                                                "deployment.environment.name",
                                                "deployment.environment",
                                                "cloud.availability_zone",
                                                "cloud.region",
                                                "team",
                                                "service.team",
                                                "k8s.cluster.name",
                                                "host.name"};
constexpr std::size_t mostKeys = 60; // in a menu

bool isUsual(const std::string& key) {
    return std::find(usualKeys.begin(), usualKeys.end(), key) != usualKeys.end();
}

/// As a FigureExpression writes it.
std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

/// Put or taken out, in order.
void toggle(std::vector<std::string>& sorted, const std::string& value) {
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), value);
    if (place != sorted.end() && *place == value)
        sorted.erase(place);
    else
        sorted.insert(place, value);
}

} // namespace

GraphActions::GraphActions(GraphView& view, GraphPresenter& graph, QObject* parent)
    : QObject(parent), m_view(view), m_graph(graph) {
    makeFocus();
    makeHiding();
    makeArrangement();
    connect(&view.menu(), &QMenu::aboutToShow, this, &GraphActions::fillArrangeMenu);
    connect(&graph, &GraphPresenter::controlsChanged, this, &GraphActions::update);
    update();
}

QAction* GraphActions::make(const QString& text, const QKeySequence& key, const QString& tip,
                            const std::function<void()>& act) {
    auto* action = new QAction(text, &m_view.canvas());
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(tip);
    m_view.canvas().addAction(action);
    connect(action, &QAction::triggered, this, act);
    return action;
}

QAction* GraphActions::makeSwitch(const QString& text, const QKeySequence& key, const QString& tip,
                                  const std::function<void(bool)>& act) {
    QAction* const action = make(text, key, tip, [] {});
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void GraphActions::makeFocus() {
    m_focus = make(tr("Focus on the selection"), QKeySequence(Qt::SHIFT | Qt::Key_F),
                   tr("Show the selected service or edge, its callers and its callees only"),
                   [this] { focusOnChoice(); });
    m_moreUp = make(tr("Focus: more callers"), QKeySequence(Qt::Key_U), {}, [this] { stepFocus(1, 0); });
    m_lessUp = make(tr("Focus: fewer callers"), QKeySequence(Qt::SHIFT | Qt::Key_U), {},
                    [this] { stepFocus(-1, 0); });
    m_moreDown = make(tr("Focus: more callees"), QKeySequence(Qt::Key_J), {}, [this] { stepFocus(0, 1); });
    m_lessDown = make(tr("Focus: fewer callees"), QKeySequence(Qt::SHIFT | Qt::Key_J), {},
                      [this] { stepFocus(0, -1); });
    m_unfocus = make(tr("Show all services"), {}, {}, [this] { m_graph.clearFocus(); });
}

void GraphActions::makeHiding() {
    m_find = make(tr("Find in the graph"), {}, {}, [this] { m_view.openSearch(); });
    m_hide = make(tr("Hide the selection"), QKeySequence(Qt::Key_Delete), {}, [this] { hideChoice(); });
    m_showHidden =
        make(tr("Show what is hidden by expression"), QKeySequence(Qt::SHIFT | Qt::Key_Delete), {}, [this] {
            GraphControls next = m_graph.controls();
            next.hide.clear();
            m_graph.change(next, tr("show hidden parts"));
        });
    m_thresholds =
        make(tr("Hide weak edges"), QKeySequence(Qt::Key_H), tr("Thresholds of calls, failures and p99 (H)"),
             [this] { m_view.toggleThresholds(); });
}

void GraphActions::makeArrangement() {
    m_operations = make(tr("Operations of the selected service"), QKeySequence(Qt::Key_O),
                        tr("Take the service apart into its operations, or put it together"),
                        [this] { toggleOperations(); });
    m_box = make(tr("Collapse or expand its box"), QKeySequence(Qt::Key_K), {}, [this] { toggleBox(); });
    m_noBoxes = make(tr("No boxes"), {}, {}, [this] { groupBy({}); });
    m_queues = makeSwitch(tr("Queues as nodes"), QKeySequence(Qt::Key_Q),
                          tr("Producer, queue, consumer instead of producer and consumer"), [this](bool on) {
                              GraphControls next = m_graph.controls();
                              next.queuesAsNodes = on;
                              m_graph.change(next, tr("queues"));
                          });
    m_topDown = makeSwitch(tr("From top to bottom"), QKeySequence(Qt::Key_R), {}, [this](bool on) {
        GraphControls next = m_graph.controls();
        next.direction = on ? LayoutDirection::TopDown : LayoutDirection::LeftToRight;
        m_graph.change(next, tr("direction"));
    });
    m_oneTrace = makeSwitch(tr("This trace only"), QKeySequence(Qt::Key_T),
                            tr("The graph and the figures of the selected trace"),
                            [this](bool on) { m_graph.setOneTrace(on); });
    m_unpinAll = make(tr("Put all cards back"), {}, {}, [this] {
        GraphControls next = m_graph.controls();
        next.places().clear();
        m_graph.change(next, tr("unpin all"));
    });
}

void GraphActions::update() {
    const GraphControls& now = m_graph.controls();
    m_queues->setChecked(now.queuesAsNodes);
    m_topDown->setChecked(now.direction == LayoutDirection::TopDown);
    m_oneTrace->setChecked(m_graph.isOneTrace());
    for (QAction* action : {m_moreUp, m_lessUp, m_moreDown, m_lessDown, m_unfocus})
        action->setEnabled(now.focus.has_value());
    m_showHidden->setEnabled(!now.hide.empty());
    m_noBoxes->setEnabled(!now.groupBy.empty());
    m_unpinAll->setEnabled(!now.places().empty());
}

void GraphActions::stepFocus(int up, int down) {
    GraphControls next = m_graph.controls();
    if (!next.focus) return;
    next.focus->up = std::max(0, next.focus->up + up);
    next.focus->down = std::max(0, next.focus->down + down);
    m_graph.change(next, tr("focus"));
}

void GraphActions::focusOnChoice() {
    const auto& subject = m_graph.subject();
    if (!subject) return;
    const GraphChoice choice = m_graph.choice();
    const ServiceGraph& whole = *subject->whole;
    GraphControls next = m_graph.controls();
    if (const auto* const node = std::get_if<NodeId>(&choice)) {
        next.focus = GraphControls::Focus{whole.nodes[node->index()].node.label, {}};
    } else if (const auto* const id = std::get_if<EdgeId>(&choice)) {
        const GraphEdge& edge = whole.edges[id->index()];
        next.focus = GraphControls::Focus{whole.nodes[edge.caller.index()].node.label,
                                          whole.nodes[edge.callee.index()].node.label, edge.callClass};
    }
    m_graph.change(next, tr("focus"));
}

void GraphActions::hideChoice() {
    const auto& subject = m_graph.subject();
    if (!subject) return;
    const GraphChoice choice = m_graph.choice();
    const auto label = [&](NodeId node) { return quoted(subject->whole->nodes[node.index()].node.label); };
    std::string condition;
    if (const auto* const node = std::get_if<NodeId>(&choice)) {
        condition = "name = " + label(*node);
    } else if (const auto* const id = std::get_if<EdgeId>(&choice)) {
        const GraphEdge& edge = subject->whole->edges[id->index()];
        condition = "(caller = " + label(edge.caller) + " && callee = " + label(edge.callee) + ")";
    }
    if (condition.empty()) return;
    GraphControls next = m_graph.controls();
    next.alsoHide(condition);
    m_graph.change(next, tr("hide %1").arg(QString::fromStdString(condition)));
}

void GraphActions::toggleOperations() {
    const auto& subject = m_graph.subject();
    const GraphChoice choice = m_graph.choice();
    const auto* const node = std::get_if<NodeId>(&choice);
    if (!subject || !node) return;
    const auto recorded = subject->recorded(*node);
    if (!recorded) return;
    const Node& service = m_graph.recordedNode(*recorded);
    if (service.kind != NodeKind::Service) return;
    GraphControls next = m_graph.controls();
    toggle(next.operationsOf, service.label);
    m_graph.change(next, tr("operations of %1").arg(QString::fromStdString(service.label)));
}

void GraphActions::toggleBox() {
    const auto& subject = m_graph.subject();
    const GraphChoice choice = m_graph.choice();
    const auto* const node = std::get_if<NodeId>(&choice);
    if (!subject || !subject->groups || !node) return;
    GraphControls next = m_graph.controls();
    if (m_graph.stage().isGroup(*node)) {
        toggle(next.collapsed, subject->whole->nodes[node->index()].node.name);
    } else if (const auto recorded = subject->recorded(*node)) {
        const auto group = subject->groups->of[recorded->index()];
        if (!group) return;
        toggle(next.collapsed, subject->groups->names[*group]);
    }
    m_graph.change(next, tr("boxes"));
}

void GraphActions::groupBy(const std::string& key) {
    GraphControls next = m_graph.controls();
    next.groupBy = key;
    next.collapsed.clear();
    m_graph.change(next, tr("boxes"));
}

void GraphActions::fillBoxes(QMenu& menu) {
    const auto capture = m_graph.capture();
    if (!capture) return;
    const std::vector<std::string> keys = resourceKeysOf(*capture);
    const auto add = [this](QMenu& to, const std::string& key) {
        QString text = QString::fromStdString(key);
        QAction* const action = to.addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(m_graph.controls().groupBy == key);
        connect(action, &QAction::triggered, this, [this, key] { groupBy(key); });
    };
    for (const char* const key : usualKeys)
        if (std::binary_search(keys.begin(), keys.end(), key)) add(menu, key);
    QMenu* const others = menu.addMenu(tr("Another attribute"));
    std::size_t added = 0;
    for (const std::string& key : keys)
        if (!isUsual(key) && added++ < mostKeys) add(*others, key);
    others->setEnabled(!others->isEmpty());
    menu.addSeparator();
    menu.addAction(m_noBoxes);
}

void GraphActions::fillArrangeMenu() {
    QMenu& menu = m_view.menu();
    menu.clear();
    menu.addActions({m_find, m_thresholds, m_showHidden});
    menu.addSeparator();
    menu.addActions({m_focus, m_unfocus, m_oneTrace});
    menu.addSeparator();
    fillBoxes(*menu.addMenu(tr("Boxes by")));
    menu.addActions({m_operations, m_queues, m_topDown, m_unpinAll});
}

void GraphActions::fill(QMenu& menu, const GraphChoice& on) {
    if (!std::holds_alternative<std::monostate>(on)) menu.addActions({m_focus, m_hide});
    if (std::holds_alternative<NodeId>(on)) {
        menu.addAction(m_operations);
        if (!m_graph.controls().groupBy.empty()) menu.addAction(m_box);
        QAction* const pin = menu.addAction(tr("Pin or unpin\tP"));
        connect(pin, &QAction::triggered, &m_view.canvas(), &GraphCanvas::togglePlace);
    }
    if (m_graph.controls().focus) menu.addActions({m_unfocus, m_moreUp, m_lessUp, m_moreDown, m_lessDown});
    menu.addSeparator();
    menu.addActions({m_find, m_thresholds, m_showHidden});
    menu.addSeparator();
    fillBoxes(*menu.addMenu(tr("Boxes by")));
    menu.addActions({m_queues, m_topDown, m_oneTrace, m_unpinAll});
}

} // namespace hallway
