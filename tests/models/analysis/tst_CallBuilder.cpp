// Call building over captures that take several pieces of work: threads, order, depth, cancelling, size.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "ManySpans.h"
#include "analysis/CriticalPath.h"
#include "analysis/ServiceGraph.h"
#include "analysis/SpanTree.h"
#include "trace/KnownKeys.h"

#include <thread>

using namespace hallway;
using namespace hallway::test;

namespace {

bool sameSpans(const SpanTable& a, const SpanTable& b) {
    return a.start == b.start && a.end == b.end && a.id == b.id && a.parent == b.parent && a.node == b.node &&
           a.name == b.name && a.host == b.host && a.flags == b.flags && a.kindAndStatus == b.kindAndStatus &&
           a.traces == b.traces;
}

bool sameCalls(const CallTable& a, const CallTable& b) {
    return a.client == b.client && a.server == b.server && a.entry == b.entry && a.time == b.time &&
           a.flags == b.flags && a.delivered == b.delivered && a.delivery == b.delivery &&
           a.nodes == b.nodes && a.edges == b.edges;
}

template <class Value>
std::size_t bytesOf(const std::vector<Value>& column) {
    return column.capacity() * sizeof(Value);
}

/// Of everything that grows with the spans; the lists of traces, nodes and edges are dictionaries.
std::size_t bytesOfColumns(const BuiltCalls& built) {
    const SpanTable& spans = built.spans;
    const CallTable& calls = built.calls;
    return bytesOf(spans.start) + bytesOf(spans.end) + bytesOf(spans.id) + bytesOf(spans.parent) +
           bytesOf(spans.node) + bytesOf(spans.name) + bytesOf(spans.host) + bytesOf(spans.storeRow) +
           bytesOf(spans.flags) + bytesOf(spans.kindAndStatus) + bytesOf(calls.client) +
           bytesOf(calls.server) + bytesOf(calls.entry) + bytesOf(calls.time) + bytesOf(calls.flags) +
           bytesOf(calls.delivered) + bytesOf(calls.delivery);
}

} // namespace

class TestCallBuilder : public QObject {
    Q_OBJECT

private slots:
    void anyNumberOfThreadsGivesTheSameTables() {
        ManySpans capture({});
        const auto alone = buildCalls(capture.input(), {}, 1);
        QVERIFY(alone->calls.edges.size() > 100);
        QVERIFY(!alone->calls.delivery.empty() && !alone->duplicates.empty() && !alone->idCollisions.empty());
        for (const unsigned threads : {2u, 5u, 0u}) {
            const auto together = buildCalls(capture.input(), {}, threads);
            QVERIFY(sameSpans(alone->spans, together->spans));
            QCOMPARE(alone->spans.storeRow, together->spans.storeRow);
            QVERIFY(sameCalls(alone->calls, together->calls));
            QCOMPARE(alone->duplicates, together->duplicates);
            QCOMPARE(alone->selfParents, together->selfParents);
            QCOMPARE(alone->cycles, together->cycles);
            QCOMPARE(alone->idCollisions, together->idCollisions);
        }
    }

    void case115_anyOrderOfArrivalGivesTheSameTables() {
        ManySpans capture({});
        const auto inOrder = buildCalls(capture.input()), shuffled = buildCalls(capture.shuffledInput(5));
        QVERIFY(sameSpans(inOrder->spans, shuffled->spans));
        QVERIFY(sameCalls(inOrder->calls, shuffled->calls));
        QCOMPARE(inOrder->duplicates.size(), shuffled->duplicates.size());
    }

    void anyNumberOfThreadsGivesTheSameGraph() {
        ManySpans capture({});
        const auto built = buildCalls(capture.input());
        const ServiceGraph alone = deriveGraph(built->spans, built->calls, {}, 1);
        for (const unsigned threads : {2u, 5u, 0u})
            QVERIFY(alone == deriveGraph(built->spans, built->calls, {}, threads));
    }

    void case63_aChainOf100000SpansDoesNotRecurse() {
        constexpr std::size_t depth = 100'000;
        StringPool strings;
        ResourceTable resources;
        seedKnownKeys(strings);
        CallInput input(strings, resources);
        input.append(ManySpans::chain(depth, strings, resources), StoreRow(0u));
        const auto built = buildCalls(std::move(input));
        QCOMPARE(built->spans.size(), depth);
        // The root is called from outside; every SERVER below a CLIENT of its own service is a crossing.
        QCOMPARE(built->calls.size(), depth / 2 + 1);

        const SpanTree tree = spanTreeOf(TraceRow(0u), built->spans, ClockMode::Adjusted);
        QCOMPARE(tree.spans.back().depth, static_cast<std::uint32_t>(depth - 1));
        const auto path = criticalPathOf(tree, built->spans, strings);
        Duration total{};
        for (const PathSection& section : path)
            total += section.to - section.from;
        QCOMPARE(total, built->spans.duration(tree.spans.front().row));
        const auto selves = selfTimes(tree, built->spans);
        QCOMPARE(selves.front(), std::optional(Duration(2)));
        QCOMPARE(selves.back(), std::optional(Duration(2)));
    }

    void cancelledBeforehandGivesNothing() {
        ManySpans capture({.spans = 1'000});
        CancelSource source;
        source.cancel();
        const auto built = buildCalls(capture.input(), source.token());
        QVERIFY(!built);
        QCOMPARE(built.error().code, ErrorCode::Cancelled);
    }

    void cancelledAtAnyTimeEndsAsCancelledOrComplete() {
        ManySpans capture({});
        const std::size_t calls = buildCalls(capture.input())->calls.size();
        for (int delay = 0; delay < 60; delay += 6) {
            CallInput input = capture.input();
            CancelSource source;
            std::thread canceller([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(delay));
                source.cancel();
            });
            const auto built = buildCalls(std::move(input), source.token(), 2);
            canceller.join();
            if (built)
                QCOMPARE(built->calls.size(), calls);
            else
                QCOMPARE(built.error().code, ErrorCode::Cancelled);
        }
    }

    void columnsTakeAtMost64BytesASpan() {
        ManySpans capture({.oddities = false});
        const auto built = buildCalls(capture.input());
        QVERIFY(built->calls.size() * 2 > built->spans.size());
        QVERIFY2(bytesOfColumns(*built) <= 64 * built->spans.size(),
                 std::to_string(bytesOfColumns(*built) / built->spans.size()).c_str());
        const TraceTable& traces = built->spans.traces;
        for (const std::size_t held : {traces.idHigh.capacity(), traces.idLow.capacity(),
                                       traces.idIsOpaque.capacity(), traces.endSpan.capacity()})
            QCOMPARE(held, traces.size());
    }
};

QTEST_APPLESS_MAIN(TestCallBuilder)
#include "tst_CallBuilder.moc"
