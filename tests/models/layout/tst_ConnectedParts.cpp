#include "SampleGraphs.h"

#include "layout/ConnectedParts.h"

#include <QTest>

using namespace hallway;

using Numbers = std::vector<std::uint32_t>;
using Sizes = std::vector<LayoutSize>;
using Corners = std::vector<LayoutPoint>;

class tst_ConnectedParts : public QObject {
    Q_OBJECT
private slots:
    void partsAreNumberedInTheOrderOfTheirNodes();
    void boxesStandInRowsFromHighToLow();
    void aBoxWiderThanThePageMakesThePageWider();
    void noBoxIsAnEmptyPage();
    void partsMoveAsAWhole();
    void aConnectedGraphStaysWhereItIs();
};

void tst_ConnectedParts::partsAreNumberedInTheOrderOfTheirNodes() {
    QCOMPARE(connectedParts(samples::graph(6, {{4, 0}, {2, 5}, {5, 5}})), (Numbers{0, 1, 2, 3, 0, 2}));
    QCOMPARE(connectedParts({}), Numbers{});
}

void tst_ConnectedParts::boxesStandInRowsFromHighToLow() {
    // Area with gaps: 4 · (100 + 20) · (40 + 10) + 120 · 60 = 31,200; √(2.2 · 31,200) − 20 = 242: two in a
    // row.
    const Sizes boxes{{100, 40}, {100, 40}, {100, 50}, {100, 40}, {100, 40}};
    QCOMPARE(packBoxes(boxes, {20, 10}), (Corners{{120, 0}, {0, 60}, {0, 0}, {120, 60}, {0, 110}}));
}

void tst_ConnectedParts::aBoxWiderThanThePageMakesThePageWider() {
    const Sizes boxes{{1000, 50}, {100, 40}, {100, 40}};
    QCOMPARE(packBoxes(boxes, {20, 10}), (Corners{{0, 0}, {0, 60}, {120, 60}}));
}

void tst_ConnectedParts::noBoxIsAnEmptyPage() { QCOMPARE(packBoxes({}, {20, 10}), Corners{}); }

void tst_ConnectedParts::partsMoveAsAWhole() {
    // 0 → 2 and 1, drawn over each other.
    const LayoutRequest request = samples::graph(3, {{0, 2}});
    GraphLayout layout;
    layout.nodes = {{{48, 20}, {96, 40}}, {{60, 30}, {96, 40}}, {{186, 20}, {96, 40}}};
    layout.edges = {{{{96, 20}, {110, 20}, {124, 20}, {138, 20}}, LayoutPoint{117, 10}}};
    const GraphLayout before = layout;
    packParts(layout, request);
    QCOMPARE(layout.nodes[0], before.nodes[0]);
    QCOMPARE(layout.nodes[2], before.nodes[2]);
    QCOMPARE(layout.edges, before.edges);
    QCOMPARE(layout.nodes[1].centre, (LayoutPoint{48, 40 + 14 + 20}));
}

void tst_ConnectedParts::aConnectedGraphStaysWhereItIs() {
    GraphLayout layout;
    layout.nodes = {{{500, 20}, {96, 40}}, {{800, 20}, {96, 40}}};
    layout.edges = {{{{548, 20}, {600, 20}, {700, 20}, {752, 20}}, std::nullopt}};
    const GraphLayout before = layout;
    packParts(layout, samples::graph(2, {{0, 1}}));
    QCOMPARE(layout, before);
}

QTEST_APPLESS_MAIN(tst_ConnectedParts)
#include "tst_ConnectedParts.moc"
