#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ScriptCapture.h"
#include "items/TraceModel.h"

using namespace hallway;
using namespace hallway::test;

namespace {

std::vector<TraceItem> items() {
    const auto capture = captureOf(paymentScript());
    return TraceModel::itemsOf(summariseTraces(capture->spans()), capture->spans(), capture->calls(),
                               capture->strings());
}

std::int32_t twoHoursEast(Timestamp) { return 7200; }

} // namespace

class tst_TraceModel : public QObject {
    Q_OBJECT
private slots:
    void keepsTheRulesOfItemModels();
    void aTraceIsNamedAfterItsRoot();
    void failedTracesCarryAMark();
    void localTimeShiftsTheStart();
    void sortsByEveryColumn();
};

void tst_TraceModel::keepsTheRulesOfItemModels() {
    TraceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(items());
    model.setUtcOffset(twoHoursEast);
    model.sort(TraceModel::Length, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 2);
}

void tst_TraceModel::aTraceIsNamedAfterItsRoot() {
    TraceModel model;
    model.setRows(items());
    const QModelIndex first = model.index(0, TraceModel::Subject);
    QCOMPARE(first.data().toString(), "gateway");
    QCOMPARE(first.data(SecondLineRole).toString(), "GET /");
    QCOMPARE(first.data(ExactRole).toString(), model.at(0).id);
    QCOMPARE(model.index(0, TraceModel::Length).data().toString(), QString::fromUtf8("100\u00a0ms"));
    QCOMPARE(model.index(0, TraceModel::Length).data(ExactRole).toString(), "100000000");
    QCOMPARE(model.index(0, TraceModel::Spans).data().toString(), "4");
}

void tst_TraceModel::failedTracesCarryAMark() {
    TraceModel model;
    model.setRows(items());
    model.sort(TraceModel::Failed, Qt::DescendingOrder);
    QCOMPARE(model.index(0, TraceModel::Failed).data().toString(), "4");
    QCOMPARE(model.index(0, TraceModel::Subject).data(HealthRole).toInt(), static_cast<int>(Health::Failing));
    QCOMPARE(model.index(0, TraceModel::Subject).data(Qt::AccessibleTextRole).toString(),
             "gateway GET /, failed");
    QCOMPARE(model.index(1, TraceModel::Subject).data(HealthRole).toInt(), static_cast<int>(Health::Ok));
}

void tst_TraceModel::localTimeShiftsTheStart() {
    TraceModel model;
    model.setRows(items());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QModelIndex start = model.index(0, TraceModel::Start);
    const QString utc = start.data().toString(), exact = start.data(ExactRole).toString();
    QCOMPARE(utc, QString::fromStdString(format::timeOfDay(*model.at(0).trace.start)));
    model.setUtcOffset(twoHoursEast);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(start.data().toString(),
             QString::fromStdString(format::timeOfDay(*model.at(0).trace.start, twoHoursEast)));
    QVERIFY(start.data().toString() != utc);
    QCOMPARE(start.data(ExactRole).toString(), exact); // copies stay in UTC
}

void tst_TraceModel::sortsByEveryColumn() {
    TraceModel model;
    model.setRows(items());
    const TraceRow first = model.at(0).trace.trace;
    model.sort(TraceModel::Start, Qt::DescendingOrder);
    const TraceRow latest = model.at(0).trace.trace;
    model.sort(TraceModel::Start, Qt::AscendingOrder);
    QVERIFY(model.at(0).trace.trace != latest);
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(model.at(0).trace.trace, first);
    QCOMPARE(model.rowOf(TraceRow(99u)), -1);
}

QTEST_GUILESS_MAIN(tst_TraceModel)
#include "tst_TraceModel.moc"
