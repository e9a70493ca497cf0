// The command palette and the sheet of keys.
#include "gui/CommandList.h"
#include "gui/CommandPalette.h"
#include "gui/Destinations.h"
#include "gui/KeySheet.h"
#include "gui/MainWindow.h"
#include "gui/MessageBar.h"

#include <QMenu>

namespace hallway {

namespace {

std::vector<PaletteEntry> entriesOf(const std::vector<Command>& commands) {
    std::vector<PaletteEntry> entries;
    for (const Command& command : commands) {
        if (!isPossible(command)) continue;
        const bool isOn = command.action->isCheckable() && command.action->isChecked();
        entries.push_back({command.text, command.place, command.keys, isOn, [action = command.action] {
                               if (action) action->trigger();
                           }});
    }
    return entries;
}

} // namespace

void MainWindow::connectCommands() {
    connect(m_actions.commands, &QAction::triggered, this, &MainWindow::openCommands);
    connect(m_actions.keys, &QAction::triggered, this, [this] { m_keySheet->openWith(commandsOf(*this)); });
}

void MainWindow::goTo(const QString& text) {
    if (m_workspace->goTo(text))
        m_messages->clear();
    else
        m_messages->showError(
            tr("There is no service and no trace “%1” in this capture.").arg(text.trimmed().left(80)));
}

void MainWindow::openCommands() {
    std::vector<PaletteEntry> entries = entriesOf(commandsOf(*this));
    CommandPalette::Finder finder;
    if (const auto capture = m_workspace->capture()) {
        const auto go = [this](const QString& text) { goTo(text); };
        for (PaletteEntry& service : servicesToGoTo(*capture, go))
            entries.push_back(std::move(service));
        finder = [capture, go](const QString& typed) { return tracesToGoTo(typed, *capture, go); };
    }
    m_palette->openWith(tr("A command, a service or a trace id"),
                        tr("No command, service or trace is called “%1”."), std::move(entries),
                        std::move(finder));
}

void MainWindow::openGoTo() {
    const auto capture = m_workspace->capture();
    if (!capture) return;
    const auto go = [this](const QString& text) { goTo(text); };
    m_palette->openWith(tr("A service or a trace id"),
                        tr("There is no service and no trace “%1” in this capture."),
                        servicesToGoTo(*capture, go),
                        [capture, go](const QString& typed) { return tracesToGoTo(typed, *capture, go); });
}

} // namespace hallway
