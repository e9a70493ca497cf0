#include "CheckoutTrace.h"
#include "waterfall/WaterfallState.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Fixture {
    CheckoutTrace checkout = checkoutTrace();
    WaterfallState state;
    Fixture() {
        state.setArea(QRectF(0, 0, 1000, 300), 1);
        state.setTrace(checkout.trace);
    }
    [[nodiscard]] std::uint32_t rowOfOperation(const QString& operation, int nth = 0) const {
        return state.rows().rowOfSpan[checkout.indexOf(operation, nth)];
    }
};

} // namespace

class tst_WaterfallState : public QObject {
    Q_OBJECT
private slots:
    void aNewTraceIsShownWhole() {
        const Fixture f;
        QCOMPARE(f.state.geometry().window, wholeOf(f.checkout.trace->duration));
        QVERIFY(!f.state.selected());
        QCOMPARE(f.state.geometry().treeWidth, 340.0); // 36 % of 1000, at most 340
    }

    void theSameTraceKeepsWhatWasChosen() {
        Fixture f;
        f.state.setWindow({Duration(1000), Duration(2000)});
        f.state.toggle(0);
        f.state.select(0);
        f.state.setTrace(std::make_shared<const WaterfallTrace>(*f.checkout.trace));
        QCOMPARE(f.state.geometry().window, (TimeWindow{Duration(1000), Duration(2000)}));
        QCOMPARE(f.state.rows().size(), 1u);
        QVERIFY(f.state.selected() == 0u);
        f.state.setTrace(wideTrace(50, 4));
        QVERIFY(!f.state.selected());
        QVERIFY(f.state.rows().size() > 1);
    }

    void withoutATraceNothingHappens() {
        WaterfallState state;
        state.setTrace(nullptr);
        QVERIFY(!state.moveSelection(1));
        QVERIFY(!state.stepIn());
        QVERIFY(!state.stepOut());
        state.toggle(0);
        state.reveal(0);
        QCOMPARE(state.rows().size(), 0u);
    }

    void arrowsWalkRowsAndStopAtTheEnds() {
        Fixture f;
        QVERIFY(f.state.moveSelection(1));
        QVERIFY(f.state.selected() == 0u);
        QVERIFY(f.state.moveSelection(2));
        QCOMPARE(*f.state.selectedRow(), 2u);
        f.state.moveSelection(1000);
        QCOMPARE(*f.state.selectedRow(), f.state.rows().size() - 1);
        QVERIFY(!f.state.moveSelection(1));
    }

    void aFoldIsOneStepOfTheWalk() {
        Fixture f;
        f.state.select(f.checkout.indexOf("Quote"));
        f.state.moveSelection(1);
        QCOMPARE(*f.state.selected(), f.checkout.indexOf("Reserve"));
    }

    void leftCollapsesThenGoesToTheParent() {
        Fixture f;
        f.state.select(f.checkout.indexOf("Authorize"));
        const std::uint32_t before = f.state.rows().size();
        QVERIFY(f.state.stepOut());
        QCOMPARE(f.state.rows().size(), before - 4);
        QVERIFY(f.state.stepOut());
        QCOMPARE(*f.state.selected(), f.checkout.indexOf("PlaceOrder"));
    }

    void rightOpensThenGoesToTheFirstChild() {
        Fixture f;
        f.state.select(f.checkout.indexOf("Authorize"));
        f.state.stepOut();
        QVERIFY(f.state.stepIn());
        QVERIFY(f.state.stepIn());
        QCOMPARE(*f.state.selected(), f.checkout.indexOf("Score"));
    }

    void aFoldOpensAndClosesAgain() {
        Fixture f;
        const std::uint32_t folded = f.state.rows().size();
        f.state.select(f.checkout.indexOf("Quote"));
        QVERIFY(f.state.stepIn());
        QCOMPARE(f.state.rows().size(), folded + 13);
        f.state.select(f.checkout.indexOf("Quote", 7));
        QVERIFY(f.state.stepOut());
        QCOMPARE(f.state.rows().size(), folded);
        QCOMPARE(*f.state.selected(), f.checkout.indexOf("Quote"));
    }

    void revealOpensAllThatHides() {
        Fixture f;
        f.state.toggle(0); // collapse the root
        QCOMPARE(f.state.rows().size(), 1u);
        const std::uint32_t quote = f.checkout.indexOf("Quote", 9);
        f.state.reveal(quote);
        QCOMPARE(f.state.rows().rows[*f.state.selectedRow()].span, quote);
        const auto [first, end] = f.state.geometry().visibleRows();
        QVERIFY(*f.state.selectedRow() >= first && *f.state.selectedRow() < end);
    }

    void collapsingOverTheSelectionMovesItUp() {
        Fixture f;
        f.state.select(f.checkout.indexOf("Score"));
        f.state.toggle(f.rowOfOperation("Authorize"));
        QCOMPARE(*f.state.selected(), f.checkout.indexOf("Authorize"));
    }

    void framingTheFramedSelectionShowsAll() {
        Fixture f;
        f.state.select(f.checkout.indexOf("Reserve"));
        const TimeWindow frame = f.state.windowFraming();
        QVERIFY(frame.length() < f.checkout.trace->duration);
        f.state.setWindow(frame);
        QCOMPARE(f.state.windowFraming(), wholeOf(f.checkout.trace->duration));
    }

    void theWindowMovesOnlyWhenTheSpanIsOutside() {
        Fixture f;
        const TimeWindow early{Duration(0), std::chrono::milliseconds(400)};
        f.state.setWindow(early);
        QCOMPARE(f.state.windowShowing(f.checkout.indexOf("Verify")), early);
        const TimeWindow moved = f.state.windowShowing(f.checkout.indexOf("Release"));
        QCOMPARE(moved.length(), early.length());
        QVERIFY(moved.to >= f.checkout.trace->spans[f.checkout.indexOf("Release")].end);
    }

    void theSplitterKeepsBothColumns() {
        Fixture f;
        f.state.setTreeWidth(5000);
        QCOMPARE(f.state.geometry().treeWidth, 840.0);
        f.state.setTreeWidth(1);
        QCOMPARE(f.state.geometry().treeWidth, 120.0);
    }

    void hundredThousandSpansAreSetInAnInstant() {
        const auto wide = wideTrace(100'000, 9);
        const auto deep = deepTrace(100'000);
        WaterfallState state;
        state.setArea(QRectF(0, 0, 1920, 1080), 1);
        QElapsedTimer clock;
        clock.start();
        state.setTrace(wide);
        state.setTrace(deep);
        state.reveal(99'999);
        QVERIFY2(clock.elapsed() < 600,
                 qPrintable(QString::number(clock.elapsed()))); // unoptimised builds too
        QCOMPARE(*state.selectedRow(), 99'999u);
    }
};

QTEST_APPLESS_MAIN(tst_WaterfallState)
#include "tst_WaterfallState.moc"
