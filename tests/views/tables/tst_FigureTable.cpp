#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include "items/EdgeModel.h"
#include "tables/ColumnChoice.h"
#include "tables/FigureHeader.h"
#include "tables/FigureTable.h"
#include "tables/TotalsStrip.h"

using namespace hallway;
using namespace std::chrono_literals;

namespace {

ServiceGraph graphOf(std::uint32_t callees) {
    ServiceGraph graph;
    for (std::uint32_t i = 0; i <= callees; ++i) {
        GraphNode node;
        node.id = NodeId(i);
        node.node.name = node.node.label = i == 0 ? "gateway" : "service-" + std::to_string(i);
        graph.nodes.push_back(node);
    }
    for (std::uint32_t i = 0; i < callees; ++i) {
        GraphEdge edge;
        edge.id = EdgeId(i);
        edge.caller = NodeId(0u);
        edge.callee = NodeId(i + 1);
        edge.calls = 1'000 + i;
        edge.failed = edge.failedHere = i == 0 ? 300 : 0;
        edge.latency = Distribution{edge.calls, 10ms, 20ms, 30ms * (i + 1), 40ms * (i + 1)};
        graph.edges.push_back(edge);
    }
    return graph;
}

/// A shown table of the mock-up's width over some edges.
struct Shown {
    EdgeModel model;
    FigureTable table{FigureTable::Rows::TwoLines};

    explicit Shown(std::uint32_t edges = 3, int width = 290) {
        table.setModel(&model);
        model.setGraph(graphOf(edges));
        table.resize(width, 300);
        table.show();
        table.activateWindow();
        table.setFocus();
    }
    void click(int row, int column = 0) {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(model.index(row, column)).center());
    }
};

/// Whether a colour is drawn somewhere in an area of a picture.
bool holds(const QImage& image, const QRect& area, const QColor& color) {
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            if (image.valid(x, y) && image.pixelColor(x, y).rgb() == color.rgb()) return true;
    return false;
}

} // namespace

class tst_FigureTable : public QObject {
    Q_OBJECT
private slots:
    void rowsAreAsHighAsTheirLines();
    void clickingARowChoosesIt();
    void showingARowTellsNobody();
    void arrowsChooseRows();
    void enterAndDoubleClickActivate();
    void copyGivesExactValues();
    void aCopiedRowIsNoFormula();
    void headsSortAndTheThirdClickRestores();
    void shiftAddsColumnsThatSort();
    void hiddenAndMovedColumnsLeaveTheCopyToo();
    void severalRowsAreCopiedAndTheCurrentOneStaysChosen();
    void aLayoutComesBackAsItWas();
    void totalsStandBelowTheirColumns();
    void sortingKeepsTheSelectedRow();
    void callsFailuresAndTailStandBesideTheSubject();
    void theSubjectTakesWhatIsLeft();
    void escapeAndTabAreLeftToTheWindow();
    void anEmptyTableIsFine();
    void aFailingShareHasItsColourAndBar();
    void theSelectedRowHasItsGroundAndEdge();
    void tooltipsAreNeverRichText();
    void tenThousandRowsComeQuickly();
};

void tst_FigureTable::rowsAreAsHighAsTheirLines() {
    Shown two;
    FigureTable one(FigureTable::Rows::OneLine);
    EdgeModel model;
    one.setModel(&model);
    model.setGraph(graphOf(1));
    const double scale = QFontMetricsF(two.table.font()).height() / 15;
    QVERIFY(std::abs(two.table.rowHeight(0) - 34 * scale) <= 2);
    QVERIFY(std::abs(one.rowHeight(0) - 22 * scale) <= 2);
}

void tst_FigureTable::clickingARowChoosesIt() {
    Shown shown;
    QSignalSpy chosen(&shown.table, &FigureTable::rowChosen);
    shown.click(1);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toInt(), 1);
    shown.click(1, 2); // another cell of the same row is no news
    QCOMPARE(chosen.count(), 1);
}

void tst_FigureTable::showingARowTellsNobody() {
    Shown shown;
    QSignalSpy chosen(&shown.table, &FigureTable::rowChosen);
    shown.table.showRow(2);
    QCOMPARE(shown.table.currentIndex().row(), 2);
    QVERIFY(shown.table.selectionModel()->isRowSelected(2));
    shown.table.showRow(-1);
    QVERIFY(!shown.table.currentIndex().isValid());
    QVERIFY(!shown.table.selectionModel()->hasSelection());
    QCOMPARE(chosen.count(), 0);
    shown.click(2);
    QCOMPARE(chosen.count(), 1);
}

void tst_FigureTable::arrowsChooseRows() {
    Shown shown;
    shown.table.showRow(0);
    QSignalSpy chosen(&shown.table, &FigureTable::rowChosen);
    QTest::keyClick(&shown.table, Qt::Key_Down);
    QTest::keyClick(&shown.table, Qt::Key_Down);
    QTest::keyClick(&shown.table, Qt::Key_Right); // another figure of the same row
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen[1][0].toInt(), 2);
}

void tst_FigureTable::enterAndDoubleClickActivate() {
    Shown shown;
    QSignalSpy activated(&shown.table, &FigureTable::rowActivated);
    QTest::keyClick(&shown.table, Qt::Key_Return); // nothing is selected
    QCOMPARE(activated.count(), 0);
    shown.table.showRow(1);
    QTest::keyClick(&shown.table, Qt::Key_Return);
    QTest::keyClick(&shown.table, Qt::Key_Enter);
    QCOMPARE(activated.count(), 2);
    const QPoint cell = shown.table.visualRect(shown.model.index(2, 0)).center();
    QTest::mouseClick(shown.table.viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(shown.table.viewport(), Qt::LeftButton, {}, cell);
    QCOMPARE(activated.last()[0].toInt(), 2);
}

void tst_FigureTable::copyGivesExactValues() {
    Shown shown;
    shown.table.showRow(0);
    QTest::keyClick(&shown.table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             "gateway → service-1\t1000\t300\t30000000\t10000000\t20000000\t");
    shown.table.setCurrentIndex(shown.model.index(0, EdgeModel::P99));
    QCOMPARE(shown.table.currentCellText(), "30000000");
    shown.table.copyCell();
    QCOMPARE(QGuiApplication::clipboard()->text(), "30000000");
    shown.table.showRow(-1);
    QCOMPARE(shown.table.selectedRowText(), "");
}

void tst_FigureTable::aCopiedRowIsNoFormula() {
    Shown shown;
    ServiceGraph graph = graphOf(1);
    graph.nodes[0].node.label = "=1\t+2";
    shown.model.setGraph(graph);
    shown.table.showRow(0);
    QVERIFY2(shown.table.selectedRowText().startsWith("'=1\uFFFD+2 → service-1\t"),
             qPrintable(shown.table.selectedRowText()));
}

void tst_FigureTable::headsSortAndTheThirdClickRestores() {
    Shown shown;
    const QHeaderView* head = shown.table.horizontalHeader();
    const auto clickHead = [&](int column) {
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          {head->sectionViewportPosition(column) + 20, head->height() / 2});
    };
    QCOMPARE(shown.model.at(0).edge.calls, 1'000u); // failing: by pain
    clickHead(EdgeModel::Calls);
    QCOMPARE(shown.model.at(0).edge.calls, 1'002u); // greatest first
    clickHead(EdgeModel::Calls);
    QCOMPARE(shown.model.at(0).edge.calls, 1'000u);
    QCOMPARE(shown.model.at(1).edge.calls, 1'001u);
    clickHead(EdgeModel::Calls);
    QCOMPARE(head->sortIndicatorSection(), -1);
    QCOMPARE(shown.model.at(1).edge.calls, 1'002u); // by pain again: the longer tail
}

void tst_FigureTable::shiftAddsColumnsThatSort() {
    Shown shown(3, 700);
    ServiceGraph graph = graphOf(3);
    graph.edges[2].calls = graph.edges[1].calls; // 1001: as many
    graph.edges[2].latency = graph.edges[1].latency;
    graph.edges[1].failed = 10;
    shown.model.setGraph(graph);
    QHeaderView* head = shown.table.horizontalHeader();
    const auto clickHead = [&](int column, Qt::KeyboardModifiers keys) {
        QTest::mouseClick(head->viewport(), Qt::LeftButton, keys,
                          {head->sectionViewportPosition(column) + 20, head->height() / 2});
    };
    clickHead(EdgeModel::Calls, {});
    clickHead(EdgeModel::Failed, Qt::ShiftModifier);
    QCOMPARE(shown.table.head().sortKeys().size(), std::size_t{2});
    QCOMPARE(shown.model.at(0).edge.id, EdgeId(1u));
    clickHead(EdgeModel::Failed, Qt::ShiftModifier); // the other way round
    QCOMPARE(shown.model.at(0).edge.id, EdgeId(2u));
    QCOMPARE(shown.model.at(2).edge.id, EdgeId(0u)); // the first key still decides
    clickHead(EdgeModel::Failed, Qt::ShiftModifier);
    QCOMPARE(shown.table.head().sortKeys().size(), std::size_t{1});
    clickHead(EdgeModel::P99, {});
    QCOMPARE(shown.table.head().sortKeys().size(), std::size_t{1});
    QCOMPARE(shown.table.head().sortKeys()[0].column, int(EdgeModel::P99));
}

void tst_FigureTable::hiddenAndMovedColumnsLeaveTheCopyToo() {
    Shown shown(3, 700);
    TableLayout layout;
    layout.order = {"edge", "fan_out", "p50_ns", "calls"};
    layout.hidden = {"failed", "p95_ns", "p99_ns", "edge"}; // the subject stays
    shown.table.columns().setLayout(layout);
    shown.table.showRow(0);
    QCOMPARE(shown.table.selectedRowText(), "gateway → service-1\t\t10000000\t1000");
    QVERIFY(shown.table.isColumnHidden(EdgeModel::Failed));
    shown.model.setGraph(graphOf(2)); // other rows, the same columns
    QVERIFY(shown.table.isColumnHidden(EdgeModel::Failed));
    QCOMPARE(shown.table.csv().split('\n')[0], QByteArray("edge,fan_out,p50_ns,calls"));
    QCOMPARE(shown.table.csv().count('\n'), 3);
}

void tst_FigureTable::severalRowsAreCopiedAndTheCurrentOneStaysChosen() {
    Shown shown;
    shown.click(0);
    QSignalSpy chosen(&shown.table, &FigureTable::rowChosen);
    QTest::mouseClick(shown.table.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      shown.table.visualRect(shown.model.index(1, 0)).center());
    QCOMPARE(chosen.count(), 1);
    shown.table.showRow(1); // as the selection answers
    QCOMPARE(shown.table.selectedRowText().count('\n'), 1);
    QTest::keyClick(&shown.table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(lines.size(), 5); // head, rule, two rows, end
    QVERIFY2(lines[0].startsWith("| Edge, by pain | Calls |"), qPrintable(lines[0]));
    QVERIFY2(lines[2].contains("1,000"), qPrintable(lines[2]));
}

void tst_FigureTable::aLayoutComesBackAsItWas() {
    Shown shown(3, 900);
    QSignalSpy changed(&shown.table.columns(), &ColumnChoice::layoutChanged);
    shown.table.horizontalHeader()->moveSection(3, 1); // as a drag does
    shown.table.horizontalHeader()->resizeSection(EdgeModel::Calls, 123);
    QCOMPARE(changed.count(), 2);
    const TableLayout layout = shown.table.columns().layout();
    QCOMPARE(layout.order.mid(0, 2), (QStringList{"edge", "p99_ns"}));
    QCOMPARE(layout.widths, (QMap<QString, int>{{"calls", 123}}));
    Shown other(3, 500);
    other.table.columns().setLayout(layout);
    other.table.resize(600, 300); // fits the other columns anew
    QCOMPARE(other.table.columnWidth(EdgeModel::Calls), 123);
    QCOMPARE(other.table.horizontalHeader()->visualIndex(EdgeModel::P99), 1);
    QCOMPARE(other.table.columns().layout(), layout);
}

void tst_FigureTable::totalsStandBelowTheirColumns() {
    EdgeModel model;
    FigureTable table(FigureTable::Rows::TwoLines);
    TotalsStrip totals(table, table.head());
    table.setModel(&model);
    QVERIFY(totals.isHidden()); // nothing to add
    model.setGraph(graphOf(3));
    QVERIFY(!totals.isHidden());
    QVERIFY2(totals.accessibleName().contains("Calls 3,003"), qPrintable(totals.accessibleName()));
    QVERIFY2(totals.accessibleName().contains("p99 –"), qPrintable(totals.accessibleName()));
    totals.resize(table.size());
    QVERIFY(!totals.grab().isNull());
}

void tst_FigureTable::sortingKeepsTheSelectedRow() {
    Shown shown;
    shown.table.showRow(0);
    const EdgeId selected = shown.model.at(0).edge.id;
    QSignalSpy chosen(&shown.table, &FigureTable::rowChosen);
    shown.table.horizontalHeader()->setSortIndicator(EdgeModel::Calls, Qt::DescendingOrder);
    QCOMPARE(shown.model.at(shown.table.currentIndex().row()).edge.id, selected);
    QVERIFY(shown.table.selectionModel()->isRowSelected(shown.table.currentIndex().row()));
    QCOMPARE(chosen.count(), 0);
}

void tst_FigureTable::callsFailuresAndTailStandBesideTheSubject() {
    Shown shown;
    const int right =
        shown.table.columnViewportPosition(EdgeModel::P99) + shown.table.columnWidth(EdgeModel::P99);
    QVERIFY2(right <= shown.table.viewport()->width(), qPrintable(QString::number(right)));
    QVERIFY(shown.table.columnWidth(EdgeModel::Subject) >= 80);
}

void tst_FigureTable::theSubjectTakesWhatIsLeft() {
    Shown shown;
    shown.table.resize(900, 300);
    int used = 0;
    for (int column = 0; column < shown.model.columnCount(); ++column)
        used += shown.table.columnWidth(column);
    QVERIFY(std::abs(used - shown.table.viewport()->width()) <= 2);
}

void tst_FigureTable::escapeAndTabAreLeftToTheWindow() {
    Shown shown;
    shown.table.showRow(1);
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(&shown.table, &escape);
    QVERIFY(!escape.isAccepted());
    QCOMPARE(shown.table.currentIndex().row(), 1);
    QVERIFY(!shown.table.tabKeyNavigation());
}

void tst_FigureTable::anEmptyTableIsFine() {
    Shown shown(0);
    QTest::keyClick(&shown.table, Qt::Key_Down);
    QTest::keyClick(&shown.table, Qt::Key_C, Qt::ControlModifier);
    shown.table.showRow(4);
    QVERIFY(!shown.table.grab().isNull());
    QCOMPARE(shown.table.selectedRowText(), "");
}

void tst_FigureTable::aFailingShareHasItsColourAndBar() {
    Shown shown;
    for (const Theme& theme : {Theme::light(), Theme::dark()}) {
        shown.table.setTheme(theme);
        const QImage image = shown.table.viewport()->grab().toImage();
        QVERIFY(holds(image, shown.table.visualRect(shown.model.index(0, EdgeModel::Failed)), theme.failing));
        const QRect well = shown.table.visualRect(shown.model.index(1, EdgeModel::Failed));
        QVERIFY(!holds(image, well, theme.failing));
        QCOMPARE(image.pixelColor(well.topLeft() + QPoint(1, 1)), theme.surface);
    }
}

void tst_FigureTable::theSelectedRowHasItsGroundAndEdge() {
    Shown shown;
    shown.table.showRow(1);
    const Theme theme = Theme::light();
    const QImage image = shown.table.viewport()->grab().toImage();
    const QRect cell = shown.table.visualRect(shown.model.index(1, 0));
    QCOMPARE(image.pixelColor(cell.left() + 1, cell.center().y()), theme.accent);
    QCOMPARE(image.pixelColor(cell.left() + 5, cell.top() + 1), theme.select);
}

void tst_FigureTable::tooltipsAreNeverRichText() {
    Shown shown;
    ServiceGraph graph = graphOf(1);
    graph.nodes[1].node.label = "<img src=x>";
    shown.model.setGraph(graph);
    const QPoint cell = shown.table.visualRect(shown.model.index(0, 0)).center();
    QHelpEvent help(QEvent::ToolTip, cell, shown.table.viewport()->mapToGlobal(cell));
    QCoreApplication::sendEvent(shown.table.viewport(), &help);
    QVERIFY(QToolTip::text().contains("&lt;img src=x&gt;"));
    QVERIFY(!QToolTip::text().contains("<img"));
    QToolTip::hideText();
}

void tst_FigureTable::tenThousandRowsComeQuickly() {
    QElapsedTimer timer;
    timer.start();
    Shown shown(10'000);
    QVERIFY(!shown.table.grab().isNull());
    shown.table.showRow(9'000);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(tst_FigureTable)
#include "tst_FigureTable.moc"
