#include "bench/window/Cases.h"
#include "bench/window/Frames.h"
#include "bench/window/Report.h"
#include "bench/window/Stage.h"

#include <QElapsedTimer>
#include <QScrollBar>

namespace hallway::bench {

namespace {

constexpr QSize canvasSize(1920, 1080);

/// In the middle of the bars.
QPointF barsOf(const WaterfallCanvas& canvas) {
    return {canvas.viewport()->width() * 0.7, canvas.viewport()->height() / 2.0};
}

} // namespace

int measureWaterfall(const QString& file, const QString& pictures) {
    Stage stage;
    if (!stage.open(file)) return 1;
    WaterfallCanvas& canvas = stage.views().waterfallView().canvas();
    QWidget& viewport = *canvas.viewport();
    using Panel = Workspace::Panel;
    stage.views().heatmapView().parentWidget()->hide();
    stage.spread(canvas, canvasSize, {Panel::Tables, Panel::Graph, Panel::Inspector});

    const PaintCount paints(viewport);
    QElapsedTimer clock;
    clock.start();
    stage.views().selection().selectTrace(TraceRow(0U));
    Stage::waitUntil([&] { return canvas.state().trace() != nullptr; });
    const int before = paints.count();
    Stage::waitUntil([&] { return paints.count() > before; });
    reportTime("waterfall-open", static_cast<double>(clock.nsecsElapsed()) / 1e6);
    reportCount("waterfall-spans", canvas.state().trace()->spans.size());
    stage.settle();
    Stage::savePicture(canvas, pictures, QStringLiteral("waterfall"));

    const auto scroll = [&](int) { sendWheel(viewport, barsOf(canvas), -1); };
    reportFrames("waterfall-scroll", framesOf(viewport, scroll));
    QScrollBar& bar = *canvas.verticalScrollBar();
    const auto jump = [&](int i) { bar.setValue(bar.maximum() * (i * 37 % frameEvents) / frameEvents); };
    reportFrames("waterfall-jump", framesOf(viewport, jump));
    Stage::savePicture(canvas, pictures, QStringLiteral("waterfall-scrolled"));
    bar.setValue(0);
    // In and out again, twelve notches each: a factor of 15.
    const auto zoom = [&](int i) {
        sendWheel(viewport, barsOf(canvas), i / 12 % 2 == 0 ? 1 : -1, Qt::ControlModifier);
    };
    reportFrames("waterfall-zoom", framesOf(viewport, zoom));
    const auto pan = [&](int i) {
        sendWheel(viewport, barsOf(canvas), i / 12 % 2 == 0 ? 1 : -1, Qt::ShiftModifier);
    };
    for (int i = 0; i < 12; ++i)
        zoom(0);
    reportFrames("waterfall-pan", framesOf(viewport, pan));
    Stage::savePicture(canvas, pictures, QStringLiteral("waterfall-zoomed"));
    return 0;
}

} // namespace hallway::bench
