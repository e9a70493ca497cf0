#include "analysis/SpanTree.h"

#include "RandomTrace.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

SpanTree rawTree(const SpanTable& spans) { return spanTreeOf(TraceRow(0u), spans, ClockMode::Raw); }

std::vector<std::uint64_t> idsOf(const SpanTree& tree, const SpanTable& spans) {
    std::vector<std::uint64_t> ids;
    for (const TreeSpan& span : tree.spans)
        ids.push_back(spans.id[span.row.index()]);
    return ids;
}

} // namespace

class tst_SpanTree : public QObject {
    Q_OBJECT

private slots:
    void spansAreInPreOrderWithChildrenByStartThenId();
    void everySpanKnowsItsPlace();
    void orphansAreRoots();
    void onlySpansOfTheTraceAreIn();
    void spansAreFoundByRow();
    void case59_aSpanWithoutStartStandsAtItsParents();
    void aRootWithoutStartStandsAtTheFirstStart();
    void aTraceWithoutTimesBeginsAndEndsAtZero();
    void unfinishedSpansEndWhereTheyStart();
    void childrenAreVisitedInOrder();
    void everySpanOfARandomTraceIsPlacedOnce();
    void case63_aHundredThousandLevelsAreNoProblem();
};

void tst_SpanTree::spansAreInPreOrderWithChildrenByStartThenId() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                     {.id = 5, .parent = 1, .start = 10, .end = 20},
                                     {.id = 4, .parent = 1, .start = 10, .end = 30},
                                     {.id = 3, .parent = 1, .start = 5, .end = 6},
                                     {.id = 2, .parent = 4, .start = 1, .end = 2}, // before its parent
                                     {.id = 9, .start = -7, .end = 0}});
    QCOMPARE(idsOf(rawTree(spans), spans), (std::vector<std::uint64_t>{9, 1, 3, 4, 2, 5}));
}

void tst_SpanTree::everySpanKnowsItsPlace() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                     {.id = 2, .parent = 1, .start = 10, .end = 50},
                                     {.id = 3, .parent = 2, .start = 20, .end = 30},
                                     {.id = 4, .parent = 1, .start = 60, .end = 70}});
    const SpanTree tree = rawTree(spans);
    QCOMPARE(tree.spans.size(), std::size_t(4));
    QCOMPARE(tree.spans[0].parent, std::uint32_t(TreeSpan::none));
    QCOMPARE(tree.spans[0].subtreeSize, 4u);
    QCOMPARE(tree.spans[0].childCount, 2u);
    QCOMPARE(tree.spans[1].parent, 0u);
    QCOMPARE(tree.spans[1].subtreeSize, 2u);
    QCOMPARE(tree.spans[2].parent, 1u);
    QCOMPARE(tree.spans[2].depth, 2u);
    QCOMPARE(tree.spans[2].childCount, 0u);
    QCOMPARE(tree.spans[3].parent, 0u);
    QCOMPARE(tree.spans[3].depth, 1u);
    QVERIFY(tree.start == at(0));
    QVERIFY(tree.end == at(100));
}

void tst_SpanTree::orphansAreRoots() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                     {.id = 2, .parent = 77, .start = 10, .end = 50},
                                     {.id = 3, .parent = 2, .start = 20, .end = 30}});
    const SpanTree tree = rawTree(spans);
    QCOMPARE(tree.spans[1].parent, std::uint32_t(TreeSpan::none));
    QCOMPARE(tree.spans[1].depth, 0u);
    QCOMPARE(tree.spans[1].subtreeSize, 2u);
}

void tst_SpanTree::onlySpansOfTheTraceAreIn() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100, .trace = 1},
                                     {.id = 2, .start = 10, .end = 50, .trace = 2},
                                     {.id = 3, .parent = 2, .start = 20, .end = 30, .trace = 2},
                                     {.id = 4, .start = 5, .end = 6, .trace = 3}});
    const SpanTree tree = spanTreeOf(TraceRow(1u), spans, ClockMode::Raw);
    QCOMPARE(tree.trace, TraceRow(1u));
    QCOMPARE(idsOf(tree, spans), (std::vector<std::uint64_t>{2, 3}));
    QVERIFY(!tree.find(rowOf(1, spans)));
    QVERIFY(!tree.find(rowOf(4, spans)));
    QVERIFY(!tree.find(SpanRow()));
}

void tst_SpanTree::spansAreFoundByRow() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                     {.id = 2, .parent = 1, .start = 10, .end = 50},
                                     {.id = 3, .parent = 2, .start = 20, .end = 30},
                                     {.id = 4, .parent = 1, .start = 15, .end = 70}});
    const SpanTree tree = rawTree(spans);
    for (std::uint32_t index = 0; index < tree.spans.size(); ++index)
        QCOMPARE(tree.find(tree.spans[index].row), std::optional(index));
    QCOMPARE(tree.find(rowOf(4, spans)), std::optional(3u));
}

void tst_SpanTree::case59_aSpanWithoutStartStandsAtItsParents() {
    const SpanTable spans = spansOf({{.id = 1, .start = 50, .end = 100},
                                     {.id = 2, .parent = 1, .start = 60, .end = 90},
                                     {.id = 3, .parent = 2, .start = noTime},
                                     {.id = 4, .parent = 3, .start = noTime}});
    const SpanTree tree = rawTree(spans);
    for (const std::uint64_t id : {3u, 4u}) {
        const TreeSpan& span = tree.spans[tree.find(rowOf(id, spans)).value()];
        QVERIFY(span.start == at(60));
        QVERIFY(span.end == at(60));
    }
    QVERIFY(tree.start == at(50));
}

void tst_SpanTree::aRootWithoutStartStandsAtTheFirstStart() {
    const SpanTable spans = spansOf({{.id = 1, .start = noTime},
                                     {.id = 2, .parent = 1, .start = 60, .end = 90},
                                     {.id = 3, .start = 40, .end = 50}});
    const SpanTree tree = rawTree(spans);
    QCOMPARE(idsOf(tree, spans), (std::vector<std::uint64_t>{1, 2, 3}));
    QVERIFY(tree.spans[0].start == at(40));
    QVERIFY(tree.start == at(40));
    QVERIFY(tree.end == at(90));
}

void tst_SpanTree::aTraceWithoutTimesBeginsAndEndsAtZero() {
    const SpanTable spans = spansOf({{.id = 1, .start = noTime}, {.id = 2, .parent = 1, .start = noTime}});
    const SpanTree tree = rawTree(spans);
    QVERIFY(tree.start == Timestamp());
    QVERIFY(tree.end == Timestamp());
    QCOMPARE(tree.spans.size(), std::size_t(2));
}

void tst_SpanTree::unfinishedSpansEndWhereTheyStart() {
    const SpanTable spans =
        spansOf({{.id = 1, .start = 10, .end = 5}, {.id = 2, .start = 20, .flags = SpanFlag::Unfinished}});
    const SpanTree tree = rawTree(spans);
    QVERIFY(tree.spans[0].end == at(10));
    QVERIFY(tree.spans[1].end == at(20));
    QVERIFY(tree.end == at(20));
}

void tst_SpanTree::childrenAreVisitedInOrder() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                     {.id = 2, .parent = 1, .start = 10, .end = 50},
                                     {.id = 3, .parent = 2, .start = 20, .end = 30},
                                     {.id = 4, .parent = 1, .start = 60, .end = 70}});
    std::vector<std::uint32_t> visited;
    const SpanTree tree = rawTree(spans);
    tree.forEachChild(0, [&](std::uint32_t child) { visited.push_back(child); });
    QCOMPARE(visited, (std::vector<std::uint32_t>{1, 3}));
    tree.forEachChild(3, [&](std::uint32_t) { QFAIL("a leaf has no children"); });
}

void tst_SpanTree::everySpanOfARandomTraceIsPlacedOnce() {
    QVERIFY(rc::check("pre-order, sizes and depths agree", [] {
        const SpanTable spans = tableOf(randomTrace());
        const SpanTree raw = rawTree(spans);
        const SpanTree adjusted = spanTreeOf(TraceRow(0u), spans, ClockMode::Adjusted, Duration(30));
        RC_ASSERT(raw.spans.size() == spans.size());
        RC_ASSERT(adjusted.indexOfRow == raw.indexOfRow);
        for (std::uint32_t i = 0; i < raw.spans.size(); ++i) {
            const TreeSpan& span = raw.spans[i];
            RC_ASSERT(raw.find(span.row) == std::optional(i));
            RC_ASSERT(i + span.subtreeSize <= raw.spans.size());
            std::uint32_t children = 0;
            std::uint32_t below = 1;
            raw.forEachChild(i, [&](std::uint32_t child) {
                RC_ASSERT(raw.spans[child].parent == i);
                RC_ASSERT(raw.spans[child].depth == span.depth + 1);
                ++children;
                below += raw.spans[child].subtreeSize;
            });
            RC_ASSERT(children == span.childCount);
            RC_ASSERT(below == span.subtreeSize);
        }
    }));
}

void tst_SpanTree::case63_aHundredThousandLevelsAreNoProblem() {
    constexpr std::uint64_t levels = 100'000;
    SpanTableBuilder builder;
    for (std::uint64_t id = 1; id <= levels; ++id)
        builder.add({.id = id, .parent = id - 1, .start = std::int64_t(id), .end = 1'000'000});
    const SpanTable spans = builder.build();
    const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Adjusted);
    QCOMPARE(tree.spans.back().depth, std::uint32_t(levels - 1));
    QCOMPARE(tree.spans.front().subtreeSize, std::uint32_t(levels));
}

QTEST_APPLESS_MAIN(tst_SpanTree)
#include "tst_SpanTree.moc"
