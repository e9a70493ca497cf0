#include <QTest>

#include "differences/DifferenceList.h"
#include "differences/DifferencePainter.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QSignalSpy>

using namespace hallway;

namespace {

DifferenceItem item(const QString& what, const QString& condition) {
    DifferenceItem made;
    made.what = what;
    made.where = QStringLiteral("inside catalog");
    made.value = QStringLiteral("2.4.0");
    made.with = {80, 10};
    made.all = {100, 1000};
    made.p = 1e-9;
    made.condition = condition;
    return made;
}

std::vector<DifferenceItem> three() {
    return {item(QStringLiteral("service.version"), QStringLiteral("resource.service.version = \"2.4.0\"")),
            item(QStringLiteral("failure"), QString()),
            item(QStringLiteral("zone"), QStringLiteral("resource.zone = \"b\""))};
}

class ShownList : public DifferenceList {
public:
    ShownList() {
        resize(400, 400);
        setItems(three());
        show();
        static_cast<void>(QTest::qWaitForWindowExposed(this));
        setFocus();
    }
    void click(int row) {
        QTest::mouseClick(viewport(), Qt::LeftButton, {}, visualRect(model()->index(row, 0)).center());
    }
};

} // namespace

class tst_DifferenceList : public QObject {
    Q_OBJECT

private slots:
    void theModelIsSound() {
        DifferenceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems(three());
        QCOMPARE(model.rowCount(), 3);
        model.setItems({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aRowIsHeardAsASentence() {
        DifferenceModel model;
        model.setItems(three());
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral(
                     "inside catalog service.version = 2.4.0: 80.0\u00a0% of 100 selected, 1.0\u00a0% of "
                     "1,000 others; certain: p < 0.001"));
    }

    void aClickFiltersByTheValue() {
        ShownList list;
        const QSignalSpy chosen(&list, &DifferenceList::conditionChosen);
        list.click(2);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("resource.zone = \"b\""));
        list.click(1); // cannot be asked
        QCOMPARE(chosen.count(), 1);
    }

    void arrowsWalkEnterFiltersDeleteExcludes() {
        ShownList list;
        const QSignalSpy chosen(&list, &DifferenceList::conditionChosen);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("resource.service.version = \"2.4.0\""));
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.at(1).at(0).toString(), QStringLiteral("!(resource.zone = \"b\")"));
    }

    void copiesTheSentence() {
        ShownList list;
        QTest::keyClick(&list, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("80.0\u00a0% of 100 selected")));
    }

    void narrowRowsPutTheBarsBelow() {
        const DifferenceGeometry narrow(QRectF(0, 0, 340, 100), true, 1),
            wide(QRectF(0, 0, 700, 100), true, 1);
        QVERIFY(narrow.selected.top() >= narrow.value.bottom());
        QVERIFY(wide.selected.left() >= wide.value.right());
        QVERIFY(DifferenceGeometry::heightOf(700, true, 1) < DifferenceGeometry::heightOf(340, true, 1));
        QVERIFY(narrow.also.bottom() <= DifferenceGeometry::heightOf(340, true, 1));
    }

    void theBarIsAsLongAsTheShare() {
        const Theme theme;
        const Fonts fonts(pictureFont());
        QImage image(400, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            DifferencePainter(theme, fonts).paint(painter, QRectF(0, 0, 400, 100), three()[0], {});
        }
        const DifferenceGeometry geometry(QRectF(0, 0, 400, 100), false, fonts.scale);
        const int row = qRound(geometry.selected.center().y());
        int filled = 0, track = 0;
        for (int x = 0; x < image.width(); ++x) {
            filled += image.pixelColor(x, row) == theme.accent;
            track += image.pixelColor(x, row) == theme.line;
        }
        QVERIFY(filled > 0);
        QVERIFY(std::abs(filled - 4 * track) <= 4); // 80 % : 20 %
    }
};

QTEST_MAIN(tst_DifferenceList)
#include "tst_DifferenceList.moc"
