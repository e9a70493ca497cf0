#include "analysis/FanOutBins.h"

#include "support/CaptureScript.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// One request of `web` a number, each with so many calls to `cart`.
CaptureScript requestsWith(const std::vector<int>& calls) {
    CaptureScript script;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const std::string trace = "t" + std::to_string(i);
        script.span("w" + trace, {.trace = trace,
                                  .service = "web",
                                  .kind = SpanKind::Server,
                                  .from = static_cast<std::int64_t>(1000 * i)});
        for (int call = 0; call < calls[i]; ++call) {
            const std::string id = trace + "." + std::to_string(call);
            script.span("c" + id, {.trace = trace,
                                   .parent = "w" + trace,
                                   .service = "web",
                                   .kind = SpanKind::Client,
                                   .from = static_cast<std::int64_t>(1000 * i) + call});
            script.span("s" + id, {.trace = trace,
                                   .parent = "c" + id,
                                   .service = "cart",
                                   .kind = SpanKind::Server,
                                   .from = static_cast<std::int64_t>(1000 * i) + call});
        }
    }
    return script;
}

std::optional<FanOutBins> binsOf(const ScriptedCapture& capture, const Subset& subset = {}) {
    const GraphEdge* edge = capture.edge("web", "cart");
    return edge ? fanOutBinsOf(edge->id, capture.built.spans, capture.built.calls, subset) : std::nullopt;
}

std::string textOf(const FanOutBins& bins) {
    std::string text;
    for (const FanOutBin& bin : bins.bins)
        text += std::to_string(bin.low) + "-" + std::to_string(bin.high) + ":" +
                std::to_string(bin.requests) + " ";
    return text;
}

} // namespace

class tst_FanOutBins : public QObject {
    Q_OBJECT

private slots:
    void requestsWithoutACallCountAsZero() {
        const ScriptedCapture capture = requestsWith({0, 1, 1, 3}).build();
        const auto bins = binsOf(capture);
        QVERIFY(bins);
        QCOMPARE(bins->requests, std::uint64_t{4});
        QCOMPARE(textOf(*bins), std::string("0-0:1 1-1:2 2-2:0 3-3:1 "));
        QCOMPARE(bins->p50, std::uint64_t{1});
        QCOMPARE(bins->p95, std::uint64_t{3});
        QCOMPARE(bins->max, std::uint64_t{3});
        QCOMPARE(capture.built.spans.start[bins->most.index()], CaptureScript::at(3000));
    }

    void manyCallsShareBins() {
        const auto bins = binsOf(requestsWith({0, 1, 4, 5, 60}).build());
        QCOMPARE(textOf(*bins), std::string("0-0:1 1-1:1 2-4:1 5-9:1 10-19:0 20-49:0 50-60:1 "));
    }

    void theFiguresAreThoseOfTheGraph() {
        const ScriptedCapture capture = requestsWith({2, 0, 7, 16, 2}).build();
        const auto bins = binsOf(capture);
        const EdgeFanOut fanOut = capture.edge("web", "cart")->fanOut.value();
        QCOMPARE(bins->requests, fanOut.entries);
        QCOMPARE(bins->max, fanOut.max);
        std::uint64_t requests = 0;
        for (const FanOutBin& bin : bins->bins)
            requests += bin.requests;
        QCOMPARE(requests, fanOut.entries);
    }

    void onlyRequestsAndCallsInRangeCount() {
        const auto bins = binsOf(requestsWith({2, 3, 5}).build(),
                                 TimeRange{CaptureScript::at(1000), CaptureScript::at(2000)});
        QCOMPARE(textOf(*bins), std::string("0-0:0 1-1:0 2-2:0 3-3:1 "));
        QVERIFY(
            !binsOf(requestsWith({2}).build(), TimeRange{CaptureScript::at(5000), CaptureScript::at(6000)}));
    }

    void aVirtualCallerHasNone() {
        const ScriptedCapture capture = requestsWith({1}).build();
        QVERIFY(!fanOutBinsOf(capture.edge("user", "web")->id, capture.built.spans, capture.built.calls, {}));
    }
};

QTEST_APPLESS_MAIN(tst_FanOutBins)
#include "tst_FanOutBins.moc"
