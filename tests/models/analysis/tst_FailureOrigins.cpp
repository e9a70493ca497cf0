#include "ManySpans.h"
#include "analysis/FailureOrigins.h"
#include "support/CaptureScript.h"

#include <QTest>

#include <numeric>

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr SpanStatus error = SpanStatus::Error;

/// user → gateway → checkout → payments fails all the way, checkout's own span in between being silent;
/// cart swallows what its database said.
CaptureScript incident() {
    CaptureScript script;
    script.span(
        "g", {.service = "gateway", .name = "GET /", .kind = SpanKind::Server, .status = error, .to = 100});
    script.span("gc",
                {.parent = "g", .service = "gateway", .kind = SpanKind::Client, .status = error, .to = 90});
    script.span("c", {.parent = "gc",
                      .service = "checkout",
                      .name = "place",
                      .kind = SpanKind::Server,
                      .status = error,
                      .to = 80});
    script.span("ci", {.parent = "c", .service = "checkout", .to = 70});
    script.span("cc",
                {.parent = "ci", .service = "checkout", .kind = SpanKind::Client, .status = error, .to = 60});
    script.span("p", {.parent = "cc",
                      .service = "payments",
                      .name = "pay",
                      .kind = SpanKind::Server,
                      .status = error,
                      .to = 50});
    script.span("gk", {.parent = "g", .service = "gateway", .kind = SpanKind::Client, .from = 5, .to = 20});
    script.span(
        "k",
        {.parent = "gk", .service = "cart", .name = "get", .kind = SpanKind::Server, .from = 6, .to = 19});
    script.span("kd", {.parent = "k",
                       .service = "cart",
                       .name = "SELECT",
                       .kind = SpanKind::Client,
                       .status = error,
                       .from = 7,
                       .to = 18,
                       .attributes = {{"db.system.name", "postgresql"}, {"db.namespace", "carts"}}});
    return script;
}

FailureReport reportOf(const ScriptedCapture& capture, const Subset& subset = {}, unsigned threads = 1) {
    return failuresOf(capture.built.spans, capture.built.calls, *capture.strings, subset, threads);
}

std::string labelOf(NodeId node, const CallTable& calls) { return calls.nodes[node.index()].label; }

std::string edgeText(EdgeId id, const CallTable& calls) {
    const Edge& edge = calls.edges[id.index()];
    return labelOf(edge.caller, calls) + ">" + labelOf(edge.callee, calls);
}

/// "cart>carts=1/0/1": starts here, passed on, swallowed.
std::string edgesText(const FailureReport& report, const CallTable& calls) {
    std::string text;
    for (const EdgeFailures& edge : report.edges)
        text += edgeText(edge.edge, calls) + "=" + std::to_string(edge.calls.startsHere) + "/" +
                std::to_string(edge.calls.passedOn) + "/" + std::to_string(edge.calls.swallowed) + " ";
    return text;
}

std::string countsText(const FailureCounts& counts) {
    return std::to_string(counts.failed) + "=" + std::to_string(counts.startsHere) + "+" +
           std::to_string(counts.passedOn) + "/" + std::to_string(counts.swallowed);
}

std::string chainText(const FailureOrigin& origin, const CallTable& calls) {
    std::string text;
    for (const ChainStep& step : origin.chain)
        text += edgeText(step.edge, calls) + "*" + std::to_string(step.calls) + " ";
    return text;
}

std::string pathText(const RequestPath& path, const ScriptedCapture& capture) {
    std::string text;
    for (const PathStep& step : path.steps)
        text += labelOf(step.node, capture.built.calls) + ":" +
                std::string(capture.strings->text(step.operation)) + " ";
    return text;
}

} // namespace

class tst_FailureOrigins : public QObject {
    Q_OBJECT

private slots:
    void callsStartArePassedOnOrSwallowed() {
        const ScriptedCapture capture = incident().build();
        const CallTable& calls = capture.built.calls;
        const FailureReport report = reportOf(capture);
        // Both that start here first; the two others pass on.
        QCOMPARE(edgesText(report, calls).find("checkout>payments=1/0/0") != std::string::npos, true);
        QVERIFY(edgesText(report, calls).find("cart>carts=1/0/1") != std::string::npos);
        QVERIFY(edgesText(report, calls).find("gateway>checkout=0/1/0") != std::string::npos);
        QVERIFY(edgesText(report, calls).find("user>gateway=0/1/0") != std::string::npos);
        QCOMPARE(report.edges.size(), std::size_t{4});
        QCOMPARE(report.failures, std::uint64_t{2});
        QCOMPARE(report.failingTraces, std::uint64_t{1});
    }

    void originsSayHowFarTheyCame() {
        const ScriptedCapture capture = incident().build();
        const CallTable& calls = capture.built.calls;
        const FailureReport report = reportOf(capture);
        QCOMPARE(report.origins.size(), std::size_t{2});
        for (const FailureOrigin& origin : report.origins) {
            const bool isPayments = labelOf(origin.node, calls) == "payments";
            QCOMPARE(capture.strings->text(origin.operation),
                     std::string_view(isPayments ? "pay" : "SELECT"));
            QCOMPARE(origin.failures, std::uint64_t{1});
            QCOMPARE(origin.traces, std::uint64_t{1});
            QCOMPARE(origin.swallowed, std::uint64_t{isPayments ? 0u : 1u});
            QCOMPARE(origin.reachedTop, std::uint64_t{isPayments ? 1u : 0u});
            QCOMPARE(chainText(origin, calls),
                     std::string(isPayments ? "checkout>payments*1 gateway>checkout*1 user>gateway*1 "
                                            : "cart>carts*1 "));
            QCOMPARE(origin.examples.size(), std::size_t{1});
        }
    }

    void spansOfAServiceFollowTheirChildrenRequestsTheirCalls() {
        const ScriptedCapture capture = incident().build();
        const FailureReport report = reportOf(capture);
        std::string text;
        for (const ServiceFailures& service : report.services)
            text += labelOf(service.node, capture.built.calls) + " " + countsText(service.requests) + " " +
                    countsText(service.spans) + "; ";
        // checkout: no child of `place` failed, and the client span's parent did not; its request passes on.
        for (const std::string_view expected : {"payments 1=1+0/0 1=1+0/0; ", "checkout 1=0+1/0 2=1+1/1; ",
                                                "gateway 1=0+1/0 2=0+2/0; ", "cart 0=0+0/1 1=1+0/1; "})
            QVERIFY2(text.find(expected) != std::string::npos, text.c_str());
    }

    void pathsLeadFromTheRootToWhereItStarts() {
        const ScriptedCapture capture = incident().build();
        const FailureReport report = reportOf(capture);
        QCOMPARE(report.pathCount, std::uint64_t{2});
        std::vector<std::string> texts;
        for (const FailingPath& path : report.paths) {
            texts.push_back(pathText(path.path, capture));
            QCOMPARE(path.slowest, std::optional<Duration>(std::chrono::milliseconds(100)));
            QCOMPARE(path.traces, std::uint64_t{1});
        }
        std::sort(texts.begin(), texts.end());
        QCOMPARE(texts, (std::vector<std::string>{"gateway:GET / cart:get carts:SELECT ",
                                                  "gateway:GET / checkout:place payments:pay "}));
    }

    void aClientThatGaveUpIsAnOriginOfItsOwn() {
        CaptureScript script;
        script.span("w", {.service = "web", .kind = SpanKind::Server, .to = 50});
        script.span("c",
                    {.parent = "w", .service = "web", .kind = SpanKind::Client, .status = error, .to = 20});
        script.span("s",
                    {.parent = "c", .service = "slow", .name = "think", .kind = SpanKind::Server, .to = 40});
        const ScriptedCapture capture = script.build();
        const FailureReport report = reportOf(capture);
        QCOMPARE(report.origins.size(), std::size_t{1});
        const FailureOrigin& origin = report.origins.front();
        QCOMPARE(labelOf(origin.node, capture.built.calls), std::string("slow"));
        const SpanTable& spans = capture.built.spans;
        const SpanRow shown = origin.examples.front().span;
        QCOMPARE(spans.kind(shown), SpanKind::Client); // the side that failed
    }

    void theExampleIsTheDeepestFailureWithinTheService() {
        CaptureScript script;
        script.span("s", {.service = "web", .kind = SpanKind::Server, .status = error, .to = 90});
        script.span("a", {.parent = "s", .service = "web", .name = "first", .status = error, .from = 5});
        script.span("b", {.parent = "s", .service = "web", .name = "second", .status = error, .from = 15});
        script.span("c", {.parent = "b", .service = "web", .name = "inner", .status = error, .from = 16});
        script.span("d", {.parent = "c", .service = "web", .name = "fine", .from = 17});
        const ScriptedCapture capture = script.build();
        const FailureReport report = reportOf(capture);
        QCOMPARE(report.failures, std::uint64_t{1});
        const SpanTable& spans = capture.built.spans;
        const SpanRow shown = report.origins.front().examples.front().span;
        QCOMPARE(capture.strings->text(spans.name[shown.index()]), std::string_view("inner"));
        QCOMPARE(capture.strings->text(report.origins.front().operation), std::string_view("op"));
        QCOMPARE(pathText(report.paths.front().path, capture), std::string("web:op "));
    }

    void aFailedRequestNobodyCalledStartsInItsService() {
        CaptureScript script;
        script.span("job", {.service = "cron", .name = "nightly", .status = error});
        const ScriptedCapture capture = script.build();
        const FailureReport report = reportOf(capture);
        QCOMPARE(report.origins.size(), std::size_t{1});
        QVERIFY(!report.origins.front().edge);
        QCOMPARE(labelOf(report.origins.front().node, capture.built.calls), std::string("cron"));
        QCOMPARE(report.origins.front().reachedTop, std::uint64_t{1});
        QCOMPARE(report.edges.size(), std::size_t{0});
    }

    void onlyTheSubsetIsCounted() {
        CaptureScript script;
        for (int i = 0; i < 4; ++i)
            script.span("s" + std::to_string(i), {.trace = "t" + std::to_string(i),
                                                  .service = "web",
                                                  .kind = SpanKind::Server,
                                                  .status = error,
                                                  .from = 100 * i,
                                                  .to = 100 * i + 10});
        const ScriptedCapture capture = script.build();
        QCOMPARE(reportOf(capture, TimeRange{CaptureScript::at(100), CaptureScript::at(300)}).failures,
                 std::uint64_t{2});
        const SpanTable& spans = capture.built.spans;
        TraceSet traces(spans.traces.size());
        traces.insert(TraceRow(3u));
        const Subset chosen({},
                            std::make_shared<const Chosen>(chosenTraces(traces, spans, capture.built.calls)));
        const FailureReport report = reportOf(capture, chosen);
        QCOMPARE(report.failures, std::uint64_t{1});
        QCOMPARE(spans.traceOf(report.origins.front().examples.front().span), TraceRow(3u));
    }

    void examplesComeInOrderOfTimeAndAreBounded() {
        CaptureScript script;
        for (int i = 0; i < 150; ++i)
            script.span("s" + std::to_string(i), {.trace = "t" + std::to_string(i),
                                                  .service = "web",
                                                  .kind = SpanKind::Server,
                                                  .status = error,
                                                  .from = 1000 - i,
                                                  .to = 2000 + i});
        const ScriptedCapture capture = script.build();
        const FailureReport report = reportOf(capture);
        const SpanTable& spans = capture.built.spans;
        const auto& examples = report.origins.front().examples;
        QCOMPARE(examples.size(), FailureReport::mostExamples);
        QVERIFY(std::is_sorted(examples.begin(), examples.end(), [&](const auto& a, const auto& b) {
            return spans.start[a.span.index()] < spans.start[b.span.index()];
        }));
        // Of a path the slowest trace comes first: the last one made.
        const SpanRow slowest = report.paths.front().examples.front().span;
        QCOMPARE(spans.start[slowest.index()], CaptureScript::at(1000 - 149));
    }

    void aPathLongerThanCanBeReadLosesItsMiddle() {
        CaptureScript script;
        std::string above;
        for (int i = 0; i < 60; ++i) {
            const std::string client = "c" + std::to_string(i), server = "s" + std::to_string(i);
            const std::string service = "n" + std::to_string(i);
            script.span(server, {.parent = above,
                                 .service = service,
                                 .kind = SpanKind::Server,
                                 .status = i == 59 ? error : SpanStatus::Unset});
            script.span(client, {.parent = server, .service = service, .kind = SpanKind::Client});
            above = client;
        }
        const ScriptedCapture capture = script.build();
        const FailureReport report = reportOf(capture);
        const RequestPath& path = report.paths.front().path;
        QCOMPARE(path.steps.size(), CallPaths::longest);
        QCOMPARE(path.omitted, std::size_t{60 - CallPaths::longest});
        QCOMPARE(path.omittedAfter, CallPaths::longest / 2);
        const auto label = [&](std::size_t i) { return labelOf(path.steps[i].node, capture.built.calls); };
        QCOMPARE(label(0), std::string("n0"));
        QCOMPARE(label(11), std::string("n11"));
        QCOMPARE(label(12), std::string("n48"));
        QCOMPARE(label(23), std::string("n59"));
    }

    void figuresAgreeWithThoseOfTheGraphWhateverTheThreads() {
        ManySpans capture({.spans = 60'000});
        const auto built = buildCalls(capture.input());
        const Subset subset;
        const FailureReport report = failuresOf(built->spans, built->calls, capture.strings(), subset, 1);
        QVERIFY(report.failures > 100);
        QVERIFY(report == failuresOf(built->spans, built->calls, capture.strings(), subset, 4));

        const ServiceGraph graph = deriveGraph(built->spans, built->calls, subset);
        std::vector<std::uint64_t> startsHere(graph.edges.size(), 0);
        std::uint64_t all = 0;
        for (const FailureOrigin& origin : report.origins) {
            if (origin.edge) startsHere[origin.edge->index()] += origin.failures;
            all += origin.failures;
            QVERIFY(origin.swallowed + origin.reachedTop <= origin.failures);
            QCOMPARE(origin.edge ? origin.failures : 0,
                     std::accumulate(origin.byKind.begin(), origin.byKind.end(), std::uint64_t{0}));
        }
        QCOMPARE(all, report.failures);
        for (const EdgeFailures& edge : report.edges) {
            const GraphEdge& figures = graph.edges[edge.edge.index()];
            QCOMPARE(edge.calls.failed, figures.failed);
            QCOMPARE(edge.calls.startsHere, figures.failedHere);
            QCOMPARE(edge.calls.startsHere + edge.calls.passedOn, edge.calls.failed);
            QCOMPARE(startsHere[edge.edge.index()], figures.failedHere);
            QVERIFY(failuresOfEdge(edge.edge, built->spans, built->calls, subset) == edge);
        }
        for (const ServiceFailures& service : report.services)
            QCOMPARE(service.requests.failed, graph.nodes[service.node.index()].failed.value());
        if (report.pathCount == report.paths.size()) {
            std::uint64_t onPaths = 0;
            for (const FailingPath& path : report.paths)
                onPaths += path.failures;
            QCOMPARE(onPaths, report.failures);
        }
    }

    void aChainOfAHundredThousandSpansIsNoTrouble() {
        StringPool strings;
        ResourceTable resources;
        SpanBatch batch = ManySpans::chain(100'000, strings, resources);
        for (SpanRecord& span : batch.spans)
            span.status = error;
        CallInput input(strings, resources);
        input.append(batch, StoreRow(0u));
        const auto built = buildCalls(std::move(input));
        const FailureReport report = failuresOf(built->spans, built->calls, strings, {});
        QCOMPARE(report.failingTraces, std::uint64_t{1});
        QVERIFY(report.failures >= 1);
    }
};

QTEST_APPLESS_MAIN(tst_FailureOrigins)
#include "tst_FailureOrigins.moc"
