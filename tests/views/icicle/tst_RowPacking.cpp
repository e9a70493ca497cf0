#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "icicle/RowPacking.h"

#include <random>

using namespace hallway;

class tst_RowPacking : public QObject {
    Q_OBJECT

private slots:
    void intervalsThatMeetShareARow() {
        RowPacking rows(4);
        QCOMPARE(rows.place(0, 0, 10), 0U);
        QCOMPARE(rows.place(0, 10, 20), 0U);
    }

    void intervalsThatOverlapDoNot() {
        RowPacking rows(4);
        QCOMPARE(rows.place(0, 0, 10), 0U);
        QCOMPARE(rows.place(0, 5, 20), 1U);
        QCOMPARE(rows.place(0, 9, 30), 2U);
        QCOMPARE(rows.place(0, 12, 13), 0U);
    }

    void noRowAboveTheLeastIsTaken() {
        RowPacking rows(4);
        QCOMPARE(rows.place(2, 0, 10), 2U);
        QCOMPARE(rows.place(1, 3, 5), 1U);
        QCOMPARE(rows.place(1, 4, 5), 3U); // 1 and 2 are taken
    }

    void itIsWhatASearchRowByRowFinds() {
        std::mt19937 random(7);
        constexpr std::size_t count = 300;
        RowPacking rows(count + 1);
        std::vector<double> ends(count + 1, -1);
        double now = 0;
        for (std::size_t i = 0; i < count; ++i) {
            now += static_cast<double>(random() % 4);
            const auto least = static_cast<std::uint32_t>(random() % 5);
            const double to = now + static_cast<double>(random() % 30);
            std::uint32_t expected = least;
            while (ends[expected] > now)
                ++expected;
            ends[expected] = to;
            QCOMPARE(rows.place(least, now, to), expected);
        }
    }

    void aHundredThousandAtOnceAreQuick() {
        constexpr std::uint32_t count = 100'000;
        RowPacking rows(count + 1);
        QElapsedTimer timer;
        timer.start();
        for (std::uint32_t i = 0; i < count; ++i)
            QCOMPARE(rows.place(0, i, 1e9), i);
        QVERIFY2(timer.elapsed() < 1000, "a search row by row takes seconds");
    }
};

QTEST_APPLESS_MAIN(tst_RowPacking)
#include "tst_RowPacking.moc"
