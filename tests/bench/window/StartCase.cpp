#include "bench/window/Cases.h"
#include "bench/window/Report.h"
#include "gui/MainWindow.h"
#include "gui/RunWindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPaintEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <optional>

namespace hallway::bench {

namespace {

constexpr int longestRun = 600'000; // ms

/// Sees every event of the application; ends it once what was asked for stands on the screen.
class UntilPainted : public QObject {
public:
    UntilPainted(QObject* application, bool withGraph) : QObject(application), m_withGraph(withGraph) {
        application->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool complete = event->type() == QEvent::Paint && !m_done && isAwaited(watched);
        if (complete) {
            m_done = true;
            // Later: the other widgets of this frame are still to be painted.
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
                QApplication::closeAllWindows();
            });
        }
        return false;
    }

private:
    [[nodiscard]] bool isAwaited(QObject* painted) const {
        const auto* widget = qobject_cast<QWidget*>(painted);
        auto* window = widget != nullptr ? qobject_cast<MainWindow*>(widget->window()) : nullptr;
        if (window == nullptr) return false;
        if (!m_withGraph) return true;
        return painted == &window->workspace().graphView().canvas() && window->opener().capture() &&
               !window->workspace().graph().isBusy();
    }

    bool m_withGraph;
    bool m_done = false;
};

enum class Awaited : std::uint8_t { Nothing, EmptyWindow, Graph };
Awaited awaited = Awaited::Nothing; // a startup function of Qt takes no arguments

void watchWhenAsked() {
    if (awaited != Awaited::Nothing)
        new UntilPainted(QCoreApplication::instance(), awaited == Awaited::Graph);
}
Q_COREAPP_STARTUP_FUNCTION(watchWhenAsked)

/// Milliseconds from starting the child to its painted window.
std::optional<double> childTime(const QTemporaryDir& home, const QString& file) {
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), home.filePath(QStringLiteral("cache")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.filePath(QStringLiteral("config")));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{QStringLiteral("until-painted")};
    if (!file.isEmpty()) arguments << file;
    QElapsedTimer clock;
    clock.start();
    child.start(QCoreApplication::applicationFilePath(), arguments);
    std::optional<double> painted;
    if (child.waitForReadyRead(longestRun) && child.readAllStandardOutput().startsWith("painted"))
        painted = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    child.waitForFinished(longestRun);
    return painted;
}

int report(std::string_view name, std::optional<double> milliseconds) {
    if (!milliseconds) return 1;
    reportTime(name, *milliseconds);
    return 0;
}

} // namespace

int measureStart() {
    const QTemporaryDir home;
    static_cast<void>(childTime(home, {})); // warms the page cache
    return report("start", childTime(home, {}));
}

int measureOpening(const QString& file) { return report("open", childTime(QTemporaryDir(), file)); }

int measureReopening(const QString& file) {
    const QTemporaryDir home;
    if (!childTime(home, file)) return 1;
    return report("reopen", childTime(home, file));
}

int runUntilPainted(const QString& file, int& argc, char** argv) {
    awaited = file.isEmpty() ? Awaited::EmptyWindow : Awaited::Graph;
    WindowRequest request;
    if (!file.isEmpty()) request.files.push_back(QFile::encodeName(file).toStdString());
    return runWindow(request, argc, argv);
}

} // namespace hallway::bench
