#include "ShopGraph.h"
#include "graph/VisibleGraph.h"

#include <QTest>

#include <algorithm>

using namespace hallway;
using namespace hallway::test;

namespace {

NodeId idOf(const ServiceGraph& graph, const std::string& name) {
    for (const GraphNode& node : graph.nodes)
        if (node.node.name == name) return node.id;
    return {};
}

/// a → b → c → d, a → c, and e alone.
std::shared_ptr<const ServiceGraph> chain() {
    GraphBuilder graph;
    graph.edge("a", "b", CallClass::Rpc, 100);
    graph.edge("b", "c", CallClass::Rpc, 50, 10, 10);
    graph.edge("c", "d", CallClass::Rpc, 5, 1, 1);
    graph.edge("a", "c", CallClass::Rpc, 8);
    graph.node("e");
    return graph.build();
}

} // namespace

class tst_VisibleGraph : public QObject {
    Q_OBJECT
private slots:
    void everythingIsVisibleWithoutFilter() {
        const auto graph = chain();
        const VisibleGraph visible = visibleGraph(*graph, {});
        QCOMPARE(visible.edges.size(), std::size_t(4));
        QCOMPARE(visible.nodes.size(), std::size_t(5)); // e has no call, but spans
        QCOMPARE(visible.weakEdges, std::size_t(0));
        QCOMPARE(visible.outOfFocus, std::size_t(0));
    }

    void weakEdgesAreHiddenAndCounted() {
        const auto graph = chain();
        GraphFilter filter;
        filter.minCalls = 10;
        const VisibleGraph visible = visibleGraph(*graph, filter);
        QCOMPARE(visible.edges.size(), std::size_t(2));
        QCOMPARE(visible.weakEdges, std::size_t(2));
        QCOMPARE(visible.weakFailing, std::size_t(1)); // c → d: 1 of 5
        QVERIFY(!visible.indexOf(idOf(*graph, "d")));  // only a weak edge reaches it
        QVERIFY(visible.indexOf(idOf(*graph, "e")));
    }

    void graphsOfUpToAHundredNodesAreShownWhole() {
        GraphBuilder graph;
        for (int i = 0; i < 99; ++i)
            graph.edge("hub", "leaf" + std::to_string(i), CallClass::Rpc, 1);
        QCOMPARE(readableMinCalls(*graph.build()), std::uint64_t(0));
    }

    void largerOnesBeginWithTheHeaviestEdgesOfSixtyNodes() {
        GraphBuilder graph;
        for (int i = 1; i <= 200; ++i)
            graph.edge("hub", "leaf" + std::to_string(i), CallClass::Rpc, static_cast<std::uint64_t>(i));
        const auto built = graph.build();
        const std::uint64_t least = readableMinCalls(*built);
        QCOMPARE(least, std::uint64_t(142)); // 142 … 200 are 59 leaves, and the hub
        GraphFilter filter;
        filter.minCalls = least;
        const VisibleGraph visible = visibleGraph(*built, filter);
        QCOMPARE(visible.nodes.size(), std::size_t(60));
        QCOMPARE(visible.weakEdges, std::size_t(141));
    }

    void whereNoThresholdHelpsNothingIsHidden() {
        GraphBuilder graph;
        for (int i = 0; i < 200; ++i)
            graph.edge("hub", "leaf" + std::to_string(i), CallClass::Rpc, 7);
        QCOMPARE(readableMinCalls(*graph.build()), std::uint64_t(0));
    }

    void anEdgeOfExactlyTheThresholdStays() {
        GraphFilter filter;
        filter.minCalls = 8;
        QCOMPARE(visibleGraph(*chain(), filter).weakEdges, std::size_t(1));
    }

    void aFocusKeepsInnerEdges() {
        const auto graph = chain();
        GraphFilter filter;
        filter.focus = idOf(*graph, "b");
        filter.hops = 1;
        const VisibleGraph visible = visibleGraph(*graph, filter);
        // a, b, c; and a → c between two outer nodes stays.
        QCOMPARE(visible.nodes.size(), std::size_t(3));
        QCOMPARE(visible.edges.size(), std::size_t(3));
        QCOMPARE(visible.outOfFocus, std::size_t(1));
    }

    void hopsReachFurther() {
        const auto graph = chain();
        GraphFilter filter;
        filter.focus = idOf(*graph, "b");
        filter.hops = 2;
        QCOMPARE(visibleGraph(*graph, filter).nodes.size(), std::size_t(4));
        filter.hops = 0;
        QCOMPARE(visibleGraph(*graph, filter).nodes.size(), std::size_t(1));
    }

    void aFocusOnALonelyNodeShowsIt() {
        const auto graph = chain();
        GraphFilter filter;
        filter.focus = idOf(*graph, "e");
        const VisibleGraph visible = visibleGraph(*graph, filter);
        QCOMPARE(visible.nodes.size(), std::size_t(1));
        QCOMPARE(visible.edges.size(), std::size_t(0));
        QCOMPARE(visible.outOfFocus, std::size_t(4));
    }

    void callsFromMissingParentsAreHiddenByDefault() {
        GraphBuilder builder;
        builder.edge("(missing parent)", "b", CallClass::Unpaired, 7);
        builder.edge("a", "b", CallClass::Rpc, 3);
        ServiceGraph graph = *builder.build();
        graph.nodes[0].node.missingParent = true;
        graph.edges[0].fromMissingParent = true;
        QCOMPARE(visibleGraph(graph, {}).edges.size(), std::size_t(1));
        QVERIFY(!visibleGraph(graph, {}).indexOf(NodeId(std::size_t(0))));
        GraphFilter filter;
        filter.withMissingParent = true;
        QCOMPARE(visibleGraph(graph, filter).edges.size(), std::size_t(2));
    }

    void edgesWithoutCallsAreNoPartOfIt() {
        GraphBuilder builder;
        builder.edge("a", "b", CallClass::Rpc, 0);
        QVERIFY(visibleGraph(*builder.build(), {}).edges.empty());
    }

    void anEmptyGraphIsFine() {
        const VisibleGraph visible = visibleGraph({}, {});
        QVERIFY(visible.nodes.empty() && visible.edges.empty());
    }
};

QTEST_APPLESS_MAIN(tst_VisibleGraph)
#include "tst_VisibleGraph.moc"
