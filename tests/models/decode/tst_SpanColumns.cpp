#include "decode/SpanColumns.h"

#include <QTest>

#include <map>

using namespace hallway;

namespace {

/// Which column has a field; -1 if none has.
int columnOf(const std::vector<std::string>& names, SpanField field) {
    const auto columns = spanColumns(names);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].field == field) return static_cast<int>(i);
    return -1;
}

} // namespace

class tst_SpanColumns : public QObject {
    Q_OBJECT

private slots:
    void namesInEverySpelling_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("field");
        const auto rows = [](SpanField field, const std::vector<const char*>& names) {
            for (const char* name : names)
                QTest::newRow(name) << QByteArray(name) << static_cast<int>(field);
        };
        rows(SpanField::TraceId, {"TraceId", "trace_id", "traceID", "TRACE ID", "trace.id"});
        rows(SpanField::SpanId, {"SpanId", "span_id", "spanID", "childId"});
        rows(SpanField::ParentId, {"ParentSpanId", "parent_span_id", "ParentID", "ParentSpan", "parentId"});
        rows(SpanField::Service, {"ServiceName", "service", "service.name", "process.serviceName"});
        rows(SpanField::Pod, {"PodName", "pod", "k8s.pod.name"});
        rows(SpanField::Operation, {"OperationName", "operation", "SpanName", "name", "URL"});
        rows(SpanField::Kind, {"SpanKind", "kind", "SpanType", "span.kind"});
        rows(SpanField::StatusCode, {"StatusCode", "status", "otel.status_code"});
        rows(SpanField::Error, {"IsError", "has_error", "error"});
        rows(SpanField::Attribute, {"Component", "http.status_code", "parentDuration", "childDurations",
                                    "state", "SeverityText", "Body", ""});
    }
    void namesInEverySpelling() {
        QFETCH(QByteArray, name);
        QFETCH(int, field);
        const SpanColumn column = spanColumn(name.toStdString());
        QCOMPARE(static_cast<int>(column.field), field);
        QCOMPARE(QByteArray::fromStdString(column.name), name);
    }

    void unitsBehindNames_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("unit");
        const auto row = [](const char* name, SpanField field, TimeUnit unit) {
            QTest::newRow(name) << QByteArray(name) << static_cast<int>(field) << static_cast<int>(unit);
        };
        row("StartTimeUnixNano", SpanField::Start, TimeUnit::Nanoseconds);
        row("EndTimeUnixNano", SpanField::End, TimeUnit::Nanoseconds);
        row("start_us", SpanField::Start, TimeUnit::Microseconds);
        row("startTimeMillis", SpanField::Start, TimeUnit::Milliseconds);
        row("timestamp_ms", SpanField::Start, TimeUnit::Milliseconds);
        row("start_time", SpanField::Start, TimeUnit::Unknown);
        row("Duration (ms)", SpanField::Elapsed, TimeUnit::Milliseconds);
        row("duration [µs]", SpanField::Elapsed, TimeUnit::Microseconds);
        row("durationNano", SpanField::Elapsed, TimeUnit::Nanoseconds);
        row("duration_seconds", SpanField::Elapsed, TimeUnit::Seconds);
        row("Duration", SpanField::Elapsed, TimeUnit::Unknown);
        row("childMS", SpanField::Service, TimeUnit::Unknown); // a microservice, no time
    }
    void unitsBehindNames() {
        QFETCH(QByteArray, name);
        QFETCH(int, field);
        QFETCH(int, unit);
        const SpanColumn column = spanColumn(name.toStdString());
        QCOMPARE(static_cast<int>(column.field), field);
        QCOMPARE(static_cast<int>(column.unit), unit);
    }

    void ofSeveralThatFitTheUsualOneHasTheField() {
        const std::vector<std::string> names{"id",        "trace_id", "span_id",   "name", "operation_name",
                                             "time",      "start",    "timestamp", "URL",  "tags",
                                             "attributes"};
        QCOMPARE(columnOf(names, SpanField::SpanId), 2);
        QCOMPARE(columnOf(names, SpanField::Operation), 4);
        QCOMPARE(columnOf(names, SpanField::Start), 6);
        const auto columns = spanColumns(names);
        QCOMPARE(columns[0].field, SpanField::Attribute);
        QCOMPARE(columns[8].field, SpanField::Attribute);
        QCOMPARE(columns[9].field, SpanField::Attributes); // there may be several maps
        QCOMPARE(columns[10].field, SpanField::Attributes);
    }

    void whereOnlyTheUnusualOneFitsItHasTheField() {
        QCOMPARE(columnOf({"traceId", "id", "parentId"}, SpanField::SpanId), 1);
        QCOMPARE(columnOf({"TraceId", "SpanId", "URL"}, SpanField::Operation), 2);
    }
};

QTEST_APPLESS_MAIN(tst_SpanColumns)
#include "tst_SpanColumns.moc"
