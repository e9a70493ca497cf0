#include "gui/MainWindow.h"

#include "common/Icons.h"
#include "common/MenuButton.h"
#include "common/Text.h"
#include "gui/Appearance.h"
#include "gui/CommandPalette.h"
#include "gui/ErrorText.h"
#include "gui/ExportController.h"
#include "gui/FilterBar.h"
#include "gui/FilterField.h"
#include "gui/FirstStartPage.h"
#include "gui/GraphActions.h"
#include "gui/HistoryController.h"
#include "gui/KeySheet.h"
#include "gui/LastView.h"
#include "gui/LocalTime.h"
#include "gui/MessageBar.h"
#include "gui/ProblemsPanel.h"
#include "gui/RangeChip.h"
#include "gui/StatusLine.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QPointer>
#include <QStackedWidget>
#include <QToolButton>
#include <QWindow>

#include <utility>

namespace hallway {

namespace {

/// Before there are widgets: a style sheet that comes later polishes each of them anew.
Theme worn(const WindowParts& parts, const Settings& settings) {
    const Theme plain = themeFor(parts.theme.value_or(settings.theme), parts.systemPalette);
    const Theme theme = settings.highContrast ? plain.withHighContrast() : plain;
    applyLook(*qApp, theme, settings.textPercent);
    return theme;
}

/// What was open last, if it is wanted again and nothing else is asked for.
std::optional<LastView> viewToReopen(const WindowParts& parts, const Settings& settings) {
    const bool asked = settings.reopens && !parts.settings && parts.files.isEmpty();
    return asked && !settings.lastView.files.isEmpty() ? std::optional(settings.lastView) : std::nullopt;
}

} // namespace

MainWindow::MainWindow(WindowParts parts)
    : m_parts(std::move(parts)),
      m_store(m_parts.settings ? m_parts.settings : std::make_shared<SettingsStore>(m_parts.settingsPath)),
      m_theme(worn(m_parts, m_store->now())), m_awaited(viewToReopen(m_parts, m_store->now())),
      m_opener(m_parts.cacheFolder, m_parts.limits, m_awaited ? m_awaited->files : m_parts.files),
      m_fileName(new QLabel(this)), m_toolBar(new QWidget), m_backButton(new QToolButton),
      m_forwardButton(new QToolButton), m_openButton(new QToolButton), m_measureButton(new MenuButton),
      m_exportButton(new MenuButton),
      m_filterBar(new FilterBar(m_actions.filterMode->actions(), *m_actions.clearFilter)),
      m_chip(new RangeChip), m_messages(new MessageBar), m_pages(new QStackedWidget),
      m_firstStart(new FirstStartPage), m_workspace(new Workspace(m_parts.engine)),
      m_history(new HistoryController(*m_workspace, this)),
      m_exporter(new ExportController(*m_workspace, m_parts.engine, this)), m_problems(nullptr),
      m_status(new StatusLine) {
    m_graphActions = new GraphActions(m_workspace->graphView(), m_workspace->graph(), this);
    if (!m_parts.settingsPath.isEmpty())
        m_workspace->graph().setMemory(GraphMemory(
            QFileInfo(m_parts.settingsPath).absoluteDir().filePath(QStringLiteral("graphs.json"))));
    setAcceptDrops(true);
    setWindowTitle(QStringLiteral("Hallway"));
    buildPages();
    buildToolBar();
    buildMenus();
    connectOpening();
    connectExports();
    connectView();
    connectNavigation();
    connectUndo();
    connectCommands();
    connectState();
    connectHistory();
    connectFilter();
    restore();
    if (m_opener.isOpening()) m_status->showImport({});
}

MainWindow::~MainWindow() = default;

void MainWindow::closeEvent(QCloseEvent* event) {
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::forceTheme(WindowRequest::ThemeChoice choice) {
    m_parts.theme = choice;
    applyLooks();
}

void MainWindow::wearTheme() {
    m_workspace->setTheme(m_theme);
    m_firstStart->setTheme(m_theme);
    m_filterField->setTheme(m_theme);
    m_filterBar->setTheme(m_theme);
    m_chip->setTheme(m_theme);
    m_problems->setTheme(m_theme);
    m_palette->setTheme(m_theme);
    m_keySheet->setTheme(m_theme);
    for (MenuButton* button : {m_measureButton, m_exportButton})
        button->setTheme(m_theme);
    m_actions.goBack->setIcon(themedIcon(Icon::Back, m_theme));
    m_actions.goForward->setIcon(themedIcon(Icon::Arrow, m_theme));
    m_openButton->setIcon(themedIcon(Icon::Open, m_theme));
    m_exportButton->setIcon(themedIcon(Icon::Export, m_theme));
    m_status->setWarningIcon(warningIcon(m_theme));
}

void MainWindow::showRange(const std::optional<TimeRange>& range) {
    m_chip->setRange(range, clockOf(m_localTime));
}

void MainWindow::focusGraph() {
    GraphView& graph = m_workspace->graphView();
    graph.setFocus(Qt::OtherFocusReason);
    // What is opened at the start may be there before the window has the keyboard.
    disconnect(m_graphAwaited);
    if (isActiveWindow()) return;
    m_graphAwaited = connect(qApp, &QGuiApplication::focusWindowChanged, &graph,
                             [this, &graph, before = QPointer<QWidget>(focusWidget())] {
                                 if (!isActiveWindow()) return;
                                 const QWidget* now = focusWidget();
                                 // Unless the person went elsewhere meanwhile.
                                 if (now == before || now == &graph.canvas())
                                     graph.setFocus(Qt::OtherFocusReason);
                                 disconnect(m_graphAwaited);
                             });
}

void MainWindow::showCapture(const std::vector<Error>& unreadable) {
    const auto& capture = m_opener.capture();
    m_workspace->setCapture(capture);
    m_pages->setCurrentWidget(m_workspace);
    focusGraph();
    m_filterField->setEnabled(true);
    showFilter();
    m_status->hideImport();
    m_status->setCapture(capture.get());
    m_status->setNote({});
    m_problems->setSources(capture->sources());
    m_problems->hide();
    m_actions.setCaptureOpen(true);
    for (QToolButton* button : {m_measureButton, m_exportButton})
        button->setEnabled(true);
    const QString title = shownText(capture->title());
    m_fileName->setText(title);
    menuBar()->setCornerWidget(m_fileName); // again: it does not grow by itself
    m_fileName->show();
    setWindowTitle(tr("%1 – Hallway").arg(title));
    QStringList sentences;
    for (const Error& error : unreadable)
        sentences << sentenceOf(error);
    if (sentences.isEmpty())
        m_messages->clear();
    else
        m_messages->showWarning(sentences);
    m_history->begin();
    if (const auto awaited = std::exchange(m_awaited, std::nullopt)) showAgain(*awaited, *m_workspace);
    m_store->change([this](Settings& stored) { stored.addRecent(m_opener.paths()); });
    remember();
}

} // namespace hallway
