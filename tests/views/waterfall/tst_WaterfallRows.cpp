#include "CheckoutTrace.h"
#include "waterfall/WaterfallFinding.h"
#include "waterfall/WaterfallMinimap.h"
#include "waterfall/WaterfallRows.h"
#include "waterfall/WaterfallText.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// A root with `calls` leaves that follow each other; those in `failed` fail.
WaterfallTrace run(std::uint32_t calls, std::initializer_list<std::uint32_t> failed = {}) {
    WaterfallTrace trace;
    trace.services = {{QStringLiteral("cart"), 1}, {QStringLiteral("pricing"), 2}};
    trace.operations = {QStringLiteral("GetCart"), QStringLiteral("Quote")};
    trace.duration = Duration(100 * calls);
    WaterfallSpan root;
    root.end = trace.duration;
    root.subtreeSize = calls + 1;
    root.childCount = calls;
    trace.spans.push_back(root);
    for (std::uint32_t i = 0; i < calls; ++i) {
        WaterfallSpan span;
        span.parent = 0;
        span.depth = 1;
        span.service = span.operation = 1;
        span.start = Duration(100 * i);
        span.end = span.start + Duration(80 + i);
        trace.spans.push_back(span);
    }
    for (const std::uint32_t i : failed) {
        WaterfallSpan& span = trace.spans[i + 1];
        span.failure = SpanFailure::StartsHere;
        span.failuresBelow = 1;
        ++trace.spans[0].failuresBelow;
        ++trace.failureOrigins;
    }
    return trace;
}

std::vector<std::uint32_t> foldsOf(const WaterfallRows& rows) {
    std::vector<std::uint32_t> folds;
    for (const WaterfallRow& row : rows.rows) {
        folds.push_back(row.folded);
    }
    return folds;
}

using Folds = std::vector<std::uint32_t>;

} // namespace

class tst_WaterfallRows : public QObject {
    Q_OBJECT
private slots:
    void fiveAlikeSiblingsFoldAndFourDoNot() {
        QCOMPARE(foldsOf(waterfallRowsOf(run(4), {})), (Folds{1, 1, 1, 1, 1}));
        QCOMPARE(foldsOf(waterfallRowsOf(run(5), {})), (Folds{1, 5}));
    }

    void aFoldSpansFromItsFirstToItsLastCall() {
        const WaterfallTrace trace = run(14);
        const WaterfallRows rows = waterfallRowsOf(trace, {});
        const WaterfallRow& fold = rows.rows[1];
        QCOMPARE(fold.from, Duration(0));
        QCOMPARE(fold.to, Duration(1300 + 93));
        QCOMPARE(fold.longest, Duration(93));
        QCOMPARE(fold.ticks.count, 14u);
        QCOMPARE(rows.membersOf(trace, 1).size(), std::size_t(14));
        QCOMPARE(barText(trace.spans[1], fold), QStringLiteral("total 1.21\u00a0µs · max 93\u00a0ns"));
    }

    void foldingCanBeTurnedOff() {
        WaterfallFolding folding;
        folding.foldSiblings = false;
        QCOMPARE(waterfallRowsOf(run(20), folding).size(), 21u);
    }

    void upToThreeFailuresStayOutsideTheFold() {
        QCOMPARE(foldsOf(waterfallRowsOf(run(14, {6}), {})), (Folds{1, 6, 1, 7}));
        QCOMPARE(foldsOf(waterfallRowsOf(run(14, {0, 7, 13}), {})), (Folds{1, 1, 6, 1, 5, 1}));
    }

    void moreFailuresStayInAFoldThatKeepsTheMark() {
        const WaterfallRows rows = waterfallRowsOf(run(14, {1, 3, 5, 7}), {});
        QCOMPARE(foldsOf(rows), (Folds{1, 14}));
        QVERIFY(rows.rows[1].failure == SpanFailure::StartsHere);
    }

    void otherOperationsPartARun() {
        WaterfallTrace trace = run(12);
        trace.spans[6].operation = 0;
        QCOMPARE(foldsOf(waterfallRowsOf(trace, {})), (Folds{1, 5, 1, 6}));
    }

    void aMemberThatWasOpenedPartsTheRun() {
        WaterfallFolding folding;
        folding.unfolded.insert(6);
        QCOMPARE(foldsOf(waterfallRowsOf(run(12), folding)), (Folds{1, 5, 1, 6}));
    }

    void collapsedSpansHideTheirChildren() {
        const CheckoutTrace checkout = checkoutTrace();
        WaterfallFolding folding;
        const std::uint32_t payments = checkout.indexOf("Authorize");
        const std::uint32_t before = waterfallRowsOf(*checkout.trace, folding).size();
        folding.collapsed.insert(payments);
        const WaterfallRows rows = waterfallRowsOf(*checkout.trace, folding);
        QCOMPARE(rows.size(), before - 4);
        const std::uint32_t post = checkout.indexOf("POST  api.acquirer.example", 1);
        QCOMPARE(rows.rowOfSpan[post], rows.rowOfSpan[payments]);
    }

    void aCollapsedRowShowsThatAFailureIsHidden() {
        WaterfallTrace trace = run(3, {1});
        WaterfallFolding folding;
        folding.collapsed.insert(0);
        QVERIFY(waterfallRowsOf(trace, folding).rows[0].failure == SpanFailure::PassedOn);
    }

    void thePathOfHiddenSpansCountsForTheRowThatHidesThem() {
        const CheckoutTrace checkout = checkoutTrace();
        WaterfallFolding folding;
        folding.collapsed.insert(0);
        const WaterfallRows rows = waterfallRowsOf(*checkout.trace, folding);
        QCOMPARE(rows.size(), 1u);
        QVERIFY(rows.links.empty());
        QCOMPARE(rows.path.size(), std::size_t(1));
        QCOMPARE(rows.path[0].to - rows.path[0].from, checkout.trace->duration);
    }

    void openingBringsAHiddenSpanToARowOfItsOwn() {
        const WaterfallTrace trace = run(14);
        WaterfallFolding folding;
        WaterfallRows rows = waterfallRowsOf(trace, folding);
        folding = opened(trace, rows, folding, 9);
        rows = waterfallRowsOf(trace, folding);
        QCOMPARE(rows.rows[rows.rowOfSpan[9]].span, 9u);
    }

    void failuresAreWalkedRoundTheEnd() {
        const WaterfallTrace trace = run(8, {2, 5});
        QCOMPARE(*nextFailure(trace, std::nullopt, true), 3u);
        QCOMPARE(*nextFailure(trace, 3u, true), 6u);
        QCOMPARE(*nextFailure(trace, 6u, true), 3u);
        QCOMPARE(*nextFailure(trace, 3u, false), 6u);
        QVERIFY(!nextFailure(run(3), std::nullopt, true));
    }

    void searchLooksAtServiceAndOperationWhateverTheCase() {
        const WaterfallTrace trace = run(3);
        QCOMPARE(spansMatching(trace, "PRIC").size(), std::size_t(3));
        QCOMPARE(spansMatching(trace, "getcart"), (std::vector<std::uint32_t>{0}));
        QVERIFY(spansMatching(trace, "").empty());
        QVERIFY(spansMatching(trace, "nothing").empty());
    }

    void guidesEndAtTheLastSibling() {
        const WaterfallRows rows = waterfallRowsOf(run(3), {});
        QVERIFY(!rows.rows[1].last);
        QVERIFY(rows.rows[3].last);
    }

    void theMinimapPutsFailuresOnTop() {
        const WaterfallTrace trace = run(4, {2});
        const WaterfallMinimap map = minimapOf(trace, waterfallRowsOf(trace, {}), 100, 30);
        QCOMPARE(map.lines, 5u);
        QCOMPARE(int(map.at(0, 0)), 2); // cart: colour 1
        QCOMPARE(int(map.at(55, 3)), 255);
        QCOMPARE(int(map.at(99, 1)), 0);
    }

    void theMinimapOfManyRowsHasNoMoreLinesThanAsked() {
        const auto trace = wideTrace(10'000, 9);
        const WaterfallMinimap map = minimapOf(*trace, waterfallRowsOf(*trace, {}), 1000, 30);
        QCOMPARE(map.lines, 30u);
        QVERIFY(std::count(map.cells.begin(), map.cells.end(), WaterfallMinimap::failed) > 0);
    }
};

QTEST_APPLESS_MAIN(tst_WaterfallRows)
#include "tst_WaterfallRows.moc"
