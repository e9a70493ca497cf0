#include "heatmap/OverviewGeometry.h"

#include <QTest>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp origin = timestampOf(1'700'000'000'000'000'000);

OverviewGeometry geometry() { return {QRectF(0, 0, 1152, 48), {origin, origin + 1000s}, 1}; }

} // namespace

class tst_OverviewGeometry : public QObject {
    Q_OBJECT
private slots:
    void thePlotLeavesRoomForTheLabel() {
        QCOMPARE(geometry().plot(), QRectF(140, 0, 1000, 48));
        OverviewGeometry narrow = geometry();
        narrow.area = QRectF(0, 0, 300, 48);
        QVERIFY(narrow.label().isEmpty());
        QCOMPARE(narrow.plot().left(), 8.0);
    }

    void timesAreRoundedToAStepNoWiderThanAPixel() {
        QCOMPARE(geometry().precision(), Duration(1s));
        QCOMPARE(geometry().timeAt(140 + 100.3), origin + 100s);
        QCOMPARE(geometry().xOf(origin + 500s), 640.0);
    }

    void outsideThePlotTimesAreTheCapturesEnds() {
        QCOMPARE(geometry().timeAt(-50), origin);
        QCOMPARE(geometry().timeAt(5000), origin + 1000s);
        QCOMPARE(geometry().xOf(origin - 1h), 140.0);
    }

    void gripsAreCaughtBeforeTheRange() {
        const TimeRange range{origin + 100s, origin + 300s};
        QVERIFY(geometry().handleAt({242, 20}, range) == OverviewHandle::From);
        QVERIFY(geometry().handleAt({437, 20}, range) == OverviewHandle::To);
        QVERIFY(geometry().handleAt({340, 20}, range) == OverviewHandle::Range);
        QVERIFY(geometry().handleAt({600, 20}, range) == OverviewHandle::None);
        QVERIFY(geometry().handleAt({242, 20}, std::nullopt) == OverviewHandle::None);
    }

    void rangesAreOrderedWithinTheCaptureAndNeverEmpty() {
        const TimeRange capture{origin, origin + 1000s};
        QCOMPARE(rangeBetween(origin + 9s, origin + 4s, 1s, capture), (TimeRange{origin + 4s, origin + 9s}));
        QCOMPARE(rangeBetween(origin + 4s, origin + 4s, 1s, capture), (TimeRange{origin + 4s, origin + 5s}));
        QCOMPARE(rangeBetween(origin + 1000s, origin + 1000s, 1s, capture),
                 (TimeRange{origin + 999s, origin + 1000s}));
        QCOMPARE(rangeBetween(origin - 5s, origin + 4s, 1s, capture), (TimeRange{origin, origin + 4s}));
    }

    void movingKeepsTheLength() {
        const TimeRange capture{origin, origin + 1000s};
        QCOMPARE(movedRange({origin + 100s, origin + 300s}, 50s, capture),
                 (TimeRange{origin + 150s, origin + 350s}));
        QCOMPARE(movedRange({origin + 100s, origin + 300s}, 5000s, capture),
                 (TimeRange{origin + 800s, origin + 1000s}));
        QCOMPARE(movedRange({origin + 100s, origin + 300s}, -5000s, capture),
                 (TimeRange{origin, origin + 200s}));
    }
};

QTEST_APPLESS_MAIN(tst_OverviewGeometry)
#include "tst_OverviewGeometry.moc"
