#include "SmallHeatmap.h"
#include "heatmap/HeatmapView.h"

#include <QSignalSpy>
#include <QTest>

#include <vector>

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

struct Shown {
    std::shared_ptr<const Heatmap> heatmap = smallHeatmap();
    HeatmapView view;
    std::vector<HeatmapSelection> cells, boxes, activated;
    int cleared = 0;

    Shown() {
        view.resize(720, 400);
        view.setHeatmap(heatmap, QStringLiteral("a → b"));
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
        QObject::connect(&view, &HeatmapView::cellSelected, &view,
                         [this](const HeatmapSelection& s) { cells.push_back(s); });
        QObject::connect(&view, &HeatmapView::boxSelected, &view,
                         [this](const HeatmapSelection& s) { boxes.push_back(s); });
        QObject::connect(&view, &HeatmapView::boxActivated, &view,
                         [this](const HeatmapSelection& s) { activated.push_back(s); });
        QObject::connect(&view, &HeatmapView::boxCleared, &view, [this] { ++cleared; });
    }
    [[nodiscard]] QPoint centre(std::uint32_t column, Duration latency) const {
        const HeatmapGeometry g(QRectF(0, 0, 720, 400), *heatmap, Fonts(view.font()).scale, true);
        return g.cellRect(column, heatmap->rowOf(latency)).center().toPoint();
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mousePress(&view, Qt::LeftButton, modifiers, from);
        QTest::mouseMove(&view, (from + to) / 2);
        QTest::mouseMove(&view, to);
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, to);
    }
};

} // namespace

class tst_HeatmapView : public QObject {
    Q_OBJECT
private slots:
    void aClickChoosesACell() {
        Shown s;
        QTest::mouseClick(&s.view, Qt::LeftButton, {}, s.centre(8, 1s));
        QCOMPARE(s.cells.size(), std::size_t(1));
        QCOMPARE(s.cells[0].calls, std::uint64_t(2));
        QCOMPARE(s.cells[0].failed, std::uint64_t(2));
        QCOMPARE(s.cells[0].time, (TimeRange{second(40), second(45)}));
        QVERIFY(s.cells[0].lowest <= 1s && s.cells[0].highest > 1s);
    }

    void emptyCellsChooseNothing() {
        Shown s;
        QTest::mouseClick(&s.view, Qt::LeftButton, {}, s.centre(2, 300ms));
        QVERIFY(s.cells.empty());
        QTest::mouseClick(&s.view, Qt::LeftButton, {}, QPoint(2, 2));
        QVERIFY(s.cells.empty());
    }

    void aDragMakesABox() {
        Shown s;
        s.drag(s.centre(6, 1s), s.centre(9, 500ms));
        QCOMPARE(s.boxes.size(), std::size_t(1));
        QCOMPARE(s.boxes[0].calls, std::uint64_t(8));
        QVERIFY(s.view.box() == s.boxes[0]);
        QVERIFY(s.cells.empty());
    }

    void withShiftTheBoxTakesAllLatencies() {
        Shown s;
        s.drag(s.centre(6, 1s), s.centre(7, 500ms), Qt::ShiftModifier);
        QCOMPARE(s.boxes.at(0).calls, std::uint64_t(20));
    }

    void escapeClearsTheBoxOnce() {
        Shown s;
        s.drag(s.centre(6, 1s), s.centre(9, 500ms));
        QTest::keyClick(&s.view, Qt::Key_Escape);
        QCOMPARE(s.cleared, 1);
        QVERIFY(!s.view.box());
        QTest::keyClick(&s.view, Qt::Key_Escape);
        QCOMPARE(s.cleared, 1);
    }

    void enterActivatesTheBox() {
        Shown s;
        s.drag(s.centre(6, 1s), s.centre(9, 500ms));
        QTest::keyClick(&s.view, Qt::Key_Return);
        QCOMPARE(s.activated.size(), std::size_t(1));
    }

    void arrowsMoveACursorAndEnterChoosesItsCalls() {
        Shown s;
        QTest::keyClick(&s.view, Qt::Key_Right); // the first cell with calls
        QTest::keyClick(&s.view, Qt::Key_Right);
        QTest::keyClick(&s.view, Qt::Key_Return);
        QCOMPARE(s.cells.size(), std::size_t(1));
        QCOMPARE(s.cells[0].calls, std::uint64_t(8));
        QCOMPARE(s.cells[0].time, (TimeRange{second(5), second(10)}));
        QVERIFY(s.view.accessibleDescription().contains("8 calls"));
    }

    void periodAndCommaWalkTheCellsWithCalls() {
        Shown s;
        QTest::keyClick(&s.view, Qt::Key_Period);
        QTest::keyClick(&s.view, Qt::Key_Period);
        QTest::keyClick(&s.view, Qt::Key_Return);
        QCOMPARE(s.cells.at(0).calls, std::uint64_t(2)); // 40 ms in the first column
        QTest::keyClick(&s.view, Qt::Key_Comma);
        QTest::keyClick(&s.view, Qt::Key_Return);
        QCOMPARE(s.cells.at(1).calls, std::uint64_t(8));
    }

    void itsKeysComeBeforeTheShortcutsOfTheWindow() {
        const auto takes = [](HeatmapView& view, Qt::Key key, Qt::KeyboardModifiers with = {}) {
            QKeyEvent event(QEvent::ShortcutOverride, key, with);
            event.ignore();
            QCoreApplication::sendEvent(&view, &event);
            return event.isAccepted();
        };
        Shown s;
        QVERIFY(takes(s.view, Qt::Key_Period) && takes(s.view, Qt::Key_Comma));
        QVERIFY(takes(s.view, Qt::Key_Period, Qt::KeypadModifier));
        QVERIFY(!takes(s.view, Qt::Key_Period, Qt::ControlModifier));
        QVERIFY(!takes(s.view, Qt::Key_Comma, Qt::AltModifier));
        QVERIFY(!takes(s.view, Qt::Key_E) && !takes(s.view, Qt::Key_Escape)); // there is nothing to clear
        s.view.setHeatmap(nullptr, {});
        QVERIFY(!takes(s.view, Qt::Key_Period));
    }

    void anotherHeatmapDropsTheBoxTheSameKeepsIt() {
        Shown s;
        s.drag(s.centre(6, 1s), s.centre(9, 500ms));
        s.view.setHeatmap(smallHeatmap(), QStringLiteral("a → b"));
        QVERIFY(s.view.box());
        s.view.setHeatmap(smallHeatmap(), QStringLiteral("b → c"));
        QVERIFY(!s.view.box());
    }

    void resizingAsksForOtherCells() {
        Shown s;
        QSignalSpy asked(&s.view, &HeatmapView::optionsChanged);
        s.view.resize(720, 460);
        QTRY_VERIFY(asked.size() >= 1);
        QCOMPARE(s.view.options().cellsPerDecade, 18u);
    }

    void withoutSamplesNothingHappens() {
        Shown s;
        auto none = std::make_shared<Heatmap>();
        none->withoutLatency = 14;
        for (const std::shared_ptr<const Heatmap>& heatmap :
             {std::shared_ptr<const Heatmap>(none), std::shared_ptr<const Heatmap>()}) {
            s.view.setHeatmap(heatmap, QStringLiteral("x"));
            s.drag({100, 100}, {300, 200});
            for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Return, Qt::Key_Period, Qt::Key_Escape}) {
                QTest::keyClick(&s.view, key);
            }
            s.view.setBox(HeatmapCells{0, 5, 0, 5});
            QVERIFY(!s.view.box());
            QVERIFY(!s.view.grab().isNull());
        }
        QVERIFY(s.cells.empty() && s.boxes.empty());
    }
};

QTEST_MAIN(tst_HeatmapView)
#include "tst_HeatmapView.moc"
