#include <QAbstractItemModelTester>
#include <QTest>

#include "ScriptCapture.h"
#include "analysis/Operations.h"
#include "items/CallModel.h"

using namespace hallway;
using namespace hallway::test;
using namespace std::chrono_literals;

namespace {

std::vector<CallItem> itemsOf(const Capture& capture, std::string_view caller, std::string_view callee) {
    const auto rows =
        worstCalls(edgeNamed(capture, caller, callee), capture.calls(), capture.spans(), {}, 10);
    return CallModel::itemsOf(rows, capture.calls(), capture.spans(), capture.strings());
}

} // namespace

class tst_CallModel : public QObject {
    Q_OBJECT
private slots:
    void keepsTheRulesOfItemModels();
    void showsTheCalleesSpanElseTheCallers();
    void figuresAreShortAndCopiesExact();
    void callsWithoutLatencySortBelowAll();
    void aMillionRowsSortInTime();
};

void tst_CallModel::keepsTheRulesOfItemModels() {
    const auto capture = captureOf(paymentScript());
    CallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(itemsOf(*capture, "gateway", "pay"));
    for (int column = 0; column < model.columnCount(); ++column)
        model.sort(column, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 2);
}

void tst_CallModel::showsTheCalleesSpanElseTheCallers() {
    const auto capture = captureOf(paymentScript());
    QCOMPARE(itemsOf(*capture, "gateway", "pay")[0].operation, "Pay");
    QCOMPARE(itemsOf(*capture, "pay", "acquirer")[0].operation, "POST /charge");
    const CallItem worst = itemsOf(*capture, "pay", "acquirer")[0];
    QVERIFY(worst.failed);
    QCOMPARE(worst.latency, std::optional<Duration>(40ms));
    QCOMPARE(capture->spans().traceOf(worst.span), worst.trace);
}

void tst_CallModel::figuresAreShortAndCopiesExact() {
    const auto capture = captureOf(paymentScript());
    CallModel model;
    model.setRows(itemsOf(*capture, "gateway", "pay"));
    QCOMPARE(model.index(0, CallModel::Latency).data().toString(), QString::fromUtf8("80.0\u00a0ms"));
    QCOMPARE(model.index(0, CallModel::Latency).data(ExactRole).toString(), "80000000");
    QCOMPARE(model.index(0, CallModel::Trace).data(ExactRole).toString(), model.at(0).traceId);
    QCOMPARE(model.index(0, CallModel::Time).data(HealthRole).toInt(), static_cast<int>(Health::Failing));
    QVERIFY(model.index(0, CallModel::Time)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(", failed")); // the mark, spoken
    QVERIFY(!model.index(1, CallModel::Time).data(Qt::AccessibleTextRole).isValid());
    QCOMPARE(model.index(1, CallModel::Time).data(HealthRole).toInt(), static_cast<int>(Health::Ok));
    QVERIFY(model.index(0, CallModel::Time).data(ExactRole).toString().endsWith(u'Z'));
}

void tst_CallModel::callsWithoutLatencySortBelowAll() {
    const auto capture = captureOf(paymentScript());
    auto items = itemsOf(*capture, "gateway", "pay");
    items[1].latency.reset();
    CallModel model;
    model.setRows(items);
    QCOMPARE(model.index(1, CallModel::Latency).data().toString(), "–");
    model.sort(CallModel::Latency, Qt::AscendingOrder);
    QVERIFY(!model.at(0).latency);
}

void tst_CallModel::aMillionRowsSortInTime() {
    std::vector<CallItem> items(1'000'000);
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].latency = Duration((i * 7919) % 1'000'003);
    CallModel model;
    QElapsedTimer timer;
    timer.start();
    model.setRows(std::move(items));
    QVERIFY2(timer.elapsed() < 3'000, "rows must be taken over, not copied one by one");
    model.sort(CallModel::Latency, Qt::DescendingOrder);
    QVERIFY(timer.elapsed() < 30'000);
    QVERIFY(*model.at(0).latency >= *model.at(1).latency);
}

QTEST_GUILESS_MAIN(tst_CallModel)
#include "tst_CallModel.moc"
