#include "bench/window/Cases.h"
#include "bench/window/Frames.h"
#include "bench/window/Report.h"
#include "bench/window/Stage.h"

#include <QElapsedTimer>
#include <QSpinBox>

#include <cmath>

namespace hallway::bench {

namespace {

constexpr QSize canvasSize(1400, 800);

std::vector<Elapsed> dragFrames(GraphCanvas& canvas) {
    const QPointF start(canvasSize.width() / 2.0, canvasSize.height() / 2.0);
    sendMouse(canvas, QEvent::MouseButtonPress, start);
    // Around a circle, so that the graph stays in view.
    auto result = framesOf(canvas, [&](int i) {
        const double angle = i * 0.1;
        sendMouse(canvas, QEvent::MouseMove,
                  start + QPointF(std::sin(angle) * 200, (1 - std::cos(angle)) * 100));
    });
    sendMouse(canvas, QEvent::MouseButtonRelease, start);
    return result;
}

std::vector<Elapsed> zoomFrames(GraphCanvas& canvas) {
    const QPointF middle(canvasSize.width() / 2.0, canvasSize.height() / 2.0);
    return framesOf(canvas, [&](int i) { sendWheel(canvas, middle, i / 12 % 2 == 0 ? 1 : -1); });
}

/// From a beginning until the graph is laid out and painted.
void untilPainted(Stage& stage, GraphCanvas& canvas) {
    const PaintCount paints(canvas);
    Stage::waitUntil([&] { return !stage.views().graph().isBusy(); });
    const int before = paints.count();
    Stage::waitUntil([&] { return paints.count() > before; });
}

} // namespace

int measureGraph(const QString& file, const QString& pictures) {
    Stage stage;
    GraphCanvas& canvas = stage.views().graphView().canvas();
    QElapsedTimer clock;
    QObject::connect(&stage->opener(), &OpenController::opened, &canvas, [&clock] { clock.start(); });
    stage->open({file});
    Stage::waitUntil([&] { return !stage->opener().isOpening(); });
    if (!stage->opener().capture()) return 1;
    untilPainted(stage, canvas);
    reportTime("graph-layout", static_cast<double>(clock.nsecsElapsed()) / 1e6);
    stage.settle();
    Stage::savePicture(*stage.operator->(), pictures, QStringLiteral("graph-window"));

    const GraphFilter whole;
    if (stage.views().graph().filter() != whole) { // a large graph begins with its heaviest edges
        clock.start();
        stage.views().graphView().findChild<QSpinBox*>()->setValue(0);
        untilPainted(stage, canvas);
        reportTime("graph-layout-whole", static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    using Panel = Workspace::Panel;
    stage.spread(canvas, canvasSize, {Panel::Tables, Panel::Lower, Panel::Inspector});
    canvas.fitAll();
    stage.settle();
    Stage::savePicture(stage.views().graphView(), pictures, QStringLiteral("graph"));
    const VisibleGraph visible = visibleGraph(stage.views().capture()->graph(), whole);
    reportCount("graph-nodes", visible.nodes.size());
    reportCount("graph-edges", visible.edges.size());
    reportFrames("graph-pan", dragFrames(canvas));
    reportFrames("graph-zoom", zoomFrames(canvas));
    return 0;
}

} // namespace hallway::bench
