#include <QTest>

#include "items/CallBins.h"

#include <numeric>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

LatencySample sample(Duration latency, bool failed = false) {
    return {CallRow(0u), Timestamp(), latency, failed, SpanRow(0u)};
}
std::uint32_t sum(const std::vector<std::uint32_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0u);
}

} // namespace

class tst_CallBins : public QObject {
    Q_OBJECT
private slots:
    void noSamplesNoBins();
    void everySampleLiesInItsBin();
    void neverMoreThanTwoHundredBins();
    void timesOutsideTheRangeAreLeftOut();
    void anEmptyRangeHasNoBins();
};

void tst_CallBins::noSamplesNoBins() { QCOMPARE(latencyBinsOf({}), LatencyBins()); }

void tst_CallBins::everySampleLiesInItsBin() {
    const std::vector<LatencySample> samples{sample(10ms), sample(10ms), sample(1s, true)};
    const LatencyBins bins = latencyBinsOf(samples);
    QCOMPARE(bins.calls.size(), bins.axis.rows);
    QCOMPARE(bins.failed.size(), bins.calls.size());
    QCOMPARE(sum(bins.calls), 3u);
    QCOMPARE(bins.calls[bins.axis.rowOf(10ms)], 2u);
    QCOMPARE(bins.failed[bins.axis.rowOf(10ms)], 0u);
    QCOMPARE(bins.failed[bins.axis.rowOf(1s)], 1u);
}

void tst_CallBins::neverMoreThanTwoHundredBins() {
    for (const Duration largest :
         {Duration(1), Duration(2), Duration(1ms), Duration(24h), Duration::max() / 4}) {
        const std::vector<LatencySample> samples{sample(Duration(1)), sample(largest)};
        const LatencyBins bins = latencyBinsOf(samples);
        QVERIFY2(bins.calls.size() >= 1 && bins.calls.size() <= 200,
                 qPrintable(QString::number(bins.calls.size())));
        QCOMPARE(sum(bins.calls), 2u);
    }
}

void tst_CallBins::timesOutsideTheRangeAreLeftOut() {
    const TimeRange range{timestampOf(0), timestampOf(600)};
    const std::vector<CallMoment> moments{{timestampOf(-1), false},
                                          {timestampOf(0), true},
                                          {timestampOf(9), false},
                                          {timestampOf(599), false},
                                          {timestampOf(600), true}};
    const CallBins bins = callBinsOf(moments, range);
    QCOMPARE(bins.calls.size(), std::size_t(60)); // of 10 ns
    QCOMPARE(bins.calls.front(), 2u);
    QCOMPARE(bins.failed.front(), 1u);
    QCOMPARE(bins.calls.back(), 1u);
    QCOMPARE(sum(bins.calls), 3u);
}

void tst_CallBins::anEmptyRangeHasNoBins() {
    const std::vector<CallMoment> moments{{timestampOf(5), false}};
    QVERIFY(callBinsOf(moments, {timestampOf(5), timestampOf(5)}).calls.empty());
    QCOMPARE(callBinsOf(moments, {timestampOf(5), timestampOf(6)}).calls, std::vector<std::uint32_t>{1});
}

QTEST_APPLESS_MAIN(tst_CallBins)
#include "tst_CallBins.moc"
