#include <QTest>

#include "ScriptCapture.h"
#include "items/PassedOnFailures.h"

using namespace hallway;
using namespace hallway::test;

class tst_PassedOnFailures : public QObject {
    Q_OBJECT
private slots:
    void failuresAreFollowedUpstreamNearestFirst();
    void callersThatDidNotFailSwallowThem();
    void aRangeWithoutFailuresPassesNothing();
};

void tst_PassedOnFailures::failuresAreFollowedUpstreamNearestFirst() {
    const auto capture = captureOf(paymentScript());
    const auto counts = passedOnFrom(edgeNamed(*capture, "pay", "acquirer"), capture->calls(), {});
    QVERIFY(!counts.empty());
    QCOMPARE(counts[0], (PassedOnCount{edgeNamed(*capture, "gateway", "pay"), 1}));
    QCOMPARE(counts.size(), std::size_t(2));
    QCOMPARE(counts[1], (PassedOnCount{edgeNamed(*capture, "user", "gateway"), 1}));
}

void tst_PassedOnFailures::callersThatDidNotFailSwallowThem() {
    CaptureScript script;
    script.span("root", {.service = "web", .kind = SpanKind::Server, .from = 0, .to = 100});
    script.span("out", {.parent = "root",
                        .service = "web",
                        .kind = SpanKind::Client,
                        .status = SpanStatus::Error,
                        .from = 10,
                        .to = 90});
    script.span("in", {.parent = "out",
                       .service = "cart",
                       .kind = SpanKind::Server,
                       .status = SpanStatus::Error,
                       .from = 20,
                       .to = 80});
    const auto capture = captureOf(script);
    QVERIFY(passedOnFrom(edgeNamed(*capture, "web", "cart"), capture->calls(), {}).empty());
}

void tst_PassedOnFailures::aRangeWithoutFailuresPassesNothing() {
    const auto capture = captureOf(paymentScript());
    const TimeRange second{CaptureScript::at(900), CaptureScript::at(2'000)};
    QVERIFY(passedOnFrom(edgeNamed(*capture, "pay", "acquirer"), capture->calls(), second).empty());
}

QTEST_APPLESS_MAIN(tst_PassedOnFailures)
#include "tst_PassedOnFailures.moc"
