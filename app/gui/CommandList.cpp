#include "gui/CommandList.h"

#include "common/ViewKeys.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QToolButton>

namespace hallway {

namespace {

QString plain(QString text) {
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01")).remove(QLatin1Char('&'));
    text.replace(QLatin1Char('\x01'), QLatin1Char('&')).remove(QStringLiteral("…"));
    return text.section(QLatin1Char('\t'), 0, 0).trimmed();
}

QString joined(const QString& place, const QString& name) {
    return place.isEmpty() ? name : QCoreApplication::translate("CommandList", "%1 ▸ %2").arg(place, name);
}

/// The view an action lives in: the nearest widget above it that has a name for people.
QString placeOf(const QAction& action) {
    for (const QObject* above = action.parent(); above; above = above->parent()) {
        const auto* widget = qobject_cast<const QWidget*>(above);
        if (!widget || widget->isWindow()) continue;
        if (const auto* menu = qobject_cast<const QMenu*>(widget); menu && !menu->title().isEmpty())
            return plain(menu->title());
        if (!widget->accessibleName().isEmpty()) return widget->accessibleName();
    }
    return {};
}

/// In the menu of a button that is not shown here: something else in the window stands for it.
bool isPutAway(const QAction& action) {
    const auto* menu = qobject_cast<const QMenu*>(action.parent());
    const auto* button = menu ? qobject_cast<const QToolButton*>(menu->parent()) : nullptr;
    return button && button->isHidden();
}

class Collector {
public:
    void addMenu(const QList<QAction*>& actions, const QString& place) {
        // Menus may hold menus; what waits is done in the order of the menu bar.
        struct Level {
            QList<QAction*> actions;
            QString place;
        };
        std::vector<Level> waiting{{actions, place}};
        while (!waiting.empty()) {
            const Level level = std::move(waiting.back());
            waiting.pop_back();
            std::vector<Level> inner;
            for (QAction* action : level.actions)
                if (const QMenu* menu = action->menu())
                    inner.push_back({menu->actions(), joined(level.place, plain(action->text()))});
                else
                    add(action, level.place);
            waiting.insert(waiting.end(), std::make_move_iterator(inner.rbegin()),
                           std::make_move_iterator(inner.rend()));
        }
    }

    void add(QAction* action, const QString& place) {
        const QString text = plain(action->text());
        if (text.isEmpty() || action->isSeparator() || action->menu() || m_seen.contains(action)) return;
        m_seen.insert(action);
        if (action->isVisible()) m_commands.push_back({action, text, place, keyTextOf(*action)});
    }

    [[nodiscard]] std::vector<Command> take() { return std::move(m_commands); }

private:
    std::vector<Command> m_commands;
    QSet<const QAction*> m_seen;
};

} // namespace

std::vector<Command> commandsOf(const QMainWindow& window) {
    Collector collector;
    collector.addMenu(window.menuBar()->actions(), {});
    for (QAction* action : window.findChildren<QAction*>())
        if (!qobject_cast<const QLineEdit*>(action->parent()) && !isPutAway(*action))
            collector.add(action, placeOf(*action));
    return collector.take();
}

bool isPossible(const Command& command) {
    if (!command.action || !command.action->isEnabled()) return false;
    const QObject* above = command.action->parent();
    while (above && !above->isWidgetType())
        above = above->parent();
    const auto* view = qobject_cast<const QWidget*>(above);
    return !view || qobject_cast<const QMenu*>(view) || view->isVisible();
}

} // namespace hallway
