// The real main window in folders of its own, with Graphviz, as a person meets it.
#pragma once

#include "gui/ExportController.h"
#include "gui/MainWindow.h"

#include <QTemporaryDir>

#include <functional>
#include <initializer_list>
#include <memory>

namespace hallway::bench {

/// Wants a QApplication. Its cache begins empty and is gone with it.
class Stage {
public:
    explicit Stage(QSize size = {1920, 1080});

    /// Runs the event loop until it holds; false after ten minutes.
    static bool waitUntil(const std::function<bool()>& condition);
    /// Until nothing is being opened, computed or written.
    bool settle();
    /// Starts to open it and waits for every view; false, and a word on stderr, if that failed.
    bool open(const QString& file);

    /// Hides what stands beside a canvas, which then takes `size` exactly.
    void spread(QWidget& canvas, QSize size, std::initializer_list<Workspace::Panel> beside);

    MainWindow* operator->() { return m_window.get(); }
    Workspace& views() { return m_window->workspace(); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Writes NAME.png into `folder`, for whoever wants to see what was measured; nothing if it is empty.
    static void savePicture(QWidget& widget, const QString& folder, const QString& name);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace hallway::bench
