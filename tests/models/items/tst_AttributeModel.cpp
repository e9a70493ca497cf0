#include <QAbstractItemModelTester>
#include <QTest>

#include "items/AttributeModel.h"
#include "items/Roles.h"

using namespace hallway;
using namespace std::chrono_literals;

namespace {

NamedValue text(std::string key, std::string value) {
    NamedValue result;
    result.key = std::move(key);
    result.type = ValueType::Text;
    result.text = std::move(value);
    return result;
}

SpanInspection failedSpan() {
    SpanInspection span;
    span.service = "pay";
    span.operation = "Pay";
    span.traceId = "0123456789abcdef0123456789abcdef";
    span.spanId = "0123456789abcdef";
    span.kind = SpanKind::Client;
    span.status = SpanStatus::Error;
    span.statusMessage = "no answer";
    span.start = timestampOf(1'700'000'000'000'000'000);
    span.duration = 80ms;
    span.attributes = {text("http.method", "POST"), text("html", "<b>x</b>\ny")};
    span.resource = {text("host.name", "node-6")};
    EventDetails event;
    event.name = "exception";
    event.time = *span.start + 70ms;
    event.attributes = {text("exception.stacktrace", "a\n\tat b")};
    span.events = {event};
    SpanLinkItem here, gone;
    here.traceId = "aaaa0000aaaa0000aaaa0000aaaa0000";
    here.trace = TraceRow(3u);
    here.span = SpanRow(7u);
    gone.traceId = "bbbb0000bbbb0000bbbb0000bbbb0000";
    span.links = {here, gone};
    return span;
}

QStringList sections(const AttributeModel& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.at(row).kind == AttributeModel::Kind::Section) names << model.at(row).name;
    return names;
}

int rowNamed(const AttributeModel& model, const QString& name) {
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.at(row).name == name) return row;
    return -1;
}

} // namespace

class tst_AttributeModel : public QObject {
    Q_OBJECT
private slots:
    void keepsTheRulesOfItemModels();
    void whatTheSpanHoldsIsGrouped();
    void emptyGroupsAreLeftOut();
    void copyingGivesTheExactValue();
    void exceptionsStandOut();
    void linksLeadToWhatIsImported();
    void aFilterKeepsHeadingsOfWhatItFinds();
    void aMatchingEventKeepsItsAttributes();
    void nothingFoundIsKnown();
    void headingsCannotBeSelected();
};

void tst_AttributeModel::keepsTheRulesOfItemModels() {
    AttributeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSpan(failedSpan());
    model.setFilter("node");
    model.setUtcOffset([](Timestamp) { return 3600; });
    model.setFilter({});
    model.setSpan(std::nullopt);
    QCOMPARE(model.rowCount(), 0);
}

void tst_AttributeModel::whatTheSpanHoldsIsGrouped() {
    AttributeModel model;
    model.setSpan(failedSpan());
    QCOMPARE(sections(model), (QStringList{"Attributes", "Events", "Links", "Span", "Resource"}));
    QCOMPARE(model.at(rowNamed(model, "http.method")).value, "POST");
    QCOMPARE(model.at(rowNamed(model, "kind")).value, "client");
    QCOMPARE(model.at(rowNamed(model, "duration")).value, QString::fromUtf8("80.0\u00a0ms"));
    QCOMPARE(model.at(rowNamed(model, "duration")).exactValue, "80000000");
    QCOMPARE(model.at(rowNamed(model, "start")).value, "14 Nov 2023 22:13:20.000 UTC");
    QVERIFY(model.at(rowNamed(model, "status")).hurts);
}

void tst_AttributeModel::emptyGroupsAreLeftOut() {
    AttributeModel model;
    SpanInspection span;
    span.service = "pay";
    model.setSpan(span);
    QCOMPARE(sections(model), QStringList{"Span"});
}

void tst_AttributeModel::copyingGivesTheExactValue() {
    AttributeModel model;
    SpanInspection span = failedSpan();
    span.attributes = {text("bell", "a\x07"
                                    "b")};
    model.setSpan(span);
    const int row = rowNamed(model, "bell");
    QCOMPARE(model.at(row).value, QString::fromUtf8("a\ufffd"
                                                    "b"));
    QCOMPARE(model.index(row, 0).data(ExactRole).toString(), QString("a\x07"
                                                                     "b"));
    QCOMPARE(model.index(row, 0).data(Qt::AccessibleTextRole).toString(), QString::fromUtf8("bell = a\ufffd"
                                                                                            "b"));
}

void tst_AttributeModel::exceptionsStandOut() {
    AttributeModel model;
    model.setSpan(failedSpan());
    const AttributeModel::Row& event = model.at(rowNamed(model, "exception"));
    QVERIFY(event.hurts);
    QCOMPARE(event.value, QString::fromUtf8("+70.0\u00a0ms"));
    const AttributeModel::Row& stack = model.at(rowNamed(model, "exception.stacktrace"));
    QVERIFY(stack.isText);
    QCOMPARE(stack.depth, 1);
    QCOMPARE(stack.value, "a\n    at b");
    QCOMPARE(stack.exactValue, "a\n\tat b");
}

void tst_AttributeModel::linksLeadToWhatIsImported() {
    AttributeModel model;
    model.setSpan(failedSpan());
    QCOMPARE(model.at(rowNamed(model, "trace aaaa0000")).target,
             std::optional(std::pair(TraceRow(3u), SpanRow(7u))));
    const AttributeModel::Row& gone = model.at(rowNamed(model, "trace bbbb0000"));
    QVERIFY(!gone.target);
    QCOMPARE(gone.value, "not in this capture");
}

void tst_AttributeModel::aFilterKeepsHeadingsOfWhatItFinds() {
    AttributeModel model;
    model.setSpan(failedSpan());
    model.setFilter("NODE-6");
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.at(0).name, "Resource");
    QCOMPARE(model.at(1).name, "host.name");
    model.setFilter("stacktrace"); // below an event: both headings
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.at(1).name, "exception");
}

void tst_AttributeModel::aMatchingEventKeepsItsAttributes() {
    AttributeModel model;
    SpanInspection span = failedSpan();
    span.events[0].attributes = {text("reason", "why")};
    model.setSpan(span);
    model.setFilter("exception");
    QVERIFY(rowNamed(model, "reason") >= 0);
    QCOMPARE(sections(model), QStringList{"Events"});
}

void tst_AttributeModel::nothingFoundIsKnown() {
    AttributeModel model;
    QVERIFY(!model.hidesAll());
    model.setSpan(failedSpan());
    model.setFilter("no such thing");
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.hidesAll());
}

void tst_AttributeModel::headingsCannotBeSelected() {
    AttributeModel model;
    model.setSpan(failedSpan());
    QVERIFY(!model.flags(model.index(0, 0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(model.flags(model.index(1, 0)).testFlag(Qt::ItemIsSelectable));
}

QTEST_GUILESS_MAIN(tst_AttributeModel)
#include "tst_AttributeModel.moc"
