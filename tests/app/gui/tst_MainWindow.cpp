#include "WindowUnderTest.h"

#include "common/EmptyState.h"
#include "gui/CommandPalette.h"
#include "gui/FilterField.h"
#include "gui/FirstStartPage.h"
#include "gui/MessageBar.h"
#include "gui/ProblemsPanel.h"
#include "gui/RangeChip.h"
#include "gui/StatusLine.h"
#include "inspector/AttributeListView.h"
#include "inspector/Inspector.h"
#include "tables/FigureTable.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>

using namespace hallway;
using namespace hallway::test;

namespace {

const QString firstId = QStringLiteral("0af7651916cd43dd8448eb211c80319c");
const QString secondId = QStringLiteral("1af7651916cd43dd8448eb211c80319d");

void drop(MainWindow& window, const QStringList& files, Qt::KeyboardModifiers modifiers) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files)
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, modifiers);
    QCoreApplication::sendEvent(&window, &enter);
    QDropEvent event(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, modifiers);
    QCoreApplication::sendEvent(&window, &event);
}

} // namespace

class tst_MainWindow : public QObject {
    Q_OBJECT

private slots:
    void aTableCopiesItselfThoughTheWindowHasTheKey() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window->activateWindow();
        FigureTable& table = window.views().tablesPanel().table(TablesPanel::Edges);
        table.setFocus();
        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1Char('|')));
        AttributeListView* list = nullptr;
        window.views().selection().selectEdge(window.worstEdge());
        window.views().inspector().showTab(Inspector::Tab::Attributes);
        QVERIFY(window.settle());
        for (AttributeListView* each : window.views().inspector().findChildren<AttributeListView*>())
            if (each->isVisible()) list = each;
        QVERIFY(list);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!QGuiApplication::clipboard()->text().startsWith(QLatin1Char('|')));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1Char('=')));
    }

    void beginsWithThePageThatSaysWhatToDo() {
        WindowUnderTest window;
        QVERIFY(window->findChild<FirstStartPage*>()->isVisible());
        QVERIFY(!window.views().isVisible());
        QVERIFY(!window->actions().reload->isEnabled());
    }

    void showsACaptureInAllViews() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(window.views().isVisible());
        QVERIFY(window.views().tables().edges().rowCount() > 20);
        QVERIFY(window.views().tables().services().rowCount() > 14);
        QCOMPARE(static_cast<std::uint64_t>(window.views().tables().traces().rowCount()),
                 window.views().capture()->figures().traces);
        QVERIFY(window->windowTitle().startsWith(QStringLiteral("checkout-incident.jsonl")));
    }

    void dropOpensAndShiftDropJoins() {
        WindowUnderTest window;
        const QString first = window.writeTrace("first.json", firstId, "cart");
        const QString second = window.writeTrace("second.json", secondId, "stock");
        drop(*window, {first}, Qt::NoModifier);
        QVERIFY(window.settle());
        QVERIFY2(window.views().capture(), qPrintable(window->findChild<MessageBar*>()->text()));
        QCOMPARE(window.views().capture()->figures().traces, 1U);
        drop(*window, {second}, Qt::ShiftModifier);
        QVERIFY(window.settle());
        QCOMPARE(window.views().capture()->figures().traces, 2U);
        drop(*window, {second}, Qt::NoModifier);
        QVERIFY(window.settle());
        QCOMPARE(window.views().capture()->figures().traces, 1U);
    }

    void cancelReturnsToWhatWasOpen() {
        WindowUnderTest window;
        QVERIFY(window.open({window.writeTrace("first.json", firstId, "cart")}));
        const auto before = window.views().capture();
        QSignalSpy cancelled(&window->opener(), &OpenController::cancelled);
        window->open({WindowUnderTest::sample()});
        window->findChild<QToolButton*>(QStringLiteral("cancelImport"))->click();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(window.settle());
        QTest::qWait(200);
        QCOMPARE(window.views().capture(), before);
        QCOMPARE(window->opener().capture(), before);
    }

    void theCaptureBeforeIsLetGo() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        const std::weak_ptr<const Capture> before = window->opener().capture();
        QVERIFY(window.open({window.writeTrace("other.json", "0000000000000000000000000000beef", "cart")}));
        QTRY_VERIFY(before.expired());
    }

    void errorsStandInABarAndLeaveTheCaptureAlone() {
        WindowUnderTest window;
        QVERIFY(window.open({window.writeTrace("first.json", firstId, "cart")}));
        QFile strange(window.file("strange.bin"));
        QVERIFY(strange.open(QIODevice::WriteOnly));
        strange.write("\x7F\x45LF no traces at all");
        strange.close();
        window->open({strange.fileName()});
        QVERIFY(window.settle());
        const auto* bar = window->findChild<MessageBar*>();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("strange.bin")), qPrintable(bar->text()));
        QCOMPARE(window.views().capture()->figures().traces, 1U);
    }

    void anEdgeIsFollowedByEveryView() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        const EdgeId edge = window.worstEdge();
        auto& table = window.views().tablesPanel().table(TablesPanel::Edges);
        const QModelIndex first = table.model()->index(0, 0);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(first).center());
        QVERIFY(window.settle());
        QCOMPARE(window.selection().edge, edge);
        QCOMPARE(window.views().graphView().canvas().selection(), GraphChoice(edge));
        QVERIFY(window.views().heatmap().heatmap());
        QCOMPARE(window.views().heatmap().heatmap()->samples,
                 window.views().capture()->graph().edges[edge.index()].calls);
        QCOMPARE(window.views().inspector().tab(), Inspector::Tab::Summary);
        QVERIFY(window.views().tables().traces().rowCount() > 0);
        QVERIFY(static_cast<std::uint64_t>(window.views().tables().traces().rowCount()) <
                window.views().capture()->figures().traces);
        // Its worst call is open, with the span revealed: the way from edge to span is one click long.
        QVERIFY(window.selection().span);
        QVERIFY(window.views().waterfall().trace());
        QCOMPARE(window.views().waterfallView().selectedSpan(), window.selection().span);
    }

    void aCellOfTheHeatmapListsExactlyItsCalls() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window.views().selection().selectEdge(window.worstEdge());
        QVERIFY(window.settle());
        const Heatmap heatmap = *window.views().heatmap().heatmap();
        const auto fullest = std::max_element(heatmap.counts.begin(), heatmap.counts.end());
        const auto cell = static_cast<std::uint32_t>(fullest - heatmap.counts.begin());
        const std::uint32_t column = cell / heatmap.rows, row = cell % heatmap.rows;
        QSignalSpy listed(&window.views().lists(), &SelectionLists::callsListed);
        emit window.views().heatmapView().cellSelected(selectionOf(heatmap, {column, column, row, row}));
        QVERIFY(window.settle());
        QCOMPARE(listed.last().at(1).value<std::uint64_t>(), std::uint64_t{*fullest});
        QCOMPARE(window.views().inspector().tab(), Inspector::Tab::Calls);
        QCOMPARE(window.views().heatmapView().box()->calls, std::uint64_t{*fullest});
    }

    void callsAreWalkedWithPeriodAndComma() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window.views().selection().selectEdge(window.worstEdge());
        QVERIFY(window.settle());
        const auto first = window.selection().span;
        window->actions().nextCall->trigger();
        const auto second = window.selection().span;
        QVERIFY(second != first);
        window->actions().previousCall->trigger();
        QCOMPARE(window.selection().span, first);
        QVERIFY(window.settle());
    }

    void escapeEndsTheInnermostFirst() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        SelectionModel& selection = window.views().selection();
        const auto figures = window.views().capture()->figures();
        selection.setRange(TimeRange{*figures.start, *figures.end});
        selection.selectEdge(window.worstEdge());
        QVERIFY(window.settle());
        QVERIFY(selection.now().span);
        GraphCanvas& canvas = window.views().graphView().canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QVERIFY(!selection.now().span && selection.now().edge);
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QVERIFY(!selection.now().edge && selection.now().trace);
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QVERIFY(!selection.now().trace && selection.now().range);
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QVERIFY(!selection.now().range);
        QVERIFY(window.settle());
    }

    void aRangeChangesTheFiguresEverywhereUntilItIsCleared() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        const auto whole = window.views().figures().graph();
        const int traces = window.views().tables().traces().rowCount();
        const auto figures = window.views().capture()->figures();
        const TimeRange range{*figures.start, *figures.start + std::chrono::minutes(3)};
        emit window.views().overviewStrip().rangeChanged(range);
        QVERIFY(window.settle());
        const ServiceGraph expected =
            deriveGraph(window.views().capture()->spans(), window.views().capture()->calls(), range);
        QVERIFY(*window.views().figures().graph() == expected);
        QVERIFY(window.views().tables().traces().rowCount() < traces);
        auto* chip = window->findChild<RangeChip*>();
        QVERIFY(chip->isVisible());
        chip->findChild<QToolButton*>()->click();
        QVERIFY(window.settle());
        QCOMPARE(window.views().figures().graph(), whole);
        QCOMPARE(window.views().tables().traces().rowCount(), traces);
        QVERIFY(!chip->isVisible());
    }

    void aPastedTraceIdOpensIt() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        const SpanTable& spans = window.views().capture()->spans();
        const TraceRow wanted(spans.traces.size() / 2);
        QGuiApplication::clipboard()->setText(QStringLiteral("  %1\n").arg(QString::fromStdString(
            textOf(spans.traces[wanted.index()].id, window.views().capture()->strings()))));
        window->actions().pasteTrace->trigger();
        QVERIFY(window.settle());
        QCOMPARE(window.selection().trace, std::optional(wanted));
        QCOMPARE(window.views().waterfall().trace()->trace, wanted);
        QVERIFY(window.views().goTo(QStringLiteral("payments")));
        QVERIFY(window.selection().node);
        QVERIFY(!window.views().goTo(QStringLiteral("nobody knows this")));
    }

    void reloadReadsTheChangedFile() {
        WindowUnderTest window;
        const QString path = window.writeTrace("live.json", firstId, "cart");
        QVERIFY(window.open({path}));
        QCOMPARE(window.views().capture()->calls().nodes.size(), 3U); // user, web, cart
        window.writeTrace("live.json", secondId, "warehouse");
        window->actions().reload->trigger();
        QVERIFY(window.settle());
        QVERIFY(window.views().capture()->findTrace(secondId.toStdString()));
        QVERIFY(!window.views().capture()->findTrace(firstId.toStdString()));
    }

    void whatWasOpenComesFromTheCacheAndIsListedAsRecent() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(!window.views().capture()->fromCache());
        window.restart();
        QCOMPARE(window->settings().recent.size(), 1U);
        QVERIFY(window.open(window->settings().recent.front()));
        QVERIFY(window.views().capture()->fromCache());
    }

    void aFileWithoutSpansExplainsItself() {
        WindowUnderTest window;
        QFile file(window.file("empty.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"resourceSpans":[]})");
        file.close();
        QVERIFY(window.open({file.fileName()}));
        QCOMPARE(window.views().graphView().findChild<EmptyState*>()->text(),
                 QStringLiteral("There are no spans in this capture."));
    }

    void ctrlFSearchesTheFocusedView() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window.views().selection().selectEdge(window.worstEdge());
        QVERIFY(window.settle());
        window->activateWindow();
        GraphCanvas& graph = window.views().graphView().canvas();
        graph.setFocus();
        QTRY_VERIFY(graph.hasFocus());
        QTest::keyClick(&graph, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(window.views().graphView().search().isAncestorOf(QApplication::focusWidget()));
        window.views().inspector().setFocus();
        QTest::keyClick(&window.views().inspector(), Qt::Key_F, Qt::ControlModifier);
        // Where there is nothing else to search.
        QVERIFY(window->findChild<CommandPalette*>()->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        WaterfallCanvas& waterfall = window.views().waterfallView().canvas();
        waterfall.setFocus();
        QTest::keyClick(&waterfall, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(window.views().waterfallView().isAncestorOf(QApplication::focusWidget()));
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    }

    void whatIsOpenedBehindAnotherWindowLeavesTheKeyboardWhereThePersonPutIt() {
        WindowUnderTest window;
        QWidget other;
        other.show();
        other.activateWindow();
        QTRY_VERIFY(other.isActiveWindow());
        QVERIFY(window.open({WindowUnderTest::sample()}));
        auto* filter = window->findChild<FilterField*>();
        filter->setFocus();
        window->activateWindow();
        QTRY_VERIFY(window->isActiveWindow());
        QTest::qWait(10);
        QCOMPARE(window->focusWidget(), filter);
    }

    void whatIsOpenedBehindAnotherWindowHasTheKeyboardInTheGraph() {
        WindowUnderTest window;
        QWidget other;
        other.show();
        other.activateWindow();
        QTRY_VERIFY(other.isActiveWindow());
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window->activateWindow();
        QTRY_VERIFY(window.views().graphView().canvas().hasFocus());
    }

    void panelsAreToggledByDigits() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window->activateWindow();
        GraphCanvas& graph = window.views().graphView().canvas();
        graph.setFocus();
        QTRY_VERIFY(graph.hasFocus());
        QTest::keyClick(&graph, Qt::Key_1);
        QVERIFY(!window.views().tablesPanel().isVisible());
        QTest::keyClick(&graph, Qt::Key_1);
        QVERIFY(window.views().tablesPanel().isVisible());
        QTest::keyClick(&graph, Qt::Key_4);
        QVERIFY(!window.views().inspector().isVisible());
    }

    void whatIsPushedIsTakenBackByCtrlZ() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window->activateWindow();
        QWidget& graph = window.views().graphView().canvas();
        graph.setFocus();
        QTRY_VERIFY(graph.hasFocus());
        struct Step : QUndoCommand {
            explicit Step(int& counter) : QUndoCommand(QStringLiteral("hide a & b")), value(counter) {}
            void redo() override { ++value; }
            void undo() override { --value; }
            int& value;
        };
        int value = 0;
        window.views().undoStack().push(new Step(value));
        QVERIFY(window->actions().undo->text().contains(QStringLiteral("hide a && b")));
        QTest::keyClick(&graph, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(value, 0);
        QTest::keyClick(&graph, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(value, 1);
        QVERIFY(window.open({window.writeTrace("other.json", firstId, "cart")}));
        QVERIFY(!window->actions().undo->isEnabled()); // its nodes are gone
    }

    void problemsAreCountedAndListed() {
        WindowUnderTest window;
        QFile bad(window.file("bad.jsonl"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        QFile good(window.writeTrace("good.json", firstId, "cart"));
        QVERIFY(good.open(QIODevice::ReadOnly));
        bad.write(good.readAll() + "\n{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"\","
                                   "\"spanId\":\"00000000000000c1\","
                                   "\"name\":\"lost\",\"startTimeUnixNano\":\"1795305600000000000\","
                                   "\"endTimeUnixNano\":\"1795305600000000001\"}]}]}]}\n");
        bad.close();
        QVERIFY(window.open({bad.fileName()}));
        auto* button = window->findChild<QToolButton*>(QStringLiteral("problemsButton"));
        QVERIFY(button->isVisible());
        button->click();
        const auto* panel = window->findChild<ProblemsPanel*>();
        QVERIFY(panel->isVisible());
        QVERIFY(!panel->findChildren<QLabel*>(QStringLiteral("problem")).isEmpty());
    }

    void everyControlHasAName() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        for (const QToolButton* button : window->findChildren<QToolButton*>()) {
            if (button->objectName().startsWith(QLatin1String("qt_")) || !button->isVisible()) continue;
            const bool named = !button->accessibleName().isEmpty() || button->text().size() > 1;
            QVERIFY2(named, qPrintable(button->parentWidget()->metaObject()->className() + button->text()));
        }
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
