#include "analysis/Heatmap.h"

#include <QElapsedTimer>
#include <QTest>
#include <rapidcheck.h>

#include <numeric>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

LatencySample sample(std::int64_t time, Duration latency, bool failed = false) {
    return {CallRow(), timestampOf(time), latency, failed, SpanRow()};
}

TimeRange range(std::int64_t from, std::int64_t to) { return {timestampOf(from), timestampOf(to)}; }

/// `count` samples in each of the columns of [0, columns), one nanosecond wide each.
std::vector<LatencySample> evenly(const std::vector<int>& counts) {
    std::vector<LatencySample> samples;
    for (std::size_t column = 0; column < counts.size(); ++column)
        for (int i = 0; i < counts[column]; ++i)
            samples.push_back(sample(static_cast<std::int64_t>(column), 1ms * (i + 1)));
    return samples;
}

struct Interval {
    std::uint32_t first, count;
    std::uint64_t calls;
    bool operator==(const Interval&) const = default;
};

/// The percentile intervals over columns with these counts.
std::vector<Interval> intervals(const std::vector<int>& counts) {
    const auto columns = static_cast<std::uint32_t>(counts.size());
    const Heatmap map = heatmapOf(evenly(counts), range(0, columns), {columns, 12});
    std::vector<Interval> result;
    for (const HeatmapPercentiles& held : map.percentiles)
        result.push_back({held.firstColumn, held.columnCount, held.distribution.samples});
    return result;
}

std::vector<LatencySample> randomSamples() {
    std::vector<LatencySample> samples;
    const auto count = *rc::gen::inRange(0, 400);
    for (int i = 0; i < count; ++i)
        samples.push_back(sample(*rc::gen::inRange<std::int64_t>(-50, 250),
                                 Duration(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000)),
                                 *rc::gen::arbitrary<bool>()));
    return samples;
}

} // namespace

class tst_Heatmap : public QObject {
    Q_OBJECT

private slots:
    void samplesFallIntoTheirCells();
    void openEndsCloseAroundTheSamples();
    void samplesOutsideTheRangeAreLeftOut();
    void noSamplesGiveAnEmptyMap();
    void columnsAreNotMoreThanNanoseconds();
    void callsWithoutLatencyAreReported();
    void fullColumnsHaveTheirOwnPercentiles();
    void thinColumnsAreJoinedUntilTheyHoldAHundred();
    void noIntervalIsWiderThanAQuarter();
    void intervalsBeginAndEndWithCalls();
    void theRestAtTheRightJoinsItsNeighbour();
    void percentilesAreOfTheirInterval();
    void everySampleIsCountedOnce();
    void aMillionSamplesAreFast();
};

void tst_Heatmap::samplesFallIntoTheirCells() {
    const std::vector<LatencySample> samples{sample(0, 2ms), sample(5, 2ms, true), sample(10, 99ms),
                                             sample(19, 1ms)};
    const Heatmap map = heatmapOf(samples, range(0, 20), {2, 1});
    QCOMPARE(map.columns, 2u);
    QCOMPARE(map.rows, 2u); // [1, 10) and [10, 100) ms
    QVERIFY(map.lowest == 1ms);
    QVERIFY(map.highest == 100ms);
    QCOMPARE(map.counts, (std::vector<std::uint32_t>{2, 0, 1, 1}));
    QCOMPARE(map.failed, (std::vector<std::uint32_t>{1, 0, 0, 0}));
    QCOMPARE(map.rowCounts, (std::vector<std::uint32_t>{3, 1}));
    QCOMPARE(map.rowFailed, (std::vector<std::uint32_t>{1, 0}));
    QCOMPARE(map.samples, std::uint64_t(4));
    QCOMPARE(map.failedSamples, std::uint64_t(1));
    QCOMPARE(map.columnOf(timestampOf(10)), 1u);
    QCOMPARE(map.rowOf(50ms), 1u);
    QVERIFY(map.columnRange(1) == range(10, 20));
    QVERIFY(map.rowRange(1) == (std::pair<Duration, Duration>(10ms, 100ms)));
}

void tst_Heatmap::openEndsCloseAroundTheSamples() {
    const std::vector<LatencySample> samples{sample(7, 2ms), sample(30, 2ms)};
    QVERIFY(heatmapOf(samples, TimeRange{}).range == range(7, 31));
    QVERIFY(heatmapOf(samples, {timestampOf(0), TimeRange{}.to}).range == range(0, 31));
    QVERIFY(heatmapOf(samples, {TimeRange{}.from, timestampOf(50)}).range == range(7, 50));
}

void tst_Heatmap::samplesOutsideTheRangeAreLeftOut() {
    const std::vector<LatencySample> samples{sample(-1, 9s, true), sample(0, 2ms), sample(20, 1us, true)};
    const Heatmap map = heatmapOf(samples, range(0, 20));
    QCOMPARE(map.samples, std::uint64_t(1));
    QCOMPARE(map.failedSamples, std::uint64_t(0));
    QVERIFY(map.lowest == 2ms);
    QVERIFY(map.highest == 5ms);
}

void tst_Heatmap::noSamplesGiveAnEmptyMap() {
    const std::vector<LatencySample> none;
    const Heatmap map = heatmapOf(none, range(3, 20));
    QVERIFY(map.empty());
    QVERIFY(map.range == range(3, 20));
    QVERIFY(map.counts.empty());
    QVERIFY(heatmapOf(none, TimeRange{}).range == range(0, 0));
}

void tst_Heatmap::columnsAreNotMoreThanNanoseconds() {
    QCOMPARE(heatmapOf(std::vector{sample(5, 1ms)}, TimeRange{}).columns, 1u);
}

void tst_Heatmap::callsWithoutLatencyAreReported() {
    QCOMPARE(heatmapOf(EdgeSamples{{sample(5, 1ms)}, 14}, TimeRange{}).withoutLatency, std::uint64_t(14));
    const Heatmap empty = heatmapOf(EdgeSamples{{}, 14}, TimeRange{});
    QVERIFY(empty.empty());
    QCOMPARE(empty.withoutLatency, std::uint64_t(14));
}

void tst_Heatmap::fullColumnsHaveTheirOwnPercentiles() {
    QVERIFY(intervals({100, 150, 100}) == (std::vector<Interval>{{0, 1, 100}, {1, 1, 150}, {2, 1, 100}}));
}

void tst_Heatmap::thinColumnsAreJoinedUntilTheyHoldAHundred() {
    QVERIFY(intervals({60, 40, 50, 50, 99, 1, 0, 100}) ==
            (std::vector<Interval>{{0, 2, 100}, {2, 2, 100}, {4, 2, 100}, {7, 1, 100}}));
}

void tst_Heatmap::noIntervalIsWiderThanAQuarter() {
    QVERIFY(intervals({1, 1, 1, 1, 1, 1, 1, 1}) ==
            (std::vector<Interval>{{0, 2, 2}, {2, 2, 2}, {4, 2, 2}, {6, 2, 2}}));
    QVERIFY(intervals({1, 1, 1}) == (std::vector<Interval>{{0, 1, 1}, {1, 1, 1}, {2, 1, 1}}));
}

void tst_Heatmap::intervalsBeginAndEndWithCalls() {
    QVERIFY(intervals({0, 0, 5, 0, 0, 0, 7, 0}) == (std::vector<Interval>{{2, 1, 5}, {6, 1, 7}}));
}

void tst_Heatmap::theRestAtTheRightJoinsItsNeighbour() {
    QVERIFY(intervals({100, 0, 0, 0, 0, 0, 100, 3}) == (std::vector<Interval>{{0, 1, 100}, {6, 2, 103}}));
    QVERIFY(intervals({100, 0, 0, 0, 0, 100, 0, 3}) ==
            (std::vector<Interval>{{0, 1, 100}, {5, 1, 100}, {7, 1, 3}}));
}

void tst_Heatmap::percentilesAreOfTheirInterval() {
    const Heatmap map = heatmapOf(evenly({100, 200}), range(0, 2), {2, 12});
    QCOMPARE(map.percentiles.size(), std::size_t(2));
    QVERIFY(map.percentiles[0].distribution == (Distribution{100, 50ms, 95ms, 99ms, 100ms}));
    QVERIFY(map.percentiles[1].distribution == (Distribution{200, 100ms, 190ms, 198ms, 200ms}));
}

void tst_Heatmap::everySampleIsCountedOnce() {
    QVERIFY(rc::check("cells, rows and intervals all sum to the samples, where they belong", [] {
        const std::vector<LatencySample> samples = randomSamples();
        const TimeRange shown = *rc::gen::element(TimeRange{}, range(0, 200), range(-10, 3));
        const Heatmap map = heatmapOf(samples, shown, {*rc::gen::inRange<std::uint32_t>(1, 130), 12});
        std::uint64_t inRange = 0;
        std::uint64_t failedInRange = 0;
        std::vector<std::uint32_t> counts(map.counts.size(), 0);
        for (const LatencySample& held : samples) {
            if (!shown.contains(held.time)) continue;
            ++inRange;
            if (held.failed) ++failedInRange;
            ++counts[map.cell(map.columnOf(held.time), map.rowOf(held.latency))];
            RC_ASSERT(map.columnRange(map.columnOf(held.time)).contains(held.time));
        }
        RC_ASSERT(map.samples == inRange);
        RC_ASSERT(map.failedSamples == failedInRange);
        RC_ASSERT(map.counts == counts);
        const auto sum = [](const auto& values) {
            return std::accumulate(values.begin(), values.end(), std::uint64_t{0});
        };
        RC_ASSERT(sum(map.rowCounts) == inRange);
        RC_ASSERT(sum(map.failed) == failedInRange);
        std::uint64_t inIntervals = 0;
        std::uint32_t behind = 0;
        for (const HeatmapPercentiles& held : map.percentiles) {
            RC_ASSERT(held.firstColumn >= behind);
            RC_ASSERT(held.columnCount <= std::max(1u, map.columns / 4));
            behind = held.firstColumn + held.columnCount;
            inIntervals += held.distribution.samples;
        }
        RC_ASSERT(behind <= map.columns);
        RC_ASSERT(inIntervals == inRange);
    }));
}

void tst_Heatmap::aMillionSamplesAreFast() {
    std::vector<LatencySample> samples;
    std::uint64_t state = 1;
    for (std::int64_t time = 0; time < 1'000'000; ++time) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        samples.push_back(sample(time * 1'000, Duration(static_cast<std::int64_t>(state >> 34))));
    }
    QElapsedTimer timer;
    timer.start();
    const Heatmap map = heatmapOf(samples, TimeRange{}, {120, 18});
    QVERIFY2(timer.elapsed() < 3000, "a heatmap is drawn anew at every change of range");
    QCOMPARE(map.samples, std::uint64_t(1'000'000));
}

QTEST_APPLESS_MAIN(tst_Heatmap)
#include "tst_Heatmap.moc"
