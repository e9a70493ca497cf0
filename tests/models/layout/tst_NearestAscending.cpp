#include "layout/NearestAscending.h"

#include <QTest>

using namespace hallway;

class tst_NearestAscending : public QObject {
    Q_OBJECT
private slots:
    void whatAscendsStays();
    void whatWantsToPassSharesTheMean();
    void theHeavierMovesLess();
    void aLateWishPullsBackEarlierBlocks();
    void nothingIsNothing();
};

using Numbers = std::vector<double>;

static Numbers nearest(const Numbers& wanted, const Numbers& weights) {
    return nearestAscending(wanted, weights);
}

void tst_NearestAscending::whatAscendsStays() {
    QCOMPARE(nearest({1, 2, 2, 5}, {1, 1, 1, 1}), (Numbers{1, 2, 2, 5}));
}

void tst_NearestAscending::whatWantsToPassSharesTheMean() {
    QCOMPARE(nearest({1, 6, 4, 9}, {1, 1, 1, 1}), (Numbers{1, 5, 5, 9}));
}

void tst_NearestAscending::theHeavierMovesLess() {
    QCOMPARE(nearest({8, 0}, {3, 1}), (Numbers{6, 6})); // (3·8 + 1·0) / 4
}

void tst_NearestAscending::aLateWishPullsBackEarlierBlocks() {
    QCOMPARE(nearest({4, 5, 0}, {1, 1, 1}), (Numbers{3, 3, 3}));
}

void tst_NearestAscending::nothingIsNothing() { QCOMPARE(nearest({}, {}), Numbers{}); }

QTEST_APPLESS_MAIN(tst_NearestAscending)
#include "tst_NearestAscending.moc"
