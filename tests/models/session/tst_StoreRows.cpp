#include "session/StoreRows.h"
#include "support/CaptureScript.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

class TestStoreRows : public QObject {
    Q_OBJECT

private slots:
    void sayOfEdgesAndServicesWhatTheGraphSays() {
        CaptureScript script;
        script.span("in", {.service = "web", .kind = SpanKind::Server, .from = 0, .to = 100});
        script.span("out",
                    {.parent = "in", .service = "web", .kind = SpanKind::Client, .from = 10, .to = 90});
        script.span("cart", {.parent = "out",
                             .service = "cart",
                             .kind = SpanKind::Server,
                             .status = SpanStatus::Error,
                             .from = 20,
                             .to = 80});
        const ScriptedCapture capture = script.build();
        const auto edges = edgeRowsOf(capture.graph);
        const auto services = serviceRowsOf(capture.graph);
        QCOMPARE(edges.size(), std::size_t{2}); // by caller label: user > web, web > cart
        QCOMPARE(edges[0].caller + ">" + edges[0].callee, std::string("user>web"));
        QVERIFY(!edges[0].fanOut.has_value()); // of a virtual caller
        const EdgeRow& toCart = edges[1];
        QCOMPARE(toCart.caller + ">" + toCart.callee, std::string("web>cart"));
        QCOMPARE(toCart.calls, std::uint64_t{1});
        QCOMPARE(toCart.failed, std::uint64_t{1});
        QCOMPARE(toCart.failedHere, std::uint64_t{1});
        QCOMPARE(toCart.latency->p99, std::chrono::milliseconds(80));
        QCOMPARE(toCart.server->max, std::chrono::milliseconds(60));
        QCOMPARE(toCart.network->p50, std::chrono::milliseconds(20));
        QVERIFY(!toCart.delivery.has_value());
        QCOMPARE(toCart.fanOut->mean, 1.0);
        QCOMPARE(services.size(), std::size_t{3});
        for (const ServiceRow& row : services) {
            QCOMPARE(row.entries.has_value(), row.kind == NodeKind::Service);
            if (row.name == "cart") QCOMPARE(row.failed, std::optional<std::uint64_t>(1));
            if (row.name == "web") QCOMPARE(row.latency->max, std::chrono::milliseconds(100));
        }
    }

    void countTracesOrphansAndTimes() {
        CaptureScript script;
        script.span("in", {.trace = "1", .service = "web", .from = 5, .to = 100});
        script.span("lost", {.trace = "2", .parent = "missing", .service = "cart", .from = 20, .to = 300});
        script.span("also", {.trace = "2", .parent = "missing", .service = "cart", .from = 30, .to = 40});
        script.span("timeless",
                    {.trace = "3", .service = "cart", .from = ScriptSpan::noTime, .to = ScriptSpan::noTime});
        const ScriptedCapture capture = script.build();
        const CaptureFigures figures = countCapture(capture.built.spans, capture.built.calls, 4);
        QCOMPARE(figures.traces, std::uint64_t{3});
        QCOMPARE(figures.spans, std::uint64_t{4});
        QCOMPARE(figures.services, std::uint64_t{2});
        QCOMPARE(figures.duplicates, std::uint64_t{4});
        QCOMPARE(figures.orphans, std::uint64_t{2});
        QCOMPARE(figures.incompleteTraces, std::uint64_t{1});
        QCOMPARE(figures.start, std::optional(CaptureScript::at(5)));
        QCOMPARE(figures.end, std::optional(CaptureScript::at(300)));
        QCOMPARE(figuresOf(summaryOf(figures)), figures);
    }

    void countNothingInAnEmptyCapture() { QCOMPARE(countCapture({}, {}, 0), CaptureFigures{}); }
};

QTEST_APPLESS_MAIN(TestStoreRows)
#include "tst_StoreRows.moc"
