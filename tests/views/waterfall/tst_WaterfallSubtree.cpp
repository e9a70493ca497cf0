// Whole levels, subtrees and what a filter leaves: rows and state together.
#include "CheckoutTrace.h"
#include "waterfall/WaterfallFinding.h"
#include "waterfall/WaterfallState.h"
#include "waterfall/WaterfallText.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Fixture {
    CheckoutTrace checkout = checkoutTrace();
    WaterfallState state;
    Fixture() {
        state.setArea(QRectF(0, 0, 1000, 600), 1);
        state.setTrace(checkout.trace);
    }
    [[nodiscard]] std::uint32_t span(const char* operation, int nth = 0) const {
        return checkout.indexOf(QString::fromUtf8(operation), nth);
    }
    [[nodiscard]] std::uint32_t rowOf(const char* operation, int nth = 0) const {
        return state.rows().rowOfSpan[span(operation, nth)];
    }
    [[nodiscard]] QStringList shown() const {
        QStringList operations;
        for (const WaterfallRow& row : state.rows().rows) {
            operations << checkout.trace->operationOf(checkout.trace->spans[row.span]);
        }
        return operations;
    }
    void match(std::initializer_list<std::uint32_t> spans) {
        auto matches = std::make_shared<std::vector<bool>>(checkout.trace->spans.size());
        for (const std::uint32_t span : spans) {
            (*matches)[span] = true;
        }
        state.setMatches(std::move(matches));
    }
};

} // namespace

class tst_WaterfallSubtree : public QObject {
    Q_OBJECT
private slots:
    void levelsOpenAndCloseTheWholeTree() {
        Fixture f;
        f.state.showLevels(1);
        QCOMPARE(f.shown(), QStringList{"POST /checkout"});
        f.state.showLevelMore();
        QCOMPARE(f.shown(), (QStringList{"POST /checkout", "PlaceOrder"}));
        f.state.showLevelMore();
        QCOMPARE(f.state.levelsShown(), 3u);
        QVERIFY(f.shown().contains("Authorize") && !f.shown().contains("Score"));
        f.state.showLevelMore();
        QVERIFY(f.shown().contains("Score"));
        const QStringList all = f.shown();
        f.state.showLevelMore(); // there are no more
        QCOMPARE(f.shown(), all);
        f.state.showLevelLess();
        QCOMPARE(f.state.levelsShown(), 3u);
    }

    void aSelectionThatIsCollapsedAwayMovesToItsCloser() {
        Fixture f;
        f.state.select(f.span("Score"));
        f.state.showLevels(3);
        QCOMPARE(*f.state.selected(), f.span("Authorize"));
    }

    void aSubtreeCollapsesAndExpandsAsAWhole() {
        Fixture f;
        f.state.select(f.span("PlaceOrder"));
        QVERIFY(f.state.collapseSubtree());
        QCOMPARE(f.shown(), (QStringList{"POST /checkout", "PlaceOrder"}));
        f.state.toggle(1); // what is below stays collapsed
        QVERIFY(f.shown().contains("Authorize") && !f.shown().contains("Score"));
        f.state.select(f.span("PlaceOrder"));
        QVERIFY(f.state.expandSubtree());
        QVERIFY(f.shown().contains("Score"));
        QCOMPARE(f.shown().count("Quote"), 1); // folds stay folded
        QVERIFY(!f.state.expandSubtree());
        f.state.select(f.span("Score"));
        QVERIFY(!f.state.collapseSubtree()); // a leaf
    }

    void aSubtreeIsShownAloneInItsTime() {
        Fixture f;
        f.state.setRoot(f.span("Authorize"));
        QCOMPARE(f.state.rows().size(), 5u);
        QCOMPARE(f.shown().front(), QStringLiteral("Authorize"));
        QCOMPARE(*f.state.selected(), f.span("Authorize"));
        QCOMPARE(f.state.geometry().indentOf(2), f.state.geometry().indentOf(0)); // its level is the first
        const WaterfallSpan& root = f.checkout.trace->spans[f.span("Authorize")];
        QCOMPARE(f.state.geometry().window, framing(root.start, root.end, f.checkout.trace->duration));
        QCOMPARE(f.rowOf("Reserve"), WaterfallRows::noRow);
        QCOMPARE(f.state.rows().considered, 5u);
        QVERIFY(f.state.rows().rows[0].last);
    }

    void backGoesToWhereOneWas() {
        Fixture f;
        f.state.select(f.span("Reserve"));
        const TimeWindow window{std::chrono::milliseconds(10), std::chrono::milliseconds(900)};
        f.state.setWindow(window);
        f.state.setRoot(f.span("PlaceOrder"));
        f.state.setRoot(f.span("Authorize"));
        QVERIFY(f.state.goBack());
        QCOMPARE(f.state.root(), f.span("PlaceOrder"));
        QVERIFY(f.state.goBack());
        QCOMPARE(f.state.root(), TreeSpan::none);
        QCOMPARE(f.state.geometry().window, window);
        QCOMPARE(*f.state.selected(), f.span("Reserve"));
        QVERIFY(!f.state.goBack());
    }

    void revealingWhatIsElsewhereShowsTheWholeTrace() {
        Fixture f;
        f.state.setRoot(f.span("Authorize"));
        f.state.reveal(f.span("Quote", 3));
        QCOMPARE(f.state.root(), TreeSpan::none);
        QCOMPARE(f.state.rows().rows[*f.state.selectedRow()].span, f.span("Quote", 3));
        f.state.goBack();
        QCOMPARE(f.state.root(), f.span("Authorize"));
    }

    void arrowsStayInTheSubtree() {
        Fixture f;
        f.state.setRoot(f.span("Authorize"));
        f.state.toggle(0);
        QCOMPARE(f.state.rows().size(), 1u);
        QVERIFY(!f.state.stepOut());
        QCOMPARE(f.state.root(), f.span("Authorize"));
    }

    void failuresAreSoughtInTheSubtree() {
        const Fixture f;
        const WaterfallTrace& trace = *f.checkout.trace;
        QCOMPARE(*nextFailure(trace, std::nullopt, true, f.span("Authorize")),
                 f.span("POST  api.acquirer.example"));
        QVERIFY(!nextFailure(trace, std::nullopt, true, f.span("Reserve")));
        QVERIFY(!deepestFailure(trace, f.span("Reserve")));
        QCOMPARE(*deepestFailure(trace),
                 f.span("POST  api.acquirer.example")); // of three on one level the first
    }

    void theDeepestFailureIsTheOneMostLevelsDown() {
        WaterfallTrace trace = *checkoutTrace().trace;
        for (WaterfallSpan& span : trace.spans) {
            span.failure = SpanFailure::None;
        }
        trace.spans[1].failure = SpanFailure::StartsHere;
        const std::uint32_t deep = Fixture().span("UPDATE  stock@pg-main");
        trace.spans[deep].failure = SpanFailure::StartsHere;
        QCOMPARE(*deepestFailure(trace), deep);
    }

    void aFilterDimsWhatDoesNotMatch() {
        Fixture f;
        const QStringList all = f.shown();
        f.match({f.span("Score"), f.span("Reserve")});
        QCOMPARE(f.shown(), all);
        QVERIFY(!f.state.rows().rows[f.rowOf("Score")].dimmed);
        QVERIFY(f.state.rows().rows[f.rowOf("Authorize")].dimmed);
        QCOMPARE(filterText(f.state.rows(), false), QStringLiteral("2 of 27 spans match; 25 dimmed"));
        f.state.toggle(f.rowOf("Authorize"));
        QVERIFY(!f.state.rows().rows[f.rowOf("Authorize")].dimmed); // it hides a span that matches
        f.state.setMatches(nullptr);
        QVERIFY(!f.state.rows().rows[0].dimmed);
    }

    void aFilterHidesWhatDoesNotMatchButTheWayThere() {
        Fixture f;
        f.match({f.span("Score"), f.span("Reserve")});
        f.state.setHidesOthers(true);
        QCOMPARE(f.shown(), (QStringList{"POST /checkout", "PlaceOrder", "Reserve", "Authorize", "Score"}));
        QCOMPARE(f.state.rows().hidden, 22u);
        QCOMPARE(filterText(f.state.rows(), true), QStringLiteral("2 of 27 spans match; 22 hidden"));
        QVERIFY(!f.state.rows().rows[2].hasChildren); // UPDATE is hidden
        QVERIFY(f.state.rows().rows[3].last);         // Release, the last sibling, is hidden
        QCOMPARE(f.rowOf("UPDATE  stock@pg-main"), 2u);
    }

    void whatIsWantedShowsThoughItDoesNotMatch() {
        Fixture f;
        f.match({f.span("Score")});
        f.state.setHidesOthers(true);
        f.state.reveal(f.span("HGETALL  carts@redis-1"));
        QCOMPARE(f.state.rows().rows[*f.state.selectedRow()].span, f.span("HGETALL  carts@redis-1"));
        QVERIFY(f.state.rows().rows[*f.state.selectedRow()].dimmed);
        f.match({f.span("Score")}); // another filter forgets it
        QVERIFY(!f.shown().contains("HGETALL  carts@redis-1"));
    }

    void aFilterWithoutMatchesLeavesNoRows() {
        Fixture f;
        f.match({});
        f.state.setHidesOthers(true);
        QCOMPARE(f.state.rows().size(), 0u);
        QVERIFY(!f.state.moveSelection(1));
        f.state.select(3);
        QVERIFY(!f.state.selectedRow());
        f.state.reveal(f.span("Score"));
        QVERIFY(f.state.selectedRow().has_value());
    }

    void foldsHoldOnlyWhatIsLeft() {
        Fixture f;
        f.match({f.span("Quote", 0), f.span("Quote", 2), f.span("Quote", 4), f.span("Quote", 6),
                 f.span("Quote", 8), f.span("Quote", 10)});
        f.state.setHidesOthers(true);
        const WaterfallRow& fold = f.state.rows().rows[f.rowOf("Quote")];
        QCOMPARE(fold.folded, 6u);
        QCOMPARE(fold.total, Duration(std::chrono::milliseconds(6 * 31)));
        const auto members = f.state.rows().membersOf(*f.checkout.trace, f.rowOf("Quote"));
        QCOMPARE(members.back(), f.span("Quote", 10));
    }

    void aDimmingFilterPartsRunsWhereItStopsMatching() {
        Fixture f;
        std::vector<std::uint32_t> folds;
        f.match({f.span("Quote", 0), f.span("Quote", 1), f.span("Quote", 2), f.span("Quote", 3),
                 f.span("Quote", 4), f.span("Quote", 5)});
        for (const WaterfallRow& row : f.state.rows().rows) {
            if (row.isFold()) {
                folds.push_back(row.folded);
            }
        }
        QCOMPARE(folds, (std::vector<std::uint32_t>{6, 8}));
    }

    void aSubtreeOfAFilterCountsItself() {
        Fixture f;
        f.match({f.span("Score"), f.span("Reserve")});
        f.state.setHidesOthers(true);
        f.state.setRoot(f.span("Authorize"));
        QCOMPARE(filterText(f.state.rows(), true), QStringLiteral("1 of 5 spans match; 3 hidden"));
    }

    void hundredThousandSpansAreFilteredAndLevelledInAnInstant() {
        const auto wide = wideTrace(100'000, 9);
        WaterfallState state;
        state.setArea(QRectF(0, 0, 1920, 1080), 1);
        state.setTrace(wide);
        auto matches = std::make_shared<std::vector<bool>>(wide->spans.size());
        for (std::size_t i = 0; i < matches->size(); i += 100) {
            (*matches)[i] = true;
        }
        QElapsedTimer clock;
        clock.start();
        state.showLevels(2);
        state.showLevels(9);
        state.setMatches(matches);
        state.setHidesOthers(true);
        state.setRoot(1);
        QVERIFY2(clock.elapsed() < 800,
                 qPrintable(QString::number(clock.elapsed()))); // unoptimised builds too
        QCOMPARE(state.rows().considered, 10u);
    }
};

QTEST_APPLESS_MAIN(tst_WaterfallSubtree)
#include "tst_WaterfallSubtree.moc"
