#include "analysis/SpanTree.h"

#include "RandomTrace.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Placed {
    std::int64_t start, end;
    bool operator==(const Placed&) const = default;
};

SpanTree adjusted(const SpanTable& spans, Duration limit = std::chrono::seconds(1)) {
    return spanTreeOf(TraceRow(0u), spans, ClockMode::Adjusted, limit);
}

Placed placeOf(std::uint64_t id, const SpanTree& tree, const SpanTable& spans) {
    const TreeSpan& span = tree.spans[tree.find(rowOf(id, spans)).value()];
    return {sinceOrigin(span.start), sinceOrigin(span.end)};
}

} // namespace

class tst_ClockSkew : public QObject {
    Q_OBJECT

private slots:
    void aChildOnAnotherHostIsMovedIntoItsParent_data();
    void aChildOnAnotherHostIsMovedIntoItsParent();
    void aChildOnTheSameHostStays();
    void spansWithoutHostAreComparedWithTheirParent();
    void whatIsBelowOnTheSameHostFollows();
    void furtherHostsAreComparedWithTheAdjustedParent();
    void case111_shiftsBeyondTheLimitAreReportedOnly();
    void theLimitHoldsInBothDirections();
    void aShiftOfTheLimitItselfIsApplied();
    void waitingInAQueueIsNoSkew();
    void spansThatWereCorrectedBeforeStay();
    void spansWithoutStartProveNothing();
    void rawTimesStayRaw();
    void extremeTimesSaturate();
    void durationsNeverChange();
};

void tst_ClockSkew::aChildOnAnotherHostIsMovedIntoItsParent_data() {
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<qint64>("delta");
    // parent [100, 200]; the vectors of calls.md 2.5
    QTest::newRow("as long, overlapping") << qint64(50) << qint64(150) << qint64(50);
    QTest::newRow("shorter, before") << qint64(10) << qint64(60) << qint64(115);
    QTest::newRow("shorter, past the end") << qint64(190) << qint64(230) << qint64(-60);
    QTest::newRow("longer, starts before") << qint64(90) << qint64(240) << qint64(10);
    QTest::newRow("inside") << qint64(120) << qint64(180) << qint64(0);
    QTest::newRow("longer, starts inside") << qint64(150) << qint64(400) << qint64(0);
}

void tst_ClockSkew::aChildOnAnotherHostIsMovedIntoItsParent() {
    QFETCH(qint64, start);
    QFETCH(qint64, end);
    QFETCH(qint64, delta);
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                                     {.id = 2, .parent = 1, .start = start, .end = end, .host = "b"}});
    const SpanTree tree = adjusted(spans);
    QVERIFY(placeOf(2, tree, spans) == (Placed{start + delta, end + delta}));
    if (delta == 0)
        QVERIFY(tree.shifts.empty());
    else
        QVERIFY(tree.shifts == (std::vector<SkewShift>{{1, Duration(delta), true}}));
}

void tst_ClockSkew::aChildOnTheSameHostStays() {
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                                     {.id = 2, .parent = 1, .start = 50, .end = 150, .host = "a"}});
    QVERIFY(placeOf(2, adjusted(spans), spans) == (Placed{50, 150}));
}

void tst_ClockSkew::spansWithoutHostAreComparedWithTheirParent() {
    const SpanTable spans =
        spansOf({{.id = 1, .start = 100, .end = 200},
                 {.id = 2, .parent = 1, .start = 50, .end = 150},
                 {.id = 3, .parent = 2, .start = 60, .end = 70}}); // before [100, 200]: to its middle
    const SpanTree tree = adjusted(spans);
    QVERIFY(placeOf(2, tree, spans) == (Placed{100, 200}));
    QVERIFY(placeOf(3, tree, spans) == (Placed{145, 155}));
}

void tst_ClockSkew::whatIsBelowOnTheSameHostFollows() {
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                                     {.id = 2, .parent = 1, .start = 10, .end = 60, .host = "b"},
                                     {.id = 3, .parent = 2, .start = 20, .end = 30, .host = "b"},
                                     {.id = 4, .parent = 3, .start = 0, .end = 300, .host = "b"}});
    const SpanTree tree = adjusted(spans);
    QVERIFY(placeOf(3, tree, spans) == (Placed{135, 145}));
    QVERIFY(placeOf(4, tree, spans) == (Placed{115, 415}));
    QCOMPARE(tree.shifts.size(), std::size_t(1));
    QVERIFY(tree.end == at(415));
}

void tst_ClockSkew::furtherHostsAreComparedWithTheAdjustedParent() {
    const SpanTable spans =
        spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                 {.id = 2, .parent = 1, .start = 10, .end = 60, .host = "b"},     // +115: [125, 175]
                 {.id = 3, .parent = 2, .start = 130, .end = 140, .host = "a"},   // inside of that
                 {.id = 4, .parent = 2, .start = 300, .end = 320, .host = "c"}}); // 125 + 15 − 300 = −160
    const SpanTree tree = adjusted(spans);
    QVERIFY(placeOf(3, tree, spans) == (Placed{130, 140}));
    QVERIFY(placeOf(4, tree, spans) == (Placed{140, 160}));
}

void tst_ClockSkew::case111_shiftsBeyondTheLimitAreReportedOnly() {
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                                     {.id = 2, .parent = 1, .start = 10, .end = 60, .host = "b"},
                                     {.id = 3, .parent = 2, .start = 20, .end = 30, .host = "b"}});
    const SpanTree tree = adjusted(spans, Duration(114));
    QVERIFY(placeOf(2, tree, spans) == (Placed{10, 60}));
    QVERIFY(placeOf(3, tree, spans) == (Placed{20, 30}));
    QVERIFY(tree.shifts == (std::vector<SkewShift>{{1, Duration(115), false}}));
}

void tst_ClockSkew::theLimitHoldsInBothDirections() {
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                                     {.id = 2, .parent = 1, .start = 190, .end = 230, .host = "b"}});
    QVERIFY(placeOf(2, adjusted(spans, Duration(59)), spans) == (Placed{190, 230}));
    QVERIFY(placeOf(2, adjusted(spans, Duration(60)), spans) == (Placed{130, 170}));
}

void tst_ClockSkew::aShiftOfTheLimitItselfIsApplied() {
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                                     {.id = 2, .parent = 1, .start = 10, .end = 60, .host = "b"}});
    QVERIFY(placeOf(2, adjusted(spans, Duration(115)), spans) == (Placed{125, 175}));
}

void tst_ClockSkew::waitingInAQueueIsNoSkew() {
    const SpanTable spans =
        spansOf({{.id = 1, .start = 100, .end = 200, .kind = SpanKind::Producer, .host = "a"},
                 {.id = 2, .parent = 1, .start = 900, .end = 950, .kind = SpanKind::Consumer, .host = "b"},
                 {.id = 3, .parent = 2, .start = 800, .end = 810, .host = "b"}});
    const SpanTree tree = adjusted(spans);
    QVERIFY(placeOf(2, tree, spans) == (Placed{900, 950}));
    QVERIFY(placeOf(3, tree, spans) == (Placed{800, 810}));
    QVERIFY(tree.shifts.empty());
}

void tst_ClockSkew::spansThatWereCorrectedBeforeStay() {
    const SpanTable spans = spansOf(
        {{.id = 1, .start = 100, .end = 200, .host = "a"},
         {.id = 2, .parent = 1, .start = 50, .end = 150, .host = "b", .flags = SpanFlag::SkewCorrected}});
    QVERIFY(placeOf(2, adjusted(spans), spans) == (Placed{50, 150}));
}

void tst_ClockSkew::spansWithoutStartProveNothing() {
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                                     {.id = 2, .parent = 1, .start = 50, .end = 150, .host = "b"}, // +50
                                     {.id = 3, .parent = 2, .start = noTime, .host = "c"},
                                     {.id = 4, .parent = 3, .start = 30, .end = 40, .host = "d"}});
    const SpanTree tree = adjusted(spans);
    QVERIFY(placeOf(3, tree, spans) == (Placed{100, 100}));
    QVERIFY(placeOf(4, tree, spans) == (Placed{30, 40}));
    QCOMPARE(tree.shifts.size(), std::size_t(1));
}

void tst_ClockSkew::rawTimesStayRaw() {
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                                     {.id = 2, .parent = 1, .start = 50, .end = 150, .host = "b"}});
    const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Raw);
    QVERIFY(placeOf(2, tree, spans) == (Placed{50, 150}));
    QVERIFY(tree.shifts.empty());
}

void tst_ClockSkew::extremeTimesSaturate() {
    SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 200, .host = "a"},
                               {.id = 2, .parent = 1, .start = 90, .end = 300, .host = "b"},
                               {.id = 3, .parent = 2, .start = 95, .end = 96, .host = "b"}});
    spans.end[rowOf(3, spans).index()] = Timestamp::max();
    const SpanTree tree = adjusted(spans);
    QVERIFY(tree.end == Timestamp::max());
}

void tst_ClockSkew::durationsNeverChange() {
    QVERIFY(rc::check("a shift keeps every duration", [] {
        const SpanTable spans = tableOf(randomTrace());
        const SpanTree raw = spanTreeOf(TraceRow(0u), spans, ClockMode::Raw);
        const SpanTree tree = adjusted(spans, Duration(*rc::gen::inRange(0, 100)));
        for (std::size_t i = 0; i < raw.spans.size(); ++i)
            RC_ASSERT(tree.spans[i].end - tree.spans[i].start == raw.spans[i].end - raw.spans[i].start);
    }));
}

QTEST_APPLESS_MAIN(tst_ClockSkew)
#include "tst_ClockSkew.moc"
