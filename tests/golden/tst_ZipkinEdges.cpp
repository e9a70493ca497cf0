// From Zipkin files to edges: calls.md rules 1, 3, 11 to 14 on what formats.md 4.1 describes. Every figure
// was worked out by hand.
#include "RunHallway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace hallway::test;

namespace {

/// A span of `trace`; times in µs.
QByteArray span(const char* trace, const char* id, const char* parent, const char* kind, const char* service,
                int start, int duration, const char* further = "") {
    QByteArray text = QByteArrayLiteral("{\"traceId\":\"") + trace + "\",\"id\":\"" + id + "\"";
    if (*parent != '\0') text += QByteArrayLiteral(",\"parentId\":\"") + parent + "\"";
    if (*kind != '\0') text += QByteArrayLiteral(",\"kind\":\"") + kind + "\"";
    if (*service != '\0')
        text += QByteArrayLiteral(",\"localEndpoint\":{\"serviceName\":\"") + service + "\"}";
    text += ",\"timestamp\":" + QByteArray::number(1700000000000000 + start);
    if (duration > 0) text += ",\"duration\":" + QByteArray::number(duration);
    return text + further + "}";
}

QString microseconds(const QJsonValue& distribution) {
    return distribution.isNull() ? "-" : QString::number(distribution["p50"].toInteger() / 1000);
}

/// Files in a folder of their own, and what `hallway edges` says of them.
class Files {
public:
    explicit Files(const QList<QByteArray>& files) {
        for (const QByteArray& spans : files) {
            QFile file(m_folder.filePath(QString::number(m_names.size()) + ".json"));
            if (file.open(QIODevice::WriteOnly)) file.write("[" + spans + "]");
            m_names << file.fileName();
        }
        QStringList backwards = m_names;
        std::reverse(backwards.begin(), backwards.end());
        m_edges = read(m_names);
        m_backwards = read(backwards);
    }

    [[nodiscard]] int figure(const char* name) const { return m_edges["capture"][name].toInt(); }
    /// `caller>callee:class×calls client/server`, in µs, for each edge.
    [[nodiscard]] QString edges() const { return lines(m_edges); }
    [[nodiscard]] bool sameBackwards() const {
        return lines(m_edges) == lines(m_backwards) && m_edges["nodes"] == m_backwards["nodes"];
    }
    [[nodiscard]] QStringList problems() const {
        QStringList all;
        for (const QJsonValue& source : m_edges["capture"]["sources"].toArray())
            for (const QJsonValue& problem : source["problems"].toArray())
                all << problem["code"].toString();
        return all;
    }

private:
    [[nodiscard]] static QJsonObject read(const QStringList& files) {
        const Ran ran =
            HallwayRunner().run(QStringList{"edges", "--with-orphans", "--format", "json"} + files);
        return QJsonDocument::fromJson(ran.out).object();
    }
    [[nodiscard]] static QString lines(const QJsonObject& edges) {
        QStringList all;
        for (const QJsonValue& edge : edges["edges"].toArray())
            all << edge["caller"].toString() + ">" + edge["callee"].toString() + ":" +
                       edge["class"].toString() + "×" + QString::number(edge["calls"].toInt()) + " " +
                       microseconds(edge["client_ns"]) + "/" + microseconds(edge["server_ns"]);
        return all.join(", ");
    }

    QTemporaryDir m_folder;
    QStringList m_names;
    QJsonObject m_edges, m_backwards;
};

} // namespace

class tst_ZipkinEdges : public QObject {
    Q_OBJECT

private slots:
    void case87_aSharedSpanIsOneCallWithBothSides_data() {
        QTest::addColumn<QByteArray>("flag");
        QTest::newRow("said") << QByteArrayLiteral(",\"shared\":true");
        QTest::newRow("not said") << QByteArray();
    }
    void case87_aSharedSpanIsOneCallWithBothSides() {
        QFETCH(QByteArray, flag);
        const Files files(
            {span("aa", "01", "", "SERVER", "front", 0, 100) + "," +
             span("aa", "02", "01", "CLIENT", "front", 10, 60) + "," +
             span("aa", "02", "01", "SERVER", "back", 20, 40, flag.constData()) + "," +
             span("aa", "03", "02", "CLIENT", "back", 25, 5,
                  ",\"remoteEndpoint\":{\"serviceName\":\"db1\"},\"tags\":{\"sql.query\":\"q\"}")});
        QCOMPARE(files.edges(),
                 QString("back>db1:database×1 5/-, front>back:rpc×1 60/40, user>front:rpc×1 -/100"));
        QCOMPARE(files.figure("spans"), 4);
        QCOMPARE(files.problems(), QStringList());
    }

    void severalServersMayShareTheIdOfOneClient() {
        const Files files(
            {span("aa", "02", "", "CLIENT", "front", 10, 60) + "," +
             span("aa", "02", "", "SERVER", "b1", 20, 30, ",\"shared\":true") + "," +
             span("aa", "02", "", "SERVER", "b2", 21, 40, ",\"shared\":true") + "," +
             span("aa", "03", "02", "CLIENT", "b2", 25, 5, ",\"remoteEndpoint\":{\"serviceName\":\"x\"}")});
        // The client's side goes to the call that ends last (rule 8).
        QCOMPARE(files.edges(), QString("b2>x:external×1 5/-, front>b1:rpc×1 -/30, front>b2:rpc×1 60/40"));
    }

    void aSharedServerWhoseClientIsNotThereHangsOnTheClientsParent() {
        const Files files({span("aa", "01", "", "SERVER", "front", 0, 100) + "," +
                           span("aa", "02", "01", "SERVER", "back", 20, 40, ",\"shared\":true")});
        QCOMPARE(files.edges(), QString("front>back:unpaired×1 -/40, user>front:rpc×1 -/100"));
    }

    void case88_partsOfOneSpanAreOneCall() {
        const Files files({span("aa", "01", "", "SERVER", "front", 0, 100) + "," +
                           span("aa", "02", "01", "CLIENT", "front", 10, 0) + "," +
                           "{\"traceId\":\"aa\",\"id\":\"02\",\"duration\":60,\"tags\":{\"error\":\"\"},"
                           "\"localEndpoint\":{\"serviceName\":\"front\",\"ipv4\":\"10.0.0.1\"},"
                           "\"remoteEndpoint\":{\"serviceName\":\"back\"}}"});
        QCOMPARE(files.edges(), QString("front>back:external×1 60/-, user>front:rpc×1 -/100"));
        QCOMPARE(files.figure("spans"), 2);
        QCOMPARE(files.figure("duplicates"), 0);
    }

    void partsInDifferentFilesAreDifferentSpansInAnyOrder() {
        const Files files({span("aa", "01", "", "SERVER", "front", 0, 100),
                           "{\"traceId\":\"aa\",\"id\":\"01\",\"tags\":{\"k\":\"v\"},"
                           "\"localEndpoint\":{\"serviceName\":\"front\"}}"});
        QCOMPARE(files.figure("spans"), 2);
        QVERIFY(files.problems().contains("id-collision"));
        QVERIFY(files.sameBackwards());
    }

    void aFileGivenTwiceAddsNothing() {
        const QByteArray file = span("aa", "01", "", "SERVER", "front", 0, 100) + "," +
                                "{\"traceId\":\"aa\",\"id\":\"01\",\"tags\":{\"k\":\"v\"}}";
        const Files files({file, file});
        QCOMPARE(files.figure("spans"), 1);
        QCOMPARE(files.figure("duplicates"), 1);
    }

    void case91_traceIdsOfTwoLengthsAreOneTraceOverAllFiles() {
        const QByteArray shortOnes = span("bbbbbbbbbbbbbbbb", "01", "", "SERVER", "front", 0, 100) + "," +
                                     span("bbbbbbbbbbbbbbbb", "02", "01", "CLIENT", "front", 10, 60);
        const QByteArray longOnes =
            span("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb", "03", "02", "SERVER", "back", 20, 40);
        const QString expected = "front>back:rpc×1 60/40, user>front:rpc×1 -/100";
        const Files together({shortOnes + "," + longOnes});
        QCOMPARE(together.edges(), expected);
        QCOMPARE(together.figure("traces"), 1);
        const Files apart({shortOnes, longOnes});
        QCOMPARE(apart.edges(), expected);
        QCOMPARE(apart.figure("traces"), 1);
        QVERIFY(apart.sameBackwards());
    }

    void aShortIdThatEndsSeveralLongOnesStaysApart() {
        const Files files({span("bbbbbbbbbbbbbbbb", "01", "", "SERVER", "front", 0, 100) + "," +
                           span("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb", "02", "01", "SERVER", "back", 20, 40) +
                           "," +
                           span("ccccccccccccccccbbbbbbbbbbbbbbbb", "03", "01", "SERVER", "back", 20, 40)});
        QCOMPARE(files.figure("traces"), 3);
        QCOMPARE(files.figure("orphans"), 2);
    }

    void otherFormatsKeepTheirShortTraceIds() {
        const auto otlp = [](const char* trace, const char* id, const char* parent) {
            return QByteArrayLiteral("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"") +
                   trace + "\",\"spanId\":\"" + id + "\",\"parentSpanId\":\"" + parent +
                   "\",\"startTimeUnixNano\":\"1700000000000000000\",\"endTimeUnixNano\":"
                   "\"1700000000000000001\"}]}]}]}";
        };
        const Files files({otlp("bbbbbbbbbbbbbbbb", "0000000000000001", "") + "," +
                           otlp("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb", "0000000000000002", "0000000000000001")});
        QCOMPARE(files.figure("traces"), 2);
    }

    void case92_aRootServerThatNamesItsCallerIsCalledByIt() {
        const Files files({span("aa", "01", "", "SERVER", "front", 0, 100,
                                ",\"remoteEndpoint\":{\"serviceName\":\"mobile\"}") +
                           "," +
                           span("ab", "02", "", "SERVER", "front", 0, 50,
                                ",\"remoteEndpoint\":{\"ipv4\":\"10.0.0.9\",\"port\":5}")});
        QCOMPARE(files.edges(), QString("mobile>front:rpc×1 -/100, user>front:rpc×1 -/50"));
    }

    void aHeadlessTraceIsNobodysCall() {
        const Files files({span("aa", "02", "01", "SERVER", "back", 20, 40) + "," +
                           span("aa", "03", "02", "", "back", 25, 5)});
        QCOMPARE(files.edges(), QString("(missing parent)>back:unpaired×1 -/40"));
        QCOMPARE(files.figure("orphans"), 1);
    }

    void aMessageGoesThroughItsBroker() {
        const QByteArray producer = span("aa", "01", "", "PRODUCER", "shop", 0, 10,
                                         ",\"remoteEndpoint\":{\"serviceName\":\"kafka\"}");
        QCOMPARE(Files({producer}).edges(), QString("shop>kafka:messaging×1 10/-"));
        QCOMPARE(Files({producer + "," + span("aa", "02", "01", "CONSUMER", "mail", 50, 20)}).edges(),
                 QString("shop>mail:messaging×1 10/20"));
    }
};

QTEST_GUILESS_MAIN(tst_ZipkinEdges)
#include "tst_ZipkinEdges.moc"
