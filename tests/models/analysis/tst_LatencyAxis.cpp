#include "analysis/LatencyAxis.h"

#include <QTest>
#include <rapidcheck.h>

#include <limits>

using namespace hallway;
using namespace std::chrono_literals;

class tst_LatencyAxis : public QObject {
    Q_OBJECT

private slots:
    void boundsAreOneTwoFive_data();
    void boundsAreOneTwoFive();
    void rowsFollowTheDecades();
    void rowsAreEvenInLog();
    void aRowHoldsItsLowerBoundAndNotItsUpper();
    void latenciesOutsideFallIntoTheFirstAndLast();
    void zeroLiesInTheFirstRow();
    void theLongestLatencyHasARow();
    void theTableAgreesWithTheBounds();
};

void tst_LatencyAxis::boundsAreOneTwoFive_data() {
    QTest::addColumn<qint64>("smallest");
    QTest::addColumn<qint64>("largest");
    QTest::addColumn<qint64>("lowest");
    QTest::addColumn<qint64>("highest");
    QTest::newRow("between") << qint64(3) << qint64(42) << qint64(2) << qint64(50);
    QTest::newRow("on bounds: the upper one is outside")
        << qint64(20) << qint64(500) << qint64(20) << qint64(1000);
    QTest::newRow("one value") << qint64(3'000'000) << qint64(3'000'000) << qint64(2'000'000)
                               << qint64(5'000'000);
    QTest::newRow("just under a decade") << qint64(999) << qint64(9'999) << qint64(500) << qint64(10'000);
    QTest::newRow("nothing took any time") << qint64(0) << qint64(0) << qint64(1) << qint64(2);
}

void tst_LatencyAxis::boundsAreOneTwoFive() {
    QFETCH(qint64, smallest);
    QFETCH(qint64, largest);
    QFETCH(qint64, lowest);
    QFETCH(qint64, highest);
    const LatencyAxis axis = LatencyAxis::around(Duration(smallest), Duration(largest), 12);
    QCOMPARE(qint64(axis.lowest.count()), lowest);
    QCOMPARE(qint64(axis.highest.count()), highest);
}

void tst_LatencyAxis::rowsFollowTheDecades() {
    QCOMPARE(LatencyAxis::around(1ms, 99ms, 12).rows, 24u); // 1 … 100 ms
    QCOMPARE(LatencyAxis::around(1ms, 99ms, 18).rows, 36u);
    QCOMPARE(LatencyAxis::around(3ms, 3ms, 12).rows, 5u); // 12 · log10(5 / 2) = 4.8
    QCOMPARE(LatencyAxis::around(1ms, 1ms, 1).rows, 1u);  // 0.3 rows are one
}

void tst_LatencyAxis::rowsAreEvenInLog() {
    const LatencyAxis axis{1ms, 100ms, 4};
    QCOMPARE(axis.bound(0).count(), Duration(1ms).count());
    QCOMPARE(axis.bound(1).count(), 3'162'278);
    QCOMPARE(axis.bound(2).count(), Duration(10ms).count());
    QCOMPARE(axis.bound(3).count(), 31'622'777);
    QCOMPARE(axis.bound(4).count(), Duration(100ms).count());
}

void tst_LatencyAxis::aRowHoldsItsLowerBoundAndNotItsUpper() {
    const LatencyAxis axis{1ms, 100ms, 4};
    QCOMPARE(axis.rowOf(10ms - 1ns), 1u);
    QCOMPARE(axis.rowOf(10ms), 2u);
    QVERIFY(axis.range(2) == (std::pair<Duration, Duration>(10ms, 31'622'777ns)));
}

void tst_LatencyAxis::latenciesOutsideFallIntoTheFirstAndLast() {
    const LatencyAxis axis{1ms, 100ms, 4};
    QCOMPARE(axis.rowOf(1us), 0u);
    QCOMPARE(axis.rowOf(100ms), 3u);
    QCOMPARE(axis.rowOf(1h), 3u);
}

void tst_LatencyAxis::zeroLiesInTheFirstRow() {
    const LatencyAxis axis = LatencyAxis::around(Duration(0), 1ms, 12);
    QCOMPARE(LatencyRows(axis).rowOf(Duration(0)), 0u);
    QCOMPARE(axis.range(0).first.count(), 0);
}

void tst_LatencyAxis::theLongestLatencyHasARow() {
    const LatencyAxis axis = LatencyAxis::around(1ns, Duration::max() - 1ns, 18);
    QVERIFY(axis.highest == Duration::max());
    QCOMPARE(axis.rowOf(Duration::max() - 1ns), axis.rows - 1);
    QCOMPARE(LatencyRows(axis).rowOf(Duration::max()), axis.rows - 1);
}

void tst_LatencyAxis::theTableAgreesWithTheBounds() {
    const auto latency = [] { // of every magnitude
        return Duration(*rc::gen::inRange<std::int64_t>(0, std::numeric_limits<std::int64_t>::max()) >>
                        *rc::gen::inRange(0, 63));
    };
    QVERIFY(rc::check("both ways to a row give the one whose range holds the latency", [latency] {
        const Duration a = latency();
        const Duration b = latency();
        const LatencyAxis axis =
            LatencyAxis::around(std::min(a, b), std::max(a, b), *rc::gen::element(1u, 12u, 18u));
        const LatencyRows rows(axis);
        for (const Duration value : {a, b, a / 2 + b / 2}) {
            const std::uint32_t row = axis.rowOf(value);
            RC_ASSERT(rows.rowOf(value) == row);
            RC_ASSERT(axis.range(row).first <= value);
            RC_ASSERT(value < axis.range(row).second || axis.highest == Duration::max());
        }
        for (std::uint32_t row = 0; row < axis.rows; ++row)
            RC_ASSERT(axis.bound(row) <= axis.bound(row + 1));
    }));
}

QTEST_APPLESS_MAIN(tst_LatencyAxis)
#include "tst_LatencyAxis.moc"
