#include "graph/GraphBar.h"

#include "base/FormatText.h"
#include "common/FlowLayout.h"
#include "common/Icons.h"
#include "common/PlainToolTip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace hallway {

namespace {

constexpr int farthest = 99; // hops

QString asText(const std::string& text) { return QString::fromStdString(text); }

QString thresholdText(const EdgeThresholds& least) {
    QStringList parts;
    if (least.calls > 0) parts += GraphBar::tr("%1 calls").arg(asText(format::countExact(least.calls)));
    if (least.failed > 0) parts += GraphBar::tr("%1 % failed").arg(least.failed * 100);
    if (least.p99 > Duration::zero())
        parts += GraphBar::tr("p99 %1").arg(asText(format::duration(least.p99)));
    return parts.join(QStringLiteral(" · "));
}

QString counted(std::size_t count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(count);
}

} // namespace

QString hiddenText(const HiddenParts& hidden) {
    QStringList parts;
    if (hidden.edges > 0) parts += counted(hidden.edges, GraphBar::tr("1 edge"), GraphBar::tr("%1 edges"));
    if (hidden.nodes > 0)
        parts += counted(hidden.nodes, GraphBar::tr("1 service"), GraphBar::tr("%1 services"));
    if (parts.isEmpty()) return GraphBar::tr("nothing hidden");
    const QString what = GraphBar::tr("%1 hidden").arg(parts.join(GraphBar::tr(" and ")));
    return hidden.failing == 0 ? what
                               : GraphBar::tr("%1, %2 of the edges failing").arg(what).arg(hidden.failing);
}

GraphBar::GraphBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("graphBar"));
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(8, 3, 8, 3);
    flow->setSpacing(6);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    addFocus();
    m_trace = addChip(QStringLiteral("trace"), tr("Figures of all traces again"));
    m_hide = addChip(QStringLiteral("hide"), tr("Hide nothing by expression"));
    m_least = addChip(QStringLiteral("least"), tr("No thresholds"));
    m_groups = addChip(QStringLiteral("groups"), tr("No boxes"));
    m_collapse = addStep(m_groups.frame, tr("Collapse all"), tr("One card for each box"));
    m_expand = addStep(m_groups.frame, tr("Expand all"), tr("All services of all boxes"));
    m_operations = addChip(QStringLiteral("operations"), tr("Services in one piece again"));
    m_queues = addChip(QStringLiteral("queues"), tr("Messages from service to service again"));
    m_places = addChip(QStringLiteral("places"), tr("Put all back where the layout has them"));
    connect(m_focus.close, &QToolButton::clicked, this, &GraphBar::focusCleared);
    connect(m_trace.close, &QToolButton::clicked, this, &GraphBar::traceCleared);
    connect(m_hide.close, &QToolButton::clicked, this, &GraphBar::hideCleared);
    connect(m_least.close, &QToolButton::clicked, this, &GraphBar::thresholdsCleared);
    connect(m_groups.close, &QToolButton::clicked, this, &GraphBar::groupsCleared);
    connect(m_collapse, &QToolButton::clicked, this, [this] { emit groupsCollapsed(true); });
    connect(m_expand, &QToolButton::clicked, this, [this] { emit groupsCollapsed(false); });
    connect(m_operations.close, &QToolButton::clicked, this, &GraphBar::operationsCleared);
    connect(m_queues.close, &QToolButton::clicked, this, &GraphBar::queuesCleared);
    connect(m_places.close, &QToolButton::clicked, this, &GraphBar::placesCleared);
    setTheme(Theme());
    setState({});
}

GraphBar::Chip GraphBar::addChip(const QString& name, const QString& wayOut) {
    auto* frame = new QWidget(this);
    frame->setObjectName(name);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(8, 0, 2, 0);
    row->setSpacing(2);
    auto* text = new QLabel(frame);
    text->setTextFormat(Qt::PlainText);
    auto* close = new QToolButton(frame);
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(wayOut);
    close->setAccessibleName(wayOut);
    row->addWidget(text);
    row->addWidget(close);
    layout()->addWidget(frame);
    m_closes.push_back(close);
    return {frame, text, close};
}

QToolButton* GraphBar::addStep(QWidget* chip, const QString& sign, const QString& what) {
    auto* button = new QToolButton(chip);
    button->setText(sign);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(what);
    button->setAccessibleName(what);
    auto* row = static_cast<QHBoxLayout*>(chip->layout());
    row->insertWidget(row->count() - 1, button);
    return button;
}

void GraphBar::addFocus() {
    m_focus = addChip(QStringLiteral("focus"), tr("Show all services again (Esc)"));
    const auto label = [this] {
        auto* text = new QLabel(m_focus.frame);
        auto* row = static_cast<QHBoxLayout*>(m_focus.frame->layout());
        row->insertWidget(row->count() - 1, text);
        return text;
    };
    const QString minus = QStringLiteral("−"), plus = QStringLiteral("+");
    m_lessUp = addStep(m_focus.frame, minus, tr("Fewer callers (Shift+U)"));
    m_up = label();
    m_moreUp = addStep(m_focus.frame, plus, tr("More callers (U)"));
    m_lessDown = addStep(m_focus.frame, minus, tr("Fewer callees (Shift+J)"));
    m_down = label();
    m_moreDown = addStep(m_focus.frame, plus, tr("More callees (J)"));
    m_reach = label();
    const auto step = [this](QToolButton* button, int up, int down) {
        connect(button, &QToolButton::clicked, this, [this, up, down] {
            if (m_state.focus) emit focusStepped(m_state.focus->up + up, m_state.focus->down + down);
        });
    };
    step(m_lessUp, -1, 0);
    step(m_moreUp, 1, 0);
    step(m_lessDown, 0, -1);
    step(m_moreDown, 0, 1);
}

void GraphBar::say(const Chip& chip, const QString& text) {
    chip.text->setText(text);
    chip.frame->setVisible(!text.isEmpty());
}

void GraphBar::setState(const GraphBarState& state) {
    m_state = state;
    say(m_focus, state.focus ? tr("%1:").arg(state.focus->name) : QString());
    if (const auto& focus = state.focus) {
        m_up->setText(tr("%1 up").arg(focus->up));
        m_down->setText(tr("%1 down").arg(focus->down));
        m_reach->setText(tr("· %1 of %2 services").arg(focus->shown).arg(focus->all));
        m_lessUp->setEnabled(focus->up > 0);
        m_lessDown->setEnabled(focus->down > 0);
        m_moreUp->setEnabled(focus->up < farthest);
        m_moreDown->setEnabled(focus->down < farthest);
    }
    say(m_trace, state.trace.isEmpty() ? QString() : tr("Figures of one trace: %1").arg(state.trace));
    say(m_hide,
        state.hide.isEmpty() ? QString() : tr("Hide %1: %2").arg(state.hide, hiddenText(state.hidden)));
    const QString least = thresholdText(state.least);
    say(m_least, least.isEmpty() ? QString() : tr("At least %1: %2").arg(least, hiddenText(state.weak)));
    QString groups;
    if (!state.groupBy.isEmpty()) {
        groups = tr("%1 boxes by %2").arg(state.groups).arg(state.groupBy);
        if (state.ungrouped > 0)
            groups +=
                counted(state.ungrouped, tr(" · 1 service without it"), tr(" · %1 services without it"));
        if (state.mixed > 0)
            groups += counted(state.mixed, tr(" · 1 service mixed"), tr(" · %1 services mixed"));
    }
    say(m_groups, groups);
    m_groups.text->setToolTip(plainToolTip(state.mixedText));
    say(m_operations, state.operationsOf.isEmpty()
                          ? QString()
                          : tr("Operations of %1").arg(state.operationsOf.join(QStringLiteral(", "))));
    say(m_queues, state.queuesAsNodes ? tr("Queues as nodes") : QString());
    say(m_places, state.placed == 0
                      ? QString()
                      : counted(state.placed, tr("1 card placed by hand"), tr("%1 cards placed by hand")));
    setVisible(state != GraphBarState{});
    updateGeometry();
}

void GraphBar::setTheme(const Theme& theme) {
    m_theme = theme;
    for (QToolButton* close : m_closes)
        close->setIcon(themedIcon(Icon::Close, theme));
    update();
}

void GraphBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.header);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.line);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.band);
    for (const Chip& chip : {m_focus, m_trace, m_hide, m_least, m_groups, m_operations, m_queues, m_places})
        if (chip.frame->isVisible()) painter.drawRoundedRect(chip.frame->geometry(), 4, 4);
}

} // namespace hallway
