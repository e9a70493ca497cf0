#include <QTest>

#include "analysis/CallSource.h"
#include "analysis/LatencyAxis.h"
#include "support/CaptureScript.h"

using namespace hallway;
using namespace hallway::test;

namespace {

/// Two requests to web, each with a call to cart and, in cart, one to its database; the second fails in cart.
/// And a job without a caller.
ScriptedCapture shop() {
    CaptureScript script;
    for (const int i : {0, 1}) {
        const std::string n = std::to_string(i), trace = "t" + n;
        const std::int64_t at = i * 1000;
        script.span("root" + n, {.trace = trace,
                                 .service = "web",
                                 .name = "GET /",
                                 .kind = SpanKind::Server,
                                 .from = at,
                                 .to = at + 100 + i * 100});
        script.span("call" + n, {.trace = trace,
                                 .parent = "root" + n,
                                 .service = "web",
                                 .name = "call",
                                 .kind = SpanKind::Client,
                                 .from = at + 10,
                                 .to = at + 90});
        script.span("cart" + n, {.trace = trace,
                                 .parent = "call" + n,
                                 .service = "cart",
                                 .name = i == 0 ? "read" : "write",
                                 .kind = SpanKind::Server,
                                 .status = i == 0 ? SpanStatus::Unset : SpanStatus::Error,
                                 .from = at + 20,
                                 .to = at + 80});
        script.span("db" + n, {.trace = trace,
                               .parent = "cart" + n,
                               .service = "cart",
                               .name = "SELECT",
                               .kind = SpanKind::Client,
                               .from = at + 30,
                               .to = at + 40,
                               .attributes = {{"db.system", std::string("redis")}}});
    }
    script.span("job", {.trace = "j", .service = "cron", .name = "tick", .from = 5000, .to = 5010});
    return script.build();
}

NodeId nodeOf(const ScriptedCapture& capture, std::string_view label) { return capture.node(label)->id; }

std::vector<SourcedCall> callsIn(const ScriptedCapture& capture, const CallSource& source) {
    return callsOf(source, capture.built.calls, capture.built.spans, {});
}

} // namespace

class tst_CallSource : public QObject {
    Q_OBJECT

private slots:
    void withoutASubjectTheRequestsFromOutside() {
        const ScriptedCapture capture = shop();
        const auto calls = callsIn(capture, {});
        QCOMPARE(calls.size(), 3u); // two to web, and the job nobody called
        QVERIFY(calls[0].call.valid() && calls[1].call.valid());
        QVERIFY(!calls[2].call.valid());
        QCOMPARE(calls[1].latency, std::optional<Duration>(std::chrono::milliseconds(200)));
    }

    void anEdgeHasItsCallsAServiceItsEntries() {
        const ScriptedCapture capture = shop();
        const auto calls = callsIn(capture, {capture.edge("web", "cart")->id, std::nullopt, {}});
        QCOMPARE(calls.size(), 2u);
        QCOMPARE(calls[0].latency,
                 std::optional<Duration>(std::chrono::milliseconds(80))); // the client's side
        QVERIFY(!calls[0].failed && calls[1].failed);
        const auto entries = callsIn(capture, {std::nullopt, nodeOf(capture, "cart"), {}});
        QCOMPARE(entries.size(), 2u);
        QCOMPARE(entries[0].latency, std::optional<Duration>(std::chrono::milliseconds(60))); // its own
        QVERIFY(entries[0].call.valid() && entries[0].caller.valid());
    }

    void anOperationIsThatOfTheCallee() {
        const ScriptedCapture capture = shop();
        const EdgeId edge = capture.edge("web", "cart")->id;
        const auto calls = callsIn(capture, {edge, std::nullopt, capture.strings->find("write")});
        QCOMPARE(calls.size(), 1u);
        QVERIFY(calls[0].failed);
        QVERIFY(callsIn(capture, {edge, std::nullopt, capture.strings->find("call")}).empty());
    }

    void percentilesAreNearestRanks() {
        const ScriptedCapture capture = shop();
        const auto calls = callsIn(capture, {});
        QCOMPARE(latencyAt(calls, 50'000), std::optional<Duration>(std::chrono::milliseconds(100)));
        QCOMPARE(latencyAt(calls, 95'000), std::optional<Duration>(std::chrono::milliseconds(200)));
        QVERIFY(!latencyAt({}, 50'000));
    }

    void spansInsideBelongToTheNearestCall() {
        const ScriptedCapture capture = shop();
        const SpanTable& spans = capture.built.spans;
        const auto compared =
            compare(callsIn(capture, {}), [](const SourcedCall& call) { return call.failed; });
        const auto inside = spansInside(compared, spans);
        QCOMPARE(inside.size(), 6u); // call, cart and db, twice
        for (const InnerSpan& held : inside)
            QCOMPARE(spans.traceOf(held.span), spans.traceOf(compared[held.call].callee));
        // Of the calls to cart, only what is below cart's own spans.
        const auto ofEdge = compare(callsIn(capture, {capture.edge("web", "cart")->id, std::nullopt, {}}),
                                    [](const SourcedCall&) { return true; });
        QCOMPARE(spansInside(ofEdge, spans).size(), 2u);
    }

    void theFirstOfEachTraceStandsForIt() {
        const ScriptedCapture capture = shop();
        auto compared = compare(callsIn(capture, {}), [](const SourcedCall&) { return false; });
        compared.push_back(compared[0]); // a second call of the same trace
        compared.push_back(compared[0]);
        compared.back().selected = true;
        QCOMPARE(firstOfTraces(compared, capture.built.spans),
                 (std::vector<bool>{true, true, true, false, true}));
    }

    void aLinearAxisBeginsAtZeroInRoundSteps() {
        const LatencyAxis axis = LatencyAxis::linearTo(std::chrono::milliseconds(43), 36);
        QCOMPARE(axis.lowest, Duration::zero());
        QCOMPARE(axis.highest, Duration(std::chrono::milliseconds(45)));
        QCOMPARE(axis.rows, 36u); // nine steps of 5 ms, each in four
        QCOMPARE(axis.bound(4), Duration(std::chrono::milliseconds(5)));
        QCOMPARE(axis.rowOf(std::chrono::milliseconds(43)), 34u);
        QCOMPARE(axis.rowOf(Duration::zero()), 0u);
        QCOMPARE(axis.range(0).first, Duration::zero());
        const LatencyRows rows(axis);
        for (std::int64_t ns = 0; ns < 45'000'000; ns += 77'777)
            QCOMPARE(rows.rowOf(Duration(ns)), axis.rowOf(Duration(ns)));
    }

    void aLinearAxisHoldsExtremes() {
        for (const Duration largest :
             {Duration::zero(), Duration(1), Duration(9), Duration(10), Duration::max()}) {
            const LatencyAxis axis = LatencyAxis::linearTo(largest, 36);
            QVERIFY(axis.rows >= 1 && axis.rows <= 36);
            QVERIFY(axis.highest > largest || largest == Duration::max());
            QVERIFY(axis.rowOf(largest) < axis.rows);
        }
    }
};

QTEST_APPLESS_MAIN(tst_CallSource)
#include "tst_CallSource.moc"
