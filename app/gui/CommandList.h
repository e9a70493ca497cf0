// Every action of a window with its place and its keys: what the command palette offers and the sheet of keys
// tells. It is read from the actions themselves, so neither can lie.
#pragma once

#include <QAction>
#include <QPointer>
#include <QString>

#include <vector>

class QMainWindow;

namespace hallway {

struct Command {
    QPointer<QAction> action;
    QString text;  ///< without mnemonics and dots
    QString place; ///< the menu ("View ▸ Theme") or the view ("Waterfall") it belongs to
    QString keys;  ///< empty: none
};

/// Those of the menu bar in its order, then those of the views: all actions anywhere among the children of
/// the window, each once. Hidden ones are left out, disabled ones are not. GUI thread; nothing is owned.
[[nodiscard]] std::vector<Command> commandsOf(const QMainWindow& window);

/// It can be done now: enabled, and its view is to be seen.
[[nodiscard]] bool isPossible(const Command& command);

} // namespace hallway
