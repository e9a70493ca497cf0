#include "analysis/VisibleGraph.h"
#include "support/GraphBuilder.h"

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
        QCOMPARE(visible.weak.edges, std::size_t(0));
        QCOMPARE(visible.outOfFocus, std::size_t(0));
    }

    void weakEdgesAreHiddenAndCounted() {
        const auto graph = chain();
        GraphFilter filter;
        filter.least.calls = 10;
        const VisibleGraph visible = visibleGraph(*graph, filter);
        QCOMPARE(visible.edges.size(), std::size_t(2));
        QCOMPARE(visible.weak.edges, std::size_t(2));
        QCOMPARE(visible.weak.failing, std::size_t(1)); // c → d: 1 of 5
        QVERIFY(!visible.indexOf(idOf(*graph, "d")));   // only a weak edge reaches it
        QVERIFY(visible.indexOf(idOf(*graph, "e")));
    }

    void graphsOfUpToAHundredNodesAreShownWhole() {
        GraphBuilder graph;
        for (int i = 0; i < 99; ++i)
            graph.edge("hub", "leaf" + std::to_string(i), CallClass::Rpc, 1);
        QVERIFY(readableFilter(*graph.build()) == GraphFilter());
    }

    void largerOnesBeginWithTheHeaviestEdgesOfSixtyNodes() {
        GraphBuilder graph;
        for (int i = 1; i <= 200; ++i)
            graph.edge("hub", "leaf" + std::to_string(i), CallClass::Rpc, static_cast<std::uint64_t>(i));
        const auto built = graph.build();
        const GraphFilter filter = readableFilter(*built);
        QCOMPARE(filter.least.calls, std::uint64_t(142)); // 142 … 200 are 59 leaves, and the hub
        const VisibleGraph visible = visibleGraph(*built, filter);
        QCOMPARE(visible.nodes.size(), std::size_t(60));
        QCOMPARE(visible.weak.edges, std::size_t(141));
    }

    void whereNoThresholdHelpsNothingIsHidden() {
        GraphBuilder graph;
        for (int i = 0; i < 200; ++i)
            graph.edge("hub", "leaf" + std::to_string(i), CallClass::Rpc, 7);
        QVERIFY(readableFilter(*graph.build()) == GraphFilter());
    }

    void largerOnesAlsoBeginWithWhatFails() {
        GraphBuilder graph;
        for (int i = 1; i <= 200; ++i)
            graph.edge("hub", "leaf" + std::to_string(i), CallClass::Rpc, static_cast<std::uint64_t>(i));
        const EdgeId failing = graph.edge("hub", "broken", CallClass::Rpc, 20, 20, 20);
        const auto built = graph.build();
        GraphFilter filter = readableFilter(*built);
        QCOMPARE(filter.least.calls, std::uint64_t(142));
        QVERIFY(filter.spared == std::vector{failing});
        const VisibleGraph visible = visibleGraph(*built, filter);
        QVERIFY(visible.indexOf(failing) && visible.indexOf(idOf(*built, "broken")));
        QCOMPARE(visible.sparedEdges, std::size_t(1));
        QCOMPARE(visible.weak.edges, std::size_t(141));
        QCOMPARE(visible.weak.failing, std::size_t(0));
        filter.spared.clear(); // a threshold that somebody chose spares nothing
        QVERIFY(!visibleGraph(*built, filter).indexOf(failing));
    }

    void ofManyFailingEdgesOnlyTheWorstAreSpared() {
        GraphBuilder graph;
        for (int i = 1; i <= 200; ++i)
            graph.edge("hub", "leaf" + std::to_string(i), CallClass::Rpc, static_cast<std::uint64_t>(i) + 50);
        for (std::uint64_t i = 1; i <= 50; ++i)
            graph.edge("hub", "broken" + std::to_string(i), CallClass::Rpc, 50, i, i);
        const auto built = graph.build();
        const GraphFilter filter = readableFilter(*built);
        const VisibleGraph visible = visibleGraph(*built, filter);
        QCOMPARE(visible.nodes.size(), std::size_t(72)); // the hub, 59 leaves, and
        QCOMPARE(visible.sparedEdges, std::size_t(12));
        QVERIFY(visible.indexOf(idOf(*built, "broken50")) && visible.indexOf(idOf(*built, "broken39")));
        QVERIFY(!visible.indexOf(idOf(*built, "broken38")));
        QCOMPARE(visible.weak.failing, std::size_t(38));
    }

    void whatIsHiddenForItsFewCallsIsFoundAndShown() {
        const auto graph = chain();
        GraphFilter filter;
        filter.least.calls = 60;
        const EdgeId toD = graph->edges[2].id;
        QCOMPARE(edgeToSpare(*graph, filter, toD), std::optional(toD));
        QCOMPARE(edgeToSpare(*graph, filter, idOf(*graph, "c")), std::optional(graph->edges[1].id)); // of 3
        QVERIFY(!edgeToSpare(*graph, filter, idOf(*graph, "a"))); // is visible
        filter.spared = {toD};
        QVERIFY(!edgeToSpare(*graph, filter, toD));
        QVERIFY(visibleGraph(*graph, filter).indexOf(idOf(*graph, "d")));
        filter.spared.clear();
        filter.focus = GraphFocus{idOf(*graph, "a")};
        QVERIFY(!edgeToSpare(*graph, filter, toD)); // out of the focus
    }

    void activeIsWhatHasCallsOrSpansInTheRange() {
        const auto whole = chain();
        ServiceGraph range = *whole;
        for (GraphEdge& edge : range.edges)
            if (edge.id != whole->edges[0].id) edge.calls = 0;
        for (GraphNode& node : range.nodes)
            if (node.node.name != "e") {
                node.spans = 0;
                node.entries = 0;
            }
        const VisibleGraph active = activeIn(range, visibleGraph(*whole, {}), {});
        QCOMPARE(active.edges.size(), std::size_t(1));
        QVERIFY(active.indexOf(idOf(*whole, "a")) && active.indexOf(idOf(*whole, "b")));
        QVERIFY(active.indexOf(idOf(*whole, "e")) && !active.indexOf(idOf(*whole, "d")));
        QVERIFY(activeIn(range, visibleGraph(*whole, {}), idOf(*whole, "d")).indexOf(idOf(*whole, "d")));
    }

    void anEdgeOfExactlyTheThresholdStays() {
        GraphFilter filter;
        filter.least.calls = 8;
        QCOMPARE(visibleGraph(*chain(), filter).weak.edges, std::size_t(1));
    }

    void aFocusKeepsInnerEdges() {
        const auto graph = chain();
        GraphFilter filter;
        filter.focus = GraphFocus{idOf(*graph, "b"), 1, 1};
        const VisibleGraph visible = visibleGraph(*graph, filter);
        // a, b, c; and a → c between two outer nodes stays.
        QCOMPARE(visible.nodes.size(), std::size_t(3));
        QCOMPARE(visible.edges.size(), std::size_t(3));
        QCOMPARE(visible.outOfFocus, std::size_t(1));
    }

    void hopsReachFurther() {
        const auto graph = chain();
        GraphFilter filter;
        filter.focus = GraphFocus{idOf(*graph, "b"), 2, 2};
        QCOMPARE(visibleGraph(*graph, filter).nodes.size(), std::size_t(4));
        filter.focus->up = filter.focus->down = 0;
        QCOMPARE(visibleGraph(*graph, filter).nodes.size(), std::size_t(1));
    }

    void upAndDownReachCallersAndCalleesApart() {
        const auto graph = chain();
        GraphFilter filter;
        filter.focus = GraphFocus{idOf(*graph, "b"), 1, 0};
        VisibleGraph visible = visibleGraph(*graph, filter);
        QCOMPARE(visible.nodes.size(), std::size_t(2));
        QVERIFY(visible.indexOf(idOf(*graph, "a")) && !visible.indexOf(idOf(*graph, "c")));
        QCOMPARE(visible.allNodes, std::size_t(5));
        filter.focus = GraphFocus{idOf(*graph, "b"), 0, 2};
        visible = visibleGraph(*graph, filter);
        QCOMPARE(visible.nodes.size(), std::size_t(3));
        QVERIFY(visible.indexOf(idOf(*graph, "d")) && !visible.indexOf(idOf(*graph, "a")));
        // d calls nobody: nothing lies below it, and a caller's other callees are no callers.
        filter.focus = GraphFocus{idOf(*graph, "d"), 1, 5};
        QCOMPARE(visibleGraph(*graph, filter).nodes.size(), std::size_t(2));
    }

    void aFocusOnAnEdgeReachesUpFromItsCallerAndDownFromItsCallee() {
        const auto graph = chain();
        GraphFilter filter;
        filter.focus = GraphFocus{graph->edges[1].id, 0, 1}; // b → c
        const VisibleGraph visible = visibleGraph(*graph, filter);
        QCOMPARE(visible.nodes.size(), std::size_t(3)); // b, c, d
        QCOMPARE(visible.edges.size(), std::size_t(2));
        filter.focus->up = 1;
        QCOMPARE(visibleGraph(*graph, filter).edges.size(), std::size_t(4)); // a → c is an inner edge
    }

    void whatAnExpressionHidesIsCountedWithItsFailures() {
        const auto graph = chain();
        GraphFilter filter;
        filter.hide = FigureExpression::parse("calls < 10").value();
        VisibleGraph visible = visibleGraph(*graph, filter);
        QCOMPARE(visible.edges.size(), std::size_t(2));
        QVERIFY((visible.byExpression == HiddenParts{2, 1, 1})); // a → c, c → d; d has no other edge
        filter.hide = FigureExpression::parse("name = c").value();
        visible = visibleGraph(*graph, filter);
        QVERIFY(
            (visible.byExpression == HiddenParts{3, 2, 2})); // c with its edges, and d, which only c calls
        QCOMPARE(visible.nodes.size(), std::size_t(3));
    }

    void hiddenAndShownAreAllThereIs() {
        const auto graph = chain();
        GraphFilter filter;
        filter.least.calls = 6;
        filter.hide = FigureExpression::parse("failed > 5%").value();
        const VisibleGraph visible = visibleGraph(*graph, filter);
        QCOMPARE(visible.edges.size() + visible.weak.edges + visible.byExpression.edges, std::size_t(4));
        QCOMPARE(visible.nodes.size() + visible.weak.nodes + visible.byExpression.nodes, visible.allNodes);
    }

    void thresholdsOfFailuresAndTimesSayWhatEachHides() {
        const auto graph = chain(); // every p99 is 20 ms
        GraphFilter filter;
        filter.least = {10, 0.15, std::chrono::milliseconds(21)};
        const ThresholdEffects effects = effectsOf(*graph, filter);
        QCOMPARE(effects.calls.edges, std::size_t(2));
        QCOMPARE(effects.failed.edges, std::size_t(2)); // 10 of 50 and 1 of 5 are 20 %
        QCOMPARE(effects.p99.edges, std::size_t(4));
        QCOMPARE(visibleGraph(*graph, filter).weak.edges, std::size_t(4));
        filter.least = {0, 0.2, std::chrono::milliseconds(20)};
        QCOMPARE(visibleGraph(*graph, filter).edges.size(), std::size_t(2));
    }

    void aFocusOnALonelyNodeShowsIt() {
        const auto graph = chain();
        GraphFilter filter;
        filter.focus = GraphFocus{idOf(*graph, "e")};
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
