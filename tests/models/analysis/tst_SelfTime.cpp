#include "analysis/SpanTree.h"

#include "RandomTrace.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// Of the root [0, 100] with these children.
std::int64_t selfTimeWith(std::initializer_list<std::pair<std::int64_t, std::int64_t>> children) {
    SpanTableBuilder builder{{.id = 1, .start = 0, .end = 100}};
    std::uint64_t id = 2;
    for (const auto& [start, end] : children)
        builder.add({.id = id++, .parent = 1, .start = start, .end = end});
    const SpanTable spans = builder.build();
    const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Raw);
    return selfTimes(tree, spans)[tree.find(rowOf(1, spans)).value()].value().count();
}

} // namespace

class tst_SelfTime : public QObject {
    Q_OBJECT

private slots:
    void aLeafIsAllSelf() { QCOMPARE(selfTimeWith({}), 100); }
    void overlappingChildrenCountOnce() { QCOMPARE(selfTimeWith({{10, 40}, {30, 60}}), 50); }
    void aChildThatEndsLaterCountsToTheEnd() { QCOMPARE(selfTimeWith({{10, 40}, {30, 60}, {90, 120}}), 40); }
    void aChildThatStartsEarlierCountsFromTheStart() { QCOMPARE(selfTimeWith({{-20, 10}}), 90); }
    void aChildAfterTheEndCountsNothing() { QCOMPARE(selfTimeWith({{100, 120}}), 100); }
    void aChildWithinAnotherCountsNothingMore() {
        QCOMPARE(selfTimeWith({{10, 80}, {20, 30}, {40, 50}}), 30);
    }
    void childrenThatCoverAllLeaveNothing() { QCOMPARE(selfTimeWith({{-5, 50}, {50, 100}}), 0); }
    void childrenWithoutDurationCountNothing() { QCOMPARE(selfTimeWith({{50, 20}}), 100); }
    void asynchronousChildrenCountToo();
    void spansWithoutDurationHaveNoSelfTime();
    void grandchildrenCountOnlyThroughTheirParent();
    void selfTimeIsWhatNoChildCovers();
    void wideAndDeepTracesAreFast_data();
    void wideAndDeepTracesAreFast();
};

void tst_SelfTime::asynchronousChildrenCountToo() {
    const SpanTable spans =
        spansOf({{.id = 1, .start = 0, .end = 100, .kind = SpanKind::Producer},
                 {.id = 2, .parent = 1, .start = 40, .end = 200, .kind = SpanKind::Consumer}});
    QCOMPARE(selfTimes(spanTreeOf(TraceRow(0u), spans, ClockMode::Raw), spans)[0],
             std::optional(Duration(40)));
}

void tst_SelfTime::spansWithoutDurationHaveNoSelfTime() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .flags = SpanFlag::Unfinished},
                                     {.id = 2, .parent = 1, .start = 10, .end = 5},
                                     {.id = 3, .parent = 1, .start = 20, .end = 20}});
    const auto selves = selfTimes(spanTreeOf(TraceRow(0u), spans, ClockMode::Raw), spans);
    QVERIFY(!selves[0]);
    QVERIFY(!selves[1]);
    QCOMPARE(selves[2], std::optional(Duration(0)));
}

void tst_SelfTime::grandchildrenCountOnlyThroughTheirParent() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                     {.id = 2, .parent = 1, .start = 10, .end = 40},
                                     {.id = 3, .parent = 2, .start = 20, .end = 90}});
    const auto selves = selfTimes(spanTreeOf(TraceRow(0u), spans, ClockMode::Raw), spans);
    QCOMPARE(selves[0], std::optional(Duration(70)));
    QCOMPARE(selves[1], std::optional(Duration(10)));
    QCOMPARE(selves[2], std::optional(Duration(70)));
}

void tst_SelfTime::selfTimeIsWhatNoChildCovers() {
    QVERIFY(rc::check("counted nanosecond by nanosecond", [] {
        const SpanTable spans = tableOf(randomTrace());
        const auto mode = *rc::gen::element(ClockMode::Raw, ClockMode::Adjusted);
        const SpanTree tree = spanTreeOf(TraceRow(0u), spans, mode);
        const auto selves = selfTimes(tree, spans);
        for (std::uint32_t i = 0; i < tree.spans.size(); ++i) {
            const TreeSpan& span = tree.spans[i];
            RC_ASSERT(selves[i].has_value() == spans.hasDuration(span.row));
            if (!selves[i]) continue;
            std::int64_t uncovered = 0;
            for (Timestamp now = span.start; now < span.end; now += Duration(1)) {
                bool covered = false;
                tree.forEachChild(i, [&](std::uint32_t child) {
                    covered = covered || (tree.spans[child].start <= now && now < tree.spans[child].end);
                });
                if (!covered) ++uncovered;
            }
            RC_ASSERT(selves[i]->count() == uncovered);
            RC_ASSERT(*selves[i] <= span.end - span.start);
        }
    }));
}

void tst_SelfTime::wideAndDeepTracesAreFast_data() {
    QTest::addColumn<bool>("wide");
    QTest::newRow("wide") << true;
    QTest::newRow("deep") << false;
}

void tst_SelfTime::wideAndDeepTracesAreFast() {
    QFETCH(bool, wide);
    constexpr std::uint64_t count = 100'000;
    SpanTableBuilder builder;
    for (std::uint64_t id = 1; id <= count; ++id) {
        const auto step = std::int64_t(id);
        builder.add({.id = id,
                     .parent = id == 1 ? 0
                               : wide  ? 1
                                       : id - 1,
                     .start = step,
                     .end = 3 * std::int64_t(count) - step});
    }
    const SpanTable spans = builder.build();
    const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Raw);
    QElapsedTimer timer;
    timer.start();
    const auto selves = selfTimes(tree, spans);
    QVERIFY2(timer.elapsed() < 3000, "a quadratic sweep takes many seconds");
    QCOMPARE(selves.front(), std::optional(Duration(2)));
}

QTEST_APPLESS_MAIN(tst_SelfTime)
#include "tst_SelfTime.moc"
