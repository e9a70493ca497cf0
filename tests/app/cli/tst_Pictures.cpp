// Pictures from the command line: there without a display, of the format their name says, replaced in one
// step.
#include "RunHallway.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace hallway::test;

namespace {

const QString twins = QStringLiteral(HALLWAY_TWINS);

bool isXml(const QByteArray& bytes) {
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

} // namespace

class tst_Pictures : public QObject {
    Q_OBJECT

private:
    HallwayRunner hallway;
    QTemporaryDir folder;

    [[nodiscard]] QString target(const QString& name) const { return folder.filePath(name); }

private slots:
    void initTestCase() { hallway.environment().insert("SOURCE_DATE_EPOCH", "1700000000"); }

    void nothingThatWasReadIsWrittenOver() {
        const QString path = target("export.json");
        QVERIFY(QFile::copy(twins + "/otlp.json", path));
        const Ran ran = hallway.run({"graph", path, "-o", path}, {}, twins);
        QCOMPARE(ran.exit, 2);
        QVERIFY(ran.err.contains("another file than the ones read"));
    }

    void aTraceOfTheLongestTimesIsDrawn() {
        const QString path = target("long.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"00000000000000000000000000000001",)"
            R"("spanId":"0000000000000001","name":"op","startTimeUnixNano":"1",)"
            R"("endTimeUnixNano":"9223372036854775807"}]}]}]})");
        file.close();
        QCOMPARE(hallway.run({"trace", path, "1", "-o", target("long.svg")}, {}, twins).exit, 0);
    }

    void everyVerbDraws_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("graph") << QStringList{"graph", "otlp.json"};
        QTest::newRow("graph, dark") << QStringList{"graph", "otlp.json", "--theme",
                                                    "dark",  "--label",   "fan-out"};
        QTest::newRow("graph, focus")
            << QStringList{"graph", "otlp.json", "--focus", "cart", "--hops", "1", "--min-calls", "2"};
        QTest::newRow("graph, nothing in range") << QStringList{"graph", "otlp.json", "--to", "1"};
        QTest::newRow("heatmap") << QStringList{"heatmap", "otlp.json", "--edge", "frontend:cart"};
        QTest::newRow("heatmap, nothing in range")
            << QStringList{"heatmap", "otlp.json", "--edge", "frontend:cart", "--to", "1"};
        QTest::newRow("trace") << QStringList{"trace", "otlp.json", "abc1"};
    }

    void everyVerbDraws() {
        QFETCH(const QStringList, arguments);
        for (const char* ending : {"png", "SVG", "pdf"}) {
            const QString path = target(QString("x.") + ending);
            const Ran ran = hallway.run(arguments + QStringList{"-o", path}, {}, twins);
            QCOMPARE(ran.exit, 0);
            QCOMPARE(ran.out, QByteArray());
            QCOMPARE(ran.err, QByteArray());
            QVERIFY(QFile::exists(path));
        }
        QVERIFY(!QImage(target("x.png")).isNull());
        QVERIFY(isXml(HallwayRunner::read(target("x.SVG"))));
        QVERIFY(HallwayRunner::read(target("x.pdf")).startsWith("%PDF"));
    }

    void scaleCountsDevicePixels() {
        QVERIFY(hallway.run({"graph", "otlp.json", "-o", target("1.png"), "--scale", "1"}, {}, twins).exit ==
                0);
        QVERIFY(hallway.run({"graph", "otlp.json", "-o", target("3.png"), "--scale", "3"}, {}, twins).exit ==
                0);
        QCOMPARE(QImage(target("3.png")).width(), 3 * QImage(target("1.png")).width());
    }

    void twoRunsGiveTheSameBytes() {
        for (const char* name : {"a.svg", "b.svg", "a.json", "b.json", "a.dot", "b.dot"})
            QCOMPARE(hallway.run({"graph", "otlp.json", "-o", target(name)}, {}, twins).exit, 0);
        for (const char* ending : {"svg", "json", "dot"})
            QCOMPARE(HallwayRunner::read(target(QString("b.") + ending)),
                     HallwayRunner::read(target(QString("a.") + ending)));
    }

    void theGraphAsJsonHasFiguresAndPlaces() {
        const Ran ran = hallway.run({"graph", "otlp.json", "--format", "json"}, {}, twins);
        QCOMPARE(ran.exit, 0);
        const QJsonObject graph = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(graph["schema"].toString(), "hallway.graph/1");
        QCOMPARE(graph["nodes"].toArray().size(), 4);
        for (const auto& node : graph["nodes"].toArray())
            QVERIFY(node.toObject()["position"].toObject()["width"].toDouble() > 0);
        QCOMPARE(graph["edges"][1]["calls"].toInt(), 2);
        QCOMPARE(graph["edges"][1]["curve"].toArray().size() % 3, 1);
    }

    void namesInDotAreMereText() {
        const QByteArray name = "a\\\\\\\"];evil[&lt;\\\\N"; // as JSON: a\"];evil[&lt;\N
        const QByteArray input =
            "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{"
            "\"stringValue\":\"" +
            name +
            "\"}}]},\"scopeSpans\":[{\"spans\":[{\"traceId\":\"0000000000000000000000000000abcd\","
            "\"spanId\":\"00000000000000a1\",\"name\":\"op\",\"kind\":2,\"startTimeUnixNano\":"
            "\"1700000000000000000\","
            "\"endTimeUnixNano\":\"1700000000001000000\"}]}]}]}";
        const Ran ran = hallway.run({"graph", "-", "--format", "dot"}, input);
        QCOMPARE(ran.exit, 0);
        const QByteArray expected = "[label=\"a\\\\\\\"];evil[&amp;lt;\\\\N\", shape=box]";
        QVERIFY2(ran.out.contains(expected), ran.out.constData());
    }

    void anOldFileIsReplacedAndNothingElseIsLeft() {
        const QTemporaryDir place;
        const QString path = place.filePath("graph.png");
        QVERIFY(HallwayRunner::write(path, "old"));
        QCOMPARE(hallway.run({"graph", "otlp.json", "-o", path}, {}, twins).exit, 0);
        QVERIFY(!QImage(path).isNull());
        QCOMPARE(QDir(place.path()).entryList(QDir::Files), QStringList{"graph.png"});
    }

    void aFolderThatIsNotThereIsThree() {
        const Ran ran = hallway.run({"graph", "otlp.json", "-o", target("no/where.png")}, {}, twins);
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.err.count('\n'), 1);
        QCOMPARE(hallway.run({"graph", "otlp.json", "-o", target("no/where.dot")}, {}, twins).exit, 3);
    }
};

QTEST_GUILESS_MAIN(tst_Pictures)
#include "tst_Pictures.moc"
