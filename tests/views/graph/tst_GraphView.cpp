#include "ShopGraph.h"
#include "common/EmptyState.h"
#include "common/PanelHead.h"
#include "graph/GraphTooltip.h"
#include "graph/GraphView.h"

#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <ctime>

using namespace hallway;
using namespace hallway::test;

Q_DECLARE_METATYPE(hallway::NodeId)
Q_DECLARE_METATYPE(hallway::EdgeId)

namespace {

struct Shown {
    explicit Shown(std::shared_ptr<const ServiceGraph> graph, const GraphFilter& filter = {})
        : scene(std::make_shared<const GraphScene>(sceneOf(std::move(graph), filter))) {
        view.setMotion(false);
        view.resize(1300, 700);
        view.setScene(scene, filter);
        view.show();
        QCoreApplication::processEvents();
        view.canvas().setFocus();
    }

    [[nodiscard]] std::uint32_t node(const char* name) const {
        for (std::uint32_t i = 0; i < scene->nodes.size(); ++i)
            if (scene->nodes[i].name == QLatin1String(name)) return i;
        return 0xffff;
    }
    [[nodiscard]] QPoint at(std::uint32_t index) {
        return view.canvas().viewport().toScreen(scene->nodes[index].card.center()).toPoint();
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QTest::keyClick(&view.canvas(), static_cast<Qt::Key>(key), with);
    }
    void wheel(QPointF where, int angle) {
        QWheelEvent event(where, view.canvas().mapToGlobal(where), {}, {0, angle}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view.canvas(), &event);
    }

    std::shared_ptr<const GraphScene> scene;
    GraphView view;
};

template <class T>
T firstOf(const QSignalSpy& spy) {
    return spy.at(0).at(0).value<T>();
}

} // namespace

class tst_GraphView : public QObject {
    Q_OBJECT
private slots:
    void aClickSelectsAndSaysSoOnce() {
        Shown shown(shopGraph());
        QSignalSpy nodes(&shown.view, &GraphView::nodeSelected);
        QTest::mouseClick(&shown.view.canvas(), Qt::LeftButton, {}, shown.at(shown.node("cart")));
        QCOMPARE(nodes.count(), 1);
        QCOMPARE(firstOf<NodeId>(nodes), shown.scene->nodes[shown.node("cart")].id);
        QTest::mouseClick(&shown.view.canvas(), Qt::LeftButton, {}, shown.at(shown.node("cart")));
        QCOMPARE(nodes.count(), 1);
    }

    void aClickOnAnEdgeOrItsLabelSelectsIt() {
        Shown shown(shopGraph());
        QSignalSpy edges(&shown.view, &GraphView::edgeSelected);
        const PlacedLabel label = shown.view.canvas().labels().front();
        const QPoint plate = label.plate(shown.view.canvas().viewport()).center().toPoint();
        QTest::mouseClick(&shown.view.canvas(), Qt::LeftButton, {}, plate);
        QCOMPARE(edges.count(), 1);
        QCOMPARE(firstOf<EdgeId>(edges), shown.scene->edges[label.edge].id);
    }

    void settingTheSelectionEmitsNothing() {
        Shown shown(shopGraph());
        QSignalSpy edges(&shown.view, &GraphView::edgeSelected);
        QSignalSpy cleared(&shown.view, &GraphView::selectionCleared);
        shown.view.setSelection(EdgeId(std::size_t(3)));
        QCOMPARE(shown.view.canvas().selection(), GraphChoice(EdgeId(std::size_t(3))));
        shown.view.setSelection({});
        QCOMPARE(edges.count() + cleared.count(), 0);
    }

    void escapeClearsTheSelectionThenTheFocus() {
        GraphFilter filter;
        filter.focus = GraphFocus{NodeId(std::size_t(1))};
        Shown shown(shopGraph(), filter);
        QSignalSpy cleared(&shown.view, &GraphView::selectionCleared);
        QSignalSpy unfocused(&shown.view, &GraphView::focusCleared);
        shown.view.setSelection(NodeId(std::size_t(1)));
        shown.press(Qt::Key_Escape);
        QCOMPARE(cleared.count(), 1);
        QCOMPARE(unfocused.count(), 0);
        shown.press(Qt::Key_Escape);
        QCOMPARE(cleared.count(), 1);
        QCOMPARE(unfocused.count(), 1);
    }

    void doubleClickOnANodeAsksForItsSurroundings() {
        Shown shown(shopGraph());
        QSignalSpy focus(&shown.view, &GraphView::focusChosen);
        QTest::mouseDClick(&shown.view.canvas(), Qt::LeftButton, {}, shown.at(shown.node("checkout")));
        QCOMPARE(focus.count(), 1);
        QCOMPARE(firstOf<NodeId>(focus), shown.scene->nodes[shown.node("checkout")].id);
    }

    void eWalksTheFailuresByPain() {
        Shown shown(shopGraph());
        QSignalSpy edges(&shown.view, &GraphView::edgeSelected);
        int failing = 0;
        for (const SceneEdge& edge : shown.scene->edges)
            failing += edge.health >= Health::Degraded ? 1 : 0;
        for (int i = 0; i <= failing; ++i)
            shown.press(Qt::Key_E);
        QCOMPARE(edges.count(), failing + 1);
        QCOMPARE(edges.at(0).at(0).value<EdgeId>(), shown.scene->edges[shown.scene->byPain[0]].id);
        QCOMPARE(edges.at(1).at(0).value<EdgeId>(), shown.scene->edges[shown.scene->byPain[1]].id);
        QCOMPARE(edges.at(failing).at(0).value<EdgeId>(), edges.at(0).at(0).value<EdgeId>()); // round again
        shown.press(Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(edges.last().at(0).value<EdgeId>(), edges.at(failing - 1).at(0).value<EdgeId>());
    }

    void arrowsWalkFromNodeToNode() {
        Shown shown(shopGraph());
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.view.canvas().selection(), GraphChoice(shown.scene->nodes[shown.node("user")].id));
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.view.canvas().selection(), GraphChoice(shown.scene->nodes[shown.node("gateway")].id));
        shown.press(Qt::Key_Left);
        QCOMPARE(shown.view.canvas().selection(), GraphChoice(shown.scene->nodes[shown.node("user")].id));
    }

    void fFramesTheSelectionThenFits() {
        Shown shown(shopGraph());
        const GraphViewport whole = shown.view.canvas().viewport();
        shown.view.setSelection(shown.scene->edges[shown.scene->byPain[0]].id);
        shown.press(Qt::Key_F);
        const GraphViewport framed = shown.view.canvas().viewport();
        QVERIFY(framed != whole);
        shown.press(Qt::Key_F);
        QCOMPARE(shown.view.canvas().viewport(), whole);
    }

    void theWheelZoomsAtThePointer() {
        Shown shown(shopGraph());
        const QPointF pointer = shown.at(shown.node("payments"));
        const QPointF before = shown.view.canvas().viewport().toScene(pointer);
        const double zoom = shown.view.canvas().viewport().zoom;
        shown.wheel(pointer, 120);
        QVERIFY(shown.view.canvas().viewport().zoom > zoom);
        QVERIFY((shown.view.canvas().viewport().toScene(pointer) - before).manhattanLength() < 1e-6);
        shown.wheel(pointer, -120);
        QVERIFY(std::abs(shown.view.canvas().viewport().zoom - zoom) < 1e-9);
    }

    void draggingTheGroundPansAndSelectsNothing() {
        Shown shown(shopGraph());
        QSignalSpy nodes(&shown.view, &GraphView::nodeSelected);
        const QPointF origin = shown.view.canvas().viewport().origin;
        GraphCanvas& canvas = shown.view.canvas();
        const QPoint from(4, 4); // no card lies in the corner
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, from + QPoint(40, 0));
        QTest::mouseMove(&canvas, from + QPoint(60, 25));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(60, 25));
        QCOMPARE(canvas.viewport().origin, origin + QPointF(60, 25));
        QCOMPARE(nodes.count(), 0);
    }

    void draggingACardMovesItAndNothingElse() {
        Shown shown(shopGraph());
        GraphCanvas& canvas = shown.view.canvas();
        QSignalSpy selected(&shown.view, &GraphView::nodeSelected), moved(&canvas, &GraphCanvas::nodeMoved);
        const GraphViewport before = canvas.viewport();
        const QPoint from = shown.at(shown.node("cart"));
        const QPointF centre = before.toScene(QPointF(from));
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, from + QPoint(40, 0));
        QTest::mouseMove(&canvas, from + QPoint(60, 25));
        QTest::keyClick(&canvas, Qt::Key_Escape); // thought better of it
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(60, 25));
        QCOMPARE(moved.count(), 0);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, from + QPoint(40, 0));
        QTest::mouseMove(&canvas, from + QPoint(60, 25));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(60, 25));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(selected.count(), 0);
        QCOMPARE(canvas.viewport(), before);
        const QPointF wanted = centre + QPointF(60, 25) / before.zoom;
        QVERIFY((moved[0][1].toPointF() - wanted).manhattanLength() < 3);
    }

    void wasdZoomAndPan() {
        Shown shown(shopGraph());
        const GraphViewport start = shown.view.canvas().viewport();
        shown.press(Qt::Key_W);
        QVERIFY(shown.view.canvas().viewport().zoom > start.zoom);
        shown.press(Qt::Key_S);
        QVERIFY(std::abs(shown.view.canvas().viewport().zoom - start.zoom) < 1e-9);
        shown.press(Qt::Key_D);
        QVERIFY(shown.view.canvas().viewport().origin.x() < start.origin.x());
        shown.press(Qt::Key_A);
        QVERIFY(std::abs(shown.view.canvas().viewport().origin.x() - start.origin.x()) < 1e-6);
    }

    void aSelectionOutOfSightIsBroughtIntoView() {
        Shown shown(shopGraph());
        GraphCanvas& canvas = shown.view.canvas();
        canvas.zoomBy(3);
        const std::uint32_t far = shown.node("shipping");
        shown.view.setSelection(shown.scene->nodes[far].id);
        QVERIFY(QRectF(canvas.rect()).contains(canvas.viewport().toScreen(shown.scene->nodes[far].card)));
    }

    void newFiguresKeepTheView() {
        Shown shown(shopGraph());
        shown.view.canvas().zoomBy(1.7);
        const GraphViewport before = shown.view.canvas().viewport();
        shown.view.setScene(std::make_shared<const GraphScene>(sceneOf(shopGraph())), {});
        QCOMPARE(shown.view.canvas().viewport(), before);
        shown.view.setScene(std::make_shared<const GraphScene>(sceneOf(denseGraph(10, 20))), {});
        QVERIFY(shown.view.canvas().viewport() != before);
    }

    void theHeadCountsWhatIsHidden() {
        GraphFilter filter;
        filter.least.calls = 2420; // 2,418 calls of two failing edges are under it
        Shown shown(shopGraph(), filter);
        QVERIFY2(shown.view.head().warning().contains(QLatin1String("of them failing")),
                 qPrintable(shown.view.head().warning()));
        QCOMPARE(shown.view.findChild<QSpinBox*>()->value(), 2420);
        shown.view.setScene(std::make_shared<const GraphScene>(sceneOf(shopGraph())), {});
        QCOMPARE(shown.view.head().warning(), QString());
        QVERIFY(shown.view.head().facts().contains(QLatin1String("30 edges, all shown")));
    }

    void aSimplerLayoutIsSaid() {
        GraphScene scene = sceneOf(shopGraph());
        scene.simplified = true;
        scene.simplifiedBecause = Error{ErrorCode::LayoutTimedOut, {"5"}, std::nullopt};
        Shown shown(shopGraph());
        QSignalSpy retried(&shown.view, &GraphView::layoutRetried);
        shown.view.setScene(std::make_shared<const GraphScene>(scene), {});
        QCOMPARE(shown.view.head().warning(),
                 QStringLiteral("The layout took longer than 5 s; a simpler one is shown."));
        for (QToolButton* button : shown.view.findChildren<QToolButton*>())
            if (button->text() == QLatin1String("Try again without limit")) button->click();
        QCOMPARE(retried.count(), 1);
    }

    void theThresholdAndTheMeasureAreWishesOnly() {
        Shown shown(shopGraph());
        QSignalSpy minCalls(&shown.view, &GraphView::minCallsChosen);
        QSignalSpy measure(&shown.view, &GraphView::measureChosen);
        shown.view.findChild<QSpinBox*>()->setValue(10);
        QCOMPARE(minCalls.count(), 1);
        const QList<QMenu*> menus = shown.view.findChildren<QMenu*>();
        const auto choices =
            std::find_if(menus.begin(), menus.end(), [](QMenu* menu) { return menu->actions().size() >= 6; });
        QVERIFY(choices != menus.end());
        (*choices)->actions().at(0)->trigger();
        QCOMPARE(firstOf<LabelMeasure>(measure), LabelMeasure::Calls);
        QCOMPARE(shown.scene->measure, LabelMeasure::P99);
    }

    void aMessageReplacesTheGraph() {
        Shown shown(shopGraph());
        QSignalSpy clicked(&shown.view, &GraphView::messageButtonClicked);
        shown.view.setMessage(QStringLiteral("No call matches the filter."), QStringLiteral("Clear filter"));
        auto* empty = shown.view.findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->text(), QStringLiteral("No call matches the filter."));
        emit empty->buttonClicked();
        QCOMPARE(clicked.count(), 1);
        shown.press(Qt::Key_E); // nothing to walk, nothing happens
    }

    void tooltipsHoldTheLongFiguresAndNoMarkup() {
        GraphBuilder builder;
        builder.edge("<b>a</b>", "c", CallClass::Rpc, 2830, 703, 634, 241, 1004, 1.17);
        const GraphScene scene = sceneOf(builder.build());
        const QString tip = edgeTooltip(scene, scene.edges[0]);
        QVERIFY(tip.contains(QLatin1String("&lt;b&gt;a&lt;/b&gt;")));
        QVERIFY(tip.contains(QLatin1String("2,830")));
        QVERIFY2(tip.contains(QStringLiteral("634 · 69")), qPrintable(tip));
        QVERIFY(edgeSummary(scene, scene.edges[0]).contains(QLatin1String("2,830 calls")));
        QVERIFY(nodeTooltip(scene, scene.nodes[1]).contains(QLatin1String("703")));
    }

    void screenReadersHearWhatEachCardAndLineShows() {
        GraphBuilder builder;
        builder.edge("user", "web", CallClass::Rpc, 200, 10, 10, 241, 1004, 0);
        builder.edge("web", "db", CallClass::Database, 60, 0, 0, 5, 17, 3);
        auto graph = *builder.build();
        for (GraphNode& node : graph.nodes)
            if (node.node.label == "db") node.node.kind = NodeKind::Database;
        graph.edges[1].repeats = EdgeRepeats{4, 20, 12};
        graph.edges[1].retries = 30;
        const GraphScene scene = sceneOf(std::make_shared<const ServiceGraph>(std::move(graph)));
        const auto plain = [](QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); };
        QStringList nodes;
        for (const SceneNode& node : scene.nodes)
            nodes << plain(nodeSummary(scene, node));
        QVERIFY2(nodes.contains(QStringLiteral("user, calls others 200 times")),
                 qPrintable(nodes.join('\n')));
        QVERIFY2(nodes.contains(QStringLiteral("db, database, 60 requests, 0 % failed, p99 about 17.0 ms")),
                 qPrintable(nodes.join('\n')));
        QCOMPARE(plain(edgeSummary(scene, scene.edges[1])),
                 QStringLiteral("web → db, 60 calls, 0 % failed, p99 about 17.0 ms, N+1 in 4 of 20 · ×12, "
                                "30 retries, a storm"));
    }

    void keyboardFocusIsVisible() {
        Shown shown(shopGraph());
        GraphCanvas& canvas = shown.view.canvas();
        canvas.clearFocus();
        canvas.setFocus(Qt::TabFocusReason);
        if (!canvas.hasFocus()) QSKIP("the platform gives no focus");
        QCOMPARE(canvas.grab().toImage().pixelColor(canvas.width() / 2, 0), Theme::light().accent);
        QCOMPARE(canvas.accessibleName(), QStringLiteral("Service graph"));
    }

    /// 200 nodes and 600 edges: a frame of panning in 16 ms, of zooming in 25 ms on an optimised build.
    void movingOverALargeGraphIsSmooth() {
        Shown shown(denseGraph(200, 600));
        GraphCanvas& canvas = shown.view.canvas();
        QPixmap frame(canvas.size());
        for (const double zoom : {1.0, 3.0, 6.0}) {
            canvas.fitAll();
            canvas.zoomBy(zoom);
            for (const auto& [keys, limit] : {std::pair{std::array{Qt::Key_A, Qt::Key_D}, 16.0},
                                              std::pair{std::array{Qt::Key_W, Qt::Key_S}, 25.0}}) {
                std::vector<double> times;
                for (std::size_t i = 0; i < 30; ++i) {
                    // Time of the processor: what else the machine does must not matter.
                    const std::clock_t start = std::clock();
                    shown.press(keys[i % 2]);
                    canvas.render(&frame);
                    times.push_back(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
                }
                std::nth_element(times.begin(), times.begin() + 15, times.end());
                qInfo("%.2f × %s: %.1f ms", zoom, limit < 20 ? "pan" : "zoom", times[15]);
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
                QVERIFY(times[15] < limit);
#endif
            }
        }
    }
};

QTEST_MAIN(tst_GraphView)
#include "tst_GraphView.moc"
