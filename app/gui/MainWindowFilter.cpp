// The filter: its field, what it found, and the filters a person saved.
#include "common/Text.h"
#include "gui/ErrorText.h"
#include "gui/FilterBar.h"
#include "gui/FilterField.h"
#include "gui/FilterPresenter.h"
#include "gui/MainWindow.h"
#include "gui/MessageBar.h"
#include "gui/NamePrompt.h"
#include "gui/StatusLine.h"

#include <QActionGroup>
#include <QMenu>

namespace hallway {

namespace {

constexpr qsizetype mostListed = 12, shownLetters = 60;

/// Filters hold "&&".
QString menuText(QString text) {
    if (text.size() > shownLetters) text = text.left(shownLetters) + QStringLiteral("…");
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

void MainWindow::connectFilter() {
    FilterModel& filter = m_workspace->filter();
    connect(m_actions.focusFilter, &QAction::triggered, this, [this] {
        m_filterField->setFocus(Qt::ShortcutFocusReason);
        m_filterField->selectAll();
    });
    connect(m_filterField, &FilterField::submitted, this, [this, &filter](const QString& text) {
        filter.setText(text);
        focusGraph();
    });
    connect(m_filterField, &FilterField::left, this,
            [this] { m_workspace->graphView().setFocus(Qt::OtherFocusReason); });
    connect(&m_workspace->catalog(), &CatalogReader::changed, this,
            [this] { m_filterField->setCatalog(m_workspace->catalog().catalog()); });
    connect(&filter, &FilterModel::changed, this, &MainWindow::followFilter);
    connect(m_actions.clearFilter, &QAction::triggered, &filter, &FilterModel::clear);
    connect(m_actions.filterMode, &QActionGroup::triggered, this, [&filter](const QAction* action) {
        filter.setMode(static_cast<FilterMode>(action->data().toInt()));
    });
    connect(&m_workspace->selection(), &SelectionModel::changed, this,
            [this](const Selection& now, const Selection& before) {
                if (now.filter != before.filter) showFilter();
            });
    connect(m_actions.saveFilter, &QAction::triggered, this, [this, &filter] {
        m_namePrompt->ask(tr("Save this filter as"), {}, [this, &filter](const QString& name) {
            m_store->change([&](Settings& stored) { stored.save(NamedFilter{name, filter.text()}); });
            m_status->setNote(tr("The filter %1 is saved.").arg(name));
        });
    });
    connect(&m_workspace->filtering(), &FilterPresenter::failed, this, [this](const Error& error) {
        m_messages->showError(sentenceOf(error));
        showFilter();
    });
    m_filterField->setMenu(m_filterMenu);
    followFilter();
}

void MainWindow::followFilter() {
    const FilterModel& filter = m_workspace->filter();
    m_filterField->showApplied(filter.text());
    m_actions.clearFilter->setEnabled(!filter.text().isEmpty());
    m_actions.saveFilter->setEnabled(!filter.text().isEmpty());
    for (QAction* action : m_actions.filterMode->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(filter.mode()));
    if (!filter.text().isEmpty()) m_store->change([&](Settings& stored) { stored.addFilter(filter.text()); });
    showFilter();
}

void MainWindow::showFilter() {
    const auto& applied = m_workspace->selection().now().filter;
    const FilterModel& wanted = m_workspace->filter();
    const bool awaited = !wanted.text().isEmpty() && (!applied || applied->text != wanted.text());
    if (awaited && m_filterField->errorText().isEmpty() && m_workspace->capture())
        m_filterBar->setBusy();
    else
        m_filterBar->setApplied(applied.get(),
                                m_workspace->capture() ? m_workspace->capture()->spans().traces.size() : 0);
}

void MainWindow::showFilters() {
    m_filterField->setHistory(settings().filterHistory);
    m_filterMenu->clear();
    const auto useOf = [this](const QString& text) {
        return [this, text] { m_workspace->filter().setText(text); };
    };
    const std::vector<NamedFilter>& saved = settings().savedFilters;
    for (const NamedFilter& one : saved) {
        QAction* action = m_filterMenu->addAction(menuText(one.name));
        action->setToolTip(one.text);
        connect(action, &QAction::triggered, this, useOf(one.text));
    }
    m_filterMenu->addSeparator();
    m_filterMenu->addAction(m_actions.saveFilter);
    if (!saved.empty()) {
        QMenu* rename = m_filterMenu->addMenu(tr("&Rename"));
        QMenu* forget = m_filterMenu->addMenu(tr("&Delete"));
        for (const NamedFilter& one : saved) {
            connect(rename->addAction(menuText(one.name)), &QAction::triggered, this, [this, one] {
                m_namePrompt->ask(tr("Rename the filter"), one.name,
                                  [this, one](const QString& name) { renameFilter(one, name); });
            });
            connect(forget->addAction(menuText(one.name)), &QAction::triggered, this, [this, one] {
                m_store->change([&one](Settings& stored) { std::erase(stored.savedFilters, one); });
                m_status->setNote(tr("The filter %1 is deleted.").arg(one.name));
            });
        }
    }
    if (settings().filterHistory.isEmpty()) return;
    QMenu* recent = m_filterMenu->addMenu(tr("Re&cent"));
    for (const QString& text : settings().filterHistory.mid(0, mostListed))
        connect(recent->addAction(menuText(text)), &QAction::triggered, this, useOf(text));
}

void MainWindow::renameFilter(const NamedFilter& filter, const QString& name) {
    m_store->change([&](Settings& stored) {
        std::erase(stored.savedFilters, filter);
        stored.save(NamedFilter{name, filter.text});
    });
}

} // namespace hallway
