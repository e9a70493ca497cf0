#include "gui/CallPathsPage.h"

#include "analysis/CallsOfSpans.h"
#include "base/FormatText.h"
#include "common/ElidedLabel.h"
#include "common/EmptyState.h"
#include "common/PlainToolTip.h"
#include "gui/OperationCondition.h"
#include "gui/WhatIfPanel.h"
#include "icicle/IcicleView.h"
#include "items/FigureText.h"
#include "items/FindingTexts.h"
#include "tables/FigureTable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>

namespace hallway {

namespace {

/// The spans that a row of critical paths is about (docs/calls.md 2.7). None: it cannot be asked for.
SpanSet spansMeant(const CriticalPathRow& row, PathGrouping by, const CallPathTree& tree,
                   const Capture& capture) {
    const SpanTable& spans = capture.spans();
    if (by == PathGrouping::Edge)
        return row.edge ? spansOfCalls(*row.edge, spans, capture.calls()) : SpanSet(spans.size());
    if (by == PathGrouping::Path) return spansOfPath(row.path, tree, spans);
    SpanSet entries(spans.size());
    for (std::size_t span = 0; span < spans.size(); ++span)
        if (spans.node[span] == row.node && spans.flags[span].has(SpanFlag::Entry))
            entries.insert(SpanRow(span));
    return entries;
}

bool canBeAsked(const CriticalPathRow& row, PathGrouping by, const CallPathTree& tree) {
    if (by == PathGrouping::Edge) return row.edge.has_value();
    return by == PathGrouping::Service || !tree.paths[row.path].isRest();
}

} // namespace

CallPathsPage::CallPathsPage(SelectionModel& selection, QWidget* parent)
    : LowerPage(tr("Call paths"), selection, parent), m_measure(new QComboBox), m_by(new QComboBox),
      m_facts(new ElidedLabel), m_view(new IcicleView), m_table(new FigureTable(FigureTable::Rows::OneLine)),
      m_whatIf(new WhatIfPanel), m_empty(new EmptyState), m_pages(new QStackedLayout) {
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->setHandleWidth(1);
    halves->setChildrenCollapsible(false);
    auto* left = new QWidget;
    auto* right = new QWidget;
    buildLeft(*left);
    buildRight(*right);
    halves->addWidget(left);
    halves->addWidget(right);
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 1);
    halves->setSizes({400, 400});
    m_pages->addWidget(m_empty);
    m_pages->addWidget(halves);
    setLayout(m_pages);
    setFocusProxy(m_view);

    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] { showIcicle(true); });
    connect(m_by, &QComboBox::currentIndexChanged, this, &CallPathsPage::showRows);
    connect(m_view, &IcicleView::cellSelected, this, &CallPathsPage::selectPath);
    connect(m_view, &IcicleView::menuRequested, this, &CallPathsPage::openMenu);
    connect(m_table, &FigureTable::rowChosen, this, &CallPathsPage::chooseRow);
    connect(m_table, &FigureTable::rowActivated, this, &CallPathsPage::openExample);
    connect(m_whatIf, &WhatIfPanel::asked, this, &CallPathsPage::ask);
    connect(&selection, &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.edge != before.edge && now.edge) followEdge(*now.edge);
            });
    setSubject(-1);
}

void CallPathsPage::buildLeft(QWidget& left) {
    m_view->setAccessibleName(tr("Call paths of all traces"));
    m_view->setDescription([this](std::uint32_t path) { return describe(path); });
    m_view->setCriticalPath(false);
    m_measure->addItem(tr("Total time"), static_cast<int>(PathMeasure::TotalTime));
    m_measure->addItem(tr("Self time"), static_cast<int>(PathMeasure::SelfTime));
    m_measure->addItem(tr("Critical time"), static_cast<int>(PathMeasure::CriticalTime));
    m_measure->addItem(tr("Spans"), static_cast<int>(PathMeasure::Spans));
    m_measure->setAccessibleName(tr("Width of call paths"));
    auto* label = new QLabel(tr("Width"));
    label->setBuddy(m_measure);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 12, 4);
    head->setSpacing(8);
    head->addWidget(label);
    head->addWidget(m_measure);
    head->addWidget(m_facts, 1);
    auto* column = new QVBoxLayout(&left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
}

void CallPathsPage::buildRight(QWidget& right) {
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("What the critical paths were spent in"));
    m_by->addItem(tr("Edges"), static_cast<int>(PathGrouping::Edge));
    m_by->addItem(tr("Services"), static_cast<int>(PathGrouping::Service));
    m_by->addItem(tr("Call paths"), static_cast<int>(PathGrouping::Path));
    m_by->setAccessibleName(tr("Add up critical paths by"));
    auto* label = new QLabel(tr("Critical path by"));
    label->setBuddy(m_by);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 12, 4);
    head->setSpacing(8);
    head->addWidget(label);
    head->addWidget(m_by);
    head->addStretch();
    auto* column = new QVBoxLayout(&right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_whatIf);
}

void CallPathsPage::setTheme(const Theme& theme) {
    m_view->setTheme(theme);
    m_table->setTheme(theme);
    m_whatIf->setTheme(theme);
    m_empty->setTheme(theme);
    QPalette colors = m_facts->palette();
    colors.setColor(QPalette::WindowText, theme.text2);
    m_facts->setPalette(colors);
}

PathMeasure CallPathsPage::measure() const {
    return static_cast<PathMeasure>(m_measure->currentData().toInt());
}
PathGrouping CallPathsPage::grouping() const {
    return static_cast<PathGrouping>(m_by->currentData().toInt());
}

void CallPathsPage::setMeasure(PathMeasure measure) {
    m_measure->setCurrentIndex(m_measure->findData(static_cast<int>(measure)));
}
void CallPathsPage::setGrouping(PathGrouping by) {
    m_by->setCurrentIndex(m_by->findData(static_cast<int>(by)));
}

void CallPathsPage::refresh() {
    if (!capture()) {
        m_jobs.cancel();
        show(std::make_shared<const Found>());
        return;
    }
    m_jobs.run(
        [capture = capture(), subset = subsetOf(selection().now())](const CancelToken& cancel) {
            return std::make_shared<const Found>(Found{
                callPathTreeOf(capture->spans(), capture->strings(), subset, {}, 0, cancel),
                criticalSharesOf(capture->spans(), capture->calls(), capture->strings(), subset, 0, cancel)});
        },
        [this](std::shared_ptr<const Found> found) { show(std::move(found)); });
}

void CallPathsPage::show(std::shared_ptr<const Found> found) {
    m_found = std::move(found);
    const CallPathTree& tree = m_found->tree;
    m_pages->setCurrentIndex(tree.paths.empty() ? 0 : 1);
    if (tree.paths.empty())
        m_empty->setText(capture() ? tr("No trace matches the filter and overlaps the range.") : QString());
    const QString facts =
        tr("%1 · %2 spans · %3 on critical paths")
            .arg(FindingTexts::traces(tree.traces), toQString(format::countExact(tree.spans)),
                 toQString(format::duration(tree.pathTime)));
    m_facts->setText(facts);
    m_facts->setToolTip(plainToolTip(facts));
    showIcicle(false);
    showRows();
}

void CallPathsPage::showIcicle(bool keepsZoom) {
    if (!capture()) return m_view->setIcicle(nullptr);
    m_view->setIcicle(std::make_shared<const Icicle>(
                          pathIcicleOf(m_found->tree, measure(), capture()->calls(), capture()->strings())),
                      keepsZoom);
}

void CallPathsPage::showRows() {
    setSubject(-1);
    if (!capture()) return m_model.setRows({});
    const PathGrouping by = grouping();
    std::vector<CriticalPathRow> rows = by == PathGrouping::Path
                                            ? criticalPathRows(m_found->tree, capture()->spans())
                                            : criticalPathRows(m_found->shares, capture()->calls(), by);
    m_model.setRows(criticalPathItems(std::move(rows), by, m_found->tree.pathTime, m_found->tree,
                                      capture()->calls(), capture()->strings()));
}

void CallPathsPage::chooseRow(int row) {
    const CriticalPathRow& chosen = m_model.at(row).row;
    setSubject(row);
    if (grouping() == PathGrouping::Path) {
        m_view->select(chosen.path);
        if (!chosen.examples.empty()) open(chosen.examples.front().span, false);
    } else if (chosen.edge) {
        selection().selectEdge(*chosen.edge);
    } else {
        selection().selectNode(chosen.node);
    }
}

void CallPathsPage::followEdge(EdgeId edge) {
    if (grouping() != PathGrouping::Edge || (m_subject && m_subject->row.edge == edge)) return;
    const int row = m_model.find([edge](const CriticalPathItem& item) { return item.row.edge == edge; });
    m_table->showRow(row);
    setSubject(row);
}

void CallPathsPage::openExample(int row) {
    const CriticalPathRow& chosen = m_model.at(row).row;
    if (!chosen.examples.empty()) open(chosen.examples.front().span, true);
}

void CallPathsPage::selectPath(std::uint32_t path) {
    if (const SpanRow example = exampleOf(m_found->tree.paths[path]); example.valid()) open(example, false);
    if (grouping() != PathGrouping::Path) return;
    const int row = m_model.find([path](const CriticalPathItem& item) { return item.row.path == path; });
    m_table->showRow(row);
    setSubject(row);
}

SpanRow CallPathsPage::exampleOf(const CallPath& path) const {
    if (measure() == PathMeasure::CriticalTime && path.heaviest.valid()) return path.heaviest;
    return path.slowest.valid() ? path.slowest : path.firstFailed;
}

void CallPathsPage::open(SpanRow span, bool inWaterfall) {
    selection().selectSpan(capture()->spans().traceOf(span), span);
    if (inWaterfall) emit waterfallRequested();
}

void CallPathsPage::openMenu(std::uint32_t index, const QPoint& globalPosition) {
    const CallPath& path = m_found->tree.paths[index];
    QMenu menu(this);
    const auto offer = [&](const QString& text, SpanRow span) {
        menu.addAction(text, this, [this, span] { open(span, true); })->setEnabled(span.valid());
    };
    offer(tr("Open the Slowest in the Waterfall"), path.slowest);
    offer(tr("Open the First That Failed"), path.firstFailed);
    offer(tr("Open the Longest on a Critical Path"), path.heaviest);
    menu.addSeparator();
    menu.addAction(tr("Zoom In"), this, [this, index] { m_view->zoomTo(index); });
    menu.addAction(tr("Show All"), m_view, &IcicleView::showWhole);
    const QString condition = path.isRest() ? QString()
                                            : operationCondition(path.service, path.operation,
                                                                 capture()->calls(), capture()->strings());
    if (!condition.isEmpty()) {
        menu.addSeparator();
        menu.addAction(tr("Filter by This Operation"), this,
                       [this, condition] { emit conditionRequested(condition); });
    }
    menu.exec(globalPosition);
}

void CallPathsPage::setSubject(int row) {
    m_questions.cancel();
    m_subject.reset();
    m_whatIf->setAnswer(std::nullopt);
    if (row < 0)
        return m_whatIf->setSubject({}, tr("Choose a row to ask how much a faster call would save."));
    const CriticalPathItem& item = m_model.at(row);
    if (!canBeAsked(item.row, grouping(), m_found->tree))
        return m_whatIf->setSubject({}, tr("These are no calls that could take less."));
    m_subject = item;
    m_whatIf->setSubject(item.subject, {});
    ask();
}

void CallPathsPage::ask() {
    const auto change = m_whatIf->change();
    if (!m_subject || !change || !capture()) return;
    m_questions.run(
        [capture = capture(), found = m_found, row = m_subject->row, by = grouping(), change = *change,
         subset = subsetOf(selection().now())](const CancelToken& cancel) {
            return whatIf(spansMeant(row, by, found->tree, *capture), change, capture->spans(), subset, 0,
                          cancel);
        },
        [this](const WhatIf& answer) { m_whatIf->setAnswer(answer); });
}

QString CallPathsPage::describe(std::uint32_t index) const {
    const CallPath& path = m_found->tree.paths[index];
    const auto time = [](Duration value) { return toQString(format::duration(value)); };
    const auto ofPath = [this](Duration part) {
        return toQString(format::share(static_cast<std::uint64_t>(part.count()),
                                       static_cast<std::uint64_t>(m_found->tree.pathTime.count())));
    };
    QStringList lines;
    if (path.isRest())
        lines << tr("Smaller call paths, taken together");
    else
        lines << m_view->icicle()->services[m_view->icicle()->cells[index].service].label
              << m_view->icicle()->operations[m_view->icicle()->cells[index].operation];
    lines << tr("%1 spans, %2 failed (%3)")
                 .arg(toQString(format::countExact(path.spans)), toQString(format::countExact(path.failed)),
                      toQString(format::share(path.failed, path.spans)))
          << tr("total %1 · self %2").arg(time(path.total), time(path.self))
          << tr("on critical paths %1 (%2), with what it called %3")
                 .arg(time(path.critical), ofPath(path.critical), ofPath(path.criticalBelow));
    return lines.join(u'\n');
}

} // namespace hallway
