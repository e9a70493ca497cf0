#include "analysis/Distribution.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

using namespace hallway;

namespace {

/// The value of a rank of sorted samples.
std::int64_t percentile(std::vector<std::int64_t> samples, std::uint64_t thousandths) {
    std::sort(samples.begin(), samples.end());
    return samples[nearestRank(samples.size(), thousandths)];
}

std::vector<std::int64_t> upTo(std::int64_t count) {
    std::vector<std::int64_t> samples(static_cast<std::size_t>(count));
    std::iota(samples.begin(), samples.end(), 1);
    return samples;
}

std::optional<Distribution> distribution(std::vector<std::int64_t> samples) {
    std::vector<Duration> durations;
    for (const std::int64_t sample : samples)
        durations.emplace_back(sample);
    return distributionOf(durations);
}

} // namespace

class tst_Distribution : public QObject {
    Q_OBJECT

private slots:
    void percentilesAreNearestRanks();
    void ranksAreExactWhereDoublesAreNot();
    void theEndsAreLeastAndGreatest();
    void case112_oneSampleIsEveryPercentile();
    void noSamplesHaveNoValue();
    void orderOfSamplesDoesNotMatter();
    void equalSamplesAreFine();
    void fewSamplesAreUncertain();
    void everyFigureOccurredAndTheyRise();
};

void tst_Distribution::percentilesAreNearestRanks() {
    QCOMPARE(percentile(upTo(10), 50'000), 5);
    QCOMPARE(percentile(upTo(10), 90'000), 9);
    QCOMPARE(percentile(upTo(10), 95'000), 10);
    QCOMPARE(percentile(upTo(10), 99'000), 10);
    QCOMPARE(percentile({10, 20, 30, 40}, 25'000), 10);
    QCOMPARE(percentile({10, 20, 30, 40}, 50'000), 20);
    QCOMPARE(percentile({10, 20, 30, 40}, 90'000), 40);
    QCOMPARE(percentile(upTo(100), 95'000), 95);
    QCOMPARE(percentile(upTo(100), 99'000), 99);
    QCOMPARE(percentile(upTo(1000), 99'900), 999);
}

void tst_Distribution::ranksAreExactWhereDoublesAreNot() {
    // 0.07 · 100 and 0.55 · 100 are a little more than 7 and 55 in doubles.
    QCOMPARE(nearestRank(100, 7'000), std::size_t(6));
    QCOMPARE(nearestRank(100, 55'000), std::size_t(54));
}

void tst_Distribution::theEndsAreLeastAndGreatest() {
    QCOMPARE(percentile({30, 10, 20}, 0), 10);
    QCOMPARE(percentile({30, 10, 20}, 100'000), 30);
}

void tst_Distribution::case112_oneSampleIsEveryPercentile() {
    QVERIFY(distribution({7}) == (Distribution{1, Duration(7), Duration(7), Duration(7), Duration(7)}));
    for (const std::uint64_t thousandths : {0u, 1u, 50'000u, 99'999u, 100'000u})
        QCOMPARE(nearestRank(1, thousandths), std::size_t(0));
}

void tst_Distribution::noSamplesHaveNoValue() { QVERIFY(!distribution({})); }

void tst_Distribution::orderOfSamplesDoesNotMatter() {
    std::vector<std::int64_t> samples = upTo(200);
    std::reverse(samples.begin(), samples.end());
    QVERIFY(distribution(samples) ==
            (Distribution{200, Duration(100), Duration(190), Duration(198), Duration(200)}));
}

void tst_Distribution::equalSamplesAreFine() {
    QVERIFY(distribution({5, 5, 5, 5}) ==
            (Distribution{4, Duration(5), Duration(5), Duration(5), Duration(5)}));
}

void tst_Distribution::fewSamplesAreUncertain() {
    QVERIFY(!isCertainP95(19));
    QVERIFY(isCertainP95(20));
    QVERIFY(!isCertainP99(99));
    QVERIFY(isCertainP99(100));
}

void tst_Distribution::everyFigureOccurredAndTheyRise() {
    QVERIFY(
        rc::check("figures are values of the sorted samples", [](const std::vector<std::int64_t>& values) {
            RC_PRE(!values.empty());
            const Distribution figures = distribution(values).value();
            RC_ASSERT(figures.samples == values.size());
            RC_ASSERT(figures.p50.count() == percentile(values, 50'000));
            RC_ASSERT(figures.p95.count() == percentile(values, 95'000));
            RC_ASSERT(figures.p99.count() == percentile(values, 99'000));
            RC_ASSERT(figures.max.count() == *std::max_element(values.begin(), values.end()));
        }));
    QVERIFY(rc::check("ranks rise with the percentage and stay inside", [] {
        const auto count = *rc::gen::inRange<std::uint64_t>(1, 100'000);
        const auto low = *rc::gen::inRange<std::uint64_t>(0, 100'001);
        const auto high = *rc::gen::inRange<std::uint64_t>(low, 100'001);
        RC_ASSERT(nearestRank(count, low) <= nearestRank(count, high));
        RC_ASSERT(nearestRank(count, high) < count);
    }));
}

QTEST_APPLESS_MAIN(tst_Distribution)
#include "tst_Distribution.moc"
