#include "analysis/CallPathTree.h"

#include "ManySpans.h"
#include "RandomTrace.h"
#include "ShopCapture.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

CallPathTree treeOf(const ScriptedCapture& capture, const CallPathLimits& limits = {}) {
    return callPathTreeOf(capture.built.spans, *capture.strings, {}, limits);
}

/// "  cart:GetCart" by depth.
QStringList linesOf(const CallPathTree& tree, const ScriptedCapture& capture) {
    QStringList lines;
    for (const CallPath& path : tree.paths) {
        const std::string name = path.isRest() ? "(more)"
                                               : capture.built.calls.nodes[path.service.index()].label + ":" +
                                                     std::string(capture.strings->text(path.operation));
        lines << QString(static_cast<int>(2 * path.depth), ' ') + QString::fromStdString(name);
    }
    return lines;
}

ScriptedCapture twoRequests() {
    CaptureScript script;
    addShopRequest(script, "one", 0);
    addShopRequest(script, "two", 1000, 60);
    return script.build();
}

/// `count` operations under one root, each a nanosecond longer than the one before.
SpanTableBuilder wideTrace(std::uint64_t count) {
    SpanTableBuilder builder;
    static std::vector<std::string> names;
    for (std::uint64_t i = names.size(); i <= count + 1; ++i)
        names.push_back("op" + std::to_string(i));
    builder.add({.id = 1, .start = 0, .end = 1'000'000});
    for (std::uint64_t id = 2; id <= count + 1; ++id)
        builder.add({.id = id, .parent = 1, .start = 0, .end = std::int64_t(id), .name = names[id]});
    return builder;
}

} // namespace

class tst_CallPathTree : public QObject {
    Q_OBJECT

private slots:
    void tracesAreMergedByPath();
    void figuresAreSumsOverTheSpans();
    void timesBelowIncludeWhatWasCalled();
    void theSlowestAndTheFirstFailedAreNamed();
    void siblingsAreOrderedByTotalTime();
    void whatIsBeyondTheLimitIsCountedAsTheRest();
    void pathsNeverToldApartAreTheRestToo();
    void nothingIsLostInTheRest();
    void spansOfAPathAreThoseWithTheSameWay();
    void theNumberOfThreadsDoesNotMatter();
    void timesBeyondWhatADurationHoldsDoNotWrapAround();
    void aTraceOfAHundredThousandLevelsIsBounded();
};

void tst_CallPathTree::tracesAreMergedByPath() {
    const ScriptedCapture capture = twoRequests();
    const CallPathTree tree = treeOf(capture);
    QCOMPARE(linesOf(tree, capture), (QStringList{"web:shop", "  web:cart", "    cart:GetCart",
                                                  "      cart:SELECT", "  web:pay", "    pay:Charge"}));
    QCOMPARE(tree.traces, 2u);
    QCOMPARE(tree.spans, 12u);
    QCOMPARE(tree.roots, 2u);
    QCOMPARE(tree.paths[0].subtreeSize, 6u);
    QCOMPARE(tree.paths[4].parent, 0u);
}

void tst_CallPathTree::figuresAreSumsOverTheSpans() {
    const CallPathTree tree = treeOf(twoRequests());
    const CallPath& cart = tree.paths[2];
    QCOMPARE(cart.spans, 2u);
    QCOMPARE(cart.failed, 0u);
    QCOMPARE(cart.total, Duration(30ms + 70ms));
    QCOMPARE(cart.self, Duration(10ms + 10ms));
    QCOMPARE(cart.critical, Duration(20ms));
    QCOMPARE(cart.traces, std::optional<std::uint64_t>(2));
    QCOMPARE(tree.paths[5].failed, 2u);
    QCOMPARE(tree.pathTime, Duration(240ms));
}

void tst_CallPathTree::timesBelowIncludeWhatWasCalled() {
    const CallPathTree tree = treeOf(twoRequests());
    QCOMPARE(tree.paths[0].criticalBelow, Duration(240ms));
    QCOMPARE(tree.paths[1].criticalBelow, Duration(50ms + 90ms));
    QCOMPARE(tree.paths[3].criticalBelow, tree.paths[3].critical);
}

void tst_CallPathTree::theSlowestAndTheFirstFailedAreNamed() {
    const ScriptedCapture capture = twoRequests();
    const CallPathTree tree = treeOf(capture);
    const SpanTable& spans = capture.built.spans;
    QCOMPARE(spans.duration(tree.paths[3].slowest), Duration(60ms));
    QCOMPARE(tree.paths[3].heaviest, tree.paths[3].slowest);
    QCOMPARE(tree.paths[3].heaviestTime, Duration(60ms));
    QVERIFY(!tree.paths[3].firstFailed.valid());
    QCOMPARE(spans.start[tree.paths[5].firstFailed.index()], CaptureScript::at(75));
}

void tst_CallPathTree::siblingsAreOrderedByTotalTime() {
    CaptureScript script;
    script.span("root", {.from = 0, .to = 100});
    script.span("short", {.parent = "root", .name = "short", .from = 0, .to = 10});
    script.span("b", {.parent = "root", .name = "b", .from = 20, .to = 40});
    script.span("a", {.parent = "root", .name = "a", .from = 40, .to = 60});
    script.span("long", {.parent = "root", .name = "long", .from = 60, .to = 99});
    const ScriptedCapture capture = script.build();
    QCOMPARE(linesOf(treeOf(capture), capture),
             (QStringList{"svc:op", "  svc:long", "  svc:a", "  svc:b", "  svc:short"}));
}

void tst_CallPathTree::whatIsBeyondTheLimitIsCountedAsTheRest() {
    const ScriptedCapture capture = twoRequests();
    const CallPathTree tree = treeOf(capture, {.shown = 3});
    QCOMPARE(linesOf(tree, capture),
             (QStringList{"web:shop", "  web:cart", "    cart:GetCart", "      (more)", "  (more)"}));
    QCOMPARE(tree.paths[3].spans, 2u);
    QCOMPARE(tree.paths[4].spans, 4u);
    QCOMPARE(tree.paths[4].critical, Duration(40ms));
    QVERIFY(!tree.paths[4].traces);
    QVERIFY(!tree.paths[4].slowest.valid());
}

void tst_CallPathTree::pathsNeverToldApartAreTheRestToo() {
    StringPool strings;
    const SpanTable spans = wideTrace(100).build(strings);
    const CallPathTree tree = callPathTreeOf(spans, strings, {}, {.shown = 50, .gathered = 11});
    QCOMPARE(tree.paths.size(), 12u); // the root, ten more, the rest
    QVERIFY(tree.paths.back().isRest());
    QCOMPARE(tree.paths.back().spans, 90u);
    QCOMPARE(tree.spans, 101u);
}

void tst_CallPathTree::nothingIsLostInTheRest() {
    QVERIFY(rc::check("whatever the limits, spans, times and the path add up", [] {
        std::vector<TestSpan> trace = randomTrace();
        static constexpr std::array<std::string_view, 3> names{"a", "b", "c"};
        for (TestSpan& span : trace)
            span.name = names[*rc::gen::inRange<std::size_t>(0, 3)];
        SpanTableBuilder builder;
        for (const TestSpan& span : trace)
            builder.add(span);
        StringPool strings;
        const SpanTable spans = builder.build(strings);
        const CallPathLimits limits{*rc::gen::inRange<std::size_t>(0, 20),
                                    *rc::gen::inRange<std::size_t>(0, 20)};
        const CallPathTree tree = callPathTreeOf(spans, strings, {}, limits);
        Duration roots{}, total{}, sum{};
        for (std::size_t row = 0; row < spans.size(); ++row) {
            total += spans.hasDuration(SpanRow(row)) ? spans.duration(SpanRow(row)) : Duration{};
            if (!spans.parent[row].valid()) roots += spans.duration(SpanRow(row));
        }
        std::uint64_t count = 0;
        std::size_t told = 0;
        for (const CallPath& path : tree.paths) {
            count += path.spans;
            sum += path.total;
            told += path.isRest() ? 0 : 1;
            RC_ASSERT(path.critical <= path.criticalBelow);
            RC_ASSERT(path.critical <= path.total);
        }
        RC_ASSERT(count == spans.size());
        RC_ASSERT(sum == total);
        RC_ASSERT(tree.pathTime == roots);
        RC_ASSERT(told <= std::min(limits.shown, limits.gathered));
    }));
}

void tst_CallPathTree::spansOfAPathAreThoseWithTheSameWay() {
    CaptureScript script;
    addShopRequest(script, "one");
    addShopRequest(script, "two", 1000);
    // The same operation, called by another way.
    script.span("x", {.trace = "x", .service = "cart", .name = "GetCart", .kind = SpanKind::Server});
    const ScriptedCapture capture = script.build();
    const CallPathTree tree = treeOf(capture);
    const auto at = linesOf(tree, capture).indexOf("    cart:GetCart");
    const SpanSet found = spansOfPath(static_cast<std::uint32_t>(at), tree, capture.built.spans);
    QCOMPARE(found.count(), 2u);
    found.forEach([&](SpanRow row) {
        QCOMPARE(capture.strings->text(capture.built.spans.name[row.index()]), std::string_view("GetCart"));
        QVERIFY(capture.built.spans.parent[row.index()].valid());
    });
    const CallPathTree cut = treeOf(capture, {.shown = 1});
    QCOMPARE(spansOfPath(1, cut, capture.built.spans).count(), 0u);
}

void tst_CallPathTree::theNumberOfThreadsDoesNotMatter() {
    ManySpans many({.spans = 150'000});
    const auto built = buildCalls(many.input());
    QVERIFY(built);
    const auto tree = [&](unsigned threads) {
        return callPathTreeOf(built->spans, many.strings(), {}, {.shown = 500, .gathered = 3000}, threads);
    };
    const CallPathTree one = tree(1);
    QCOMPARE(one.spans, built->spans.size());
    QVERIFY(one == tree(3));
}

void tst_CallPathTree::timesBeyondWhatADurationHoldsDoNotWrapAround() {
    SpanTableBuilder builder;
    const std::int64_t century = 5'000'000'000'000'000'000; // and more, in ns: two of them are too many
    for (std::uint64_t id = 1; id <= 3; ++id)               // a root each
        builder.add({.id = id, .start = 0, .end = century, .name = "forever"});
    StringPool strings;
    const SpanTable spans = builder.build(strings);
    const CallPathTree tree = callPathTreeOf(spans, strings, {});
    QCOMPARE(tree.paths.size(), std::size_t{1});
    QCOMPARE(tree.paths.front().spans, std::uint64_t{3});
    QCOMPARE(tree.paths.front().total, Duration::max());
    QCOMPARE(tree.paths.front().self, Duration::max());
    QCOMPARE(tree.pathTime, Duration::max());
}

void tst_CallPathTree::aTraceOfAHundredThousandLevelsIsBounded() {
    constexpr std::uint64_t count = 100'000;
    SpanTableBuilder builder;
    for (std::uint64_t id = 1; id <= count; ++id)
        builder.add(
            {.id = id, .parent = id - 1, .start = std::int64_t(id), .end = std::int64_t(1'000'000 - id)});
    StringPool strings;
    const SpanTable spans = builder.build(strings);
    QElapsedTimer timer;
    timer.start();
    const CallPathTree tree = callPathTreeOf(spans, strings, {});
    QVERIFY2(timer.elapsed() < 3000, "a walk up from every span takes minutes");
    QCOMPARE(tree.paths.size(), CallPathLimits().shown + 1);
    QCOMPARE(tree.paths.back().spans, count - CallPathLimits().shown);
    QCOMPARE(tree.pathTime, Duration(999'998));
}

QTEST_APPLESS_MAIN(tst_CallPathTree)
#include "tst_CallPathTree.moc"
