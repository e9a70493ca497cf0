#include "analysis/TraceList.h"

#include "RandomTrace.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

std::uint64_t rootIdOf(const SpanTableBuilder& builder) {
    const SpanTable spans = builder.build();
    return spans.id[summariseTraces(spans).at(0).root.index()];
}

TraceSummary summary(std::uint32_t trace, std::optional<std::int64_t> start,
                     std::optional<std::int64_t> duration, std::uint32_t spans, std::uint32_t failed) {
    TraceSummary result;
    result.trace = TraceRow(trace);
    if (start) result.start = at(*start);
    if (duration) result.duration = Duration(*duration);
    result.spans = spans;
    result.failedSpans = failed;
    return result;
}

std::vector<std::uint32_t> sorted(TraceOrder order) {
    std::vector<TraceSummary> traces{summary(0, {}, {}, 1, 0), summary(3, 5, 70, 9, 2),
                                     summary(2, 5, 70, 9, 2), summary(1, 1, 10, 3, 7),
                                     summary(4, 9, 90, 20, 1)};
    sortTraces(traces, order);
    std::vector<std::uint32_t> rows;
    for (const TraceSummary& trace : traces)
        rows.push_back(trace.trace.value());
    return rows;
}

} // namespace

class tst_TraceList : public QObject {
    Q_OBJECT

private slots:
    void aTraceIsSummarised();
    void everyTraceOfTheTableIsThere();
    void aServerIsTheRootBeforeOtherKinds();
    void theEarliestRootWins();
    void aRootWithoutStartComesLast();
    void theLargerSubtreeWinsAmongEqualStarts();
    void theSmallerIdWinsAmongEqualSubtrees();
    void anOrphanIsTheRootOnlyIfThereIsNothingElse();
    void case59_timesSpanOnlySpansWithAStart();
    void aTraceWithoutTimesHasNoDuration();
    void aTraceOverlapsWhenAnySpanDoes();
    void aSpanEndingAtTheRangesStartIsOutside();
    void tracesAreSortedAsAsked();
    void summariesAgreeWithTheTable();
};

void tst_TraceList::aTraceIsSummarised() {
    SpanFlags failed(SpanFlag::Failed);
    const SpanTable spans =
        spansOf({{.id = 1, .start = 10, .end = 100, .kind = SpanKind::Server, .node = 3, .flags = failed},
                 {.id = 2, .parent = 1, .start = 20, .end = 150, .node = 3},
                 {.id = 3, .parent = 1, .start = 30, .end = 40, .node = 1, .flags = failed},
                 {.id = 4, .parent = 99, .start = 5, .end = 40, .node = 1}});
    TraceSummary expected;
    expected.trace = TraceRow(0u);
    expected.root = rowOf(1, spans);
    expected.start = at(5);
    expected.duration = Duration(145);
    expected.spans = 4;
    expected.services = 2;
    expected.failedSpans = 2;
    expected.orphans = 1;
    QVERIFY(summariseTraces(spans) == std::vector{expected});
}

void tst_TraceList::everyTraceOfTheTableIsThere() {
    const SpanTable spans = spansOf({{.id = 1, .start = 10, .end = 100, .node = 2, .trace = 7},
                                     {.id = 2, .start = 10, .end = 100, .node = 2, .trace = 3},
                                     {.id = 3, .start = 10, .end = 100, .node = 2, .trace = 9}});
    const auto traces = summariseTraces(spans);
    QCOMPARE(traces.size(), std::size_t(3));
    for (std::uint32_t i = 0; i < 3; ++i) {
        QCOMPARE(traces[i].trace, TraceRow(i));
        QCOMPARE(traces[i].services, 1u);
    }
    QVERIFY(summariseTraces(SpanTable{}).empty());
}

void tst_TraceList::aServerIsTheRootBeforeOtherKinds() {
    QCOMPARE(rootIdOf({{.id = 1, .start = 0, .end = 100, .kind = SpanKind::Client},
                       {.id = 2, .start = 50, .end = 60, .kind = SpanKind::Server}}),
             std::uint64_t(2));
}

void tst_TraceList::theEarliestRootWins() {
    QCOMPARE(rootIdOf({{.id = 1, .start = 20, .end = 100},
                       {.id = 2, .start = 10, .end = 15},
                       {.id = 3, .parent = 1, .start = 0, .end = 100},
                       {.id = 4, .parent = 1, .start = 0, .end = 100}}),
             std::uint64_t(2));
}

void tst_TraceList::aRootWithoutStartComesLast() {
    QCOMPARE(rootIdOf({{.id = 1, .start = noTime}, {.id = 2, .start = 10, .end = 15}}), std::uint64_t(2));
    QCOMPARE(
        rootIdOf({{.id = 1, .start = noTime, .kind = SpanKind::Server}, {.id = 2, .start = 10, .end = 15}}),
        std::uint64_t(1));
}

void tst_TraceList::theLargerSubtreeWinsAmongEqualStarts() {
    QCOMPARE(rootIdOf({{.id = 1, .start = 10, .end = 100},
                       {.id = 2, .start = 10, .end = 15},
                       {.id = 3, .parent = 1, .start = 11, .end = 12},
                       {.id = 4, .parent = 2, .start = 5, .end = 12},
                       {.id = 5, .parent = 4, .start = 4, .end = 12}}),
             std::uint64_t(2));
}

void tst_TraceList::theSmallerIdWinsAmongEqualSubtrees() {
    QCOMPARE(rootIdOf({{.id = 8, .start = 10, .end = 100}, {.id = 5, .start = 10, .end = 15}}),
             std::uint64_t(5));
}

void tst_TraceList::anOrphanIsTheRootOnlyIfThereIsNothingElse() {
    QCOMPARE(rootIdOf({{.id = 1, .parent = 99, .start = 0, .end = 100, .kind = SpanKind::Server},
                       {.id = 2, .start = 50, .end = 60}}),
             std::uint64_t(2));
    QCOMPARE(rootIdOf({{.id = 1, .parent = 99, .start = 0, .end = 100},
                       {.id = 2, .parent = 98, .start = 50, .end = 60, .kind = SpanKind::Server}}),
             std::uint64_t(2));
}

void tst_TraceList::case59_timesSpanOnlySpansWithAStart() {
    const SpanTable spans = spansOf({{.id = 1, .start = noTime},
                                     {.id = 2, .start = 40, .end = 10}, // negative: ends where it starts
                                     {.id = 3, .start = 20, .end = 30}});
    const auto traces = summariseTraces(spans);
    QCOMPARE(traces[0].start, std::optional(at(20)));
    QCOMPARE(traces[0].duration, std::optional(Duration(20)));
}

void tst_TraceList::aTraceWithoutTimesHasNoDuration() {
    const auto traces = summariseTraces(spansOf({{.id = 1, .start = noTime}}));
    QVERIFY(!traces[0].start);
    QVERIFY(!traces[0].duration);
    QCOMPARE(traces[0].root, SpanRow(0u));
}

void tst_TraceList::aTraceOverlapsWhenAnySpanDoes() {
    const SpanTable spans = spansOf({{.id = 1, .start = noTime},
                                     {.id = 2, .start = 10, .end = 100},
                                     {.id = 3, .start = 200, .end = 200}});
    const TraceRow trace(0u);
    QVERIFY(overlaps(spans, trace, {at(50), at(60)}));
    QVERIFY(overlaps(spans, trace, {at(99), at(150)}));
    QVERIFY(overlaps(spans, trace, {at(0), at(11)}));
    QVERIFY(overlaps(spans, trace, {at(200), at(201)}));
    QVERIFY(!overlaps(spans, trace, {at(101), at(200)}));
    QVERIFY(!overlaps(spans, trace, {at(0), at(10)}));
    QVERIFY(!overlaps(spans, trace, {at(201), at(300)}));
    QVERIFY(overlaps(spansOf({{.id = 1, .start = noTime}}), trace, TimeRange{}));
}

void tst_TraceList::aSpanEndingAtTheRangesStartIsOutside() {
    const SpanTable spans = spansOf({{.id = 2, .start = 10, .end = 100}});
    QVERIFY(!overlaps(spans, TraceRow(0u), {at(100), at(200)}));
}

void tst_TraceList::tracesAreSortedAsAsked() {
    QCOMPARE(sorted(TraceOrder::Longest), (std::vector<std::uint32_t>{4, 2, 3, 1, 0}));
    QCOMPARE(sorted(TraceOrder::Earliest), (std::vector<std::uint32_t>{1, 2, 3, 4, 0}));
    QCOMPARE(sorted(TraceOrder::MostSpans), (std::vector<std::uint32_t>{4, 2, 3, 1, 0}));
    QCOMPARE(sorted(TraceOrder::MostFailed), (std::vector<std::uint32_t>{1, 2, 3, 4, 0}));
}

void tst_TraceList::summariesAgreeWithTheTable() {
    QVERIFY(rc::check("counts add up and the root has no parent", [] {
        const SpanTable spans = tableOf(randomTrace());
        const TraceSummary trace = summariseTraces(spans).at(0);
        RC_ASSERT(trace.spans == spans.size());
        RC_ASSERT(!spans.parent[trace.root.index()].valid());
        for (std::size_t row = 0; row < spans.size(); ++row) {
            RC_ASSERT(trace.start.value() <= spans.start[row]);
            RC_ASSERT(trace.start.value() + trace.duration.value() >= spans.end[row]);
        }
    }));
}

QTEST_APPLESS_MAIN(tst_TraceList)
#include "tst_TraceList.moc"
