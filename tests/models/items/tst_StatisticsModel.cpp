#include <QAbstractItemModelTester>
#include <QTest>

#include "items/Roles.h"
#include "items/StatisticsModel.h"

using namespace hallway;

namespace {

StatisticsRow row(const std::string& name, std::uint64_t spans, std::int64_t self) {
    StatisticsRow result{{StatisticsValue::Kind::Value, {{}, ValueType::Text, 0, 0, name}}, {}, {}};
    result.figures.spans = spans;
    result.figures.failed = spans / 2;
    result.figures.total = result.figures.self = Duration(self);
    result.figures.duration = Distribution{spans, Duration(1), Duration(2), Duration(3), Duration(4)};
    return result;
}

StatisticsTable table() {
    StatisticsTable result{*statisticsKeyOf("service"), statisticsKeyOf("operation"), {}, {}};
    result.rows = {row("a", 30, 100), row("b", 10, 300), row("c", 30, 200)};
    result.rows[0].parts = {row("x", 20, 10), row("y", 10, 90)};
    result.all = row("", 70, 600).figures;
    return result;
}

/// "b c a" of the first level, "y x" below one.
QString order(const StatisticsModel& model, const QModelIndex& parent = {}) {
    QStringList names;
    for (int i = 0; i < model.rowCount(parent); ++i)
        names << model.index(i, 0, parent).data().toString();
    return names.join(u' ');
}

} // namespace

class tst_StatisticsModel : public QObject {
    Q_OBJECT

private slots:
    void keepsTheRulesOfItemModels() {
        StatisticsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(table());
        model.sortBy({{StatisticsModel::Spans, Qt::AscendingOrder}});
        model.setTable({});
        QCOMPARE(model.rowCount(), 0);
    }

    void beginsWithTheMostSelfTime() {
        StatisticsModel model;
        model.setTable(table());
        QCOMPARE(order(model), QStringLiteral("b c a"));
        QCOMPARE(order(model, model.index(2, 0)), QStringLiteral("y x"));
    }

    void sortsBothLevelsBySeveralColumns() {
        StatisticsModel model;
        model.setTable(table());
        model.sortBy(
            {{StatisticsModel::Spans, Qt::DescendingOrder}, {StatisticsModel::Value, Qt::DescendingOrder}});
        QCOMPARE(order(model), QStringLiteral("c a b"));
        QCOMPARE(order(model, model.index(1, 0)), QStringLiteral("x y"));
        model.sortBy({});
        QCOMPARE(order(model), QStringLiteral("b c a"));
    }

    void partsKnowTheirGroup() {
        StatisticsModel model;
        model.setTable(table());
        const QModelIndex group = model.index(2, 0), part = model.index(0, 0, group);
        QCOMPARE(part.parent(), group);
        QCOMPARE(model.at(part).value.value.text, std::string("y"));
        QCOMPARE(model.groupOf(part).value.value.text, std::string("a"));
        QCOMPARE(&model.groupOf(group), &model.at(group));
        QVERIFY(!model.index(0, 0, part).isValid()); // two levels, no more
    }

    void percentilesOnFewSpansLookUncertainAndAbsenceIsNoZero() {
        StatisticsTable held = table();
        held.rows[1].figures.duration.reset();
        held.rows[1].figures.total.reset();
        StatisticsModel model;
        model.setTable(held);
        model.sortBy({{StatisticsModel::Value, Qt::AscendingOrder}});
        QVERIFY(model.index(0, StatisticsModel::P99).data(UncertainRole).toBool());
        QVERIFY(model.index(0, StatisticsModel::P99).data().toString().startsWith(u'~'));
        QCOMPARE(model.index(1, StatisticsModel::P99).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(1, StatisticsModel::Total).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(1, StatisticsModel::Total).data(ExactRole).toString(), QString());
        QVERIFY(model.index(1, StatisticsModel::Total)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("0 of 10")));
    }

    void totalsAreThoseOfAllSpans() {
        StatisticsModel model;
        QVERIFY(!model.headerData(StatisticsModel::Spans, Qt::Horizontal, TotalRole).isValid());
        model.setTable(table());
        QCOMPARE(model.headerData(StatisticsModel::Spans, Qt::Horizontal, TotalRole).toString(),
                 QStringLiteral("70"));
        QCOMPARE(model.headerData(StatisticsModel::Failed, Qt::Horizontal, TotalExactRole).toString(),
                 QStringLiteral("35"));
    }
};

QTEST_APPLESS_MAIN(tst_StatisticsModel)
#include "tst_StatisticsModel.moc"
