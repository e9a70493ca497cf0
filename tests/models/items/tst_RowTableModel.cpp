#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "items/RowTableModel.h"

using namespace hallway;

namespace {

struct Pair {
    QString name;
    int value = 0;
};

class PairModel : public RowTableModel<Pair> {
public:
    PairModel() {
        setColumns({
            {QStringLiteral("Name"),
             false,
             [](const Pair& pair) { return pair.name; },
             {},
             [](const Pair& a, const Pair& b) { return a.name < b.name; },
             {}},
            {QStringLiteral("Value"), true,
             [](const Pair& pair) { return QStringLiteral("%1 ms").arg(pair.value); },
             [](const Pair& pair) { return QString::number(pair.value); },
             [](const Pair& a, const Pair& b) { return a.value < b.value; },
             [](const Pair& pair, int role) { return role == IdRole ? QVariant(pair.value) : QVariant(); }},
        });
    }
};

QString namesOf(const PairModel& model) {
    QString names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.at(row).name;
    return names;
}

} // namespace

class tst_RowTableModel : public QObject {
    Q_OBJECT
private slots:
    void keepsTheRulesOfItemModels();
    void keepsTheGivenOrderUntilSorted();
    void tiesKeepTheGivenOrder();
    void sortingStaysWithNewRows();
    void persistentIndexesFollowTheirRows();
    void textAndExactValueAreTwoRoles();
    void headsSayHowTheyAreSorted();
    void askingOutsideGivesNothing();
};

void tst_RowTableModel::keepsTheRulesOfItemModels() {
    PairModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{"b", 2}, {"a", 1}, {"c", 3}});
    model.sort(0, Qt::AscendingOrder);
    model.sort(1, Qt::DescendingOrder);
    model.setRows({});
    model.setRows({{"x", 9}});
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(model.rowCount(), 1);
}

void tst_RowTableModel::keepsTheGivenOrderUntilSorted() {
    PairModel model;
    model.setRows({{"b", 2}, {"a", 1}, {"c", 3}});
    QCOMPARE(namesOf(model), "bac");
    model.sort(0, Qt::AscendingOrder);
    QCOMPARE(namesOf(model), "abc");
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(namesOf(model), "cba");
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(namesOf(model), "bac");
}

void tst_RowTableModel::tiesKeepTheGivenOrder() {
    PairModel model;
    model.setRows({{"x", 1}, {"a", 2}, {"y", 1}, {"b", 2}});
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(namesOf(model), "abxy");
    model.sort(1, Qt::AscendingOrder);
    QCOMPARE(namesOf(model), "xyab");
}

void tst_RowTableModel::sortingStaysWithNewRows() {
    PairModel model;
    model.sort(1, Qt::DescendingOrder);
    model.setRows({{"a", 1}, {"c", 3}, {"b", 2}});
    QCOMPARE(namesOf(model), "cba");
    QCOMPARE(model.find([](const Pair& pair) { return pair.value == 2; }), 1);
    QCOMPARE(model.find([](const Pair& pair) { return pair.value == 7; }), -1);
}

void tst_RowTableModel::persistentIndexesFollowTheirRows() {
    PairModel model;
    model.setRows({{"b", 2}, {"a", 1}, {"c", 3}});
    const QPersistentModelIndex kept(model.index(0, 1)); // of b
    model.sort(0, Qt::DescendingOrder);                  // c b a
    QCOMPARE(kept.row(), 1);
    QCOMPARE(kept.column(), 1);
    QCOMPARE(kept.data(ExactRole).toString(), "2");
}

void tst_RowTableModel::textAndExactValueAreTwoRoles() {
    PairModel model;
    model.setRows({{"b", 2}});
    QCOMPARE(model.index(0, 1).data().toString(), "2 ms");
    QCOMPARE(model.index(0, 1).data(ExactRole).toString(), "2");
    QCOMPARE(model.index(0, 0).data(ExactRole).toString(), "b");
    QCOMPARE(model.index(0, 1).data(IdRole).toInt(), 2);
    QVERIFY(!model.index(0, 0).data(IdRole).isValid());
    QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
}

void tst_RowTableModel::headsSayHowTheyAreSorted() {
    PairModel model;
    QSignalSpy heads(&model, &QAbstractItemModel::headerDataChanged);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), "Value");
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::InitialSortOrderRole).toInt(),
             static_cast<int>(Qt::AscendingOrder));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::InitialSortOrderRole).toInt(),
             static_cast<int>(Qt::DescendingOrder));
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(heads.count(), 1);
}

void tst_RowTableModel::askingOutsideGivesNothing() {
    PairModel model;
    model.setRows({{"b", 2}});
    QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!model.headerData(7, Qt::Horizontal, Qt::DisplayRole).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    model.sort(99, Qt::AscendingOrder); // no such column: the given order
    QCOMPARE(model.rowCount(), 1);
}

QTEST_GUILESS_MAIN(tst_RowTableModel)
#include "tst_RowTableModel.moc"
