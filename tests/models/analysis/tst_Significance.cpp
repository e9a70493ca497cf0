#include <QTest>

#include "analysis/Significance.h"

#include <cmath>
#include <random>

using namespace hallway;

namespace {

long double choose(std::uint64_t n, std::uint64_t k) {
    long double result = 1;
    for (std::uint64_t i = 1; i <= k; ++i)
        result = result * static_cast<long double>(n - k + i) / static_cast<long double>(i);
    return result;
}

/// By definition: every table with the same margins.
double naiveFisher(const Part& one, const Part& other) {
    const std::uint64_t marked = one.with + other.with, all = one.all + other.all;
    const auto probability = [&](std::uint64_t k) {
        return choose(marked, k) * choose(all - marked, one.all - k) / choose(all, one.all);
    };
    const long double own = probability(one.with);
    long double sum = 0;
    for (std::uint64_t k = 0; k <= std::min(marked, one.all); ++k) {
        if (one.all - k > all - marked) continue;
        const long double p = probability(k);
        if (p <= own * (1 + 1e-7L)) sum += p;
    }
    return static_cast<double>(sum);
}

bool isNear(double a, double b, double relative = 1e-9) { return std::abs(a - b) <= relative * std::abs(b); }

} // namespace

class tst_Significance : public QObject {
    Q_OBJECT

private slots:
    void logarithmsOfFactorials() {
        QCOMPARE(logFactorial(0), 0.0);
        QCOMPARE(logFactorial(1), 0.0);
        QVERIFY(isNear(logFactorial(10), std::log(3628800.0), 1e-14));
        // Across the border from the table to the series: (n + 1)! = (n + 1) · n!
        for (std::uint64_t n = 200; n < 400; ++n)
            QVERIFY(
                isNear(logFactorial(n + 1), logFactorial(n) + std::log(static_cast<double>(n + 1)), 1e-14));
        QVERIFY(isNear(logFactorial(1'000'000), std::lgamma(1'000'001.0), 1e-13));
    }

    void theLadyTastingTea() { // 3 of 4 cups right: (16 + 16 + 1 + 1) / 70
        QVERIFY(isNear(fishersExact({3, 4}, {1, 4}), 34.0 / 70));
    }

    void tablesComputedByHand() {
        QVERIFY(isNear(fishersExact({0, 5}, {5, 5}), 2.0 / 252));
        QVERIFY(isNear(fishersExact({5, 5}, {0, 5}), 2.0 / 252));
        // 9 of 16 marked, 10 drawn, 8 of these marked: (9·C(7,2) + 1·7 + C(9,3)·1) / C(16,10) = 280 / 8008
        QVERIFY(isNear(fishersExact({8, 10}, {1, 6}), 280.0 / 8008));
    }

    void noDifferenceIsCertainChance() {
        QCOMPARE(fishersExact({5, 10}, {50, 100}), 1.0);
        QCOMPARE(fishersExact({0, 10}, {0, 100}), 1.0);
        QCOMPARE(fishersExact({10, 10}, {100, 100}), 1.0);
        QCOMPARE(fishersExact({0, 0}, {3, 100}), 1.0);
    }

    void agreesWithTheDefinition() {
        std::mt19937 random(1);
        for (int i = 0; i < 3000; ++i) {
            const std::uint64_t n1 = random() % 60, n2 = random() % 200;
            const Part one{n1 == 0 ? 0 : random() % (n1 + 1), n1},
                other{n2 == 0 ? 0 : random() % (n2 + 1), n2};
            const double expected = naiveFisher(one, other), found = fishersExact(one, other);
            QVERIFY2(isNear(found, expected, 1e-7), qPrintable(QStringLiteral("%1/%2 %3/%4: %5, expected %6")
                                                                   .arg(one.with)
                                                                   .arg(one.all)
                                                                   .arg(other.with)
                                                                   .arg(other.all)
                                                                   .arg(found)
                                                                   .arg(expected)));
        }
    }

    void isSymmetricInItsSides() {
        QVERIFY(isNear(fishersExact({30, 40}, {500, 900}), fishersExact({500, 900}, {30, 40})));
        QVERIFY(isNear(fishersExact({30, 40}, {500, 900}), fishersExact({10, 40}, {400, 900})));
    }

    void standsMillionsOfCalls() {
        QVERIFY(fishersExact({90'000, 100'000}, {100'000, 900'000}) < 1e-100);
        const double p = fishersExact({10'010, 100'000}, {90'000, 900'000});
        QVERIFY(p > 0.5 && p <= 1);
    }

    void holmMultipliesTheSmallestMost() {
        const std::vector<double> adjusted = holm({0.01, 0.04, 0.03, 0.005});
        QVERIFY(isNear(adjusted[0], 0.03));
        QVERIFY(isNear(adjusted[1], 0.06)); // never under one that was smaller before
        QVERIFY(isNear(adjusted[2], 0.06));
        QVERIFY(isNear(adjusted[3], 0.02));
        QVERIFY(holm({}).empty());
        QCOMPARE(holm({0.9, 0.8}), (std::vector<double>{1, 1}));
    }
};

QTEST_APPLESS_MAIN(tst_Significance)
#include "tst_Significance.moc"
