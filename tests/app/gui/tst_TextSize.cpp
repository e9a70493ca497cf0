// Larger and smaller text, in the window as people have it: nothing stays behind, nothing is pushed aside.
#include "WindowUnderTest.h"
#include "common/PanelHead.h"
#include "gui/Appearance.h"
#include "gui/LowerPanel.h"
#include "gui/TablesPanel.h"
#include "tables/ColumnChoice.h"

#include <QActionGroup>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>

using namespace hallway;
using hallway::test::WindowUnderTest;

namespace {

void setTextSize(MainWindow& window, int percent) {
    for (QAction* action : window.actions().textSize->actions())
        if (action->data().toInt() == percent) action->trigger();
    QTest::qWait(20);
}

QSplitter& columnsOf(MainWindow& window) { return *window.findChild<QSplitter*>(QStringLiteral("columns")); }

std::vector<double> sizesOfTitles(MainWindow& window) {
    std::vector<double> sizes;
    for (const PanelHead* head : window.findChildren<PanelHead*>())
        sizes.push_back(head->findChild<QLabel*>()->font().pointSizeF());
    return sizes;
}

FigureTable& edgesOf(MainWindow& window) {
    return window.workspace().tablesPanel().table(TablesPanel::Edges);
}

} // namespace

class tst_TextSize : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setUpLook(*qApp); }

    void panelHeadsFollowWhateverElseChanges() {
        WindowUnderTest window;
        const std::vector<double> usual = sizesOfTitles(*window);
        QVERIFY(usual.size() > 4);
        const auto areLarger = [&](double times) {
            const std::vector<double> now = sizesOfTitles(*window);
            for (std::size_t i = 0; i < usual.size(); ++i)
                if (std::abs(now[i] - times * usual[i]) > 0.01) return false;
            return true;
        };
        setTextSize(*window, 150);
        QVERIFY(areLarger(1.5));
        window->forceTheme(WindowRequest::ThemeChoice::Dark);
        QVERIFY(areLarger(1.5));
        setTextSize(*window, 100);
        QVERIFY(areLarger(1));
    }

    void sidePanelsAreWiderWithLargerText_data() {
        QTest::addColumn<bool>("before");
        QTest::newRow("set before anything is open") << true;
        QTest::newRow("set while a capture is open") << false;
    }
    void sidePanelsAreWiderWithLargerText() {
        QFETCH(const bool, before);
        WindowUnderTest window;
        if (before) setTextSize(*window, 125);
        QVERIFY(window.open({WindowUnderTest::sample()}));
        if (!before) setTextSize(*window, 125);
        const QList<int> sizes = columnsOf(*window).sizes();
        setTextSize(*window, 100);
        QVERIFY2(sizes[0] > 340 && sizes[2] > 320, qPrintable(QString::number(sizes[0])));
    }

    void noLowerPagePushesTheOtherPanels_data() {
        QTest::addColumn<int>("percent");
        QTest::newRow("usual text") << 100;
        QTest::newRow("large text") << 150;
    }
    void noLowerPagePushesTheOtherPanels() {
        QFETCH(const int, percent);
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        setTextSize(*window, percent);
        const QList<int> before = columnsOf(*window).sizes();
        const int left = window.views().leftPanel().width();
        for (LowerPanel* panel : {&window.views().leftPanel(), &window.views().rightPanel()})
            for (int page = 0; page < panel->tabs().count(); ++page) {
                panel->setCurrentIndex(page);
                QVERIFY(window.settle());
                QCOMPARE(columnsOf(*window).sizes(), before);
                QCOMPARE(window.views().leftPanel().width(), left);
            }
        setTextSize(*window, 100);
    }

    void boxesToTickAreSeenOnBothGrounds_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void boxesToTickAreSeenOnBothGrounds() {
        QFETCH(const bool, dark);
        applyLook(*qApp, dark ? Theme::dark() : Theme::light(), 100);
        const auto strongest = [](bool ticked) { // how far a pixel of the box is from the ground
            QCheckBox box;
            box.setChecked(ticked);
            box.resize(box.sizeHint());
            const QImage image = box.grab().toImage();
            const int ground = qGray(image.pixel(image.width() - 1, 0));
            int total = 0, most = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    most = std::max(most, std::abs(qGray(image.pixel(x, y)) - ground));
                    total += std::abs(qGray(image.pixel(x, y)) - ground);
                }
            return std::pair(most, total);
        };
        const auto off = strongest(false), on = strongest(true);
        applyLook(*qApp, Theme::light(), 100);
        QVERIFY2(off.first > 80, qPrintable(QString::number(off.first)));
        QVERIFY(on.second > off.second);
    }

    void theTablesAreNotScrolledSidewaysAtFirst() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        TablesPanel& tables = window.views().tablesPanel();
        for (const TablesPanel::Tab tab : {TablesPanel::Edges, TablesPanel::Services, TablesPanel::Traces}) {
            tables.setCurrent(tab);
            QTest::qWait(20);
            QCOMPARE(tables.table(tab).horizontalScrollBar()->maximum(), 0);
        }
    }

    void columnsThatAreHiddenAtFirstAreOffered() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        ColumnChoice& columns = edgesOf(*window).columns();
        const qsizetype atFirst = columns.shownColumns().size();
        QMenu menu;
        columns.fillMenu(menu, -1);
        const auto entry = [&menu](const QString& text) {
            for (QAction* action : menu.actions())
                if (action->text() == text) return action;
            return static_cast<QAction*>(nullptr);
        };
        QVERIFY(entry(QStringLiteral("p50")) && !entry(QStringLiteral("p50"))->isChecked());
        entry(QStringLiteral("p50"))->trigger();
        QCOMPARE(columns.shownColumns().size(), atFirst + 1);
        entry(QStringLiteral("Columns as at first"))->trigger();
        QCOMPARE(columns.shownColumns().size(), atFirst);
    }

    void whoShowsAllColumnsFindsThemAgain() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        edgesOf(*window).columns().setLayout({});
        const qsizetype all = edgesOf(*window).columns().shownColumns().size();
        QVERIFY(all > 4);
        window.restart();
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QCOMPARE(edgesOf(*window).columns().shownColumns().size(), all);
    }
};

QTEST_MAIN(tst_TextSize)
#include "tst_TextSize.moc"
