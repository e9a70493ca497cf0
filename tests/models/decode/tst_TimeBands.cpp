#include "decode/TimeBands.h"

#include <QTest>

using namespace hallway;

class tst_TimeBands : public QObject {
    Q_OBJECT

private slots:
    void nothingIsNotScaled() { QCOMPARE(TimeBands().scale(), std::int64_t{1}); }

    void case60_eachBandHasItsScale_data() {
        QTest::addColumn<qint64>("start");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<qint64>("scale");
        QTest::newRow("seconds") << qint64{1'700'000'000} << qint64{5} << qint64{1'000'000'000};
        QTest::newRow("milliseconds") << qint64{1'700'000'000'000} << qint64{5} << qint64{1'000'000};
        QTest::newRow("microseconds") << qint64{1'700'000'000'000'000} << qint64{5} << qint64{1'000};
        QTest::newRow("nanoseconds") << qint64{1'700'000'000'000'000'000} << qint64{5} << qint64{1};
        QTest::newRow("the band's edge") << qint64{4'099'999'995} << qint64{5} << qint64{1'000'000'000};
        QTest::newRow("past the band's edge") << qint64{4'099'999'996} << qint64{5} << qint64{1};
        QTest::newRow("a day of seconds") << qint64{1'700'000'000} << qint64{86'400} << qint64{1'000'000'000};
        QTest::newRow("relative nanoseconds") << qint64{1'000'000'000} << qint64{120'000'000} << qint64{1};
        QTest::newRow("small numbers") << qint64{10} << qint64{5} << qint64{1};
    }
    void case60_eachBandHasItsScale() {
        QFETCH(qint64, start);
        QFETCH(qint64, length);
        QFETCH(qint64, scale);
        TimeBands bands;
        bands.add(start, start + length);
        bands.add(0, 0); // absent times say nothing
        QCOMPARE(qint64{bands.scale()}, scale);
    }

    void oneTimeOutsideTheBandIsEnough() {
        TimeBands bands;
        bands.add(1'700'000'000, 1'700'000'001);
        bands.add(1'700'000'000'000, 1'700'000'000'001);
        QCOMPARE(bands.scale(), std::int64_t{1});
    }
};

QTEST_APPLESS_MAIN(tst_TimeBands)
#include "tst_TimeBands.moc"
