#include <QTest>

#include "ScriptCapture.h"
#include "items/Inspections.h"

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

/// The first span of this name.
SpanRow spanNamed(const Capture& capture, std::string_view name) {
    const SpanTable& spans = capture.spans();
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (capture.strings().text(spans.name[row]) == name) return SpanRow(row);
    return {};
}

LinkDetails linkTo(const Capture& capture, SpanRow span) {
    LinkDetails link;
    link.trace = capture.spans().traces[capture.spans().traceOf(span).index()].id;
    link.span = capture.spans().spanId(span);
    link.traceId = textOf(link.trace, capture.strings());
    link.spanId = textOf(link.span, capture.strings());
    return link;
}

} // namespace

class tst_SpanInspections : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatTheTableAndTheStoreHold();
    void selfTimeLeavesOutChildren();
    void linksFindImportedSpans();
    void clockSkewIsTold();
    void anUnfinishedSpanHasNoDuration();
};

void tst_SpanInspections::tellsWhatTheTableAndTheStoreHold() {
    const auto capture = captureOf(paymentScript());
    SpanDetails details;
    details.source = SourceId(0u);
    details.statusMessage = "declined\nby bank";
    details.droppedCount = 3;
    details.parentId = "abc";
    const SpanRow row = spanNamed(*capture, "Pay");
    const SpanInspection span = inspectSpan(row, details, *capture);
    QCOMPARE(span.span, row);
    QCOMPARE(span.service, "pay");
    QCOMPARE(span.operation, "Pay");
    QCOMPARE(span.kind, SpanKind::Server);
    QCOMPARE(span.duration, std::optional<Duration>(60ms));
    QCOMPARE(span.statusMessage, "declined\nby bank");
    QCOMPARE(span.source, "script.json");
    QCOMPARE(span.droppedCount, 3u);
    QCOMPARE(span.traceId.size(), 32);
    QVERIFY(!span.skew);
}

void tst_SpanInspections::selfTimeLeavesOutChildren() {
    const auto capture = captureOf(paymentScript());
    QCOMPARE(inspectSpan(spanNamed(*capture, "Pay"), {}, *capture).selfTime,
             std::optional<Duration>(20ms)); // 60 − 40
    QCOMPARE(inspectSpan(spanNamed(*capture, "POST /charge"), {}, *capture).selfTime,
             std::optional<Duration>(40ms)); // a leaf
}

void tst_SpanInspections::linksFindImportedSpans() {
    const auto capture = captureOf(paymentScript());
    const SpanRow target = spanNamed(*capture, "GET /");
    SpanDetails details;
    details.links = {linkTo(*capture, target), LinkDetails(), linkTo(*capture, target)};
    details.links[1].traceId = "00000000000000000000000000000bad";
    details.links[2].span.value ^= 0xffff; // the trace is there, the span is not
    const SpanInspection span = inspectSpan(spanNamed(*capture, "Pay"), details, *capture);
    QCOMPARE(span.links[0].trace, std::optional(capture->spans().traceOf(target)));
    QCOMPARE(span.links[0].span, std::optional(target));
    QVERIFY(!span.links[1].trace);
    QVERIFY(!span.links[1].span);
    QVERIFY(span.links[2].trace);
    QVERIFY(!span.links[2].span);
}

void tst_SpanInspections::clockSkewIsTold() {
    CaptureScript script;
    // The callee seems to begin 40 ms before its caller; centred between the ends of the call it is moved by
    // 50 ms.
    script.span("out", {.service = "web",
                        .name = "out",
                        .kind = SpanKind::Client,
                        .from = 100,
                        .to = 120,
                        .attributes = {}});
    script.span(
        "in",
        {.parent = "out", .service = "cart", .name = "in", .kind = SpanKind::Server, .from = 60, .to = 60});
    const auto capture = captureOf(script);
    QCOMPARE(inspectSpan(spanNamed(*capture, "in"), {}, *capture).skew, std::optional<Duration>(50ms));
    QVERIFY(!inspectSpan(spanNamed(*capture, "out"), {}, *capture).skew);
}

void tst_SpanInspections::anUnfinishedSpanHasNoDuration() {
    CaptureScript script;
    script.span(
        "open",
        {.service = "web", .name = "open", .kind = SpanKind::Server, .from = 100, .to = ScriptSpan::noTime});
    const auto capture = captureOf(script);
    const SpanInspection span = inspectSpan(spanNamed(*capture, "open"), {}, *capture);
    QVERIFY(!span.duration);
    QVERIFY(!span.selfTime);
    QVERIFY(span.start);
    QVERIFY(span.flags.has(SpanFlag::Unfinished));
}

QTEST_GUILESS_MAIN(tst_SpanInspections)
#include "tst_SpanInspections.moc"
