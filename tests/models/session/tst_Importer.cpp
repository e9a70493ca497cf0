#include "SessionFolder.h"
#include "session/Importer.h"

#include <QTest>

#include <algorithm>
#include <chrono>

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr std::int64_t second = 1'000'000'000; // ns

/// Traces of a shop, their times written in ns, µs, ms: what files in the wrong unit hold.
std::string shopIn(std::int64_t unit, std::uint64_t traces) {
    std::string lines;
    for (std::uint64_t trace = 1; trace <= traces; ++trace) {
        const auto start = static_cast<std::int64_t>(trace) * 1000; // ms
        lines += linesOf({{.trace = trace,
                           .id = 1,
                           .start = start,
                           .end = start + 100,
                           .event = start + 40,
                           .writtenIn = unit},
                          {.trace = trace,
                           .id = 2,
                           .parent = 1,
                           .service = "cart",
                           .start = start + 20,
                           .end = start + 70,
                           .writtenIn = unit}});
    }
    return lines;
}

} // namespace

class TestImporter : public QObject {
    Q_OBJECT

private slots:
    void joinsTheFilesOfOneTrace() {
        const SessionFolder folder;
        const auto outcome =
            folder.open({folder.write("web.json", lineOf({.id = 1, .end = 100})),
                         folder.write("cart.json", lineOf({.id = 2, .parent = 1, .service = "cart"}))});
        QVERIFY(outcome.has_value());
        const Capture& capture = *outcome->capture;
        QCOMPARE(capture.figures().traces, std::uint64_t{1});
        QCOMPARE(capture.figures().orphans, std::uint64_t{0});
        QCOMPARE(capture.sources().size(), std::size_t{2});
        QCOMPARE(capture.sources()[0].path, folder.path("cart.json"));
        QCOMPARE(capture.sources()[0].spans, std::uint64_t{1});
        QCOMPARE(capture.calls().size(), std::size_t{2}); // user > web > cart
    }

    void case27_countsASpanOfSeveralFilesOnce() {
        const SessionFolder folder;
        const std::string shop = shopLines(3);
        const auto outcome =
            folder.open({folder.write("a.json", shop), folder.write("b.json", shop + shopLines(1, 7))});
        QVERIFY(outcome.has_value());
        const Capture& capture = *outcome->capture;
        QCOMPARE(capture.figures().spans, std::uint64_t{12});
        QCOMPARE(capture.figures().duplicates, std::uint64_t{9});
        QCOMPARE(capture.sources()[1].spans, std::uint64_t{12}); // before duplicates are collapsed
        for (std::size_t row = 0; row < capture.spans().size(); ++row)
            QVERIFY(capture.details(SpanRow(row)).has_value());
    }

    void case65_aLinkIsResolvedByAFileThatComesLater() {
        const SessionFolder folder;
        const std::string consumer = folder.write(
            "a.json",
            R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"billing"}}]},"scopeSpans":[{"spans":[{"traceId":"02","spanId":"0b","name":"take","kind":5,"startTimeUnixNano":"1795305600000000000","endTimeUnixNano":"1795305600000000005","attributes":[{"key":"messaging.system","value":{"stringValue":"kafka"}},{"key":"messaging.destination.name","value":{"stringValue":"orders"}}],"links":[{"traceId":"01","spanId":"0a"}]}]}]}]})");
        const std::string producer =
            folder.write("b.json", lineOf({.trace = 1, .id = 10, .service = "shop", .kind = 4, .end = 1}));
        const auto callerOf = [&folder](std::vector<std::string> paths) {
            const auto outcome = folder.open(std::move(paths));
            const CallTable& calls = outcome->capture->calls();
            const auto edge = std::find_if(calls.edges.begin(), calls.edges.end(), [&](const Edge& one) {
                return calls.nodes[one.callee.index()].name == "billing";
            });
            return edge == calls.edges.end() ? std::string() : calls.nodes[edge->caller.index()].name;
        };
        QCOMPARE(callerOf({consumer}), std::string("orders"));
        QCOMPARE(callerOf({consumer, producer}), std::string("shop"));
    }

    void case115_givesTheSameWhateverTheOrderOfTheFiles() {
        const std::string first = shopLines(5),
                          second =
                              shopLines(5, 4) + lineOf({.trace = 2, .id = 9, .parent = 3, .service = "db"});
        const SessionFolder one, other;
        const auto a = one.open({one.write("1.json", first), one.write("2.json", second)});
        const auto b = other.open({other.write("1.json", second), other.write("2.json", first)});
        QVERIFY(a.has_value() && b.has_value());
        QVERIFY(sameContent(*a->capture, *b->capture));
    }

    void case60_bringsTimesOfTheWrongUnitToNanoseconds_data() {
        QTest::addColumn<qint64>("unit");
        QTest::newRow("milliseconds") << qint64{1'000'000};
        QTest::newRow("microseconds") << qint64{1'000};
    }
    void case60_bringsTimesOfTheWrongUnitToNanoseconds() {
        QFETCH(qint64, unit);
        const SessionFolder folder, wanted;
        // A file in nanoseconds beside it keeps its times.
        const std::string beside = lineOf({.trace = 99, .id = 7, .start = 5000, .end = 5010, .event = 5005});
        const auto scaled =
            folder.open({folder.write("a.json", beside), folder.write("b.json", shopIn(unit, 20))});
        const auto plain =
            wanted.open({wanted.write("a.json", beside), wanted.write("b.json", shopIn(1, 20))});
        QVERIFY(scaled.has_value() && plain.has_value());
        const Capture& capture = *scaled->capture;
        QVERIFY(sameContent(capture, *plain->capture));
        // The rows of the store and the events in them too, also when they are read back.
        const auto again = folder.open({folder.path("a.json"), folder.path("b.json")});
        QVERIFY(again.has_value() && again->capture->fromCache());
        for (const Capture* const each : {&capture, again->capture.get()})
            for (std::size_t row = 0; row < each->spans().size(); ++row) {
                const auto details = each->details(SpanRow(row)),
                           expected = plain->capture->details(SpanRow(row));
                QVERIFY(details.has_value() && expected.has_value());
                QCOMPARE(details->events.size(), expected->events.size());
                for (std::size_t i = 0; i < details->events.size(); ++i)
                    QCOMPARE(nanosecondsOf(details->events[i].time), nanosecondsOf(expected->events[i].time));
            }
    }

    void reportsBytesOverAllFilesUpToTheirSum() {
        const SessionFolder folder;
        const std::string a = folder.write("a.json", shopLines(2000)),
                          b = folder.write("b.txt", "Dear diary"),
                          c = folder.write("c.json", shopLines(2000, 5000));
        const std::uint64_t total = readAll(a).size() + readAll(b).size() + readAll(c).size();
        std::vector<Progress> seen;
        OpenRequest request;
        request.paths = {a, b, c};
        request.progress = [&](const Progress& progress) { seen.push_back(progress); };
        QVERIFY(folder.open(std::move(request)).has_value());
        QVERIFY(seen.size() >= 2);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            QCOMPARE(seen[i].bytesTotal, total);
            QVERIFY(seen[i].bytesDone <= total && (i == 0 || seen[i].bytesDone >= seen[i - 1].bytesDone));
        }
        QCOMPARE(seen.front().subject, a);
        QCOMPARE(seen.back().subject, c);
        QCOMPARE(seen.back().bytesDone, total);
        QCOMPARE(seen.back().spans, std::uint64_t{12000});
    }

    void reportsAtMostTenTimesASecond() {
        const SessionFolder folder;
        using Clock = std::chrono::steady_clock;
        std::vector<Clock::time_point> seen;
        OpenRequest request;
        request.paths = {folder.write("a.json", shopLines(20'000))};
        request.progress = [&](const Progress&) { seen.push_back(Clock::now()); };
        QVERIFY(folder.open(std::move(request)).has_value());
        for (std::size_t i = 1; i + 1 < seen.size(); ++i) // the last one says that all is read
            QVERIFY(seen[i] - seen[i - 1] >= std::chrono::milliseconds(99));
    }

    void case63_takesATraceAsDeepAsAHundredThousandSpans() {
        const SessionFolder folder;
        constexpr std::uint64_t depth = 100'000;
        std::string lines;
        for (std::uint64_t id = 1; id <= depth; ++id)
            lines += lineOf({.id = id,
                             .parent = id - 1,
                             .kind = 1,
                             .start = static_cast<std::int64_t>(id),
                             .end = 2 * second});
        const std::string file = folder.write("deep.json", lines);
        const auto outcome = folder.open({file});
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->capture->spans().size(), std::size_t{depth});
        QCOMPARE(outcome->capture->figures().orphans, std::uint64_t{0});
        QCOMPARE(outcome->capture->details(TraceRow(0u))->size(), std::size_t{depth});
        const auto again = folder.open({file});
        QVERIFY(again.has_value() && again->capture->fromCache());
        QVERIFY(sameContent(*outcome->capture, *again->capture));
    }
};

QTEST_APPLESS_MAIN(TestImporter)
#include "tst_Importer.moc"
