#include "gui/FindingsPage.h"

#include "common/EmptyState.h"
#include "common/PanelHead.h"
#include "common/PlainToolTip.h"
#include "gui/ErrorText.h"
#include "items/FailureFindings.h"
#include "items/ShapeFindings.h"
#include "items/SuspectFindings.h"

#include <QSpinBox>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace hallway {

FindingsPage::FindingsPage(const QString& title, FindingView::Enter enter, Find find,
                           SelectionModel& selection, QWidget* parent)
    : LowerPage(title, selection, parent), m_enter(enter), m_find(std::move(find)),
      m_head(new PanelHead(title, this)), m_filter(new QToolButton(m_head)), m_pages(new QWidget(this)),
      m_stack(new QStackedLayout(m_pages)), m_view(new FindingView(enter, m_pages)),
      m_empty(new EmptyState(m_pages)) {
    setAccessibleName(title);
    m_view->setAccessibleName(title);
    m_filter->setText(tr("Filter by this"));
    m_filter->setAutoRaise(true);
    m_filter->setEnabled(false);
    m_head->addControl(m_filter);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_view);
    addCommands();
    connectView();
}

void FindingsPage::addCommands() {
    const auto add = [this](const QString& text, auto&& run) {
        auto* action = new QAction(title() + QStringLiteral(": ") + text, this);
        connect(action, &QAction::triggered, m_view, std::forward<decltype(run)>(run));
        m_commands << action;
    };
    add(tr("next example"), [this] { m_view->stepExample(true); });
    add(tr("previous example"), [this] { m_view->stepExample(false); });
    add(tr("open the example in the waterfall"), [this] { m_view->openCurrent(); });
    add(tr("filter by this"), [this] { m_view->filterByCurrent(); });
}

void FindingsPage::connectView() {
    connect(m_filter, &QToolButton::clicked, m_view, &FindingView::filterByCurrent);
    connect(m_view, &FindingView::exampleChosen, this,
            [this](const FindingPlace& place) { selection().selectSpan(place.trace, place.span); });
    connect(m_view, &FindingView::exampleOpened, this, [this](const FindingPlace& place) {
        selection().selectSpan(place.trace, place.span);
        emit waterfallRequested();
    });
    connect(m_view, &FindingView::edgeChosen, &selection(), &SelectionModel::selectEdge);
    connect(m_view, &FindingView::nodeChosen, &selection(), &SelectionModel::selectNode);
    connect(m_view, &FindingView::conditionRequested, this, &LowerPage::conditionRequested);
    connect(m_view, &FindingView::currentFindingChanged, this, &FindingsPage::showFacts);
}

void FindingsPage::setFind(Find find) {
    m_find = std::move(find);
    if (isVisible()) refresh();
}

void FindingsPage::addControl(QWidget* control) { m_head->addControl(control); }

void FindingsPage::refresh() {
    if (!capture()) {
        m_jobs.cancel();
        m_view->setFindings({});
        return;
    }
    m_shownOffset = m_offset;
    if (m_view->findings().rowCount() == 0) {
        m_empty->setText(tr("Looking through the traces…"));
        m_stack->setCurrentWidget(m_empty);
    }
    m_jobs.run([find = m_find, held = capture(), subset = subsetOf(selection().now()),
                offset = m_offset](const CancelToken& cancel) { return find(*held, subset, offset, cancel); },
               [this](Result<Findings> findings) { show(std::move(findings)); });
}

void FindingsPage::show(Result<Findings> findings) {
    if (!findings) {
        m_empty->setText(sentenceOf(findings.error()));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const bool nothing = findings->empty();
    m_view->setFindings(std::move(*findings));
    if (nothing) m_empty->setText(tr("No trace is in this selection."));
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget*>(m_empty) : m_view);
}

void FindingsPage::showEvent(QShowEvent* event) {
    LowerPage::showEvent(event);
    if (m_shownOffset != m_offset) refresh();
}

void FindingsPage::setUtcOffset(format::UtcOffset offset) {
    m_offset = offset;
    if (isVisible() && m_shownOffset != m_offset) refresh();
}

void FindingsPage::setTheme(const Theme& theme) {
    m_head->setTheme(theme);
    m_view->setTheme(theme);
    m_empty->setTheme(theme);
}

void FindingsPage::showFacts() {
    const QString condition = m_view->currentCondition();
    m_filter->setEnabled(!condition.isEmpty());
    m_filter->setToolTip(plainToolTip(condition));
    const int count = m_view->exampleCount(), now = m_view->currentExample();
    const QString keys = m_enter == FindingView::Enter::Filters
                             ? tr("example %1 of %2 · . and , step, Enter filters")
                             : tr("example %1 of %2 · . and , step, Enter opens");
    m_head->setFacts(count > 0 && now >= 0 ? keys.arg(now + 1).arg(count) : QString());
}

FindingsPage* makeFailuresPage(SelectionModel& selection) {
    return new FindingsPage(FindingsPage::tr("Failures"), FindingView::Enter::OpensExample, failureFindingsOf,
                            selection);
}

FindingsPage* makeSuspectsPage(SelectionModel& selection) {
    constexpr int usual = 10; // calls.md rule 25
    const auto findWith = [](int least) -> FindingsPage::Find {
        return [least](const Capture& capture, const Subset& subset, format::UtcOffset, const CancelToken&) {
            return Result<Findings>(suspectFindingsOf(capture, subset, static_cast<std::uint32_t>(least)));
        };
    };
    auto* page = new FindingsPage(FindingsPage::tr("Suspects"), FindingView::Enter::OpensExample,
                                  findWith(usual), selection);
    auto* least = new QSpinBox(page);
    least->setButtonSymbols(QAbstractSpinBox::NoButtons);
    least->setFrame(false);
    least->setRange(2, 10'000);
    least->setValue(usual);
    least->setPrefix(FindingsPage::tr("From: "));
    least->setSuffix(FindingsPage::tr(" calls"));
    least->setAccessibleName(FindingsPage::tr("Calls of one operation in one request that are suspect"));
    least->setKeyboardTracking(false);
    QObject::connect(least, &QSpinBox::valueChanged, page,
                     [page, findWith](int calls) { page->setFind(findWith(calls)); });
    page->addControl(least);
    return page;
}

FindingsPage* makeShapesPage(SelectionModel& selection) {
    return new FindingsPage(
        FindingsPage::tr("Shapes"), FindingView::Enter::Filters,
        [](const Capture& capture, const Subset& subset, format::UtcOffset,
           const CancelToken&) -> Result<Findings> { return shapeFindingsOf(capture, subset); },
        selection);
}

} // namespace hallway
