#include "analysis/CriticalShares.h"

#include "ManySpans.h"
#include "RandomTrace.h"
#include "ShopCapture.h"
#include "analysis/CriticalPath.h"
#include "support/CallTableBuilder.h"

#include <QElapsedTimer>
#include <QTest>

#include <numeric>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

CriticalShares sharesOf(const ScriptedCapture& capture, const Subset& subset = {}) {
    return criticalSharesOf(capture.built.spans, capture.built.calls, *capture.strings, subset);
}

const PathShare& edgeOf(const CriticalShares& shares, const ScriptedCapture& capture, std::string_view caller,
                        std::string_view callee) {
    return shares.edges[capture.edge(caller, callee)->id.index()];
}

const PathShare& serviceOf(const CriticalShares& shares, const ScriptedCapture& capture,
                           std::string_view label) {
    return shares.services[capture.node(label)->id.index()];
}

Duration ownOf(const std::vector<PathShare>& shares) {
    return std::accumulate(shares.begin(), shares.end(), Duration{},
                           [](Duration all, const PathShare& share) { return all + share.own; });
}

ScriptedCapture oneRequest() {
    CaptureScript script;
    addShopRequest(script, "t");
    return script.build();
}

} // namespace

class tst_CriticalShares : public QObject {
    Q_OBJECT

private slots:
    void aMomentCountsForTheInnermostCall();
    void throughCountsWhatACallWaitedFor();
    void aServiceHasTheTimeOfItsSpans();
    void aCallInsideAnotherOfItsEdgeCountsOnce();
    void workOutsideAnyCallIsTheRootsOwn();
    void whatNobodyWaitsForWeighsNothing();
    void aSpanBetweenTwoCallsCountsForTheInnerOne();
    void examplesAreTheTracesWithMostOwnTime();
    void onlyTracesOfTheSubsetCount();
    void aTraceOfWhichOneSpanIsChosenCountsWhole();
    void nothingIsNothing();
    void sharesAddUpToTheRoots();
    void theNumberOfThreadsDoesNotMatter();
    void aDeepTraceIsQuick();
};

void tst_CriticalShares::aMomentCountsForTheInnermostCall() {
    const ScriptedCapture capture = oneRequest();
    const CriticalShares shares = sharesOf(capture);
    QCOMPARE(shares.traces, 1u);
    QCOMPARE(shares.roots, 1u);
    QCOMPARE(shares.time, Duration(100ms));
    // 0–10, 60–70 and 90–100 in web itself; the client span of a call belongs to the call.
    QCOMPARE(edgeOf(shares, capture, "user", "web").own, Duration(30ms));
    QCOMPARE(edgeOf(shares, capture, "web", "cart").own, Duration(30ms)); // 10–25, 45–60
    QCOMPARE(edgeOf(shares, capture, "cart", "carts").own, Duration(20ms));
    QCOMPARE(edgeOf(shares, capture, "web", "pay").own, Duration(20ms));
    QCOMPARE(edgeOf(shares, capture, "web", "pay").traces, 1u);
}

void tst_CriticalShares::throughCountsWhatACallWaitedFor() {
    const ScriptedCapture capture = oneRequest();
    const CriticalShares shares = sharesOf(capture);
    QCOMPARE(edgeOf(shares, capture, "user", "web").through, Duration(100ms));
    QCOMPARE(edgeOf(shares, capture, "web", "cart").through, Duration(50ms));
    QCOMPARE(edgeOf(shares, capture, "cart", "carts").through, Duration(20ms));
    QCOMPARE(edgeOf(shares, capture, "web", "pay").through, Duration(20ms));
}

void tst_CriticalShares::aServiceHasTheTimeOfItsSpans() {
    const ScriptedCapture capture = oneRequest();
    const CriticalShares shares = sharesOf(capture);
    QCOMPARE(serviceOf(shares, capture, "web").own, Duration(60ms));
    QCOMPARE(serviceOf(shares, capture, "cart").own, Duration(30ms)); // its database's too
    QCOMPARE(serviceOf(shares, capture, "pay").own, Duration(10ms));
    QCOMPARE(serviceOf(shares, capture, "carts").own, Duration(0));
    QCOMPARE(serviceOf(shares, capture, "web").through, Duration(100ms));
    QCOMPARE(serviceOf(shares, capture, "cart").through, Duration(30ms));
}

void tst_CriticalShares::aCallInsideAnotherOfItsEdgeCountsOnce() {
    CaptureScript script; // A calls B, which calls A, which calls B
    script.span("1", {.service = "A", .kind = SpanKind::Server, .from = 0, .to = 100});
    script.span("2", {.parent = "1", .service = "B", .kind = SpanKind::Server, .from = 10, .to = 90});
    script.span("3", {.parent = "2", .service = "A", .kind = SpanKind::Server, .from = 20, .to = 80});
    script.span("4", {.parent = "3", .service = "B", .kind = SpanKind::Server, .from = 30, .to = 70});
    const ScriptedCapture capture = script.build();
    const CriticalShares shares = sharesOf(capture);
    QCOMPARE(edgeOf(shares, capture, "A", "B").through, Duration(80ms));
    QCOMPARE(edgeOf(shares, capture, "A", "B").own, Duration(60ms));
    QCOMPARE(edgeOf(shares, capture, "A", "B").traces, 1u);
    QCOMPARE(edgeOf(shares, capture, "B", "A").through, Duration(60ms));
    QCOMPARE(serviceOf(shares, capture, "B").through, Duration(80ms));
    QCOMPARE(serviceOf(shares, capture, "A").through, Duration(100ms));
}

void tst_CriticalShares::workOutsideAnyCallIsTheRootsOwn() {
    CaptureScript script;
    script.span("job", {.service = "cron", .kind = SpanKind::Internal, .from = 0, .to = 100});
    script.span("call", {.parent = "job", .service = "cron", .kind = SpanKind::Client, .from = 20, .to = 50});
    script.span("work", {.parent = "call", .service = "A", .kind = SpanKind::Server, .from = 20, .to = 50});
    const ScriptedCapture capture = script.build();
    const CriticalShares shares = sharesOf(capture);
    const PathShare& own = shares.uncalled[capture.node("cron")->id.index()];
    QCOMPARE(own.own, Duration(70ms));
    QCOMPARE(own.through, Duration(100ms));
    QCOMPARE(edgeOf(shares, capture, "cron", "A").own, Duration(30ms));
}

void tst_CriticalShares::whatNobodyWaitsForWeighsNothing() {
    CaptureScript script;
    script.span("root", {.service = "A", .kind = SpanKind::Server, .from = 0, .to = 100});
    script.span("beside", {.parent = "root", .service = "B", .kind = SpanKind::Server, .from = 20, .to = 60});
    script.span("last", {.parent = "root", .service = "C", .kind = SpanKind::Server, .from = 40, .to = 90});
    script.span("send", {.parent = "root", .service = "A", .kind = SpanKind::Producer, .from = 91, .to = 92});
    script.span("take", {.parent = "send", .service = "D", .kind = SpanKind::Consumer, .from = 91, .to = 99});
    const ScriptedCapture capture = script.build();
    const CriticalShares shares = sharesOf(capture);
    QCOMPARE(edgeOf(shares, capture, "A", "B").own, Duration(0));
    QCOMPARE(edgeOf(shares, capture, "A", "B").traces, 0u);
    QVERIFY(edgeOf(shares, capture, "A", "B").examples.empty());
    QCOMPARE(serviceOf(shares, capture, "D").own, Duration(0));
    QCOMPARE(edgeOf(shares, capture, "A", "D").own, Duration(1ms)); // sending
    QCOMPARE(edgeOf(shares, capture, "A", "C").own, Duration(50ms));
}

void tst_CriticalShares::aSpanBetweenTwoCallsCountsForTheInnerOne() {
    CaptureScript script; // B's only span is served to A and calls C
    script.span("1", {.service = "A", .kind = SpanKind::Server, .from = 0, .to = 100});
    script.span("2", {.parent = "1", .service = "B", .kind = SpanKind::Client, .from = 10, .to = 90});
    script.span("3", {.parent = "2", .service = "C", .kind = SpanKind::Server, .from = 20, .to = 80});
    const ScriptedCapture capture = script.build();
    const CriticalShares shares = sharesOf(capture);
    QCOMPARE(edgeOf(shares, capture, "A", "B").own, Duration(0));
    QCOMPARE(edgeOf(shares, capture, "B", "C").own, Duration(80ms));
}

void tst_CriticalShares::examplesAreTheTracesWithMostOwnTime() {
    CaptureScript script;
    for (const std::int64_t select : {20, 50, 30, 40})
        addShopRequest(script, std::to_string(select), select * 1000, select);
    const ScriptedCapture capture = script.build();
    const CriticalShares shares = sharesOf(capture);
    const std::vector<PathExample>& examples = edgeOf(shares, capture, "cart", "carts").examples;
    std::vector<Duration> times;
    for (const PathExample& example : examples) {
        times.push_back(example.time);
        QCOMPARE(capture.strings->text(capture.built.spans.name[example.span.index()]), "SELECT");
        QCOMPARE(capture.built.spans.traceOf(example.span), example.trace);
    }
    QCOMPARE(times, (std::vector<Duration>{50ms, 40ms, 30ms}));
}

void tst_CriticalShares::onlyTracesOfTheSubsetCount() {
    CaptureScript script;
    addShopRequest(script, "early", 0);
    addShopRequest(script, "late", 1000, 60);
    const ScriptedCapture capture = script.build();
    const CriticalShares late = sharesOf(capture, TimeRange{CaptureScript::at(500), CaptureScript::at(2000)});
    QCOMPARE(late.traces, 1u);
    QCOMPARE(late.time, Duration(140ms));
    QCOMPARE(edgeOf(late, capture, "cart", "carts").own, Duration(60ms));
}

void tst_CriticalShares::aTraceOfWhichOneSpanIsChosenCountsWhole() {
    CaptureScript script;
    addShopRequest(script, "one");
    addShopRequest(script, "other", 1000);
    const ScriptedCapture capture = script.build();
    SpanSet chosen(capture.built.spans.size());
    chosen.insert(spanNamed(capture, "SELECT"));
    const Subset subset({}, std::make_shared<const Chosen>(
                                chosenSpans(std::move(chosen), capture.built.spans, capture.built.calls)));
    const CriticalShares shares = sharesOf(capture, subset);
    QCOMPARE(shares.traces, 1u);
    QCOMPARE(ownOf(shares.edges), Duration(100ms));
}

void tst_CriticalShares::nothingIsNothing() {
    const ScriptedCapture capture = oneRequest();
    const CriticalShares shares = sharesOf(capture, TimeRange{CaptureScript::at(-10), CaptureScript::at(-5)});
    QCOMPARE(shares.traces, 0u);
    QCOMPARE(shares.time, Duration(0));
    QCOMPARE(shares.edges.size(), capture.built.calls.edges.size());
    QCOMPARE(shares.services.size(), capture.built.calls.nodes.size());
}

void tst_CriticalShares::sharesAddUpToTheRoots() {
    QVERIFY(rc::check("over edges, and over services, own times add up to the durations of the roots", [] {
        std::vector<TestSpan> trace = randomTrace();
        for (TestSpan& span : trace)
            span.node = *rc::gen::inRange(0u, 3u);
        const SpanTable spans = tableOf(trace);
        CallTableBuilder builder(spans);
        std::vector<NodeId> nodes;
        for (const char* name : {"a", "b", "c"})
            nodes.push_back(builder.node(NodeKind::Service, name));
        const EdgeId edges[] = {builder.edge(nodes[0], nodes[1]), builder.edge(nodes[1], nodes[2])};
        for (const TestSpan& span : trace)
            if (*rc::gen::inRange(0, 3) == 0)
                builder.call({edges[*rc::gen::inRange(0, 2)], *rc::gen::inRange(0, 2) == 0 ? span.parent : 0,
                              span.id});
        const CallTable calls = builder.build();
        const CriticalShares shares = criticalSharesOf(spans, calls, StringPool(), {});

        Duration roots{};
        const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Adjusted);
        for (std::uint32_t root = 0; root < tree.spans.size(); root += tree.spans[root].subtreeSize)
            roots += tree.spans[root].end - tree.spans[root].start;
        RC_ASSERT(shares.time == roots);
        RC_ASSERT(ownOf(shares.edges) + ownOf(shares.uncalled) == roots);
        RC_ASSERT(ownOf(shares.services) == roots);
        for (const auto* const list : {&shares.edges, &shares.uncalled, &shares.services})
            for (const PathShare& share : *list) {
                RC_ASSERT(share.own <= share.through);
                RC_ASSERT(share.through <= roots);
                RC_ASSERT((share.own > Duration{}) == (share.traces == 1));
            }
    }));
}

void tst_CriticalShares::theNumberOfThreadsDoesNotMatter() {
    ManySpans many({.spans = 150'000});
    const auto built = buildCalls(many.input());
    QVERIFY(built);
    const auto shares = [&](unsigned threads) {
        return criticalSharesOf(built->spans, built->calls, many.strings(), {}, threads);
    };
    const CriticalShares one = shares(1);
    QVERIFY(one.time > Duration{});
    QVERIFY(one == shares(3));
    QCOMPARE(ownOf(one.edges) + ownOf(one.uncalled), one.time);
    QCOMPARE(ownOf(one.services), one.time);
}

void tst_CriticalShares::aDeepTraceIsQuick() {
    constexpr std::uint64_t count = 100'000;
    SpanTableBuilder builder;
    for (std::uint64_t id = 1; id <= count; ++id)
        builder.add(
            {.id = id, .parent = id - 1, .start = std::int64_t(id), .end = std::int64_t(1'000'000 - id)});
    const SpanTable spans = builder.build();
    CallTableBuilder calls(spans);
    calls.node(NodeKind::Service, "a");
    QElapsedTimer timer;
    timer.start();
    const CriticalShares shares = criticalSharesOf(spans, calls.build(), StringPool(), {});
    QVERIFY2(timer.elapsed() < 3000, "a walk up from every span takes minutes");
    QCOMPARE(shares.uncalled.front().through, Duration(999'998));
}

QTEST_APPLESS_MAIN(tst_CriticalShares)
#include "tst_CriticalShares.moc"
