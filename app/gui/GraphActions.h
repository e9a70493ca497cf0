// Everything a person can do to the graph, as actions: for its menus, its keys and the command palette.
#pragma once

#include "graph/GraphCanvas.h"

#include <QKeySequence>
#include <QObject>

#include <functional>
#include <string>

class QAction;
class QMenu;

namespace hallway {

class GraphPresenter;
class GraphView;

/// The actions are children of the view's canvas: their letters act there only. GUI thread.
class GraphActions : public QObject {
    Q_OBJECT

public:
    GraphActions(GraphView& view, GraphPresenter& graph, QObject* parent = nullptr);

    /// What can be done with `on`, or with the graph where it is nothing; for a context menu.
    void fill(QMenu& menu, const GraphChoice& on);

private:
    QAction* make(const QString& text, const QKeySequence& key, const QString& tip,
                  const std::function<void()>& act);
    QAction* makeSwitch(const QString& text, const QKeySequence& key, const QString& tip,
                        const std::function<void(bool)>& act);
    void makeFocus();
    void makeHiding();
    void makeArrangement();
    void fillArrangeMenu();
    void fillBoxes(QMenu& menu);
    void stepFocus(int up, int down);
    void focusOnChoice();
    void hideChoice();
    void toggleOperations();
    void toggleBox();
    void groupBy(const std::string& key);
    void update();

    GraphView& m_view;
    GraphPresenter& m_graph;
    QAction *m_focus, *m_moreUp, *m_lessUp, *m_moreDown, *m_lessDown, *m_unfocus;
    QAction *m_find, *m_hide, *m_showHidden, *m_thresholds;
    QAction *m_operations, *m_box, *m_noBoxes, *m_queues, *m_topDown, *m_oneTrace, *m_unpinAll;
};

} // namespace hallway
