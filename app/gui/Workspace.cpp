#include "gui/Workspace.h"

#include "analysis/TraceList.h"
#include "common/PanelHead.h"
#include "gui/DifferencesPage.h"
#include "gui/LowerPage.h"
#include "gui/LowerPages.h"
#include "gui/Wording.h"
#include "heatmap/HeatmapText.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace hallway {

namespace {

constexpr int tablesWidth = 300, inspectorWidth = 280, graphHeight = 400,
              lowerHeight = 380; // px at 1440 × 900

QSplitter* makeSplitter(Qt::Orientation orientation, const char* name) {
    auto* splitter = new QSplitter(orientation);
    splitter->setObjectName(QLatin1String(name));
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

Workspace::Workspace(std::shared_ptr<const LayoutEngine> engine, QWidget* parent)
    : QWidget(parent), m_filtering(m_filter, m_selection), m_lists(m_selection),
      m_overview(new OverviewStrip(this)), m_tablesPanel(new TablesPanel(this)),
      m_graphView(new GraphView(this)), m_waterfallView(new WaterfallView(this)),
      m_left(new LowerPanel(tr("Traces in detail"), this)),
      m_right(new LowerPanel(tr("Calls compared"), this)), m_heatmapPanel(new QWidget(this)),
      m_heatmapHead(new PanelHead(QString(), m_heatmapPanel)), m_heatmapView(new HeatmapView(m_heatmapPanel)),
      m_inspector(new Inspector(this)), m_columns(makeSplitter(Qt::Horizontal, "columns")),
      m_rows(makeSplitter(Qt::Vertical, "rows")), m_lower(makeSplitter(Qt::Horizontal, "lower")),
      m_graph(new GraphPresenter(*m_graphView, m_selection, std::move(engine), m_undo, this)),
      m_heatmap(new HeatmapPresenter(*m_heatmapView, m_selection, this)),
      m_heatmapControls(
          new HeatmapControls(*m_heatmapHead, *m_heatmapView, *m_heatmap, m_selection, m_heatmapPanel)),
      m_waterfall(new WaterfallPresenter(*m_waterfallView, m_selection, this)),
      m_tables(new TablesPresenter(*m_tablesPanel, m_selection, this)),
      m_inspection(new InspectorPresenter(*m_inspector, m_selection, m_figures, this)) {
    m_graphView->setMeasureControlVisible(false); // it stands in the tool bar
    buildPanels();
    buildSplitters();
    connectViews();
    connectPages();
    m_textHeight = QFontMetricsF(font()).height();
}

Workspace::~Workspace() = default;

void Workspace::buildPanels() {
    m_heatmapPanel->setObjectName(QStringLiteral("HeatmapPanel"));
    auto* layout = new QVBoxLayout(m_heatmapPanel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heatmapHead);
    layout->addWidget(m_heatmapView, 1);
    m_left->addView(tr("Waterfall"), m_waterfallView);
    addLeftPages(*m_left, m_selection);
    m_right->addView(tr("Latency"), m_heatmapPanel);
    addRightPages(*m_right, m_selection);
}

void Workspace::buildSplitters() {
    m_lower->addWidget(m_left);
    m_lower->addWidget(m_right);
    m_lower->setStretchFactor(0, 3);
    m_lower->setStretchFactor(1, 2);
    m_rows->addWidget(m_graphView);
    m_rows->addWidget(m_lower);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 1);
    m_columns->addWidget(m_tablesPanel);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_inspector);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_columns->setStretchFactor(2, 0);
    m_rows->setSizes({graphHeight, lowerHeight});
    m_columns->setSizes({tablesWidth, 1440 - tablesWidth - inspectorWidth, inspectorWidth});
    m_lower->setSizes({520, 340});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_overview);
    layout->addWidget(m_columns, 1);
}

void Workspace::connectViews() {
    m_overview->installEventFilter(this); // more width, more bars
    connect(&m_figures, &SubsetFigures::graphChanged, this, [this] {
        if (!m_figures.graph()) return;
        m_graph->setFigures(m_figures.graph());
        m_tables->setFigures(*m_figures.graph());
    });
    connect(m_graphView, &GraphView::messageButtonClicked, &m_filter, &FilterModel::clear);
    connect(m_overview, &OverviewStrip::rangeChanged, &m_selection, &SelectionModel::setRange);
    connect(m_overview, &OverviewStrip::rangeDragged, this, &Workspace::rangeDragged);
    connect(m_waterfallView, &WaterfallView::timePointed, this, &Workspace::timePointed);
    connect(m_waterfall, &WaterfallPresenter::conditionRequested, &m_filter, &FilterModel::narrow);
    connect(m_waterfallView, &WaterfallView::edgeCallsLeft, &m_lists, &SelectionLists::stepCall);
    connect(m_waterfallView, &WaterfallView::spanSelected, this,
            [this] { m_inspector->showTab(Inspector::Tab::Attributes); });
    connect(m_waterfallView, &WaterfallView::spanActivated, this, [this] {
        m_inspector->showTab(Inspector::Tab::Attributes);
        m_inspector->setFocus(Qt::OtherFocusReason);
    });
    const auto showCalls = [this] { m_inspector->showTab(Inspector::Tab::Calls); };
    connect(m_heatmap, &HeatmapPresenter::callsRequested, this, showCalls);
    connect(m_tables, &TablesPresenter::callsRequested, this, showCalls);
    connect(&m_lists, &SelectionLists::callsListed, this,
            [this](const std::vector<CallItem>& calls, std::uint64_t total) {
                m_inspection->setCalls(calls, total);
            });
    connect(&m_lists, &SelectionLists::tracesListed, m_tables, &TablesPresenter::setTraces);
    connect(m_heatmap, &HeatmapPresenter::shown, this, [this] {
        const auto& heatmap = m_heatmap->heatmap();
        QStringList facts;
        if (heatmap) facts << m_heatmap->subject() << callsText(heatmap->samples, heatmap->failedSamples);
        m_heatmapHead->setFacts(facts.join(QStringLiteral(" · ")));
    });
    connect(&m_catalog, &CatalogReader::changed, this, [this] {
        const QStringList keys = m_catalog.catalog() ? attributeKeysIn(*m_catalog.catalog()) : QStringList();
        m_tables->setAttributeKeys(keys);
        m_inspector->setAttributeKeys(keys);
        for (LowerPage* page : pages())
            page->setAttributeKeys(keys);
    });
    connect(m_inspector, &Inspector::conditionRequested, &m_filter, &FilterModel::narrow);
    connect(m_tables, &TablesPresenter::traceRequested, this, &Workspace::showWaterfall);
    connect(&m_selection, &SelectionModel::changed, this, &Workspace::followSelection);
}

std::vector<LowerPage*> Workspace::pages() const {
    std::vector<LowerPage*> pages = m_left->pages();
    pages.insert(pages.end(), m_right->pages().begin(), m_right->pages().end());
    return pages;
}

void Workspace::connectPages() {
    for (LowerPage* page : pages()) {
        connect(page, &LowerPage::conditionRequested, &m_filter, &FilterModel::narrow);
        connect(page, &LowerPage::waterfallRequested, this, &Workspace::showWaterfall);
        if (auto* differences = qobject_cast<DifferencesPage*>(page)) connectDifferences(*differences);
    }
}

void Workspace::connectDifferences(DifferencesPage& page) {
    m_heatmapControls->setComparisons(page.comparisons());
    connect(&page, &DifferencesPage::wanted, this, [this, &page] { m_right->setCurrent(&page); });
    for (QWidget* view : std::initializer_list<QWidget*>{m_heatmapPanel, m_graphView, m_waterfallView})
        view->addAction(page.openAction());
}

void Workspace::showWaterfall() {
    m_left->setCurrent(m_waterfallView);
    m_waterfallView->setFocus(Qt::OtherFocusReason);
}

void Workspace::setCapture(std::shared_ptr<const Capture> capture) {
    m_worstCallJobs.cancel();
    m_ownTrace.reset();
    const bool isReload = m_capture && m_capture->paths() == capture->paths();
    m_capture = std::move(capture);
    m_undo.clear();
    m_selection.clear();
    if (!isReload) m_filter.clear(); // it speaks of what was in the other one
    m_graph->setCapture(m_capture);
    m_heatmap->setCapture(m_capture);
    m_waterfall->setCapture(m_capture);
    m_tables->setCapture(m_capture);
    m_inspection->setCapture(m_capture);
    m_lists.setCapture(m_capture);
    for (LowerPage* page : pages())
        page->setCapture(m_capture);
    m_figures.setCapture(m_capture);
    m_filtering.setCapture(m_capture);
    m_catalog.setCapture(m_capture);
    m_overview->setRange(std::nullopt);
    loadOverview();
}

bool Workspace::eventFilter(QObject* watched, QEvent* event) {
    const bool resized = watched == m_overview && event->type() == QEvent::Resize;
    if (resized && m_capture && m_overview->binsWanted() != m_overviewBins) loadOverview();
    return QWidget::eventFilter(watched, event);
}

void Workspace::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible()) fitSidesToText();
}

void Workspace::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fitSidesToText(); // the text may have grown before there were any sizes
}

void Workspace::loadOverview() {
    m_overviewBins = m_overview->binsWanted();
    m_overviewJobs.run(
        [capture = m_capture, bins = m_overviewBins, filter = m_selection.now().filter](const CancelToken&) {
            return overviewOf(capture->spans(), bins, filter ? &filter->chosen->spans : nullptr);
        },
        [this](const Overview& overview) { m_overview->setOverview(overview); });
}

void Workspace::followSelection(const Selection& now, const Selection& before) {
    m_overview->setRange(now.range);
    if (now.filter != before.filter && m_capture) loadOverview();
    if (now.range != before.range || now.filter != before.filter) m_figures.setSubset(subsetOf(now));
    if (now.trace != m_ownTrace) m_ownTrace.reset();
    const bool mayOpen = !now.trace || now.trace == m_ownTrace;
    if (now.box && now.box != before.box)
        m_inspector->showTab(Inspector::Tab::Calls);
    else if (now.edge != before.edge || now.node != before.node)
        m_inspector->showTab(Inspector::Tab::Summary);
    if (now.edge && now.edge != before.edge && mayOpen && !m_restoring) openWorstCall(*now.edge);
}

void Workspace::openWorstCall(EdgeId edge) {
    m_worstCallJobs.run([capture = m_capture, edge, subset = subsetOf(m_selection.now())](
                            const CancelToken&) { return worstSpanOf(edge, *capture, subset); },
                        [this, edge](std::optional<SpanRow> span) {
                            if (!span || m_selection.now().edge != edge || m_selection.now().box) return;
                            m_ownTrace = m_capture->spans().traceOf(*span);
                            m_selection.selectSpan(*m_ownTrace, *span);
                        });
}

void Workspace::stepBack() {
    if (!m_selection.stepBack()) m_graph->clearFocus();
}

bool Workspace::goTo(const QString& text) {
    const std::string wanted = text.trimmed().toStdString();
    if (!m_capture || wanted.empty()) return false;
    if (const auto trace = m_capture->findTrace(wanted)) {
        m_selection.selectTrace(*trace);
        showWaterfall();
        return true;
    }
    const std::vector<Node>& nodes = m_capture->calls().nodes;
    std::optional<NodeId> best;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const QString label = nameOf(NodeId(i), m_capture->calls());
        if (label.compare(text.trimmed(), Qt::CaseInsensitive) == 0)
            best = NodeId(i);
        else if (!best && label.startsWith(text.trimmed(), Qt::CaseInsensitive))
            best = NodeId(i);
    }
    if (!best) return false;
    m_selection.selectNode(*best);
    m_graphView->setFocus(Qt::OtherFocusReason);
    return true;
}

QList<QWidget*> Workspace::placesWithoutSearch() const {
    return {m_overview, m_tablesPanel, m_graphView, m_heatmapPanel, m_inspector};
}

bool Workspace::isSettled() const {
    const std::vector<LowerPage*> pages = this->pages();
    return !m_filtering.isBusy() && !m_figures.isBusy() && !m_graph->isBusy() && !m_heatmap->isBusy() &&
           !m_waterfall->isBusy() && !m_lists.isBusy() && !m_tables->isBusy() && !m_inspection->isBusy() &&
           !m_overviewJobs.isBusy() && !m_worstCallJobs.isBusy() &&
           std::none_of(pages.begin(), pages.end(), [](const LowerPage* page) { return page->isBusy(); });
}

void Workspace::setTheme(const Theme& theme) {
    m_overview->setTheme(theme);
    m_tablesPanel->setTheme(theme);
    m_graphView->setTheme(theme);
    m_waterfallView->setTheme(theme);
    m_heatmapHead->setTheme(theme);
    m_heatmapView->setTheme(theme);
    m_heatmapControls->setTheme(theme);
    m_inspector->setTheme(theme);
    for (LowerPage* page : pages())
        page->setTheme(theme);
}

void Workspace::setUtcOffset(format::UtcOffset offset) {
    m_overview->setUtcOffset(offset);
    m_waterfallView->setUtcOffset(offset);
    m_heatmapView->setUtcOffset(offset);
    m_tables->setUtcOffset(offset);
    m_inspector->setUtcOffset(offset);
    for (LowerPage* page : pages())
        page->setUtcOffset(offset);
}

void Workspace::setMotion(bool on) {
    m_graphView->setMotion(on);
    m_waterfallView->setMotion(on);
}

void Workspace::restore(const Selection& selection, bool traceFollows) {
    m_worstCallJobs.cancel();
    m_ownTrace = traceFollows ? selection.trace : std::nullopt;
    m_restoring = true;
    m_selection.restore(selection);
    m_restoring = false;
    if (selection.filter)
        m_filter.set(selection.filter->text, selection.filter->mode);
    else
        m_filter.clear();
}

} // namespace hallway
