#include "WindowUnderTest.h"

#include "gui/CallPathsPage.h"
#include "gui/IciclePage.h"
#include "gui/LowerPanel.h"
#include "gui/WhatIfPanel.h"
#include "icicle/IcicleView.h"
#include "tables/FigureTable.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace hallway;
using namespace hallway::test;

namespace {

/// The page, in front of its panel.
template <class Page>
Page* pageOf(WindowUnderTest& window) {
    auto* page = window->findChild<Page*>();
    for (QWidget* up = page; up != nullptr; up = up->parentWidget())
        if (auto* panel = qobject_cast<LowerPanel*>(up)) panel->setCurrent(page);
    return page;
}

QPoint on(const IcicleView& view, std::uint32_t cell) {
    return view.geometry()
        .rectOf(view.icicle()->cells[cell])
        .intersected(view.geometry().cellsRect())
        .center()
        .toPoint();
}

} // namespace

class tst_CallPathsPage : public QObject {
    Q_OBJECT

private slots:
    void theCulpritLeadsTheTable();
    void aClickOnAPathZoomsAndOpensAnExample();
    void aRowSelectsItsEdge();
    void anEdgeChosenElsewhereIsMarked();
    void widthsFollowTheMeasure();
    void whatIfAnswersForTheChosenRow();
    void whatCannotBeReadIsNotAsked();
    void theRangeNarrowsThePaths();
    void anotherCaptureLeavesNothingToChooseFromTheOneBefore();
    void theIcicleFollowsTheTrace();
    void aClickOnASpanSelectsItForAllViews();
    void withoutATraceThereIsASentence();
    void theGraphIsAsWideAsThePath();
    void aServiceTakenApartKeepsThePath();
};

void tst_CallPathsPage::theCulpritLeadsTheTable() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    const CriticalPathModel& model = page->model();
    QVERIFY(model.rowCount() > 10);
    QCOMPARE(model.at(0).subject, QStringLiteral("payments → api.acquirer.example"));
    QCOMPARE(model.index(0, CriticalPathModel::Share).data().toString(), QStringLiteral("57.7\u00a0%"));
    Duration sum{};
    for (const CriticalPathItem& item : model.rows())
        sum += item.row.own;
    QCOMPARE(sum, page->tree().pathTime);
    page->setGrouping(PathGrouping::Service);
    QCOMPARE(model.at(0).subject, QStringLiteral("payments"));
    page->setGrouping(PathGrouping::Path);
    QCOMPARE(model.at(0).subject, QStringLiteral("payments: POST /v2/charges"));
}

void tst_CallPathsPage::aClickOnAPathZoomsAndOpensAnExample() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    IcicleView& view = page->view();
    view.setMotion(false);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, on(view, 0));
    QVERIFY(window.settle());
    const IcicleCell& first = view.icicle()->cells[0];
    QCOMPARE(view.window().from, first.from);
    QCOMPARE(view.window().to, first.to);
    QCOMPARE(window.selection().span, std::optional(page->tree().paths[0].slowest));
    QTest::keyClick(&view, Qt::Key_Backspace);
    QCOMPARE(view.window().length(), view.icicle()->whole);
}

void tst_CallPathsPage::aRowSelectsItsEdge() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    FigureTable& table = page->table();
    table.setFocus();
    const QRect row = table.visualRect(page->model().index(1, 0));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(window.settle());
    QCOMPARE(window.selection().edge, page->model().at(1).row.edge);
    QSignalSpy wanted(page, &LowerPage::waterfallRequested);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(window.selection().span, std::optional(page->model().at(1).row.examples.front().span));
}

void tst_CallPathsPage::anEdgeChosenElsewhereIsMarked() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    const EdgeId edge = *page->model().at(3).row.edge;
    window.views().selection().selectEdge(edge);
    QVERIFY(window.settle());
    QCOMPARE(page->table().currentIndex().row(), 3);
}

void tst_CallPathsPage::widthsFollowTheMeasure() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    page->setMeasure(PathMeasure::CriticalTime);
    QCOMPARE(page->view().icicle()->whole, static_cast<double>(page->tree().pathTime.count()));
    page->setMeasure(PathMeasure::Spans);
    QCOMPARE(page->view().icicle()->unit, IcicleUnit::Count);
}

void tst_CallPathsPage::whatIfAnswersForTheChosenRow() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    WhatIfPanel& panel = page->whatIfPanel();
    QVERIFY(!panel.field().isEnabled()); // of what?
    const QRect row = page->table().visualRect(page->model().index(0, 0));
    QTest::mouseClick(page->table().viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(panel.field().isEnabled());
    QTest::keyClicks(&panel.field(), QStringLiteral("0 %"));
    QVERIFY(window.settle());
    QStringList texts;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        if (label->isVisible()) texts << label->text();
    const QString all = texts.join(u'|');
    QVERIFY2(all.contains(QStringLiteral("84 of 277 traces")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("3.36\u00a0s")), qPrintable(all)); // p99 before
}

void tst_CallPathsPage::whatCannotBeReadIsNotAsked() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    const QRect row = page->table().visualRect(page->model().index(0, 0));
    QTest::mouseClick(page->table().viewport(), Qt::LeftButton, {}, row.center());
    WhatIfPanel& panel = page->whatIfPanel();
    QSignalSpy asked(&panel, &WhatIfPanel::asked);
    QTest::keyClicks(&panel.field(), QStringLiteral("100ms"));
    QTest::keyClick(&panel.field(), Qt::Key_Return);
    QVERIFY(asked.isEmpty());
    QVERIFY(!panel.field().toolTip().isEmpty());
    panel.field().setText(QStringLiteral("-100ms"));
    QCOMPARE(asked.size(), 1);
}

void tst_CallPathsPage::theRangeNarrowsThePaths() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    const std::uint64_t all = page->tree().traces;
    const CaptureFigures& figures = window.views().capture()->figures();
    window.views().selection().setRange(
        TimeRange{*figures.start, *figures.start + (*figures.end - *figures.start) / 4});
    QVERIFY(window.settle());
    QVERIFY(page->tree().traces > 0);
    QVERIFY(page->tree().traces < all);
    window.views().selection().setRange(TimeRange{timestampOf(1), timestampOf(2)});
    QVERIFY(window.settle());
    QVERIFY(!page->view().isVisible());
    QVERIFY(!page->grab().isNull());
}

void tst_CallPathsPage::anotherCaptureLeavesNothingToChooseFromTheOneBefore() {
    WindowUnderTest window;
    auto* page = pageOf<CallPathsPage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    const int rows = page->model().rowCount();
    QVERIFY(rows > 0);
    page->setCapture(window.views().capture());
    QCOMPARE(page->model().rowCount(), 0);
    QVERIFY(page->tree().paths.empty());
    QVERIFY(window.settle());
    QCOMPARE(page->model().rowCount(), rows);
}

void tst_CallPathsPage::theIcicleFollowsTheTrace() {
    WindowUnderTest window;
    auto* page = pageOf<IciclePage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    window.views().selection().selectTrace(TraceRow(3U));
    QVERIFY(window.settle());
    const TraceEntry& trace = window.views().capture()->spans().traces[3];
    QCOMPARE(page->view().icicle()->cells.size(), std::size_t(trace.spanCount));
    const SpanRow span(trace.firstSpan + trace.spanCount - 1);
    window.views().selection().selectSpan(TraceRow(3U), span);
    QVERIFY(window.settle());
    QVERIFY(page->view().selected());
}

void tst_CallPathsPage::aClickOnASpanSelectsItForAllViews() {
    WindowUnderTest window;
    auto* page = pageOf<IciclePage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    window.views().selection().selectTrace(TraceRow(3U));
    QVERIFY(window.settle());
    IcicleView& view = page->view();
    view.setMotion(false);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, on(view, 0));
    QVERIFY(window.selection().span);
    QCOMPARE(view.selected(), std::optional(0U));
    QVERIFY(window.settle());
    QCOMPARE(window.views().waterfallView().selectedSpan(), window.selection().span);
}

void tst_CallPathsPage::withoutATraceThereIsASentence() {
    WindowUnderTest window;
    auto* page = pageOf<IciclePage>(window);
    QVERIFY(window.open({WindowUnderTest::sample()}));
    QVERIFY(!page->view().isVisible());
    window.views().selection().selectTrace(TraceRow(3U));
    QVERIFY(window.settle());
    QVERIFY(page->view().isVisible());
}

void tst_CallPathsPage::theGraphIsAsWideAsThePath() {
    WindowUnderTest window;
    QVERIFY(window.open({WindowUnderTest::sample()}));
    window.views().setMeasure(LabelMeasure::CriticalPath);
    QVERIFY(window.settle());
    const auto scene = window.views().graphView().canvas().scene();
    const SceneEdge& widest = scene->edges[scene->byPain.front()];
    QCOMPARE(widest.id, window.worstEdge());
    QCOMPARE(widest.width, 6.0);
    QCOMPARE(widest.shortLabel.front().text, QStringLiteral("57.7\u00a0%"));
    window.views().selection().setRange(TimeRange{timestampOf(1), timestampOf(2)});
    QVERIFY(window.settle());
    QCOMPARE(window.views().graphView().canvas().scene()->mostOnPath, Duration::zero());
}

void tst_CallPathsPage::aServiceTakenApartKeepsThePath() {
    WindowUnderTest window;
    QVERIFY(window.open({WindowUnderTest::sample()}));
    window.views().setMeasure(LabelMeasure::CriticalPath);
    QVERIFY(window.settle());
    const auto ownOf = [&] {
        Duration own{};
        for (const GraphEdge& edge : window.views().graphView().canvas().scene()->graph->edges)
            own += edge.path.value_or(EdgePath{}).own;
        return own;
    };
    const Duration before = ownOf();
    GraphControls controls = window.views().graph().controls();
    controls.operationsOf = {"gateway"};
    window.views().graph().apply(controls);
    QVERIFY(window.settle());
    QVERIFY(window.views().graphView().canvas().scene()->nodes.size() > 23);
    QCOMPARE(ownOf(), before);
}

QTEST_MAIN(tst_CallPathsPage)
#include "tst_CallPathsPage.moc"
