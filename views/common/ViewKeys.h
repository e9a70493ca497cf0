// The keys a view reads in its own keyPressEvent(), as actions: triggering one is pressing its key. So the
// command palette and the sheet of keys find them among QWidget::actions(), like any other action, and there
// is no second list of what a view can do.
#pragma once

#include <QKeyCombination>
#include <QString>

#include <initializer_list>

class QAction;
class QEvent;
class QWidget;

namespace hallway {

struct ViewKey {
    QKeyCombination key;
    QString text; ///< what it does, as in a menu
};

/// Adds one action for each to `view`, which owns them; to be called once, in the constructor of the widget
/// that gets the key events. The actions have no shortcut: the view goes on reading the keys itself, by their
/// place on the keyboard where it wants that.
void declareKeys(QWidget& view, std::initializer_list<ViewKey> keys);

/// For QWidget::event() of the view that has the keyboard: whether it is about to get this key. Accepting
/// says so to Qt, which else gives the key to an action of the window that has it as its shortcut.
[[nodiscard]] bool claimsKey(QEvent& event, std::initializer_list<QKeyCombination> keys);

/// As the platform writes it, e.g. "Ctrl+F" or "W": of the action's shortcut, or the one it was declared
/// with; empty if it has none.
[[nodiscard]] QString keyTextOf(const QAction& action);

} // namespace hallway
