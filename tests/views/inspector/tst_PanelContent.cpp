#include <QTest>

#include "inspector/PanelContent.h"

using namespace hallway;
using namespace std::chrono_literals;

namespace {

/// The edge of the mock-up: payments → api.acquirer.example.
EdgeInspection acquirer() {
    EdgeInspection held;
    held.caller = "payments";
    held.callee = "api.acquirer.example";
    held.calleeKind = NodeKind::External;
    GraphEdge& edge = held.edge;
    edge.id = EdgeId(4u);
    edge.caller = NodeId(1u);
    edge.callee = NodeId(2u);
    edge.callClass = CallClass::External;
    edge.calls = 2'830;
    edge.failed = edge.failedHere = 703;
    edge.retries = 412;
    edge.serverSpanMissing = 2'830;
    edge.failuresByKind[0] = 2'127; // did not fail
    edge.failuresByKind[static_cast<std::size_t>(FailureKind::Timeout)] = 634;
    edge.failuresByKind[static_cast<std::size_t>(FailureKind::Http5xx)] = 69;
    edge.latency = edge.client = Distribution{2'830, 241ms, 1'000ms, 1'004ms, 1'018ms};
    edge.fanOut = EdgeFanOut{2'418, 1.1704, 1.0, 1.1704, 3};
    held.overTime = {{timestampOf(0), timestampOf(60'000'000'000)}, {3}, {1}};
    held.passedOn = {{EdgeId(9u), "checkout", "payments", 291, 302}};
    held.operations = {{"POST /v2/charges", 2'830, 703, edge.latency}};
    held.worst.resize(20);
    for (CallItem& call : held.worst) {
        call.span = SpanRow(5u);
        call.trace = TraceRow(2u);
        call.failed = true;
        call.traceId = "3e91aa00";
        call.latency = 1'018ms;
    }
    return held;
}

const PanelSection* section(const PanelContent& content, const QString& title) {
    for (const PanelSection& held : content.sections)
        if (held.title == title) return &held;
    return nullptr;
}

QString rowText(const PanelRow& row) {
    QStringList words{row.label};
    for (const PanelFigure& figure : row.figures)
        words << figure.text;
    return words.join(u'|').replace(QChar::Nbsp, u' ');
}

QStringList rowTexts(const PanelSection& held) {
    QStringList rows;
    for (const PanelRow& row : held.rows)
        rows << rowText(row);
    return rows;
}

QString plain(QString text) { return text.replace(QChar::Nbsp, u' '); }

} // namespace

class tst_PanelContent : public QObject {
    Q_OBJECT
private slots:
    void anEdgeNamesItsEndsAndSides();
    void failuresAreSummedUp();
    void failuresPassedOnAreTold_data();
    void failuresPassedOnAreTold();
    void latencyBarsArePartsOfTheGreatest();
    void fewSamplesLookUncertain();
    void fanOutAndRetries();
    void requestsByCallsMadeAreBars();
    void originsLeadToAnExample();
    void shortRangesAreToldBySeconds();
    void kindsLeaveOutCallsThatDidNotFail();
    void upstreamEdgesCanBeChosen();
    void worstCallsLeadToTheirTraces();
    void sidesAreShownWhereThereAreSeveral();
    void anEdgeWithoutCallsSaysSo();
    void callsWithoutDurationsSaySo();
    void aServiceListsItsNeighbours();
    void theCaptureSaysWhatToDoNext();
};

void tst_PanelContent::anEdgeNamesItsEndsAndSides() {
    const PanelContent content = panelOf(acquirer(), nullptr);
    QCOMPARE(content.subject.first, "payments →");
    QCOMPARE(content.subject.second, "api.acquirer.example");
    QCOMPARE(content.subject.classLine, "external · client side only · no server span");
    QCOMPARE(content.subject.firstTarget, PanelTarget(NodeId(1u)));
    QCOMPARE(content.subject.secondTarget, PanelTarget(NodeId(2u)));
}

void tst_PanelContent::failuresAreSummedUp() {
    const FailureSummary failures = *panelOf(acquirer(), nullptr).failures;
    QCOMPARE(plain(failures.share), "24.8 % fail");
    QCOMPARE(failures.counts, "703 of 2,830");
    QCOMPARE(failures.detail, "all start here: 634 timeout, 69 status 5xx");
    QCOMPARE(failures.health, Health::Failing);
    QVERIFY(!failures.fewCalls);
}

void tst_PanelContent::failuresPassedOnAreTold_data() {
    QTest::addColumn<int>("here");
    QTest::addColumn<QString>("begin");
    QTest::newRow("none") << 0 << "all passed on from a callee: ";
    QTest::newRow("some") << 3 << "3 start here, 700 passed on: ";
    QTest::newRow("all") << 703 << "all start here: ";
}

void tst_PanelContent::failuresPassedOnAreTold() {
    QFETCH(int, here);
    QFETCH(QString, begin);
    EdgeInspection edge = acquirer();
    edge.edge.failedHere = static_cast<std::uint64_t>(here);
    const QString detail = panelOf(edge, nullptr).failures->detail;
    QVERIFY2(detail.startsWith(begin), qPrintable(detail));
}

void tst_PanelContent::latencyBarsArePartsOfTheGreatest() {
    const PanelContent content = panelOf(acquirer(), nullptr);
    const PanelSection& latency = *section(content, "Latency");
    QCOMPARE(latency.facts, "2,830 samples");
    QCOMPARE(latency.chart, PanelSection::Chart::Latency);
    QCOMPARE(rowTexts(latency), (QStringList{"p50|241 ms", "p95|1.00 s", "p99|1.00 s", "max|1.02 s"}));
    QCOMPARE(*latency.rows[0].bar, 241.0 / 1018.0);
    QCOMPARE(*latency.rows[3].bar, 1.0);
    QCOMPARE(latency.rows[2].figures[0].tone, Tone::Strong);
}

void tst_PanelContent::fewSamplesLookUncertain() {
    EdgeInspection edge = acquirer();
    edge.edge.latency->samples = 88;
    const PanelContent content = panelOf(edge, nullptr);
    const PanelSection& latency = *section(content, "Latency");
    QCOMPARE(rowText(latency.rows[2]), "p99|~ 1.00 s");
    QCOMPARE(latency.rows[2].figures[0].tone, Tone::Uncertain);
    QCOMPARE(latency.rows[2].toolTip, "On 88 calls; a p99 needs 100.");
    QCOMPARE(latency.rows[1].figures[0].tone, Tone::Plain);
}

void tst_PanelContent::fanOutAndRetries() {
    const PanelContent content = panelOf(acquirer(), nullptr);
    const PanelSection& fanOut = *section(content, "Calls per request");
    QCOMPARE(fanOut.facts, "2,418 entries of payments");
    QCOMPARE(rowTexts(fanOut),
             (QStringList{"Fan-out|1.17 mean · 3 max", "Entries that call|100 %", "Retries|412"}));
}

void tst_PanelContent::requestsByCallsMadeAreBars() {
    EdgeInspection edge = acquirer();
    edge.fanOut = FanOutBins{200, 1, 3, 30, SpanRow(1u), {{0, 0, 50}, {1, 1, 100}, {2, 4, 40}, {5, 30, 10}}};
    const PanelContent content = panelOf(edge, nullptr);
    const PanelSection& bars = *section(content, "Requests by calls made");
    QCOMPARE(bars.facts, "p50 1 · p95 3");
    QCOMPARE(rowTexts(bars), (QStringList{"0|50", "1|100", "2 – 4|40", "5 – 30|10"}));
    QCOMPARE(*bars.rows[1].bar, 0.5);
    edge.fanOut->max = 1; // says no more than the fan-out above
    QVERIFY(!section(panelOf(edge, nullptr), "Requests by calls made"));
}

void tst_PanelContent::originsLeadToAnExample() {
    EdgeInspection edge = acquirer();
    edge.origins.startsHere = {700, TraceRow(2u), SpanRow(5u)};
    edge.origins.swallowed = {3, TraceRow(4u), SpanRow(9u)};
    const PanelContent content = panelOf(edge, nullptr);
    const PanelSection& origins = *section(content, "Where failures start");
    QCOMPARE(rowTexts(origins), (QStringList{"Start here|700", "Swallowed|3"})); // none is passed on
    QVERIFY(std::get<CallTarget>(origins.rows[0].target) == (CallTarget{TraceRow(2u), SpanRow(5u)}));
    QVERIFY(std::get<CallTarget>(origins.rows[1].target) == (CallTarget{TraceRow(4u), SpanRow(9u)}));
}

void tst_PanelContent::shortRangesAreToldBySeconds() {
    EdgeInspection edge = acquirer();
    QCOMPARE(section(panelOf(edge, nullptr), "Calls over time")->facts, "00:00:00 – 00:01:00");
    edge.overTime.range.to = timestampOf(3'600'000'000'000);
    QCOMPARE(section(panelOf(edge, nullptr), "Calls over time")->facts, "00:00 – 01:00");
    edge.overTime.calls = {0};
    QVERIFY(section(panelOf(edge, nullptr), "Calls over time") == nullptr);
}

void tst_PanelContent::kindsLeaveOutCallsThatDidNotFail() {
    const PanelContent content = panelOf(acquirer(), nullptr);
    const PanelSection& kinds = *section(content, "Failures by kind");
    QCOMPARE(rowTexts(kinds), (QStringList{"timeout|634", "status 5xx|69"}));
    QCOMPARE(*kinds.rows[0].bar, 634.0 / 703.0);
    QVERIFY(kinds.rows[0].barFails);
}

void tst_PanelContent::upstreamEdgesCanBeChosen() {
    const PanelContent content = panelOf(acquirer(), nullptr);
    const PanelSection& passedOn = *section(content, "Passed on by");
    QCOMPARE(rowTexts(passedOn), QStringList{"checkout → payments|291 of 302"});
    QCOMPARE(passedOn.rows[0].target, PanelTarget(EdgeId(9u)));
}

void tst_PanelContent::worstCallsLeadToTheirTraces() {
    const PanelContent content = panelOf(acquirer(), nullptr);
    const PanelSection& worst = *section(content, "Worst calls");
    QCOMPARE(worst.rows.size(), worstShown + 1);
    QCOMPARE(rowText(worst.rows[0]), "00:00:00.000|3e91…|1.02 s");
    QCOMPARE(worst.rows[0].target, PanelTarget(CallTarget{TraceRow(2u), SpanRow(5u)}));
    QCOMPARE(worst.rows.back().label, "All 2,830 calls");
    QCOMPARE(worst.rows.back().target, PanelTarget(AllCallsTarget{}));
}

void tst_PanelContent::sidesAreShownWhereThereAreSeveral() {
    EdgeInspection edge = acquirer();
    QVERIFY(section(panelOf(edge, nullptr), "Where the time goes") == nullptr);
    edge.edge.server = Distribution{200, 10ms, 20ms, 30ms, 40ms};
    edge.edge.network = Distribution{50, 1ms, 2ms, 3ms, 4ms};
    const PanelContent content = panelOf(edge, nullptr);
    QCOMPARE(rowTexts(*section(content, "Where the time goes")),
             (QStringList{"Client|241 ms|1.00 s", "Server|10.0 ms|30.0 ms", "Network|1.00 ms|~ 3.00 ms"}));
}

void tst_PanelContent::anEdgeWithoutCallsSaysSo() {
    EdgeInspection edge;
    edge.caller = "a";
    edge.callee = "b";
    const PanelContent content = panelOf(edge, nullptr);
    QVERIFY(!content.failures);
    QVERIFY(content.sections.empty());
    QCOMPARE(content.hint, "The time range and the filter leave no call on this edge.");
}

void tst_PanelContent::callsWithoutDurationsSaySo() {
    EdgeInspection edge = acquirer();
    edge.edge.latency.reset();
    edge.edge.calls = 14;
    const PanelContent content = panelOf(edge, nullptr);
    QCOMPARE(rowTexts(*section(content, "Latency")), QStringList{"None of these 14 calls has a duration."});
    QCOMPARE(section(content, "Latency")->chart, PanelSection::Chart::None);
    QVERIFY(content.failures->fewCalls);
}

void tst_PanelContent::aServiceListsItsNeighbours() {
    NodeInspection held;
    held.label = "payments";
    held.node.id = NodeId(1u);
    held.node.entries = 2'418;
    held.node.failed = 280;
    held.node.spans = 9'000;
    held.node.fanOut = NodeFanOut{2.346, 2, 4, 6};
    held.requestLatency = Distribution{2'418, 300ms, 2'500ms, 2'940ms, 3s};
    held.outgoing = {{EdgeId(4u), NodeId(2u), "api.acquirer.example", CallClass::External, 2'830, 703,
                      held.requestLatency}};
    const PanelContent content = panelOf(held, nullptr);
    QCOMPARE(content.subject.classLine, "service · 9,000 spans");
    QCOMPARE(content.failures->counts, "280 of 2,418");
    QCOMPARE(content.failures->detail, "280 requests failed");
    QCOMPARE(rowTexts(*section(content, "Calls to")),
             QStringList{"api.acquirer.example|2.83k|24.8 %|2.94 s"});
    QCOMPARE(section(content, "Calls to")->rows[0].target, PanelTarget(EdgeId(4u)));
    QVERIFY(section(content, "Called by") == nullptr);
    QCOMPARE(rowTexts(*section(content, "Calls per request")),
             (QStringList{"Fan-out|2.35 mean · 6 max", "p50 · p95|2 · 4"}));
}

void tst_PanelContent::theCaptureSaysWhatToDoNext() {
    CaptureInspection capture;
    capture.title = "checkout-incident.jsonl";
    capture.figures.spans = 128'402;
    capture.problems = 2;
    const PanelContent content = panelOf(capture, nullptr);
    QCOMPARE(content.subject.second, "checkout-incident.jsonl");
    QCOMPARE(content.hint, "Select an edge or a service to see its figures.");
    const PanelSection& held = *section(content, "Capture");
    QCOMPARE(rowText(held.rows[0]), "Spans|128,402");
    QCOMPARE(held.rows.back().target, PanelTarget(ProblemsTarget{}));
}

QTEST_APPLESS_MAIN(tst_PanelContent)
#include "tst_PanelContent.moc"
