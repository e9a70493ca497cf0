// calls.md rules 13 to 17 and 21: messages found by links, queues, callers outside the capture.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "support/CaptureScript.h"

using namespace hallway;
using namespace hallway::test;

namespace {
constexpr auto Server = SpanKind::Server, Client = SpanKind::Client, Internal = SpanKind::Internal,
               Producer = SpanKind::Producer, Consumer = SpanKind::Consumer;
using Attributes = std::vector<std::pair<std::string, ScriptValue>>;

Attributes operation(const std::string& type, const std::string& queue = "orders") {
    return {{"messaging.operation.type", type},
            {"messaging.destination.name", queue},
            {"messaging.system", std::string("kafka")}};
}
} // namespace

class TestLinkCalls : public QObject {
    Q_OBJECT

private slots:
    void
    case103_batchWithThreeLinksOfWhichOneIsAbsentMakesThreeCalls() { // rules 15 and 16, formats.md case 103
        CaptureScript script;
        script.span("p1", {.trace = "1", .service = "A", .kind = Producer});
        script.span("p2", {.trace = "2", .service = "B", .kind = Producer});
        script.span("c", {.trace = "3",
                          .service = "C",
                          .kind = Consumer,
                          .attributes = operation("process"),
                          .links = {"p1", "p2", "gone"}});
        QCOMPARE(script.build().summary(),
                 std::string("A>C:messaging×1 B>C:messaging×1 orders>C:messaging×1"));
    }

    void case104_receiveAndProcessOfOneMessageAreOneCallDeliveredByTheReceive() { // rules 15 and 21, case 104
        CaptureScript script;
        script.span("p", {.trace = "1", .service = "A", .kind = Producer, .from = 0, .to = 10});
        script.span("r", {.trace = "2",
                          .service = "C",
                          .kind = Consumer,
                          .from = 20,
                          .to = 40,
                          .attributes = operation("receive"),
                          .links = {"p"}});
        script.span("w", {.trace = "2",
                          .parent = "r",
                          .service = "C",
                          .kind = Consumer,
                          .from = 50,
                          .to = 90,
                          .attributes = operation("process"),
                          .links = {"p"}});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("A>C:messaging×1"));
        QCOMPARE(capture.edge("A", "C")->server->p50, Duration(40'000'000));   // process wins
        QCOMPARE(capture.edge("A", "C")->delivery->p50, Duration(30'000'000)); // 40 − 10
    }

    void linkToSomethingThatDoesNotSendMakesNoCall() { // rule 15
        CaptureScript script;
        script.span("i", {.trace = "1", .service = "A", .kind = Internal});
        script.span("c", {.trace = "2",
                          .service = "C",
                          .kind = Consumer,
                          .attributes = operation("process"),
                          .links = {"i"}});
        QCOMPARE(script.build().summary(), std::string("orders>C:messaging×1")); // rule 13: no eligible link
    }

    void linkOfASpanThatDoesNotReceiveMakesNoCall() { // rule 15
        CaptureScript script;
        script.span("p", {.trace = "1", .service = "A", .kind = Producer, .attributes = operation("send")});
        script.span("s", {.trace = "2", .service = "C", .kind = Server, .links = {"p"}});
        QCOMPARE(script.build().summary(), std::string("A>orders:messaging×1 user>C:rpc×1"));
    }

    void clientThatSendsIsAProducerForLinks() { // rule 15
        CaptureScript script;
        script.span("p", {.trace = "1", .service = "A", .kind = Client, .attributes = operation("publish")});
        script.span("c", {.trace = "2", .service = "C", .kind = Consumer, .links = {"p"}});
        QCOMPARE(script.build().summary(), std::string("A>C:messaging×1"));
    }

    void linkBesideAParentOfTheSameProducerIsCountedOnce() { // rule 15
        CaptureScript script;
        script.span("p", {.service = "A", .kind = Producer});
        script.span("c", {.parent = "p", .service = "C", .kind = Consumer, .links = {"p"}});
        QCOMPARE(script.build().summary(), std::string("A>C:messaging×1"));
    }

    void sendOfACreatedMessageMakesNoCallOfItsOwn() { // rule 17
        CaptureScript script;
        script.span("create",
                    {.trace = "1", .service = "A", .kind = Producer, .attributes = operation("create")});
        script.span("send", {.trace = "1",
                             .service = "A",
                             .kind = Client,
                             .attributes = operation("send"),
                             .links = {"create"}});
        script.span("c", {.trace = "2",
                          .service = "C",
                          .kind = Consumer,
                          .attributes = operation("process"),
                          .links = {"create"}});
        QCOMPARE(script.build().summary(), std::string("A>C:messaging×1"));
    }

    void sendOfACreatedMessageWithoutConsumerCallsTheQueueOnce() { // rules 16 and 17
        CaptureScript script;
        script.span("create",
                    {.trace = "1", .service = "A", .kind = Producer, .attributes = operation("create")});
        script.span("send", {.trace = "1",
                             .service = "A",
                             .kind = Client,
                             .attributes = operation("send"),
                             .links = {"create"}});
        QCOMPARE(script.build().summary(), std::string("A>orders:messaging×1"));
    }

    void settleSpanCallsNothing() { // rule 17
        CaptureScript script;
        script.span("ack", {.service = "A", .kind = Client, .attributes = operation("settle")});
        QCOMPARE(script.build().summary(), std::string());
    }

    void serverRootIsCalledByTheUser() { // rule 13
        CaptureScript script;
        script.span("s", {.service = "A", .kind = Server, .from = 0, .to = 30});
        const auto capture = script.build();
        const GraphEdge& edge = *capture.edge("user", "A");
        QCOMPARE(edge.callClass, CallClass::Rpc);
        QVERIFY(!edge.client);
        QCOMPARE(edge.latency->p50, Duration(30'000'000));
        QCOMPARE(capture.node("user")->node.kind, NodeKind::User);
    }

    void case92_serverRootThatNamesItsCallerIsCalledByIt() { // rule 13, case 92
        CaptureScript script;
        script.span("s", {.trace = "1",
                          .service = "A",
                          .kind = Server,
                          .attributes = {{"peer.service", std::string("mobile")}}});
        script.span("t", {.trace = "2",
                          .service = "B",
                          .kind = Server,
                          .attributes = {{"service.peer.name", std::string("a")}}});
        script.span("u", {.trace = "3",
                          .service = "C",
                          .kind = Server,
                          .attributes = {{"peer.service", std::string("C")}}});
        QCOMPARE(script.build().summary(), std::string("A>B:rpc×1 mobile>A:rpc×1 user>C:rpc×1"));
    }

    void internalAndClientRootsHaveNoCaller() { // rule 13
        CaptureScript script;
        script.span("i", {.service = "A", .kind = Internal});
        QCOMPARE(script.build().summary(), std::string());
    }

    void case100_orphanServerIsCalledFromTheMissingParentNotTheUser() { // rule 14, case 100
        CaptureScript script;
        script.span("s", {.parent = "gone", .service = "A", .kind = Server});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("(missing parent)>A:unpaired×1"));
        QVERIFY(capture.edge("(missing parent)", "A")->fromMissingParent);
        QVERIFY(capture.node("(missing parent)")->node.missingParent);
    }

    void orphanConsumerThatALinkReachesNeedsNoMissingParent() { // rule 14
        CaptureScript script;
        script.span("p", {.trace = "1", .service = "A", .kind = Producer});
        script.span("c", {.trace = "2", .parent = "gone", .service = "C", .kind = Consumer, .links = {"p"}});
        QCOMPARE(script.build().summary(), std::string("A>C:messaging×1"));
    }

    void emptyPollCallsNoQueue() { // rule 13
        CaptureScript script;
        Attributes poll = operation("receive");
        poll.emplace_back("messaging.batch.message_count", std::int64_t{0});
        script.span("r", {.service = "C", .kind = Client, .attributes = poll});
        QCOMPARE(script.build().summary(), std::string());
    }

    void onlyTheOutermostReceivingSpanIsCalledFromTheQueue() { // rule 13
        CaptureScript script;
        script.span("r", {.service = "C", .kind = Consumer, .attributes = operation("receive")});
        script.span("i", {.parent = "r", .service = "C", .kind = Internal});
        script.span("w",
                    {.parent = "i", .service = "C", .kind = Consumer, .attributes = operation("process")});
        QCOMPARE(script.build().summary(), std::string("orders>C:messaging×1"));
    }
};

QTEST_APPLESS_MAIN(TestLinkCalls)
#include "tst_LinkCalls.moc"
