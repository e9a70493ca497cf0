#include <QTest>

#include "items/FigureText.h"
#include "items/Roles.h"

using namespace hallway;
using namespace std::chrono_literals;

class tst_FigureText : public QObject {
    Q_OBJECT
private slots:
    void percentilesWithoutSamplesAreADash();
    void percentilesGetCertainWithSamples_data();
    void percentilesGetCertainWithSamples();
    void barsFillAtAQuarter();
    void noFailuresHaveNoBar();
};

void tst_FigureText::percentilesWithoutSamplesAreADash() {
    QCOMPARE(percentileText({}, Percentile::P99), "–");
    QCOMPARE(percentileExact({}, Percentile::P99), "");
    QVERIFY(!isUncertain({}, Percentile::P99));
    QVERIFY(percentileLess({}, Distribution{1, 0ms, 0ms, 0ms, 0ms}, Percentile::P50));
    QVERIFY(!percentileRole({}, Percentile::P99, Qt::ToolTipRole).isValid());
}

void tst_FigureText::percentilesGetCertainWithSamples_data() {
    QTest::addColumn<int>("samples");
    QTest::addColumn<bool>("p50");
    QTest::addColumn<bool>("p95");
    QTest::addColumn<bool>("p99");
    QTest::newRow("1") << 1 << false << true << true;
    QTest::newRow("19") << 19 << false << true << true;
    QTest::newRow("20") << 20 << false << false << true;
    QTest::newRow("99") << 99 << false << false << true;
    QTest::newRow("100") << 100 << false << false << false;
}

void tst_FigureText::percentilesGetCertainWithSamples() {
    QFETCH(int, samples);
    const Distribution held{static_cast<std::uint64_t>(samples), 1ms, 2ms, 3ms, 4ms};
    QTEST(isUncertain(held, Percentile::P50), "p50");
    QTEST(isUncertain(held, Percentile::P95), "p95");
    QTEST(isUncertain(held, Percentile::P99), "p99");
}

void tst_FigureText::barsFillAtAQuarter() {
    QCOMPARE(failureRole(1, 8, BarRole).toDouble(), 0.5);
    QCOMPARE(failureRole(1, 4, BarRole).toDouble(), 1.0);
    QCOMPARE(failureRole(4, 4, BarRole).toDouble(), 1.0);
}

void tst_FigureText::noFailuresHaveNoBar() {
    QVERIFY(!failureRole(0, 8, BarRole).isValid());
    QVERIFY(!failureRole(0, 0, BarRole).isValid());
    QVERIFY(failureRole(0, 19, FewCallsRole).toBool());
    QVERIFY(!failureRole(0, 20, FewCallsRole).toBool());
    QCOMPARE(failureRole(1, 1'200, Qt::ToolTipRole).toString(), "1 of 1,200 failed");
}

QTEST_GUILESS_MAIN(tst_FigureText)
#include "tst_FigureText.moc"
