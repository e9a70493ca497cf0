// What a screen reader is told, asked as it asks.
#include "WindowUnderTest.h"

#include "gui/FilterField.h"

#include <QAccessible>
#include <QAccessibleInterface>

using namespace hallway;
using namespace hallway::test;

namespace {

QAccessibleInterface* heard(QWidget& widget) { return QAccessible::queryAccessibleInterface(&widget); }
QString nameOf(const QAccessibleInterface* part) { return part->text(QAccessible::Name); }
bool hasDigit(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

class tst_Accessible : public QObject {
    Q_OBJECT

private slots:
    void nodesAndEdgesAreChildrenOfTheGraphWithTheirFigures() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QAccessibleInterface* graph = heard(window.views().graphView().canvas());
        QVERIFY(graph);
        const ServiceGraph& figures = window.views().capture()->graph();
        const auto active = [](const auto& all) {
            return std::count_if(all.begin(), all.end(),
                                 [](const GraphEdge& edge) { return edge.calls > 0; });
        };
        QVERIFY2(graph->childCount() > active(figures.edges), // and its nodes
                 qPrintable(QString::number(graph->childCount())));
        QStringList nodes, edges;
        for (int i = 0; i < graph->childCount(); ++i) {
            const QAccessibleInterface* part = graph->child(i);
            QVERIFY(part && part->isValid());
            QCOMPARE(part->parent(), graph);
            QCOMPARE(graph->indexOfChild(part), i);
            (part->role() == QAccessible::Link ? edges : nodes) << nameOf(part);
        }
        const auto payments = nodes.filter(QStringLiteral("payments"));
        QVERIFY(!payments.isEmpty() && hasDigit(payments.front()));
        const auto from = edges.filter(QStringLiteral("payments →"));
        QVERIFY(!from.isEmpty());
        QVERIFY2(from.front().contains(QStringLiteral("failed")), qPrintable(from.front()));
    }

    void pressingAPartSelectsIt() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        GraphCanvas& canvas = window.views().graphView().canvas();
        QAccessibleInterface* graph = heard(canvas);
        QAccessibleInterface* part = graph->child(2);
        part->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(window.settle());
        QVERIFY(window.selection().node);
        QVERIFY(part->state().selected);
        window->activateWindow();
        canvas.setFocus();
        QTRY_VERIFY(canvas.hasFocus());
        QCOMPARE(graph->focusChild(), part);
        // It lies where it is painted, so a touch finds it.
        QVERIFY(!part->rect().isEmpty());
        const QPoint middle = part->rect().center();
        QVERIFY(graph->childAt(middle.x(), middle.y()));
    }

    void rowsOfTheWaterfallAreHeard() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window.views().selection().selectEdge(window.worstEdge());
        QVERIFY(window.settle());
        WaterfallCanvas& canvas = window.views().waterfallView().canvas();
        QAccessibleInterface* waterfall = heard(canvas);
        QVERIFY(waterfall);
        QCOMPARE(waterfall->childCount(), static_cast<int>(canvas.state().rows().size()));
        for (int i = 0; i < waterfall->childCount(); ++i)
            QVERIFY(hasDigit(nameOf(waterfall->child(i)))); // how long it took
        const auto row = canvas.state().selectedRow();
        QVERIFY(row);
        QVERIFY(waterfall->child(static_cast<int>(*row))->state().selected);
        waterfall->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(canvas.state().selectedRow(), std::optional<std::uint32_t>(0));
        QCOMPARE(window.selection().span, canvas.selectedSpan());
        QVERIFY(window.settle());
    }

    void partsOfAnotherCaptureAreOthers() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QAccessibleInterface* graph = heard(window.views().graphView().canvas());
        QAccessibleInterface* last = graph->child(graph->childCount() - 1);
        QVERIFY(last->isValid());
        QVERIFY(window.open({window.writeTrace("small.json", "0000000000000000000000000000beef", "cart")}));
        QVERIFY(!last->isValid()); // and asking it is safe
        QVERIFY(nameOf(last).isEmpty() && last->rect().isEmpty());
        QVERIFY(graph->childCount() < 10);
    }

    void theHeatmapSumsItselfUp() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window.views().selection().selectEdge(window.worstEdge());
        QVERIFY(window.settle());
        const QString told = heard(window.views().heatmapView())->text(QAccessible::Description);
        QVERIFY2(told.contains(QStringLiteral("calls")), qPrintable(told));
    }

    void tablesTellTheirCells() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        auto& table = window.views().tablesPanel().table(TablesPanel::Services);
        QAccessibleInterface* heardTable = heard(table);
        QVERIFY(heardTable->tableInterface());
        QCOMPARE(heardTable->tableInterface()->rowCount(), table.model()->rowCount());
        QVERIFY(!nameOf(heardTable->tableInterface()->cellAt(0, 0)).isEmpty());
        QVERIFY(hasDigit(nameOf(heardTable->tableInterface()->cellAt(0, 1))));
    }

    void everyPlaceTabGoesToHasAName() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        for (QWidget* widget : window->findChildren<QWidget*>()) {
            const bool reached = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
                                 !widget->focusProxy() && widget->isEnabled();
            if (!reached || widget->objectName().startsWith(QLatin1String("qt_"))) continue;
            const QAccessibleInterface* interface = heard(*widget);
            QVERIFY2(interface && !nameOf(interface).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                                widget->parentWidget()->metaObject()->className()));
        }
    }
};

QTEST_MAIN(tst_Accessible)
#include "tst_Accessible.moc"
