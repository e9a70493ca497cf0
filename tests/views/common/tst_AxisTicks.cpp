#include "common/AxisTicks.h"

#include <QTest>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

// 2023-11-14 22:13:20 UTC
constexpr Timestamp origin = timestampOf(1'700'000'000'000'000'000);

QStringList textsOf(const std::vector<AxisTick>& ticks) {
    QStringList texts;
    for (const AxisTick& tick : ticks) {
        texts += tick.text;
    }
    return texts;
}

} // namespace

class tst_AxisTicks : public QObject {
    Q_OBJECT
private slots:
    void stepsAreRoundOnAClock() {
        const auto step = [](Duration length) { return clockStep({origin, origin + length}, 1000, 100); };
        QCOMPARE(step(6min), Duration(60s));
        QCOMPARE(step(100s), Duration(10s));
        QCOMPARE(step(110s), Duration(15s));
        QCOMPARE(step(2h), Duration(15min));
        QCOMPARE(step(5ms), Duration(500us));
        QCOMPARE(step(24h * 30), Duration(24h * 5));
        QCOMPARE(step(1ns), Duration(1));
    }

    void ticksStandOnWholeMinutes() {
        const auto ticks = clockTicks({origin, origin + 6min}, 50, 600, 90, nullptr);
        QCOMPARE(textsOf(ticks), (QStringList{"22:14", "22:15", "22:16", "22:17", "22:18", "22:19"}));
        QVERIFY(std::abs(ticks[0].position - (50 + 40 * 600.0 / 360)) < 0.001);
    }

    void shortRangesNeedSeconds() {
        QCOMPARE(textsOf(clockTicks({origin, origin + 20s}, 0, 400, 100, nullptr)),
                 (QStringList{"22:13:20", "22:13:25", "22:13:30", "22:13:35", "22:13:40"}));
        QCOMPARE(textsOf(clockTicks({origin, origin + 2ms}, 0, 400, 190, nullptr)),
                 (QStringList{"22:13:20.000", "22:13:20.001", "22:13:20.002"}));
    }

    void longRangesBeginWithTheDate() {
        const auto ticks = clockTicks({origin, origin + 48h}, 0, 800, 150, nullptr);
        QVERIFY(ticks.front().text.startsWith("15 Nov 2023"));
    }

    void localTimeMovesTheTicks() {
        const auto offset = [](Timestamp) -> std::int32_t { return 5 * 3600 + 1800; };
        const auto ticks = clockTicks({origin, origin + 3h}, 0, 400, 100, offset);
        QCOMPARE(ticks.front().text, QStringLiteral("04:00")); // 22:13 UTC is 03:43 there
    }

    void axisTextsDropTrailingZeros() {
        QCOMPARE(axisDuration(0ns), QStringLiteral("0"));
        QCOMPARE(axisDuration(500ms), QStringLiteral("500\u00a0ms"));
        QCOMPARE(axisDuration(1s), QStringLiteral("1\u00a0s"));
        QCOMPARE(axisDuration(1500ms), QStringLiteral("1.5\u00a0s"));
        QCOMPARE(axisDuration(2610500us), QStringLiteral("2.6105\u00a0s"));
        QCOMPARE(axisDuration(842ns), QStringLiteral("842\u00a0ns"));
        QCOMPARE(axisDuration(1250ns), QStringLiteral("1.25\u00a0µs"));
        QCOMPARE(axisDuration(90s), QStringLiteral("1\u00a0m\u00a030\u00a0s"));
        QCOMPARE(axisDuration(1h + 2min), QStringLiteral("1\u00a0h\u00a002\u00a0m"));
        QCOMPARE(axisDuration(-2ms), QStringLiteral("\u22122\u00a0ms"));
    }

    void intervalsAreShort() {
        QCOMPARE(intervalText(10s), QStringLiteral("10\u00a0s"));
        QCOMPARE(intervalText(7833333333ns), QStringLiteral("7.83\u00a0s"));
    }
};

QTEST_APPLESS_MAIN(tst_AxisTicks)
#include "tst_AxisTicks.moc"
