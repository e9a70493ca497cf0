#include <QTest>

#include "ScriptCapture.h"
#include "items/Inspections.h"

#include <numeric>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

std::uint32_t sum(const std::vector<std::uint32_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0u);
}

} // namespace

class tst_Inspections : public QObject {
    Q_OBJECT
private slots:
    void anEdgeInFull();
    void anEdgeInARange();
    void aServiceInFull();
    void aVirtualNodeTakesItsLatencyFromTheCallsIntoIt();
    void worstCallsAreLimited();
    void theCaptureAtAGlance();
    void anEmptyRangeHasNoFigures();
};

void tst_Inspections::anEdgeInFull() {
    const auto capture = captureOf(paymentScript());
    const EdgeInspection edge =
        inspectEdge(edgeNamed(*capture, "pay", "acquirer"), *capture, capture->graph(), {});
    QCOMPARE(edge.caller, "pay");
    QCOMPARE(edge.callee, "acquirer");
    QCOMPARE(edge.edge.calls, 2u);
    QCOMPARE(edge.edge.failed, 1u);
    QCOMPARE(sum(edge.latency.calls), 2u);
    QCOMPARE(sum(edge.latency.failed), 1u);
    QCOMPARE(sum(edge.overTime.calls), 2u);
    QCOMPARE(edge.overTime.range, (TimeRange{CaptureScript::at(0), CaptureScript::at(1'100) + Duration(1)}));
    QCOMPARE(edge.operations.size(), std::size_t(1));
    QCOMPARE(edge.operations[0].name, "POST /charge");
    QCOMPARE(edge.operations[0].calls, 2u);
    QCOMPARE(edge.operations[0].failed, 1u);
    QCOMPARE(edge.worst.size(), std::size_t(2));
    QVERIFY(edge.worst[0].failed);
    QVERIFY(!edge.worst[1].failed);
    QCOMPARE(edge.passedOn.size(), std::size_t(2));
    QCOMPARE(edge.passedOn[0], (PassedOn{edgeNamed(*capture, "gateway", "pay"), "gateway", "pay", 1, 1}));
}

void tst_Inspections::anEdgeInARange() {
    const auto capture = captureOf(paymentScript());
    const TimeRange second{CaptureScript::at(900), CaptureScript::at(2'000)};
    const ServiceGraph graph = deriveGraph(capture->spans(), capture->calls(), second);
    const EdgeInspection edge = inspectEdge(edgeNamed(*capture, "pay", "acquirer"), *capture, graph, second);
    QCOMPARE(edge.edge.calls, 1u);
    QCOMPARE(edge.edge.failed, 0u);
    QCOMPARE(sum(edge.latency.calls), 1u);
    QCOMPARE(edge.worst.size(), std::size_t(1));
    QVERIFY(edge.passedOn.empty());
    QCOMPARE(edge.overTime.range,
             (TimeRange{CaptureScript::at(900), CaptureScript::at(1'100) + Duration(1)}));
}

void tst_Inspections::aServiceInFull() {
    const auto capture = captureOf(paymentScript());
    const NodeInspection pay = inspectNode(nodeNamed(*capture, "pay"), *capture, capture->graph(), {});
    QCOMPARE(pay.label, "pay");
    QCOMPARE(pay.node.requests(), 2u);
    QCOMPARE(pay.requestLatency, (std::optional<Distribution>(Distribution{2, 60ms, 60ms, 60ms, 60ms})));
    QCOMPARE(pay.requestLatency, pay.node.latency);
    QCOMPARE(pay.incoming.size(), std::size_t(1));
    QCOMPARE(pay.incoming[0].label, "gateway");
    QCOMPARE(pay.incoming[0].calls, 2u);
    QCOMPARE(pay.outgoing.size(), std::size_t(1));
    QCOMPARE(pay.outgoing[0].label, "acquirer");
    QCOMPARE(pay.operations[0].name, "Pay");
    QCOMPARE(sum(pay.overTime.failed), 1u);
    QVERIFY(pay.worst[0].failed);
    QCOMPARE(pay.worst[0].operation, "Pay");
}

void tst_Inspections::aVirtualNodeTakesItsLatencyFromTheCallsIntoIt() {
    const auto capture = captureOf(paymentScript());
    const NodeInspection acquirer =
        inspectNode(nodeNamed(*capture, "acquirer"), *capture, capture->graph(), {});
    QVERIFY(!acquirer.node.latency);
    QCOMPARE(acquirer.requestLatency, (std::optional<Distribution>(Distribution{2, 40ms, 40ms, 40ms, 40ms})));
    QCOMPARE(sum(acquirer.overTime.calls), 2u);
    QVERIFY(acquirer.operations.empty());
    QVERIFY(acquirer.outgoing.empty());
}

void tst_Inspections::worstCallsAreLimited() {
    CaptureScript script;
    for (int i = 0; i < 300; ++i) {
        const std::string trace = std::to_string(i);
        script.span("out" + trace,
                    {.trace = trace, .service = "web", .kind = SpanKind::Client, .from = 0, .to = 10 + i});
        script.span("in" + trace, {.trace = trace,
                                   .parent = "out" + trace,
                                   .service = "cart",
                                   .kind = SpanKind::Server,
                                   .from = 1,
                                   .to = 5});
    }
    const auto capture = captureOf(script);
    const EdgeInspection edge =
        inspectEdge(edgeNamed(*capture, "web", "cart"), *capture, capture->graph(), {});
    QCOMPARE(edge.edge.calls, 300u);
    QCOMPARE(edge.worst.size(), EdgeInspection::mostWorst);
    QCOMPARE(edge.worst[0].latency, std::optional<Duration>(309ms));
    QCOMPARE(edge.worst[199].latency, std::optional<Duration>(110ms));
}

void tst_Inspections::theCaptureAtAGlance() {
    const auto capture = captureOf(paymentScript());
    const CaptureInspection glance = inspectCapture(*capture, capture->graph(), {});
    QCOMPARE(glance.title, "script.json");
    QCOMPARE(glance.figures.spans, 8u);
    QCOMPARE(glance.figures.traces, 2u);
    QCOMPARE(glance.edges, 3u); // user → gateway → pay → acquirer
    QCOMPARE(glance.calls, 6u);
    QCOMPARE(glance.failed, 3u);
    QCOMPARE(glance.problems, 0u);
}

void tst_Inspections::anEmptyRangeHasNoFigures() {
    const auto capture = captureOf(paymentScript());
    const TimeRange never{CaptureScript::at(5'000), CaptureScript::at(6'000)};
    const ServiceGraph graph = deriveGraph(capture->spans(), capture->calls(), never);
    const EdgeInspection edge = inspectEdge(edgeNamed(*capture, "gateway", "pay"), *capture, graph, never);
    QVERIFY(edge.latency.calls.empty());
    QVERIFY(edge.overTime.calls.empty());
    QVERIFY(edge.worst.empty());
    const NodeInspection pay = inspectNode(nodeNamed(*capture, "pay"), *capture, graph, never);
    QVERIFY(!pay.requestLatency);
    QVERIFY(pay.incoming.empty());
}

QTEST_GUILESS_MAIN(tst_Inspections)
#include "tst_Inspections.moc"
