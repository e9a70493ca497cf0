#include <QTest>

#include "analysis/Differences.h"
#include "support/SpanTableBuilder.h"

#include <algorithm>
#include <random>

using namespace hallway;

namespace {

/// Calls of one span each, every call in a trace of its own unless told otherwise.
struct Calls {
    SpanTable spans;
    ComparedCalls compared;

    /// The first `selected` of `all` calls are selected; `perTrace` calls follow each other in one trace.
    Calls(std::size_t selected, std::size_t all, std::size_t perTrace = 1) {
        test::SpanTableBuilder builder;
        for (std::size_t i = 0; i < all; ++i)
            builder.add({.id = i + 1,
                         .start = static_cast<std::int64_t>(i),
                         .end = static_cast<std::int64_t>(i) + 1,
                         .trace = 1000 + i / perTrace});
        spans = builder.build();
        for (std::size_t i = 0; i < all; ++i)
            compared.push_back({CallRow(), SpanRow(), test::rowOf(i + 1, spans), i < selected});
    }

    [[nodiscard]] DifferenceFinder finder() const { return {compared, inside, spans}; }
    std::vector<InnerSpan> inside;
};

Dimension attribute(std::string key, CallSide side = CallSide::Callee) {
    return {side, ValueScope::Span, Fact::Edge, {}, std::move(key)};
}

/// The value of call i is valueOf(i); "" = none.
template <class ValueOf>
TalliedKey textsOf(std::string key, std::size_t calls, ValueOf valueOf) {
    TalliedKey tallied;
    tallied.dimension = attribute(std::move(key));
    for (std::uint32_t i = 0; i < calls; ++i) {
        const std::string text = valueOf(i);
        if (text.empty()) continue;
        const auto at = std::find(tallied.texts.begin(), tallied.texts.end(), text);
        const auto index = static_cast<std::uint32_t>(at - tallied.texts.begin());
        if (at == tallied.texts.end()) tallied.texts.push_back(text);
        tallied.occurrences.push_back({i, index});
    }
    return tallied;
}

} // namespace

class tst_Differences : public QObject {
    Q_OBJECT

private slots:
    void aPlantedValueIsFoundWithItsCounts() {
        const Calls calls(100, 1000);
        DifferenceFinder finder = calls.finder();
        // 90 of the 100 selected and 90 of the 900 others are of the bad version.
        finder.add(textsOf("version", 1000, [](std::uint32_t i) {
            return i < 90 || (i >= 100 && i < 190) ? "2.4.0" : i % 2 == 0 ? "2.3.0" : "2.3.1";
        }));
        finder.add(textsOf("colour", 1000, [](std::uint32_t i) { return i % 3 == 0 ? "red" : "blue"; }));
        const Differences found = finder.finish();
        QVERIFY(found.enough);
        QCOMPARE(found.calls, (SplitCount{100, 900}));
        QCOMPARE(found.unit, TestedUnit::Trace);
        QCOMPARE(found.findings.size(), 1u);
        const ComparedValue& value = found.findings[0].value;
        QCOMPARE(value.label.text, std::string("2.4.0"));
        QCOMPARE(value.calls, (SplitCount{90, 90}));
        QCOMPARE(value.effect, 0.9 - 0.1);
        QVERIFY(value.p < 1e-20);
        QCOMPARE(found.findings[0].values.size(), 3u);
        QCOMPARE(found.dimensions, 2u);
        QCOMPARE(found.tests, 5u); // three versions, two colours; no call is without
    }

    void noValueIsAValue() {
        const Calls calls(50, 200);
        DifferenceFinder finder = calls.finder();
        finder.add(textsOf("user", 200, [](std::uint32_t i) { return i < 45 ? "" : "known"; }));
        const Differences found = finder.finish();
        QCOMPARE(found.findings.size(), 1u);
        QCOMPARE(found.findings[0].value.label.form, ValueForm::Absent);
        QCOMPARE(found.findings[0].value.calls, (SplitCount{45, 0}));
    }

    void whatSplitsTheCallsAlikeIsOneFinding() {
        const Calls calls(50, 500);
        DifferenceFinder finder = calls.finder();
        const auto onHost = [](std::uint32_t i) { return i < 40 || i % 50 == 0; };
        finder.add(
            textsOf("k8s.pod.name", 500, [&](std::uint32_t i) { return onHost(i) ? "pod-7" : "pod-1"; }));
        finder.add(
            textsOf("host.name", 500, [&](std::uint32_t i) { return onHost(i) ? "node-7" : "node-1"; }));
        finder.add(
            textsOf("route", 500, [](std::uint32_t i) { return i < 30 || i % 5 == 0 ? "/pay" : "/get"; }));
        const Differences found = finder.finish();
        QCOMPARE(found.findings.size(), 2u);
        QCOMPARE(found.findings[0].dimension.key, std::string("host.name")); // machines before pods
        QCOMPARE(found.findings[0].also.size(), 1u);
        QCOMPARE(found.findings[0].also[0].dimension.key, std::string("k8s.pod.name"));
        QCOMPARE(found.findings[1].dimension.key, std::string("route"));
    }

    void idsAreLeftOutAndSaid() {
        const Calls calls(50, 500);
        DifferenceFinder finder = calls.finder();
        finder.add(textsOf("request.id", 500, [](std::uint32_t i) { return std::to_string(i); }));
        TalliedKey tooMany;
        tooMany.dimension = attribute("sql");
        tooMany.tooMany = true;
        finder.add(std::move(tooMany));
        const Differences found = finder.finish();
        QVERIFY(found.findings.empty());
        QCOMPARE(found.leftOut, (std::vector<LeftOut>{{attribute("request.id"), NotCompared::Unique},
                                                      {attribute("sql"), NotCompared::TooMany}}));
    }

    void numbersAreComparedInRanges() {
        const Calls calls(100, 1000);
        DifferenceFinder finder = calls.finder();
        TalliedKey sizes;
        sizes.dimension = attribute("size");
        for (std::uint32_t i = 0; i < 1000; ++i) // the selected: 10,000 and more; the others: under 900
            sizes.numbers.push_back({i, i < 100 ? 10'000.0 + i : i - 100.0});
        finder.add(std::move(sizes));
        const Differences found = finder.finish();
        QCOMPARE(found.findings.size(), 1u);
        const ComparedValue& value = found.findings[0].value;
        QCOMPARE(value.label.form, ValueForm::Range);
        QCOMPARE(value.label.low, std::optional(875.0)); // the last eighth of 0 … 899 and 10,000 …
        QVERIFY(!value.label.high);
        QCOMPARE(value.calls, (SplitCount{100, 25}));
        QCOMPARE(found.findings[0].values.size(), 8u); // every call has a size
    }

    void havingAnyNumberIsAValueOfAnAttributeOnly() {
        const Calls calls(100, 1000);
        DifferenceFinder finder = calls.finder();
        std::vector<NumberOccurrence> held; // by all selected and no others
        for (std::uint32_t i = 0; i < 100; ++i)
            held.push_back({i, 1000.0 + i});
        TalliedKey rows;
        rows.dimension = attribute("rows", CallSide::Inside);
        rows.numbers = held;
        finder.add(std::move(rows));
        const Dimension self{CallSide::Inside, ValueScope::Fact, Fact::LongestSelf, NodeId(0u), {}};
        finder.add(numberColumn(self, held, true)); // the service is there or not, which is a fact itself
        const Differences found = finder.finish();
        QCOMPARE(found.findings.size(), 1u);
        const Difference& any = found.findings[0];
        QCOMPARE(any.dimension.key, std::string("rows"));
        QVERIFY(!any.value.label.low && !any.value.label.high);
        QCOMPARE(any.value.calls, (SplitCount{100, 0}));
        for (const SameSplit& same : any.also)
            QVERIFY(same.value.label.low || same.value.label.high);
    }

    void valuesTooRareForATestHaveNoChance() {
        const Calls calls(100, 1000);
        DifferenceFinder finder = calls.finder();
        finder.add(textsOf("host", 1000, [](std::uint32_t i) { return i < 60 ? "a" : i > 996 ? "c" : "b"; }));
        const Differences found = finder.finish();
        QCOMPARE(found.findings.size(), 1u);
        for (const ComparedValue& value : found.findings[0].values)
            QCOMPARE(value.p.has_value(), value.label.text != "c");
    }

    void aFewNumbersAmongManyEqualOnesAreARange() {
        const Calls calls(50, 1000);
        DifferenceFinder finder = calls.finder();
        std::vector<NumberOccurrence> retries, equal;
        for (std::uint32_t i = 0; i < 1000; ++i) {
            retries.push_back({i, i < 40 ? 3.0 : 0.0});
            equal.push_back({i, 7});
        }
        finder.add(numberColumn(attribute("retries"), retries, false));
        QVERIFY(numberColumn(attribute("equal"), equal, false).labels.empty());
        const Differences found = finder.finish();
        QCOMPARE(found.findings.size(), 1u);
        QCOMPARE(found.findings[0].value.label.low, std::optional(3.0));
        QCOMPARE(found.findings[0].value.calls, (SplitCount{40, 0}));
    }

    void timesBeginAtThreeDigits() {
        std::vector<NumberOccurrence> times;
        for (std::uint32_t i = 0; i < 800; ++i)
            times.push_back({i, 1'000'000.0 + i * 1'234.0});
        const ValueColumn column = numberColumn(attribute("time"), times, true);
        QCOMPARE(column.labels.size(), 8u);
        QVERIFY(column.labels[1].isTime);
        QCOMPARE(column.labels[1].low, std::optional(1'120'000.0)); // 1,123,400 cut
        QCOMPARE(column.labels[0].high, column.labels[1].low);
    }

    void tooFewCallsAreNotCompared() {
        const Calls calls(4, 500);
        DifferenceFinder finder = calls.finder();
        finder.add(textsOf("host", 500, [](std::uint32_t i) { return i < 4 ? "a" : "b"; }));
        const Differences found = finder.finish();
        QVERIFY(!found.enough);
        QVERIFY(found.findings.empty());
        QCOMPARE(found.tests, 0u);
    }

    void supportAsksForFiveCalls() {
        const Calls calls(100, 1000);
        DifferenceFinder finder = calls.finder();
        finder.add(textsOf("rare", 1000, [](std::uint32_t i) { return i < 4 ? "x" : "y"; }));
        QVERIFY(finder.finish().findings.empty());
    }

    void callsOfOneTraceCountOnce() {
        // All 200 selected calls come from six traces, three of them on host a: 50 % against 10 %. Taken for
        // 200 chances that would be certain; six are no evidence.
        const Calls calls(200, 2000, 34);
        DifferenceFinder finder = calls.finder();
        finder.add(
            textsOf("host", 2000, [](std::uint32_t i) { return i < 102 || (i / 34) % 10 == 9 ? "a" : "b"; }));
        const Differences found = finder.finish();
        QCOMPARE(found.unit, TestedUnit::Trace);
        QCOMPARE(found.tested.selected, 6u);
        QVERIFY(found.findings.empty());
    }

    void withinFewTracesEveryCallCounts() {
        const Calls calls(100, 1000, 1000);
        DifferenceFinder finder = calls.finder();
        finder.add(textsOf("shard", 1000, [](std::uint32_t i) { return i < 80 || i % 10 == 0 ? "3" : "1"; }));
        const Differences found = finder.finish();
        QCOMPARE(found.unit, TestedUnit::Call);
        QCOMPARE(found.findings.size(), 1u);
    }

    void moreSpansInsideAreNoDifference() {
        // Each selected call has four spans of the service inside, each other call one; all on hosts a and b
        // in turn.
        Calls calls(100, 500);
        TalliedKey hosts;
        hosts.dimension = attribute("host.name", CallSide::Inside);
        hosts.dimension.service = NodeId(0u);
        hosts.texts = {"a", "b", "c", "d"};
        std::uint32_t turn = 0;
        for (std::uint32_t i = 0; i < 500; ++i)
            for (int k = 0; k < (i < 100 ? 4 : 1); ++k) {
                calls.inside.push_back({calls.compared[i].callee, i});
                hosts.occurrences.push_back({i, turn++ % 4});
            }
        DifferenceFinder finder = calls.finder();
        finder.add(std::move(hosts));
        QVERIFY(finder.finish().findings.empty());
    }

    void randomSplitsAreHardlyEverCalledDifferent() {
        // 400 splits of the same calls by chance, 60 attributes each; one in a hundred may be wrong, so more
        // than a dozen wrong splits would come by chance once in some ten thousand runs of this test.
        Calls calls(0, 400);
        std::vector<TalliedKey> keys;
        std::mt19937 values(7);
        for (int k = 0; k < 60; ++k) {
            const auto distinct = 2 + values() % 12;
            keys.push_back(textsOf("key" + std::to_string(k), 400,
                                   [&](std::uint32_t) { return "v" + std::to_string(values() % distinct); }));
        }
        int wrong = 0;
        for (std::uint32_t seed = 0; seed < 400; ++seed) {
            std::mt19937 random(seed);
            for (ComparedCall& call : calls.compared)
                call.selected = random() % 100 < 8;
            DifferenceFinder finder = calls.finder();
            for (const TalliedKey& key : keys)
                finder.add(key);
            wrong += !finder.finish().findings.empty();
        }
        QVERIFY2(wrong <= 12, qPrintable(QString::number(wrong)));
    }
};

QTEST_APPLESS_MAIN(tst_Differences)
#include "tst_Differences.moc"
