#include "ShopGraph.h"
#include "graph/GraphGeometry.h"
#include "graph/LabelPlacement.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

class tst_GraphScene : public QObject {
    Q_OBJECT
private slots:
    void widthIsVolume() {
        QCOMPARE(edgeWidth(100'000, 100'000, Health::Ok), 6.0);
        QCOMPARE(edgeWidth(0, 100'000, Health::Ok), 1.25);
        QCOMPARE(edgeWidth(25'000, 100'000, Health::Ok), 1.25 + 4.75 / 2);
        QCOMPARE(edgeWidth(0, 0, Health::Ok), 1.25);
    }

    void widthCanBeTimeOnTheCriticalPath() {
        ServiceGraph graph = *shopGraph();
        for (GraphEdge& edge : graph.edges)
            edge.path = EdgePath{Duration::zero(), Duration::zero(), Duration(1000)};
        graph.edges[3].path->own = Duration(200); // a quarter of the most
        graph.edges[7].path->own = Duration(800);
        const GraphScene scene =
            sceneOf(std::make_shared<const ServiceGraph>(graph), {}, LabelMeasure::CriticalPath);
        const auto edge = [&](std::uint32_t id) -> const SceneEdge& {
            return *std::find_if(scene.edges.begin(), scene.edges.end(),
                                 [id](const SceneEdge& held) { return held.id == EdgeId(id); });
        };
        QCOMPARE(edge(7).width, edgeWidth(800, 800, edge(7).health));
        QCOMPARE(edge(3).width, edgeWidth(200, 800, edge(3).health));
        QCOMPARE(edge(5).width, edgeWidth(0, 800, edge(5).health));
        QCOMPARE(scene.edges[scene.byPain[0]].id, EdgeId(7U));
        QCOMPARE(scene.edges[scene.byPain[1]].id, EdgeId(3U));
        // Only what is on the path is labelled.
        const GraphViewport view;
        const QRectF area(-1000, -1000, 10000, 10000);
        QCOMPARE(labelCandidates(scene, view, area, {}, {}).edges.size(), std::size_t(2));
    }

    void painIsNeverThin() {
        QCOMPARE(edgeWidth(1, 100'000, Health::Failing), 3.0);
        QCOMPARE(edgeWidth(1, 100'000, Health::Degraded), 2.5);
        QCOMPARE(edgeWidth(100'000, 100'000, Health::Failing), 6.0);
    }

    void theWorstEdgeComesFirstAndIsSolid() {
        const GraphScene scene = sceneOf(shopGraph());
        const SceneEdge& worst = scene.edges[scene.byPain.front()];
        QCOMPARE(scene.nodes[worst.tail].name, QStringLiteral("payments"));
        QCOMPARE(scene.nodes[worst.head].name, QStringLiteral("api.acquirer.example"));
        QCOMPARE(worst.health, Health::Failing);
        QVERIFY(!worst.passedOn);
        // Its failures pass through the two edges before it.
        QVERIFY(scene.edges[scene.byPain[1]].passedOn);
        QCOMPARE(scene.byPain.size(), std::size_t(30));
        QCOMPARE(scene.mostCalls, std::uint64_t(106868));
    }

    void whatIsSilentInTheRangeStaysInItsPlace() {
        const auto whole = shopGraph();
        ServiceGraph range = *whole;
        for (GraphEdge& edge : range.edges) {
            edge.calls = edge.failed = edge.failedHere = 0;
            edge.latency.reset();
        }
        range.edges[0].calls = 5;
        const VisibleGraph visible = visibleGraph(*whole, {});
        const Fonts fonts(QGuiApplication::font());
        const LayoutRequest request =
            layoutRequestOf(*whole, visible, LabelMeasure::P99, fonts, GraphPurpose::Screen);
        GraphLayout layout;
        for (std::size_t i = 0; i < request.nodes.size(); ++i)
            layout.nodes.push_back({{100.0 * static_cast<double>(i), 50}, request.nodes[i].size});
        for (std::size_t i = 0; i < request.edges.size(); ++i)
            layout.edges.push_back({{{0, 0}, {10, 0}, {20, 0}, {30, 0}}, std::nullopt});
        const GraphScene scene =
            makeScene(std::make_shared<const ServiceGraph>(range), visible, layout, LabelMeasure::P99);
        QCOMPARE(scene.edges.size(), std::size_t(30));
        QCOMPARE(scene.byPain.size(), std::size_t(1));
        QVERIFY(!scene.edges[0].silent);
        QVERIFY(scene.edges[1].silent);
        QVERIFY(scene.edges[1].shortLabel.empty());
    }

    void aTwoWayPairIsDrawnAsTwoLines() {
        GraphBuilder builder;
        builder.edge("a", "b", CallClass::Rpc, 100);
        builder.edge("b", "a", CallClass::Rpc, 100);
        const auto graph = builder.build();
        const VisibleGraph visible = visibleGraph(*graph, {});
        GraphLayout layout;
        layout.nodes = {{{50, 50}, {100, 40}}, {{250, 50}, {100, 40}}};
        layout.edges = {{{{100, 50}, {130, 50}, {170, 50}, {200, 50}}, std::nullopt},
                        {{{200, 50}, {170, 50}, {130, 50}, {100, 50}}, std::nullopt}};
        layout.size = {300, 100};
        const GraphScene scene = makeScene(graph, visible, layout, LabelMeasure::P99);
        const double there = scene.edges[0].samples[12].y();
        const double back = scene.edges[1].samples[12].y();
        // Each to the right of its direction: there below, back above; (w + 3) / 2 each with w = 6.
        QVERIFY(there > 54 && there < 55);
        QVERIFY(back < 46 && back > 45);
    }

    void namesAreSafeToShow() {
        GraphBuilder builder;
        builder.edge("a\x01\n", "<b>&\xE2\x80\xAE", CallClass::Rpc, 1);
        const GraphScene scene = sceneOf(builder.build());
        for (const SceneNode& node : scene.nodes)
            for (const QChar letter : node.name)
                QVERIFY(letter.category() != QChar::Other_Control && letter != QChar(0x202E));
    }
};

QTEST_MAIN(tst_GraphScene)
#include "tst_GraphScene.moc"
