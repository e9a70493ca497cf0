#include "SampleGraphs.h"

#include "layout/LayeredRanks.h"

#include <QTest>

#include <numeric>

using namespace hallway;

using Numbers = std::vector<std::uint32_t>;
using Flags = std::vector<bool>;

class tst_LayeredRanks : public QObject {
    Q_OBJECT
private slots:
    void theLongestPathDecidesTheColumn();
    void anEdgeThatClosesACycleRunsBackwards();
    void aSelfEdgeChangesNothing();
    void aCallerWithoutCallersStandsNextToItsCallee();
    void everyEdgeJoinsDifferentColumns();
    void aChainOfTwentyThousandIsNoProblem();
};

void tst_LayeredRanks::theLongestPathDecidesTheColumn() {
    const LayeredRanks ranks = rankNodes(samples::graph(4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {0, 3}}));
    QCOMPARE(ranks.rank, (Numbers{0, 1, 2, 3}));
    QCOMPARE(ranks.backwards, Flags(5, false));
}

void tst_LayeredRanks::anEdgeThatClosesACycleRunsBackwards() {
    // 2 is where the traffic enters: 2 → 0 → 1 → 0.
    const LayeredRanks ranks = rankNodes(samples::graph(3, {{0, 1}, {1, 0}, {2, 0}}));
    QCOMPARE(ranks.rank, (Numbers{1, 2, 0}));
    QCOMPARE(ranks.backwards, (Flags{false, true, false}));
}

void tst_LayeredRanks::aSelfEdgeChangesNothing() {
    const LayeredRanks ranks = rankNodes(samples::graph(2, {{0, 0}, {0, 1}, {1, 1}}));
    QCOMPARE(ranks.rank, (Numbers{0, 1}));
    QCOMPARE(ranks.backwards, Flags(3, false));
}

void tst_LayeredRanks::aCallerWithoutCallersStandsNextToItsCallee() {
    const LayeredRanks ranks = rankNodes(samples::graph(5, {{0, 1}, {1, 2}, {2, 3}, {4, 3}}));
    QCOMPARE(ranks.rank, (Numbers{0, 1, 2, 3, 2}));
}

void tst_LayeredRanks::everyEdgeJoinsDifferentColumns() {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const LayoutRequest request = samples::chaos(20, 60, seed);
        const LayeredRanks ranks = rankNodes(request);
        for (std::size_t i = 0; i < request.edges.size(); ++i) {
            const EdgeToRoute& edge = request.edges[i];
            if (edge.tail == edge.head) continue;
            QCOMPARE(ranks.rank[edge.tail] < ranks.rank[edge.head], !ranks.backwards[i]);
            QVERIFY(ranks.rank[edge.tail] != ranks.rank[edge.head]);
        }
    }
}

void tst_LayeredRanks::aChainOfTwentyThousandIsNoProblem() {
    LayoutRequest request = samples::graph(20'000, {});
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        EdgeToRoute edge;
        edge.tail = i;
        edge.head = (i + 1) % 20'000; // the last closes the ring
        request.edges.push_back(edge);
    }
    const LayeredRanks ranks = rankNodes(request);
    Numbers expected(20'000);
    std::iota(expected.begin(), expected.end(), 0U);
    QCOMPARE(ranks.rank, expected);
    QVERIFY(ranks.backwards.back());
}

QTEST_APPLESS_MAIN(tst_LayeredRanks)
#include "tst_LayeredRanks.moc"
