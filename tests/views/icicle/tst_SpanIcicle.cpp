#include "icicle/SpanIcicle.h"
#include "support/CaptureScript.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

Icicle icicleOf(const ScriptedCapture& capture) {
    return spanIcicleOf(spanTreeOf(TraceRow(0U), capture.built.spans, ClockMode::Adjusted),
                        capture.built.spans, capture.built.calls, *capture.strings);
}

const IcicleCell& cellNamed(const Icicle& icicle, const QString& operation) {
    return *std::find_if(icicle.cells.begin(), icicle.cells.end(), [&](const IcicleCell& cell) {
        return icicle.operations[cell.operation] == operation;
    });
}

constexpr double ms = 1e6;

} // namespace

class tst_SpanIcicle : public QObject {
    Q_OBJECT

private slots:
    void cellsLieWhereTheirSpansRan() {
        CaptureScript script;
        script.span("a", {.service = "web", .name = "a", .kind = SpanKind::Server, .from = 0, .to = 100});
        script.span("b", {.parent = "a", .service = "web", .name = "b", .from = 10, .to = 30});
        script.span("c", {.parent = "a", .service = "cart", .name = "c", .from = 50, .to = 80});
        const Icicle icicle = icicleOf(script.build());
        QCOMPARE(icicle.whole, 100 * ms);
        QVERIFY(icicle.isTimeline);
        const IcicleCell& c = cellNamed(icicle, "c");
        QCOMPARE(c.from, 50 * ms);
        QCOMPARE(c.to, 80 * ms);
        QCOMPARE(c.row, 1U);
        QCOMPARE(c.value, 30'000'000);
        QCOMPARE(cellNamed(icicle, "b").row, 1U); // beside each other
        QVERIFY(icicle.namesService(c));
        QVERIFY(!icicle.namesService(cellNamed(icicle, "b")));
        QCOMPARE(icicle.services[c.service].label, QStringLiteral("cart"));
    }

    void whatRanAtTheSameTimeHasARowOfItsOwn() {
        CaptureScript script;
        script.span("a", {.name = "a", .from = 0, .to = 100});
        script.span("b", {.parent = "a", .name = "b", .from = 10, .to = 60});
        script.span("b1", {.parent = "b", .name = "b1", .from = 15, .to = 55});
        script.span("c", {.parent = "a", .name = "c", .from = 20, .to = 80});
        script.span("d", {.parent = "a", .name = "d", .from = 85, .to = 90});
        const Icicle icicle = icicleOf(script.build());
        QCOMPARE(cellNamed(icicle, "b").row, 1U);
        QCOMPARE(cellNamed(icicle, "b1").row, 2U);
        QCOMPARE(cellNamed(icicle, "c").row, 3U); // below what ran already
        QCOMPARE(cellNamed(icicle, "d").row, 1U);
        for (std::size_t i = 0; i + 1 < icicle.byRow.size(); ++i) {
            const IcicleCell &left = icicle.cells[icicle.byRow[i]],
                             &right = icicle.cells[icicle.byRow[i + 1]];
            QVERIFY(left.row < right.row || left.to <= right.from);
        }
    }

    void thePathLiesOnTheRowsOfItsSpans() {
        CaptureScript script;
        script.span("a", {.name = "a", .from = 0, .to = 100});
        script.span("b", {.parent = "a", .name = "b", .from = 20, .to = 60});
        script.span("c", {.parent = "a", .name = "c", .from = 40, .to = 90});
        const Icicle icicle = icicleOf(script.build());
        double length = 0;
        for (const IcicleSection& section : icicle.sections)
            length += section.to - section.from;
        QCOMPARE(length, 100 * ms);
        const std::uint32_t row = cellNamed(icicle, "c").row;
        QCOMPARE(icicle.sectionBegin[row + 1] - icicle.sectionBegin[row], 1U);
        const IcicleSection& section = icicle.sections[icicle.sectionBegin[row]];
        QCOMPARE(section.from, 40 * ms);
        QCOMPARE(section.to, 90 * ms);
    }

    void aFailureFromBelowIsPassedOn() {
        CaptureScript script;
        script.span("a", {.name = "a", .status = SpanStatus::Error, .from = 0, .to = 100});
        script.span("b", {.parent = "a", .name = "b", .status = SpanStatus::Error, .from = 10, .to = 60});
        script.span("c", {.parent = "a", .name = "c", .from = 70, .to = 80});
        const Icicle icicle = icicleOf(script.build());
        QVERIFY(cellNamed(icicle, "a").failed == 1 && cellNamed(icicle, "a").passedOn);
        QVERIFY(cellNamed(icicle, "b").failed == 1 && !cellNamed(icicle, "b").passedOn);
        QCOMPARE(cellNamed(icicle, "c").failed, std::uint64_t(0));
    }

    void aSpanWithoutAnEndHasNoValue() {
        CaptureScript script;
        script.span("a", {.name = "a", .from = 0, .to = 100});
        script.span("b", {.parent = "a", .name = "b", .from = 10, .to = ScriptSpan::noTime});
        const Icicle icicle = icicleOf(script.build());
        QCOMPARE(valueText(icicle, cellNamed(icicle, "b")), QStringLiteral("–"));
        QCOMPARE(valueText(icicle, cellNamed(icicle, "a")), QStringLiteral("100\u00a0ms"));
    }

    void hostileNamesAreMadeSafe() {
        CaptureScript script;
        script.span("a", {.service = "ev\u202eil", .name = "op\x1b[31m"});
        const Icicle icicle = icicleOf(script.build());
        QVERIFY(!icicle.services[0].label.contains(QChar(0x202e)));
        QVERIFY(!icicle.operations[0].contains(QChar(0x1b)));
    }

    void twentyThousandSpansAreQuick() {
        CaptureScript script;
        script.span("root", {.name = "root", .from = 0, .to = 1'000'000});
        for (int i = 0; i < 20'000; ++i)
            script.span(std::to_string(i), {.parent = "root", .name = "op", .from = i, .to = i + 30});
        const ScriptedCapture capture = script.build();
        QElapsedTimer timer;
        timer.start();
        const Icicle icicle = icicleOf(capture);
        QVERIFY2(timer.elapsed() < 1500, "a search row by row is slow");
        QCOMPARE(icicle.rows(), 31U); // thirty run at a time
    }
};

QTEST_APPLESS_MAIN(tst_SpanIcicle)
#include "tst_SpanIcicle.moc"
