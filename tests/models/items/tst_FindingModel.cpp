#include <QAbstractItemModelTester>
#include <QTest>

#include "items/FindingModel.h"
#include "items/Roles.h"

using namespace hallway;

namespace {

Finding finding(const QString& title, std::vector<FindingDetail> details = {}) {
    Finding made;
    made.title = title;
    made.subtitle = QStringLiteral("below");
    made.figures = {QStringLiteral("12"), QString(), QStringLiteral("3 %")};
    made.details = std::move(details);
    return made;
}

Findings twoSections() {
    FindingSection first, second;
    first.title = QStringLiteral("First");
    first.facts = QStringLiteral("two");
    first.columns = {QStringLiteral("Count"), QString(), QStringLiteral("Share")};
    first.findings = {
        finding(QStringLiteral("a")),
        finding(QStringLiteral("b"), {{QStringLiteral("x"), QStringLiteral("7")}, {QStringLiteral("y")}})};
    second.title = QStringLiteral("Second");
    second.nothing = QStringLiteral("There is none.");
    return {first, second};
}

} // namespace

class tst_FindingModel : public QObject {
    Q_OBJECT

private slots:
    void isATreeOfSectionsFindingsAndDetails() {
        FindingModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFindings(twoSections());
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex first = model.index(0, 0), second = model.index(1, 0);
        QCOMPARE(model.rowCount(first), 2);
        QCOMPARE(model.rowCount(second), 0);
        const QModelIndex b = model.index(1, 0, first);
        QCOMPARE(model.rowCount(b), 2);
        const QModelIndex y = model.index(1, 0, b);
        QCOMPARE(model.rowCount(y), 0);
        QCOMPARE(y.parent(), b);
        QCOMPARE(b.parent(), first);
        QVERIFY(!first.parent().isValid());
        QCOMPARE(model.sectionAt(first)->title, QStringLiteral("First"));
        QVERIFY(!model.sectionAt(b));
        QCOMPARE(model.findingAt(b)->title, QStringLiteral("b"));
        QVERIFY(!model.findingAt(y));
        QCOMPARE(model.detailAt(y)->text, QStringLiteral("y"));
        QCOMPARE(model.sectionOf(y), model.sectionAt(first));
        QCOMPARE(model.findingOf(y), b);
        QCOMPARE(model.findingOf(b), b);
        QVERIFY(!model.findingOf(first).isValid());
        model.setFindings({});
        QCOMPARE(model.rowCount(), 0);
    }

    void rowsSpeakAndCopyWhole() {
        FindingModel model;
        model.setFindings(twoSections());
        const QModelIndex first = model.index(0, 0), b = model.index(1, 0, first);
        QCOMPARE(b.data().toString(), QStringLiteral("b"));
        QCOMPARE(b.data(Qt::AccessibleTextRole).toString(), QStringLiteral("b, below, Count 12, Share 3 %"));
        QCOMPARE(b.data(ExactRole).toString(), QStringLiteral("b\tbelow\t12\t\t3 %"));
        QCOMPARE(model.index(0, 0, b).data(ExactRole).toString(), QStringLiteral("x\t7"));
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Second, There is none."));
    }
};

QTEST_GUILESS_MAIN(tst_FindingModel)
#include "tst_FindingModel.moc"
