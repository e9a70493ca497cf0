// Zipkin's JSON of version 2 (formats.md 4.1, cases 87 to 92).
#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

/// A span of the trace `aa` with these further members.
std::string span(const std::string& id, const std::string& members) {
    return "{\"traceId\":\"00000000000000aa\",\"id\":\"" + id + "\"" + (members.empty() ? "" : ",") +
           members + "}";
}

const std::string root =
    R"({"traceId":"00000000000000aa","id":"0000000000000001","name":"get /","kind":"SERVER","timestamp":1700000000000000,"duration":100,"localEndpoint":{"serviceName":"front","ipv4":"10.0.0.1","port":8080},"remoteEndpoint":{"ipv6":"::1","port":54602},"tags":{"http.method":"GET"}})";
const std::string child =
    R"({"traceId":"00000000000000aa","parentId":"0000000000000001","id":"0000000000000002","name":"ask","kind":"CLIENT","timestamp":1700000000000010,"duration":20,"debug":true,"localEndpoint":{"serviceName":"front","ipv4":"10.0.0.1","ipv6":"::2"},"remoteEndpoint":{"serviceName":"back","ipv4":"10.0.0.2","port":9000},"annotations":[{"timestamp":1700000000000015,"value":"{'wire':{'bytes':3}}"}],"tags":{}})";

} // namespace

class tst_Zipkin : public QObject {
    Q_OBJECT

private slots:
    void containers_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("one trace", "[" + root + "," + child + "]");
        row("traces", "[[" + root + "],[" + child + "]]");
        row("lines", root + "\n" + child + "\n");
        row("lines of traces", "[" + root + "]\n[" + child + "]\n");
        row("pretty", "[\n  " + root + ",\n  " + child + "\n]\n");
        row("ids of any case",
            "[" + root + "," +
                QString::fromStdString(child).replace("00000000000000aa", "00000000000000AA").toStdString() +
                "]");
    }
    void containers() {
        QFETCH(QByteArray, text);
        const Decoded decoded(text.toStdString());
        QCOMPARE(decoded.everything(), Decoded("[" + root + "," + child + "]").everything());
        QCOMPARE(decoded.format(), std::string("zipkin2"));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.file()->spans, std::uint64_t{2});
        for (const std::size_t chunk : {1u, 7u, 64u})
            QCOMPARE(Decoded(text.toStdString(), {chunk, 1 << 20}).everything(), decoded.everything());
    }

    void everyField() {
        const Decoded decoded("[" + root + "," + child + "]");
        QCOMPARE(decoded.problems(), std::string());
        QCOMPARE(decoded.trace(1), std::string("000000000000000000000000000000aa"));
        QCOMPARE(decoded.id(1), std::string("0000000000000002"));
        QCOMPARE(decoded.parent(0), std::string());
        QCOMPARE(decoded.parent(1), std::string("0000000000000001"));
        QCOMPARE(decoded.name(1), std::string("ask"));
        QCOMPARE(decoded.span(0).kind, SpanKind::Server);
        QCOMPARE(decoded.span(1).kind, SpanKind::Client);
        QCOMPARE(decoded.start(1), std::int64_t{1700000000000010000});
        QCOMPARE(decoded.end(1), std::int64_t{1700000000000030000});
        QCOMPARE(decoded.resourceAttributes(0), std::string(R"(service.name="front" host.ip="10.0.0.1")"));
        QCOMPARE(decoded.resourceAttributes(1),
                 std::string(R"(service.name="front" host.ip=json:["10.0.0.1","::2"])"));
        QCOMPARE(
            decoded.attributes(0),
            std::string(
                R"(http.method="GET" network.peer.address="::1" network.peer.port=54602 network.local.port=8080)"));
        QCOMPARE(
            decoded.attributes(1),
            std::string(
                R"(peer.service="back" network.peer.address="10.0.0.2" network.peer.port=9000 zipkin.debug=true)"));
        QCOMPARE(decoded.span(1).attributeCount, 4u);
        QCOMPARE(decoded.events(1), std::string("{'wire':{'bytes':3}}@1700000000000015000{}"));
        QCOMPARE(decoded.scope(0), std::string(" {}"));
    }

    void kindsAreThoseOfZipkinAndOfATag() {
        const auto kindOf = [](const std::string& members) {
            return Decoded("[" + span("01", members) + "]").span().kind;
        };
        QCOMPARE(kindOf(R"("kind":"PRODUCER")"), SpanKind::Producer);
        QCOMPARE(kindOf(R"("kind":"consumer")"), SpanKind::Consumer);
        QCOMPARE(kindOf(R"("kind":null)"), SpanKind::Unspecified);
        QCOMPARE(kindOf(R"("tags":{"span.kind":"internal"})"), SpanKind::Internal);
        QCOMPARE(kindOf(R"("kind":"CLIENT","tags":{"span.kind":"server"})"), SpanKind::Client);
        const Decoded odd("[" + span("01", R"("name":"x","kind":"WRONG")") + "]");
        QCOMPARE(odd.span().kind, SpanKind::Unspecified);
        QCOMPARE(odd.count(ProblemCode::UnknownKind), std::uint64_t{1});
    }

    void case89_aMissingDurationIsNoEnd() {
        const Decoded decoded("[" + span("01", R"("timestamp":5,"localEndpoint":{"serviceName":"a"})") + "]");
        QVERIFY(decoded.has(SpanFlag::Unfinished));
        QCOMPARE(decoded.start(), std::int64_t{5000});
        QCOMPARE(decoded.end(), std::int64_t{0});
        QCOMPARE(decoded.problems(), std::string("unfinished-span×1"));
    }

    void timesThatCannotBeAreCounted() {
        const Decoded decoded(
            "[" + span("01", R"("timestamp":-5,"duration":99999999999999999999)") + "," +
            span("02", R"("timestamp":9223372036854775,"duration":9223372036854775)") + "," +
            span("03", R"("timestamp":"1700000000000000","duration":"1e3")") + "," +
            span("04",
                 R"("timestamp":{},"duration":[true]),"annotations":[{"timestamp":"x","value":7},5,null])") +
            "]");
        QVERIFY(decoded.has(SpanFlag::Unfinished, 0) && decoded.start(0) == 0);
        QVERIFY(decoded.has(SpanFlag::Unfinished, 1));
        QCOMPARE(decoded.end(2), std::int64_t{1700000000001000000});
        QVERIFY(decoded.count(ProblemCode::InvalidTime) >= 3);
    }

    void case90_anErrorTagIsAFailureWhateverItSays_data() {
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("hasError");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("empty") << QByteArray(R"("error":"")") << 2 << true << QByteArray();
        QTest::newRow("false") << QByteArray(R"("error":"false")") << 2 << true << QByteArray("false");
        QTest::newRow("text") << QByteArray(R"("error":"timed out")") << 2 << true << QByteArray("timed out");
        QTest::newRow("true") << QByteArray(R"("error":true)") << 2 << true << QByteArray();
        QTest::newRow("none") << QByteArray(R"("http.status_code":"500")") << 0 << false << QByteArray();
        QTest::newRow("OTel's error")
            << QByteArray(R"("otel.status_code":"ERROR","error":"boom")") << 2 << true << QByteArray("boom");
        QTest::newRow("OTel's ok") << QByteArray(R"("error":"x","otel.status_code":"OK")") << 1 << true
                                   << QByteArray();
        QTest::newRow("described")
            << QByteArray(R"("otel.status_code":"ERROR","otel.status_description":"d","error":"e")") << 2
            << true << QByteArray("d");
    }
    void case90_anErrorTagIsAFailureWhateverItSays() {
        QFETCH(QByteArray, tags);
        QFETCH(int, status);
        QFETCH(bool, hasError);
        QFETCH(QByteArray, message);
        const Decoded decoded("[" + span("01", "\"tags\":{" + tags.toStdString() + "}") + "]");
        QCOMPARE(static_cast<int>(decoded.span().status), status);
        QCOMPARE(decoded.has(SpanFlag::ZipkinError), hasError);
        QCOMPARE(decoded.text(decoded.span().statusMessage), message.toStdString());
    }

    void whatOpenTelemetryWritesIntoTagsGoesBackToItsPlace() {
        const Decoded decoded(
            "[" +
            span("01", R"("localEndpoint":{"serviceName":"shop"},"tags":{"otel.scope.name":"lib",)"
                       R"("otel.scope.version":"1.2","w3c.tracestate":"a=b","service.namespace":"eu",)"
                       R"("k8s.pod.name":"p1","cloud.region":"r","x":"y"})") +
            "]");
        QCOMPARE(decoded.scope(), std::string("lib 1.2{}"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("a=b"));
        QCOMPARE(decoded.attributes(), std::string(R"(cloud.region="r" x="y")"));
        QCOMPARE(decoded.resourceAttributes(),
                 std::string(R"(service.name="shop" service.namespace="eu" k8s.pod.name="p1")"));
        QCOMPARE(decoded.text(decoded.resource().serviceNamespace), std::string("eu"));
    }

    void aTagOutranksTheRemoteEndpoint() {
        const Decoded decoded("[" +
                              span("01", R"("remoteEndpoint":{"serviceName":"db","ipv4":"1.2.3.4","port":1},)"
                                         R"("tags":{"peer.service":"orders-db"})") +
                              "]");
        QCOMPARE(decoded.attributes(),
                 std::string(R"(peer.service="orders-db" network.peer.address="1.2.3.4" )"
                             R"(network.peer.port=1)"));
        QCOMPARE(decoded.count(ProblemCode::DuplicateAttribute), std::uint64_t{0});
    }

    void tagsThatAreNoTextAreKept() {
        const Decoded decoded("[" + span("01", R"("tags":{"a":5,"b":true,"c":null,"d":{"x":[1]},"e":1.5})") +
                              "]");
        QCOMPARE(decoded.attributes(), std::string(R"(a=5 b=true c=null d=json:{"x":[1]} e=1.5d)"));
    }

    void withoutALocalEndpointThereIsNoService() {
        const Decoded decoded(
            "[" + span("01", R"("kind":"SERVER","timestamp":5,"duration":1)") + "," +
            span("02", R"("timestamp":5,"duration":1,"localEndpoint":{"ipv4":"10.0.0.9"})") + "]");
        QCOMPARE(decoded.service(0), std::string());
        QCOMPARE(decoded.service(1), std::string());
        QCOMPARE(decoded.text(decoded.resource(1).host), std::string("10.0.0.9"));
        QCOMPARE(decoded.problems(), std::string("missing-service×2"));
    }

    void missingIdsAreMade() {
        const Decoded decoded(R"([{"traceId":"","id":"01","kind":"CLIENT"},{"id":null,"traceId":"01"}])");
        QCOMPARE(decoded.size(), std::size_t{2});
        QVERIFY(decoded.has(SpanFlag::SyntheticTrace, 0));
        QVERIFY(decoded.has(SpanFlag::SyntheticId, 1));
    }

    void recordsMayDifferInFormat() {
        const Decoded decoded(root + "\n" + otlpSpan("") + "\n" + child + "\n");
        QCOMPARE(decoded.size(), std::size_t{3});
        QCOMPARE(decoded.name(1), std::string("op"));
        QCOMPARE(decoded.format(), std::string("zipkin2"));
    }

    void nothingButSpansIsTakenForZipkin() {
        const auto isRead = [](const char* text) { return Decoded(text).file().has_value(); };
        QVERIFY(isRead(R"([{"traceId":"1","id":"2"}])"));
        QVERIFY(!isRead(R"([{"traceId":"1","id":"2","attributes":{},"resource":{}}])"));
        QVERIFY(!isRead(R"([{"parent":"a","child":"b","callCount":2}])"));
    }

    void spansNeverShrinkWithALongerFile_data() {
        QTest::addColumn<QByteArray>("text");
        const std::string first =
            R"({"traceId":"01","id":"07","timestamp":5,"annotations":[{"timestamp":1,"value":"cs","endpoint":{"serviceName":"a"}},{"timestamp":2,"value":"sr","endpoint":{"serviceName":"b"}}],"binaryAnnotations":[{"key":"k","value":"v"}]})";
        QTest::newRow("version 2") << QByteArray::fromStdString("[" + root + "," + child + "]");
        QTest::newRow("traces") << QByteArray::fromStdString("[[" + root + "],[" + child + "," + first +
                                                             "]]");
        QTest::newRow("version 1 in lines") << QByteArray::fromStdString(first + "\n" + root + "\n" + first);
    }
    void spansNeverShrinkWithALongerFile() {
        QFETCH(QByteArray, text);
        std::size_t before = 0;
        const std::string whole = text.toStdString();
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const Decoded decoded(whole.substr(0, size), {64, 1 << 16});
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            before = decoded.size();
        }
        QVERIFY(before >= 2);
    }

    void everyTypeInEveryPlaceIsSurvived() {
        const char* const members[] = {"traceId",   "id",          "parentId",      "name",           "kind",
                                       "timestamp", "duration",    "localEndpoint", "remoteEndpoint", "tags",
                                       "shared",    "annotations", "debug"};
        for (const char* const member : members)
            for (const char* const value :
                 {"null", "true", "-1", "1e400", "\"\"", "\"\\ud800\"", "[]", "[[[]]]", "{}",
                  R"({"a":{"b":[]}})", R"([{"timestamp":[],"value":{}},{"key":{},"value":[]},7])",
                  R"({"serviceName":{},"ipv4":[],"ipv6":1,"port":"x"})"}) {
                const Decoded decoded(
                    "[{\"traceId\":\"01\",\"id\":\"02\"},{\"traceId\":\"01\",\"id\":\"03\",\"" +
                    std::string(member) + "\":" + value + "}]");
                QCOMPARE(decoded.size(), std::size_t{2});
            }
    }
};

QTEST_APPLESS_MAIN(tst_Zipkin)
#include "tst_Zipkin.moc"
