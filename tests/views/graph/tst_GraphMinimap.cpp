#include "ShopGraph.h"
#include "graph/GraphMinimap.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

class tst_GraphMinimap : public QObject {
    Q_OBJECT
private slots:
    void aGraphThatFitsHasNone() {
        const GraphScene scene = sceneOf(shopGraph());
        const QRectF area(0, 0, 900, 600);
        QVERIFY(!minimapOf(scene, fitted({QPointF(), scene.size}, area), area));
    }

    void aPartOfAGraphHasOneInTheCorner() {
        const GraphScene scene = sceneOf(shopGraph());
        const QRectF area(0, 0, 900, 600);
        const GraphViewport near{2, {-300, -200}};
        const auto map = minimapOf(scene, near, area);
        QVERIFY(map);
        QVERIFY(area.contains(map->frame));
        QVERIFY(map->frame.center().x() > area.center().x() && map->frame.center().y() > area.center().y());
        for (const SceneNode& node : scene.nodes)
            QVERIFY(map->frame.contains(map->toScreen(node.card)));
    }

    void aPointOfItIsBroughtToTheMiddle() {
        const GraphScene scene = sceneOf(shopGraph());
        const QRectF area(0, 0, 900, 600);
        const GraphViewport near{2, {-300, -200}};
        const auto map = minimapOf(scene, near, area);
        QVERIFY(map);
        const QPointF wanted = scene.nodes[3].card.center();
        const QPointF onMap = map->origin + wanted * map->scale;
        const GraphViewport there = map->centred(onMap, near, area);
        QCOMPARE(there.zoom, near.zoom);
        QVERIFY((there.toScreen(wanted) - area.center()).manhattanLength() < 1e-6);
    }

    void aViewWithoutRoomToSpareHasNone() {
        const GraphScene scene = sceneOf(shopGraph());
        QVERIFY(!minimapOf(scene, {2, {}}, {0, 0, 90, 40}));
    }
};

QTEST_MAIN(tst_GraphMinimap)
#include "tst_GraphMinimap.moc"
