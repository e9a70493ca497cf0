#include "gui/MainWindow.h"

#include "common/Icons.h"
#include "common/Text.h"
#include "gui/Appearance.h"
#include "gui/CommandPalette.h"
#include "gui/ErrorText.h"
#include "gui/ExportController.h"
#include "gui/FirstStartPage.h"
#include "gui/GoToField.h"
#include "gui/KeySheet.h"
#include "gui/LocalTime.h"
#include "gui/MenuButton.h"
#include "gui/MessageBar.h"
#include "gui/ProblemsPanel.h"
#include "gui/RangeChip.h"
#include "gui/StatusLine.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QPointer>
#include <QStackedWidget>
#include <QToolButton>
#include <QWindow>

#include <utility>

namespace hallway {

namespace {
constexpr int defaultWidth = 1440, defaultHeight = 900; // px

Settings storedSettings(const QString& path) { return path.isEmpty() ? Settings() : readSettings(path); }

/// Before there are widgets: a style sheet that comes later polishes each of them anew.
const Theme& worn(const Theme& theme) {
    applyLook(*qApp, theme);
    return theme;
}
} // namespace

MainWindow::MainWindow(WindowParts parts)
    : m_parts(std::move(parts)), m_settings(storedSettings(m_parts.settingsPath)),
      m_theme(worn(themeFor(m_settings.theme, m_parts.systemPalette))),
      m_opener(m_parts.cacheFolder, m_parts.limits, m_parts.files), m_fileName(new QLabel(this)),
      m_toolBar(new QWidget), m_openButton(new QToolButton), m_measureButton(new MenuButton),
      m_exportButton(new MenuButton), m_goTo(new GoToField), m_chip(new RangeChip),
      m_messages(new MessageBar), m_pages(new QStackedWidget), m_firstStart(new FirstStartPage),
      m_workspace(new Workspace(m_parts.engine)),
      m_exporter(new ExportController(*m_workspace, m_parts.engine, this)), m_problems(nullptr),
      m_status(new StatusLine) {
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
    restore();
    if (m_opener.isOpening()) m_status->showImport({});
}

MainWindow::~MainWindow() = default;

void MainWindow::restore() {
    const bool stored = m_settings.width >= minimumWidth() && m_settings.height > 0;
    resize(stored ? QSize(m_settings.width, m_settings.height) : QSize(defaultWidth, defaultHeight));
    if (m_settings.maximized) setWindowState(windowState() | Qt::WindowMaximized);
    m_workspace->setSplitterSizes(m_settings.splitters);
    applyThemeChoice(m_settings.theme);
    applyMeasure(m_settings.measure);
    applyClock(m_settings.localTime);
    showRecent();
}

void MainWindow::remember() {
    if (m_parts.settingsPath.isEmpty()) return;
    m_settings.maximized = isMaximized();
    if (!isMaximized()) {
        m_settings.width = width();
        m_settings.height = height();
    }
    if (m_workspace->capture()) m_settings.splitters = m_workspace->splitterSizes();
    // Failing to remember is no reason to bother anybody.
    static_cast<void>(writeSettings(m_parts.settingsPath, m_settings));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::forceTheme(WindowRequest::ThemeChoice choice) {
    const Theme theme = themeFor(choice, m_parts.systemPalette);
    if (theme != m_theme) applyLook(*qApp, theme);
    m_theme = theme;
    m_workspace->setTheme(m_theme);
    m_firstStart->setTheme(m_theme);
    m_goTo->setTheme(m_theme);
    m_chip->setTheme(m_theme);
    m_problems->setTheme(m_theme);
    m_palette->setTheme(m_theme);
    m_keySheet->setTheme(m_theme);
    for (MenuButton* button : {m_measureButton, m_exportButton})
        button->setTheme(m_theme);
    m_openButton->setIcon(themedIcon(Icon::Open, m_theme));
    m_exportButton->setIcon(themedIcon(Icon::Export, m_theme));
    m_status->setWarningIcon(warningIcon(m_theme));
}

void MainWindow::applyThemeChoice(WindowRequest::ThemeChoice choice) {
    m_settings.theme = choice;
    for (QAction* action : m_actions.theme->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
    forceTheme(choice);
}

void MainWindow::applyMeasure(LabelMeasure measure) {
    m_settings.measure = measure;
    for (QAction* action : m_actions.measure->actions()) {
        if (action->data().toInt() != static_cast<int>(measure)) continue;
        action->setChecked(true);
        m_measureButton->setText(tr("Measure: %1").arg(action->text()));
    }
    m_workspace->setMeasure(measure);
}

void MainWindow::applyClock(bool localTime) {
    m_settings.localTime = localTime;
    m_actions.localTime->setChecked(localTime);
    m_workspace->setUtcOffset(clockOf(localTime));
    m_status->setZone(localTime ? tr("Local time") : QStringLiteral("UTC"));
    showRange(m_workspace->selection().now().range);
}

void MainWindow::showRange(const std::optional<TimeRange>& range) {
    m_chip->setRange(range, clockOf(m_settings.localTime));
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
    m_goTo->setCapture(capture.get());
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
    m_settings.addRecent(m_opener.paths());
    showRecent();
    remember();
}

} // namespace hallway
