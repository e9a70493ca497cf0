// The command palette and the sheet of keys, by keys alone.
#include "WindowUnderTest.h"

#include "common/KeyPlate.h"
#include "gui/CommandList.h"
#include "gui/CommandPalette.h"
#include "gui/KeySheet.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSet>

using namespace hallway;
using namespace hallway::test;

namespace {

CommandPalette& paletteOf(MainWindow& window) { return *window.findChild<CommandPalette*>(); }
QLineEdit& fieldOf(MainWindow& window) { return *paletteOf(window).findChild<QLineEdit*>(); }
QListView& listOf(MainWindow& window) { return *paletteOf(window).findChild<QListView*>(); }

/// Gives the graph the keyboard.
bool stand(WindowUnderTest& window) {
    window->activateWindow();
    QWidget& graph = window.views().graphView().canvas();
    graph.setFocus();
    return QTest::qWaitFor([&graph] { return graph.hasFocus(); });
}

void openPalette(MainWindow& window) {
    QTest::keyClick(window.focusWidget(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

class tst_Commands : public QObject {
    Q_OBJECT

private slots:
    void typingAFewLettersDoesIt() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        openPalette(*window);
        QVERIFY(paletteOf(*window).isOpen());
        QVERIFY(fieldOf(*window).hasFocus());
        QTest::keyClicks(&fieldOf(*window), "local time");
        QTest::keyClick(&fieldOf(*window), Qt::Key_Return);
        QVERIFY(window->settings().localTime);
        QVERIFY(!paletteOf(*window).isOpen());
        QVERIFY(window.views().graphView().canvas().hasFocus()); // the keyboard is where it was
    }

    void escapeLeavesEverythingAsItWas() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        const Selection before = window.selection();
        openPalette(*window);
        QTest::keyClicks(&fieldOf(*window), "payments");
        QTest::keyClick(&fieldOf(*window), Qt::Key_Escape);
        QVERIFY(!paletteOf(*window).isOpen());
        QCOMPARE(window.selection(), before);
        QVERIFY(window.views().graphView().canvas().hasFocus());
    }

    void aServiceIsGoneToByItsName() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        QTest::keyClick(window->focusWidget(), Qt::Key_G, Qt::ControlModifier);
        QTest::keyClicks(&fieldOf(*window), "paym");
        QTest::keyClick(&fieldOf(*window), Qt::Key_Return);
        QVERIFY(window.selection().node);
        const CallTable& calls = window.views().capture()->calls();
        QCOMPARE(calls.nodes[window.selection().node->index()].name, std::string("payments"));
    }

    void aTraceIsGoneToByTheBeginOfItsId() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        const SpanTable& spans = window.views().capture()->spans();
        const TraceRow wanted(spans.traces.size() - 1);
        const QString id = QString::fromStdString(
            textOf(spans.traces[wanted.index()].id, window.views().capture()->strings()));
        openPalette(*window);
        QTest::keyClicks(&fieldOf(*window), id.left(12).toUpper());
        QTest::keyClick(&fieldOf(*window), Qt::Key_Return);
        QCOMPARE(window.selection().trace, std::optional(wanted));
        QVERIFY(window.settle());
    }

    void arrowsWalkTheMatches() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        openPalette(*window);
        QTest::keyClicks(&fieldOf(*window), "export");
        QVERIFY(listOf(*window).model()->rowCount() > 2);
        QTest::keyClick(&fieldOf(*window), Qt::Key_Down);
        QTest::keyClick(&fieldOf(*window), Qt::Key_Down);
        QTest::keyClick(&fieldOf(*window), Qt::Key_Up);
        QCOMPARE(listOf(*window).currentIndex().row(), 1);
        QTest::keyClick(&fieldOf(*window), Qt::Key_Escape);
    }

    void whatIsNowhereIsSaid() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        openPalette(*window);
        QTest::keyClicks(&fieldOf(*window), "qqqqzzzz");
        QCOMPARE(listOf(*window).model()->rowCount(), 0);
        bool said = false;
        for (const QLabel* label : paletteOf(*window).findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text().contains(QStringLiteral("qqqqzzzz")));
        QVERIFY(said);
        QTest::keyClick(&fieldOf(*window), Qt::Key_Return); // does nothing
        QVERIFY(paletteOf(*window).isOpen());
    }

    void aClickElsewhereClosesIt() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        openPalette(*window);
        window.views().waterfallView().canvas().setFocus();
        QVERIFY(!paletteOf(*window).isOpen());
    }

    void everyActionIsInItOnce() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        const std::vector<Command> commands = commandsOf(*window);
        QSet<const QAction*> found;
        for (const Command& command : commands) {
            QVERIFY2(!found.contains(command.action), qPrintable(command.text));
            QVERIFY(!command.text.contains(QLatin1Char('&')) || command.text.contains(QStringLiteral(" & ")));
            QVERIFY2(!command.place.isEmpty(), qPrintable(command.text));
            found.insert(command.action);
        }
        for (const QAction* action : window->actions().findChildren<QAction*>())
            QVERIFY2(found.contains(action) || !action->isVisible(), qPrintable(action->text()));
    }

    void noKeyMeansTwoThingsInOnePlace() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QSet<QString> seen;
        for (const Command& command : commandsOf(*window)) {
            if (command.keys.isEmpty()) continue;
            const QString key = command.place.section(QStringLiteral(" ▸ "), 0, 0) + command.keys;
            QVERIFY2(!seen.contains(key), qPrintable(key + QLatin1Char(' ') + command.text));
            seen.insert(key);
        }
    }

    void theSheetTellsEveryKeyAndLeavesByEscape() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(stand(window));
        QTest::keyClick(window->focusWidget(), Qt::Key_Question, Qt::ShiftModifier);
        auto* sheet = window->findChild<KeySheet*>();
        QVERIFY(sheet->isOpen());
        QStringList told;
        for (const KeyPlate* plate : sheet->findChildren<KeyPlate*>())
            told << plate->accessibleName();
        for (const Command& command : commandsOf(*window))
            if (!command.keys.isEmpty()) QVERIFY2(told.contains(command.keys), qPrintable(command.text));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!sheet->isOpen());
        QVERIFY(window.views().graphView().canvas().hasFocus());
    }
};

QTEST_MAIN(tst_Commands)
#include "tst_Commands.moc"
