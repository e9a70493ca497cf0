#include "waterfall/WaterfallActions.h"

#include <QActionGroup>
#include <QMenu>

namespace hallway {

WaterfallActions::WaterfallActions(QWidget& canvas) : QObject(&canvas), m_canvas(canvas) {
    criticalPath = addChoice(tr("&Critical path"), {Qt::Key_C}, true);
    foldSiblings = addChoice(tr("&Fold siblings"), {Qt::Key_X}, true);
    adjustClocks = addChoice(tr("Adjust cloc&ks"), {Qt::Key_K});
    hideOthers = addChoice(tr("&Hide what does not match"), {Qt::Key_G});

    levelMore = add(tr("One level &more"), {Qt::Key_BracketRight, QKeySequence(Qt::SHIFT | Qt::Key_Down)});
    levelLess = add(tr("One level &less"), {Qt::Key_BracketLeft, QKeySequence(Qt::SHIFT | Qt::Key_Up)});
    expandAll = add(tr("E&xpand all"), {QKeySequence(Qt::SHIFT | Qt::Key_End)});
    collapseAll = add(tr("Colla&pse all"), {QKeySequence(Qt::SHIFT | Qt::Key_Home)});
    expandSubtree = add(tr("Expand the &subtree"), {QKeySequence(Qt::SHIFT | Qt::Key_Right)});
    collapseSubtree = add(tr("Collapse the s&ubtree"), {QKeySequence(Qt::SHIFT | Qt::Key_Left)});

    showSubtree = add(tr("Show &only this subtree"), {Qt::Key_R, QKeySequence(Qt::SHIFT | Qt::Key_Return)});
    goBack = add(tr("&Back"), {Qt::Key_Backspace});
    showWholeTrace = add(tr("Show the &whole trace"), {QKeySequence(Qt::SHIFT | Qt::Key_Backspace)});
    frame = add(tr("&Zoom to the span"), {Qt::Key_F});
    wholeTime = add(tr("Show the whole &time"), {Qt::Key_0});
    measure = add(tr("&Measure the span"), {Qt::Key_M});

    nextFailure = add(tr("&Next failure"), {Qt::Key_E});
    previousFailure = add(tr("&Previous failure"), {QKeySequence(Qt::SHIFT | Qt::Key_E)});
    deepestFailure = add(tr("&Deepest failure"), {Qt::Key_O});
    find = add(tr("&Find in the trace…"), {QKeySequence::Find});
    nextMatch = add(tr("Next ma&tch"), {Qt::Key_N, Qt::Key_F3});
    previousMatch = add(tr("Previous matc&h"),
                        {QKeySequence(Qt::SHIFT | Qt::Key_N), QKeySequence(Qt::SHIFT | Qt::Key_F3)});

    details = add(tr("&Attributes"), {Qt::Key_I});
    followLink = add(tr("Follow a lin&k"), {Qt::Key_L});
    copyLine = add(tr("Copy a line for the c&hat"), {QKeySequence::Copy});
    copySpanId = add(tr("Copy span &id"), {Qt::Key_Y});
    copyTraceId = add(tr("Copy t&race id"), {QKeySequence(Qt::SHIFT | Qt::Key_Y)});
    copyOperation = add(tr("Copy &operation"));
    copyDuration = add(tr("Copy &duration"));
    copySubtree = add(tr("Copy the subtree as te&xt"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C)});
    filterService = add(tr("Filter by its ser&vice"));
    filterOperation = add(tr("Filter by its ope&ration"));
    filterValue = add(tr("Filter by the coloured attr&ibute"));

    auto* colours = new QActionGroup(this);
    colourByService = addChoice(tr("Colour by &service"), {}, true);
    colourByStatus = addChoice(tr("Colour by s&tatus"));
    colourByAttribute = addChoice(tr("Colour by &attribute…"), {Qt::Key_V});
    for (QAction* action : {colourByService, colourByStatus, colourByAttribute}) {
        colours->addAction(action);
    }
    clockOffsets = add(tr("Clock &offsets…"), {QKeySequence(Qt::SHIFT | Qt::Key_K)});
    exportPicture = add(tr("&Export picture…"));
    setPossible({});
}

QAction* WaterfallActions::add(const QString& text, const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // letters belong to the search bar when it is typed into
    m_canvas.addAction(action);
    return action;
}

QAction* WaterfallActions::addChoice(const QString& text, const QList<QKeySequence>& keys, bool on) {
    QAction* action = add(text, keys);
    action->setCheckable(true);
    action->setChecked(on);
    return action;
}

void WaterfallActions::setPossible(const Possible& possible) {
    for (QAction* action :
         {criticalPath, foldSiblings, adjustClocks, levelMore, levelLess, expandAll, collapseAll, wholeTime,
          find, nextMatch, previousMatch, colourByService, colourByStatus, colourByAttribute, clockOffsets,
          exportPicture, copyTraceId, frame}) {
        action->setEnabled(possible.trace);
    }
    for (QAction* action : {details, copyLine, copySpanId, copyOperation, copyDuration, copySubtree, measure,
                            filterService, filterOperation, expandSubtree, collapseSubtree}) {
        action->setEnabled(possible.span);
    }
    for (QAction* action : {nextFailure, previousFailure, deepestFailure}) {
        action->setEnabled(possible.failures);
    }
    showSubtree->setEnabled(possible.subtree);
    goBack->setEnabled(possible.back);
    showWholeTrace->setEnabled(possible.rooted);
    followLink->setEnabled(possible.links);
    hideOthers->setEnabled(possible.filter);
    filterValue->setEnabled(possible.value);
}

void WaterfallActions::fill(QMenu& menu, bool onRow) const {
    if (onRow) {
        menu.addActions({details, followLink});
        menu.addSeparator();
        QMenu* copy = menu.addMenu(tr("&Copy"));
        copy->addActions({copyLine, copySubtree});
        copy->addSeparator();
        copy->addActions({copySpanId, copyTraceId, copyOperation, copyDuration});
        menu.addActions({filterService, filterOperation, filterValue});
        menu.addSeparator();
        menu.addActions({showSubtree, expandSubtree, collapseSubtree, frame, measure});
    }
    menu.addActions({showWholeTrace, goBack, wholeTime});
    menu.addSeparator();
    QMenu* go = menu.addMenu(tr("&Go to"));
    go->addActions({nextFailure, previousFailure, deepestFailure});
    go->addSeparator();
    go->addActions({find, nextMatch, previousMatch});
    fillShowMenu(*menu.addMenu(tr("S&how")));
    menu.addSeparator();
    menu.addAction(exportPicture);
}

void WaterfallActions::fillShowMenu(QMenu& menu) const {
    menu.addActions({levelMore, levelLess, expandAll, collapseAll});
    menu.addSeparator();
    menu.addActions({criticalPath, foldSiblings, hideOthers});
    menu.addSeparator();
    menu.addActions({colourByService, colourByStatus, colourByAttribute});
    menu.addSeparator();
    menu.addActions({adjustClocks, clockOffsets});
}

} // namespace hallway
