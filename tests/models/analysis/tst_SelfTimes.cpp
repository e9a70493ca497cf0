#include "analysis/SelfTimes.h"

#include "RandomTrace.h"
#include "analysis/SpanTree.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

class tst_SelfTimes : public QObject {
    Q_OBJECT

private slots:
    void theVectorsOfTheDefinition() {
        const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 100},
                                         {.id = 2, .parent = 1, .start = 10, .end = 40},
                                         {.id = 3, .parent = 1, .start = 30, .end = 60},
                                         {.id = 4, .parent = 1, .start = 90, .end = 120},
                                         {.id = 5, .parent = 1, .start = -20, .end = 5}});
        QCOMPARE(selfTimesOf(spans)[rowOf(1, spans).index()], Duration(100 - 50 - 10 - 5));
        QCOMPARE(selfTimesOf(spans)[rowOf(3, spans).index()], Duration(30));
    }

    void anUnfinishedParentHasNone() {
        const SpanTable spans = spansOf({{.id = 1, .start = 0, .flags = SpanFlag::Unfinished},
                                         {.id = 2, .parent = 1, .start = 10, .end = 40}});
        QCOMPARE(selfTimesOf(spans)[rowOf(1, spans).index()], Duration(0));
        QCOMPARE(selfTimesOf(spans)[rowOf(2, spans).index()], Duration(30));
    }

    void eachTraceGivesWhatItsTreeGives() {
        QVERIFY(rc::check("as selfTimes() of the tree", [] {
            std::vector<TestSpan> all;
            for (std::uint64_t trace = 1; trace <= 3; ++trace)
                for (TestSpan span : randomTrace(15)) {
                    span.trace = trace;
                    all.push_back(span);
                }
            const SpanTable spans = tableOf(all);
            const auto selves = selfTimesOf(spans, 2);
            for (std::size_t trace = 0; trace < spans.traces.size(); ++trace) {
                const SpanTree tree = spanTreeOf(TraceRow(trace), spans, ClockMode::Raw);
                const auto expected = selfTimes(tree, spans);
                for (std::size_t i = 0; i < tree.spans.size(); ++i)
                    RC_ASSERT(selves[tree.spans[i].row.index()] == expected[i].value_or(Duration(0)));
            }
        }));
    }
};

QTEST_APPLESS_MAIN(tst_SelfTimes)
#include "tst_SelfTimes.moc"
