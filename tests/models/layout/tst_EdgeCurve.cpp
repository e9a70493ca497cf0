#include "layout/EdgeCurve.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hallway;

namespace {

const EdgeRoute kLevel{{{0, 0}, {10, 0}, {20, 0}, {30, 0}}, std::nullopt};
const EdgeRoute kTwoSegments{{{0, 0}, {10, 0}, {20, 0}, {30, 0}, {30, 10}, {30, 20}, {30, 30}}, std::nullopt};
const PlacedNode kNode{{100, 100}, {40, 20}}; // 80 … 120, 90 … 110

EdgeRoute reversed(EdgeRoute route) {
    std::reverse(route.curve.begin(), route.curve.end());
    return route;
}

} // namespace

class tst_EdgeCurve : public QObject {
    Q_OBJECT
private slots:
    void pointsLieOnTheCurve();
    void directionsPointAlongTheCurve();
    void aCurveThatStandsStillHasADirection();
    void bordersFaceTheirTarget();
    void theNearestBorderPointIsFoundFromInsideAndOutside();
    void straightRoutesJoinBorders();
    void aLoopStandsOnTheRightEndOfTheTop();
    void furtherLoopsLieAroundTheFirst();
    void curvesThatRunTogetherAreFound();
    void movingToTheRightPartsATwoWayPair();
};

void tst_EdgeCurve::pointsLieOnTheCurve() {
    QCOMPARE(pointOn(kLevel, 0), (LayoutPoint{0, 0}));
    QCOMPARE(pointOn(kLevel, 0.5), (LayoutPoint{15, 0}));
    QCOMPARE(pointOn(kLevel, 1), (LayoutPoint{30, 0}));
    QCOMPARE(pointOn(kTwoSegments, 0.5), (LayoutPoint{30, 0}));
    QCOMPARE(pointOn(kTwoSegments, 0.75), (LayoutPoint{30, 15}));
    QCOMPARE(pointOn(kTwoSegments, 7), (LayoutPoint{30, 30}));
}

void tst_EdgeCurve::directionsPointAlongTheCurve() {
    QCOMPARE(directionOn(kTwoSegments, 0.1), (LayoutPoint{1, 0}));
    QCOMPARE(directionOn(kTwoSegments, 0.9), (LayoutPoint{0, 1}));
}

void tst_EdgeCurve::aCurveThatStandsStillHasADirection() {
    const EdgeRoute dot{{{5, 5}, {5, 5}, {5, 5}, {5, 5}}, std::nullopt};
    QCOMPARE(directionOn(dot, 0.5), (LayoutPoint{1, 0}));
    const EdgeRoute controlOnItsEnd{{{0, 0}, {0, 0}, {0, 9}, {0, 9}}, std::nullopt};
    QCOMPARE(directionOn(controlOnItsEnd, 0), (LayoutPoint{0, 1}));
}

void tst_EdgeCurve::bordersFaceTheirTarget() {
    QCOMPARE(borderTowards(kNode, {200, 100}), (LayoutPoint{120, 100}));
    QCOMPARE(borderTowards(kNode, {100, 0}), (LayoutPoint{100, 90}));
    QCOMPARE(borderTowards(kNode, {0, 50}), (LayoutPoint{80, 90}));
    QCOMPARE(borderTowards(kNode, kNode.centre), (LayoutPoint{120, 100}));
}

void tst_EdgeCurve::theNearestBorderPointIsFoundFromInsideAndOutside() {
    QCOMPARE(nearestOnBorder(kNode, {200, 95}), (LayoutPoint{120, 95}));
    QCOMPARE(nearestOnBorder(kNode, {70, 80}), (LayoutPoint{80, 90}));
    QCOMPARE(nearestOnBorder(kNode, {118, 100}), (LayoutPoint{120, 100}));
    QCOMPARE(nearestOnBorder(kNode, {100, 108}), (LayoutPoint{100, 110}));
    QCOMPARE(nearestOnBorder(kNode, {120, 100}), (LayoutPoint{120, 100}));
}

void tst_EdgeCurve::straightRoutesJoinBorders() {
    const EdgeRoute route = straightRoute(kNode, {{200, 100}, {40, 20}});
    QCOMPARE(route.segments(), std::size_t(1));
    QCOMPARE(route.start(), (LayoutPoint{120, 100}));
    QCOMPARE(route.tip(), (LayoutPoint{180, 100}));
    QCOMPARE(pointOn(route, 0.5), (LayoutPoint{150, 100}));
}

void tst_EdgeCurve::aLoopStandsOnTheRightEndOfTheTop() {
    const EdgeRoute loop = selfLoop({{100, 100}, {96, 40}}, 0, LayoutSize{50, 18}); // top 80, right 148
    QCOMPARE(loop.start(), (LayoutPoint{110, 80}));
    QCOMPARE(loop.tip(), (LayoutPoint{134, 80}));
    QVERIFY(std::abs(pointOn(loop, 0.5).y - 64) < 1e-9); // 16 px above the node
    QCOMPARE(*loop.label, (LayoutPoint{122, 55}));       // 18 px high, right above the loop
    QCOMPARE(selfLoopHeight(0, LayoutSize{50, 18}), 34.0);
}

void tst_EdgeCurve::furtherLoopsLieAroundTheFirst() {
    const PlacedNode node{{100, 100}, {96, 40}};
    const EdgeRoute first = selfLoop(node, 0, std::nullopt);
    const EdgeRoute second = selfLoop(node, 1, std::nullopt);
    QVERIFY(second.start().x < first.start().x);
    QCOMPARE(pointOn(second, 0.5).y, pointOn(first, 0.5).y - 8);
    const EdgeRoute tenth = selfLoop(node, 9, std::nullopt); // as wide as it gets: it stays on the node
    QCOMPARE(tenth.start().x, node.left());
    QVERIFY(!first.label);
}

void tst_EdgeCurve::curvesThatRunTogetherAreFound() {
    QVERIFY(runTogether(kLevel, kLevel, 0.5));
    QVERIFY(runTogether(kLevel, reversed(kLevel), 0.5));
    QVERIFY(!runTogether(kLevel, movedToTheRight(kLevel, 5), 4));
    QVERIFY(runTogether(kLevel, movedToTheRight(kLevel, 5), 6));
    const EdgeRoute crossing{{{15, -30}, {15, -10}, {15, 10}, {15, 30}}, std::nullopt};
    QVERIFY(!runTogether(kLevel, crossing, 2)); // they meet, but only in one place
}

void tst_EdgeCurve::movingToTheRightPartsATwoWayPair() {
    // Going right on a screen, the right hand is below; going left, above.
    const EdgeRoute there = movedToTheRight(kLevel, 4);
    const EdgeRoute back = movedToTheRight(reversed(kLevel), 4);
    QCOMPARE(there.start(), (LayoutPoint{0, 4}));
    QCOMPARE(there.tip(), (LayoutPoint{30, 4}));
    QCOMPARE(back.start(), (LayoutPoint{30, -4}));
    QCOMPARE(pointOn(back, 0.5), (LayoutPoint{15, -4}));
}

QTEST_APPLESS_MAIN(tst_EdgeCurve)
#include "tst_EdgeCurve.moc"
