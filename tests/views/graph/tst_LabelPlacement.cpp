#include "ShopGraph.h"
#include "graph/LabelPlacement.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Case {
    GraphScene scene;
    GraphViewport view;
    QRectF area;
};

Case shopAt(double width, double height) {
    GraphScene scene = sceneOf(shopGraph());
    const QRectF area(0, 0, width, height);
    const GraphViewport view = fitted({QPointF(), scene.size}, area);
    return {std::move(scene), view, area};
}

} // namespace

class tst_LabelPlacement : public QObject {
    Q_OBJECT
private slots:
    void noLabelLiesOnACardOrOnAnotherLabel_data() {
        QTest::addColumn<int>("services");
        QTest::addColumn<int>("edges");
        QTest::addColumn<double>("zoom");
        QTest::newRow("shop, near") << 0 << 0 << 1.0;
        QTest::newRow("shop, middle") << 0 << 0 << 0.6;
        QTest::newRow("shop, far") << 0 << 0 << 0.3;
        QTest::newRow("dense, near") << 40 << 150 << 1.0;
        QTest::newRow("dense, middle") << 40 << 150 << 0.5;
        QTest::newRow("crowded, far") << 200 << 600 << 0.2;
    }

    void noLabelLiesOnACardOrOnAnotherLabel() {
        QFETCH(int, services);
        QFETCH(int, edges);
        QFETCH(double, zoom);
        const GraphScene scene = sceneOf(services == 0 ? shopGraph() : denseGraph(services, edges));
        const Fonts fonts(QGuiApplication::font());
        const QRectF area(0, 0, 1400, 800);
        const GraphViewport view{zoom, {10, 10}};
        const std::vector<PlacedLabel> labels =
            placeLabels(scene, view, area, labelCandidates(scene, view, area, {}, {}), fonts);
        QVERIFY(!labels.empty());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const QRectF plate = labels[i].plate(view);
            QVERIFY(area.contains(plate));
            for (const SceneNode& node : scene.nodes)
                QVERIFY(!view.toScreen(node.card).adjusted(-1.9, -1.9, 1.9, 1.9).intersects(plate));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!labels[j].plate(view).adjusted(-2.9, -2.9, 2.9, 2.9).intersects(plate));
        }
    }

    void theZoomLimitsHowManyAreShown() {
        const Fonts fonts(QGuiApplication::font());
        const Case middle = shopAt(859, 360);
        QCOMPARE(zoomFormOf(middle.view.zoom), ZoomForm::Middle);
        const LabelCandidates some = labelCandidates(middle.scene, middle.view, middle.area, {}, {});
        QCOMPARE(some.most, std::size_t(6)); // 859 · 360 / 45,000 = 6.9
        QVERIFY(placeLabels(middle.scene, middle.view, middle.area, some, fonts).size() <= 6);
        const Case far = shopAt(500, 150);
        QCOMPARE(labelCandidates(far.scene, far.view, far.area, {}, {}).most, std::size_t(5));
    }

    void theWorstComeFirst() {
        const Case shop = shopAt(1600, 900);
        const LabelCandidates candidates = labelCandidates(shop.scene, shop.view, shop.area, {}, {});
        QCOMPARE(candidates.edges, shop.scene.byPain);
        QCOMPARE(candidates.favoured, std::size_t(0));
    }

    void whatIsPointedAtOrSelectedComesBeforeAll() {
        const Case shop = shopAt(859, 360);
        const std::uint32_t calmest = shop.scene.byPain.back();
        const std::uint32_t other = shop.scene.byPain[20];
        const LabelCandidates candidates =
            labelCandidates(shop.scene, shop.view, shop.area, EdgeHit{calmest}, EdgeHit{other});
        QCOMPARE(candidates.favoured, std::size_t(2));
        QCOMPARE(candidates.edges[0], other);
        QCOMPARE(candidates.edges[1], calmest);
        QCOMPARE(candidates.edges[2], shop.scene.byPain[0]);
        const Fonts fonts(QGuiApplication::font());
        const auto labels = placeLabels(shop.scene, shop.view, shop.area, candidates, fonts);
        QCOMPARE(labels.front().edge, other);
    }

    void aSelectedNodeNamesItsEdges() {
        const Case shop = shopAt(859, 360);
        const LabelCandidates candidates =
            labelCandidates(shop.scene, shop.view, shop.area, NodeHit{5}, {}); // cart
        QCOMPARE(candidates.favoured, std::size_t(4));                         // two callers, two callees
    }

    void labelsMoveWithTheView() {
        const Fonts fonts(QGuiApplication::font());
        const Case shop = shopAt(1600, 900);
        const auto labels = placeLabels(shop.scene, shop.view, shop.area,
                                        labelCandidates(shop.scene, shop.view, shop.area, {}, {}), fonts);
        const QRectF before = labels[0].plate(shop.view);
        QCOMPARE(labels[0].plate(shop.view.movedBy({30, -7})), before.translated(30, -7));
        QCOMPARE(labels[0].plate(shop.view.zoomedAt({0, 0}, 0.5)).size(), before.size());
    }

    void farNamesStayReadable() {
        const Fonts fonts(QGuiApplication::font());
        const GraphScene scene = sceneOf(denseGraph(40, 150));
        const QRectF area(0, 0, 1400, 800);
        const GraphViewport view = fitted({QPointF(), scene.size}, area, 0.45);
        const auto labels = placeLabels(scene, view, area, labelCandidates(scene, view, area, {}, {}), fonts);
        QVERIFY(!labels.empty());
        const SceneEdge& worst = scene.edges[scene.byPain.front()];
        for (const std::uint32_t end : {worst.tail, worst.head}) {
            const QRectF name =
                farNamePlace(scene.nodes[end], view.toScreen(scene.nodes[end].card), area, fonts);
            QVERIFY(area.contains(name));
            for (const PlacedLabel& label : labels)
                QVERIFY(!label.plate(view).intersects(name));
        }
    }

    void aHoveredEdgeFindsRoomBesideTheOthers() {
        const Fonts fonts(QGuiApplication::font());
        const Case shop = shopAt(1200, 600);
        const auto labels = placeLabels(shop.scene, shop.view, shop.area,
                                        labelCandidates(shop.scene, shop.view, shop.area, {}, {}), fonts);
        for (std::uint32_t edge = 0; edge < shop.scene.edges.size(); ++edge) {
            const auto extra = placeLabel(shop.scene, shop.view, shop.area, edge, labels, fonts);
            if (!extra) continue;
            for (const PlacedLabel& label : labels)
                if (label.edge != edge) QVERIFY(!label.plate(shop.view).intersects(extra->plate(shop.view)));
        }
    }

    void aSelfEdgeHasItsLabelBesideTheLoop() {
        GraphBuilder builder;
        builder.edge("fraud", "fraud", CallClass::Rpc, 620);
        const GraphScene scene = sceneOf(builder.build());
        const Fonts fonts(QGuiApplication::font());
        const QRectF area(0, 0, 600, 400);
        const GraphViewport view = fitted({QPointF(), scene.size}, area);
        const auto label = placeLabel(scene, view, area, 0, {}, fonts);
        QVERIFY(label);
        QVERIFY(!label->plate(view).intersects(view.toScreen(scene.nodes[0].card)));
        for (const QPointF& sample : scene.edges[0].samples)
            QVERIFY(!label->plate(view).contains(view.toScreen(sample)));
    }

    void placementIsQuick() {
        const GraphScene scene = sceneOf(denseGraph(200, 600));
        const Fonts fonts(QGuiApplication::font());
        const QRectF area(0, 0, 1400, 800);
        const GraphViewport view{0.95, {0, 0}};
        QBENCHMARK {
            QVERIFY(
                !placeLabels(scene, view, area, labelCandidates(scene, view, area, {}, {}), fonts).empty());
        }
    }
};

QTEST_MAIN(tst_LabelPlacement)
#include "tst_LabelPlacement.moc"
