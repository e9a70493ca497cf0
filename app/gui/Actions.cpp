#include "gui/Actions.h"

#include "cli/WindowRequest.h"
#include "graph/GraphFigures.h"
#include "items/AppliedFilter.h"

#include <QActionGroup>
#include <QWidget>

namespace hallway {

Actions::Actions(QObject* parent) : QObject(parent) {
    open = make(tr("&Open…"), QKeySequence::Open, tr("Open trace exports, one or several"));
    openFolder = make(tr("Open &folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    addFiles = make(tr("&Add files…"), {}, tr("Join more files with what is open"));
    openSample = make(tr("Open the sam&ple"));
    reload = make(tr("&Reload"), QKeySequence(Qt::Key_F5), tr("Read changed files again"));
    newWindow = make(tr("&New window"), QKeySequence::New, tr("The same capture in a second window"));
    closeWindow = make(tr("Close &window"), QKeySequence(Qt::CTRL | Qt::Key_W));
    reopen =
        make(tr("Reopen at the &start"), {}, tr("Begin with what was open last, its filter and selection"));
    reopen->setCheckable(true);
    quit = make(tr("&Quit"), QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);

    exportGraph = make(tr("&Graph…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                       tr("Export the graph as PNG, SVG, PDF, DOT or JSON"));
    exportWaterfall = make(tr("&Waterfall…"));
    exportHeatmap = make(tr("&Heatmap…"));
    exportTrace = make(tr("&Trace as JSON…"));
    saveCapture = make(tr("C&apture…"), {}, tr("Save everything imported as one file for Hallway"));
    copyGraph = make(tr("&Copy graph picture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    darkPictures = make(tr("&Dark pictures"));
    darkPictures->setCheckable(true);
    makeScales();

    undo = make(tr("&Undo"), QKeySequence::Undo, tr("Take back what was hidden or dragged last"));
    redo = make(tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    redo->setShortcuts({redo->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    undo->setEnabled(false);
    redo->setEnabled(false);
    find = make(tr("F&ind"), QKeySequence::Find, tr("Find in the view that has the focus"));
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut); // the waterfall has a search of its own
    pasteTrace =
        make(tr("&Paste a trace id"), QKeySequence::Paste, tr("Open the trace whose id is in the clipboard"));
    focusFilter = make(tr("&Filter"), QKeySequence(Qt::Key_Slash), tr("Write a filter for every view"));
    clearFilter = make(tr("Cl&ear filter"), {}, tr("Show everything again"));
    saveFilter = make(tr("&Save this filter as…"));
    makeFilterModes();
    showTables = makePanel(tr("&Tables"), QKeySequence(Qt::Key_1));
    showGraph = makePanel(tr("&Graph"), QKeySequence(Qt::Key_2));
    showLower = makePanel(tr("&Waterfall and heatmap"), QKeySequence(Qt::Key_3));
    showInspector = makePanel(tr("&Inspector"), QKeySequence(Qt::Key_4));
    makeMeasures();
    makeThemes();
    localTime = make(tr("&Local time"));
    localTime->setCheckable(true);
    makeTextSizes();
    highContrast = make(tr("High &contrast"));
    noMotion = make(tr("No m&otion"), {}, tr("Nothing moves by itself: zooming and fitting jump"));
    highContrast->setCheckable(true);
    noMotion->setCheckable(true);
    savePerspective = make(tr("&Save as…"), {}, tr("Save the panels as they are now"));

    commands = make(tr("&Commands…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                    tr("Do anything by typing a few of its letters"));
    keys = make(tr("&Keys"), QKeySequence(Qt::Key_Question), tr("All keys on one sheet"));
    // Some layouts tell Shift with it, some do not.
    keys->setShortcuts({keys->shortcut(), QKeySequence(Qt::SHIFT | Qt::Key_Question)});
    goTo = make(tr("Se&rvice or trace…"), QKeySequence(Qt::CTRL | Qt::Key_G),
                tr("Go to a service by its name or to a trace by its id"));
    goBack = make(tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), tr("To the step before"));
    goForward = make(tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), tr("To the step after"));
    goBack->setEnabled(false);
    goForward->setEnabled(false);
    for (QAction* action : {goBack, goForward})
        action->setIconVisibleInMenu(false);
    back = makeLetter(tr("&End the selection"), QKeySequence(Qt::Key_Escape));
    nextFailure = makeLetter(tr("Next fa&iling edge"), QKeySequence(Qt::Key_E));
    previousFailure = makeLetter(tr("Previous failing edge"), QKeySequence(Qt::SHIFT | Qt::Key_E));
    nextCall = makeLetter(tr("Next c&all"), QKeySequence(Qt::Key_Period));
    previousCall = makeLetter(tr("Previous call"), QKeySequence(Qt::Key_Comma));
    showProblems = make(tr("&Problems in the files"));
    about = make(tr("&About Hallway"));
    about->setMenuRole(QAction::AboutRole);
    setCaptureOpen(false);
}

QAction* Actions::make(const QString& text, const QKeySequence& key, const QString& tip) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    QString what = tip;
    if (what.isEmpty()) {
        what = text;
        what.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    }
    action->setToolTip(
        key.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, key.toString(QKeySequence::NativeText)));
    return action;
}

QAction* Actions::makeLetter(const QString& text, const QKeySequence& key) {
    QAction* action = make(text, key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

QAction* Actions::makePanel(const QString& text, const QKeySequence& key) {
    QAction* action = makeLetter(text, key);
    action->setCheckable(true);
    action->setChecked(true);
    return action;
}

void Actions::makeMeasures() {
    measure = new QActionGroup(this);
    const auto add = [this](const QString& text, LabelMeasure what) {
        QAction* action = make(text);
        action->setCheckable(true);
        action->setChecked(what == LabelMeasure::P99);
        action->setData(static_cast<int>(what));
        measure->addAction(action);
    };
    add(tr("Calls"), LabelMeasure::Calls);
    add(tr("Failed"), LabelMeasure::Failed);
    add(QStringLiteral("p50"), LabelMeasure::P50);
    add(QStringLiteral("p95"), LabelMeasure::P95);
    add(QStringLiteral("p99"), LabelMeasure::P99);
    add(tr("Fan-out"), LabelMeasure::FanOut);
    add(tr("Critical path"), LabelMeasure::CriticalPath);
}

void Actions::makeThemes() {
    theme = new QActionGroup(this);
    const auto add = [this](const QString& text, WindowRequest::ThemeChoice choice) {
        QAction* action = make(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        theme->addAction(action);
    };
    add(tr("As the &system"), WindowRequest::ThemeChoice::System);
    add(tr("&Light"), WindowRequest::ThemeChoice::Light);
    add(tr("&Dark"), WindowRequest::ThemeChoice::Dark);
}

void Actions::makeScales() {
    pictureScale = new QActionGroup(this);
    for (int scale = 1; scale <= 4; ++scale) {
        QAction* action = make(QStringLiteral("%1×").arg(scale));
        action->setCheckable(true);
        action->setChecked(scale == 2);
        action->setData(scale);
        pictureScale->addAction(action);
    }
}

void Actions::makeFilterModes() {
    filterMode = new QActionGroup(this);
    const auto add = [this](const QString& text, FilterMode mode) {
        QAction* action = make(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        filterMode->addAction(action);
    };
    add(tr("Count all spans of these traces"), FilterMode::WholeTraces);
    add(tr("Count matching spans’ calls only"), FilterMode::MatchingSpans);
}

void Actions::makeTextSizes() {
    largerText = make(tr("&Larger"), QKeySequence(Qt::CTRL | Qt::Key_Plus));
    largerText->setShortcuts({largerText->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    smallerText = make(tr("&Smaller"), QKeySequence(Qt::CTRL | Qt::Key_Minus));
    normalText = make(tr("&Normal"), QKeySequence(Qt::CTRL | Qt::Key_0));
    textSize = new QActionGroup(this);
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200}) {
        QAction* action = make(tr("%1 %").arg(percent));
        action->setCheckable(true);
        action->setData(percent);
        textSize->addAction(action);
    }
}

void Actions::setCaptureOpen(bool isOpen) {
    for (QAction* action : {addFiles, reload, exportGraph, exportWaterfall, exportHeatmap, exportTrace,
                            saveCapture, copyGraph, focusFilter, find, pasteTrace, goTo, back, nextFailure,
                            previousFailure, nextCall, previousCall, showProblems})
        action->setEnabled(isOpen);
}

void Actions::attachLetters(const QList<QWidget*>& views) {
    for (QWidget* view : views)
        view->addActions({showTables, showGraph, showLower, showInspector, nextCall, previousCall, back});
}

} // namespace hallway
