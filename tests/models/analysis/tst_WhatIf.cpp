#include "analysis/WhatIf.h"

#include "ManySpans.h"
#include "RandomTrace.h"
#include "ShopCapture.h"
#include "analysis/CallsOfSpans.h"
#include "analysis/CriticalPath.h"

#include <QElapsedTimer>
#include <QTest>

#include <numeric>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

CallChange less(Duration by) { return {by, 1}; }
CallChange times(double factor) { return {Duration{}, factor}; }

/// How long the root (span 1) takes when the spans with these numbers do.
std::int64_t rootOf(const SpanTableBuilder& builder, std::initializer_list<std::uint64_t> changed,
                    const CallChange& change) {
    const SpanTable spans = builder.build();
    SpanSet set(spans.size());
    for (const std::uint64_t id : changed)
        set.insert(rowOf(id, spans));
    const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Adjusted);
    return retimed(tree, spans, set, change)[*tree.find(rowOf(1, spans))].count();
}

/// The same, word for word and slow: every time by recursion.
class WordForWord {
public:
    WordForWord(const SpanTree& tree, const SpanTable& spans, const SpanSet& changed,
                const CallChange& change)
        : m_tree(tree), m_spans(spans), m_changed(changed), m_change(change), m_held(tree.spans.size()) {
        for (std::uint32_t i = 0; i < m_held.size(); ++i)
            clip(i);
    }

    Duration duration(std::uint32_t index) const {
        const Held& span = m_held[index];
        if (!span.kept) return {};
        const TreeSpan& raw = m_tree.spans[index];
        if (m_changed.contains(raw.row))
            return std::clamp(raw.start + m_change.applied(raw.end - raw.start) - span.from, Duration{},
                              span.to - span.from);
        Duration before{}, after{};
        for (const std::uint32_t child : children(index)) {
            before = std::max(before, m_held[child].to - span.from);
            after = std::max(after, startOf(child) + duration(child));
        }
        return after + (span.to - span.from - before);
    }

private:
    struct Held {
        Timestamp from, to;
        bool kept = false;
    };

    void clip(std::uint32_t index) {
        const TreeSpan& span = m_tree.spans[index];
        if (!m_spans.hasDuration(span.row)) return;
        m_held[index] = {span.start, span.end, true};
        if (span.parent == TreeSpan::none) return;
        const Held& parent = m_held[span.parent];
        const bool async = m_spans.kind(span.row) == SpanKind::Consumer &&
                           m_spans.kind(m_tree.spans[span.parent].row) == SpanKind::Producer;
        m_held[index].kept = parent.kept && !async && span.start < parent.to && span.end > parent.from;
        m_held[index].from = std::max(span.start, parent.from);
        m_held[index].to = std::min(span.end, parent.to);
    }

    std::vector<std::uint32_t> children(std::uint32_t index) const {
        std::vector<std::uint32_t> all;
        m_tree.forEachChild(index, [&](std::uint32_t child) {
            if (m_held[child].kept) all.push_back(child);
        });
        return all;
    }

    /// After the begin of the parent.
    Duration startOf(std::uint32_t index) const {
        const std::uint32_t parent = m_tree.spans[index].parent;
        const Held& span = m_held[index];
        Duration before{}, after{};
        for (const std::uint32_t other : children(parent)) {
            const Held& held = m_held[other];
            const bool first = std::tuple(held.from, held.to, other) < std::tuple(span.from, span.to, index);
            if (!first || held.to > span.from) continue;
            before = std::max(before, held.to - m_held[parent].from);
            after = std::max(after, startOf(other) + duration(other));
        }
        return after + (span.from - m_held[parent].from - before);
    }

    const SpanTree& m_tree;
    const SpanTable& m_spans;
    const SpanSet& m_changed;
    CallChange m_change;
    std::vector<Held> m_held;
};

struct RandomCase {
    SpanTable spans;
    SpanTree tree;
    SpanSet changed;
};

RandomCase randomCase(std::uint64_t maximum = 40) {
    RandomCase made{tableOf(randomTrace(maximum)), {}, SpanSet()};
    made.tree = spanTreeOf(TraceRow(0u), made.spans, ClockMode::Adjusted);
    made.changed = SpanSet(made.spans.size());
    for (std::size_t row = 0; row < made.spans.size(); ++row)
        if (*rc::gen::inRange(0, 3) == 0) made.changed.insert(SpanRow(row));
    return made;
}

std::vector<Duration> retimedBy(const RandomCase& held, const CallChange& change) {
    return retimed(held.tree, held.spans, held.changed, change);
}

template <class Visit>
void forEachRoot(const RandomCase& held, Visit visit) {
    for (std::uint32_t root = 0; root < held.tree.spans.size(); root += held.tree.spans[root].subtreeSize)
        if (held.spans.hasDuration(held.tree.spans[root].row)) visit(root);
}

} // namespace

class tst_WhatIf : public QObject {
    Q_OBJECT

private slots:
    void whatFollowsMovesAndGapsStay();
    void whatOverlapsDoesNotMove();
    void theNextToFinishLastTakesOver();
    void aCallOffThePathSavesNothing();
    void aCallNeverTakesLessThanNothing();
    void ofCallsInsideOneAnotherTheOutermostCounts();
    void callsOneAfterTheOtherSaveEach();
    void parallelCallsSaveOnce();
    void whatOutlivesItsParentGoesFirst();
    void aMessageNobodyWaitsForSavesNothing();
    void theWholeOfACallIsTheClientsTime();
    void distributionsAreOverAllRoots();
    void tracesOutsideTheSubsetDoNotCount();
    void nothingLessChangesNothing();
    void itIsTheDefinition();
    void neverLongerAndLessIsMonotone();
    void noMoreIsSavedThanThePathSpentInTheCalls();
    void theNumberOfThreadsDoesNotMatter();
    void wideAndDeepTracesAreQuick_data();
    void wideAndDeepTracesAreQuick();
};

void tst_WhatIf::whatFollowsMovesAndGapsStay() {
    // A[0,100], B[10,30], C[50,80]: B takes 15 less, so C and the end come 15 earlier.
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 10, .end = 30},
                                 {.id = 3, .parent = 1, .start = 50, .end = 80}};
    QCOMPARE(rootOf(trace, {2}, less(15ns)), 85);
    QCOMPARE(rootOf(trace, {3}, less(15ns)), 85);
    QCOMPARE(rootOf(trace, {2}, times(0.5)), 90);
}

void tst_WhatIf::whatOverlapsDoesNotMove() {
    // C began while B ran, so it did not wait for it; the end waits for C.
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 20, .end = 60},
                                 {.id = 3, .parent = 1, .start = 40, .end = 90}};
    QCOMPARE(rootOf(trace, {2}, less(40ns)), 100);
    QCOMPARE(rootOf(trace, {3}, less(20ns)), 80);
}

void tst_WhatIf::theNextToFinishLastTakesOver() {
    // C[40,90] takes 45 less and ends at 45: now the end waits for B[20,60].
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 20, .end = 60},
                                 {.id = 3, .parent = 1, .start = 40, .end = 90}};
    QCOMPARE(rootOf(trace, {3}, less(45ns)), 70);
    // Two beside each other, then a third: it waits for the slower of the two.
    const SpanTableBuilder join{{.id = 1, .start = 0, .end = 100},
                                {.id = 2, .parent = 1, .start = 0, .end = 40},
                                {.id = 3, .parent = 1, .start = 0, .end = 50},
                                {.id = 4, .parent = 1, .start = 60, .end = 95}};
    QCOMPARE(rootOf(join, {3}, less(30ns)), 90);
    QCOMPARE(rootOf(join, {2}, less(30ns)), 100);
}

void tst_WhatIf::aCallOffThePathSavesNothing() {
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 10, .end = 90},
                                 {.id = 3, .parent = 1, .start = 20, .end = 70}};
    QCOMPARE(rootOf(trace, {3}, times(0)), 100);
}

void tst_WhatIf::aCallNeverTakesLessThanNothing() {
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 10, .end = 30}};
    QCOMPARE(rootOf(trace, {2}, less(1s)), 80);
    QCOMPARE(rootOf(trace, {1}, less(1s)), 0);
}

void tst_WhatIf::ofCallsInsideOneAnotherTheOutermostCounts() {
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 10, .end = 90},
                                 {.id = 3, .parent = 2, .start = 20, .end = 80}};
    QCOMPARE(rootOf(trace, {2, 3}, less(10ns)), 90);
    QCOMPARE(rootOf(trace, {3}, less(10ns)), 90);
}

void tst_WhatIf::callsOneAfterTheOtherSaveEach() {
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 0, .end = 30},
                                 {.id = 3, .parent = 1, .start = 30, .end = 60},
                                 {.id = 4, .parent = 1, .start = 60, .end = 90}};
    QCOMPARE(rootOf(trace, {2, 3, 4}, less(10ns)), 70);
}

void tst_WhatIf::parallelCallsSaveOnce() {
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 10, .end = 60},
                                 {.id = 3, .parent = 1, .start = 10, .end = 80}};
    QCOMPARE(rootOf(trace, {2, 3}, less(10ns)), 90);
}

void tst_WhatIf::whatOutlivesItsParentGoesFirst() {
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 10, .end = 130}};
    QCOMPARE(rootOf(trace, {2}, less(20ns)), 100);
    QCOMPARE(rootOf(trace, {2}, less(40ns)), 90);
}

void tst_WhatIf::aMessageNobodyWaitsForSavesNothing() {
    const SpanTableBuilder trace{{.id = 1, .start = 0, .end = 100},
                                 {.id = 2, .parent = 1, .start = 10, .end = 20, .kind = SpanKind::Producer},
                                 {.id = 3, .parent = 2, .start = 15, .end = 90, .kind = SpanKind::Consumer}};
    QCOMPARE(rootOf(trace, {3}, times(0)), 100);
    QCOMPARE(rootOf(trace, {2}, less(5ns)), 95);
}

void tst_WhatIf::theWholeOfACallIsTheClientsTime() {
    CaptureScript script;
    addShopRequest(script, "t");
    const ScriptedCapture capture = script.build();
    const SpanTable& spans = capture.built.spans;
    const SpanSet cart = spansOfCalls(capture.edge("web", "cart")->id, spans, capture.built.calls);
    QCOMPARE(cart.count(), 1u);
    QVERIFY(cart.contains(spanNamed(capture, "cart")));
    const WhatIf half = whatIf(cart, times(0.5), spans, {});
    QCOMPARE(half.after->p50, Duration(75ms));
    // Served without a client span: the server's.
    const SpanSet root = spansOfCalls(capture.edge("user", "web")->id, spans, capture.built.calls);
    QVERIFY(root.contains(spanNamed(capture, "shop")));
}

void tst_WhatIf::distributionsAreOverAllRoots() {
    CaptureScript script;
    for (const std::int64_t select : {20, 50, 80})
        addShopRequest(script, std::to_string(select), select * 1000, select);
    script.span("other", {.trace = "other", .service = "B", .from = 0, .to = 40});
    const ScriptedCapture capture = script.build();
    const SpanTable& spans = capture.built.spans;
    const SpanSet select = spansOfCalls(capture.edge("cart", "carts")->id, spans, capture.built.calls);
    const WhatIf result = whatIf(select, less(30ms), spans, {}); // 20 → 0, 50 → 20, 80 → 50
    QCOMPARE(result.traces, 4u);
    QCOMPARE(result.touched, 3u);
    QCOMPARE(result.changed, 3u);
    QCOMPARE(result.saved, Duration(80ms));
    QCOMPARE(result.before, (Distribution{4, 100ms, 160ms, 160ms, 160ms}));
    QCOMPARE(result.after, (Distribution{4, 80ms, 130ms, 130ms, 130ms}));
}

void tst_WhatIf::tracesOutsideTheSubsetDoNotCount() {
    CaptureScript script;
    addShopRequest(script, "early", 0);
    addShopRequest(script, "late", 1000);
    const ScriptedCapture capture = script.build();
    const SpanTable& spans = capture.built.spans;
    const SpanSet all = spansOfCalls(capture.edge("web", "pay")->id, spans, capture.built.calls);
    const WhatIf late =
        whatIf(all, times(0), spans, TimeRange{CaptureScript::at(500), CaptureScript::at(2000)});
    QCOMPARE(late.traces, 1u);
    QCOMPARE(late.saved, Duration(20ms));
    const WhatIf none = whatIf(all, times(0), spans, TimeRange{CaptureScript::at(-9), CaptureScript::at(-5)});
    QVERIFY(!none.before && !none.after);
}

void tst_WhatIf::nothingLessChangesNothing() {
    QVERIFY(rc::check("with nothing taken off, every span lasts as long as before", [] {
        const RandomCase held = randomCase();
        const std::vector<Duration> same = retimedBy(held, less(0ns));
        RC_ASSERT(same == retimedBy(held, times(1)));
        forEachRoot(held, [&](std::uint32_t root) {
            RC_ASSERT(same[root] == held.tree.spans[root].end - held.tree.spans[root].start);
        });
    }));
}

void tst_WhatIf::itIsTheDefinition() {
    QVERIFY(rc::check("the iterative timing equals the recursive words", [] {
        const RandomCase held = randomCase(12);
        const CallChange change{Duration(*rc::gen::inRange(0, 40)), *rc::gen::inRange(0, 5) / 4.0};
        const WordForWord words(held.tree, held.spans, held.changed, change);
        const std::vector<Duration> quick = retimedBy(held, change);
        for (std::uint32_t index = 0; index < quick.size(); ++index)
            RC_ASSERT(quick[index] == words.duration(index));
    }));
}

void tst_WhatIf::neverLongerAndLessIsMonotone() {
    QVERIFY(rc::check("the more is taken off, the shorter, never below nothing", [] {
        const RandomCase held = randomCase();
        const std::int64_t by = *rc::gen::inRange(0, 50);
        const std::vector<Duration> some = retimedBy(held, less(Duration(by)));
        const std::vector<Duration> more = retimedBy(held, less(Duration(by + *rc::gen::inRange(0, 50))));
        const std::vector<Duration> half = retimedBy(held, times(0.5));
        const std::vector<Duration> none = retimedBy(held, times(0));
        forEachRoot(held, [&](std::uint32_t root) {
            RC_ASSERT(some[root] <= held.tree.spans[root].end - held.tree.spans[root].start);
            RC_ASSERT(more[root] <= some[root]);
            RC_ASSERT(none[root] <= half[root]);
            RC_ASSERT(none[root] <= more[root]);
            RC_ASSERT(none[root] >= Duration{});
        });
    }));
}

void tst_WhatIf::noMoreIsSavedThanThePathSpentInTheCalls() {
    QVERIFY(rc::check("what of the path lay outside the calls is still waited for", [] {
        const RandomCase held = randomCase();
        const std::vector<Duration> none = retimedBy(held, times(0));
        std::vector<Duration> outside(held.tree.spans.size()); // by root
        std::vector<std::uint32_t> rootOfSpan(held.tree.spans.size());
        std::vector<bool> inside(held.tree.spans.size());
        for (std::uint32_t i = 0; i < held.tree.spans.size(); ++i) {
            const TreeSpan& span = held.tree.spans[i];
            const bool isRoot = span.parent == TreeSpan::none;
            rootOfSpan[i] = isRoot ? i : rootOfSpan[span.parent];
            inside[i] = held.changed.contains(span.row) || (!isRoot && inside[span.parent]);
        }
        for (const PathSection& section : criticalPathOf(held.tree, held.spans, StringPool()))
            if (!inside[section.span]) outside[rootOfSpan[section.span]] += section.to - section.from;
        forEachRoot(held, [&](std::uint32_t root) { RC_ASSERT(none[root] >= outside[root]); });
    }));
}

void tst_WhatIf::theNumberOfThreadsDoesNotMatter() {
    ManySpans many({.spans = 150'000});
    const auto built = buildCalls(many.input());
    QVERIFY(built);
    SpanSet changed(built->spans.size());
    for (std::size_t row = 0; row < built->spans.size(); row += 3)
        changed.insert(SpanRow(row));
    const WhatIf one = whatIf(changed, times(0.5), built->spans, {}, 1);
    QVERIFY(one.changed > 0);
    QVERIFY(one == whatIf(changed, times(0.5), built->spans, {}, 3));
}

void tst_WhatIf::wideAndDeepTracesAreQuick_data() {
    QTest::addColumn<bool>("wide");
    QTest::newRow("wide") << true;
    QTest::newRow("deep") << false;
}

void tst_WhatIf::wideAndDeepTracesAreQuick() {
    QFETCH(const bool, wide);
    constexpr std::uint64_t count = 100'000;
    SpanTableBuilder builder;
    for (std::uint64_t id = 1; id <= count; ++id) {
        const auto step = std::int64_t(id);
        if (wide)
            builder.add({.id = id,
                         .parent = id == 1 ? 0u : 1u,
                         .start = id == 1 ? 0 : 10 * step,
                         .end = id == 1 ? 2'000'000 : 10 * step + 10});
        else
            builder.add({.id = id, .parent = id - 1, .start = step, .end = 1'000'000 - step});
    }
    const SpanTable spans = builder.build();
    SpanSet changed(spans.size());
    changed.insert(rowOf(count, spans));
    QElapsedTimer timer;
    timer.start();
    const WhatIf result = whatIf(changed, less(10ns), spans, {});
    QVERIFY2(timer.elapsed() < 3000, "a quadratic search takes many seconds");
    QCOMPARE(result.saved, Duration(10));
}

QTEST_APPLESS_MAIN(tst_WhatIf)
#include "tst_WhatIf.moc"
