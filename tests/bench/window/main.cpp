// hallway-bench-window: drives the real window with real events and says how long it took.
#include "bench/window/Cases.h"
#include "gui/Appearance.h"

#include <CLI/CLI.hpp>

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>

#include <cstdio>
#include <string>

namespace hallway::bench {

namespace {

/// Names on stderr what keeps the window from its event loop: each event that takes longer than a limit.
class WatchedApplication : public QApplication {
public:
    WatchedApplication(int& argc, char** argv, double slowMs) : QApplication(argc, argv), m_slowMs(slowMs) {}

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_slowMs <= 0) return QApplication::notify(receiver, event);
        const std::string name = receiver->metaObject()->className();
        const QEvent::Type type = event->type();
        QElapsedTimer clock;
        clock.start();
        const bool accepted = QApplication::notify(receiver, event);
        const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        if (took > m_slowMs) std::fprintf(stderr, "%.1f ms: event %d of a %s\n", took, type, name.c_str());
        return accepted;
    }

private:
    double m_slowMs;
};

int run(int argc, char** argv) {
    std::string name, file, pictures;
    double slowMs = 0;
    CLI::App app(
        "Drives the window of Hallway with events, painting without a display, and prints what it "
        "measured as JSON, one line each.\n\n"
        "  waterfall FILE  the first trace: opened, scrolled, zoomed, 1920 x 1080\n"
        "  graph FILE      the service graph: laid out, dragged, zoomed, 1400 x 800\n"
        "  session FILE    the longest time away from the event loop in each step of a session\n"
        "  start           from the program's start to the empty window\n"
        "  open FILE       from the program's start to the painted graph, without a cache\n"
        "  reopen FILE     the same, cached before\n\n"
        "Times are of the clock; where \"cpu\" stands before, what the window's own thread computed.");
    app.add_option("CASE", name, "What to measure")
        ->required()
        ->check(CLI::IsMember({"waterfall", "graph", "session", "start", "open", "reopen", "until-painted"}));
    app.add_option("FILE", file, "A trace export; hallway-generate makes some")->check(CLI::ExistingFile);
    app.add_option("--pictures", pictures, "Folder for pictures of what was measured");
    app.add_option("--slow", slowMs, "Name on stderr the events that take longer, in milliseconds");
    CLI11_PARSE(app, argc, argv);

    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString path = QString::fromStdString(file);
    if (name == "until-painted") return runUntilPainted(path, argc, argv);
    if (path.isEmpty() && name != "start") {
        std::fprintf(stderr, "hallway-bench-window: \"%s\" wants a FILE.\n", name.c_str());
        return 2;
    }
    WatchedApplication application(argc, argv, slowMs);
    setUpLook(application);
    const QString folder = QString::fromStdString(pictures);
    if (name == "waterfall") return measureWaterfall(path, folder);
    if (name == "graph") return measureGraph(path, folder);
    if (name == "session") return measureSession(path);
    if (name == "open") return measureOpening(path);
    if (name == "reopen") return measureReopening(path);
    return measureStart();
}

} // namespace

} // namespace hallway::bench

int main(int argc, char** argv) { return hallway::bench::run(argc, argv); }
