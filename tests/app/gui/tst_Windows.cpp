// Back and forward, perspectives, what comes back at the next start, and windows side by side: by keys and
// mouse.
#include "WindowUnderTest.h"

#include "gui/CommandList.h"
#include "gui/HistoryController.h"
#include "gui/NamePrompt.h"

#include <QActionGroup>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace hallway;
using namespace hallway::test;

namespace {

/// Gives the graph the keyboard.
bool stand(WindowUnderTest& window) {
    window->activateWindow();
    QWidget& graph = window.views().graphView().canvas();
    graph.setFocus();
    return QTest::qWaitFor([&graph] { return graph.hasFocus(); });
}

void press(MainWindow& window, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(window.focusWidget(), key, modifiers);
}

void chooseRow(WindowUnderTest& window, TablesPanel::Tab tab, int row) {
    auto& panel = window.views().tablesPanel();
    panel.setCurrent(tab);
    auto& table = panel.table(tab);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                      table.visualRect(table.model()->index(row, 0)).center());
}

QAction* actionCalled(MainWindow& window, const QString& text) {
    for (const Command& command : commandsOf(window))
        if (command.text == text) return command.action;
    return nullptr;
}

/// The other main window that is shown; null if there is none.
MainWindow* besides(const MainWindow& window) {
    for (QWidget* other : QApplication::topLevelWidgets())
        if (auto* main = qobject_cast<MainWindow*>(other); main && main != &window && main->isVisible())
            return main;
    return nullptr;
}

} // namespace

class tst_Windows : public QObject {
    Q_OBJECT

private slots:
    void altLeftAndRightWalkTheSteps() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        QVERIFY(!window->actions().goBack->isEnabled());
        chooseRow(window, TablesPanel::Edges, 0);
        QVERIFY(window.settle()); // its worst call is open, which is no step of its own
        const Selection first = window.selection();
        QVERIFY(first.edge && first.span);
        QTest::qWait(800);
        chooseRow(window, TablesPanel::Edges, 3);
        QVERIFY(window.settle());
        const Selection second = window.selection();
        QVERIFY(second.edge != first.edge);
        press(*window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(window.settle());
        QCOMPARE(window.selection(), first);
        press(*window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(!window.selection().edge);
        QVERIFY(!window->actions().goBack->isEnabled());
        press(*window, Qt::Key_Right, Qt::AltModifier);
        press(*window, Qt::Key_Right, Qt::AltModifier);
        QVERIFY(window.settle());
        QCOMPARE(window.selection(), second);
        QVERIFY(!window->actions().goForward->isEnabled());
    }

    void theMouseGoesBackToo() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        chooseRow(window, TablesPanel::Edges, 0);
        QVERIFY(window.settle());
        QTest::mouseClick(window.views().waterfallView().canvas().viewport(), Qt::BackButton);
        QVERIFY(!window.selection().edge);
        QTest::mouseClick(&window.views().graphView().canvas(), Qt::ForwardButton);
        QVERIFY(window.selection().edge);
        QVERIFY(window.settle());
    }

    void theListTellsEachStepInWords() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        chooseRow(window, TablesPanel::Edges, 0);
        QVERIFY(window.settle());
        chooseRow(window, TablesPanel::Traces, 2);
        QVERIFY(window.settle());
        const std::vector<Step>& steps = window->history().history().steps();
        QCOMPARE(steps.size(), std::size_t{3});
        QCOMPARE(steps[0].words, QStringLiteral("the whole capture"));
        QVERIFY2(steps[1].words.contains(QStringLiteral(" → ")), qPrintable(steps[1].words));
        QVERIFY2(steps[2].words.startsWith(QStringLiteral("trace ")), qPrintable(steps[2].words));
        QMenu* menu = nullptr;
        for (QMenu* one : window->findChildren<QMenu*>())
            if (one->title() == QStringLiteral("&Steps")) menu = one;
        QVERIFY(menu);
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 3);
        QVERIFY(menu->actions().front()->isChecked()); // the latest, where one stands
        menu->actions().back()->trigger();
        QVERIFY(!window.selection().edge && !window.selection().trace);
    }

    void anotherCaptureHasNothingToGoBackTo() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        chooseRow(window, TablesPanel::Edges, 0);
        QVERIFY(window.settle());
        QVERIFY(window.open({window.writeTrace("other.json", "0000000000000000000000000000beef", "cart")}));
        QVERIFY(!window->actions().goBack->isEnabled());
    }

    void perspectivesHideAndShowPanels() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        press(*window, Qt::Key_1, Qt::ControlModifier); // Overview
        QVERIFY(!window.views().waterfallView().isVisible());
        QVERIFY(!window->actions().showLower->isChecked());
        press(*window, Qt::Key_3, Qt::ControlModifier); // Debug
        QVERIFY(window.views().waterfallView().isVisible());
        QVERIFY(!window.views().tablesPanel().isVisible());
        QVERIFY(window.views().waterfallView().height() > window.views().graphView().height());
        press(*window, Qt::Key_2, Qt::ControlModifier); // Triage
        QVERIFY(window.views().tablesPanel().isVisible() && window.views().inspector().isVisible());
        QVERIFY(window.settle());
    }

    void aPerspectiveOfOnesOwnIsSavedAndComesBack() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        press(*window, Qt::Key_1); // no tables
        window->actions().savePerspective->trigger();
        auto* name = window->findChild<NamePrompt*>()->findChild<QLineEdit*>();
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, "just the graph");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(window->settings().perspectives.size(), std::size_t{1});
        window.restart();
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(!window.views().tablesPanel().isVisible()); // panels are as they were left
        actionCalled(*window, "Triage")->trigger();
        QVERIFY(window.views().tablesPanel().isVisible());
        actionCalled(*window, "just the graph")->trigger();
        QVERIFY(!window.views().tablesPanel().isVisible());
        for (const Command& command : commandsOf(*window))
            if (command.text == QStringLiteral("just the graph") && command.place.endsWith("Delete"))
                command.action->trigger();
        QVERIFY(window->settings().perspectives.empty());
        QVERIFY(window.settle());
    }

    void sizesOfPanelsComeBack() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        auto* columns = window->findChild<QSplitter*>(QStringLiteral("columns"));
        const int before = columns->widget(0)->width();
        auto* handle = columns->handle(1);
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QTest::mouseMove(handle, handle->rect().center() + QPoint(60, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center() + QPoint(60, 0));
        const int wider = columns->widget(0)->width();
        QVERIFY(wider > before + 20);
        QVERIFY(window.settle());
        window.restart();
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(std::abs(window.views().tablesPanel().width() - wider) <= 2);
    }

    void whatWasOpenIsReopenedWhereThePersonStood() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window->actions().reopen->trigger();
        chooseRow(window, TablesPanel::Traces, 4);
        QVERIFY(window.settle());
        chooseRow(window, TablesPanel::Edges, 2);
        QVERIFY(window.settle());
        const auto edge = window.selection().edge;
        const auto trace = window.selection().trace;
        window.restart();
        QVERIFY(window.settle());
        QVERIFY(window.views().capture());
        QCOMPARE(window.selection().edge, edge);
        QCOMPARE(window.selection().trace, trace);
    }

    void nothingIsReopenedUnlessWanted() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window.restart();
        QVERIFY(window.settle());
        QVERIFY(!window.views().capture());
    }

    void aSecondWindowHasItsOwnSelectionAndOutlivesNothing() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        press(*window, Qt::Key_N, Qt::ControlModifier);
        QPointer<MainWindow> other = besides(*window);
        QVERIFY(other);
        QCOMPARE(other->workspace().capture(), window.views().capture()); // not read once more
        chooseRow(window, TablesPanel::Edges, 1);
        QVERIFY(window.settle());
        QVERIFY(window.selection().edge);
        QVERIFY(!other->workspace().selection().now().edge);
        QTRY_VERIFY(other->workspace().isSettled());
        other->activateWindow();
        QTRY_VERIFY(other->isActiveWindow());
        QTest::keyClick(other, Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(!other);
        QVERIFY(window->isVisible());
    }

    void looksAreSharedByAllWindows() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        press(*window, Qt::Key_N, Qt::ControlModifier);
        QPointer<MainWindow> other = besides(*window);
        QVERIFY(other);
        QTRY_VERIFY(other->workspace().isSettled());
        other->actions().theme->actions().at(2)->trigger(); // dark
        QVERIFY(window->theme().isDark);
        other->actions().highContrast->trigger();
        QVERIFY(window->theme().isHighContrast && window->actions().highContrast->isChecked());
        other->actions().highContrast->trigger();
        other->actions().theme->actions().at(1)->trigger();
        QVERIFY(!window->theme().isDark);
        other->close();
        QTRY_VERIFY(!other);
    }

    void textGrowsAndShrinksByKeys() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        const double normal = QFontMetricsF(QApplication::font()).height();
        auto& table = window.views().tablesPanel().table(TablesPanel::Edges);
        const int row = table.rowHeight(0);
        const int bar = window->findChild<QWidget*>(QStringLiteral("toolBar"))->height();
        for (int i = 0; i < 3; ++i)
            press(*window, Qt::Key_Plus, Qt::ControlModifier); // 110, 125, 150
        QCOMPARE(window->settings().textPercent, 150);
        QVERIFY(std::abs(QFontMetricsF(QApplication::font()).height() / normal - 1.5) < 0.12);
        QTRY_VERIFY(table.rowHeight(0) > row * 13 / 10);
        QTRY_VERIFY(window->findChild<QWidget*>(QStringLiteral("toolBar"))->height() > bar + 6);
        press(*window, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(window->settings().textPercent, 125);
        press(*window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(window->settings().textPercent, 100);
        QCOMPARE(QFontMetricsF(QApplication::font()).height(), normal);
        QTRY_COMPARE(table.rowHeight(0), row);
    }
};

QTEST_MAIN(tst_Windows)
#include "tst_Windows.moc"
