#include "ShopGraph.h"
#include "graph/GraphGeometry.h"

#include <QTest>

#include <cmath>

using namespace hallway;
using namespace hallway::test;

namespace {

std::uint32_t nodeOf(const GraphScene& scene, const char* name) {
    for (std::uint32_t i = 0; i < scene.nodes.size(); ++i)
        if (scene.nodes[i].name == QLatin1String(name)) return i;
    return 0xffff;
}

std::uint32_t edgeOf(const GraphScene& scene, const char* tail, const char* head) {
    for (std::uint32_t i = 0; i < scene.edges.size(); ++i)
        if (scene.edges[i].tail == nodeOf(scene, tail) && scene.edges[i].head == nodeOf(scene, head))
            return i;
    return 0xffff;
}

} // namespace

class tst_GraphGeometry : public QObject {
    Q_OBJECT
private slots:
    void zoomFormsChangeAtTheirBounds() {
        QCOMPARE(zoomFormOf(0.9), ZoomForm::Near);
        QCOMPARE(zoomFormOf(0.89), ZoomForm::Middle);
        QCOMPARE(zoomFormOf(0.5), ZoomForm::Middle);
        QCOMPARE(zoomFormOf(0.49), ZoomForm::Far);
    }

    void screenAndSceneAreInverse() {
        const GraphViewport view{0.7, {30, -20}};
        const QPointF point(123, 456);
        const QPointF back = view.toScene(view.toScreen(point));
        QVERIFY(std::abs(back.x() - 123) < 1e-9 && std::abs(back.y() - 456) < 1e-9);
    }

    void zoomingKeepsWhatIsUnderThePointer() {
        const GraphViewport view{0.7, {30, -20}};
        const QPointF pointer(200, 100);
        const QPointF scene = view.toScene(pointer);
        const GraphViewport closer = view.zoomedAt(pointer, 1.5);
        QCOMPARE(closer.zoom, 0.7 * 1.5);
        QVERIFY((closer.toScreen(scene) - pointer).manhattanLength() < 1e-9);
        QCOMPARE(view.zoomedAt(pointer, 1000).zoom, GraphViewport::mostZoom);
        QCOMPARE(view.zoomedAt(pointer, 1e-9).zoom, GraphViewport::leastZoom);
    }

    void fittingCentresAndNeverEnlargesPastItsLimit() {
        const QRectF area(0, 0, 800, 400);
        const GraphViewport small = fitted({0, 0, 100, 50}, area);
        QCOMPARE(small.zoom, 1.0);
        QCOMPARE(small.toScreen(QPointF(50, 25)), area.center());
        const GraphViewport large = fitted({0, 0, 7720, 1000}, area);
        QCOMPARE(large.zoom, 0.1); // (800 - 28) / 7720
        QVERIFY(fitted({0, 0, 0, 0}, area).zoom > 0);
    }

    void aFlightBeginsAndEndsWhereItShould() {
        const GraphViewport from{0.5, {10, 20}};
        const GraphViewport to{1, {-300, 40}};
        QCOMPARE(between(from, to, 0), from);
        QVERIFY(std::abs(between(from, to, 1).zoom - 1) < 1e-9);
        QVERIFY((between(from, to, 1).origin - to.origin).manhattanLength() < 1e-6);
        const GraphViewport moved{0.5, {110, 20}};
        QCOMPARE(between(from, moved, 0.5).origin, QPointF(60, 20));
    }

    void cardsAreAsWideAsTheirTextInSteps() {
        const Fonts fonts(QGuiApplication::font());
        GraphBuilder builder;
        builder.edge("a", "b", CallClass::Rpc, 10);
        builder.edge("a", std::string(300, 'x'), CallClass::Rpc, 10);
        const auto graph = builder.build();
        const QSizeF narrow = cardSize(graph->nodes[0], 0, LabelMeasure::P99, fonts);
        const QSizeF wide = cardSize(graph->nodes[2], 0, LabelMeasure::P99, fonts);
        QCOMPARE(narrow.width(), 96 * fonts.scale);
        QCOMPARE(wide.width(), 240 * fonts.scale);
        QCOMPARE(narrow.height(), 40 * fonts.scale);
        const auto shop = shopGraph();
        for (const GraphNode& node : shop->nodes) {
            const double steps = cardSize(node, 0, LabelMeasure::P99, fonts).width() / (8 * fonts.scale);
            QVERIFY(std::abs(steps - std::round(steps)) < 1e-6);
        }
    }

    void onlyFailuresThatStartOnAnEdgeReserveRoom() {
        const auto graph = shopGraph();
        const VisibleGraph visible = visibleGraph(*graph, {});
        const Fonts fonts(QGuiApplication::font());
        const LayoutRequest screen =
            layoutRequestOf(*graph, visible, LabelMeasure::P99, fonts, GraphPurpose::Screen);
        int rooms = 0, heavy = 0;
        for (const EdgeToRoute& edge : screen.edges) {
            rooms += edge.label.has_value() ? 1 : 0;
            heavy += edge.weight == 6 ? 1 : 0;
        }
        QCOMPARE(rooms, 1); // payments → api.acquirer.example
        QCOMPARE(heavy, 3); // and the two edges that pass its failures on
        QVERIFY(checkLayoutRequest(screen).has_value());
        const LayoutRequest picture =
            layoutRequestOf(*graph, visible, LabelMeasure::P99, fonts, GraphPurpose::Picture);
        QVERIFY(picture.rankSeparation > screen.rankSeparation);
        const auto roomOf = [](const LayoutRequest& request) {
            for (const EdgeToRoute& edge : request.edges)
                if (edge.label) return edge.label->width;
            return 0.0;
        };
        QVERIFY(roomOf(picture) > roomOf(screen)); // the long form there
    }

    void cardsWinOverLines() {
        const GraphScene scene = sceneOf(shopGraph());
        const GraphViewport view{0.8, {40, 10}};
        for (std::uint32_t i = 0; i < scene.nodes.size(); ++i)
            QCOMPARE(hitTest(scene, view, view.toScreen(scene.nodes[i].card.center())), GraphHit(NodeHit{i}));
        QCOMPARE(hitTest(scene, view, {-500, -500}), GraphHit());
    }

    void anEdgeIsHitWithinSixPixels() {
        GraphBuilder builder;
        builder.edge("a", "b", CallClass::Rpc, 100);
        const GraphScene scene = sceneOf(builder.build());
        for (const double zoom : {0.3, 1.0, 2.0}) {
            const GraphViewport view{zoom, {}};
            const QPointF middle = view.toScreen(scene.edges[0].samples[12]);
            QCOMPARE(hitTest(scene, view, middle + QPointF(0, 5.5)), GraphHit(EdgeHit{0}));
            QCOMPARE(hitTest(scene, view, middle + QPointF(0, 6 + 3 * zoom + 1)), GraphHit());
        }
    }

    void arrowsFollowTheEdges() {
        const GraphScene scene = sceneOf(shopGraph());
        QCOMPARE(neighbour(scene, nodeOf(scene, "user"), Direction::Right), nodeOf(scene, "gateway"));
        QCOMPARE(neighbour(scene, nodeOf(scene, "gateway"), Direction::Left), nodeOf(scene, "user"));
        QCOMPARE(neighbour(scene, nodeOf(scene, "user"), Direction::Left), std::nullopt);
        const auto down = neighbour(scene, nodeOf(scene, "cart"), Direction::Down);
        QVERIFY(down &&
                scene.nodes[*down].card.center().y() > scene.nodes[nodeOf(scene, "cart")].card.center().y());
    }

    void theNeighbourhoodOfAnEdgeIsItsEnds() {
        const GraphScene scene = sceneOf(shopGraph());
        const std::uint32_t edge = edgeOf(scene, "checkout", "payments");
        const Neighbourhood bright = neighbourhoodOf(scene, EdgeHit{edge});
        QVERIFY(!bright.dimsNode(nodeOf(scene, "checkout")) && !bright.dimsNode(nodeOf(scene, "payments")));
        QVERIFY(bright.dimsNode(nodeOf(scene, "gateway")));
        QCOMPARE(std::count(bright.edges.begin(), bright.edges.end(), true), std::ptrdiff_t(1));
        const Neighbourhood all = neighbourhoodOf(scene, {});
        QVERIFY(!all.dimsNode(0) && !all.dimsEdge(0));
    }

    void aFrameHoldsWhatIsSelectedAndItsNeighbours() {
        const GraphScene scene = sceneOf(shopGraph());
        const QRectF frame = frameOf(scene, NodeHit{nodeOf(scene, "payments")});
        QVERIFY(frame.contains(scene.nodes[nodeOf(scene, "checkout")].card));
        QVERIFY(frame.contains(scene.nodes[nodeOf(scene, "api.acquirer.example")].card));
        QCOMPARE(frameOf(scene, {}), QRectF(QPointF(), scene.size));
    }
};

QTEST_MAIN(tst_GraphGeometry)
#include "tst_GraphGeometry.moc"
