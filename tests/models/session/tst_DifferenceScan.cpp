#include "SessionFolder.h"

#include "analysis/CallSource.h"
#include "session/DifferenceScan.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

Result<OpenOutcome> openSample(const SessionFolder& folder) {
    return folder.open({HALLWAY_SOURCE_DIR "/resources/samples/checkout-incident.jsonl"});
}

/// Requests from outside, the slow ones against the others.
ComparedCalls slowRequests(const Capture& capture) {
    const auto calls = callsOf({}, capture.calls(), capture.spans(), {});
    const Duration limit = latencyAt(calls, 90'000).value_or(Duration::zero());
    return compare(calls, [&](const SourcedCall& call) { return call.latency && *call.latency > limit; });
}

/// By reading the details of each call's own span.
SplitCount naiveCount(const Capture& capture, const ComparedCalls& calls, const Difference& finding) {
    SplitCount count;
    for (const ComparedCall& call : calls) {
        if (!call.callee.valid()) continue;
        const auto details = capture.details(call.callee);
        if (!details) continue;
        const auto& values =
            finding.dimension.scope == ValueScope::Span ? details->attributes : details->resource;
        for (const NamedValue& value : values)
            if (value.key == finding.dimension.key && value.text == finding.value.label.text)
                ++(call.selected ? count.selected : count.others);
    }
    return count;
}

} // namespace

class tst_DifferenceScan : public QObject {
    Q_OBJECT

private slots:
    void theSampleIncidentIsFound() {
        const SessionFolder folder;
        const auto outcome = openSample(folder);
        QVERIFY(outcome.has_value());
        const ComparedCalls calls = slowRequests(*outcome->capture);
        const auto differences = differencesOf(*outcome->capture, calls);
        QVERIFY(differences.has_value());
        QVERIFY(differences->enough);
        const auto& nodes = outcome->capture->calls().nodes;
        const bool namesPayments = std::any_of(
            differences->findings.begin(), differences->findings.end(), [&](const Difference& finding) {
                return finding.dimension.service.valid() &&
                       nodes[finding.dimension.service.index()].label == "payments";
            });
        QVERIFY(namesPayments);
    }

    void countsAreThoseOfTheSpansThemselves() {
        const SessionFolder folder;
        const auto outcome = openSample(folder);
        QVERIFY(outcome.has_value());
        const Capture& capture = *outcome->capture;
        const ComparedCalls calls = slowRequests(capture);
        const auto differences = differencesOf(capture, calls);
        QVERIFY(differences.has_value());
        int compared = 0;
        for (const Difference& finding : differences->findings) {
            std::vector<Difference> alike{finding}; // with those that stand beside it
            for (const SameSplit& same : finding.also)
                alike.push_back({same.dimension, same.value, {}, {}});
            for (const Difference& each : alike) {
                if (each.dimension.side != CallSide::Callee || each.dimension.scope == ValueScope::Fact ||
                    each.value.label.form != ValueForm::Text)
                    continue;
                QCOMPARE(each.value.calls, naiveCount(capture, calls, each));
                ++compared;
            }
        }
        QVERIFY(compared > 0);
    }

    void theNumberOfThreadsDoesNotMatter() {
        const SessionFolder folder;
        const auto outcome = openSample(folder);
        QVERIFY(outcome.has_value());
        const ComparedCalls calls = slowRequests(*outcome->capture);
        const auto one = differencesOf(*outcome->capture, calls, ChosenBy::Anything, {}, 1);
        const auto four = differencesOf(*outcome->capture, calls, ChosenBy::Anything, {}, 4);
        QVERIFY(one && four);
        QCOMPARE(one->findings.size(), four->findings.size());
        QCOMPARE(one->tests, four->tests);
        for (std::size_t i = 0; i < one->findings.size(); ++i) {
            QCOMPARE(one->findings[i].dimension, four->findings[i].dimension);
            QCOMPARE(one->findings[i].value, four->findings[i].value);
            QCOMPARE(one->findings[i].also, four->findings[i].also);
        }
    }

    void whatOnlySaysFailedAgainIsLeftOut() {
        const SessionFolder folder;
        const auto outcome = openSample(folder);
        QVERIFY(outcome.has_value());
        const Capture& capture = *outcome->capture;
        const ComparedCalls calls = compare(callsOf({}, capture.calls(), capture.spans(), {}),
                                            [](const SourcedCall& call) { return call.failed; });
        const auto differences = differencesOf(capture, calls, ChosenBy::Failure);
        QVERIFY(differences && !differences->findings.empty());
        for (const Difference& finding : differences->findings)
            QVERIFY(finding.dimension.scope != ValueScope::Fact ||
                    finding.dimension.side == CallSide::Inside ||
                    (finding.dimension.fact != Fact::Failed && finding.dimension.fact != Fact::StatusCode));
    }

    void cancellingEndsIt() {
        const SessionFolder folder;
        const auto outcome = openSample(folder);
        QVERIFY(outcome.has_value());
        CancelSource cancel;
        cancel.cancel();
        const auto differences = differencesOf(*outcome->capture, slowRequests(*outcome->capture),
                                               ChosenBy::Anything, cancel.token());
        QVERIFY(!differences);
        QCOMPARE(differences.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_DifferenceScan)
#include "tst_DifferenceScan.moc"
