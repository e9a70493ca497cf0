#include "CheckoutTrace.h"
#include "support/SpanTableBuilder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

WaterfallTrace built(std::initializer_list<TestSpan> spans, ClockMode clocks = ClockMode::Raw,
                     std::vector<SpanMarks> marks = {}) {
    StringPool strings;
    const SpanTable table = spansOf(spans, strings);
    CallTable calls;
    for (const char* name : {"a", "b", "c"}) {
        Node& node = calls.nodes.emplace_back();
        node.name = name;
        node.label = name;
    }
    return waterfallTraceOf(spanTreeOf(TraceRow(0u), table, clocks), clocks, table, calls, strings, marks);
}

std::vector<WaterfallSegment> selfTimesOf(const WaterfallTrace& trace, std::size_t span) {
    const IndexRange range = trace.spans[span].selfTime;
    return {trace.segments.begin() + range.first, trace.segments.begin() + range.first + range.count};
}

} // namespace

class tst_WaterfallTrace : public QObject {
    Q_OBJECT
private slots:
    void timesAreOffsetsFromTheFirstSpan() {
        const WaterfallTrace trace = built(
            {{.id = 1, .start = 1000, .end = 1100}, {.id = 2, .parent = 1, .start = 1010, .end = 1040}});
        QCOMPARE(trace.start, at(1000));
        QCOMPARE(trace.duration, Duration(100));
        QCOMPARE(trace.spans[1].start, Duration(10));
        QCOMPARE(trace.spans[1].end, Duration(40));
    }

    void selfTimeIsWhereNoChildRuns() {
        // calls.md 2.4: [0,100] with [10,40], [30,60] and a child past the end.
        const WaterfallTrace trace = built({{.id = 1, .start = 0, .end = 100},
                                            {.id = 2, .parent = 1, .start = 10, .end = 40},
                                            {.id = 3, .parent = 1, .start = 30, .end = 60},
                                            {.id = 4, .parent = 1, .start = 90, .end = 120}});
        const std::vector<WaterfallSegment> expected{{0ns, 10ns}, {60ns, 90ns}};
        QCOMPARE(selfTimesOf(trace, 0), expected);
        QCOMPARE(trace.spans[1].selfTime.count, 0u); // a leaf: all of it is its own
    }

    void aFailureStartsWhereNoChildFailed() {
        const SpanFlags failed(SpanFlag::Failed);
        const WaterfallTrace trace = built({{.id = 1, .start = 0, .end = 100, .flags = failed},
                                            {.id = 2, .parent = 1, .start = 1, .end = 50, .flags = failed},
                                            {.id = 3, .parent = 2, .start = 2, .end = 40, .flags = failed},
                                            {.id = 4, .parent = 1, .start = 60, .end = 90},
                                            {.id = 5, .parent = 4, .start = 61, .end = 70, .flags = failed}});
        QVERIFY(trace.spans[0].failure == SpanFailure::PassedOn);
        QVERIFY(trace.spans[1].failure == SpanFailure::PassedOn);
        QVERIFY(trace.spans[2].failure == SpanFailure::StartsHere);
        QVERIFY(trace.spans[3].failure == SpanFailure::None); // swallowed a failed child
        QVERIFY(trace.spans[4].failure == SpanFailure::StartsHere);
        QCOMPARE(trace.failureOrigins, 2u);
        QCOMPARE(trace.spans[0].failuresBelow, 2u);
    }

    void anUnfinishedSpanLastsAsLongAsWhatItCalled() {
        const WaterfallTrace trace = built({{.id = 1, .start = 0, .flags = SpanFlag::Unfinished},
                                            {.id = 2, .parent = 1, .start = 5, .end = 30},
                                            {.id = 3, .parent = 2, .start = 10, .end = 45}});
        QVERIFY(!trace.spans[0].hasDuration());
        QCOMPARE(trace.spans[0].end, Duration(45));
        QCOMPARE(trace.spans[1].end, Duration(30));
    }

    void aClientOfAVirtualNodeNamesIt() {
        const CheckoutTrace checkout = checkoutTrace();
        QVERIFY(checkout.indexOf("HGETALL  carts@redis-1") != TreeSpan::none);
        QCOMPARE(checkout.trace->spans.size(), std::size_t(27));
        QCOMPARE(checkout.trace->failureOrigins, 3u);
    }

    void retriesAreCountedFromTheFirst() {
        const CheckoutTrace checkout = checkoutTrace();
        const auto retryOf = [&](int nth) {
            return checkout.trace->spans[checkout.indexOf("POST  api.acquirer.example", nth)].retry;
        };
        QCOMPARE(retryOf(0), 0u);
        QCOMPARE(retryOf(1), 1u);
        QCOMPARE(retryOf(2), 2u);
    }

    void theServiceIsLeftOutWhenItIsTheParents() {
        const WaterfallTrace trace = built({{.id = 1, .start = 0, .end = 9, .node = 0},
                                            {.id = 2, .parent = 1, .start = 1, .end = 8, .node = 0},
                                            {.id = 3, .parent = 2, .start = 2, .end = 7, .node = 1}});
        QVERIFY(trace.namesService(trace.spans[0]));
        QVERIFY(!trace.namesService(trace.spans[1]));
        QVERIFY(trace.namesService(trace.spans[2]));
    }

    void adjustedClocksShiftSpansAndTheirEvents() {
        // calls.md 2.5: parent [100,200], child [10,60] on another host → +115.
        const std::initializer_list<TestSpan> spans = {
            {.id = 1, .start = 100, .end = 200, .host = "one"},
            {.id = 2, .parent = 1, .start = 10, .end = 60, .host = "two"}};
        SpanMarks marks;
        marks.row = rowOf(2, spansOf(spans));
        marks.events.push_back({at(20), QStringLiteral("late"), false});
        const WaterfallTrace trace = built(spans, ClockMode::Adjusted, {marks});
        QCOMPARE(trace.start, at(100));
        QCOMPARE(trace.spans[1].start, Duration(25));
        QVERIFY(trace.spans[1].skew == Duration(115));
        QCOMPARE(trace.events.at(trace.spans[1].events.first).at, Duration(35));
    }

    void theCriticalPathIsInOrderOfTime() {
        const WaterfallTrace trace = built({{.id = 1, .start = 0, .end = 100},
                                            {.id = 2, .parent = 1, .start = 10, .end = 30},
                                            {.id = 3, .parent = 1, .start = 50, .end = 80}});
        QCOMPARE(trace.path.size(), std::size_t(5)); // calls.md 2.2, vector 1
        QCOMPARE(trace.path.front().from, Duration(0));
        for (std::size_t i = 1; i < trace.path.size(); ++i) {
            QCOMPARE(trace.path[i].from, trace.path[i - 1].to);
        }
        QCOMPARE(trace.path.back().to, Duration(100));
    }

    void hundredThousandLevelsAreBuilt() {
        const auto trace = deepTrace(100'000);
        QCOMPARE(trace->spans.back().depth, 99'999u);
    }
};

QTEST_APPLESS_MAIN(tst_WaterfallTrace)
#include "tst_WaterfallTrace.moc"
