// The pictures of the user guide's pages. Each is reached by what the page says, and shows something:
// HALLWAY_GUIDE_PICTURES=FOLDER keeps them (./dev screenshots does).
#include <QTest>

#include "GuideWindow.h"

#include "gui/Appearance.h"
#include "gui/CallPathsPage.h"
#include "gui/CompletionList.h"
#include "gui/DifferencesPage.h"
#include "gui/FilterField.h"
#include "gui/FindingsPage.h"
#include "gui/IciclePage.h"
#include "gui/StatisticsPage.h"
#include "gui/WhatIfPanel.h"
#include "heatmap/HeatmapGeometry.h"
#include "icicle/IcicleView.h"

#include "tables/FigureTable.h"
#include "tables/FigureTree.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>

#include <algorithm>

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr QSize page(1180, 560); // of a lower panel alone

/// Only the lower panels are shown: `left` or the right one.
QWidget* alone(GuideWindow& guide, bool left) {
    for (const auto panel : {Workspace::Panel::Tables, Workspace::Panel::Graph, Workspace::Panel::Inspector})
        guide.views().setPanelVisible(panel, false);
    QWidget* shown = left ? &guide.views().leftPanel() : &guide.views().rightPanel();
    (left ? &guide.views().rightPanel() : &guide.views().leftPanel())->hide();
    guide.rest();
    return shown;
}

template <class Page>
Page* pageOf(LowerPanel& panel, const QString& title = {}) {
    for (LowerPage* each : panel.pages())
        if (auto* found = qobject_cast<Page*>(each); found && (title.isEmpty() || found->title() == title)) {
            panel.setCurrent(found);
            return found;
        }
    return nullptr;
}

NodeId nodeOf(GuideWindow& guide, std::string_view label) {
    const auto& nodes = guide.views().capture()->calls().nodes;
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const auto& n) { return n.label == label; });
    return NodeId(std::size_t(found - nodes.begin()));
}

void selectNode(GuideWindow& guide, std::string_view label) {
    guide.views().selection().selectNode(nodeOf(guide, label));
    guide.rest();
}

/// The edge that hurts most; its worst call opens in the waterfall.
void selectWorstEdge(GuideWindow& guide) {
    guide.views().selection().selectEdge(edgesByPain(guide.views().capture()->graph()).front());
    guide.rest();
}

GraphCanvas& canvas(GuideWindow& guide) { return guide.views().graphView().canvas(); }

void arrange(GuideWindow& guide, const GraphControls& controls, const QString& picture) {
    guide.views().graph().change(controls, QStringLiteral("arrange"));
    guide.rest();
    guide.keep(picture, &guide.views().graphView());
}

} // namespace

class tst_GuidePictures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setUpLook(*qApp); }

    void filter() {
        GuideWindow guide({});
        guide.key(Qt::Key_Slash);
        auto* field = qobject_cast<FilterField*>(QApplication::focusWidget());
        QVERIFY(field);
        QVERIFY(QTest::qWaitFor([field] { return field->hasCatalog(); }));
        QTest::keyClicks(field, QStringLiteral("{ span.http.response.status_code = "));
        QVERIFY(field->proposals().isVisible());
        guide.keep(QStringLiteral("filter-completion"));
        QTest::keyClicks(field, QStringLiteral("504 && duraton > 100ms }"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(field->markedText(), QStringLiteral("duraton"));
        guide.keep(QStringLiteral("filter-error"));
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field,
                         QStringLiteral("{ span.http.response.status_code = 504 && duration > 100ms }"));
        QTest::keyClick(field, Qt::Key_Return);
        guide.rest();
        QVERIFY(guide.views().selection().now().filter);
        guide.keep(QStringLiteral("filter-field"));
    }

    void waterfall() {
        GuideWindow guide({}, page);
        selectWorstEdge(guide);
        QWidget* panel = alone(guide, true);
        QVERIFY(guide.views().waterfall().trace());
        guide.keep(QStringLiteral("waterfall"), panel);
        guide.views().waterfall().colouring().colourBy("resource.host.name");
        guide.rest();
        guide.keep(QStringLiteral("waterfall-colours"), panel);
        pageOf<IciclePage>(guide.views().leftPanel());
        guide.rest();
        guide.keep(QStringLiteral("icicle"), panel);
    }

    void waterfallRuns() {
        GuideWindow guide(QStringLiteral("n-plus-one"), page);
        selectWorstEdge(guide);
        guide.keep(QStringLiteral("waterfall-runs"), alone(guide, true));
    }

    void clocks() {
        GuideWindow guide({});
        selectWorstEdge(guide);
        guide.key(guide.views().waterfallView().canvas(), Qt::Key_K, Qt::ShiftModifier);
        const QWidgetList tops = QApplication::topLevelWidgets();
        const auto dialog = std::find_if(tops.begin(), tops.end(), [&](QWidget* each) {
            return each != &guide.window() && each->isVisible() && qobject_cast<QDialog*>(each);
        });
        QVERIFY(dialog != tops.end());
        guide.keep(QStringLiteral("clocks"), *dialog);
    }

    void callPaths() {
        GuideWindow guide({}, page);
        auto* paths = pageOf<CallPathsPage>(guide.views().leftPanel());
        QWidget* panel = alone(guide, true);
        QVERIFY(paths && paths->model().rowCount() > 0);
        guide.keep(QStringLiteral("call-paths"), panel);
        guide.keep(QStringLiteral("call-path-icicle"), &paths->view());
        paths->table().selectRow(0);
        QTest::keyClicks(&paths->whatIfPanel().field(), QStringLiteral("50 %"));
        QTest::keyClick(&paths->whatIfPanel().field(), Qt::Key_Return);
        guide.rest();
        guide.keep(QStringLiteral("what-if"), &paths->whatIfPanel());
    }

    void heatmapAndDifferences() {
        GuideWindow guide({});
        selectWorstEdge(guide);
        HeatmapView& heatmap = guide.views().heatmapView();
        const auto& map = guide.views().heatmap().heatmap();
        QVERIFY(map && !map->empty());
        guide.keep(QStringLiteral("heatmap"), &guide.views().rightPanel());
        const QRectF plot = HeatmapGeometry(QRectF(heatmap.rect()), *map, 1, false).plot();
        const QPoint from(qRound(plot.left()) + 3, qRound(plot.top()) + 3);
        const QPoint to(qRound(plot.right()) - 3, qRound(plot.top() + plot.height() * 0.45));
        QTest::mousePress(&heatmap, Qt::LeftButton, {}, from);
        QTest::mouseMove(&heatmap, (from + to) / 2);
        QTest::mouseMove(&heatmap, to);
        QTest::mouseRelease(&heatmap, Qt::LeftButton, {}, to);
        guide.rest();
        QVERIFY(guide.views().selection().now().box);
        guide.keep(QStringLiteral("heatmap-box"));
    }

    void differences() {
        GuideWindow guide(QStringLiteral("bad-version"));
        guide.key(guide.views().heatmapView(), Qt::Key_B);
        auto* found = pageOf<DifferencesPage>(guide.views().rightPanel());
        QVERIFY(found && found->sentence().isEmpty());
        guide.keep(QStringLiteral("differences"), &guide.views().rightPanel());
    }

    void findings_data() {
        QTest::addColumn<QString>("incident");
        QTest::addColumn<QString>("title");
        QTest::newRow("failures") << QString() << QStringLiteral("Failures");
        QTest::newRow("suspects") << QStringLiteral("n-plus-one") << QStringLiteral("Suspects");
        QTest::newRow("shapes") << QString() << QStringLiteral("Shapes");
    }

    void findings() {
        QFETCH(QString, incident);
        QFETCH(QString, title);
        GuideWindow guide(incident, page);
        auto* found = pageOf<FindingsPage>(guide.views().leftPanel(), title);
        QWidget* panel = alone(guide, true);
        QVERIFY(found && found->view().model()->rowCount() > 0);
        found->view().expandToDepth(0);
        guide.rest();
        guide.keep(QString::fromLatin1(QTest::currentDataTag()), panel);
    }

    void statistics() {
        GuideWindow guide({}, page);
        auto* found = pageOf<StatisticsPage>(guide.views().leftPanel());
        QVERIFY(found);
        found->countBy(QStringLiteral("service"), QStringLiteral("operation"));
        QWidget* panel = alone(guide, true);
        QVERIFY(found->model().rowCount() > 0);
        found->tree().expand(found->model().index(0, 0));
        guide.keep(QStringLiteral("statistics"), panel);
    }

    void graph() {
        GuideWindow guide({});
        GraphView& view = guide.views().graphView();
        selectNode(guide, "payments");
        guide.key(canvas(guide), Qt::Key_F, Qt::ShiftModifier);
        guide.key(canvas(guide), Qt::Key_J);
        QVERIFY(guide.views().graph().controls().focus);
        guide.keep(QStringLiteral("graph-focus"), &view);
        guide.key(canvas(guide), Qt::Key_Escape);
        guide.key(canvas(guide), Qt::Key_Escape);

        guide.key(canvas(guide), Qt::Key_F, Qt::ControlModifier);
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("p99 > 200ms && failed > 1%"));
        guide.rest();
        guide.keep(QStringLiteral("graph-find"), &view);
        QTest::keyClick(field, Qt::Key_Escape);

        GraphControls boxes;
        boxes.groupBy = "cloud.availability_zone";
        boxes.collapsed = {"eu-west-1c"};
        arrange(guide, boxes, QStringLiteral("graph-boxes"));
        GraphControls operations;
        operations.operationsOf = {"gateway"};
        arrange(guide, operations, QStringLiteral("graph-operations"));
        GraphControls pinned;
        pinned.leftToRight["email"] = {300, 30};
        arrange(guide, pinned, QStringLiteral("graph-pinned"));
        guide.views().graph().change({}, QStringLiteral("nothing"));
        guide.command(QStringLiteral("Measure Critical path"));
        guide.keep(QStringLiteral("critical-path-graph"), &view);
    }

    void tablesAndInspector() {
        GuideWindow guide({}, {1440, 1200});
        selectWorstEdge(guide);
        guide.keep(QStringLiteral("inspector"), &guide.views().inspector());
        guide.views().inspector().showTab(Inspector::Tab::Attributes);
        guide.rest();
        guide.keep(QStringLiteral("attributes"), &guide.views().inspector());
    }

    void columns() {
        GuideWindow guide({});
        TablesPanel& tables = guide.views().tablesPanel();
        tables.setCurrent(TablesPanel::Traces);
        auto layouts = guide.views().tableLayouts();
        layouts[QStringLiteral("traces")].attributes = {QStringLiteral("http.route"),
                                                        QStringLiteral("resource.host.name")};
        guide.views().setTableLayouts(layouts);
        for (const auto panel :
             {Workspace::Panel::Graph, Workspace::Panel::Inspector, Workspace::Panel::Lower})
            guide.views().setPanelVisible(panel, false);
        guide.rest();
        QVERIFY(guide.views().tableLayouts().contains(QStringLiteral("traces")));
        guide.keep(QStringLiteral("tables-columns"), &tables);
    }

    void handsAndLooks() {
        GuideWindow guide({});
        selectWorstEdge(guide);
        guide.keep(QStringLiteral("window"));
        guide.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("exp"));
        guide.keep(QStringLiteral("palette"));
        guide.key(Qt::Key_Escape);
        guide.views().graphView().canvas().setFocus();
        guide.key(Qt::Key_Question);
        guide.rest();
        guide.keep(QStringLiteral("keys"));
        guide.key(Qt::Key_Escape);
        guide.window().forceTheme(WindowRequest::ThemeChoice::Dark);
        guide.rest();
        guide.keep(QStringLiteral("dark"));
        guide.window().forceTheme(WindowRequest::ThemeChoice::Light);
        guide.key(Qt::Key_3, Qt::ControlModifier);
        guide.rest();
        guide.keep(QStringLiteral("perspective-debug"));
    }
};

QTEST_MAIN(tst_GuidePictures)
#include "tst_GuidePictures.moc"
