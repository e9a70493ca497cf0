#include <QTest>

#include "WindowUnderTest.h"

#include "gui/Appearance.h"
#include "gui/DifferencesPage.h"

#include <QSignalSpy>

#include <algorithm>

using namespace hallway;
using namespace hallway::test;

namespace {

DifferencesPage* pageOf(WindowUnderTest& window) {
    for (LowerPage* page : window.views().rightPanel().pages())
        if (auto* differences = qobject_cast<DifferencesPage*>(page)) return differences;
    return nullptr;
}

/// HALLWAY_TEST_PICTURES=FOLDER keeps what the window looked like.
void keepPicture(WindowUnderTest& window, const QString& name) {
    const QString folder = qEnvironmentVariable("HALLWAY_TEST_PICTURES");
    if (!folder.isEmpty()) window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace

class tst_DifferencesPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setUpLook(*qApp); }

    void withoutABoxItSaysWhatToDo() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        DifferencesPage* page = pageOf(window);
        QVERIFY(page);
        window.views().rightPanel().setCurrent(page);
        QVERIFY(window.settle());
        QVERIFY(page->sentence().contains(QStringLiteral("box")));
        keepPicture(window, QStringLiteral("nothing"));
    }

    void bComparesWhatFailed() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window.views().selection().selectEdge(window.worstEdge());
        QVERIFY(window.settle());
        QTest::keyClick(&window.views().heatmapView(), Qt::Key_B);
        QVERIFY(window.settle());
        QCOMPARE(window.selection().compared, Compared::Failed);
        QVERIFY(pageOf(window)->sentence().isEmpty());
    }

    void bComparesWhatIsSlowWhereNothingFails() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        DifferencesPage* page = pageOf(window);
        const auto& calls = window.views().capture()->calls();
        const auto healthy = std::find_if(calls.nodes.begin(), calls.nodes.end(),
                                          [](const auto& n) { return n.name == "pricing"; });
        QVERIFY(healthy != calls.nodes.end());
        window.views().selection().selectNode(NodeId(std::size_t(healthy - calls.nodes.begin())));
        QVERIFY(window.settle());
        window.views().heatmapView().setFocus();
        QTest::keyClick(&window.views().heatmapView(), Qt::Key_B);
        QVERIFY(window.settle());
        QCOMPARE(window.views().rightPanel().current(), static_cast<QWidget*>(page));
        QCOMPARE(window.selection().compared, Compared::Slow);
        QVERIFY(page->sentence().isEmpty());
        QVERIFY(page->list().findings().rowCount() > 0);
        keepPicture(window, QStringLiteral("slow"));
    }

    void aBoxIsComparedAndAValueFilters() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        HeatmapView& heatmap = window.views().heatmapView();
        const auto& map = window.views().heatmap().heatmap();
        QVERIFY(map && !map->empty()); // the requests, with nothing selected
        const HeatmapGeometry geometry(QRectF(heatmap.rect()), *map, 1, false);
        const QRectF plot = geometry.plot();
        // The upper part of the latencies over all times.
        QTest::mousePress(&heatmap, Qt::LeftButton, {},
                          QPoint(qRound(plot.left()) + 3, qRound(plot.top()) + 3));
        const QPoint end(qRound(plot.right()) - 3, qRound(plot.top() + plot.height() * 0.3));
        QTest::mouseMove(&heatmap, end - QPoint(20, 20));
        QTest::mouseMove(&heatmap, end);
        QTest::mouseRelease(&heatmap, Qt::LeftButton, {}, end);
        QVERIFY(window.selection().box);
        QTest::keyClick(&heatmap, Qt::Key_B);
        QVERIFY(window.settle());
        DifferencesPage* page = pageOf(window);
        QVERIFY2(page->sentence().isEmpty(), qPrintable(page->sentence()));
        keepPicture(window, QStringLiteral("box"));
        QSignalSpy asked(page, &LowerPage::conditionRequested);
        QTest::keyClick(&page->list(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(!asked.at(0).at(0).toString().isEmpty());
        QVERIFY(window.settle());
    }

    // A value of a span inside the calls is not asked of the spans that the filter names.
    void aValueNarrowsTheFilterThatIsThere() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window.views().filter().setText(QStringLiteral("{ resource.service.name = \"gateway\" }"));
        QVERIFY(window.settle());
        const auto before = window.selection().filter->chosen->traces.count();
        QTest::keyClick(&window.views().heatmapView(), Qt::Key_B);
        QVERIFY(window.settle());
        DifferenceList& list = pageOf(window)->list();
        const auto rows = list.findings().rowCount();
        int inner = 0;
        while (inner < rows && !list.findings().index(inner, 0).data().toString().startsWith("inside"))
            ++inner;
        QVERIFY(inner < rows);
        list.setCurrentIndex(list.findings().index(inner, 0));
        QTest::keyClick(&list, Qt::Key_Return);
        QVERIFY(window.settle());
        const auto with = window.selection().filter->chosen->traces.count();
        QVERIFY2(with > 0 && with < before, qPrintable(window.selection().filter->text));
        // And without it.
        window.views().filter().setText(QStringLiteral("{ resource.service.name = \"gateway\" }"));
        QVERIFY(window.settle());
        list.setCurrentIndex(list.findings().index(inner, 0));
        QTest::keyClick(&list, Qt::Key_Delete);
        QVERIFY(window.settle());
        QCOMPARE(window.selection().filter->chosen->traces.count(), before - with);
    }

    void withoutARangeItAsksForOne() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        DifferencesPage* page = pageOf(window);
        page->comparisons().at(3)->trigger();
        QVERIFY(window.settle());
        QVERIFY(page->sentence().contains(QStringLiteral("range")));
        const TimeRange all = window.views().heatmap().heatmap()->range;
        window.views().selection().setRange(TimeRange{all.from + (all.to - all.from) / 3, all.to});
        QVERIFY(window.settle());
        QVERIFY(!page->sentence().contains(QStringLiteral("Choose a time range")));
    }

    void theLookIsRememberedAndAsksForAnotherHeatmap() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QVERIFY(!window.views().heatmap().heatmap()->linear);
        for (QAction* action : window.views().heatmapControls().lookActions())
            action->toggle();
        QVERIFY(window.settle());
        QVERIFY(window.views().heatmap().heatmap()->linear);
        keepPicture(window, QStringLiteral("linear"));
        window.restart();
        QCOMPARE(window.views().heatmapControls().look(), (Settings::HeatmapLook{true, true, false}));
    }

    void anOperationNarrowsTheHeatmap() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        const HeatmapPresenter& heatmap = window.views().heatmap();
        QVERIFY(heatmap.operations().size() > 1);
        const OperationChoice most = heatmap.operations().front();
        window.views().selection().selectOperation(most.name);
        QVERIFY(window.settle());
        QCOMPARE(heatmap.heatmap()->samples + heatmap.heatmap()->withoutLatency, most.calls);
        QVERIFY(heatmap.subject().endsWith(most.text));
        QVERIFY(heatmap.operations().size() > 1); // to go to another one
    }
};

QTEST_MAIN(tst_DifferencesPage)
#include "tst_DifferencesPage.moc"
