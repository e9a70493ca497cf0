#include "gui/DifferencesPage.h"

#include "base/FormatText.h"
#include "common/WornFont.h"
#include "gui/ErrorText.h"
#include "gui/Wording.h"
#include "items/FigureText.h"
#include "report/DifferenceReport.h"

#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace hallway {

namespace {

QString counted(std::uint64_t count) { return toQString(format::countExact(count)); }

} // namespace

struct DifferencesPage::Shown {
    Compared compared = Compared::Box;
    std::optional<Duration> limit;
    Result<Differences> differences = Differences();
    std::vector<DifferenceItem> items;
};

DifferencesPage::DifferencesPage(SelectionModel& selection, QWidget* parent)
    : LowerPage(tr("Differences"), selection, parent), m_open(new QAction(tr("&What is different"), this)),
      m_comparisons(new QActionGroup(this)), m_head(new PanelHead(QString(), this)),
      m_choice(new MenuButton(m_head)), m_empty(new EmptyState(this)), m_list(new DifferenceList(this)),
      m_foot(new QLabel(this)), m_stack(new QStackedLayout) {
    m_open->setShortcut(Qt::Key_B);
    m_open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_open->setToolTip(tr("What is different about these calls (B)"));
    connect(m_open, &QAction::triggered, this, &DifferencesPage::open);
    addAction(m_open);
    addActions({makeComparison(tr("The &box against the rest"), tr("The calls in the box of the heatmap"),
                               Compared::Box),
                makeComparison(tr("&Failed against the rest"), tr("The failed calls"), Compared::Failed),
                makeComparison(tr("&Slower than p95 against the rest"),
                               tr("The slowest twentieth of the calls"), Compared::Slow),
                makeComparison(tr("This &range against the rest"), tr("The calls of the chosen time range"),
                               Compared::Range)});
    m_choice->setText(tr("Compare"));
    m_choice->setToolTip(tr("Which calls are held against the others"));
    m_choice->setAccessibleName(m_choice->toolTip());
    m_choice->setAutoRaise(true);
    m_choice->setFocusPolicy(Qt::TabFocus);
    m_choice->setMenu(new QMenu(m_choice));
    m_choice->menu()->addActions(comparisons());
    m_head->addControl(m_choice);
    m_foot->setTextFormat(Qt::PlainText);
    m_foot->setMargin(6);
    m_foot->setIndent(6);
    wearFont(*m_foot, &Fonts::hint);
    m_foot->hide();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_foot);
    setFocusProxy(m_list);
    connect(m_list, &DifferenceList::conditionChosen, this, &LowerPage::conditionRequested);
    connect(m_empty, &EmptyState::buttonClicked, this, &DifferencesPage::compareWhatHurts);
}

QAction* DifferencesPage::makeComparison(const QString& text, const QString& tip, Compared compared) {
    QAction* action = m_comparisons->addAction(text);
    action->setCheckable(true);
    action->setChecked(compared == Compared::Box);
    action->setToolTip(tip);
    action->setData(static_cast<int>(compared));
    connect(action, &QAction::triggered, this, [this, compared] {
        selection().compare(compared);
        emit wanted();
    });
    return action;
}

QList<QAction*> DifferencesPage::comparisons() const { return m_comparisons->actions(); }

QList<QAction*> DifferencesPage::commands() const { return QList<QAction*>{m_open} + comparisons(); }

void DifferencesPage::open() {
    const Selection& now = selection().now();
    const bool nothingChosen = now.compared == Compared::Box && !now.box;
    emit wanted();
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (nothingChosen) compareWhatHurts();
}

void DifferencesPage::compareWhatHurts() {
    if (!capture()) return;
    m_jobs.run([capture = capture(),
                now = selection().now()](const CancelToken&) { return hurtingCalls(now, *capture); },
               [this](Compared found) { selection().compare(found); });
}

void DifferencesPage::setTheme(const Theme& theme) {
    m_head->setTheme(theme);
    m_choice->setTheme(theme);
    m_empty->setTheme(theme);
    m_list->setTheme(theme);
    QPalette palette = m_foot->palette();
    palette.setColor(QPalette::WindowText, theme.text3);
    m_foot->setPalette(palette);
}

bool DifferencesPage::concerns(const Selection& now, const Selection& before) const {
    return now.edge != before.edge || now.node != before.node || now.operation != before.operation ||
           now.box != before.box || now.compared != before.compared;
}

QString DifferencesPage::sentence() const {
    return m_stack->currentWidget() == m_empty ? m_empty->text() : QString();
}

void DifferencesPage::showSentence(const QString& sentence, const QString& button) {
    m_empty->setText(sentence, button);
    m_stack->setCurrentWidget(m_empty);
    m_list->setItems({});
    m_foot->hide();
}

void DifferencesPage::refresh() {
    const Selection now = selection().now();
    for (QAction* action : comparisons())
        action->setChecked(action->data().toInt() == static_cast<int>(now.compared));
    m_head->setTitle(tr("Different"));
    m_head->setFacts({});
    if (!capture() || !canCompare(now)) {
        m_jobs.cancel();
        if (!capture())
            showSentence({});
        else if (now.compared == Compared::Range)
            showSentence(tr("Choose a time range above to compare it with the rest."),
                         tr("Compare what hurts"));
        else
            showSentence(tr("Drag a box over calls in the heatmap to see what is different about them."),
                         tr("Compare what hurts"));
        return;
    }
    if (m_list->findings().items().empty()) showSentence(tr("Comparing…"));
    m_jobs.run(
        [capture = capture(), now](const CancelToken& cancel) {
            const SelectedComparison comparison = comparisonOf(now, *capture);
            Shown shown{now.compared,
                        comparison.limit,
                        differencesOf(*capture, comparison.calls, comparison.chosenBy, cancel),
                        {}};
            if (shown.differences)
                shown.items =
                    differenceItems(*shown.differences, *capture, endsOf(sourceOf(now), capture->calls()));
            return shown;
        },
        [this](const Shown& shown) { show(shown); });
}

QString DifferencesPage::headOf(const Shown& shown) const {
    switch (shown.compared) {
    case Compared::Box:
        return tr("In the box");
    case Compared::Failed:
        return tr("Failed");
    case Compared::Slow:
        return shown.limit ? tr("Slower than %1").arg(toQString(format::duration(*shown.limit))) : tr("Slow");
    case Compared::Range:
        break;
    }
    return tr("In the range");
}

void DifferencesPage::show(const Shown& shown) {
    if (!shown.differences) {
        showSentence(sentenceOf(shown.differences.error()));
        return;
    }
    const Differences& all = *shown.differences;
    m_head->setTitle(headOf(shown));
    m_head->setFacts(tr("%1 calls against %2 · %3")
                         .arg(counted(all.calls.selected), counted(all.calls.others),
                              sourceNameOf(selection().now(), *capture())));
    if (!all.enough) {
        showSentence(tr("%1 selected against %2 others: a comparison needs %3 on each side.")
                         .arg(counted(all.calls.selected), counted(all.calls.others),
                              counted(DifferenceRules().leastCalls)));
        return;
    }
    if (shown.items.empty()) {
        showSentence(tr("Nothing differs by more than chance: %1 values of %2 attributes were compared.")
                         .arg(counted(all.tests), counted(all.dimensions)));
        return;
    }
    m_list->setItems(shown.items);
    m_stack->setCurrentWidget(m_list);
    QStringList foot;
    if (all.leftOut.size() == 1)
        foot << tr("1 attribute with too many different values is left out.");
    else if (!all.leftOut.empty())
        foot << tr("%1 attributes with too many different values are left out.")
                    .arg(counted(all.leftOut.size()));
    if (all.keysLeftOut > 0)
        foot << tr("There are too many attributes: %1 were not looked at.").arg(counted(all.keysLeftOut));
    m_foot->setText(foot.join(QLatin1Char(' ')));
    m_foot->setVisible(!foot.isEmpty());
}

} // namespace hallway
