#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

std::string reference(const std::string& type, const std::string& trace, const std::string& span) {
    return "{\"refType\":\"" + type + R"(","traceID":")" + trace + R"(","spanID":")" + span + "\"}";
}
const std::string spans =
    R"([{"traceID":"aa","spanID":"01","operationName":"root","startTime":1700000000000000,"duration":100,"processID":"p1"},)"
    R"({"traceID":"aa","spanID":"02","operationName":"child","references":[{"refType":"CHILD_OF","traceID":"aa","spanID":"01"}],"startTime":1700000000000010,"duration":20,"processID":"p2"}])";
const std::string processes =
    R"({"p1":{"serviceName":"front","tags":[{"key":"hostname","type":"string","value":"h1"},{"key":"ip","type":"int64","value":167772161}]},"p2":{"tags":[],"serviceName":"back"}})";
const std::string trace =
    R"({"traceID":"aa","spans":)" + spans + R"(,"processes":)" + processes + R"(,"warnings":null})";

} // namespace

class tst_Jaeger : public QObject {
    Q_OBJECT

private slots:
    void case74_containers_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("query API", R"({"data":[)" + trace + R"(],"total":0,"limit":0,"offset":0,"errors":null})");
        row("data as an object", R"({"data":)" + trace + "}");
        row("array of traces", "[" + trace + "]");
        row("one trace", trace);
        row("lines", trace + "\n");
        row("keys sorted",
            R"({"data":[{"processes":)" + processes + R"(,"spans":)" + spans + R"(,"traceID":"aa"}]})");
        row("trace id after the spans, not in them",
            R"({"data":[{"spans":)" +
                QString::fromStdString(spans)
                    .replace(R"({"traceID":"aa","spanID")", R"({"spanID")")
                    .toStdString() +
                R"(,"processes":)" + processes + R"(,"traceID":"aa"}]})");
        row("case75_traceIdsOfAnyLength",
            QString::fromStdString(trace)
                .replace(R"("traceID":"aa","spans")",
                         R"("traceID":"000000000000000000000000000000aa","spans")")
                .toStdString());
        row("in a script", "export default [\n" + trace + "\n]");
    }
    void case74_containers() {
        QFETCH(QByteArray, text);
        const Decoded decoded(text.toStdString());
        QCOMPARE(decoded.everything(), Decoded(trace).everything());
        QCOMPARE(decoded.format(), std::string("jaeger"));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.trace(), std::string("000000000000000000000000000000aa"));
        for (const std::size_t chunk : {1u, 7u, 64u})
            QCOMPARE(Decoded(text.toStdString(), {chunk, 1 << 20}).everything(), decoded.everything());
    }

    void everyField() {
        const Decoded decoded(trace);
        QCOMPARE(decoded.id(1), std::string("0000000000000002"));
        QCOMPARE(decoded.parent(0), std::string());
        QCOMPARE(decoded.parent(1), std::string("0000000000000001"));
        QCOMPARE(decoded.name(1), std::string("child"));
        QCOMPARE(decoded.start(1), std::int64_t{1700000000000010000});
        QCOMPARE(decoded.end(1), std::int64_t{1700000000000030000});
        QCOMPARE(decoded.service(0), std::string("front"));
        QCOMPARE(decoded.service(1), std::string("back"));
        QCOMPARE(decoded.resourceAttributes(0),
                 std::string(R"(host.name="h1" host.ip="10.0.0.1" service.name="front")"));
        QCOMPARE(decoded.text(decoded.resource(0).host), std::string("10.0.0.1"));
        QCOMPARE(decoded.problems(), std::string());
        QCOMPARE(decoded.file()->timeScale, std::int64_t{1});
    }

    void severalTracesEachWithItsProcesses() {
        const std::string other = QString::fromStdString(trace)
                                      .replace("front", "front2")
                                      .replace("\"aa\"", "\"bb\"")
                                      .toStdString();
        const Decoded decoded(R"({"data":[)" + trace + ',' + other + "]}");
        QCOMPARE(decoded.size(), std::size_t{4});
        QCOMPARE(decoded.service(0), std::string("front"));
        QCOMPARE(decoded.service(2), std::string("front2"));
        QVERIFY(decoded.trace(0) != decoded.trace(2));
        QCOMPARE(Decoded(trace + "\n" + other + "\n").everything(), decoded.everything());
    }

    void statusKindAndScopeTagsBecomeFields() {
        const Decoded decoded(jaegerSpan(
            R"("tags":[{"key":"span.kind","type":"string","value":"server"},{"key":"otel.status_code","type":"string","value":"ERROR"},)"
            R"({"key":"otel.status_description","type":"string","value":"why"},{"key":"otel.scope.name","type":"string","value":"lib"},)"
            R"({"key":"otel.library.version","type":"string","value":"2"},{"key":"w3c.tracestate","type":"string","value":"a=b"},{"key":"x","type":"int64","value":1}])"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("why"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("a=b"));
        QCOMPARE(decoded.scope(), std::string("lib 2{}"));
        QCOMPARE(decoded.attributes(), std::string("x=1"));
        QCOMPARE(decoded.span().attributeCount, 1u);
    }

    void anErrorTagWinsOverTheStatusCode() {
        const Decoded decoded(jaegerSpan(
            R"("tags":[{"key":"otel.status_code","type":"string","value":"OK"},{"key":"error","type":"bool","value":true},{"key":"http.status_message","type":"string","value":"Bad"}])"));
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("Bad"));
    }

    void httpCodesNeverBecomeTheStatus() {
        const Decoded decoded(
            jaegerSpan(R"("tags":[{"key":"http.status_code","type":"int64","value":500}])"));
        QCOMPARE(decoded.span().status, SpanStatus::Unset);
    }

    void unknownKindAndStatusAreKeptAndCounted() {
        const Decoded decoded(jaegerSpan(
            R"("tags":[{"key":"span.kind","type":"string","value":"odd"},{"key":"otel.status_code","type":"string","value":"?"}])"));
        QCOMPARE(decoded.attributes(), std::string(R"(span.kind="odd" otel.status_code="?")"));
        QCOMPARE(decoded.problems(), std::string("unknown-kind×1 unknown-status×1"));
    }

    void case79_missingProcess() {
        const Decoded decoded(
            R"({"traceID":"aa","spans":[{"spanID":"1","processID":"p9","startTime":1,"duration":1},{"spanID":"2","startTime":1,"duration":1}],"processes":{}})");
        QCOMPARE(decoded.size(), std::size_t{2});
        QVERIFY(!decoded.resource(0).serviceName.valid());
        QCOMPARE(decoded.problems(), std::string("missing-process×2"));
    }

    void aProcessWithoutAName() {
        const Decoded decoded(
            R"({"traceID":"aa","spans":[{"spanID":"1","processID":"p1","startTime":1,"duration":1}],"processes":{"p1":{"serviceName":""}}})");
        QVERIFY(!decoded.resource(0).serviceName.valid());
        QCOMPARE(decoded.problems(), std::string("missing-service×1"));
    }

    void anInlineProcess() {
        const Decoded decoded(
            R"({"traceID":"aa","spans":[{"spanID":"1","process":{"serviceName":"in"},"startTime":1,"duration":1}]})");
        QCOMPARE(decoded.service(0), std::string("in"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void case80_parentIsTheChildOfTheSameTrace() {
        const Decoded decoded(
            jaegerSpan("\"references\":[" + reference("FOLLOWS_FROM", "00000000000000aa", "05") + ',' +
                       reference("CHILD_OF", "bb", "06") + ',' + reference("CHILD_OF", "aa", "07") + "]"));
        QCOMPARE(decoded.parent(), std::string("0000000000000007"));
        QCOMPARE(
            decoded.links(),
            std::string(
                R"(000000000000000000000000000000aa/0000000000000005{opentracing.ref_type="follows_from"} )"
                R"(000000000000000000000000000000bb/0000000000000006{opentracing.ref_type="child_of"})"));
        QCOMPARE(decoded.span().linkCount, 2u);
        QVERIFY(decoded.has(SpanFlag::HasLinks));
    }

    void case81_followsFromAloneIsTheParent() {
        const Decoded decoded(jaegerSpan("\"references\":[" + reference("FOLLOWS_FROM", "aa", "05") + "]"));
        QCOMPARE(decoded.parent(), std::string("0000000000000005"));
        QCOMPARE(decoded.span().linkCount, 0u);
    }

    void anExplicitParentWinsAndIsNoLink() {
        const Decoded decoded(jaegerSpan("\"parentSpanID\":\"07\",\"references\":[" +
                                         reference("CHILD_OF", "aa", "05") + ',' +
                                         reference("CHILD_OF", "aa", "07") + "]"));
        QCOMPARE(decoded.parent(), std::string("0000000000000007"));
        QCOMPARE(
            decoded.links(),
            std::string(
                R"(000000000000000000000000000000aa/0000000000000005{opentracing.ref_type="child_of"})"));
    }

    void otherTracesAreNeverParents() {
        const Decoded decoded(jaegerSpan("\"references\":[" + reference("CHILD_OF", "bb", "05") + "]"));
        QCOMPARE(decoded.parent(), std::string());
        QCOMPARE(decoded.span().linkCount, 1u);
    }

    void aReferenceWithoutASpanIsLeftOut() {
        QCOMPARE(Decoded(jaegerSpan("\"references\":[" + reference("CHILD_OF", "aa", "") + "]")).problems(),
                 std::string("invalid-link×1"));
    }

    void case84_timesAsTextOrFloat() {
        const Decoded decoded(jaegerSpan(R"("startTime":"1700000000000001","duration":2.5)"));
        QCOMPARE(decoded.start(), std::int64_t{1700000000000001000});
        QCOMPARE(decoded.end(), std::int64_t{1700000000000003500});
    }

    void noDurationIsUnfinishedAndZeroIsNot() {
        const Decoded none(
            R"({"traceID":"aa","spans":[{"spanID":"1","startTime":1700000000000000,"process":{"serviceName":"a"}}]})");
        QVERIFY(none.has(SpanFlag::Unfinished));
        QCOMPARE(none.problems(), std::string("unfinished-span×1"));
        const Decoded zero(jaegerSpan(R"("duration":0)"));
        QVERIFY(!zero.has(SpanFlag::Unfinished));
        QCOMPARE(zero.problems(), std::string());
        const Decoded negative(jaegerSpan(R"("duration":-5)"));
        QVERIFY(negative.has(SpanFlag::NegativeDuration));
        QCOMPARE(negative.problems(), std::string("negative-duration×1"));
        const Decoded tooLong(jaegerSpan(R"("duration":9223372036854775)"));
        QVERIFY(tooLong.has(SpanFlag::Unfinished));
        QCOMPARE(tooLong.problems(), std::string("invalid-time×1 unfinished-span×1"));
    }

    void case85_nullLists() {
        const Decoded decoded(jaegerSpan(R"("tags":null,"logs":null,"references":null,"warnings":null)"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string());
        QCOMPARE(Decoded(R"({"data":[{"traceID":"aa","spans":null,"processes":null}]})").file()->spans,
                 std::uint64_t{0});
        QCOMPARE(Decoded(R"({"data":null,"total":0,"limit":0,"offset":0,"errors":null})").format(),
                 std::string("jaeger"));
    }

    void case86_adjustedTimes() {
        const Decoded decoded(jaegerSpan("\"warnings\":[\"This span's timestamps were adjusted by 5ms\"]"));
        QVERIFY(decoded.has(SpanFlag::SkewCorrected));
        QCOMPARE(decoded.problems(), std::string());
        const Decoded other(
            jaegerSpan(R"("warnings":["clock skew adjustment disabled; not applying calculated delta"])"));
        QVERIFY(!other.has(SpanFlag::SkewCorrected));
        QCOMPARE(other.problems(), std::string("producer-warning×1"));
    }

    void errorsOfTheAnswerAreSaid() {
        const Decoded decoded(R"({"data":[],"total":0,"errors":[{"code":404,"msg":"trace not found"}]})");
        QCOMPARE(decoded.problems(), std::string("producer-warning×1"));
        QVERIFY(decoded.problem(ProblemCode::ProducerWarning).detail.ends_with("trace not found"));
    }

    void logsBecomeEvents() {
        const Decoded decoded(jaegerSpan(
            R"("logs":[{"timestamp":1700000000000001,"fields":[{"key":"message","type":"string","value":"m"},{"key":"event","type":"string","value":"exception"}]},)"
            R"({"fields":[{"key":"message","type":"string","value":"only"},{"key":"n","type":"int64","value":"3"}],"timestamp":1700000000000002},{"timestamp":3,"fields":null}])"));
        QCOMPARE(decoded.events(),
                 std::string(
                     R"(exception@1700000000000001000{message="m"} only@1700000000000002000{n=3} @3000{})"));
        QVERIFY(decoded.has(SpanFlag::HasException));
    }

    void spansWithoutAnyTraceIdShareOne() {
        const Decoded decoded(
            R"({"data":[{"spans":[{"traceID":"","spanID":"1","operationName":"a"},{"traceID":"","spanID":"2","operationName":"b"}],"processes":{}}]})");
        QCOMPARE(decoded.size(), std::size_t{2});
        QVERIFY(!decoded.span(0).trace.isZero());
        QCOMPARE(decoded.trace(0), decoded.trace(1));
        QCOMPARE(decoded.count(ProblemCode::EmptyTraceId), std::uint64_t{2});
    }

    void mixedUpMembersAreNoTrouble() {
        const Decoded decoded(R"({"spans":)" + spans + R"(,"data":[)" + trace + R"(],"processes":)" +
                              processes + R"(,"spans":)" + spans + "}");
        QCOMPARE(decoded.size(), std::size_t{4});
        QCOMPARE(decoded.service(3), std::string("back"));
    }
};

QTEST_APPLESS_MAIN(tst_Jaeger)
#include "tst_Jaeger.moc"
