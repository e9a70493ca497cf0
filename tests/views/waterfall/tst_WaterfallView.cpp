#include "CheckoutTrace.h"
#include "waterfall/WaterfallView.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Shown {
    CheckoutTrace checkout = checkoutTrace();
    WaterfallView view;

    Shown() {
        view.setMotion(false);
        view.resize(1000, 400);
        view.setTrace(checkout.trace);
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
        view.canvas().setFocus();
    }
    WaterfallCanvas& canvas() { return view.canvas(); }
    [[nodiscard]] const WaterfallState& state() { return view.canvas().state(); }
    [[nodiscard]] SpanRow row(const QString& operation, int nth = 0) const {
        return checkout.trace->spans[checkout.indexOf(operation, nth)].row;
    }
    [[nodiscard]] QPoint pointOn(const QString& operation, double x, int nth = 0) {
        const std::uint32_t at = state().rows().rowOfSpan[checkout.indexOf(operation, nth)];
        return QPointF(x, state().geometry().rowRect(at).center().y()).toPoint();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&canvas(), key, modifiers);
    }
    void point(QPointF at) {
        QMouseEvent event(QEvent::MouseMove, at, canvas().viewport()->mapToGlobal(at), Qt::NoButton,
                          Qt::NoButton, {});
        QCoreApplication::sendEvent(canvas().viewport(), &event);
    }
    void wheel(QPointF at, int delta, Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(at, canvas().viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas().viewport(), &event);
    }
};

} // namespace

class tst_WaterfallView : public QObject {
    Q_OBJECT
private slots:
    void aClickSelectsASpan() {
        Shown s;
        QSignalSpy selected(&s.view, &WaterfallView::spanSelected);
        QTest::mouseClick(s.canvas().viewport(), Qt::LeftButton, {}, s.pointOn("Score", 500));
        QCOMPARE(selected.size(), 1);
        QVERIFY(s.view.selectedSpan() == s.row("Score"));
        QTest::mouseClick(s.canvas().viewport(), Qt::LeftButton, {}, s.pointOn("Score", 500));
        QCOMPARE(selected.size(), 1); // already selected
    }

    void theBoxCollapsesAndExpands() {
        Shown s;
        const std::uint32_t before = s.state().rows().size();
        const std::uint32_t row = s.state().rows().rowOfSpan[s.checkout.indexOf("Authorize")];
        const QPoint box = s.state().geometry().toggleBox(row, 2).center().toPoint();
        QTest::mouseClick(s.canvas().viewport(), Qt::LeftButton, {}, box);
        QCOMPARE(s.state().rows().size(), before - 4);
        QTest::mouseClick(s.canvas().viewport(), Qt::LeftButton, {}, box);
        QCOMPARE(s.state().rows().size(), before);
    }

    void arrowsWalkAndOpen() {
        Shown s;
        QSignalSpy selected(&s.view, &WaterfallView::spanSelected);
        s.key(Qt::Key_Down);
        s.key(Qt::Key_Down);
        QVERIFY(s.view.selectedSpan() == s.row("PlaceOrder"));
        QCOMPARE(selected.size(), 2);
        s.key(Qt::Key_Left);
        QCOMPARE(s.state().rows().size(), 2u);
        s.key(Qt::Key_Right);
        QVERIFY(s.state().rows().size() > 2);
    }

    void revealSelectsSilently() {
        Shown s;
        QSignalSpy selected(&s.view, &WaterfallView::spanSelected);
        s.view.reveal(s.row("Quote", 9));
        QVERIFY(s.view.selectedSpan() == s.row("Quote", 9));
        QCOMPARE(selected.size(), 0);
        s.view.reveal(SpanRow(9999u)); // of another trace
        QVERIFY(s.view.selectedSpan() == s.row("Quote", 9));
    }

    void controlWheelZoomsAtThePointer() {
        Shown s;
        const QPointF at(700, 200);
        const Duration under = s.state().geometry().scale().timeAt(at.x());
        s.wheel(at, 240, Qt::ControlModifier);
        QVERIFY(s.state().geometry().window.length() < s.checkout.trace->duration);
        const Duration now = s.state().geometry().scale().timeAt(at.x());
        QVERIFY(std::abs((now - under).count()) < 1000);
        s.wheel(at, -960, Qt::ControlModifier);
        QCOMPARE(s.state().geometry().window, wholeOf(s.checkout.trace->duration));
    }

    void theWheelScrollsRows() {
        Shown s;
        s.view.resize(1000, 200);
        s.wheel({700, 100}, -240, Qt::NoModifier);
        QVERIFY(s.state().geometry().scroll > 0);
        QCOMPARE(double(s.canvas().verticalScrollBar()->value()), s.state().geometry().scroll);
    }

    void keysZoomAndPan() {
        Shown s;
        const Duration whole = s.checkout.trace->duration;
        s.key(Qt::Key_W);
        const TimeWindow near = s.state().geometry().window;
        QVERIFY(near.length() < whole);
        s.key(Qt::Key_D);
        QVERIFY(s.state().geometry().window.from > near.from);
        s.key(Qt::Key_A);
        QCOMPARE(s.state().geometry().window, near);
        s.key(Qt::Key_S);
        QCOMPARE(s.state().geometry().window, wholeOf(whole));
    }

    void draggingPansTheTime() {
        Shown s;
        s.key(Qt::Key_W);
        s.key(Qt::Key_W);
        const TimeWindow before = s.state().geometry().window;
        QWidget* port = s.canvas().viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, {700, 150});
        QTest::mouseMove(port, {640, 150});
        QTest::mouseMove(port, {600, 150});
        QTest::mouseRelease(port, Qt::LeftButton, {}, {600, 150});
        QVERIFY(s.state().geometry().window.from > before.from);
        QCOMPARE(s.state().geometry().window.length(), before.length());
    }

    void theMinimapFrameMovesAndItsGripsResize() {
        Shown s;
        s.key(Qt::Key_W);
        s.key(Qt::Key_W);
        const TimeWindow before = s.state().geometry().window;
        const QRectF frame = s.state().geometry().viewportFrame(s.checkout.trace->duration);
        QWidget* port = s.canvas().viewport();
        const QPoint middle = frame.center().toPoint();
        QTest::mousePress(port, Qt::LeftButton, {}, middle);
        QTest::mouseMove(port, middle + QPoint(40, 0));
        QTest::mouseRelease(port, Qt::LeftButton, {}, middle + QPoint(40, 0));
        const TimeWindow moved = s.state().geometry().window;
        QVERIFY(moved.from > before.from);
        QCOMPARE(moved.length(), before.length());
        const QRectF now = s.state().geometry().viewportFrame(s.checkout.trace->duration);
        const QPoint grip(int(now.left()), middle.y());
        QTest::mousePress(port, Qt::LeftButton, {}, grip);
        QTest::mouseMove(port, grip - QPoint(30, 0));
        QTest::mouseRelease(port, Qt::LeftButton, {}, grip - QPoint(30, 0));
        QVERIFY(s.state().geometry().window.from < moved.from);
        QCOMPARE(s.state().geometry().window.to, moved.to);
    }

    void theSplitterMoves() {
        Shown s;
        const int x = int(s.state().geometry().timeLeft());
        QWidget* port = s.canvas().viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, {x, 200});
        QTest::mouseMove(port, {x - 80, 200});
        QTest::mouseRelease(port, Qt::LeftButton, {}, {x - 80, 200});
        QCOMPARE(s.state().geometry().treeWidth, double(x - 80));
    }

    void aDoubleClickZoomsToTheSpan() {
        Shown s;
        QTest::mouseDClick(s.canvas().viewport(), Qt::LeftButton, {}, s.pointOn("Reserve", 700));
        const WaterfallSpan& span = s.checkout.trace->spans[s.checkout.indexOf("Reserve")];
        QCOMPARE(s.state().geometry().window, framing(span.start, span.end, s.checkout.trace->duration));
    }

    void fFramesTheSelectionThenFits() {
        Shown s;
        s.view.reveal(s.row("Score"));
        s.key(Qt::Key_F);
        QVERIFY(s.state().geometry().window.length() < s.checkout.trace->duration);
        s.key(Qt::Key_F);
        QCOMPARE(s.state().geometry().window, wholeOf(s.checkout.trace->duration));
    }

    void eWalksTheFailures() {
        Shown s;
        for (const int nth : {0, 1, 2, 0}) {
            s.key(Qt::Key_E);
            QVERIFY(s.view.selectedSpan() == s.row("POST  api.acquirer.example", nth));
        }
        s.key(Qt::Key_E, Qt::ShiftModifier);
        QVERIFY(s.view.selectedSpan() == s.row("POST  api.acquirer.example", 2));
    }

    void periodAndCommaWalkTheEdgesCallsAndSayWhenTheyLeave() {
        Shown s;
        s.view.setEdgeCalls({s.row("Release"), s.row("Reserve"), SpanRow(777u)});
        QSignalSpy left(&s.view, &WaterfallView::edgeCallsLeft);
        s.key(Qt::Key_Period);
        QVERIFY(s.view.selectedSpan() == s.row("Reserve"));
        s.key(Qt::Key_Period);
        QVERIFY(s.view.selectedSpan() == s.row("Release"));
        s.key(Qt::Key_Period);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left[0][0].toBool(), true);
        s.key(Qt::Key_Comma);
        QVERIFY(s.view.selectedSpan() == s.row("Reserve"));
    }

    void cAndXToggleWithTheirBoxes() {
        Shown s;
        const auto boxes = s.view.findChildren<QCheckBox*>();
        QCOMPARE(boxes.size(), 3);
        s.key(Qt::Key_C);
        QVERIFY(!s.canvas().showsCriticalPath());
        QVERIFY(!boxes[1]->isChecked());
        const std::uint32_t folded = s.state().rows().size();
        s.key(Qt::Key_X);
        QCOMPARE(s.state().rows().size(), folded + 13);
        QVERIFY(!boxes[2]->isChecked());
        boxes[2]->click();
        QCOMPARE(s.state().rows().size(), folded);
    }

    void adjustedClocksAreAskedFor() {
        Shown s;
        int asked = 0;
        connect(&s.view, &WaterfallView::clockModeChosen, this,
                [&](ClockMode mode) { asked += mode == ClockMode::Adjusted; });
        s.view.findChildren<QCheckBox*>()[0]->click();
        QCOMPARE(asked, 1);
    }

    void enterActivates() {
        Shown s;
        QSignalSpy activated(&s.view, &WaterfallView::spanActivated);
        s.key(Qt::Key_Return);
        QCOMPARE(activated.size(), 0);
        s.view.reveal(s.row("Score"));
        s.key(Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
    }

    void searchFindsWalksAndCloses() {
        Shown s;
        QTest::keyClick(&s.canvas(), Qt::Key_F, Qt::ControlModifier);
        auto* field = s.view.findChild<QLineEdit*>();
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, "inventory");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(s.view.selectedSpan() == s.row("Reserve"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(s.view.selectedSpan() == s.row("UPDATE  stock@pg-main"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(s.view.selectedSpan() == s.row("Reserve"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(s.canvas().hasFocus());
    }

    void searchOpensFolds() {
        Shown s;
        s.view.openSearch();
        auto* field = s.view.findChild<QLineEdit*>();
        QTest::keyClicks(field, "quote");
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(s.view.selectedSpan() == s.row("Quote", 1));
    }

    void thePointersTimeIsReported() {
        Shown s;
        std::optional<Timestamp> last;
        connect(&s.view, &WaterfallView::timePointed, this,
                [&](std::optional<Timestamp> time) { last = time; });
        const TimeScale scale = s.state().geometry().scale();
        s.point({scale.left + scale.width / 2, 150});
        QVERIFY(last && *last > s.checkout.trace->start &&
                *last < s.checkout.trace->start + s.checkout.trace->duration);
        s.point({20, 150});
        QVERIFY(!last);
    }

    void withoutATraceKeysAndMouseDoNothing() {
        Shown s;
        s.view.setTrace(nullptr);
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_E, Qt::Key_F, Qt::Key_Period, Qt::Key_W, Qt::Key_X}) {
            s.key(key);
        }
        QTest::mouseClick(s.canvas().viewport(), Qt::LeftButton, {}, {500, 100});
        QTest::mouseDClick(s.canvas().viewport(), Qt::LeftButton, {}, {500, 100});
        s.wheel({500, 100}, 120, Qt::ControlModifier);
        QVERIFY(!s.view.grab().isNull());
        QVERIFY(!s.view.selectedSpan());
    }

    void screenReadersHearTheSelection() {
        Shown s;
        QVERIFY(!s.canvas().accessibleName().isEmpty());
        s.view.reveal(s.row("POST  api.acquirer.example"));
        QVERIFY(s.canvas().accessibleDescription().contains("api.acquirer.example"));
        QVERIFY(s.canvas().accessibleDescription().contains("failure starts here"));
    }
};

QTEST_MAIN(tst_WaterfallView)
#include "tst_WaterfallView.moc"
