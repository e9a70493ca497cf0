// Everything the menus, the tool bar and the keys can do, in one place.
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

#include <array>

class QActionGroup;

namespace hallway {

/// The actions are children of this object. Whoever knows what they do connects their triggered().
/// Tooltips end with the key. Single letters act in graph, waterfall and heatmap only (attachLetters()), so
/// that tables keep their type-ahead and fields their letters.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject* parent = nullptr);

    QAction *open, *openFolder, *addFiles, *openSample, *reload, *newWindow, *closeWindow, *quit;
    QAction* reopen; ///< checkable: at the next start, what was open
    QAction *exportGraph, *exportWaterfall, *exportHeatmap, *exportTrace, *saveCapture, *copyGraph;
    QAction* darkPictures;
    QActionGroup* pictureScale; ///< data(): 1 … 4
    QAction *undo, *redo, *find, *pasteTrace;
    QAction *focusFilter, *clearFilter, *saveFilter;
    QActionGroup* filterMode;                                    ///< data(): int(FilterMode)
    QAction *showTables, *showGraph, *showLower, *showInspector; ///< checkable
    QActionGroup* measure;                                       ///< data(): int(LabelMeasure)
    QActionGroup* theme;                                         ///< data(): int(WindowRequest::ThemeChoice)
    QAction* localTime;
    QActionGroup* textSize; ///< data(): percent
    QAction *largerText, *smallerText, *normalText;
    QAction *highContrast, *noMotion; ///< checkable
    QAction* savePerspective;
    QAction *goBack, *goForward;
    QAction *commands, *keys, *goTo, *back;
    QAction *nextFailure, *previousFailure, *nextCall, *previousCall;
    QAction *showProblems, *about;

    /// What needs an open capture.
    void setCaptureOpen(bool open);
    /// Where letters act: panels, calls and Esc. E is told to graph and waterfall by themselves: each has its
    /// own failures.
    void attachLetters(const QList<QWidget*>& views);

private:
    QAction* make(const QString& text, const QKeySequence& key = {}, const QString& tip = {});
    QAction* makeLetter(const QString& text, const QKeySequence& key);
    QAction* makePanel(const QString& text, const QKeySequence& key);
    void makeMeasures();
    void makeThemes();
    void makeScales();
    void makeFilterModes();
    void makeTextSizes();
};

} // namespace hallway
