#include "gui/StatisticsPage.h"

#include "analysis/SelfTimes.h"
#include "base/FormatText.h"
#include "common/EmptyState.h"
#include "common/FlowLayout.h"
#include "gui/ErrorText.h"
#include "gui/SaveText.h"
#include "items/FigureText.h"
#include "items/FilterCondition.h"
#include "tables/FigureTree.h"
#include "tables/TotalsStrip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace hallway {

namespace {

constexpr int mostKept = 4; // groupings by attributes, 4 bytes a span each

/// What was chosen from the list, or typed: a key as statisticsKeyOf() reads it.
QString keyIn(const QComboBox& field) {
    const QString text = field.currentText().trimmed();
    const int known = field.findText(text, Qt::MatchFixedString);
    return known >= 0 ? field.itemData(known).toString() : text;
}

void setKey(QComboBox& field, const QString& key) {
    const int known = field.findData(key);
    if (known >= 0)
        field.setCurrentIndex(known);
    else
        field.setEditText(key);
}

QComboBox* keyField(const QString& name) {
    auto* field = new QComboBox;
    field->setEditable(true);
    field->setInsertPolicy(QComboBox::NoInsert);
    field->setAccessibleName(name);
    field->lineEdit()->setAccessibleName(name); // it is what has the keyboard
    field->setMinimumContentsLength(11);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    field->completer()->setFilterMode(Qt::MatchContains);
    return field;
}

} // namespace

StatisticsPage::StatisticsPage(SelectionModel& selection, QWidget* parent)
    : LowerPage(tr("Statistics"), selection, parent), m_by(keyField(tr("Count by"))),
      m_then(keyField(tr("Then by"))), m_onlyTrace(new QCheckBox(tr("Only the shown trace"))),
      m_facts(new QLabel), m_tree(new FigureTree), m_totals(nullptr), m_empty(new EmptyState),
      m_pages(new QStackedLayout) {
    m_tree->setModel(&m_model);
    m_tree->setAccessibleName(tr("Statistics"));
    m_totals = new TotalsStrip(*m_tree, *m_tree->header());

    auto* table = new QWidget;
    auto* column = new QVBoxLayout(table);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tree, 1);
    column->addWidget(m_totals);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(table);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new FlowLayout;
    buildHead(*head);
    layout->addLayout(head);
    layout->addLayout(m_pages, 1);

    connect(m_tree, &FigureTree::menuAboutToShow, this, &StatisticsPage::fillMenu);
    connect(m_tree, &FigureTree::rowActivated, this, [this](const QModelIndex& index) {
        if (const QString condition = conditionAt(index); !condition.isEmpty())
            emit conditionRequested(condition);
    });
    connect(m_tree, &FigureTree::saveRequested, this,
            [this](const QByteArray& csv) { askAndSaveCsv(this, tr("statistics.csv"), csv); });
    setAttributeKeys({});
}

void StatisticsPage::buildHead(FlowLayout& row) {
    row.setContentsMargins(12, 4, 12, 4);
    row.setSpacing(8);
    const auto addField = [&](const QString& text, QComboBox* field) {
        auto* label = new QLabel(text);
        label->setBuddy(field);
        row.addWidget(label);
        row.addWidget(field);
        connect(field, &QComboBox::activated, this, &StatisticsPage::refresh);
        connect(field->lineEdit(), &QLineEdit::editingFinished, this, &StatisticsPage::refresh);
    };
    addField(tr("Count by"), m_by);
    addField(tr("then"), m_then);
    row.addWidget(m_onlyTrace);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setObjectName(QStringLiteral("statisticsFacts"));
    row.addWidget(m_facts);
    connect(m_onlyTrace, &QCheckBox::toggled, this, &StatisticsPage::refresh);
}

void StatisticsPage::setTheme(const Theme& theme) {
    m_tree->setTheme(theme);
    m_totals->setTheme(theme);
    m_empty->setTheme(theme);
    QPalette colors = m_facts->palette();
    colors.setColor(QPalette::WindowText, theme.text2);
    m_facts->setPalette(colors);
}

void StatisticsPage::countBy(const QString& by, const QString& then) {
    setKey(*m_by, by);
    setKey(*m_then, then);
    refresh();
}

bool StatisticsPage::concerns(const Selection& now, const Selection& before) const {
    return m_onlyTrace->isChecked() && now.trace != before.trace;
}

void StatisticsPage::setAttributeKeys(const QStringList& keys) {
    const QString by = m_by->count() > 0 ? keyIn(*m_by) : QStringLiteral("service"),
                  then = m_then->count() > 0 ? keyIn(*m_then) : QStringLiteral("operation");
    for (QComboBox* field : {m_by, m_then}) {
        field->clear();
        if (field == m_then) field->addItem(tr("nothing"), QString());
        field->addItem(tr("Service"), QStringLiteral("service"));
        field->addItem(tr("Operation"), QStringLiteral("operation"));
        for (const QString& key : keys)
            field->addItem(key, key);
    }
    setKey(*m_by, by);
    setKey(*m_then, then);
}

void StatisticsPage::refresh() {
    if (!capture()) {
        m_jobs.cancel();
        show({});
        return;
    }
    if (m_counted.lock() != capture()) {
        m_counted = capture();
        m_selfTimes.reset();
        m_groups.clear();
    }
    const auto by = statisticsKeyOf(keyIn(*m_by).toStdString());
    if (!by) return;
    const Selection& now = selection().now();
    Question question{capture(), subsetOf(now), std::nullopt, *by,
                      statisticsKeyOf(keyIn(*m_then).toStdString())};
    if (question.then == by) question.then.reset();
    if (m_onlyTrace->isChecked()) {
        if (!now.trace) {
            m_jobs.cancel();
            m_model.setTable({});
            m_facts->clear();
            m_empty->setText(tr("Select a call or a trace."));
            m_pages->setCurrentIndex(0);
            return;
        }
        question.trace = now.trace;
    }
    m_jobs.run([question, known = Counted{{}, m_selfTimes, m_groups, {}}](
                   const CancelToken& cancel) { return count(question, known, cancel); },
               [this](Counted counted) { show(std::move(counted)); });
}

StatisticsPage::Counted StatisticsPage::count(const Question& question, Counted known,
                                              const CancelToken& cancel) {
    const Capture& capture = *question.capture;
    if (!known.selfTimes)
        known.selfTimes = std::make_shared<const std::vector<Duration>>(selfTimesOf(capture.spans()));
    const auto groupsOf = [&](const StatisticsKey& key) -> Groups {
        const QString name = QString::fromStdString(textOf(key));
        if (const Groups held = known.groups.value(name)) return held;
        auto made = statisticsGroupsOf(key, capture, cancel);
        if (!made) {
            known.error = made.error();
            return nullptr;
        }
        auto groups = std::make_shared<const NamedGroups>(std::move(*made));
        if (known.groups.size() >= mostKept) known.groups.clear();
        known.groups.insert(name, groups);
        return groups;
    };
    const Groups by = groupsOf(question.by), then = question.then && by ? groupsOf(*question.then) : nullptr;
    if (!by || (question.then && !then)) return known;
    const std::vector<SpanRow> rows = question.trace ? spansOf(*question.trace, capture.spans())
                                                     : spansIn(capture.spans(), question.subset);
    known.table = statisticsTableOf(rows, capture, *known.selfTimes, question.by, *by, question.then,
                                    then.get(), cancel);
    return known;
}

void StatisticsPage::show(Counted counted) {
    m_selfTimes = std::move(counted.selfTimes);
    m_groups = std::move(counted.groups);
    const SpanFigures all = counted.table.all;
    const std::size_t groups = counted.table.rows.size();
    m_model.setTable(std::move(counted.table));
    if (counted.error)
        m_empty->setText(sentenceOf(*counted.error));
    else
        m_empty->setText(capture() ? tr("No span matches the filter and starts in the range.") : QString());
    m_pages->setCurrentIndex(groups > 0 ? 1 : 0);
    m_facts->setText(groups == 0 ? QString()
                                 : tr("%1 spans in %2 groups")
                                       .arg(toQString(format::countExact(all.spans)),
                                            toQString(format::countExact(groups))));
}

QString StatisticsPage::conditionAt(const QModelIndex& index) const {
    if (!index.isValid() || !capture()) return {};
    const StatisticsTable& table = m_model.table();
    const CallTable& calls = capture()->calls();
    const StatisticsRow &group = m_model.groupOf(index), &row = m_model.at(index);
    const QString first = conditionOf(table.by, group.value, calls);
    if (&group == &row) return first;
    const QString second = conditionOf(*table.then, row.value, calls);
    return first.isEmpty() || second.isEmpty() ? QString() : bothOf(first, second);
}

void StatisticsPage::fillMenu(QMenu& menu, const QModelIndex& index) {
    const QString condition = conditionAt(index);
    if (condition.isEmpty()) return;
    menu.addAction(tr("Filter by this"), this, [this, condition] { emit conditionRequested(condition); });
    menu.addAction(tr("Filter out"), this,
                   [this, condition] { emit conditionRequested(negated(condition)); });
    menu.addSeparator();
}

} // namespace hallway
