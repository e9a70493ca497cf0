#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "Decoded.h"

#include <string>

using namespace hallway;

namespace {

const std::string ids = R"("traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174")";
const std::string times =
    R"("startTime":"2021-03-25T17:23:30.088478464Z","endTime":"2021-03-25T17:23:30.481628416Z")";

std::string span(const std::string& members) {
    return "{" + ids + "," + times + R"(,"name":"op",)" + members + "}";
}

} // namespace

// Documents of otel-v1-apm-span indices, as Data Prepper and the Collector's exporter write them.
class tst_OpenSearchSpan : public QObject {
    Q_OBJECT

private slots:
    void everyField() {
        const Decoded decoded(span(
            R"("traceState":"a=b","parentSpanId":"00000000000000AB","kind":"SPAN_KIND_CLIENT","durationInNanos":393149952,"serviceName":"shop",)"
            R"("events":[{"time":"2021-03-25T17:23:30.1Z","name":"exception","attributes":{"exception@type":"E","n":{"deep":1}},"droppedAttributesCount":0}],)"
            R"("links":[{"traceId":"000000000000000000000000000000bb","spanId":"00000000000000cc","traceState":"","attributes":{"x@y":true}}],)"
            R"("droppedAttributesCount":0,"droppedEventsCount":0,"droppedLinksCount":2,"traceGroup":"g","traceGroupFields.statusCode":0,)"
            R"("span.attributes.http@status_code":200,"span.attributes.component":"http","resource.attributes.service@name":"shop",)"
            R"("resource.attributes.host@hostname":"ip-1","status.code":2,"status.message":"why","instrumentationLibrary.name":"lib","instrumentationLibrary.version":"0.14b0")"));
        QCOMPARE(decoded.format(), std::string("opensearch"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.trace(), std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(decoded.id(), std::string("eee19b7ec3c1b174"));
        QCOMPARE(decoded.parent(), std::string("00000000000000ab"));
        QCOMPARE(decoded.name(), std::string("op"));
        QCOMPARE(decoded.start(), std::int64_t{1616693010088478464});
        QCOMPARE(decoded.end(), std::int64_t{1616693010481628416});
        QCOMPARE(decoded.span().kind, SpanKind::Client);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("why"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("a=b"));
        QCOMPARE(decoded.attributes(), std::string(R"(http.status_code=200 component="http")"));
        QCOMPARE(decoded.resourceAttributes(), std::string(R"(host.hostname="ip-1" service.name="shop")"));
        QCOMPARE(decoded.scope(), std::string("lib 0.14b0{}"));
        QCOMPARE(decoded.events(),
                 std::string(R"(exception@1616693010100000000{exception.type="E" n.deep=1})"));
        QCOMPARE(decoded.links(), std::string("000000000000000000000000000000bb/00000000000000cc{x.y=true}"));
        QVERIFY(decoded.has(SpanFlag::HasException));
        QCOMPARE(decoded.problems(), std::string("dropped-data×1"));
    }

    void flatAndNestedFieldsMeanTheSame() {
        const Decoded flat(span(
            R"("kind":"SPAN_KIND_SERVER","serviceName":"shop","span.attributes.http@method":"GET","resource.attributes.a@b":1,"resource.attributes.service@name":"shop",)"
            R"("status.code":1,"instrumentationScope.name":"lib","instrumentationScope.version":"2")"));
        for (
            const std::string nested :
            {R"("kind":"Server","attributes":{"http.method":"GET"},"resource":{"a.b":1,"service.name":"shop"},"status":{"code":"Ok","message":""},)"
             R"("instrumentationScope":{"name":"lib","version":"2","droppedAttributesCount":0})",
             R"("kind":"SERVER","attributes":{"http":{"method":"GET"}},"resource":{"attributes":{"a":{"b":1},"service@name":"shop"},"droppedAttributesCount":0,"schemaUrl":""},)"
             R"("status":{"code":1},"scope":{"name":"lib","version":"2"})",
             R"("kind":2,"span":{"attributes":{"http@method":"GET"}},"resource.attributes":{"a@b":1,"service@name":"shop"},"status.code":"OK",)"
             R"("instrumentationLibrary":{"name":"lib","version":"2"})"})
            QCOMPARE(Decoded(span(nested)).everything(), flat.everything());
        QCOMPARE(flat.problems(), std::string());
    }

    void theResourceNamesTheService_data() {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("service");
        QTest::newRow("both") << QByteArray(R"("serviceName":"a","resource.attributes.service@name":"b")")
                              << QByteArray("b");
        QTest::newRow("the other way round")
            << QByteArray(R"("resource.attributes.service@name":"b","serviceName":"a")") << QByteArray("b");
        QTest::newRow("field only") << QByteArray(R"("serviceName":"a")") << QByteArray("a");
        QTest::newRow("empty") << QByteArray(R"("serviceName":"a","resource.attributes.service@name":"")")
                               << QByteArray("a");
        QTest::newRow("none") << QByteArray(R"("kind":"Server")") << QByteArray("");
    }
    void theResourceNamesTheService() {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, service);
        const Decoded decoded(span(members.toStdString()));
        QCOMPARE(QByteArray::fromStdString(decoded.service()), service);
        QCOMPARE(decoded.count(ProblemCode::MissingService), std::uint64_t{service.isEmpty()});
    }

    void aDurationStandsInForTheEnd() {
        const Decoded decoded(
            "{" + ids + R"(,"startTime":"2021-03-25T17:23:30Z","durationInNanos":"7","serviceName":"a"})");
        QCOMPARE(decoded.end() - decoded.start(), std::int64_t{7});
        const Decoded open("{" + ids +
                           R"(,"startTime":"2021-03-25T17:23:30Z","endTime":null,"serviceName":"a"})");
        QVERIFY(open.has(SpanFlag::Unfinished));
        QCOMPARE(open.problems(), std::string("unfinished-span×1"));
    }

    void whatIsNoTimeIsCounted() {
        const Decoded decoded(
            "{" + ids + R"(,"startTime":"yesterday","endTime":"2021-03-25T17:23:30Z","serviceName":"a"})");
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("invalid-time×1 missing-start×1"));
    }

    void unknownKindAndStatusAreCounted() {
        const Decoded decoded(span(R"("kind":"SPAN_KIND_NONE","status.code":7,"serviceName":"a")"));
        QCOMPARE(decoded.span().kind, SpanKind::Unspecified);
        QCOMPARE(decoded.problems(), std::string("unknown-kind×1 unknown-status×1"));
    }

    void anythingOfAnyTypeIsSurvived() {
        for (const char* value :
             {"null", "true", "1e999", "\"\"", "\"x\"", "[]", "{}", "[[null]]", "-1", "{\"a\":{}}"})
            for (const char* name : {"traceId",
                                     "spanId",
                                     "parentSpanId",
                                     "traceState",
                                     "kind",
                                     "startTime",
                                     "endTime",
                                     "durationInNanos",
                                     "serviceName",
                                     "status",
                                     "status.code",
                                     "events",
                                     "links",
                                     "attributes",
                                     "resource",
                                     "scope",
                                     "span.attributes.a",
                                     "resource.attributes.service@name",
                                     "instrumentationScope",
                                     "droppedLinksCount"})
                QCOMPARE(Decoded(span(std::string("\"") + name + "\":" + value)).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(tst_OpenSearchSpan)
#include "tst_OpenSearchSpan.moc"
