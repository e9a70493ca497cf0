#include "SampleGraphs.h"

#include "layout/ConnectedParts.h"
#include "layout/EdgeCurve.h"

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
    void everyPartIsLaidOutByItself();
    void anErrorOfAPartIsTheError();
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

void tst_ConnectedParts::everyPartIsLaidOutByItself() {
    LayoutRequest request = samples::graph(4, {{2, 0}, {3, 3}, {0, 2}}); // the parts {0, 2}, {1}, {3}
    request.nodes[2].size.height = 60;
    std::vector<LayoutRequest> asked;
    const auto layout = layoutByParts(request, [&](const LayoutRequest& part) -> Result<GraphLayout> {
        asked.push_back(part);
        GraphLayout drawing; // nodes beside each other, far from the origin
        for (std::size_t i = 0; i < part.nodes.size(); ++i)
            drawing.nodes.push_back({{500 + 100 * double(i), 500}, part.nodes[i].size});
        for (const EdgeToRoute& edge : part.edges)
            drawing.edges.push_back(straightRoute(drawing.nodes[edge.tail], drawing.nodes[edge.head]));
        return drawing;
    });
    QCOMPARE(asked.size(), std::size_t(3));
    QCOMPARE(asked[0].nodes, (std::vector{request.nodes[0], request.nodes[2]}));
    QCOMPARE(asked[0].edges[0].tail, 1U);
    QCOMPARE(asked[0].edges[0].head, 0U);
    QCOMPARE(asked[0].edges[1].tail, 0U);
    QCOMPARE(asked[2].edges.size(), std::size_t(1));

    // Parts of 196 × 60, 96 × 40 and 96 × 40: the page is 199 px wide, so the small ones share no row with
    // the first.
    QVERIFY(layout);
    QCOMPARE(layout->nodes[0].centre, (LayoutPoint{48, 30}));
    QCOMPARE(layout->nodes[2].centre, (LayoutPoint{148, 30}));
    QCOMPARE(layout->nodes[1].centre, (LayoutPoint{48, 60 + 14 + 20}));
    QCOMPARE(layout->edges[0].start(), (LayoutPoint{100, 30}));
    QCOMPARE(layout->edges[0].tip(), (LayoutPoint{96, 30}));
}

void tst_ConnectedParts::anErrorOfAPartIsTheError() {
    const auto layout = layoutByParts(samples::graph(2, {}), [](const LayoutRequest&) -> Result<GraphLayout> {
        return fail(ErrorCode::LayoutFailed, {"no"});
    });
    QVERIFY(!layout);
    QCOMPARE(layout.error(), (Error{ErrorCode::LayoutFailed, {"no"}, std::nullopt}));
}

QTEST_APPLESS_MAIN(tst_ConnectedParts)
#include "tst_ConnectedParts.moc"
