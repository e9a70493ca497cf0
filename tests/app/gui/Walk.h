// An investigation by mouse and keys, counted in moves, with a picture of every step for the user guide.
#pragma once

#include "GuideWindow.h"

class QAbstractItemView;
class QTabBar;

namespace hallway::test {

/// Opens a generated incident in a window of its own, laid out by Graphviz, as a person would find it.
/// Of every step `<name>-<step>` is kept, 0 being the window's first state.
class Walk {
public:
    /// `incident`: a name of bench::incidents().
    explicit Walk(const QString& incident);

    [[nodiscard]] Workspace& views() { return m_guide.views(); }
    /// Nothing went wrong so far.
    [[nodiscard]] bool isFine() const { return m_guide.isFine(); }
    /// Moves made: one is a click, a drag, a key, or a text typed and confirmed.
    [[nodiscard]] int moves() const { return m_moves; }

    // Each is one move: it is made, and the window comes to rest.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void click(QWidget& widget, const QPoint& at, Qt::KeyboardModifiers modifiers = {});
    void doubleClick(QWidget& widget, const QPoint& at);
    /// The row of a table or tree whose texts hold all of these.
    void clickRow(QAbstractItemView& table, const QStringList& texts);
    void clickTab(QTabBar& tabs, const QString& title);
    void drag(QWidget& widget, const QPoint& from, const QPoint& to);
    /// Into the filter, with Enter: `/` gives it the keyboard.
    void typeFilter(const QString& text);

    /// What the selected span is; empty texts without one.
    struct Found {
        QString service, name;
        bool failed = false;
        std::optional<Duration> duration;
        QStringList resource; ///< "service.version = 2.4.0"
    };
    [[nodiscard]] Found selectedSpan();

private:
    void complain(const QString& sentence);
    void moved();
    void keep();

    QString m_name;
    GuideWindow m_guide;
    int m_moves = 0;
};

} // namespace hallway::test
