#include "graph/GraphView.h"

#include "common/EmptyState.h"
#include "common/Icons.h"
#include "common/MenuButton.h"
#include "common/PanelHead.h"
#include "graph/GraphLegend.h"

#include <QActionGroup>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace hallway {

namespace {

constexpr std::array measures{LabelMeasure::Calls,       LabelMeasure::Failed, LabelMeasure::P50,
                              LabelMeasure::P95,         LabelMeasure::P99,    LabelMeasure::FanOut,
                              LabelMeasure::CriticalPath};

constexpr int leastWidth = 240; // px
constexpr int mostMinCalls = 9'999'999;

QString shownMeasure(LabelMeasure measure) {
    switch (measure) {
    case LabelMeasure::Calls:
        return GraphView::tr("calls");
    case LabelMeasure::Failed:
        return GraphView::tr("failed");
    case LabelMeasure::P50:
        return GraphView::tr("p50");
    case LabelMeasure::P95:
        return GraphView::tr("p95");
    case LabelMeasure::P99:
        return GraphView::tr("p99");
    case LabelMeasure::FanOut:
        return GraphView::tr("fan-out");
    case LabelMeasure::CriticalPath:
        return GraphView::tr("critical path");
    }
    return {};
}

QString simplifiedText(const GraphScene& scene) {
    const std::optional<Error>& reason = scene.simplifiedBecause;
    if (reason && reason->code == ErrorCode::LayoutTimedOut && !reason->arguments.empty())
        return GraphView::tr("The layout took longer than %1 s; a simpler one is shown.")
            .arg(QString::fromStdString(reason->arguments.front()));
    return GraphView::tr("A simpler layout is shown.");
}

QString emptyText(const VisibleGraph& visible, const GraphFilter& filter) {
    if (visible.byExpression.nodes > 0 && filter.hide)
        return GraphView::tr("All that is left is hidden by %1.")
            .arg(QString::fromStdString(filter.hide->text()));
    const EdgeThresholds callsOnly{filter.least.calls, 0, {}};
    if (visible.weak.edges > 0)
        return filter.least == callsOnly
                   ? GraphView::tr("Every edge has fewer than %1 calls.").arg(filter.least.calls)
                   : GraphView::tr("No edge reaches all thresholds.");
    return GraphView::tr("These traces stay inside one service, so there are no calls to draw.");
}

QToolButton* flatButton(QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

GraphView::GraphView(QWidget* parent)
    : QWidget(parent), m_head(new PanelHead(tr("Service graph"), this)), m_canvas(new GraphCanvas(this)),
      m_empty(new EmptyState(this)), m_bar(new GraphBar(this)), m_search(new GraphSearchBar(this)),
      m_thresholds(new GraphThresholds(this)), m_menu(new QMenu(this)), m_more(new MenuButton(this)),
      m_stack(new QStackedLayout), m_measure(flatButton(this)), m_unfocus(flatButton(this)),
      m_retry(flatButton(this)), m_minCalls(new QSpinBox(this)), m_zoom(flatButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_search);
    column->addWidget(m_thresholds);
    column->addWidget(m_bar);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    setFocusProxy(m_canvas);
    setMinimumWidth(leastWidth); // its head makes do with less
    setAccessibleName(tr("Service graph"));
    buildControls();
    setTheme(Theme());

    connect(m_canvas, &GraphCanvas::nodeSelected, this, &GraphView::nodeSelected);
    connect(m_canvas, &GraphCanvas::edgeSelected, this, &GraphView::edgeSelected);
    connect(m_canvas, &GraphCanvas::selectionCleared, this, &GraphView::selectionCleared);
    connect(m_canvas, &GraphCanvas::edgeActivated, this, &GraphView::edgeActivated);
    connect(m_canvas, &GraphCanvas::nodeActivated, this, &GraphView::focusChosen);
    connect(m_canvas, &GraphCanvas::menuRequested, this, &GraphView::menuRequested);
    connect(m_canvas, &GraphCanvas::escapeLeft, this, [this] {
        if (m_filter.focus) emit focusCleared();
    });
    connect(m_canvas, &GraphCanvas::zoomChanged, this,
            [this](double zoom) { m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100))); });
    connect(m_search, &GraphSearchBar::sought, this, &GraphView::seek);
    connect(m_search, &GraphSearchBar::stepped, this, &GraphView::stepFound);
    connect(m_search, &GraphSearchBar::hideWanted, this, &GraphView::hideWanted);
    connect(m_search, &GraphSearchBar::closed, this, [this] {
        seek({});
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    connect(m_thresholds, &GraphThresholds::closed, m_canvas,
            [this] { m_canvas->setFocus(Qt::OtherFocusReason); });
    connect(m_empty, &EmptyState::buttonClicked, this, &GraphView::messageButtonClicked);
}

GraphView::~GraphView() = default;

void GraphView::buildControls() {
    auto* menu = new QMenu(m_measure);
    auto* group = new QActionGroup(menu);
    for (const LabelMeasure measure : measures) {
        QAction* action = menu->addAction(shownMeasure(measure));
        action->setCheckable(true);
        action->setData(static_cast<int>(measure));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, measure] { emit measureChosen(measure); });
    }
    m_measure->setMenu(menu);
    m_measure->setPopupMode(QToolButton::InstantPopup);
    m_measure->setToolTip(tr("What edges and services show beside their failures"));

    m_minCalls->setRange(0, mostMinCalls);
    m_minCalls->setPrefix(tr("Hide edges under: "));
    m_minCalls->setSuffix(tr(" calls"));
    m_minCalls->setKeyboardTracking(false);
    m_minCalls->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_minCalls->setFrame(false);
    m_minCalls->setFocusPolicy(Qt::StrongFocus);
    m_minCalls->setAccessibleName(tr("Hide edges under this many calls"));
    connect(m_minCalls, &QSpinBox::valueChanged, this,
            [this](int calls) { emit minCallsChosen(static_cast<std::uint64_t>(calls)); });

    m_unfocus->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfocus->setToolTip(tr("Show all services again (Esc)"));
    m_unfocus->hide();
    connect(m_unfocus, &QToolButton::clicked, this, &GraphView::focusCleared);

    m_zoom->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_zoom->setLayoutDirection(Qt::RightToLeft); // the icon stands right of the figure
    m_zoom->setToolTip(tr("Fit the graph (F)"));
    m_zoom->setAccessibleName(tr("Fit the graph"));
    connect(m_zoom, &QToolButton::clicked, m_canvas, &GraphCanvas::fitAll);

    m_more->setText(tr("Arrange"));
    m_more->setMenu(m_menu);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setToolTip(tr("Focus, boxes, queues, direction and what is hidden"));

    m_retry->setText(tr("Try again without limit"));
    m_retry->hide();
    connect(m_retry, &QToolButton::clicked, this, &GraphView::layoutRetried);

    for (QWidget* control :
         std::initializer_list<QWidget*>{m_retry, m_unfocus, m_measure, m_minCalls, m_zoom, m_more})
        m_head->addControl(control);
}

void GraphView::setScene(std::shared_ptr<const GraphScene> scene, const GraphFilter& filter) {
    m_scene = std::move(scene);
    m_filter = filter;
    m_canvas->setScene(m_scene, filter.focus ? filter.focus->node() : std::nullopt);
    seek(m_search->isHidden() ? QString() : m_search->text());
    const bool empty = !m_scene || m_scene->nodes.empty();
    if (empty && m_scene) m_empty->setText(emptyText(m_scene->visible, filter));
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_canvas);
    updateHead();
}

void GraphView::setControls(const GraphBarState& bar, const ThresholdEffects& effects) {
    m_bar->setState(bar);
    m_thresholds->setState(m_filter.least, effects);
}

void GraphView::openSearch() { m_search->open(); }

void GraphView::toggleThresholds() {
    if (m_thresholds->isHidden()) return m_thresholds->open();
    m_thresholds->hide();
    m_canvas->setFocus(Qt::OtherFocusReason);
}

void GraphView::seek(const QString& text) {
    m_found = m_scene ? findIn(*m_scene, text) : GraphFound();
    m_canvas->setFound(m_found.lit);
    m_search->setError(m_found.error);
    if (!m_found.error) m_search->setResult(m_found.hits.size(), currentFound());
}

std::optional<std::size_t> GraphView::currentFound() const {
    const GraphHit selected = m_canvas->selectedHit();
    const auto found = std::find(m_found.hits.begin(), m_found.hits.end(), selected);
    if (found == m_found.hits.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_found.hits.begin());
}

void GraphView::stepFound(bool forward) {
    const std::size_t count = m_found.hits.size();
    if (count == 0) return;
    const auto current = currentFound();
    const std::size_t next = !current  ? (forward ? 0 : count - 1)
                             : forward ? (*current + 1) % count
                                       : (*current + count - 1) % count;
    m_canvas->chooseHit(m_found.hits[next]);
    m_search->setResult(count, next);
}

void GraphView::setMessage(const QString& sentence, const QString& button) {
    m_scene.reset();
    m_canvas->setScene(nullptr);
    m_empty->setText(sentence, button);
    m_stack->setCurrentWidget(m_empty);
    updateHead();
}

void GraphView::updateHead() {
    const bool shown = m_scene && !m_scene->nodes.empty();
    for (QWidget* control : std::initializer_list<QWidget*>{m_measure, m_minCalls, m_zoom})
        control->setEnabled(m_scene != nullptr);
    const QSignalBlocker quiet(m_minCalls);
    m_minCalls->setValue(static_cast<int>(std::min<std::uint64_t>(m_filter.least.calls, mostMinCalls)));
    const bool focused = m_scene && m_filter.focus;
    m_unfocus->setVisible(focused);
    m_retry->setVisible(m_scene && m_scene->simplified);
    if (focused) m_unfocus->setText(tr("All services"));
    if (!m_scene) {
        m_head->setFacts({});
        m_head->setWarning({});
        return;
    }
    m_measure->setText(tr("Labels: %1").arg(shownMeasure(m_scene->measure)));
    for (QAction* action : m_measure->menu()->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_scene->measure));

    const VisibleGraph& visible = m_scene->visible;
    const std::size_t nodes = m_scene->nodes.size();
    const std::size_t edges = m_scene->edges.size();
    QStringList facts{nodes == 1 ? tr("1 node") : tr("%1 nodes").arg(nodes),
                      edges == 1 ? tr("1 edge") : tr("%1 edges").arg(edges)};
    const bool hidesEdges = visible.weak.edges + visible.byExpression.edges > 0;
    const bool hidesFailing = visible.weak.failing + visible.byExpression.failing > 0;
    if (!hidesEdges && visible.byExpression.nodes == 0 && !focused && shown)
        facts.last() += tr(", all shown");
    if (hidesEdges && !hidesFailing) facts += hiddenEdgesText(visible);
    if (focused && m_scene->visible.outOfFocus > 0)
        facts += visible.outOfFocus == 1 ? tr("1 edge outside the focus")
                                         : tr("%1 edges outside the focus").arg(visible.outOfFocus);
    if (m_scene->measure >= LabelMeasure::P50 && m_scene->measure <= LabelMeasure::P99)
        facts += tr("%1, client side where known").arg(shownMeasure(m_scene->measure));
    if (m_scene->measure == LabelMeasure::CriticalPath)
        facts += tr("widths and labels: own time on the critical paths");
    m_head->setFacts(facts.join(QStringLiteral(" · ")));
    QStringList warnings;
    if (hidesFailing) warnings += hiddenEdgesText(visible);
    if (m_scene->simplified) warnings += simplifiedText(*m_scene);
    m_head->setWarning(warnings.join(QStringLiteral(" · ")));
}

void GraphView::setSelection(const GraphChoice& choice) { m_canvas->setSelection(choice); }

void GraphView::setTheme(const Theme& theme) {
    m_head->setTheme(theme);
    m_bar->setTheme(theme);
    m_search->setTheme(theme);
    m_thresholds->setTheme(theme);
    m_canvas->setTheme(theme);
    m_empty->setTheme(theme);
    m_zoom->setIcon(themedIcon(Icon::Fit, theme));
    m_more->setTheme(theme);
    m_unfocus->setIcon(themedIcon(Icon::Close, theme));
}

void GraphView::setMeasureControlVisible(bool visible) { m_measure->setVisible(visible); }

void GraphView::setMotion(bool on) { m_canvas->setMotion(on); }

} // namespace hallway
