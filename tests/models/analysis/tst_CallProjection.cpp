#include <QTest>

#include "ManySpans.h"
#include "analysis/CallProjection.h"
#include "analysis/Parallel.h"
#include "support/CaptureScript.h"

#include <algorithm>
#include <numeric>

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr auto Server = SpanKind::Server;
constexpr auto Client = SpanKind::Client;

NodeId idOf(const CallTable& calls, std::string_view label) {
    for (std::size_t i = 0; i < calls.nodes.size(); ++i)
        if (calls.nodes[i].label == label) return NodeId(i);
    return {};
}

/// One group of these services, or several.
std::shared_ptr<const NodeGroups> grouped(const CallTable& calls,
                                          std::initializer_list<std::pair<const char*, const char*>> of) {
    std::vector<GroupVote> votes;
    for (const auto& [service, group] : of)
        votes.push_back({idOf(calls, service), group, 1});
    return std::make_shared<const NodeGroups>(groupsOf("team", calls.nodes, votes));
}

struct Projected {
    CallProjection projection;
    ServiceGraph graph;

    Projected(const ScriptedCapture& capture, const ProjectionPlan& plan, const Subset& subset = {})
        : projection(projectCalls(capture.built.spans, capture.built.calls, *capture.strings, plan)),
          graph(deriveGraph(capture.built.spans, projection, subset)) {}

    const GraphEdge* edge(std::string_view caller, std::string_view callee) const {
        for (const GraphEdge& edge : graph.edges)
            if (graph.nodes[edge.caller.index()].node.label == caller &&
                graph.nodes[edge.callee.index()].node.label == callee)
                return &edge;
        return nullptr;
    }
    const GraphNode& node(std::string_view label) const {
        return graph.nodes[idOf(projection.calls, label).index()];
    }
    const ProjectedNode& facts(std::string_view label) const {
        return projection.nodes[idOf(projection.calls, label).index()];
    }
};

/// Two requests: web → cart (100 and 40 ms), cart → price inside the group, price → db twice for the first.
CaptureScript shop() {
    CaptureScript script;
    script.span("w1", {.service = "web", .kind = Client, .from = 0, .to = 100})
        .span("c1", {.parent = "w1", .service = "cart", .name = "GET", .kind = Server, .from = 0, .to = 90})
        .span("c1c", {.parent = "c1", .service = "cart", .kind = Client, .from = 10, .to = 60})
        .span("p1",
              {.parent = "c1c", .service = "price", .name = "quote", .kind = Server, .from = 12, .to = 50})
        .span("p1d", {.parent = "p1",
                      .service = "price",
                      .kind = Client,
                      .from = 14,
                      .to = 24,
                      .attributes = {{"db.system", std::string("mysql")}}})
        .span("p1e", {.parent = "p1",
                      .service = "price",
                      .kind = Client,
                      .from = 30,
                      .to = 34,
                      .attributes = {{"db.system", std::string("mysql")}}})
        .span("w2", {.trace = "u", .service = "web", .kind = Client, .from = 200, .to = 240})
        .span("c2", {.trace = "u",
                     .parent = "w2",
                     .service = "cart",
                     .name = "PUT",
                     .kind = Server,
                     .status = SpanStatus::Error,
                     .from = 205,
                     .to = 235});
    return script;
}

} // namespace

class tst_CallProjection : public QObject {
    Q_OBJECT
private slots:
    void aCollapsedGroupIsOneNodeWithTheRequestsThatComeFromOutside() {
        const ScriptedCapture capture = shop().build();
        ProjectionPlan plan;
        plan.groups = grouped(capture.built.calls, {{"cart", "red"}, {"price", "red"}});
        plan.collapsed = {0};
        const Projected shown(capture, plan);
        QCOMPARE(shown.graph.edges.size(), std::size_t(2));
        QCOMPARE(shown.edge("web", "red")->calls, std::uint64_t(2));
        QCOMPARE(shown.edge("web", "red")->failed, std::uint64_t(1));
        QCOMPARE(shown.edge("red", "mysql")->calls, std::uint64_t(2));
        const GraphNode& red = shown.node("red");
        QCOMPARE(red.entries, std::optional<std::uint64_t>(2)); // not price's, which cart calls
        QCOMPARE(red.failed, std::optional<std::uint64_t>(1));
        QCOMPARE(red.latency->max, Duration(std::chrono::milliseconds(90)));
        QCOMPARE(red.spans, std::uint64_t(6));
        QCOMPARE(shown.facts("red").members, std::uint32_t(2));
        QCOMPARE(shown.facts("red").innerCalls, std::uint64_t(1));
        // price's two calls leave the group for the first request.
        QCOMPARE(shown.edge("red", "mysql")->fanOut->entries, std::uint64_t(2));
        QCOMPARE(shown.edge("red", "mysql")->fanOut->mean, 1.0);
        QCOMPARE(shown.edge("red", "mysql")->fanOut->max, std::uint64_t(2));
    }

    void percentilesOfAMergedEdgeAreThoseOfAllItsCalls() {
        CaptureScript script;
        for (int i = 1; i <= 10; ++i) {
            const std::string n = std::to_string(i);
            const char* const callee = i <= 3 ? "b" : "c"; // b: 1 2 3 ms, c: 4 … 10 ms
            script.span("x" + n, {.trace = n, .service = "a", .kind = Client, .from = 0, .to = i})
                .span("y" + n,
                      {.trace = n, .parent = "x" + n, .service = callee, .kind = Server, .from = 0, .to = 1});
        }
        const ScriptedCapture capture = script.build();
        ProjectionPlan plan;
        plan.groups = grouped(capture.built.calls, {{"b", "g"}, {"c", "g"}});
        plan.collapsed = {0};
        const Projected shown(capture, plan);
        const GraphEdge& edge = *shown.edge("a", "g");
        QCOMPARE(edge.calls, std::uint64_t(10));
        // calls.md 2.1 of 1..10: p50 5, p95 10; the mean of b's 2 and c's 7 would be 4.5.
        QCOMPARE(edge.latency->p50, Duration(std::chrono::milliseconds(5)));
        QCOMPARE(edge.latency->p95, Duration(std::chrono::milliseconds(10)));
        QCOMPARE(edge.latency->samples, std::uint64_t(10));
        QVERIFY(!shown.projection.recordedEdgeOf(edge.id)); // stands for two
    }

    void openGroupsAreBoxesAroundTheirServices() {
        const ScriptedCapture capture = shop().build();
        ProjectionPlan plan;
        plan.groups = grouped(capture.built.calls, {{"cart", "red"}, {"price", "blue"}});
        plan.collapsed = {0}; // blue
        const Projected shown(capture, plan);
        QCOMPARE(shown.projection.boxes.size(), std::size_t(1));
        QCOMPARE(shown.projection.boxes[0].label, std::string("red"));
        QCOMPARE(shown.facts("cart").box, std::optional<std::uint32_t>(0));
        QVERIFY(!shown.facts("blue").box && !shown.facts("web").box);
        QCOMPARE(shown.edge("cart", "blue")->calls, std::uint64_t(1));
    }

    void aServiceIsTakenApartIntoItsOperations() {
        const ScriptedCapture capture = shop().build();
        ProjectionPlan plan;
        plan.expanded = {idOf(capture.built.calls, "cart")};
        const Projected shown(capture, plan);
        QVERIFY(!idOf(shown.projection.calls, "cart").valid());
        QCOMPARE(shown.edge("web", "GET")->calls, std::uint64_t(1));
        QCOMPARE(shown.edge("web", "PUT")->failed, std::uint64_t(1));
        QCOMPARE(shown.edge("GET", "price")->calls, std::uint64_t(1)); // by the entry it leaves
        QVERIFY(!shown.edge("PUT", "price"));
        QCOMPARE(shown.node("GET").entries, std::optional<std::uint64_t>(1));
        QCOMPARE(shown.node("GET").latency->p50, Duration(std::chrono::milliseconds(90)));
        QCOMPARE(shown.node("GET").spans, std::uint64_t(2)); // with the client span in its local tree
        QCOMPARE(shown.projection.boxes.at(0).label, std::string("cart"));
        QVERIFY(shown.facts("GET").as == ProjectedAs::Operation);
    }

    void callsWithoutASpanOfTheServiceHaveAnUnknownOperation() {
        CaptureScript script = shop();
        script.span("w3", {.trace = "v",
                           .service = "web",
                           .kind = Client,
                           .from = 0,
                           .to = 9,
                           .attributes = {{"peer.service", std::string("cart")}}});
        const ScriptedCapture capture = script.build();
        ProjectionPlan plan;
        plan.expanded = {idOf(capture.built.calls, "cart")};
        const Projected shown(capture, plan);
        QCOMPARE(shown.edge("web", "(unknown operation)")->calls, std::uint64_t(1));
        QCOMPARE(shown.node("(unknown operation)").entries, std::optional<std::uint64_t>(0));
    }

    void manyOperationsAreThirtyAndTheRest() {
        CaptureScript script;
        for (int i = 0; i < 40; ++i)
            script.span("s" + std::to_string(i), {.trace = std::to_string(i),
                                                  .service = "a",
                                                  .name = "op" + std::to_string(i),
                                                  .kind = Server});
        const ScriptedCapture capture = script.build();
        ProjectionPlan plan;
        plan.expanded = {idOf(capture.built.calls, "a")};
        const Projected shown(capture, plan);
        const ProjectedNode& rest = shown.facts("(11 other operations)");
        QCOMPARE(rest.members, std::uint32_t(11));
        QCOMPARE(shown.node("(11 other operations)").entries, std::optional<std::uint64_t>(11));
    }

    void operationsOfTwoServicesWithOneNameAreToldApart() {
        CaptureScript script;
        script.span("1", {.service = "a", .name = "GET /", .kind = Server})
            .span("2", {.trace = "u", .service = "b", .name = "GET /", .kind = Server});
        const ScriptedCapture capture = script.build();
        ProjectionPlan plan;
        plan.expanded = {idOf(capture.built.calls, "a"), idOf(capture.built.calls, "b")};
        const Projected shown(capture, plan);
        QVERIFY(idOf(shown.projection.calls, "a: GET /").valid());
        QVERIFY(idOf(shown.projection.calls, "b: GET /").valid());
    }

    void aMessageGoesThroughItsQueueWithTheTimesOfEachSide() {
        CaptureScript script;
        script
            .span("send", {.service = "shop", .name = "send", .kind = SpanKind::Producer, .from = 0, .to = 3})
            .span("take", {.parent = "send",
                           .service = "mail",
                           .name = "take",
                           .kind = SpanKind::Consumer,
                           .status = SpanStatus::Error,
                           .from = 10,
                           .to = 30});
        const ScriptedCapture capture = script.build();
        ProjectionPlan plan;
        plan.destinations = std::make_shared<const CallDestinations>(CallDestinations{
            {{"orders", "kafka"}}, std::vector<std::uint32_t>(capture.built.calls.size(), 0)});
        const Projected shown(capture, plan);
        const GraphEdge &in = *shown.edge("shop", "orders"), &out = *shown.edge("orders", "mail");
        QCOMPARE(in.calls, std::uint64_t(1));
        QCOMPARE(in.failed, std::uint64_t(0)); // the producer's side did not fail
        QCOMPARE(in.latency->p50, Duration(std::chrono::milliseconds(3)));
        QVERIFY(!in.delivery);
        QCOMPARE(out.failed, std::uint64_t(1));
        QCOMPARE(out.failedHere, std::uint64_t(1));
        QCOMPARE(std::accumulate(out.failuresByKind.begin(), out.failuresByKind.end(), std::uint64_t(0)),
                 std::uint64_t(1));
        QCOMPARE(out.latency->p50, Duration(std::chrono::milliseconds(20)));
        QCOMPARE(out.delivery->p50, Duration(std::chrono::milliseconds(7)));
        QVERIFY(shown.node("orders").node.kind == NodeKind::Queue);
        QCOMPARE(shown.node("orders").node.system, std::string("kafka"));
    }

    void aSubsetOfTheRecordedCallsIsTheSameSubsetOfTheProjected() {
        const ScriptedCapture capture = shop().build();
        ProjectionPlan plan;
        plan.groups = grouped(capture.built.calls, {{"cart", "red"}, {"price", "red"}});
        plan.collapsed = {0};
        TraceSet traces(capture.built.spans.traces.size());
        const Edge& toDatabase = capture.built.calls.edges[capture.edge("price", "mysql")->id.index()];
        traces.insert(capture.built.spans.traceOf(capture.built.calls.client[toDatabase.firstCall]));
        const Subset first({}, std::make_shared<const Chosen>(
                                   chosenTraces(traces, capture.built.spans, capture.built.calls)));
        const Projected shown(capture, plan, first);
        QCOMPARE(shown.edge("web", "red")->calls, std::uint64_t(1));
        QCOMPARE(shown.node("red").entries, std::optional<std::uint64_t>(1));
        QCOMPARE(shown.edge("red", "mysql")->calls, std::uint64_t(2));
    }

    void selectionsFindTheirWayBothWays() {
        const ScriptedCapture capture = shop().build();
        ProjectionPlan plan;
        plan.expanded = {idOf(capture.built.calls, "cart")};
        const Projected shown(capture, plan);
        const EdgeId toDatabase = capture.edge("price", "mysql")->id;
        const auto projected = shown.projection.edgeOf(toDatabase);
        QVERIFY(projected);
        QCOMPARE(shown.projection.recordedEdgeOf(*projected), std::optional(toDatabase));
        // web → cart is two edges now: neither is all of it.
        QVERIFY(!shown.projection.recordedEdgeOf(shown.edge("web", "GET")->id));
        QCOMPARE(shown.projection.nodeOf[idOf(capture.built.calls, "price").index()],
                 idOf(shown.projection.calls, "price"));
    }

    void noCallIsLostOrCountedTwice_data() {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }
    void noCallIsLostOrCountedTwice() {
        QFETCH(quint64, seed);
        ManySpans many({.spans = 5'000, .spansPerTrace = 9, .seed = seed});
        const BuiltCalls built = buildCalls(many.input()).value();
        const CallTable& calls = built.calls;
        ProjectionPlan plan;
        std::vector<GroupVote> votes;
        std::size_t services = 0;
        for (std::size_t i = 0; i < calls.nodes.size(); ++i) {
            if (calls.nodes[i].kind != NodeKind::Service) continue;
            votes.push_back({NodeId(i), std::string(1, static_cast<char>('a' + i % 3)), 1});
            if (++services % 4 == 0) plan.expanded.emplace_back(i);
        }
        plan.groups = std::make_shared<const NodeGroups>(groupsOf("team", calls.nodes, votes));
        plan.collapsed = {1};
        CallDestinations destinations{{{"q0", ""}, {"q1", ""}}, {}};
        std::size_t messages = 0;
        for (std::size_t i = 0; i < calls.size(); ++i)
            destinations.of.push_back(static_cast<std::uint32_t>(i % 2));
        plan.destinations = std::make_shared<const CallDestinations>(destinations);

        const CallProjection projection = projectCalls(built.spans, calls, many.strings(), plan);
        std::vector<int> times(calls.size(), 0);
        for (const CallRow source : projection.source)
            ++times[source.index()];
        std::uint64_t inner = 0, innerFailed = 0;
        for (const ProjectedNode& node : projection.nodes) {
            inner += node.innerCalls;
            innerFailed += node.innerFailed;
        }
        std::uint64_t missing = 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            const Edge& edge = calls.edges[calls.edgeOf(CallRow(i)).index()];
            QVERIFY(times[i] <= (edge.callClass == CallClass::Messaging ? 2 : 1));
            if (times[i] == 0) ++missing;
            if (times[i] == 2) ++messages;
        }
        QCOMPARE(missing, inner);
        QCOMPARE(projection.source.size(), calls.size() - inner + messages);

        const ServiceGraph graph = deriveGraph(built.spans, projection, {});
        std::uint64_t shown = 0, spans = 0, entries = 0;
        for (const GraphEdge& edge : graph.edges) {
            shown += edge.calls;
            QVERIFY(edge.calls > 0 && edge.failed <= edge.calls && edge.failedHere <= edge.failed);
            QVERIFY(!edge.latency || edge.latency->samples <= edge.calls);
            QCOMPARE(
                std::accumulate(edge.failuresByKind.begin(), edge.failuresByKind.end(), std::uint64_t(0)),
                edge.failed);
        }
        for (const GraphNode& node : graph.nodes) {
            spans += node.spans;
            entries += node.entries.value_or(0);
        }
        QCOMPARE(shown, std::uint64_t(projection.source.size()));
        QCOMPARE(spans, std::uint64_t(built.spans.size()));
        QCOMPARE(entries, std::uint64_t(projection.entries.count()));
        const auto& table = projection.calls;
        for (const Edge& edge : table.edges)
            QVERIFY(std::is_sorted(table.time.begin() + edge.firstCall,
                                   table.time.begin() + edge.firstCall + edge.callCount));
    }

    void aPlanThatMovesNothingGivesTheRecordedGraph() {
        ManySpans many({.spans = 3'000, .spansPerTrace = 9, .seed = 7});
        const BuiltCalls built = buildCalls(many.input()).value();
        const CallProjection projection = projectCalls(built.spans, built.calls, many.strings(), {});
        const ServiceGraph same = deriveGraph(built.spans, projection, {});
        const ServiceGraph recorded = deriveGraph(built.spans, built.calls, {});
        QVERIFY(same.edges == recorded.edges);
        QVERIFY(same.nodes == recorded.nodes);
    }
};

QTEST_APPLESS_MAIN(tst_CallProjection)
#include "tst_CallProjection.moc"
