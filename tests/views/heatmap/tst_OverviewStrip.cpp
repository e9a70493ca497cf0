#include "heatmap/OverviewStrip.h"

#include <QTest>

#include <vector>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp origin = timestampOf(1'700'000'000'000'000'000);

struct Shown {
    OverviewStrip strip;
    std::vector<std::optional<TimeRange>> changes;

    Shown() {
        Overview overview;
        overview.range = {origin, origin + 1000s};
        overview.requests.assign(100, 5); // bins of 10 s
        overview.failed.assign(100, 0);
        overview.failed[40] = 3;
        strip.resize(1152, 48);
        strip.setOverview(overview);
        strip.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&strip));
        QObject::connect(&strip, &OverviewStrip::rangeChanged, &strip,
                         [this](const std::optional<TimeRange>& range) { changes.push_back(range); });
    }
    [[nodiscard]] int x(std::chrono::seconds at) const {
        return int(std::lround(
            OverviewGeometry{QRectF(strip.rect()), {origin, origin + 1000s}, Fonts(strip.font()).scale}.xOf(
                origin + at)));
    }
    void drag(int from, int to) {
        QTest::mousePress(&strip, Qt::LeftButton, {}, {from, 20});
        QTest::mouseMove(&strip, {(from + to) / 2, 20});
        QTest::mouseMove(&strip, {to, 20});
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, {to, 20});
    }
    [[nodiscard]] bool rangeIs(std::chrono::seconds from, std::chrono::seconds to) const {
        const Duration slack = 3s; // a pixel is about a second
        return strip.range() && std::chrono::abs(strip.range()->from - (origin + from)) <= slack &&
               std::chrono::abs(strip.range()->to - (origin + to)) <= slack;
    }
};

} // namespace

class tst_OverviewStrip : public QObject {
    Q_OBJECT
private slots:
    void aDragMakesARange() {
        Shown s;
        s.drag(s.x(200s), s.x(500s));
        QVERIFY(s.rangeIs(200s, 500s));
        QCOMPARE(s.changes.size(), std::size_t(1));
        QVERIFY(s.changes[0] == s.strip.range());
    }

    void aDragBackwardsTooAndBeyondTheEnds() {
        Shown s;
        s.drag(s.x(500s), 2);
        QVERIFY(s.rangeIs(0s, 500s));
    }

    void aClickIsNoRange() {
        Shown s;
        QTest::mouseClick(&s.strip, Qt::LeftButton, {}, {s.x(300s), 20});
        QVERIFY(!s.strip.range());
        QVERIFY(s.changes.empty());
    }

    void gripsAdjustAndTheMiddleMoves() {
        Shown s;
        s.strip.setRange(TimeRange{origin + 200s, origin + 500s});
        QVERIFY(s.changes.empty()); // setting says nothing
        s.drag(s.x(500s), s.x(700s));
        QVERIFY(s.rangeIs(200s, 700s));
        s.drag(s.x(200s), s.x(100s));
        QVERIFY(s.rangeIs(100s, 700s));
        s.drag(s.x(400s), s.x(450s));
        QVERIFY(s.rangeIs(150s, 750s));
        QCOMPARE(s.changes.size(), std::size_t(3));
    }

    void escapeClears() {
        Shown s;
        s.strip.setRange(TimeRange{origin + 200s, origin + 500s});
        QTest::keyClick(&s.strip, Qt::Key_Escape);
        QVERIFY(!s.strip.range());
        QCOMPARE(s.changes.size(), std::size_t(1));
        QVERIFY(!s.changes[0]);
    }

    void escapeDuringADragGivesItUp() {
        Shown s;
        s.strip.setRange(TimeRange{origin + 200s, origin + 500s});
        QTest::mousePress(&s.strip, Qt::LeftButton, {}, {s.x(600s), 20});
        QTest::mouseMove(&s.strip, {s.x(800s), 20});
        QTest::keyClick(&s.strip, Qt::Key_Escape);
        QTest::mouseRelease(&s.strip, Qt::LeftButton, {}, {s.x(800s), 20});
        QVERIFY(s.rangeIs(200s, 500s));
        QVERIFY(s.changes.empty());
    }

    void theKeyboardMakesMovesAndResizes() {
        Shown s;
        QTest::keyClick(&s.strip, Qt::Key_Return);
        QVERIFY(s.rangeIs(333s, 667s));
        const TimeRange made = *s.strip.range();
        QTest::keyClick(&s.strip, Qt::Key_Right);
        QCOMPARE(*s.strip.range(), (TimeRange{made.from + 10s, made.to + 10s}));
        QTest::keyClick(&s.strip, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(*s.strip.range(), (TimeRange{made.from + 10s, made.to}));
        QTest::keyClick(&s.strip, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(*s.strip.range(), made);
        QTest::keyClick(&s.strip, Qt::Key_Home);
        QCOMPARE(s.strip.range()->from, origin);
    }

    void theKeyboardNeverEmptiesTheRange() {
        Shown s;
        s.strip.setRange(TimeRange{origin + 200s, origin + 215s});
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(&s.strip, Qt::Key_Left, Qt::ShiftModifier);
        }
        QCOMPARE(s.strip.range()->to - s.strip.range()->from, Duration(10s));
    }

    void anEmptyCaptureIsQuiet() {
        Shown s;
        s.strip.setRange(TimeRange{origin + 200s, origin + 500s});
        s.strip.setOverview({});
        QVERIFY(!s.strip.range());
        s.drag(300, 500);
        QTest::keyClick(&s.strip, Qt::Key_Return);
        QVERIFY(!s.strip.range());
        QVERIFY(!s.strip.grab().isNull());
    }

    void everythingIsNoRange() {
        Shown s;
        s.strip.setRange(TimeRange{});
        QVERIFY(!s.strip.range());
    }

    void barsPointUpAndFailuresDown() {
        Shown s;
        s.strip.setTheme(Theme::light());
        const QImage image = s.strip.grab().toImage();
        const OverviewGeometry g{
            QRectF(s.strip.rect()), {origin, origin + 1000s}, Fonts(s.strip.font()).scale};
        const int x = s.x(403s);
        QCOMPARE(image.pixelColor(x, int(g.middle()) - 4), Theme::light().line2);
        QCOMPARE(image.pixelColor(x, int(g.middle()) + 3), Theme::light().failing);
        QCOMPARE(image.pixelColor(s.x(603s), int(g.middle()) + 3), Theme::light().surface);
    }
};

QTEST_MAIN(tst_OverviewStrip)
#include "tst_OverviewStrip.moc"
