#include "analysis/TimeBins.h"

#include <QTest>
#include <rapidcheck.h>

#include <limits>

using namespace hallway;

namespace {

TimeRange range(std::int64_t from, std::int64_t to) { return {timestampOf(from), timestampOf(to)}; }

} // namespace

class tst_TimeBins : public QObject {
    Q_OBJECT

private slots:
    void binsAreEqualWhereTheyCanBe();
    void unevenWidthsAreSpread();
    void aBinHoldsItsFromAndNotItsTo();
    void timesOutsideFallIntoTheFirstAndLast();
    void noBinIsShorterThanANanosecond();
    void anEmptyRangeHasNoBins();
    void theWholeOfTimeCanBeCut();
    void binsFollowEachOtherAndHoldTheirTimes();
};

void tst_TimeBins::binsAreEqualWhereTheyCanBe() {
    const TimeBins bins(range(100, 160), 3);
    QVERIFY(bins.range(0) == range(100, 120));
    QVERIFY(bins.range(1) == range(120, 140));
    QVERIFY(bins.range(2) == range(140, 160));
}

void tst_TimeBins::unevenWidthsAreSpread() {
    const TimeBins bins(range(0, 10), 4); // bounds 2.5, 5, 7.5 rounded up
    QVERIFY(bins.range(0) == range(0, 3));
    QVERIFY(bins.range(1) == range(3, 5));
    QVERIFY(bins.range(2) == range(5, 8));
    QVERIFY(bins.range(3) == range(8, 10));
}

void tst_TimeBins::aBinHoldsItsFromAndNotItsTo() {
    const TimeBins bins(range(0, 60), 3);
    QCOMPARE(bins.indexOf(timestampOf(19)), 0u);
    QCOMPARE(bins.indexOf(timestampOf(20)), 1u);
}

void tst_TimeBins::timesOutsideFallIntoTheFirstAndLast() {
    const TimeBins bins(range(0, 60), 3);
    QCOMPARE(bins.indexOf(timestampOf(-5)), 0u);
    QCOMPARE(bins.indexOf(timestampOf(60)), 2u);
    QCOMPARE(bins.indexOf(Timestamp::max()), 2u);
}

void tst_TimeBins::noBinIsShorterThanANanosecond() { QCOMPARE(TimeBins(range(5, 8), 120).count(), 3u); }

void tst_TimeBins::anEmptyRangeHasNoBins() {
    QCOMPARE(TimeBins(range(5, 5), 10).count(), 0u);
    QCOMPARE(TimeBins(range(5, 4), 10).count(), 0u);
}

void tst_TimeBins::theWholeOfTimeCanBeCut() {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
    const TimeBins bins(range(least, greatest), 2);
    QVERIFY(bins.range(0) == range(least, 0));
    QVERIFY(bins.range(1) == range(0, greatest));
    QCOMPARE(bins.indexOf(timestampOf(-1)), 0u);
    QCOMPARE(bins.indexOf(timestampOf(0)), 1u);
}

void tst_TimeBins::binsFollowEachOtherAndHoldTheirTimes() {
    QVERIFY(rc::check("ranges touch, and indexOf agrees with them", [] {
        const auto from = *rc::gen::arbitrary<std::int64_t>();
        const auto to =
            *rc::gen::suchThat(rc::gen::arbitrary<std::int64_t>(), [from](auto time) { return time > from; });
        const TimeBins bins(range(from, to), *rc::gen::inRange<std::uint32_t>(1, 200));
        Timestamp reached = timestampOf(from);
        for (std::uint32_t i = 0; i < bins.count(); ++i) {
            RC_ASSERT(bins.range(i).from == reached);
            reached = bins.range(i).to;
            RC_ASSERT(bins.range(i).from < reached);
            RC_ASSERT(bins.indexOf(bins.range(i).from) == i);
            RC_ASSERT(bins.indexOf(reached - Duration(1)) == i);
        }
        RC_ASSERT(reached == timestampOf(to));
    }));
}

QTEST_APPLESS_MAIN(tst_TimeBins)
#include "tst_TimeBins.moc"
