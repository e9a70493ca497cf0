#include "HandIcicle.h"
#include "icicle/IcicleView.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Shown {
    IcicleView view;

    Shown() {
        view.setMotion(false);
        view.setDescription([](std::uint32_t cell) { return QStringLiteral("cell %1").arg(cell); });
        view.resize(400, 150);
        view.setIcicle(handIcicle());
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
    }
    [[nodiscard]] QPoint on(std::uint32_t cell) const {
        return view.geometry()
            .rectOf(view.icicle()->cells[cell])
            .intersected(view.geometry().area)
            .center()
            .toPoint();
    }
    void click(std::uint32_t cell) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, on(cell)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, key, modifiers); }
};

} // namespace

class tst_IcicleView : public QObject {
    Q_OBJECT

private slots:
    void aClickSelectsAndZoomsIn() {
        Shown s;
        QSignalSpy selected(&s.view, &IcicleView::cellSelected);
        s.click(1);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].toUInt(), 1U);
        QCOMPARE(s.view.window(), (IcicleWindow{0, 40}));
        s.click(2);
        QCOMPARE(s.view.window(), (IcicleWindow{10, 30}));
    }

    void backspaceGoesOutStepByStep() {
        Shown s;
        s.click(1);
        s.click(2);
        s.key(Qt::Key_Backspace);
        QCOMPARE(s.view.window(), (IcicleWindow{0, 40}));
        s.key(Qt::Key_Backspace);
        QCOMPARE(s.view.window(), (IcicleWindow{0, 100}));
        s.key(Qt::Key_Backspace);
        QCOMPARE(s.view.window(), (IcicleWindow{0, 100}));
    }

    void arrowsWalkTheTree() {
        Shown s;
        s.key(Qt::Key_Down);
        QCOMPARE(s.view.selected(), std::optional(0U));
        s.key(Qt::Key_Down); // both children are as wide: the first
        QCOMPARE(s.view.selected(), std::optional(1U));
        s.key(Qt::Key_Right);
        QCOMPARE(s.view.selected(), std::optional(3U));
        s.key(Qt::Key_Right); // there is no other
        QCOMPARE(s.view.selected(), std::optional(3U));
        s.key(Qt::Key_Left);
        s.key(Qt::Key_Down);
        QCOMPARE(s.view.selected(), std::optional(2U));
        s.key(Qt::Key_Up);
        QCOMPARE(s.view.selected(), std::optional(1U));
        QCOMPARE(s.view.window(), (IcicleWindow{0, 100})); // walking does not zoom
        s.key(Qt::Key_Return);
        QCOMPARE(s.view.window(), (IcicleWindow{0, 40}));
        s.key(Qt::Key_Home);
        QCOMPARE(s.view.window(), (IcicleWindow{0, 100}));
    }

    void eGoesToWhatFailed() {
        Shown s;
        s.key(Qt::Key_E);
        QCOMPARE(s.view.selected(), std::optional(2U));
        s.key(Qt::Key_E); // no further one
        QCOMPARE(s.view.selected(), std::optional(2U));
    }

    void lettersZoomAndMove() {
        Shown s;
        s.key(Qt::Key_W);
        QVERIFY(s.view.window().length() < 70);
        const double from = s.view.window().from;
        s.key(Qt::Key_D);
        QVERIFY(s.view.window().from > from);
        s.key(Qt::Key_F);
        QCOMPARE(s.view.window(), (IcicleWindow{0, 100}));
    }

    void theWheelZoomsAtThePointer() {
        Shown s;
        const QPointF at(300, 60);
        const double before = s.view.geometry().valueAt(300);
        QWheelEvent event(at, s.view.viewport()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(s.view.viewport(), &event);
        QVERIFY(s.view.window().length() < 100);
        QVERIFY(std::abs(s.view.geometry().valueAt(300) - before) < 1e-6);
    }

    void aDragMovesAndSelectsNothing() {
        Shown s;
        s.click(1); // 0–40
        QSignalSpy selected(&s.view, &IcicleView::cellSelected);
        QTest::mousePress(s.view.viewport(), Qt::LeftButton, {}, {300, 60});
        QMouseEvent move(QEvent::MouseMove, QPointF(200, 60),
                         s.view.viewport()->mapToGlobal(QPointF(200, 60)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(s.view.viewport(), &move);
        QTest::mouseRelease(s.view.viewport(), Qt::LeftButton, {}, {200, 60});
        QVERIFY(s.view.window().from > 5);
        QVERIFY(selected.isEmpty());
    }

    void whatIsSelectedElsewhereIsShownAndTellsNobody() {
        Shown s;
        s.click(1);
        QSignalSpy selected(&s.view, &IcicleView::cellSelected);
        s.view.select(3); // outside of what is shown
        QCOMPARE(s.view.window(), (IcicleWindow{0, 100}));
        QVERIFY(selected.isEmpty());
        QCOMPARE(s.view.accessibleDescription(), QStringLiteral("cell 3"));
    }

    void cTogglesTheCriticalPath() {
        Shown s;
        QSignalSpy toggled(&s.view, &IcicleView::criticalPathToggled);
        s.key(Qt::Key_C);
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(toggled[0][0].toBool(), false);
    }

    void theSameCellsAgainKeepSelectionAndZoom() {
        Shown s;
        s.click(1);
        s.view.setIcicle(handIcicle(), true);
        QCOMPARE(s.view.selected(), std::optional(1U));
        QCOMPARE(s.view.window(), (IcicleWindow{0, 40}));
        s.view.setIcicle(handIcicle());
        QVERIFY(!s.view.selected());
        QCOMPARE(s.view.window(), (IcicleWindow{0, 100}));
    }

    void everyKeyIsAnAction() {
        Shown s;
        QVERIFY(s.view.actions().size() >= 10);
        s.view.select(1);
        for (QAction* action : s.view.actions())
            if (action->text() == QStringLiteral("Zoom in to what is selected")) action->trigger();
        QCOMPARE(s.view.window(), (IcicleWindow{0, 40}));
    }

    void nothingIsShownOfNothing() {
        Shown s;
        s.view.setIcicle(nullptr);
        s.key(Qt::Key_Down);
        QTest::mouseClick(s.view.viewport(), Qt::LeftButton, {}, {50, 50});
        QVERIFY(!s.view.selected());
        QVERIFY(!s.view.grab().isNull());
    }
};

QTEST_MAIN(tst_IcicleView)
#include "tst_IcicleView.moc"
