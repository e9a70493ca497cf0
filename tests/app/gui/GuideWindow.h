// A window as a person finds it, laid out by Graphviz, that keeps pictures for the user guide.
#pragma once

#include "gui/MainWindow.h"

#include <QTemporaryDir>

#include <memory>

namespace hallway::test {

/// With HALLWAY_GUIDE_PICTURES=FOLDER, what is kept is written there (`./dev screenshots` does so); else
/// keeping does nothing. What can fail says so through QTest.
class GuideWindow {
public:
    /// Opens the generated incident of this name (bench::incidents()), or the sample if it is empty.
    explicit GuideWindow(const QString& incident, const QSize& size = {1440, 900});
    ~GuideWindow();

    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Workspace& views() { return m_window->workspace(); }
    /// Nothing went wrong so far.
    [[nodiscard]] bool isFine() const { return m_isFine; }
    void complain(const QString& sentence);

    /// Waits until every view shows what is selected.
    void rest();
    /// `<name>.png` of the window, or of a part of it.
    void keep(const QString& name, QWidget* part = nullptr);
    /// To whatever has the keyboard, or to the window.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// To `view`, which gets the keyboard; then rests.
    void key(QWidget& view, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Runs a command by its name, as a person does: by the palette.
    void command(const QString& name);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    bool m_isFine = true;
};

} // namespace hallway::test
