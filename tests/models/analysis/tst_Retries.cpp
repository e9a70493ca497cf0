#include "analysis/Retries.h"

#include "support/CaptureScript.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Try {
    std::int64_t from, to;
    bool failed;
    bool resent = false; ///< says so itself
};

/// A request of `web` that calls `pay` so many times under one parent.
void addRequest(CaptureScript& script, const std::string& trace, const std::vector<Try>& tries) {
    script.span("r" + trace, {.trace = trace, .service = "web", .kind = SpanKind::Server, .to = 10'000});
    int number = 0;
    for (const Try& attempt : tries) {
        const std::string id = trace + "." + std::to_string(number++);
        const SpanStatus status = attempt.failed ? SpanStatus::Error : SpanStatus::Unset;
        std::vector<std::pair<std::string, ScriptValue>> attributes;
        if (attempt.resent) attributes.emplace_back("http.request.resend_count", std::int64_t{1});
        script.span("c" + id, {.trace = trace,
                               .parent = "r" + trace,
                               .service = "web",
                               .name = "POST",
                               .kind = SpanKind::Client,
                               .status = status,
                               .from = attempt.from,
                               .to = attempt.to,
                               .attributes = attributes});
        script.span("s" + id, {.trace = trace,
                               .parent = "c" + id,
                               .service = "pay",
                               .name = "charge",
                               .kind = SpanKind::Server,
                               .status = status,
                               .from = attempt.from,
                               .to = attempt.to});
    }
}

RetryReport reportOf(const ScriptedCapture& capture, const Subset& subset = {}) {
    return retriesOf(capture.built.spans, capture.built.calls, subset, 1);
}

} // namespace

class tst_Retries : public QObject {
    Q_OBJECT

private slots:
    void withoutRetriesThereIsNothingToTell() {
        CaptureScript script;
        addRequest(script, "a", {{0, 10, false}, {20, 30, true}});
        const RetryReport report = reportOf(script.build());
        QCOMPARE(report.edges.size(), std::size_t{0});
        QCOMPARE(report.retries, std::uint64_t{0});
    }

    void aLastTryThatSucceedsHidesTheFailuresBefore() {
        CaptureScript script;
        addRequest(script, "a", {{0, 10, true}, {20, 30, true}, {60, 70, false}});
        addRequest(script, "b", {{0, 10, true}, {20, 30, true}});
        addRequest(script, "c", {{0, 10, false}});
        const ScriptedCapture capture = script.build();
        const RetryReport report = reportOf(capture);
        QCOMPARE(report.edges.size(), std::size_t{1});
        const EdgeRetries& edge = report.edges.front();
        QCOMPARE(edge.edge, capture.edge("web", "pay")->id);
        QCOMPARE(edge.calls, std::uint64_t{6});
        QCOMPARE(edge.retries, std::uint64_t{3});
        QCOMPARE(edge.attemptsPerCall(), std::optional<double>(2.0)); // calls / (calls − retries)
        QCOMPARE(edge.repeated, std::uint64_t{2});
        QCOMPARE(edge.hidden, std::uint64_t{1});
        QCOMPARE(edge.hiddenFailures, std::uint64_t{2});
        QCOMPARE(edge.exhausted, std::uint64_t{1});
        QCOMPARE(edge.mostAttempts, 3u);
        QCOMPARE(edge.delay, Duration(std::chrono::milliseconds(60 + 20)));
        QCOMPARE(edge.worst.front().attempts, 3u);
        QVERIFY(edge.worst.front().hidesFailures());
        QVERIFY(!edge.worst.back().hidesFailures());
    }

    void aRetryContinuesTheLatestFailureThatHadEnded() {
        CaptureScript script;
        addRequest(script, "a", {{0, 10, true}, {5, 40, true}, {20, 25, false, true}, {50, 60, false, true}});
        const ScriptedCapture capture = script.build();
        const EdgeRetries edge = reportOf(capture).edges.front();
        QCOMPARE(edge.retries, std::uint64_t{2});
        QCOMPARE(edge.repeated, std::uint64_t{2});
        QCOMPARE(edge.hidden, std::uint64_t{2});
        std::vector<Duration> delays;
        for (const LogicalCall& call : edge.worst)
            delays.push_back(call.delay);
        // 5 → 50 and 0 → 20: at 20 the second failure was still under way.
        QCOMPARE(delays,
                 (std::vector<Duration>{std::chrono::milliseconds(45), std::chrono::milliseconds(20)}));
    }

    void tracesWithTheMostRetriesComeFirst() {
        CaptureScript script;
        addRequest(script, "a", {{0, 10, true}, {20, 30, false}});
        addRequest(script, "b", {{0, 10, true}, {20, 30, true}, {40, 50, true}, {60, 70, false}});
        const ScriptedCapture capture = script.build();
        const RetryReport report = reportOf(capture);
        QCOMPARE(report.tracesWithRetries, std::uint64_t{2});
        QCOMPARE(report.traces[0].retries, std::uint64_t{3});
        QCOMPARE(report.traces[1].retries, std::uint64_t{1});
        QCOMPARE(report.retries, std::uint64_t{4});
        const CallTable& calls = capture.built.calls;
        QVERIFY(calls.has(report.traces[0].first, CallFlag::Retry));
    }

    void aStormIsEveryFifthCallAndTenAtLeast() {
        EdgeRetries edge;
        edge.calls = 50;
        edge.retries = 10;
        QVERIFY(edge.isStorm());
        edge.calls = 51;
        QVERIFY(!edge.isStorm());
        edge.calls = edge.retries = 9;
        QVERIFY(!edge.isStorm());
        QVERIFY(!edge.attemptsPerCall()); // no first attempt was recorded
    }

    void onlyCallsInRangeCount() {
        CaptureScript script;
        addRequest(script, "a", {{0, 10, true}, {20, 30, true}, {60, 70, false}});
        const RetryReport report =
            reportOf(script.build(), TimeRange{CaptureScript::at(20), CaptureScript::at(100)});
        const EdgeRetries& edge = report.edges.front();
        QCOMPARE(edge.calls, std::uint64_t{2});
        QCOMPARE(edge.retries, std::uint64_t{2}); // the first of them begins a logical call of its own
        QCOMPARE(edge.repeated, std::uint64_t{1});
        QCOMPARE(edge.mostAttempts, 2u);
    }
};

QTEST_APPLESS_MAIN(tst_Retries)
#include "tst_Retries.moc"
