#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "Decoded.h"

#include <string>

using namespace hallway;

namespace {

const std::string newLine = "\n"; // moc stumbles over raw literals beside others

const std::string metadata =
    R"({"metadata":{"service":{"name":"shop","version":"1","environment":"prod","agent":{"name":"java"},"node":{"configured_name":"n1"}},)"
    R"("system":{"detected_hostname":"h1","kubernetes":{"namespace":"ns","pod":{"name":"p1"}}},"labels":{"team":"a"}}})" +
    newLine;
const std::string trace = R"("trace_id":"5b8efff798038103d269b633813fc60c")";

/// Of 5 ms, from 1700000000 s on.
std::string transaction(const std::string& members) {
    return R"({"transaction":{"id":"eee19b7ec3c1b174",)" + trace +
           R"(,"name":"GET /","type":"request","timestamp":1700000000000000,"duration":5)" + members + "}}\n";
}
/// Of 1.5 ms, from 1 ms later on.
std::string span(const std::string& members) {
    return R"({"span":{"id":"00000000000000ab","transaction_id":"eee19b7ec3c1b174","parent_id":"eee19b7ec3c1b174",)" +
           trace + R"(,"name":"call","timestamp":1700000000001000,"duration":1.5)" + members + "}}\n";
}
/// A span and behind it its transaction, which says when the span began.
std::string waitingSpan(int number) {
    const std::string id = std::to_string(1000000 + number);
    return R"({"span":{"id":"f)" + id + R"(","transaction_id":")" + id + "\"," + trace +
           R"(,"name":"call","start":1,"duration":1}})" + newLine + R"({"transaction":{"id":")" + id + "\"," +
           trace + R"(,"type":"request","timestamp":)" + std::to_string(1700000000000000 + number) +
           R"(,"duration":5}})" + newLine;
}
std::string document(const std::string& members) {
    return R"({"trace":{"id":"5b8efff798038103d269b633813fc60c"},"timestamp":{"us":1700000000000000},"service":{"name":"shop"})" +
           members + "}";
}

} // namespace

// formats.md 4.7.
class tst_ElasticApm : public QObject {
    Q_OBJECT

private slots:
    void aTransactionOfTheIntake() {
        const Decoded decoded(
            metadata +
            transaction(
                R"(,"parent_id":"00000000000000cd","result":"HTTP 5xx","outcome":"failure","sampled":true,"span_count":{"started":1},)"
                R"("context":{"request":{"method":"GET","url":{"full":"https://a/b","pathname":"/b"},"socket":{"remote_address":"8.8.8.8"}},"response":{"status_code":500},)"
                R"("tags":{"tenant":"t"},"custom":null},"links":[{"trace_id":"bb","span_id":"cc"}])"));
        QCOMPARE(decoded.format(), std::string("elastic-apm"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.trace(), std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(decoded.id(), std::string("eee19b7ec3c1b174"));
        QCOMPARE(decoded.parent(), std::string("00000000000000cd"));
        QCOMPARE(decoded.name(), std::string("GET /"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.start(), std::int64_t{1700000000000000000});
        QCOMPARE(decoded.end(), std::int64_t{1700000000005000000});
        const std::string attributes =
            R"(transaction.type="request" transaction.result="HTTP 5xx" transaction.sampled=true transaction.span_count.started=1 )"
            R"(http.request.method="GET" url.full="https://a/b" url.path="/b" client.address="8.8.8.8" http.response.status_code=500 labels.tenant="t")";
        QCOMPARE(decoded.attributes(), attributes);
        QCOMPARE(decoded.links(), std::string("000000000000000000000000000000bb/00000000000000cc{}"));
        const std::string resource =
            R"(service.version="1" deployment.environment.name="prod" agent.name="java" service.instance.id="n1" )"
            R"(k8s.namespace.name="ns" k8s.pod.name="p1" labels.team="a" host.name="h1" service.name="shop")";
        QCOMPARE(decoded.resourceAttributes(), resource);
        QCOMPARE(decoded.problems(), std::string());
    }

    void successLeavesTheStatusOpen() {
        QCOMPARE(Decoded(metadata + transaction(R"(,"outcome":"success")")).span().status, SpanStatus::Unset);
        QCOMPARE(Decoded(metadata + transaction(R"(,"outcome":"unknown","result":"failure")")).span().status,
                 SpanStatus::Unset);
    }

    void kindsOfTransactions_data() {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* members, SpanKind kind) {
            QTest::addRow("%s", members) << QByteArray(members) << static_cast<int>(kind);
        };
        row(R"("type":"request")", SpanKind::Server);
        row(R"("type":"messaging")", SpanKind::Consumer);
        row(R"("type":"scheduled")", SpanKind::Internal); // nobody has called a job
        row(R"("type":"custom","parent_id":"00000000000000cd")", SpanKind::Server);
        row(R"("type":"unknown","otel":{"span_kind":"CONSUMER"})", SpanKind::Consumer);
    }
    void kindsOfTransactions() {
        QFETCH(QByteArray, members);
        QFETCH(int, kind);
        const Decoded decoded(R"({"transaction":{"id":"01",)" + trace +
                              R"(,"timestamp":1700000000000000,"duration":5,)" + members.toStdString() +
                              "}}");
        QCOMPARE(static_cast<int>(decoded.span().kind), kind);
    }

    void exitSpans_data() {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("attributes"); // without those of Elastic's own names
        const auto row = [](const char* name, const char* members, SpanKind kind,
                            const char* attributes = "") {
            QTest::newRow(name) << QByteArray(members) << static_cast<int>(kind) << QByteArray(attributes);
        };
        row("local", R"("type":"app")", SpanKind::Internal);
        row("request is no exit", R"("type":"request")", SpanKind::Internal);
        row("database",
            R"("type":"db","subtype":"postgresql","context":{"db":{"instance":"customers","statement":"SELECT 1","type":"sql"},"destination":{"address":"pg-1","port":5432,"service":{"resource":"postgresql/customers"}}})",
            SpanKind::Client,
            R"(db.namespace="customers" db.query.text="SELECT 1" server.address="pg-1" server.port=5432 db.system.name="postgresql")");
        row("type in one", R"("type":"db.mysql.query","context":{"db":{"type":"sql"}})", SpanKind::Client,
            R"(db.system.name="mysql")");
        row("database by resource only",
            R"("type":"db","context":{"destination":{"service":{"resource":"mssql/orders"}}})",
            SpanKind::Client, R"(db.system.name="mssql" db.namespace="orders")");
        row("database by target",
            R"("type":"db","subtype":"mongodb","context":{"service":{"target":{"type":"mongodb","name":"shop"}}})",
            SpanKind::Client, R"(db.system.name="mongodb" db.namespace="shop")");
        row("redis",
            R"("type":"db","subtype":"redis","context":{"destination":{"service":{"resource":"redis"}}})",
            SpanKind::Client, R"(db.system.name="redis")");
        row("HTTP",
            R"("type":"external","subtype":"http","context":{"http":{"url":"cart:8080/x","method":"GET","status_code":200},"destination":{"address":"cart","port":8080,"service":{"resource":"cart:8080"}}})",
            SpanKind::Client,
            R"(http.request.method="GET" http.response.status_code=200 server.address="cart" server.port=8080 url.full="cart:8080/x")");
        row("HTTP by resource only",
            R"("type":"external","subtype":"http","context":{"destination":{"service":{"resource":"cart:8080"}}})",
            SpanKind::Client, R"(server.address="cart:8080")");
        row("storage",
            R"("type":"storage","subtype":"s3","context":{"destination":{"service":{"resource":"s3/bucket"}}})",
            SpanKind::Client, R"(peer.service="s3/bucket")");
        row("message sent",
            R"("type":"messaging","subtype":"kafka","action":"send","context":{"message":{"queue":{"name":"orders"}},"destination":{"service":{"resource":"kafka/orders"}}})",
            SpanKind::Producer, R"(messaging.destination.name="orders" messaging.system="kafka")");
        row("message fetched",
            R"("type":"messaging","subtype":"sqs","action":"poll","context":{"destination":{"service":{"resource":"sqs/q"}}})",
            SpanKind::Consumer,
            R"(messaging.system="sqs" messaging.destination.name="q" messaging.operation.type="receive")");
        row("message deleted",
            R"("type":"messaging","subtype":"sqs","action":"delete","context":{"destination":{"service":{"resource":"sqs/q"}}})",
            SpanKind::Client,
            R"(messaging.system="sqs" messaging.destination.name="q" messaging.operation.type="settle")");
        row("of OpenTelemetry's interface",
            R"("type":"external","otel":{"span_kind":"CLIENT","attributes":{"server.address":"given","x":1}},"context":{"destination":{"address":"other","service":{"resource":"other:1"}}})",
            SpanKind::Client, R"(server.address="given" x=1)");
    }
    void exitSpans() {
        QFETCH(QByteArray, members);
        QFETCH(int, kind);
        QFETCH(QByteArray, attributes);
        const Decoded decoded(metadata + span("," + members.toStdString()));
        QCOMPARE(static_cast<int>(decoded.span().kind), kind);
        QByteArrayList others;
        for (const QByteArray& attribute :
             QByteArray::fromStdString(decoded.attributes()).replace("SELECT 1", "SELECT_1").split(' '))
            if (!attribute.startsWith("span.") && !attribute.startsWith("service.")) others.append(attribute);
        QCOMPARE(others.join(' ').replace("SELECT_1", "SELECT 1"), attributes);
        QCOMPARE(decoded.problems(), std::string());
    }

    void documentsMeanTheSameNestedOrWithDots() {
        const Decoded nested(document(
            R"(,"processor":{"event":"span","name":"transaction"},"transaction":{"id":"eee19b7ec3c1b174"},"parent":{"id":"eee19b7ec3c1b174"},"event":{"outcome":"failure"},)"
            R"("span":{"id":"00000000000000ab","name":"call","type":"db","subtype":"redis","duration":{"us":1500},"links":[{"trace":{"id":"bb"},"span":{"id":"cc"}}]},)"
            R"("host":{"hostname":"h1"},"observer":{"version":"8"},"labels":{"a":"b"},"numeric_labels":{"n":1.5},"destination":{"address":"r","port":6379})"));
        const Decoded dotted(
            R"({"trace.id":"5b8efff798038103d269b633813fc60c","timestamp.us":1700000000000000,"service.name":"shop","processor.event":"span","transaction.id":"eee19b7ec3c1b174",)"
            R"("parent.id":"eee19b7ec3c1b174","event.outcome":"failure","span.id":"00000000000000ab","span.name":"call","span.type":"db","span.subtype":"redis","span.duration.us":1500,)"
            R"("span.links":[{"trace.id":"bb","span.id":"cc"}],"host.hostname":"h1","observer.version":"8","labels.a":"b","numeric_labels.n":1.5,"destination.address":"r","destination.port":"6379"})");
        QCOMPARE(nested.everything(), dotted.everything());
        QCOMPARE(nested.format(), std::string("elastic-apm"));
        QCOMPARE(nested.span().kind, SpanKind::Client);
        QCOMPARE(nested.span().status, SpanStatus::Error);
        QCOMPARE(nested.end() - nested.start(), std::int64_t{1500000});
        QCOMPARE(
            nested.attributes(),
            std::string(
                R"(span.type="db" span.subtype="redis" labels.a="b" numeric_labels.n=1.5d server.address="r" server.port=6379 db.system.name="redis")"));
        QCOMPARE(nested.resourceAttributes(), std::string(R"(host.name="h1" service.name="shop")"));
        QCOMPARE(nested.links(), std::string("000000000000000000000000000000bb/00000000000000cc{}"));
        QCOMPARE(nested.problems(), std::string());
    }

    void documentsWithoutAProcessorTellByTheirDuration() {
        // A document of a transaction may repeat its id as the span's.
        const Decoded decoded(document(
            R"(,"span":{"id":"01"},"transaction":{"id":"01","name":"tx","type":"request","duration":{"us":1}})"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.name(), std::string("tx"));
        const Decoded other(document(R"(,"transaction":{"id":"01"},"error":{"id":"x"})"));
        QCOMPARE(other.size(), std::size_t{0});
        QCOMPARE(other.problems(), std::string("skipped-signal×1"));
    }

    void aDocumentsOtherTimeStandsIn() {
        const Decoded decoded(
            R"({"@timestamp":"2023-11-14T22:13:20.5Z","processor":{"event":"transaction"},"trace":{"id":"aa"},)"
            R"("transaction":{"id":"01","duration":{"us":2}},"service":{"name":"a"}})");
        QCOMPARE(decoded.start(), std::int64_t{1700000000500000000});
        QCOMPARE(decoded.end() - decoded.start(), std::int64_t{2000});
    }

    void metadataHoldsUntilTheNext() {
        const Decoded decoded(metadata + transaction("") + span("") +
                              R"({"metadata":{"service":{"name":"other"}}})" + newLine + transaction(""));
        QCOMPARE(decoded.service(0) + decoded.service(1) + decoded.service(2), std::string("shopshopother"));
        QCOMPARE(decoded.text(decoded.resource(2).host), std::string());
    }

    void anEventMayNameAnotherService() {
        const Decoded decoded(
            metadata +
            transaction(
                R"(,"context":{"service":{"name":"tenant","node":{"configured_name":"n2"},"language":null}})") +
            transaction(R"(,"context":{"service":{"environment":"test"}})"));
        const std::string more =
            R"(service.instance.id="n2" deployment.environment.name="prod" agent.name="java" )"
            R"(k8s.namespace.name="ns" k8s.pod.name="p1" labels.team="a" host.name="h1" service.name="tenant")";
        QCOMPARE(decoded.resourceAttributes(0), more);
        QCOMPARE(decoded.service(1), std::string("shop"));
        QVERIFY(decoded.resourceAttributes(1).starts_with(
            R"(deployment.environment.name="test" service.version="1")"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void withoutMetadataThereIsNoService() {
        QCOMPARE(Decoded(transaction("")).problems(), std::string("missing-service×1"));
        QCOMPARE(Decoded(R"({"metadata":{"service":{}}})" + newLine + transaction("")).problems(),
                 std::string("missing-service×1"));
    }

    void aSpanMayStartWithinItsTransaction_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qlonglong>("start");
        const std::string relative =
            R"({"span":{"id":"00000000000000ab","transaction_id":"eee19b7ec3c1b174",)" + trace +
            R"(,"name":"call","start":1.25,"duration":2}})" + newLine;
        const std::string first = R"({"span":{"id":"00000000000000ab","transaction_id":"eee19b7ec3c1b174",)" +
                                  trace + R"(,"name":"call","start":0,"duration":2}})" + newLine;
        const auto row = [](const char* name, const std::string& text, qlonglong start) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << start;
        };
        row("before it", metadata + relative + transaction(""), 1700000000001250000);
        row("behind it", metadata + transaction("") + relative, 1700000000001250000);
        row("in the next part", metadata + transaction("") + metadata + relative, 1700000000001250000);
        row("at its begin", metadata + first + transaction(""), 1700000000000000000);
        row("of none", metadata + relative, 0);
    }
    void aSpanMayStartWithinItsTransaction() {
        QFETCH(QByteArray, text);
        QFETCH(qlonglong, start);
        const Decoded decoded(text.toStdString());
        std::size_t index = 0;
        while (decoded.name(index) != "call")
            ++index;
        QCOMPARE(static_cast<qlonglong>(decoded.start(index)), start);
        QCOMPARE(decoded.end(index) - decoded.start(index), std::int64_t{2000000});
        QCOMPARE(decoded.parent(index), std::string("eee19b7ec3c1b174"));
        QCOMPARE(decoded.problems(), std::string(start == 0 ? "missing-start×1" : ""));
    }

    void manySpansWaitForTheirTransactions() {
        std::string text = metadata;
        for (int i = 1; i <= 10000; ++i)
            text += waitingSpan(i);
        const Decoded decoded(text);
        QCOMPARE(decoded.size(), std::size_t{20000});
        for (std::size_t i = 0; i < decoded.size(); i += 2)
            QCOMPARE(decoded.start(i), decoded.start(i + 1) + 1000000);
        QCOMPARE(decoded.problems(), std::string());
    }

    void compressedAndDroppedSpansAreSaid() {
        const Decoded decoded(
            metadata +
            span(R"(,"type":"db","composite":{"count":12,"sum":3.5,"compression_strategy":"same_kind"})") +
            transaction(R"(,"span_count":{"started":1,"dropped":3})"));
        QCOMPARE(decoded.size(), std::size_t{2});
        QVERIFY(
            decoded.attributes().find(
                R"(span.composite.count=12 span.composite.sum=3.5d span.composite.compression_strategy="same_kind")") !=
            std::string::npos);
        QCOMPARE(decoded.problems(), std::string("partial-trace×2"));
        QCOMPARE(decoded.problem(ProblemCode::PartialTrace).detail,
                 std::string("span \"call\" stands for 12 calls, which its agent has made one span of"));
        QVERIFY(decoded.has(SpanFlag::Incomplete, 1));
    }

    void whatIsNoSpanIsSkipped() {
        const Decoded decoded(
            metadata + R"({"error":{"id":"1","timestamp":1700000000000000,"exception":{"message":"m"}}})" +
            newLine + R"({"metricset":{"timestamp":1,"samples":{"a":{"value":1}}}})" + newLine +
            transaction("") + R"({"log":{"message":"m"}})" + newLine);
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.count(ProblemCode::SkippedSignal), std::uint64_t{2});
        QCOMPARE(decoded.count(ProblemCode::UnknownRecord), std::uint64_t{1});
    }

    void shortKeysOfBrowsersAreRefusedByName() {
        const Decoded decoded(R"({"m":{"se":{"n":"web","a":{"n":"rum-js","ve":"5"}}}})" + newLine +
                              R"({"x":{"id":"01","tid":"aa","n":"load","t":"page-load","d":5}})");
        QCOMPARE(decoded.file().error().code, ErrorCode::UnsupportedFormat);
        QVERIFY(decoded.file().error().arguments.at(1).starts_with("Elastic APM of browsers"));
    }

    void spansNeverShrinkWithALongerFile() {
        const std::string text =
            metadata + span(R"(,"type":"db")") + transaction("") +
            document(R"(,"processor":{"event":"span"},"span":{"id":"01","duration":{"us":1}})") + "\n" +
            span("");
        std::size_t before = 0;
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const Decoded decoded(std::string_view(text).substr(0, size), {64, 1 << 16});
            QVERIFY(decoded.size() >= before);
            before = decoded.size();
        }
        QCOMPARE(before, std::size_t{4});
    }

    void anythingOfAnyTypeIsSurvived() {
        for (const char* value : {"null", "true", "1e999", "\"\"", "\"x\"", "[]", "{}", "[[null]]", "-1",
                                  "{\"a\":{}}", "9223372036854775807", "-9223372036854775808"})
            for (const char* name :
                 {"id", "trace_id", "parent_id", "transaction_id", "name", "type", "subtype", "action",
                  "timestamp", "start", "duration", "outcome", "links", "otel", "context", "composite",
                  "span_count", "sampled", "stacktrace"}) {
                const std::string member = std::string(",\"") + name + "\":" + value;
                QCOMPARE(Decoded(metadata + transaction(member) + span(member)).size(), std::size_t{2});
                const std::string relative = R"({"span":{"transaction_id":"eee19b7ec3c1b174","start":)" +
                                             std::string(value) + R"(,"duration":)" + value + "}}\n";
                QVERIFY2(Decoded(metadata + transaction("") + relative).size() == 2, relative.c_str());
            }
    }
};

QTEST_APPLESS_MAIN(tst_ElasticApm)
#include "tst_ElasticApm.moc"
