#include "ShopGraph.h"
#include "graph/GraphSearch.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

QStringList namesOf(const GraphScene& scene, const GraphFound& found) {
    QStringList names;
    for (const GraphHit& hit : found.hits) {
        if (const auto* const node = std::get_if<NodeHit>(&hit)) names += scene.nodes[node->node].name;
        if (const auto* const edge = std::get_if<EdgeHit>(&hit))
            names += scene.nodes[scene.edges[edge->edge].tail].name + QLatin1Char('>') +
                     scene.nodes[scene.edges[edge->edge].head].name;
    }
    return names;
}

} // namespace

class tst_GraphSearch : public QObject {
    Q_OBJECT
private slots:
    void aNameIsFoundWhateverItsCase() {
        const GraphScene scene = sceneOf(shopGraph());
        const GraphFound found = findIn(scene, QStringLiteral("CART"));
        QStringList names = namesOf(scene, found);
        names.sort();
        QCOMPARE(names, (QStringList{"cart", "carts@redis-1"}));
        QCOMPARE(std::count(found.lit.nodes.begin(), found.lit.nodes.end(), true), 2);
        QVERIFY(!found.error);
    }

    void anExpressionFindsEdgesTheWorstFirstAndLightsTheirEnds() {
        const GraphScene scene = sceneOf(shopGraph());
        const GraphFound found = findIn(scene, QStringLiteral("calls > 0 && failed > 10%"));
        QCOMPARE(namesOf(scene, found),
                 (QStringList{"payments>api.acquirer.example", "gateway>checkout", "checkout>payments"}));
        QCOMPARE(std::count(found.lit.edges.begin(), found.lit.edges.end(), true), 3);
        QCOMPARE(std::count(found.lit.nodes.begin(), found.lit.nodes.end(), true), 4);
    }

    void aWrongExpressionSaysWhere() {
        const GraphFound found = findIn(sceneOf(shopGraph()), QStringLiteral("p99 > 5"));
        QVERIFY(found.error && found.hits.empty());
        QCOMPARE(found.error->position->offset, std::uint64_t(6));
    }

    void nothingSoughtLightsNothing() {
        const GraphFound found = findIn(sceneOf(shopGraph()), QStringLiteral("  "));
        QVERIFY(found.lit.nodes.empty() && found.hits.empty());
        QVERIFY(!isExpression(QStringLiteral("cart")));
        QVERIFY(isExpression(QStringLiteral("calls<1")));
    }
};

QTEST_MAIN(tst_GraphSearch)
#include "tst_GraphSearch.moc"
