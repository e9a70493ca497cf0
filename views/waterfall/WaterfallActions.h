// Everything the waterfall can do besides walking and zooming, as actions with their keys: for its menus, and
// for whoever lists the actions of its canvas (the command palette, the sheet of keys).
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

class QMenu;
class QWidget;

namespace hallway {

/// Children of this object and actions of `canvas`, where their keys act. Whoever knows what they do connects
/// them.
class WaterfallActions : public QObject {
    Q_OBJECT
public:
    explicit WaterfallActions(QWidget& canvas);

    QAction *criticalPath, *foldSiblings, *adjustClocks, *hideOthers; ///< checkable
    QAction *levelMore, *levelLess, *expandAll, *collapseAll, *expandSubtree, *collapseSubtree;
    QAction *showSubtree, *goBack, *showWholeTrace;
    QAction *frame, *wholeTime, *measure;
    QAction *nextFailure, *previousFailure, *deepestFailure;
    QAction *find, *nextMatch, *previousMatch;
    QAction *details, *followLink;
    QAction *copyLine, *copySpanId, *copyTraceId, *copyOperation, *copyDuration, *copySubtree;
    QAction *filterService, *filterOperation, *filterValue;
    QAction *colourByService, *colourByStatus, *colourByAttribute; ///< checkable, one of them
    QAction *clockOffsets, *exportPicture;

    /// What there is to do at this moment.
    struct Possible {
        bool trace = false, span = false; ///< something is shown, something is selected
        bool subtree = false;             ///< the selected span has children and is not the root shown
        bool back = false, rooted = false, failures = false, links = false, filter = false, value = false;
    };
    void setPossible(const Possible& possible);

    /// All of them, in groups; for a context menu on a row, or none.
    void fill(QMenu& menu, bool onRow) const;
    /// How the trace is shown.
    void fillShowMenu(QMenu& menu) const;

private:
    QAction* add(const QString& text, const QList<QKeySequence>& keys = {});
    QAction* addChoice(const QString& text, const QList<QKeySequence>& keys = {}, bool on = false);

    QWidget& m_canvas;
};

} // namespace hallway
