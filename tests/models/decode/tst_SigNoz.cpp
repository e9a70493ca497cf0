#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_SigNoz : public QObject {
    Q_OBJECT

private slots:
    void theWaterfallInSnakeCase() {
        const Decoded decoded(
            R"({"status":"success","data":{"startTimestampMillis":1700000000000,"rootServiceName":"shop","totalSpansCount":1,"spans":[{"trace_id":"5b8efff798038103d269b633813fc60c","span_id":"eee19b7ec3c1b174","parent_span_id":"00000000000000a1","name":"GET /","kind":2,"kind_string":"Server","timestamp":1700000000123,"duration_nano":1500,"has_error":true,"status_code":2,"status_code_string":"Error","status_message":"no","attributes":{"a":1,"b":"x","c":0.5},"resource":{"service.name":"shop","host.name":"h"},"events":[{"name":"exception","timeUnixNano":1700000000123000000,"attributeMap":{"k":"v"},"isError":true}],"trace_state":"a=b","level":0,"has_children":false}],"hasMissingSpans":false,"uncollapsedSpans":[],"hasMore":false}})");
        QCOMPARE(decoded.format(), std::string("signoz"));
        QCOMPARE(decoded.trace(), std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(decoded.id(), std::string("eee19b7ec3c1b174"));
        QCOMPARE(decoded.parent(), std::string("00000000000000a1"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("no"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("a=b"));
        QCOMPARE(decoded.start(), std::int64_t{1700000000123000000});
        QCOMPARE(decoded.end(), std::int64_t{1700000000123001500});
        QCOMPARE(decoded.attributes(), std::string(R"(a=1 b="x" c=0.5d)"));
        QCOMPARE(decoded.events(), std::string(R"(exception@1700000000123000000{k="v"})"));
        QCOMPARE(decoded.resourceAttributes(), std::string(R"(host.name="h" service.name="shop")"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void theWaterfallInCamelCase() {
        const std::string event = "\"{\\\"name\\\":\\\"e\\\",\\\"timeUnixNano\\\":5,"
                                  "\\\"attributeMap\\\":{\\\"k\\\":\\\"v\\\"}}\"";
        const Decoded decoded(
            R"({"status":"success","data":{"startTimestampMillis":1,"hasMore":true,"spans":[{"traceId":"0b","spanId":"02","parentSpanId":"01","serviceName":"shop","name":"n","kind":3,"timestamp":1700000000123,"durationNano":10,"hasError":true,"tagMap":{"a":"b"},"event":[)" +
            event +
            R"(],"references":[{"traceId":"0b","spanId":"01","refType":"CHILD_OF"},{"traceId":"0c","spanId":"07","refType":"FOLLOWS_FROM"}]}]}})");
        QCOMPARE(decoded.service(), std::string("shop"));
        QCOMPARE(decoded.span().kind, SpanKind::Client);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.attributes(), std::string(R"(a="b")"));
        QCOMPARE(decoded.events(), std::string(R"(e@5{k="v"})"));
        QCOMPARE(
            decoded.links(),
            std::string(
                R"(0000000000000000000000000000000c/0000000000000007{opentracing.ref_type="follows_from"})"));
        QCOMPARE(decoded.problems(), std::string("partial-trace×1"));
    }

    void theListOfAQuery() {
        const Decoded decoded(
            R"({"result":[{"list":[{"timestamp":"1700000000000000000","data":{"spanID":"a1","traceID":"0b","parentSpanID":"","durationNano":"5200","statusCode":1,"name":"n","tagMap":{"x":"1"},"stringTagMap":{"service.name":"shop"}}}]}]})");
        QCOMPARE(decoded.format(), std::string("signoz"));
        QCOMPARE(decoded.id(), std::string("00000000000000a1"));
        QCOMPARE(decoded.parent(), std::string());
        QCOMPARE(decoded.service(), std::string("shop"));
        QCOMPARE(decoded.start(), std::int64_t{1700000000000000000});
        QCOMPARE(decoded.end(), std::int64_t{1700000000000005200});
        QCOMPARE(decoded.span().status, SpanStatus::Ok);
        QCOMPARE(decoded.attributes(), std::string(R"(x="1")"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void anAnswerInAnAnswer() {
        const Decoded decoded(
            R"({"data":{"result":[{"list":[{"timestamp":"2023-11-14T22:13:20Z","data":{"spanID":"1","traceID":"2","durationNano":1}}]}]}})");
        QCOMPARE(decoded.start(), std::int64_t{1700000000000000000});
        QCOMPARE(decoded.problems(), std::string("missing-service×1"));
    }

    void logsOfAQueryArePassed() {
        const Decoded decoded(
            R"({"data":{"result":[{"list":[{"timestamp":"2023-11-14T22:13:20Z","data":{"id":"1","body":"hello","traceID":"2"}}]}]}})");
        QCOMPARE(decoded.size(), std::size_t{0});
        QCOMPARE(decoded.problems(), std::string("skipped-signal×1"));
    }
};

QTEST_GUILESS_MAIN(tst_SigNoz)
#include "tst_SigNoz.moc"
