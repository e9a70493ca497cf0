#include "analysis/ShapeDifference.h"
#include "analysis/TraceDuration.h"
#include "analysis/TraceShapes.h"

#include "support/CaptureScript.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Trace {
    std::int64_t lasting = 100;
    int cartCalls = 1;
    bool pays = false;
    bool failed = false;
    std::string root = "GET /";
};

/// web → cart → carts (a database) as often as wanted, and web → pay if wanted.
void addTrace(CaptureScript& script, const std::string& trace, const Trace& wanted) {
    script.span("w" + trace, {.trace = trace,
                              .service = "web",
                              .name = wanted.root,
                              .kind = SpanKind::Server,
                              .status = wanted.failed ? SpanStatus::Error : SpanStatus::Unset,
                              .to = wanted.lasting});
    const auto call = [&](const std::string& id, const std::string& callee, const std::string& name) {
        script.span("c" + id,
                    {.trace = trace, .parent = "w" + trace, .service = "web", .kind = SpanKind::Client});
        script.span(
            "s" + id,
            {.trace = trace, .parent = "c" + id, .service = callee, .name = name, .kind = SpanKind::Server});
    };
    for (int i = 0; i < wanted.cartCalls; ++i) {
        const std::string id = trace + "." + std::to_string(i);
        call(id, "cart", "get");
        script.span("d" + id, {.trace = trace,
                               .parent = "s" + id,
                               .service = "cart",
                               .name = "SELECT",
                               .kind = SpanKind::Client,
                               .attributes = {{"db.system.name", "postgresql"}, {"db.namespace", "carts"}}});
    }
    if (wanted.pays) call(trace + ".pay", "pay", "charge");
}

/// Everything shapes are asked of.
struct Shapes {
    ScriptedCapture capture;
    Requests requests;
    CallPaths paths;
    ShapeReport report;

    explicit Shapes(const CaptureScript& script, const Subset& subset = {}, unsigned threads = 1)
        : capture(script.build()), requests(capture.built.spans, capture.built.calls, threads),
          paths(capture.built.spans, capture.built.calls, *capture.strings, requests, threads),
          report(traceShapesOf(capture.built.spans, capture.built.calls, *capture.strings, requests, paths,
                               subset, threads)) {}

    /// "+ 1 pay:charge": change, depth, step.
    [[nodiscard]] std::vector<std::string> difference(TraceRow trace, std::optional<TraceRow> main) const {
        std::vector<std::string> lines;
        const ShapeDifference difference = shapeDifferenceOf(
            trace, main, capture.built.spans, capture.built.calls, *capture.strings, requests, paths);
        for (const PathLine& line : difference.lines)
            lines.push_back(std::string(1, "=+-"[static_cast<int>(line.change)]) + " " +
                            std::to_string(line.depth) + " " +
                            capture.built.calls.nodes[line.step.node.index()].label + ":" +
                            std::string(capture.strings->text(line.step.operation)));
        return lines;
    }
};

constexpr std::chrono::milliseconds ms(int count) { return std::chrono::milliseconds(count); }

} // namespace

class tst_TraceShapes : public QObject {
    Q_OBJECT

private slots:
    void repetitionDoesNotChangeAShape() {
        CaptureScript script;
        addTrace(script, "a", {.cartCalls = 1});
        addTrace(script, "b", {.cartCalls = 7});
        addTrace(script, "c", {.cartCalls = 1, .pays = true});
        const Shapes shapes(script);
        QCOMPARE(shapes.report.traces, std::uint64_t{3});
        QCOMPARE(shapes.report.groups.size(), std::size_t{1});
        const ShapeGroup& group = shapes.report.groups.front();
        QCOMPARE(group.shapes.size(), std::size_t{2});
        QCOMPARE(group.shapes[0].traces, std::uint64_t{2});
        QCOMPARE(group.shapes[0].paths, std::uint64_t{3}); // web, web > cart, web > cart > carts
        QCOMPARE(group.shapes[1].paths, std::uint64_t{4});
        QVERIFY(group.shapes[0].hash != group.shapes[1].hash);
    }

    void figuresAreThoseOfTheTraces() {
        CaptureScript script;
        addTrace(script, "a", {.lasting = 100});
        addTrace(script, "b", {.lasting = 300, .failed = true});
        addTrace(script, "c", {.lasting = 200});
        const Shapes shapes(script);
        const TraceShape& shape = shapes.report.groups.front().shapes.front();
        QCOMPARE(shape.traces, std::uint64_t{3});
        QCOMPARE(shape.failed, std::uint64_t{1});
        QCOMPARE(shape.duration->samples, std::uint64_t{3});
        QCOMPARE(shape.duration->p50, Duration(ms(200)));
        QCOMPARE(shape.duration->max, Duration(ms(300)));
        const auto lasting = [&](TraceRow trace) { return traceDuration(trace, shapes.capture.built.spans); };
        QCOMPARE(lasting(shape.median), std::optional<Duration>(ms(200)));
        QCOMPARE(lasting(shape.slowest), std::optional<Duration>(ms(300)));
    }

    void rootsKeepApartAndTheMostFrequentLead() {
        CaptureScript script;
        addTrace(script, "a", {.root = "GET /rare"});
        addTrace(script, "b", {.root = "GET /often"});
        addTrace(script, "c", {.root = "GET /often"});
        const Shapes shapes(script);
        QCOMPARE(shapes.report.groups.size(), std::size_t{2});
        QCOMPARE(shapes.capture.strings->text(shapes.report.groups[0].root.operation),
                 std::string_view("GET /often"));
        QCOMPARE(shapes.report.groups[0].traces, std::uint64_t{2});
        QCOMPARE(shapes.report.shapes, std::uint64_t{2});
    }

    void aShapeSaysWhatItHasAndLacks() {
        CaptureScript script;
        addTrace(script, "a", {.cartCalls = 2});
        addTrace(script, "b", {.cartCalls = 1});
        addTrace(script, "c", {.cartCalls = 0, .pays = true});
        const Shapes shapes(script);
        const auto& all = shapes.report.groups.front().shapes;
        QCOMPARE(shapes.difference(all[1].median, all[0].median),
                 (std::vector<std::string>{"= 0 web:GET /", "- 1 cart:get", "- 2 carts:SELECT",
                                           "+ 1 pay:charge"}));
        QCOMPARE(shapes.difference(all[0].median, std::nullopt),
                 (std::vector<std::string>{"= 0 web:GET /", "= 1 cart:get", "= 2 carts:SELECT"}));
    }

    void aHashIsTheSameInEveryCapture() {
        CaptureScript one, other;
        addTrace(one, "a", {.cartCalls = 1});
        addTrace(other, "other", {.lasting = 7, .cartCalls = 3});
        addTrace(other, "more", {.pays = true, .root = "A"}); // other ids of nodes and strings
        const Shapes first(one), second(other);
        std::vector<std::uint64_t> hashes;
        for (const ShapeGroup& group : second.report.groups)
            for (const TraceShape& shape : group.shapes)
                hashes.push_back(shape.hash);
        QVERIFY(std::count(hashes.begin(), hashes.end(), first.report.groups.front().shapes.front().hash) ==
                1);
    }

    void aTraceCountsAsAWholeWhereItOverlapsTheRange() {
        CaptureScript script;
        addTrace(script, "a", {.lasting = 100});
        addTrace(script, "b", {.lasting = 1000});
        const Shapes shapes(script, TimeRange{CaptureScript::at(500), CaptureScript::at(600)});
        QCOMPARE(shapes.report.traces, std::uint64_t{1});
        QCOMPARE(shapes.report.groups.front().shapes.front().paths, std::uint64_t{3});
    }

    void threadsDoNotMatter() {
        CaptureScript script;
        for (int i = 0; i < 60; ++i)
            addTrace(
                script, std::to_string(i),
                {.lasting = 10 * i, .cartCalls = i % 3, .pays = i % 2 == 0, .root = i % 5 == 0 ? "a" : "b"});
        QVERIFY(Shapes(script, {}, 1).report == Shapes(script, {}, 4).report);
    }
};

QTEST_APPLESS_MAIN(tst_TraceShapes)
#include "tst_TraceShapes.moc"
