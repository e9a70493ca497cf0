#include "session/GraphSubject.h"

#include "SessionFolder.h"
#include "session/ResourceKeys.h"

#include <QFile>
#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// One OTLP span; times in ms.
std::string span(int trace, int id, int parent, int kind, int from, int to, const std::string& attributes) {
    const auto hex = [](int number, int width) {
        std::string digits = std::to_string(number);
        return std::string(static_cast<std::size_t>(width) - digits.size(), '0') + digits;
    };
    const auto time = [](int ms) {
        return "17953056" + std::string(ms < 10 ? "0" : "") + std::to_string(ms) + "000000000";
    };
    return R"({"traceId":")" + hex(trace, 32) + R"(","spanId":")" + hex(id, 16) + R"(","parentSpanId":")" +
           (parent > 0 ? hex(parent, 16) : "") + R"(","name":"op","kind":)" + std::to_string(kind) +
           R"(,"startTimeUnixNano":")" + time(from) + R"(","endTimeUnixNano":")" + time(to) +
           R"(","attributes":[)" + attributes + "]}";
}

std::string attribute(const std::string& key, const std::string& value) {
    return R"({"key":")" + key + R"(","value":{"stringValue":")" + value + R"("}})";
}

std::string resource(const std::string& service, const std::string& team, const std::string& spans) {
    return R"({"resource":{"attributes":[)" + attribute("service.name", service) +
           (team.empty() ? "" : "," + attribute("team", team)) + R"(]},"scopeSpans":[{"spans":[)" + spans +
           "]}]}";
}

/// shop (team red: two spans, blue: one) sends messages to mail (no team): to `orders`, and one that names no
/// queue.
std::string messages() {
    const std::string kafka = attribute("messaging.system", "kafka");
    const std::string orders = kafka + "," + attribute("messaging.destination.name", "orders");
    return R"({"resourceSpans":[)" +
           resource("shop", "red",
                    span(1, 1, 0, 4, 10, 11, orders) + "," + span(2, 2, 0, 4, 20, 21, orders)) +
           "," + resource("shop", "blue", span(3, 3, 0, 4, 30, 31, "")) + "," +
           resource("mail", "",
                    span(1, 4, 1, 5, 12, 13, kafka) + "," + span(2, 5, 2, 5, 22, 23, orders) + "," +
                        span(3, 6, 3, 5, 32, 33, "")) +
           "]}";
}

struct Opened {
    SessionFolder folder;
    std::shared_ptr<const Capture> capture =
        folder.open({folder.write("messages.json", messages())}).value().capture;
};

const GraphNode* nodeOf(const GraphSubject& subject, std::string_view label) {
    for (const GraphNode& node : subject.whole->nodes)
        if (node.node.label == label) return &node;
    return nullptr;
}

} // namespace

class tst_GraphSubject : public QObject {
    Q_OBJECT
private slots:
    void groupsFollowMostSpansAndSayWhoIsMixed() {
        const Opened opened;
        QVERIFY(opened.capture);
        const auto groups = groupsOf(*opened.capture, "team", {});
        QVERIFY(groups);
        QVERIFY((groups->names == std::vector<std::string>{"red"}));
        QCOMPARE(groups->mixed.size(), std::size_t(1));
        QCOMPARE(groups->mixed[0].second, 2.0 / 3.0);
        QCOMPARE(groups->withoutValue, std::size_t(1)); // mail
    }

    void messagesGoThroughTheQueueTheirProducerNames() {
        const Opened opened;
        GraphControls controls;
        controls.queuesAsNodes = true;
        const auto subject = graphSubjectOf(opened.capture, controls, nullptr, {});
        QVERIFY(subject);
        const GraphNode* const orders = nodeOf(*subject, "orders");
        QVERIFY(orders);
        QVERIFY(orders->node.kind == NodeKind::Queue);
        QCOMPARE(orders->node.system, std::string("kafka"));
        QCOMPARE(orders->incomingCalls, std::uint64_t(2));
        QVERIFY(nodeOf(*subject, "unknown (shop)")); // nobody said where the third went
    }

    void theRecordedGraphNeedsNoProjection() {
        const Opened opened;
        const auto subject = graphSubjectOf(opened.capture, {}, nullptr, {});
        QVERIFY(subject && !subject->projection);
        QVERIFY(*subject->whole == opened.capture->graph());
        QCOMPARE(subject->shown(NodeId(std::size_t(1))), std::optional(NodeId(std::size_t(1))));
    }

    void whatWasReadIsNotReadAgain() {
        const Opened opened;
        GraphControls controls;
        controls.groupBy = "team";
        controls.queuesAsNodes = true;
        const auto first = graphSubjectOf(opened.capture, controls, nullptr, {});
        QVERIFY(first);
        controls.collapsed = {"red"};
        const auto second = graphSubjectOf(opened.capture, controls, &*first, {});
        QVERIFY(second);
        QCOMPARE(second->groups, first->groups);
        QCOMPARE(second->destinations, first->destinations);
        QVERIFY(nodeOf(*second, "red") && !nodeOf(*second, "shop"));
    }

    void controlsFindTheirNodesByName() {
        const Opened opened;
        const auto subject = graphSubjectOf(opened.capture, {}, nullptr, {});
        GraphControls controls;
        controls.focus = GraphControls::Focus{"shop", "mail", CallClass::Messaging, 2, 0};
        controls.hide = "calls < 2";
        controls.least.calls = 7;
        const GraphFilter filter = filterOf(controls, *subject);
        QVERIFY(filter.focus && std::holds_alternative<EdgeId>(filter.focus->on));
        QCOMPARE(filter.focus->up, 2);
        QCOMPARE(filter.hide->text(), std::string("calls < 2"));
        QCOMPARE(filter.least.calls, std::uint64_t(7));
        controls.focus = GraphControls::Focus{"gone", {}};
        QVERIFY(!filterOf(controls, *subject).focus);
    }

    void figuresOfOneTraceAreOfItsCallsAlone() {
        const Opened opened;
        const auto subject = graphSubjectOf(opened.capture, {}, nullptr, {});
        const ServiceGraph one =
            figuresOf(*subject, *opened.capture, subsetOfTrace(*opened.capture, TraceRow(std::size_t(1))));
        std::uint64_t calls = 0, spans = 0;
        for (const GraphEdge& edge : one.edges)
            calls += edge.calls;
        for (const GraphNode& node : one.nodes)
            spans += node.spans;
        QCOMPARE(calls, std::uint64_t(1));
        QCOMPARE(spans, std::uint64_t(2));
    }

    void callsThatRepeatAreToldOfEdgesThatShowNoOthers() {
        const auto asks = [](int first, int parent, int count) {
            std::string spans;
            for (int i = 0; i < count; ++i)
                spans += (i > 0 ? "," : "") + span(parent, first + i, parent, 3, 10 + i, 11 + i,
                                                   attribute("peer.service", "prices"));
            return spans;
        };
        SessionFolder folder;
        const auto capture =
            folder
                .open({folder.write(
                    "repeats.json",
                    R"({"resourceSpans":[)" +
                        resource("web", "red", span(1, 1, 0, 2, 5, 60, "") + "," + asks(10, 1, 11)) + "," +
                        resource("app", "red", span(2, 2, 0, 2, 5, 60, "") + "," + asks(30, 2, 3)) + "]}")})
                .value()
                .capture;
        const auto repeatsOf = [&capture](const GraphSubject& subject, std::string_view caller) {
            ServiceGraph figures = figuresOf(subject, *capture, {});
            addRepeats(figures, subject, *capture, {});
            for (const GraphEdge& edge : figures.edges)
                if (figures.nodes[edge.caller.index()].node.label == caller) return edge.repeats;
            return std::optional<EdgeRepeats>();
        };
        GraphControls controls;
        const auto recorded = graphSubjectOf(capture, controls, nullptr, {});
        QVERIFY(repeatsOf(*recorded, "web") == std::optional(EdgeRepeats{1, 1, 11}));
        QVERIFY(!repeatsOf(*recorded, "app"));
        controls.groupBy = "team";
        controls.collapsed = {"red"};
        const auto collapsed = graphSubjectOf(capture, controls, nullptr, {});
        QVERIFY(nodeOf(*collapsed, "red"));
        QVERIFY(!repeatsOf(*collapsed, "red")); // calls of web and app together
    }

    void theKeysOfAllResourcesAreKnown() {
        const Opened opened;
        QVERIFY((resourceKeysOf(*opened.capture) == std::vector<std::string>{"service.name", "team"}));
    }
};

QTEST_APPLESS_MAIN(tst_GraphSubject)
#include "tst_GraphSubject.moc"
