// calls.md rules 5 to 8 and 25: boundary crossings, their classes, caller spans and client sides.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "analysis/TraceList.h"
#include "support/CaptureScript.h"

using namespace hallway;
using namespace hallway::test;

namespace {
std::string graphOf(const CaptureScript& script) { return script.build().summary(); }
constexpr auto Server = SpanKind::Server, Client = SpanKind::Client, Internal = SpanKind::Internal,
               Producer = SpanKind::Producer, Consumer = SpanKind::Consumer,
               Unspecified = SpanKind::Unspecified;
} // namespace

class TestCrossingCalls : public QObject {
    Q_OBJECT

private slots:
    void clientAndServerOfTwoServicesAreOneRpcCall() {
        CaptureScript script;
        script.span("a", {.service = "web", .kind = Client, .from = 0, .to = 100});
        script.span("b", {.parent = "a", .service = "cart", .kind = Server, .from = 10, .to = 90});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("web>cart:rpc×1"));
        const GraphEdge& edge = *capture.edge("web", "cart");
        QCOMPARE(edge.client->p50, Duration(100'000'000));
        QCOMPARE(edge.server->p50, Duration(80'000'000));
        QCOMPARE(edge.latency->p50, Duration(100'000'000));
        QCOMPARE(edge.network->p50, Duration(20'000'000));
    }

    void case97_internalSpansBetweenClientAndServerAreWalkedOver() { // formats.md case 97
        CaptureScript script;
        script.span("a", {.service = "web", .kind = Client, .from = 0, .to = 100});
        script.span("i", {.parent = "a", .service = "web", .kind = Internal, .from = 1, .to = 99});
        script.span("b", {.parent = "i", .service = "cart", .kind = Server, .from = 10, .to = 90});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("web>cart:rpc×1"));
        QCOMPARE(capture.edge("web", "cart")->client->p50, Duration(100'000'000));
    }

    void case98_childOfAnotherServiceWithoutKindsIsAnUnpairedCall() { // case 98
        CaptureScript script;
        script.span("a", {.service = "A", .kind = Unspecified});
        script.span("b", {.parent = "a", .service = "B", .kind = Unspecified});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("A>B:unpaired×1"));
        QVERIFY(!capture.edge("A", "B")->client);
        QCOMPARE(capture.edge("A", "B")->server->samples, 1u);
    }

    void internalParentOfAServerIsUnpaired() {
        CaptureScript script;
        script.span("a", {.service = "A", .kind = Internal});
        script.span("b", {.parent = "a", .service = "B", .kind = Server});
        QCOMPARE(graphOf(script), std::string("A>B:unpaired×1"));
    }

    void case102_clientAndServerOfOneServiceAreASelfEdgeButInternalSpansAreNot() { // case 102
        CaptureScript script;
        script.span("a", {.service = "A", .kind = Client});
        script.span("b", {.parent = "a", .service = "A", .kind = Server});
        script.span("c", {.parent = "b", .service = "A", .kind = Internal});
        QCOMPARE(graphOf(script), std::string("A>A:rpc×1"));
    }

    void pollAndItsProcessSpanAreLocal() {
        CaptureScript script;
        script.span("poll", {.service = "A",
                             .kind = Client,
                             .attributes = {{"messaging.operation.type", std::string("receive")},
                                            {"messaging.destination.name", std::string("q")}}});
        script.span("work", {.parent = "poll", .service = "A", .kind = Consumer});
        QCOMPARE(graphOf(script), std::string("q>A:messaging×1"));
    }

    void remoteParentFlagMakesACrossingWithinOneService() {
        CaptureScript script;
        script.span("a", {.service = "A", .kind = Internal});
        script.span("b", {.parent = "a", .service = "A", .kind = Internal, .remoteParent = true});
        QCOMPARE(graphOf(script), std::string("A>A:unpaired×1"));
    }

    void producerToConsumerIsMessagingWithoutNetworkTime() {
        CaptureScript script;
        script.span("p", {.service = "A", .kind = Producer, .from = 0, .to = 5});
        script.span("c", {.parent = "p", .service = "B", .kind = Consumer, .from = 25, .to = 45});
        const auto capture = script.build();
        const GraphEdge& edge = *capture.edge("A", "B", CallClass::Messaging);
        QCOMPARE(edge.calls, 1u);
        QCOMPARE(edge.client->p50, Duration(5'000'000));
        QCOMPARE(edge.server->p50, Duration(20'000'000));
        QCOMPARE(edge.delivery->p50, Duration(20'000'000)); // rule 21: 25 − 5
        QVERIFY(!edge.network);
    }

    void deliveryFallsBackToTheProducersStartAndThenCountsAsSkew() { // rule 21
        CaptureScript script;
        script.span("p", {.service = "A", .kind = Producer, .from = 10, .to = 50});
        script.span("c", {.parent = "p", .service = "B", .kind = Consumer, .from = 30, .to = 60});
        script.span("q", {.trace = "u", .service = "A", .kind = Producer, .from = 100, .to = 150});
        script.span("d",
                    {.trace = "u", .parent = "q", .service = "B", .kind = Consumer, .from = 90, .to = 160});
        const auto capture = script.build();
        const auto& delivery = capture.edge("A", "B")->delivery;
        QCOMPARE(delivery->samples, 1u);
        QCOMPARE(delivery->max, Duration(20'000'000));
    }

    void callerSpanIsNotLookedForAboveAServerSpan() { // rule 7
        CaptureScript script;
        script.span("c0", {.service = "A",
                           .kind = Client,
                           .from = 0,
                           .to = 100,
                           .attributes = {{"peer.service", std::string("x")}}});
        script.span("s", {.parent = "c0", .service = "A", .kind = Server, .from = 1, .to = 99});
        script.span("i", {.parent = "s", .service = "A", .kind = Internal, .from = 2, .to = 98});
        script.span("b", {.parent = "i", .service = "B", .kind = Server, .from = 3, .to = 97});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("A>A:rpc×1 A>B:unpaired×1"));
        QVERIFY(!capture.edge("A", "B")->client);
    }

    void oneClientWithTwoServersCountsItsLatencyOnTheLastFinishing() { // rule 8
        CaptureScript script;
        script.span("c", {.service = "A", .kind = Client, .from = 0, .to = 100});
        script.span("s1", {.parent = "c", .service = "B", .kind = Server, .from = 5, .to = 40});
        script.span("s2", {.parent = "c", .service = "B", .kind = Server, .from = 45, .to = 95});
        const auto capture = script.build();
        const GraphEdge& edge = *capture.edge("A", "B");
        QCOMPARE(edge.calls, 2u);
        QCOMPARE(edge.extraAttempts, 1u);
        QCOMPARE(edge.client->samples, 1u);
        QCOMPARE(edge.server->samples, 2u);
        QCOMPARE(edge.network->max, Duration(50'000'000)); // 100 − 50: attributed to s2
        QCOMPARE(edge.latency->max, Duration(100'000'000));
    }

    void ofARpcAndAnUnpairedCrossingTheRpcOneGetsTheClientSide() { // rule 8
        CaptureScript script;
        script.span("c", {.service = "A", .kind = Client, .from = 0, .to = 100});
        script.span("s", {.parent = "c", .service = "B", .kind = Server, .from = 5, .to = 40});
        script.span("i", {.parent = "c", .service = "C", .kind = Internal, .from = 45, .to = 95});
        const auto capture = script.build();
        QCOMPARE(capture.edge("A", "B")->client->samples, 1u);
        QVERIFY(!capture.edge("A", "C")->client);
        QCOMPARE(capture.edge("A", "C")->extraAttempts, 0u);
    }

    void broadcastToSeveralConsumersKeepsTheProducersSideOnEach() { // rule 8
        CaptureScript script;
        script.span("p", {.service = "A", .kind = Producer, .from = 0, .to = 5});
        script.span("c1", {.parent = "p", .service = "B", .kind = Consumer, .from = 10, .to = 20});
        script.span("c2", {.parent = "p", .service = "B", .kind = Consumer, .from = 12, .to = 22});
        const auto capture = script.build();
        const GraphEdge& edge = *capture.edge("A", "B");
        QCOMPARE(edge.calls, 2u);
        QCOMPARE(edge.client->samples, 2u);
        QCOMPARE(edge.extraAttempts, 0u);
    }

    void case113_serverThatOutlivesItsClientHasNoNetworkTime() { // rule 20, case 113
        CaptureScript script;
        script.span("c", {.service = "A", .kind = Client, .from = 0, .to = 50});
        script.span("s", {.parent = "c", .service = "B", .kind = Server, .from = 5, .to = 80});
        QVERIFY(!script.build().edge("A", "B")->network);
    }

    void case112_edgeWithOneCallHasItsLatencyAtEveryPercentile() { // case 112
        CaptureScript script;
        script.span("c", {.service = "A", .kind = Client, .from = 0, .to = 50});
        script.span("s", {.parent = "c", .service = "B", .kind = Server, .from = 5, .to = 40});
        const Distribution latency = *script.build().edge("A", "B")->latency;
        QCOMPARE(latency, (Distribution{1, Duration(50'000'000), Duration(50'000'000), Duration(50'000'000),
                                        Duration(50'000'000)}));
    }

    void unfinishedAndNegativeSpansAreCountedButNotMeasured() { // cases 57 and 58
        CaptureScript script;
        script.span("c", {.service = "A", .kind = Client, .from = 0, .to = ScriptSpan::noTime});
        script.span("s", {.parent = "c", .service = "B", .kind = Server, .from = 30, .to = 20});
        const auto capture = script.build();
        QCOMPARE(capture.edge("A", "B")->calls, 1u);
        QVERIFY(!capture.edge("A", "B")->latency);
    }

    void fanOutCountsCallsThatLeaveTheLocalTreeOfAnEntry() { // rule 25
        CaptureScript script;
        // Two entries of A: the first calls B twice, the second not at all.
        script.span("a1", {.trace = "1", .service = "A", .kind = Server, .from = 0, .to = 100});
        script.span("c1",
                    {.trace = "1", .parent = "a1", .service = "A", .kind = Client, .from = 1, .to = 10});
        script.span("b1", {.trace = "1", .parent = "c1", .service = "B", .kind = Server, .from = 2, .to = 9});
        script.span("c2",
                    {.trace = "1", .parent = "a1", .service = "A", .kind = Client, .from = 20, .to = 30});
        script.span("b2",
                    {.trace = "1", .parent = "c2", .service = "B", .kind = Server, .from = 21, .to = 29});
        script.span("a2", {.trace = "2", .service = "A", .kind = Server, .from = 200, .to = 300});
        const auto capture = script.build();
        const EdgeFanOut& edge = *capture.edge("A", "B")->fanOut;
        QCOMPARE(edge.entries, 2u);
        QCOMPARE(edge.mean, 1.0);
        QCOMPARE(edge.share, 0.5);
        QCOMPARE(edge.meanWhenCalled.value(), 2.0);
        QCOMPARE(edge.max, 2u);
        QCOMPARE(*capture.node("A")->fanOut, (NodeFanOut{1.0, 0, 2, 2}));
        QCOMPARE(capture.node("B")->entries.value(), 2u);
        QVERIFY(!capture.edge("user", "A")->fanOut);
        QVERIFY(!capture.node("user")->fanOut);
    }

    void case110_twoRootsAndAnOrphanHaveEachTheirFanOut() { // rules 25 and 33
        CaptureScript script;
        script.span("first", {.service = "A", .kind = Server, .from = 0, .to = 100});
        script.span("c", {.parent = "first", .service = "A", .kind = Client, .from = 10, .to = 90});
        script.span("b", {.parent = "c", .service = "B", .kind = Server, .from = 20, .to = 80});
        script.span("second", {.service = "A", .kind = Server, .from = 200, .to = 300});
        script.span("orphan", {.parent = "gone", .service = "C", .kind = Server, .from = 50, .to = 400});
        const auto capture = script.build();
        QCOMPARE(*capture.node("A")->fanOut, (NodeFanOut{0.5, 0, 1, 1})); // one call of two entries
        QCOMPARE(*capture.node("C")->fanOut, (NodeFanOut{0.0, 0, 0, 0}));
        const auto traces = summariseTraces(capture.built.spans);
        QCOMPARE(traces.size(), std::size_t{1});
        QCOMPARE(traces[0].start.value(), CaptureScript::at(0));
        QCOMPARE(traces[0].duration.value(), Duration(400'000'000));
        QCOMPARE(traces[0].orphans, 1u);
    }

    void serverUnderItsOwnServicesInternalSpanIsNoEntry() { // rule 25
        CaptureScript script;
        script.span("a", {.service = "A", .kind = Server});
        script.span("i", {.parent = "a", .service = "A", .kind = Internal});
        script.span("s", {.parent = "i", .service = "A", .kind = Server});
        QCOMPARE(script.build().node("A")->entries.value(), 1u);
    }

    void timeRangeCountsCallsByTheirStartAndEntriesByTheirs() { // rule 36
        CaptureScript script;
        for (int i = 0; i < 4; ++i) {
            const std::string n = std::to_string(i);
            script.span("a" + n,
                        {.trace = n, .service = "A", .kind = Server, .from = i * 100, .to = i * 100 + 90});
            script.span("c" + n, {.trace = n,
                                  .parent = "a" + n,
                                  .service = "A",
                                  .kind = Client,
                                  .from = i * 100 + 50,
                                  .to = i * 100 + 60});
            script.span("b" + n, {.trace = n,
                                  .parent = "c" + n,
                                  .service = "B",
                                  .kind = Server,
                                  .from = i * 100 + 51,
                                  .to = i * 100 + 59});
        }
        const auto capture = script.build({}, {CaptureScript::at(50), CaptureScript::at(250)});
        const GraphEdge& edge = *capture.edge("A", "B");
        QCOMPARE(edge.calls, 2u);           // at 50 and 150; 250 is the open end
        QCOMPARE(edge.fanOut->entries, 2u); // entries at 100 and 200
        QCOMPARE(edge.fanOut->mean, 0.5);   // the call at 50 leaves an entry that started before the range
        QCOMPARE(capture.edge("user", "A")->calls, 2u);
    }
};

QTEST_APPLESS_MAIN(TestCrossingCalls)
#include "tst_CrossingCalls.moc"
