#include <QTest>

#include "items/History.h"

using namespace hallway;
using namespace std::chrono_literals;

namespace {

Step edge(unsigned id) {
    Step step;
    step.selection.edge = EdgeId(id);
    step.words = QStringLiteral("edge %1").arg(id);
    return step;
}

Step onTrace(Step step, unsigned trace) {
    step.selection.trace = TraceRow(trace);
    step.words = QStringLiteral("trace %1").arg(trace);
    return step;
}

QStringList wordsOf(const History& history) {
    QStringList words;
    for (const Step& step : history.steps())
        words << step.words;
    return words;
}

} // namespace

class tst_History : public QObject {
    Q_OBJECT

private slots:
    void goesBackAndForward() {
        History history;
        QVERIFY(!history.goBack());
        history.record(Step(), 0s);
        history.record(edge(1), 1s);
        history.record(onTrace(edge(1), 7), 2s);
        QVERIFY(!history.canGoForward());
        QCOMPARE(*history.goBack(), edge(1));
        QCOMPARE(*history.goBack(), Step());
        QVERIFY(!history.canGoBack() && !history.goBack());
        QCOMPARE(*history.goForward(), edge(1));
        QCOMPARE(*history.goTo(2), onTrace(edge(1), 7));
        QVERIFY(!history.goTo(3));
        QCOMPARE(history.at(), std::size_t{2});
    }

    void aNewStepForgetsWhatLayAhead() {
        History history;
        history.record(Step(), 0s);
        history.record(edge(1), 1s);
        history.record(edge(2), 2s);
        history.goTo(0);
        history.record(edge(3), 3s);
        QCOMPARE(wordsOf(history), (QStringList{"", "edge 3"}));
        QVERIFY(!history.canGoForward());
    }

    void tellingWhereOneStandsIsNoStep() {
        History history;
        history.record(Step(), 0s);
        history.record(edge(1), 1s);
        history.goBack();
        history.record(Step(), 2s); // as views report back what they were told
        QVERIFY(history.canGoForward());
        QCOMPARE(history.steps().size(), std::size_t{2});
    }

    void whatTheWindowDoesOnItsOwnBelongsToTheStepBefore() {
        History history;
        history.record(Step(), 0s);
        history.record(edge(1), 1s);
        history.record(onTrace(edge(1), 7), 5s, true);
        QCOMPARE(history.steps().size(), std::size_t{2});
        QCOMPARE(history.steps().back().words, QStringLiteral("edge 1"));
        QCOMPARE(history.steps().back().selection.trace, std::optional(TraceRow(7U)));
    }

    void walkingSpansIsNoStepAndKeepsWhatLiesAhead() {
        History history;
        history.record(onTrace(Step(), 1), 0s);
        history.record(edge(1), 1s);
        history.goBack();
        Step span = onTrace(Step(), 1);
        span.selection.span = SpanRow(4U);
        history.record(span, 2s);
        QVERIFY(history.canGoForward());
        QCOMPARE(history.steps().front().selection.span, std::optional(SpanRow(4U)));
    }

    void hastyChangesOfOneKindAreOneStep() {
        History history;
        history.record(Step(), 0ms);
        history.record(edge(1), 1000ms);
        history.record(edge(2), 1300ms);
        history.record(edge(3), 1900ms); // each soon after the one before
        QCOMPARE(wordsOf(history), (QStringList{"", "edge 3"}));
        history.record(edge(4), 1900ms + History::haste);
        QCOMPARE(wordsOf(history), (QStringList{"", "edge 3", "edge 4"}));
        history.record(onTrace(edge(4), 1), 1900ms + History::haste + 10ms); // another kind
        QCOMPARE(history.steps().size(), std::size_t{4});
    }

    void theFirstStepIsNeverReplaced() {
        History history;
        history.record(Step(), 0ms);
        history.record(edge(1), 1ms);
        history.goBack();
        history.record(edge(2), 2ms);
        QCOMPARE(wordsOf(history), (QStringList{"", "edge 2"}));
    }

    void theWeightiestChangeCounts() {
        Step a = edge(1), b = onTrace(edge(2), 3);
        QCOMPARE(changeBetween(a, b), StepChange::Subject);
        b.selection.filter = std::make_shared<const AppliedFilter>();
        QCOMPARE(changeBetween(a, b), StepChange::Filter);
        Step page = edge(1);
        page.pages = QStringList{"FailuresPage"};
        QCOMPARE(changeBetween(a, page), StepChange::Page);
        QCOMPARE(changeBetween(a, a), StepChange::None);
    }

    void isBounded() {
        History history;
        for (unsigned i = 0; i < 3 * History::most; ++i)
            history.record(edge(i), i * 1s);
        QCOMPARE(history.steps().size(), History::most);
        QCOMPARE(history.at(), History::most - 1);
        QCOMPARE(history.steps().back().words, QStringLiteral("edge %1").arg(3 * History::most - 1));
        history.clear();
        QVERIFY(history.steps().empty() && !history.canGoBack());
    }
};

QTEST_GUILESS_MAIN(tst_History)
#include "tst_History.moc"
