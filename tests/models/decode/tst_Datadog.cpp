#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

/// 0x5b8efff798038103 d269b633813fc60c is the trace, of which a span holds 0xd269b633813fc60c.
const std::string lower = "15161849952847513100";

std::string span(const std::string& id, const std::string& parent, const std::string& meta,
                 const std::string& trace = lower) {
    return R"({"trace_id":)" + trace + R"(,"span_id":)" + id + R"(,"parent_id":)" + parent +
           R"(,"service":"shop","name":"web.request","resource":"GET /cart","type":"web","start":1700000000123456789,"duration":1000,"error":0,"meta":{)" +
           meta + R"(},"metrics":{"_sampling_priority_v1":1,"ratio":0.5}})";
}

} // namespace

class tst_Datadog : public QObject {
    Q_OBJECT

private slots:
    void everyField() {
        const Decoded decoded(
            "[[" +
            span(
                "17215452331298992500", "0",
                R"("_dd.p.tid":"5b8efff798038103","span.kind":"server","env":"prod","version":"1.2","http.status_code":"200","cold_start":"true")") +
            "]]");
        QCOMPARE(decoded.format(), std::string("datadog"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.id(), std::string("eee992af16bf3174"));
        QCOMPARE(decoded.parent(), std::string());
        QCOMPARE(decoded.name(), std::string("GET /cart"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.span().status, SpanStatus::Unset);
        QCOMPARE(decoded.start(), std::int64_t{1700000000123456789});
        QCOMPARE(decoded.end(), std::int64_t{1700000000123457789});
        QCOMPARE(
            decoded.attributes(),
            std::string(
                R"(span.type="web" http.status_code="200" faas.coldstart="true" _sampling_priority_v1=1 ratio=0.5d operation_name="web.request")"));
        QCOMPARE(
            decoded.resourceAttributes(),
            std::string(R"(deployment.environment.name="prod" service.version="1.2" service.name="shop")"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void case94_idsOfAllBitsAndTheUpperHalfOfTheTraceId_data() {
        QTest::addColumn<QByteArray>("text");
        const std::string root = span("1", "0", R"("_dd.p.tid":"5b8efff798038103")");
        const std::string child = span("2", "1", "");
        const std::string other = span("9", "0", "", "7");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("the first says it", "[[" + root + ',' + child + "],[" + other + "]]");
        row("the last says it", "[[" + child + ',' + root + "],[" + other + "]]");
        row("a later chunk lacks it", "[[" + root + "],[" + other + "],[" + child + "]]");
        row("lines", root + "\n" + child + "\n" + other + "\n");
    }
    void case94_idsOfAllBitsAndTheUpperHalfOfTheTraceId() {
        QFETCH(QByteArray, text);
        for (const std::size_t chunk : {std::size_t{64}, std::size_t{1} << 20}) {
            const Decoded decoded(text.toStdString(), {chunk, 1 << 20});
            QCOMPARE(decoded.size(), std::size_t{3});
            for (std::size_t i = 0; i < 3; ++i)
                QCOMPARE(decoded.trace(i), decoded.id(i) == "0000000000000009"
                                               ? std::string("00000000000000000000000000000007")
                                               : std::string("5b8efff798038103d269b633813fc60c"));
        }
    }

    void theHostCalledAndTheErrorText() {
        const Decoded decoded(
            R"([[{"trace_id":1,"span_id":2,"parent_id":3,"service":"s","name":"redis.command","start":5,"duration":1,"error":1,"meta":{"span.kind":"client","out.host":"redis-1","db.system":"redis","error.msg":"refused","error.type":"IOError"},"metrics":{"network.destination.port":6379}}]])");
        QCOMPARE(decoded.name(), std::string("redis.command"));
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("refused"));
        QCOMPARE(decoded.attributes(),
                 std::string(
                     R"(db.system="redis" error.type="IOError" server.port=6379 server.address="redis-1")"));
    }

    void linksAndEvents() {
        const Decoded decoded(
            R"([{"trace_id":1,"span_id":2,"service":"s","start":5,"duration":1,"span_links":[{"trace_id":2,"trace_id_high":1,"span_id":3,"attributes":{"a":"b"}}],"span_events":[{"name":"e","time_unix_nano":6,"attributes":{"k":{"type":0,"string_value":"v"}}}]}])");
        QCOMPARE(decoded.links(), std::string(R"(00000000000000010000000000000002/0000000000000003{a="b"})"));
        QCOMPARE(decoded.events(), std::string(R"(e@6{k="v"})"));
    }

    void aTraceOfTheApi() {
        const Decoded decoded(
            R"({"data":{"id":"x","type":"trace","attributes":{"is_truncated":true,"spans":[{"spanID":2,"parentID":"0","traceID":"5b8efff798038103d269b633813fc60c","startTime":1700000000,"endTime":1700000001,"duration":500000000,"error":0,"service":"s","name":"n","resource":"r","meta":{"span.kind":"client"},"metrics":{}}]}}})");
        QCOMPARE(decoded.format(), std::string("datadog"));
        QCOMPARE(decoded.trace(), std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(decoded.start(), std::int64_t{1700000000000000000});
        QCOMPARE(decoded.end(), std::int64_t{1700000001000000000});
        QCOMPARE(decoded.problems(), std::string("partial-trace×1"));
    }

    void whatASearchFinds() {
        const Decoded decoded(
            R"({"data":[{"id":"a","type":"spans","attributes":{"start_timestamp":"2023-11-14T22:13:20.5Z","end_timestamp":"2023-11-14T22:13:21.5Z","trace_id":"12","span_id":"34","parent_id":"0","service":"s","resource_name":"GET /","env":"prod","host":"h","custom":{"http":{"status_code":200,"a":{"b":true}},"span":{"kind":"server"}}}}],"meta":{}})");
        QCOMPARE(decoded.trace(), std::string("0000000000000000000000000000000c"));
        QCOMPARE(decoded.id(), std::string("0000000000000022"));
        QCOMPARE(decoded.start(), std::int64_t{1700000000500000000});
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.attributes(), std::string("http.status_code=200 http.a.b=true"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void aMissingTraceIdIsSaid() {
        const Decoded decoded(R"([{"trace_id":0,"span_id":2,"service":"s","start":5,"duration":1}])");
        QVERIFY(decoded.has(SpanFlag::SyntheticTrace));
        QCOMPARE(decoded.problems(), std::string("empty-trace-id×1"));
    }
};

QTEST_GUILESS_MAIN(tst_Datadog)
#include "tst_Datadog.moc"
