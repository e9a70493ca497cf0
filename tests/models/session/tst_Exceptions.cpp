#include "session/Exceptions.h"

#include "SessionFolder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// A trace with one server span of `service`, `second` s after the origin, with an exception unless `message`
/// is empty.
std::string lineWith(int trace, const std::string& service, const std::string& message, bool failed) {
    const std::int64_t start = 1'795'305'600'000'000'000 + std::int64_t{trace} * 1'000'000'000;
    const std::string hex = std::to_string(10 + trace);
    std::string events;
    if (!message.empty())
        events = "{\"name\":\"retry\",\"timeUnixNano\":\"" + std::to_string(start + 1) +
                 "\"},{\"name\":\"exception\",\"timeUnixNano\":\"" + std::to_string(start + 5) +
                 "\",\"attributes\":[{\"key\":\"exception.type\",\"value\":{\"stringValue\":\"IOError\"}},"
                 "{\"key\":\"exception.message\",\"value\":{\"stringValue\":\"" +
                 message + "\"}},{\"key\":\"exception.stacktrace\",\"value\":{\"stringValue\":\"at " +
                 service + "\"}}]}";
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{"
           "\"stringValue\":\"" +
           service +
           "\"}}]},\"scopeSpans\":[{\"spans\":[{\"traceId\":"
           "\"000000000000000000000000000000" +
           hex + "\",\"spanId\":\"00000000000000" + hex +
           "\",\"name\":\"op\",\"kind\":2,\"startTimeUnixNano\":\"" + std::to_string(start) +
           "\",\"endTimeUnixNano\":\"" + std::to_string(start + 10) + "\",\"events\":[" + events +
           "],\"status\":{" + (failed ? "\"code\":2" : "") + "}}]}]}]}\n";
}

Result<OpenOutcome> open(const SessionFolder& folder) {
    return folder.open(
        {folder.write("a.jsonl", lineWith(1, "web", "disk 7 is full", true) + lineWith(2, "web", "", false) +
                                     lineWith(3, "cart", "disk 12 is full", false) +
                                     lineWith(4, "cart", "no route", true))});
}

} // namespace

class tst_Exceptions : public QObject {
    Q_OBJECT

private slots:
    void exceptionsComeFromTheEventsOfTheSpans() {
        const SessionFolder folder;
        const auto outcome = open(folder);
        QVERIFY(outcome.has_value());
        const Capture& capture = *outcome->capture;
        const auto report = exceptionsOf(capture, {});
        QVERIFY(report.has_value());
        QCOMPARE(report->exceptions, std::uint64_t{3});
        QCOMPARE(report->groups.size(), std::size_t{2});
        const ExceptionGroup& full = report->groups.front();
        QCOMPARE(full.shape, std::string("disk <n> is full"));
        QCOMPARE(full.message, std::string("disk 7 is full"));
        QCOMPARE(full.stackTrace, std::string("at web"));
        QCOMPARE(full.count, std::uint64_t{2});
        QCOMPARE(full.inFailed, std::uint64_t{1});
        QCOMPARE(full.services.size(), std::size_t{2});
        QCOMPARE(full.examples.size(), std::size_t{2});
        const SpanRow first = full.examples.front();
        QCOMPARE(full.first, capture.spans().start[first.index()] + Duration(5));
        QCOMPARE(capture.calls().nodes[capture.spans().node[first.index()].index()].label,
                 std::string("web"));
    }

    void onlySpansOfTheSubsetAreRead() {
        const SessionFolder folder;
        const auto outcome = open(folder);
        const Capture& capture = *outcome->capture;
        const Timestamp third = timestampOf(1'795'305'603'000'000'000);
        const auto late = exceptionsOf(capture, TimeRange{third, Timestamp::max()});
        QCOMPARE(late->exceptions, std::uint64_t{2});
        const Chosen none{SpanSet(capture.spans().size()), CallSet(capture.calls().size()),
                          TraceSet(capture.spans().traces.size())};
        QCOMPARE(exceptionsOf(capture, {{}, std::make_shared<const Chosen>(none)})->exceptions,
                 std::uint64_t{0});
    }

    void aCancelledReadingIsNoResult() {
        const SessionFolder folder;
        const auto outcome = open(folder);
        CancelSource source;
        source.cancel();
        const auto report = exceptionsOf(*outcome->capture, {}, source.token());
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_Exceptions)
#include "tst_Exceptions.moc"
