// Graphs of chosen spans: what a filter or a selection of traces leaves.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "ManySpans.h"
#include "analysis/ServiceGraph.h"
#include "support/CaptureScript.h"

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr auto Server = SpanKind::Server, Client = SpanKind::Client;

/// Traces t1 and t2 ask web, which asks cart in both; only in t2 cart fails.
CaptureScript twoRequests() {
    CaptureScript script;
    for (const std::string trace : {"t1", "t2"}) {
        script.span("web " + trace, {.trace = trace, .service = "web", .kind = Server, .from = 0, .to = 100});
        script.span("ask " + trace, {.trace = trace,
                                     .parent = "web " + trace,
                                     .service = "web",
                                     .kind = Client,
                                     .from = 10,
                                     .to = trace == "t1" ? 20 : 60});
        script.span("cart " + trace, {.trace = trace,
                                      .parent = "ask " + trace,
                                      .service = "cart",
                                      .kind = Server,
                                      .status = trace == "t1" ? SpanStatus::Unset : SpanStatus::Error,
                                      .from = 11,
                                      .to = trace == "t1" ? 19 : 59});
    }
    return script;
}

/// The trace that holds a failed span, or the one that does not.
TraceSet tracesThat(bool fail, const SpanTable& spans) {
    TraceSet traces(spans.traces.size());
    for (std::size_t index = 0; index < spans.traces.size(); ++index) {
        bool any = false;
        for (std::uint32_t i = 0; i < spans.traces[index].spanCount; ++i)
            any = any || spans.flags[spans.traces[index].firstSpan + i].has(SpanFlag::Failed);
        if (any == fail) traces.insert(TraceRow(index));
    }
    return traces;
}

Subset subsetOf(Chosen chosen) { return {{}, std::make_shared<const Chosen>(std::move(chosen))}; }

const GraphEdge& edgeTo(std::string_view callee, const ServiceGraph& graph) {
    return *std::find_if(graph.edges.begin(), graph.edges.end(), [&](const GraphEdge& edge) {
        return graph.nodes[edge.callee.index()].node.label == callee;
    });
}

} // namespace

class TestChosenSpans : public QObject {
    Q_OBJECT

private slots:
    void aSetHoldsWhatWasInserted() {
        SpanSet set(130);
        set.insert(SpanRow(0u));
        set.insert(SpanRow(64u));
        set.insert(SpanRow(129u));
        for (std::uint32_t row = 0; row < 130; ++row)
            QCOMPARE(set.contains(SpanRow(row)), row == 0 || row == 64 || row == 129);
    }

    void figuresAreThoseOfTheChosenTraces() {
        const ScriptedCapture capture = twoRequests().build();
        const SpanTable& spans = capture.built.spans;
        for (const bool failing : {false, true}) {
            const Subset chosen =
                subsetOf(chosenTraces(tracesThat(failing, spans), spans, capture.built.calls));
            const ServiceGraph graph = deriveGraph(spans, capture.built.calls, chosen);
            const GraphEdge& edge = edgeTo("cart", graph);
            QCOMPARE(edge.calls, std::uint64_t{1});
            QCOMPARE(edge.failed, std::uint64_t{failing ? 1u : 0u});
            QCOMPARE(edge.latency->max, Duration(std::chrono::milliseconds(failing ? 50 : 10)));
            QCOMPARE(edge.fanOut->entries, std::uint64_t{1});
            QCOMPARE(edge.fanOut->mean, 1.0);
            const GraphNode& cart = graph.nodes[edge.callee.index()];
            QCOMPARE(cart.spans, std::uint64_t{1});
            QCOMPARE(cart.entries, std::optional<std::uint64_t>(1));
            QCOMPARE(cart.failed, std::optional<std::uint64_t>(failing ? 1 : 0));
        }
    }

    void edgesWithoutChosenCallsStayWithZeroFigures() {
        const ScriptedCapture capture = twoRequests().build();
        const SpanTable& spans = capture.built.spans;
        const Subset none = subsetOf(chosenTraces(TraceSet(spans.traces.size()), spans, capture.built.calls));
        const ServiceGraph graph = deriveGraph(spans, capture.built.calls, none);
        QCOMPARE(graph.edges.size(), capture.graph.edges.size());
        for (const GraphEdge& edge : graph.edges) {
            QCOMPARE(edge.calls, std::uint64_t{0});
            QVERIFY(!edge.latency);
        }
        for (const GraphNode& node : graph.nodes)
            QCOMPARE(node.spans, std::uint64_t{0});
    }

    void choosingAllIsChoosingNothing() {
        ManySpans capture({.spans = 20'000});
        const auto built = buildCalls(capture.input());
        const ServiceGraph whole = deriveGraph(built->spans, built->calls, {});
        const auto traces = TraceSet::all(built->spans.traces.size());
        QVERIFY(deriveGraph(built->spans, built->calls,
                            subsetOf(chosenTraces(traces, built->spans, built->calls))) == whole);
        const auto spans = SpanSet::all(built->spans.size());
        QVERIFY(deriveGraph(built->spans, built->calls,
                            subsetOf(chosenSpans(spans, built->spans, built->calls))) == whole);
    }

    void aMessageCountsWithItsProducersTrace() {
        CaptureScript script;
        script.span("send", {.trace = "t1", .service = "A", .kind = SpanKind::Producer, .from = 0, .to = 5});
        script.span("take", {.trace = "t2",
                             .service = "B",
                             .kind = SpanKind::Consumer,
                             .status = SpanStatus::Error,
                             .from = 20,
                             .to = 30,
                             .links = {"send"}});
        const ScriptedCapture capture = script.build();
        const SpanTable& spans = capture.built.spans;
        for (const bool consumers : {false, true}) {
            const Subset chosen =
                subsetOf(chosenTraces(tracesThat(consumers, spans), spans, capture.built.calls));
            const ServiceGraph graph = deriveGraph(spans, capture.built.calls, chosen);
            QCOMPARE(edgeTo("B", graph).calls, std::uint64_t{consumers ? 0u : 1u});
        }
    }

    void aChosenSpanBringsTheCallsOnEitherSideOfIt() {
        const ScriptedCapture capture = twoRequests().build();
        const SpanTable& spans = capture.built.spans;
        SpanSet carts(spans.size()), asks(spans.size());
        for (std::uint32_t row = 0; row < spans.size(); ++row) {
            const auto kind = spans.kind(SpanRow(row));
            if (capture.built.calls.nodes[spans.node[row].index()].label == "cart")
                carts.insert(SpanRow(row));
            if (kind == Client) asks.insert(SpanRow(row));
        }
        for (const SpanSet& set : {carts, asks}) {
            const Subset subset = subsetOf(chosenSpans(set, spans, capture.built.calls));
            const ServiceGraph graph = deriveGraph(spans, capture.built.calls, subset);
            QCOMPARE(edgeTo("cart", graph).calls, std::uint64_t{2});
            QCOMPARE(edgeTo("web", graph).calls, std::uint64_t{0});
            QCOMPARE(subset.chosen->traces.count(), std::size_t{2});
        }
    }

    void setsAreUnitedCutAndInverted() {
        SpanSet odd(70), low(70);
        for (std::uint32_t row = 0; row < 70; ++row) {
            if (row % 2 == 1) odd.insert(SpanRow(row));
            if (row < 10) low.insert(SpanRow(row));
        }
        SpanSet both = odd, either = odd, even = odd;
        both &= low;
        either |= low;
        even.invert();
        QCOMPARE(both.count(), std::size_t{5});
        QCOMPARE(either.count(), std::size_t{40});
        QCOMPARE(even.count(), std::size_t{35});
        QCOMPARE(SpanSet::all(70).count(), std::size_t{70});
        std::vector<std::uint32_t> rows;
        both.forEach([&rows](SpanRow row) { rows.push_back(row.value()); });
        QCOMPARE(rows, (std::vector<std::uint32_t>{1, 3, 5, 7, 9}));
    }

    void chosenTracesAndTheOthersShareOutAllCalls() {
        ManySpans capture({.spans = 20'000});
        const auto built = buildCalls(capture.input());
        const auto countCalls = [&](bool fail) {
            const Subset chosen =
                subsetOf(chosenTraces(tracesThat(fail, built->spans), built->spans, built->calls));
            std::uint64_t calls = 0;
            for (const GraphEdge& edge : deriveGraph(built->spans, built->calls, chosen).edges)
                calls += edge.calls;
            return calls;
        };
        QCOMPARE(countCalls(true) + countCalls(false), std::uint64_t{built->calls.size()});
    }
};

QTEST_APPLESS_MAIN(TestChosenSpans)
#include "tst_ChosenSpans.moc"
