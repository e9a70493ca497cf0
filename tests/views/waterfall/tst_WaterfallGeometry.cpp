#include "waterfall/WaterfallGeometry.h"

#include <QTest>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

WaterfallGeometry geometry(std::uint32_t rows = 100) {
    WaterfallGeometry result;
    result.area = QRectF(0, 0, 1000, 500);
    result.treeWidth = 300;
    result.window = {0ns, Duration(1s)};
    result.rowCount = rows;
    return result;
}

} // namespace

class tst_WaterfallGeometry : public QObject {
    Q_OBJECT
private slots:
    void pixelsAndTimesAreInverse() {
        const TimeScale scale{{100ns, 1100ns}, 50, 500};
        QCOMPARE(scale.x(100ns), 50.0);
        QCOMPARE(scale.x(600ns), 300.0);
        QCOMPARE(scale.timeAt(300), Duration(600));
        QCOMPARE(scale.timeAt(0), Duration(0)); // not clamped
    }

    void farFromTheOriginNanosecondsAreStillExact() {
        const Duration day = 24h;
        const TimeScale scale{{day, day + 1000ns}, 0, 1000};
        QCOMPARE(scale.timeAt(scale.x(day + 123ns)), day + 123ns);
    }

    void zoomKeepsTheTimeUnderThePointer() {
        const TimeWindow window{0ns, 1000000ns};
        const TimeWindow nearer = zoomed(window, 2, 250000ns, 1000000ns);
        QCOMPARE(nearer.length(), Duration(500000));
        QCOMPARE(nearer.from, Duration(125000));
        const TimeWindow back = zoomed(nearer, 0.5, 250000ns, 1000000ns);
        QCOMPARE(back, window);
    }

    void zoomStaysWithinTheTraceAndAboveAHundredNanoseconds() {
        QCOMPARE(zoomed({200ns, 800ns}, 0.01, 500ns, 1000ns), (TimeWindow{0ns, 1000ns}));
        QCOMPARE(zoomed({0ns, 1000ns}, 1e9, 500ns, 1000ns).length(), Duration(100));
        QCOMPARE(zoomed({0ns, 1ns}, 2, 0ns, 0ns).length(), Duration(1)); // a trace of no length
    }

    void panStopsAtTheEnds() {
        QCOMPARE(panned({200ns, 500ns}, -400ns, 1000ns), (TimeWindow{0ns, 300ns}));
        QCOMPARE(panned({200ns, 500ns}, 4000ns, 1000ns), (TimeWindow{700ns, 1000ns}));
    }

    void framingLeavesAMargin() {
        QCOMPARE(framing(2000ns, 4000ns, 10000ns), (TimeWindow{1900ns, 4100ns}));
        QCOMPARE(framing(0ns, 10000ns, 10000ns), (TimeWindow{0ns, 10000ns}));
    }

    void ticksAreRoundAndFarEnoughApart() {
        const TimeScale scale{{0ns, Duration(3340ms)}, 0, 922};
        QCOMPARE(tickStep(scale), Duration(500ms)); // 138 px; 200 ms would be 55
        const std::vector<Duration> ticks = ticksOf(scale);
        QCOMPARE(ticks.size(), std::size_t(7));
        QCOMPARE(ticks.back(), Duration(3s));
        QCOMPARE(tickStep({{0ns, Duration(7ns)}, 0, 1000}), Duration(1));
    }

    void ticksEndBeforeTheLargestTimeThereIs() {
        QVERIFY(ticksOf(TimeScale{{0ns, Duration::max()}, 0, 800}).size() < 20);
    }

    void ticksBeginWithTheFirstInTheWindow() {
        const TimeScale scale{{Duration(1100ms), Duration(1900ms)}, 0, 800};
        QCOMPARE(ticksOf(scale).front(), Duration(1100ms));
        QCOMPARE(ticksOf({{Duration(1150ms), Duration(1950ms)}, 0, 800}).front(), Duration(1200ms));
    }

    void bandsLieUnderEachOther() {
        const WaterfallGeometry g = geometry();
        QCOMPARE(g.minimapRect(), QRectF(300, 0, 700, 34));
        QCOMPARE(g.rulerRect().top(), 35.0);
        QCOMPARE(g.rowsRect().top(), 58.0);
        QCOMPARE(g.rowTop(1), 80.0);
    }

    void rowsAreFoundByPosition() {
        WaterfallGeometry g = geometry();
        QCOMPARE(*g.rowAt({10, 58}), 0u);
        QCOMPARE(*g.rowAt({10, 80}), 1u);
        QVERIFY(!g.rowAt({10, 57}));
        g.scroll = 44;
        QCOMPARE(*g.rowAt({10, 58}), 2u);
        g.rowCount = 2;
        QVERIFY(!g.rowAt({10, 80}));
    }

    void onlyRowsOnScreenAreVisible() {
        WaterfallGeometry g = geometry(100'000);
        g.scroll = 22 * 50'000 + 11;
        const auto [first, end] = g.visibleRows();
        QCOMPARE(first, 50'000u);
        QVERIFY(end - first <= 22);
        g.rowCount = 3;
        g.scroll = 0;
        QCOMPARE(g.visibleRows().second, 3u);
    }

    void scrollingToARowKeepsOneRowOfContext() {
        WaterfallGeometry g = geometry();
        QCOMPARE(g.scrollShowing(5), 0.0);
        g.scroll = g.scrollShowing(50);
        QVERIFY(g.rowRect(51).bottom() <= g.rowsRect().bottom());
        QCOMPARE(g.scrollShowing(50), g.scroll);
        QCOMPARE(g.scrollShowing(99), g.maximumScroll());
    }

    void deepLevelsStayInTheColumn() {
        const WaterfallGeometry g = geometry();
        QCOMPARE(g.indentOf(2) - g.indentOf(1), 14.0);
        QVERIFY(g.indentOf(100'000) <= 300 - 138);
    }

    void barsAreAtLeastTwoPixelsWideAndEndNearTheArea() {
        WaterfallGeometry g = geometry();
        QCOMPARE(g.barRect(0, 0ns, 0ns).width(), 2.0);
        g.window = {Duration(500ms), Duration(500ms) + 100ns};
        const QRectF bar = g.barRect(0, 0ns, Duration(1s));
        QVERIFY(bar.left() >= -8);
        QVERIFY(bar.right() <= 1008);
    }

    void theViewportFrameIsNeverTooThinToGrab() {
        WaterfallGeometry g = geometry();
        g.window = {Duration(500ms), Duration(500ms) + 100ns};
        QVERIFY(g.viewportFrame(1s).width() >= 8);
    }

    void labelsGoRightThenLeftThenInside() {
        QVERIFY(placeLabel(QRectF(400, 0, 100, 12), 50, 300, 1000).place == LabelPlace::Right);
        const LabelSpot left = placeLabel(QRectF(800, 0, 190, 12), 50, 300, 1000);
        QVERIFY(left.place == LabelPlace::Left);
        QCOMPARE(left.left, 744.0);
        const LabelSpot inside = placeLabel(QRectF(306, 0, 690, 12), 50, 300, 1000);
        QVERIFY(inside.place == LabelPlace::Inside);
        QCOMPARE(inside.left, 314.0);
    }
};

QTEST_APPLESS_MAIN(tst_WaterfallGeometry)
#include "tst_WaterfallGeometry.moc"
