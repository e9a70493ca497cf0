#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

#include "WindowUnderTest.h"
#include "gui/FindingsPage.h"

using namespace hallway;
using namespace hallway::test;

namespace {

/// The page with this title, behind its tab.
FindingsPage* show(WindowUnderTest& window, const QString& title) {
    for (FindingsPage* page : window->findChildren<FindingsPage*>()) {
        if (page->title() != title) continue;
        for (QWidget* parent = page->parentWidget(); parent; parent = parent->parentWidget())
            if (auto* panel = qobject_cast<LowerPanel*>(parent)) panel->setCurrent(page);
        return window.settle() ? page : nullptr;
    }
    return nullptr;
}

QModelIndex firstFinding(FindingsPage& page) {
    return page.view().model()->index(0, 0, page.view().model()->index(0, 0));
}

void click(FindingsPage& page, const QModelIndex& index) {
    page.view().scrollTo(index);
    const QPoint at(160, page.view().visualRect(index).center().y());
    QTest::mouseClick(page.view().viewport(), Qt::LeftButton, {}, at);
}

} // namespace

class tst_FindingsPage : public QObject {
    Q_OBJECT

private slots:
    void aFailureSelectsItsSpanAndEnterShowsItInTheWaterfall() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        FindingsPage* const page = show(window, QStringLiteral("Failures"));
        QVERIFY(page);
        click(*page, firstFinding(*page));
        const auto first = window.selection().span;
        QVERIFY(first.has_value());
        const SpanTable& spans = window.views().capture()->spans();
        QVERIFY(spans.flags[first->index()].has(SpanFlag::Failed));
        QTest::keyClick(&page->view(), Qt::Key_Period);
        QVERIFY(window.selection().span != first);
        QTest::keyClick(&page->view(), Qt::Key_Comma);
        QCOMPARE(window.selection().span, first);
        QSignalSpy waterfall(page, &LowerPage::waterfallRequested);
        QTest::keyClick(&page->view(), Qt::Key_Return);
        QCOMPARE(waterfall.size(), 1);
        QVERIFY(!page->isVisible());
    }

    void aRangeChangesWhatIsFound() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        FindingsPage* const page = show(window, QStringLiteral("Failures"));
        const int before = page->view().model()->rowCount(page->view().model()->index(0, 0));
        QVERIFY(before > 1);
        window.views().selection().setRange(TimeRange{timestampOf(0), timestampOf(1)});
        QVERIFY(window.settle());
        QCOMPARE(page->view().model()->rowCount(page->view().model()->index(0, 0)), 0);
    }

    void anotherCaptureLeavesNothingToChooseFromTheOneBefore() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        FindingsPage* const page = show(window, QStringLiteral("Failures"));
        QVERIFY(firstFinding(*page).isValid());
        page->setCapture(window.views().capture());
        QVERIFY(!firstFinding(*page).isValid());
        QVERIFY(window.settle());
        QVERIFY(firstFinding(*page).isValid());
    }

    void shiftEnterAsksForAFilter() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        FindingsPage* const page = show(window, QStringLiteral("Suspects"));
        QVERIFY(page);
        click(*page, firstFinding(*page));
        QSignalSpy filtered(page, &LowerPage::conditionRequested);
        QTest::keyClick(&page->view(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(filtered.size(), 1);
        QVERIFY(filtered.front().front().toString().contains(QStringLiteral("edge.callee = \"pricing\"")));
    }

    void aHiddenPageDoesNotWork() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        for (FindingsPage* const page : window->findChildren<FindingsPage*>())
            QCOMPARE(page->view().model()->rowCount(), 0);
        FindingsPage* const page = show(window, QStringLiteral("Shapes"));
        QVERIFY(page->view().model()->rowCount() > 3);
    }
};

QTEST_MAIN(tst_FindingsPage)
#include "tst_FindingsPage.moc"
