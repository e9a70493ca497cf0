#include "analysis/RepeatedCalls.h"

#include "analysis/OpenCalls.h"
#include "support/CaptureScript.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Calls {
    int count = 10;
    int every = 10;  ///< ms from start to start
    int lasting = 5; ///< ms each
    std::string operation = "SELECT item";
};

/// A request of `cart` at `from` ms with calls to its database.
void addRequest(CaptureScript& script, const std::string& trace, std::int64_t from,
                const std::vector<Calls>& calls, const std::string& name = "GET /cart") {
    script.span("r" + trace, {.trace = trace,
                              .service = "cart",
                              .name = name,
                              .kind = SpanKind::Server,
                              .from = from,
                              .to = from + 900});
    int number = 0;
    for (const Calls& kind : calls)
        for (int i = 0; i < kind.count; ++i)
            script.span("d" + trace + std::to_string(number++),
                        {.trace = trace,
                         .parent = "r" + trace,
                         .service = "cart",
                         .name = kind.operation,
                         .kind = SpanKind::Client,
                         .from = from + i * kind.every,
                         .to = from + i * kind.every + kind.lasting,
                         .attributes = {{"db.system.name", "postgresql"}, {"db.namespace", "carts"}}});
}

std::vector<RepeatedCalls> repeatsOf(const ScriptedCapture& capture, std::uint32_t least = 10,
                                     const Subset& subset = {}, unsigned threads = 1) {
    const Requests requests(capture.built.spans, capture.built.calls, threads);
    return repeatedCallsOf(requests, capture.built.spans, capture.built.calls, *capture.strings, subset,
                           least, threads);
}

std::vector<std::pair<Timestamp, Timestamp>> intervals(std::vector<std::pair<int, int>> times) {
    std::vector<std::pair<Timestamp, Timestamp>> made;
    for (const auto& [start, end] : times)
        made.emplace_back(timestampOf(start), timestampOf(end));
    return made;
}

constexpr std::chrono::milliseconds ms(int count) { return std::chrono::milliseconds(count); }

} // namespace

class tst_RepeatedCalls : public QObject {
    Q_OBJECT

private slots:
    void openCallsAreCountedByTheirOverlap() {
        const auto found = [](std::vector<std::pair<int, int>> times) {
            auto made = intervals(std::move(times));
            const OpenCalls open = openCallsOf(made);
            return std::pair<int, int>(static_cast<int>(open.peak), static_cast<int>(open.elapsed.count()));
        };
        QCOMPARE(found({}), std::pair(0, 0));
        QCOMPARE(found({{0, 10}, {10, 20}, {30, 35}}), std::pair(1, 25)); // touching is no overlap
        QCOMPARE(found({{0, 10}, {5, 15}, {9, 11}}), std::pair(3, 15));
        QCOMPARE(found({{0, 100}, {10, 20}, {30, 40}}), std::pair(2, 100));
        QCOMPARE(found({{7, 7}, {7, 7}}), std::pair(1, 0));
    }

    void tenCallsOfOneOperationAreSuspectNineAreNot() {
        CaptureScript script;
        addRequest(script, "a", 0, {{.count = 10}});
        addRequest(script, "b", 2000, {{.count = 9}});
        addRequest(script, "c", 4000,
                   {{.count = 6, .operation = "SELECT a"}, {.count = 6, .operation = "SELECT b"}});
        const ScriptedCapture capture = script.build();
        const auto found = repeatsOf(capture);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().edge, capture.edge("cart", "carts")->id);
        QCOMPARE(capture.strings->text(found.front().request), std::string_view("GET /cart"));
        QCOMPARE(capture.strings->text(found.front().operation), std::string_view("SELECT item"));
        QCOMPARE(found.front().requests, std::uint64_t{1});
        QCOMPARE(found.front().ofRequests, std::uint64_t{3});
        QCOMPARE(found.front().calls, std::uint64_t{10});
        QCOMPARE(repeatsOf(capture, 6).size(), std::size_t{3});
        QCOMPARE(repeatsOf(capture, 11).size(), std::size_t{0});
    }

    void callsOneAfterTheOtherAreToldFromThoseAtOnce() {
        CaptureScript script;
        addRequest(script, "a", 0, {{.count = 12, .every = 10, .lasting = 5}});
        addRequest(script, "b", 2000, {{.count = 10, .every = 1, .lasting = 50}}, "GET /all");
        const auto found = repeatsOf(script.build());
        QCOMPARE(found.size(), std::size_t{2});
        const RepeatedCalls &sequential = found[0], &parallel = found[1]; // 60 ms, 59 ms
        QCOMPARE(sequential.peak, 1u);
        QCOMPARE(sequential.sequential, std::uint64_t{1});
        QCOMPARE(sequential.total, Duration(ms(60)));
        QCOMPARE(sequential.elapsed, Duration(ms(60)));
        QCOMPARE(parallel.peak, 10u);
        QCOMPARE(parallel.sequential, std::uint64_t{0});
        QCOMPARE(parallel.total, Duration(ms(500)));
        QCOMPARE(parallel.elapsed, Duration(ms(59)));
    }

    void theWorstRequestComesFirst() {
        CaptureScript script;
        addRequest(script, "a", 0, {{.count = 10}});
        addRequest(script, "b", 2000, {{.count = 40}});
        addRequest(script, "c", 4000, {{.count = 20}});
        const ScriptedCapture capture = script.build();
        const RepeatedCalls found = repeatsOf(capture).front();
        QCOMPARE(found.requests, std::uint64_t{3});
        QCOMPARE(found.calls, std::uint64_t{70});
        QCOMPARE(found.p50, std::uint64_t{20});
        QCOMPARE(found.max, std::uint64_t{40});
        std::vector<std::uint64_t> counts;
        for (const RepeatingRequest& request : found.worst)
            counts.push_back(request.calls);
        QCOMPARE(counts, (std::vector<std::uint64_t>{40, 20, 10}));
        QCOMPARE(capture.built.spans.start[found.worst.front().entry.index()], CaptureScript::at(2000));
        QCOMPARE(capture.built.calls.time[found.worst.front().first.index()], CaptureScript::at(2000));
    }

    void onlyTheSubsetIsLookedAtAndThreadsDoNotMatter() {
        CaptureScript script;
        for (int i = 0; i < 20; ++i)
            addRequest(script, std::to_string(i), 2000 * i, {{.count = 10 + i}});
        const ScriptedCapture capture = script.build();
        const TimeRange half{CaptureScript::at(0), CaptureScript::at(20'000)};
        QCOMPARE(repeatsOf(capture, 10, half).front().requests, std::uint64_t{10});
        QCOMPARE(repeatsOf(capture, 10, half).front().ofRequests, std::uint64_t{10});
        const auto one = repeatsOf(capture, 10, {}, 1), four = repeatsOf(capture, 10, {}, 4);
        QCOMPARE(one.size(), four.size());
        QCOMPARE(one.front().worst, four.front().worst);
    }
};

QTEST_APPLESS_MAIN(tst_RepeatedCalls)
#include "tst_RepeatedCalls.moc"
