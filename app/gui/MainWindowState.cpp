// What the window remembers, its perspectives, its looks, and windows beside it.
#include "common/MenuButton.h"
#include "common/PlainToolTip.h"
#include "gui/Appearance.h"
#include "gui/FirstStartPage.h"
#include "gui/HistoryController.h"
#include "gui/LastView.h"
#include "gui/LocalTime.h"
#include "gui/MainWindow.h"
#include "gui/NamePrompt.h"
#include "gui/StatusLine.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>

namespace hallway {

namespace {

constexpr int defaultWidth = 1440, defaultHeight = 900; // px
constexpr int besideBy = 32;                            // px, a second window
constexpr std::array textSizes{80, 90, 100, 110, 125, 150, 175, 200};

/// Names may hold "&".
QString menuText(QString name) { return name.replace(QLatin1Char('&'), QStringLiteral("&&")); }

} // namespace

void MainWindow::restore() {
    const Settings& stored = settings();
    const bool hasSize = stored.width >= minimumWidth() && stored.height > 0;
    resize(hasSize ? QSize(stored.width, stored.height) : QSize(defaultWidth, defaultHeight));
    if (stored.maximized) setWindowState(windowState() | Qt::WindowMaximized);
    if (stored.panels) applyPerspective(*stored.panels);
    m_workspace->setTableLayouts(stored.tables);
    applyLooks();
    applyMeasure(stored.measure);
    m_workspace->heatmapControls().setLook(stored.heatmap);
    applyClock(stored.localTime);
    showRecent();
    showPerspectives();
    showFilters();
    m_actions.reopen->setChecked(stored.reopens);
}

void MainWindow::remember() {
    const bool viewOpen = m_workspace->capture() != nullptr;
    m_store->change([this, viewOpen](Settings& stored) {
        stored.maximized = isMaximized();
        if (!isMaximized()) {
            stored.width = width();
            stored.height = height();
        }
        stored.heatmap = m_workspace->heatmapControls().look();
        if (!viewOpen) return;
        stored.panels = m_workspace->perspective();
        stored.tables = m_workspace->tableLayouts();
        stored.lastView = lastViewOf(*m_workspace, m_opener.paths());
    });
}

void MainWindow::followSettings(const Settings& now, const Settings& before) {
    const bool looksOther = now.theme != before.theme || now.highContrast != before.highContrast ||
                            now.noMotion != before.noMotion || now.textPercent != before.textPercent;
    if (looksOther) applyLooks();
    if (now.recent != before.recent) showRecent();
    if (now.perspectives != before.perspectives) showPerspectives();
    if (now.savedFilters != before.savedFilters || now.filterHistory != before.filterHistory) showFilters();
    m_actions.reopen->setChecked(now.reopens);
}

void MainWindow::applyLooks() {
    const Settings& stored = settings();
    const auto choice = m_parts.theme.value_or(stored.theme);
    for (QAction* action : m_actions.theme->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
    for (QAction* action : m_actions.textSize->actions())
        action->setChecked(action->data().toInt() == stored.textPercent);
    m_actions.highContrast->setChecked(stored.highContrast);
    m_actions.noMotion->setChecked(stored.noMotion);
    const Theme plain = themeFor(choice, m_parts.systemPalette);
    m_theme = stored.highContrast ? plain.withHighContrast() : plain;
    applyLook(*qApp, m_theme, stored.textPercent);
    m_workspace->setMotion(!stored.noMotion);
    wearTheme();
}

void MainWindow::stepTextSize(int steps) {
    const int now = settings().textPercent;
    const auto at = std::lower_bound(textSizes.begin(), textSizes.end(), now) - textSizes.begin();
    const auto last = static_cast<std::ptrdiff_t>(textSizes.size()) - 1;
    const auto next = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + steps, 0, last));
    setTextSize(textSizes[next]);
}

void MainWindow::setTextSize(int percent) {
    m_store->change([percent](Settings& stored) { stored.textPercent = percent; });
}

void MainWindow::applyMeasure(LabelMeasure measure) {
    m_store->change([measure](Settings& stored) { stored.measure = measure; });
    for (QAction* action : m_actions.measure->actions()) {
        if (action->data().toInt() != static_cast<int>(measure)) continue;
        action->setChecked(true);
        m_measureButton->setText(tr("Measure: %1").arg(action->text()));
    }
    m_workspace->setMeasure(measure);
}

void MainWindow::applyClock(bool localTime) {
    m_localTime = localTime;
    m_store->change([localTime](Settings& stored) { stored.localTime = localTime; });
    m_actions.localTime->setChecked(localTime);
    m_workspace->setUtcOffset(clockOf(localTime));
    m_history->setUtcOffset(clockOf(localTime));
    m_status->setZone(localTime ? tr("Local time") : QStringLiteral("UTC"));
    showRange(m_workspace->selection().now().range);
}

void MainWindow::connectState() {
    connect(m_store.get(), &SettingsStore::changed, this, &MainWindow::followSettings);
    connect(m_actions.theme, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_parts.theme.reset(); // what the command line forced is over
        const auto choice = static_cast<WindowRequest::ThemeChoice>(action->data().toInt());
        m_store->change([choice](Settings& stored) { stored.theme = choice; });
        applyLooks();
    });
    connect(m_actions.highContrast, &QAction::triggered, this,
            [this](bool on) { m_store->change([on](Settings& stored) { stored.highContrast = on; }); });
    connect(m_actions.noMotion, &QAction::triggered, this,
            [this](bool on) { m_store->change([on](Settings& stored) { stored.noMotion = on; }); });
    connect(m_actions.reopen, &QAction::triggered, this,
            [this](bool on) { m_store->change([on](Settings& stored) { stored.reopens = on; }); });
    connect(m_actions.textSize, &QActionGroup::triggered, this,
            [this](const QAction* action) { setTextSize(action->data().toInt()); });
    connect(m_actions.largerText, &QAction::triggered, this, [this] { stepTextSize(1); });
    connect(m_actions.smallerText, &QAction::triggered, this, [this] { stepTextSize(-1); });
    connect(m_actions.normalText, &QAction::triggered, this, [this] { setTextSize(100); });
    connect(m_actions.newWindow, &QAction::triggered, this, &MainWindow::openNewWindow);
    connect(m_actions.closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
    connect(m_actions.savePerspective, &QAction::triggered, this, [this] {
        m_namePrompt->ask(tr("Save these panels as a perspective called"), {}, [this](const QString& name) {
            Perspective now = m_workspace->perspective();
            now.name = name;
            m_store->change([&now](Settings& stored) { stored.save(now); });
            m_status->setNote(tr("The perspective %1 is saved.").arg(name));
        });
    });
}

void MainWindow::openNewWindow() {
    remember(); // it begins as this one is
    WindowParts parts = m_parts;
    parts.files.clear();
    parts.settings = m_store;
    auto* other = new MainWindow(std::move(parts));
    other->setAttribute(Qt::WA_DeleteOnClose);
    other->move(pos() + QPoint(besideBy, besideBy));
    if (m_opener.capture()) other->opener().adopt(m_opener.capture(), m_opener.paths());
    other->show();
}

void MainWindow::applyPerspective(const Perspective& perspective) {
    m_actions.showTables->setChecked(perspective.tables);
    m_actions.showGraph->setChecked(perspective.graph);
    m_actions.showLower->setChecked(perspective.lower);
    m_actions.showInspector->setChecked(perspective.inspector);
    m_workspace->setPerspective(perspective);
}

void MainWindow::showPerspectives() {
    m_perspectiveMenu->clear();
    const auto add = [this](const Perspective& perspective) {
        QAction* action = m_perspectiveMenu->addAction(menuText(perspective.name));
        connect(action, &QAction::triggered, this, [this, perspective] { applyPerspective(perspective); });
        return action;
    };
    int digit = Qt::Key_1;
    for (const Perspective& perspective : builtInPerspectives())
        add(perspective)->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(digit++)));
    const std::vector<Perspective>& own = settings().perspectives;
    if (!own.empty()) m_perspectiveMenu->addSeparator();
    for (const Perspective& perspective : own)
        add(perspective);
    m_perspectiveMenu->addSeparator();
    m_perspectiveMenu->addAction(m_actions.savePerspective);
    if (own.empty()) return;
    QMenu* forget = m_perspectiveMenu->addMenu(tr("&Delete"));
    for (const Perspective& perspective : own)
        connect(forget->addAction(menuText(perspective.name)), &QAction::triggered, this,
                [this, name = perspective.name] {
                    m_store->change([&name](Settings& stored) {
                        std::erase_if(stored.perspectives,
                                      [&name](const Perspective& one) { return one.name == name; });
                    });
                    m_status->setNote(tr("The perspective %1 is deleted.").arg(name));
                });
}

void MainWindow::showRecent() {
    const std::vector<QStringList>& recent = settings().recent;
    m_firstStart->setRecent(recent);
    m_recentMenu->clear();
    for (const QStringList& files : recent) {
        QAction* action = m_recentMenu->addAction(menuText(titleOfFiles(files)));
        action->setToolTip(plainToolTip(files.join(QLatin1Char('\n'))));
        connect(action, &QAction::triggered, this, [this, files] { m_opener.open(files); });
    }
    m_recentMenu->setEnabled(!recent.empty());
}

} // namespace hallway
