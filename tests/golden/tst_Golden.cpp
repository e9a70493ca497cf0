// The fixtures in fixtures/twins hold one story in two formats: two requests to a shop's frontend, which asks
// the cart, which asks redis twice in the first; the second request fails in the cart. All figures in
// *.expected.* were worked out by hand from the start times and durations.
#include "RunHallway.h"

#include <QRegularExpression>
#include <QTest>

using namespace hallway::test;

namespace {

const QString twins = QStringLiteral(HALLWAY_FIXTURES "/twins");
const QString trace = QStringLiteral("0000000000000000000000000000abc1");

/// The list of sources is what differs between the twins.
QByteArray withoutSources(const QByteArray& json) {
    static const QRegularExpression sources(QStringLiteral("\"sources\": \\[.*?\\n  \\]"),
                                            QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(json).replace(sources, QStringLiteral("\"sources\": []")).toUtf8();
}

} // namespace

class tst_Golden : public QObject {
    Q_OBJECT

private slots:
    void bothFormatsGiveTheExpectedBytes_data() {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QStringList>("files");
        for (const char* verb : {"edges", "services", "traces"}) {
            QTest::addRow("%s of OTLP", verb) << verb << QStringList{"otlp.json"};
            QTest::addRow("%s of Jaeger", verb) << verb << QStringList{"jaeger.json"};
            QTest::addRow("%s of a table", verb) << verb << QStringList{"spans.csv"};
            QTest::addRow("%s of ClickHouse rows", verb) << verb << QStringList{"clickhouse.jsonl"};
            QTest::addRow("%s of a ClickHouse table", verb) << verb << QStringList{"clickhouse.tsv"};
            QTest::addRow("%s of .NET's console", verb) << verb << QStringList{"dotnet.txt"};
            QTest::addRow("%s of OTLP in gzip", verb) << verb << QStringList{"otlp.json.gz"};
            QTest::addRow("%s of Jaeger in zstd", verb) << verb << QStringList{"jaeger.json.zst"};
            for (const char* zipkin : {"zipkin2.json", "zipkin2-shared.jsonl", "zipkin1.json"})
                QTest::addRow("%s of %s", verb, zipkin) << verb << QStringList{zipkin};
            for (const char* stored :
                 {"jaeger-es.jsonl", "jaeger-es-dump.jsonl", "jaeger-es-hits.json", "jaeger-es-bulk.ndjson",
                  "jaeger-proto.json", "opensearch-bulk.ndjson", "opensearch-nested.json",
                  "elastic-intake.ndjson", "elastic-documents.jsonl"})
                QTest::addRow("%s of %s", verb, stored) << verb << QStringList{stored};
            QTest::addRow("%s of two parts", verb) << verb << QStringList{"part-1.json", "part-2.json"};
            QTest::addRow("%s of two parts, the other way", verb)
                << verb << QStringList{"part-2.json", "part-1.json"};
        }
    }

    void bothFormatsGiveTheExpectedBytes() {
        QFETCH(const QString, verb);
        QFETCH(const QStringList, files);
        const HallwayRunner hallway;
        const Ran json = hallway.run(QStringList{verb} + files + QStringList{"--format", "json"}, {}, twins);
        QCOMPARE(json.exit, 0);
        QCOMPARE(withoutSources(json.out), HallwayRunner::read(twins + "/" + verb + ".expected.json"));
        const Ran csv = hallway.run(QStringList{verb} + files + QStringList{"--format", "csv"}, {}, twins);
        QCOMPARE(csv.out, HallwayRunner::read(twins + "/" + verb + ".expected.csv"));
        const Ran table = hallway.run(QStringList{verb} + files, {}, twins);
        QCOMPARE(table.out, HallwayRunner::read(twins + "/" + verb + ".expected.txt"));
        QCOMPARE(table.err, QByteArray());
    }

    void aCaptureFromTheCacheGivesTheSameBytes() {
        const HallwayRunner hallway;
        const Ran first = hallway.run({"edges", "otlp.json", "--format", "json"}, {}, twins);
        const Ran second = hallway.run({"edges", "otlp.json", "--format", "json"}, {}, twins);
        QCOMPARE(second.exit, 0);
        QCOMPARE(second.out, first.out);
    }

    void anExportedCaptureGivesTheSameBytes() {
        const HallwayRunner hallway;
        const QTemporaryDir folder;
        const QString target = folder.filePath("twin.hallway");
        QCOMPARE(hallway.run({"import", "otlp.json", "-o", target}, {}, twins).exit, 0);
        const Ran fromFile = hallway.run({"edges", "otlp.json", "--format", "json"}, {}, twins);
        const Ran fromCapture = hallway.run({"edges", target, "--format", "json"}, {}, twins);
        QCOMPARE(fromCapture.exit, 0);
        QCOMPARE(fromCapture.out, fromFile.out);
    }

    void oneTraceIsPrintedWithAllItsTimes() {
        const HallwayRunner hallway;
        const Ran json = hallway.run({"trace", "otlp.json", trace, "--format", "json"}, {}, twins);
        QCOMPARE(json.exit, 0);
        QCOMPARE(json.out, HallwayRunner::read(twins + "/trace.expected.json"));
        QCOMPARE(hallway.run({"trace", "otlp.json", trace}, {}, twins).out,
                 HallwayRunner::read(twins + "/trace.expected.txt"));
    }

    void aRangeLeavesOutWhatIsOutside() {
        // Only the second request: from one second after the first began.
        const HallwayRunner hallway;
        const Ran ran = hallway.run(
            {"edges", "otlp.json", "--from", "2023-11-14T22:13:21Z", "--format", "csv"}, {}, twins);
        const QList<QByteArray> lines = ran.out.split('\n');
        QCOMPARE(lines.size(), 4); // titles, two edges, the end
        QVERIFY(lines[1].startsWith("frontend,cart,rpc,1,1,1,1,"));
        QVERIFY(lines[2].startsWith("user,frontend,rpc,1,1,0,1,"));
        const Ran services = hallway.run(
            {"services", "otlp.json", "--to", "1700000000000000000", "--format", "csv"}, {}, twins);
        QCOMPARE(services.out.split('\n')[1], QByteArray("cart,,service,0,0,,,,,,,,,"));
    }

    void aTraceIsListedWhenAnySpanOverlapsTheRange() {
        const HallwayRunner hallway;
        const auto tracesIn = [&](const QString& from, const QString& to) {
            return hallway
                       .run({"traces", "otlp.json", "--from", from, "--to", to, "--format", "csv"}, {}, twins)
                       .out.count('\n') -
                   1;
        };
        QCOMPARE(tracesIn("1700000000099999999", "1700000000100000000"), 1); // within the first
        QCOMPARE(tracesIn("1700000000100000000", "1700000001000000000"), 0); // between the two
        QCOMPARE(tracesIn("1700000000000000000", "1700000001000000001"), 2);
    }
};

QTEST_GUILESS_MAIN(tst_Golden)
#include "tst_Golden.moc"
