#include "bench/window/Cases.h"
#include "bench/window/EventLoopWatch.h"
#include "bench/window/Frames.h"
#include "bench/window/Report.h"
#include "bench/window/Stage.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <ranges>

namespace hallway::bench {

namespace {

/// Steps of a session, each with the longest gap from its first event until all is at rest.
class Session {
public:
    explicit Session(Stage& stage) : m_stage(stage) { stage.settle(); }

    template <class Step>
    void step(std::string_view name, Step run) {
        static_cast<void>(m_watch.takeLongest());
        run();
        m_stage.settle();
        reportGap(name, m_watch.takeLongest());
    }

private:
    Stage& m_stage;
    EventLoopWatch m_watch;
};

/// From the first to the second share of the strip, in small steps, as a hand does.
void dragRange(OverviewStrip& strip, double from, double to) {
    const auto at = [&strip](double share) { return QPointF(strip.width() * share, strip.height() / 2.0); };
    constexpr int moves = 20;
    sendMouse(strip, QEvent::MouseButtonPress, at(from));
    for (int i = 1; i <= moves; ++i) {
        sendMouse(strip, QEvent::MouseMove, at(from + (to - from) * i / moves));
        QCoreApplication::processEvents();
    }
    sendMouse(strip, QEvent::MouseButtonRelease, at(to));
}

void pressEscape(QWidget& on) {
    QKeyEvent event(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(&on, &event);
}

TraceRow largestTrace(const Capture& capture) {
    const auto& traces = capture.spans().traces;
    const auto spansOf = [&](std::size_t trace) { return traces[trace].spanCount; };
    return TraceRow(*std::ranges::max_element(std::views::iota(std::size_t{0}, traces.size()), {}, spansOf));
}

} // namespace

int measureSession(const QString& file) {
    Stage stage({1440, 900});
    Session session(stage);
    Workspace& views = stage.views();
    session.step("gap-import", [&] {
        stage->open({file});
        Stage::waitUntil([&] { return !stage->opener().isOpening(); });
    });
    if (!stage->opener().capture() || views.capture()->spans().traces.empty()) return 1;
    const std::vector<EdgeId> edges = edgesByPain(views.capture()->graph());
    session.step("gap-reopen", [&] { stage->open({file}); });
    session.step("gap-range-drag", [&] { dragRange(views.overviewStrip(), 0.2, 0.7); });
    session.step("gap-range-clear", [&] { pressEscape(views.overviewStrip()); });
    if (!edges.empty()) {
        session.step("gap-edge", [&] { views.selection().selectEdge(edges.front()); });
        session.step("gap-edge-and-range", [&] { dragRange(views.overviewStrip(), 0.4, 0.6); });
        session.step("gap-clear", [&] {
            while (views.selection().now() != Selection())
                views.stepBack();
        });
    }
    const TraceRow trace = largestTrace(*views.capture());
    session.step("gap-trace", [&] { views.selection().selectTrace(trace); });
    session.step("gap-span", [&] {
        views.selection().selectSpan(trace,
                                     SpanRow(views.capture()->spans().traces[trace.index()].firstSpan));
    });
    session.step("gap-node", [&] { views.selection().selectNode(NodeId(0U)); });
    session.step("gap-export-graph",
                 [&] { stage->exporter().exportGraph(stage.path(QStringLiteral("g.png"))); });
    session.step("gap-export-waterfall",
                 [&] { stage->exporter().exportWaterfall(stage.path(QStringLiteral("w.png"))); });
    session.step("gap-export-trace",
                 [&] { stage->exporter().exportTrace(stage.path(QStringLiteral("t.json"))); });
    return 0;
}

} // namespace hallway::bench
