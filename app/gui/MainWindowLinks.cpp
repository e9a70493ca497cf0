// What is connected to what: opening, exporting, viewing, moving around.
#include "common/PlainToolTip.h"
#include "gui/ErrorText.h"
#include "gui/ExportController.h"
#include "gui/FileDialogs.h"
#include "gui/FirstStartPage.h"
#include "gui/GraphActions.h"
#include "gui/LocalTime.h"
#include "gui/MainWindow.h"
#include "gui/MessageBar.h"
#include "gui/ProblemsPanel.h"
#include "gui/RangeChip.h"
#include "gui/StatusLine.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>

#include <functional>

namespace hallway {

namespace {

QStringList localFilesOf(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

} // namespace

void MainWindow::connectOpening() {
    const auto openThem = [this](const QStringList& files) { m_opener.open(files); };
    const auto chooseFiles = [this, openThem] { askForFiles(this, tr("Open trace exports"), openThem); };
    connect(m_actions.open, &QAction::triggered, this, chooseFiles);
    connect(m_actions.openFolder, &QAction::triggered, this,
            [this, openThem] { askForFolder(this, tr("Open a folder of trace exports"), openThem); });
    connect(m_actions.addFiles, &QAction::triggered, this, [this] {
        askForFiles(this, tr("Add trace exports"), [this](const QStringList& files) { m_opener.add(files); });
    });
    const auto openSample = [this] { m_opener.open({m_parts.samplePath}); };
    connect(m_actions.openSample, &QAction::triggered, this, openSample);
    m_actions.openSample->setVisible(!m_parts.samplePath.isEmpty());
    connect(m_actions.reload, &QAction::triggered, &m_opener, &OpenController::reload);
    connect(m_firstStart, &FirstStartPage::openClicked, this, chooseFiles);
    connect(m_firstStart, &FirstStartPage::sampleClicked, this, openSample);
    connect(m_firstStart, &FirstStartPage::recentClicked, &m_opener, &OpenController::open);

    connect(&m_opener, &OpenController::started, this, [this] {
        m_status->setNote({});
        m_status->showImport({});
    });
    connect(&m_opener, &OpenController::progressed, m_status, &StatusLine::showImport);
    connect(m_status, &StatusLine::cancelClicked, &m_opener, &OpenController::cancel);
    connect(&m_opener, &OpenController::cancelled, this, [this] {
        m_status->hideImport();
        m_status->setNote(tr("Import cancelled."));
    });
    connect(&m_opener, &OpenController::failed, this, [this](const Error& error) {
        m_awaited.reset();
        m_status->hideImport();
        m_messages->showError(sentenceOf(error));
    });
    connect(&m_opener, &OpenController::opened, this, &MainWindow::showCapture);
}

void MainWindow::connectExports() {
    const QStringList pictures{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
    const QStringList graphs = pictures + QStringList{QStringLiteral("dot"), QStringLiteral("json")};
    using Write = std::function<void(const QString&)>;
    const auto ask = [this](QAction* action, const QString& title, const QString& what,
                            const QStringList& endings, const Write& write) {
        connect(action, &QAction::triggered, this, [this, title, what, endings, write] {
            const QString name = m_exporter->suggestedName(what, QLatin1Char('.') + endings.front());
            askWhereToSave(this, title, name, endings, write);
        });
    };
    ExportController* to = m_exporter;
    ask(m_actions.exportGraph, tr("Export the graph"), QStringLiteral("graph"), graphs,
        [to](const QString& path) { to->exportGraph(path); });
    ask(m_actions.exportWaterfall, tr("Export the waterfall"), QStringLiteral("trace"), pictures,
        [to](const QString& path) { to->exportWaterfall(path); });
    ask(m_actions.exportHeatmap, tr("Export the heatmap"), QStringLiteral("heatmap"), pictures,
        [to](const QString& path) { to->exportHeatmap(path); });
    ask(m_actions.exportTrace, tr("Export the trace"), QStringLiteral("trace"), {QStringLiteral("json")},
        [to](const QString& path) { to->exportTrace(path); });
    ask(m_actions.saveCapture, tr("Save the capture"), QStringLiteral("capture"), {QStringLiteral("hallway")},
        [to](const QString& path) { to->saveCapture(path); });
    connect(&m_workspace->waterfallView(), &WaterfallView::exportRequested, m_actions.exportWaterfall,
            &QAction::trigger);
    connect(m_actions.copyGraph, &QAction::triggered, m_exporter, &ExportController::copyGraph);

    const auto restyle = [this] {
        const QAction* scale = m_actions.pictureScale->checkedAction();
        m_exporter->setStyle({m_actions.darkPictures->isChecked(), scale ? scale->data().toDouble() : 2});
    };
    connect(m_actions.darkPictures, &QAction::toggled, this, restyle);
    connect(m_actions.pictureScale, &QActionGroup::triggered, this, restyle);

    connect(m_exporter, &ExportController::exported, this, [this](const QString& path, bool mayHoldSecrets) {
        const QString name = QFileInfo(path).fileName();
        m_status->setNote(tr("%1 is written.").arg(name));
        if (mayHoldSecrets)
            m_messages->showWarning({tr("%1 holds all attributes as they were recorded; they may contain "
                                        "secrets. Look before you pass it on.")
                                         .arg(name)});
    });
    connect(&m_workspace->waterfall(), &WaterfallPresenter::copied, m_status, &StatusLine::setNote);
    connect(m_exporter, &ExportController::graphCopied, this,
            [this] { m_status->setNote(tr("The graph is copied.")); });
    connect(m_exporter, &ExportController::failed, this,
            [this](const Error& error) { m_messages->showError(sentenceOf(error)); });
}

void MainWindow::connectView() {
    const auto panel = [this](QAction* action, Workspace::Panel which) {
        connect(action, &QAction::toggled, this,
                [this, which](bool on) { m_workspace->setPanelVisible(which, on); });
    };
    panel(m_actions.showTables, Workspace::Panel::Tables);
    panel(m_actions.showGraph, Workspace::Panel::Graph);
    panel(m_actions.showLower, Workspace::Panel::Lower);
    panel(m_actions.showInspector, Workspace::Panel::Inspector);
    connect(m_actions.measure, &QActionGroup::triggered, this, [this](const QAction* action) {
        applyMeasure(static_cast<LabelMeasure>(action->data().toInt()));
    });
    connect(&m_workspace->graph(), &GraphPresenter::measureChosen, this, &MainWindow::applyMeasure);
    connect(m_actions.localTime, &QAction::toggled, this, &MainWindow::applyClock);
    connect(m_chip, &RangeChip::cleared, this, [this] { m_workspace->selection().setRange(std::nullopt); });
    connect(m_workspace, &Workspace::rangeDragged, this, &MainWindow::showRange);
    connect(&m_workspace->selection(), &SelectionModel::changed, this,
            [this](const Selection& now) { showRange(now.range); });
    connect(m_workspace, &Workspace::timePointed, this, [this](const std::optional<Timestamp>& time) {
        m_status->setPointer(time ? QString::fromStdString(format::timeOfDay(*time, clockOf(m_localTime)))
                                  : QString());
    });
}

void MainWindow::connectNavigation() {
    connect(m_actions.goTo, &QAction::triggered, this, &MainWindow::openGoTo);
    connect(m_actions.find, &QAction::triggered, this, [this] {
        if (m_workspace->waterfallView().isAncestorOf(QApplication::focusWidget()))
            m_workspace->waterfallView().openSearch();
        else if (m_workspace->graphView().isAncestorOf(QApplication::focusWidget()))
            m_workspace->graphView().openSearch();
        else
            openGoTo();
    });
    for (QWidget* place : m_workspace->placesWithoutSearch())
        place->addAction(m_actions.find);
    connect(m_actions.pasteTrace, &QAction::triggered, this,
            [this] { goTo(QApplication::clipboard()->text()); });
    connect(m_actions.back, &QAction::triggered, m_workspace, &Workspace::stepBack);
    connect(m_actions.nextCall, &QAction::triggered, &m_workspace->lists(),
            [this] { m_workspace->lists().stepCall(true); });
    connect(m_actions.previousCall, &QAction::triggered, &m_workspace->lists(),
            [this] { m_workspace->lists().stepCall(false); });
    GraphCanvas& canvas = m_workspace->graphView().canvas();
    connect(m_actions.nextFailure, &QAction::triggered, &canvas, [&canvas] { canvas.stepFailing(true); });
    connect(m_actions.previousFailure, &QAction::triggered, &canvas,
            [&canvas] { canvas.stepFailing(false); });
    connect(m_actions.showProblems, &QAction::triggered, m_problems, &ProblemsPanel::open);
    connect(m_status, &StatusLine::problemsClicked, m_problems, &ProblemsPanel::open);
    connect(&m_workspace->inspector(), &Inspector::problemsRequested, m_problems, &ProblemsPanel::open);
    connect(m_actions.about, &QAction::triggered, this, [this] {
        m_messages->showWarning(
            {tr("Hallway %1 shows who calls whom, how often, how slowly and how badly, from trace "
                "exports. Free software under the GNU GPL, version 3 or later.")
                 .arg(QApplication::applicationVersion())});
    });
    connect(&m_workspace->graphView(), &GraphView::menuRequested, this, &MainWindow::showGraphMenu);
    // Not to the search bars in their panels: letters belong to what is typed there.
    m_actions.attachLetters({&canvas, &m_workspace->waterfallView().canvas(), &m_workspace->heatmapView()});
    for (const auto tab : {TablesPanel::Edges, TablesPanel::Services, TablesPanel::Traces})
        m_workspace->tablesPanel().table(tab).addAction(m_actions.back);
}

void MainWindow::connectUndo() {
    QUndoStack& stack = m_workspace->undoStack();
    connect(m_actions.undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(m_actions.redo, &QAction::triggered, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, m_actions.undo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, m_actions.redo, &QAction::setEnabled);
    // Services may be called "a&b".
    const auto escaped = [](QString what) { return what.replace(QLatin1Char('&'), QStringLiteral("&&")); };
    connect(&stack, &QUndoStack::undoTextChanged, m_actions.undo, [this, escaped](const QString& what) {
        m_actions.undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(escaped(what)));
    });
    connect(&stack, &QUndoStack::redoTextChanged, m_actions.redo, [this, escaped](const QString& what) {
        m_actions.redo->setText(what.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(escaped(what)));
    });
}

void MainWindow::showGraphMenu(const GraphChoice& on, const QPoint& at) {
    QMenu menu(this);
    m_graphActions->fill(menu, on);
    menu.addSeparator();
    QAction* picture = menu.addAction(tr("&Export the graph…"), m_actions.exportGraph, &QAction::trigger);
    picture->setShortcut(m_actions.exportGraph->shortcut());
    menu.addAction(m_actions.copyGraph);
    menu.exec(at);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (localFilesOf(event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    m_firstStart->setDropping(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { m_firstStart->setDropping(false); }

void MainWindow::dropEvent(QDropEvent* event) {
    m_firstStart->setDropping(false);
    const QStringList files = localFilesOf(event->mimeData());
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_opener.add(files);
    else
        m_opener.open(files);
}

} // namespace hallway
