#include "Decoded.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <map>
#include <string>

using namespace hallway;

namespace {

QString folder() {
    const QString named = qEnvironmentVariable("HALLWAY_SHARED_DATA");
    return named.isEmpty() ? QStringLiteral(HALLWAY_SHARED_DATA) : named;
}

/// Spans each file holds, as the list beside the files states them.
std::map<QString, qulonglong> statedSpans() {
    std::map<QString, qulonglong> spans;
    QFile list(folder() + "/MANIFEST.tsv");
    if (!list.open(QIODevice::ReadOnly)) return spans;
    const QStringList header = QString::fromUtf8(list.readLine()).trimmed().split('\t');
    const auto path = header.indexOf("path");
    const auto count = header.indexOf("spans");
    while (!list.atEnd()) {
        const QStringList fields = QString::fromUtf8(list.readLine()).split('\t');
        if (fields.size() > count) spans[fields[path]] = fields[count].toULongLong();
    }
    return spans;
}

bool isReadable(const QString& path) {
    return path.startsWith("jaeger/") || path.startsWith("otlp-json") || path.startsWith("otlp-pb/") ||
           path.startsWith("tempo/") || path.startsWith("zipkin") || path.startsWith("sdk-console/") ||
           path.startsWith("csv/") || path.startsWith("jaeger-es/") || path.startsWith("opensearch-spans/");
}

} // namespace

// Real exports of many tools, where they are at hand: what can be read is read whole, the rest is refused by
// name.
class tst_SharedData : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!QDir(folder()).exists()) QSKIP("no folder of real exports here");
    }

    void everyFile_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<qlonglong>("spans"); // -1: refused
        for (const auto& [path, spans] : statedSpans()) {
            qlonglong expected = isReadable(path) ? static_cast<qlonglong>(spans) : -1;
            // Two files whose content is readable although their folder calls them something else.
            if (path.endsWith("otel-raw.jsonl")) expected = 281;
            if (path.endsWith("mockTraces.ts")) expected = 20;
            if (path.endsWith("pxi_suggestion_traces.json")) expected = 31;
            if (path.endsWith("pxi_turn_subagent_trace.json")) expected = 38;
            if (path.endsWith("pxi_turn_trace.json")) expected = 18;
            if (path.endsWith("signoz_response_spans.json")) expected = 7;
            if (path.endsWith("alloy__payload.json")) expected = 2;
            if (path.endsWith("arrow__2_traces.json")) expected = 35;
            if (path.endsWith("arrow__single_trace.json")) expected = 1;
            if (path.endsWith("apm-data__heavy.ndjson")) expected = 960;
            if (path.endsWith("apm-data__span-links.ndjson")) expected = 2;
            if (path.endsWith("apm-data__transactions_spans.ndjson")) expected = 9;
            if (path.endsWith("jaegerproto_batch_01.json")) expected = 1;
            if (path.endsWith("jaegerproto_batch_02.json")) expected = 3;
            // Pairs of a child and its parent: 640 children, whose 20 roots have no row of their own.
            if (path.endsWith("DeathStarBench__trace.csv")) expected = 640;
            QTest::newRow(path.toUtf8().constData()) << path << expected;
        }
    }
    void everyFile() {
        QFETCH(QString, path);
        QFETCH(qlonglong, spans);
        const auto source = openForReading((folder() + '/' + path).toStdString());
        QVERIFY(source.has_value());
        const Decoded decoded(**source);
        if (spans < 0) {
            QVERIFY(!decoded.file().has_value());
            QCOMPARE(decoded.file().error().code, ErrorCode::UnsupportedFormat);
            QVERIFY(!decoded.file().error().arguments.at(1).empty());
            return;
        }
        QVERIFY(decoded.file().has_value());
        QCOMPARE(static_cast<qlonglong>(decoded.file()->spans), spans);
        // Of Zipkin, records of one span are one, and one of version 1 may be two.
        if (!path.startsWith("zipkin")) QCOMPARE(static_cast<qlonglong>(decoded.size()), spans);
        for (std::size_t i = 0; i < decoded.size(); ++i) {
            QVERIFY(!decoded.span(i).trace.isZero() && !decoded.span(i).id.isZero());
            QVERIFY(decoded.span(i).resource.valid() && decoded.span(i).scope.valid());
        }
        // A tiny window reads the same.
        const auto again = openForReading((folder() + '/' + path).toStdString());
        const Decoded windowed(**again, {256, std::size_t{1} << 20});
        QCOMPARE(windowed.everything(), decoded.everything());
        QCOMPARE(windowed.problems(), decoded.problems());
    }

    void whatIsBrokenOnPurposeIsSaid_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("problems");
        QTest::newRow("malformed") << "malformed.json" << QByteArray("truncated-file×1 skipped-signal×1");
        QTest::newRow("base64") << "trace_invalid_base64.json" << QByteArray("opaque-id×1");
        QTest::newRow("kind") << "trace_invalid_kind.json" << QByteArray("unknown-kind×1");
        QTest::newRow("encoding") << "trace_mixed_encoding.json" << QByteArray("opaque-id×1");
    }
    void whatIsBrokenOnPurposeIsSaid() {
        QFETCH(QString, name);
        QFETCH(QByteArray, problems);
        const auto source =
            openForReading((folder() + "/otlp-json/invalid/smithclay__otlp2parquet__" + name).toStdString());
        QVERIFY(source.has_value());
        QCOMPARE(QByteArray::fromStdString(Decoded(**source).problems()), problems);
    }
};

QTEST_GUILESS_MAIN(tst_SharedData)
#include "tst_SharedData.moc"
