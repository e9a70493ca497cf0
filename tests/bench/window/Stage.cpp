#include "bench/window/Stage.h"

#include "gui/ErrorText.h"
#include "layout/GraphvizProcess.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>

namespace hallway::bench {

namespace {
constexpr qint64 longestWait = 600'000; // ms
} // namespace

Stage::Stage(QSize size)
    : m_window(std::make_unique<MainWindow>(
          WindowParts{path(QStringLiteral("cache")).toStdString(),
                      std::make_shared<const GraphvizProcess>(layoutHelperCandidates()),
                      path(QStringLiteral("config/settings.json")), QString(), QApplication::palette()})) {
    QObject::connect(&m_window->opener(), &OpenController::failed, m_window.get(), [](const Error& error) {
        std::fprintf(stderr, "hallway-bench-window: %s\n", qUtf8Printable(sentenceOf(error)));
    });
    m_window->resize(size);
    m_window->show();
    waitUntil([this] { return m_window->isVisible(); });
}

bool Stage::waitUntil(const std::function<bool()>& condition) {
    QTimer look; // wakes the loop: not every condition comes with an event
    look.start(2);
    QElapsedTimer clock;
    clock.start();
    while (!condition() && clock.elapsed() < longestWait)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

bool Stage::settle() {
    const auto rests = [this] {
        return !m_window->opener().isOpening() && views().isSettled() && !m_window->exporter().isBusy();
    };
    // Twice in a row: what one job finds may start the next.
    for (int quiet = 0; quiet < 2; ++quiet) {
        if (!waitUntil(rests)) return false;
        QElapsedTimer clock;
        clock.start();
        waitUntil([&clock] { return clock.elapsed() > 20; });
    }
    return true;
}

bool Stage::open(const QString& file) {
    m_window->open({file});
    return settle() && m_window->opener().capture() != nullptr;
}

void Stage::spread(QWidget& canvas, QSize size, std::initializer_list<Workspace::Panel> beside) {
    for (const Workspace::Panel panel : beside)
        views().setPanelVisible(panel, false);
    for (int pass = 0; pass < 2; ++pass) { // the first may move what shares the window with the canvas
        m_window->resize(m_window->size() + size - canvas.size());
        settle();
    }
}

void Stage::savePicture(QWidget& widget, const QString& folder, const QString& name) {
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace hallway::bench
