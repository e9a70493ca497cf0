#include "SampleGraphs.h"

#include "layout/EdgeCurve.h"
#include "layout/MovedNodes.h"

#include <QTest>

#include <vector>

using namespace hallway;

namespace {

/// Three cards in a row, 42 px apart: 0 → 1 → 2, and a box around the last two.
LayoutRequest row() {
    LayoutRequest request = samples::graph(3, {{0, 1}, {1, 2}});
    request.boxes = {{std::nullopt, {30, 16}}};
    request.nodes[1].box = request.nodes[2].box = 0;
    return request;
}

GraphLayout laidOut() {
    GraphLayout layout;
    for (const double x : {48.0, 186.0, 324.0})
        layout.nodes.push_back({{x, 60}, {96, 40}});
    layout.edges = {straightRoute(layout.nodes[0], layout.nodes[1]),
                    straightRoute(layout.nodes[1], layout.nodes[2])};
    layout.boxes = {{{128, 14}, {254, 76}}};
    normalise(layout);
    return layout;
}

} // namespace

class tst_MovedNodes : public QObject {
    Q_OBJECT
private slots:
    void withoutAnyTheLayoutStays() {
        const MovedLayout same = withMovedNodes(laidOut(), row(), {});
        QCOMPARE(same.layout, laidOut());
        QCOMPARE(same.shift, LayoutPoint());
    }

    void aMovedNodeTakesItsEdgesAlongAndOthersStay() {
        const GraphLayout before = laidOut();
        const std::vector<MovedNode> moved{{2, {400, 200}}};
        const GraphLayout after = withMovedNodes(before, row(), moved).layout;
        QCOMPARE(after.nodes[2].centre, (LayoutPoint{400, 200}));
        QCOMPARE(after.nodes[0], before.nodes[0]);
        QCOMPARE(after.edges[0], before.edges[0]);
        QCOMPARE(after.edges[1].start(), (LayoutPoint{after.nodes[1].right(), after.nodes[1].centre.y}));
        QCOMPARE(after.edges[1].tip(), (LayoutPoint{after.nodes[2].left(), 200}));
    }

    void itsBoxIsDrawnAroundItAnew() {
        const std::vector<MovedNode> moved{{2, {400, 200}}};
        const GraphLayout after = withMovedNodes(laidOut(), row(), moved).layout;
        const PlacedBox& box = after.boxes[0];
        QCOMPARE(box.corner.x + box.size.width, after.nodes[2].right() + 10);
        QCOMPARE(box.corner.y + box.size.height, after.nodes[2].bottom() + 10);
        QCOMPARE(box.corner.x, after.nodes[1].left() - 10);
        QCOMPARE(box.corner.y, after.nodes[1].top() - 10 - 16); // room for the title
    }

    void whatLeavesTheDrawingShiftsIt() {
        const GraphLayout before = laidOut();
        const std::vector<MovedNode> moved{{0, {-100, 46}}};
        const MovedLayout after = withMovedNodes(before, row(), moved);
        QCOMPARE(after.shift.x, 148.0); // the card's left side was at −148
        QCOMPARE(after.layout.nodes[0].left(), 0.0);
        QCOMPARE(after.layout.nodes[1].centre.x, before.nodes[1].centre.x + 148);
        QCOMPARE(after.layout.size.width, before.size.width + 148);
    }

    void severalEdgesBetweenTwoNodesDoNotLieOnOneAnother() {
        LayoutRequest request = samples::graph(2, {{0, 1}, {0, 1}, {0, 1}});
        GraphLayout layout;
        layout.nodes = {{{48, 20}, {96, 40}}, {{186, 20}, {96, 40}}};
        layout.edges.assign(3, straightRoute(layout.nodes[0], layout.nodes[1]));
        const std::vector<MovedNode> moved{{1, {300, 120}}};
        const GraphLayout after = withMovedNodes(layout, request, moved).layout;
        QVERIFY(!runTogether(after.edges[0], after.edges[1], 3));
        QVERIFY(!runTogether(after.edges[1], after.edges[2], 3));
    }

    void backwardsItIsAStraightLine() {
        const std::vector<MovedNode> moved{{0, {324, 200}}};
        const GraphLayout after = withMovedNodes(laidOut(), row(), moved).layout;
        QCOMPARE(after.edges[0].segments(), std::size_t(1));
        QVERIFY(after.edges[0].start().y > after.edges[0].tip().y);
    }
};

QTEST_APPLESS_MAIN(tst_MovedNodes)
#include "tst_MovedNodes.moc"
