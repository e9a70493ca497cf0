#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "Decoded.h"

#include <string>

using namespace hallway;

namespace {

const std::string newLine = "\n"; // moc stumbles over raw literals beside others

const std::string root =
    R"({"traceID":"aa","spanID":"01","operationName":"root","startTime":1700000000000000,"startTimeMillis":1700000000000,)"
    R"("duration":100,"references":[],"tags":[{"key":"span.kind","type":"string","value":"server"}],"logs":[],)"
    R"("process":{"serviceName":"front","tags":[]}})";
const std::string child =
    R"({"traceID":"aa","spanID":"02","operationName":"child","references":[{"refType":"CHILD_OF","traceID":"aa","spanID":"01"}],)"
    R"("startTime":1700000000000010,"duration":20,"process":{"serviceName":"back"}})";
const std::string service = R"({"serviceName":"front","operationName":"root"})";
const std::string dependencies =
    R"({"timestamp":"2023-11-14T00:00:00Z","dependencies":[{"parent":"front","child":"back","callCount":1}]})";
const std::string openSearch =
    R"({"traceId":"aa","spanId":"03","parentSpanId":"","name":"op","kind":"SPAN_KIND_SERVER","startTime":"2023-11-14T22:13:20Z",)"
    R"("endTime":"2023-11-14T22:13:21Z","serviceName":"shop","status.code":0})";
const std::string elastic =
    R"({"processor":{"event":"transaction"},"trace":{"id":"aa"},"transaction":{"id":"04","name":"tx","type":"request",)"
    R"("duration":{"us":5}},"timestamp":{"us":1700000000000000},"service":{"name":"web"}})";

std::string hit(const std::string& source) {
    return R"({"_index":"jaeger-span-2023-11-14","_type":"_doc","_id":"x","_score":1,"_source":)" + source +
           "}";
}
std::string answer(const std::string& hits) {
    return R"({"took":1,"timed_out":false,"_shards":{"total":5},"hits":{"total":{"value":2},"max_score":1,"hits":[)" +
           hits + "]}}";
}
/// The same spans as the query API gives them.
const std::string query =
    R"({"data":[{"traceID":"aa","spans":[{"traceID":"aa","spanID":"01","operationName":"root","startTime":1700000000000000,)"
    R"("duration":100,"tags":[{"key":"span.kind","type":"string","value":"server"}],"processID":"p1"},)"
    R"({"traceID":"aa","spanID":"02","operationName":"child","references":[{"refType":"CHILD_OF","traceID":"aa","spanID":"01"}],)"
    R"("startTime":1700000000000010,"duration":20,"processID":"p2"}],"processes":{"p1":{"serviceName":"front"},"p2":{"serviceName":"back"}}}]})";

std::string binaryTag(const std::string& value) {
    return R"("tags":[{"key":"k","type":"binary","value":")" + value + "\"}]";
}
std::string document(const std::string& members) {
    return R"({"traceID":"aa","spanID":"01","operationName":"op","startTime":1700000000000000,"duration":5)" +
           members + "}";
}

} // namespace

// formats.md 3.4: documents of Elasticsearch and OpenSearch in every wrapper.
class tst_SearchStore : public QObject {
    Q_OBJECT

private slots:
    void case74_wrappersOfDocuments_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("a document a line", root + "\n" + child + "\n");
        row("an array of documents", "[" + root + ",\n" + child + "]");
        row("a dump", hit(root) + "\n" + hit(child) + "\n");
        row("an array of hits", "[" + hit(root) + "," + hit(child) + "]");
        row("an answer", answer(hit(root) + "," + hit(child)));
        row("answers to several searches",
            R"({"took":1,"responses":[)" + answer(hit(root)) + "," + answer(hit(child)) + "]}");
        row("pages of an answer", answer(hit(root)) + "\n" + answer(hit(child)));
        row("for the bulk API",
            "{\"index\":{\"_index\":\"jaeger-span\"}}\n" + root + "\n{\"create\":{}}\n" + child + "\n");
        row("with a log's prefix", "2023 INFO " + root + "\n2023 INFO " + child + "\n");
        row("behind a byte order mark", "\xEF\xBB\xBF" + root + "\r\n" + child + "\r\n");
    }
    void case74_wrappersOfDocuments() {
        QFETCH(QByteArray, text);
        const Decoded decoded(text.toStdString());
        QCOMPARE(decoded.format(), std::string("jaeger-es"));
        QCOMPARE(decoded.everything(), Decoded(query).everything());
        QCOMPARE(decoded.problems(), std::string());
        for (const std::size_t chunk : {1u, 7u, 64u})
            QCOMPARE(Decoded(text.toStdString(), {chunk, 1 << 20}).everything(), decoded.everything());
    }

    void eachDocumentIsReadAsWhatItIs() {
        for (const bool wrapped : {false, true}) {
            std::string text;
            for (const std::string& source : {root, openSearch, elastic, child})
                text += (wrapped ? hit(source) : source) + "\n";
            const Decoded decoded(text);
            QCOMPARE(decoded.format(), std::string("jaeger-es")); // the first
            QCOMPARE(decoded.size(), std::size_t{4});
            QCOMPARE(decoded.service(0) + decoded.service(1) + decoded.service(2) + decoded.service(3),
                     std::string("frontshopwebback"));
            QCOMPARE(decoded.problems(), std::string());
        }
        QCOMPARE(Decoded(hit(openSearch)).format(), std::string("opensearch"));
        QCOMPARE(Decoded(hit(elastic)).format(), std::string("elastic-apm"));
    }

    void whatHoldsNoSpanIsCounted() {
        const Decoded decoded(
            hit(root) + "\n" + hit(service) + "\n" + hit(dependencies) + "\n" + hit(R"({"message":"log"})") +
            "\n" + hit(R"({"serviceName":"a","kind":"SPAN_KIND_SERVER","hashId":"x"})") + "\n" + hit(child));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.problems(), std::string("unknown-record×2 skipped-signal×2"));
        QVERIFY(decoded.problem(ProblemCode::SkippedSignal).detail.starts_with("Jaeger's list of services"));
        QVERIFY(decoded.problem(ProblemCode::UnknownRecord).detail.starts_with("Jaeger dependencies"));
        QCOMPARE(decoded.problem(ProblemCode::UnknownRecord).position->line, std::optional<std::uint64_t>(3));
    }

    void aListOfServicesAloneIsRead() {
        for (const std::string& text : {service, hit(service)}) {
            const Decoded decoded(text + "\n" + text + "\n");
            QCOMPARE(decoded.format(), std::string("jaeger-es"));
            QCOMPARE(decoded.problems(), std::string("skipped-signal×2"));
        }
    }

    void dependenciesAloneAreRefusedByName() {
        for (const std::string& text : {dependencies, hit(dependencies), answer(hit(dependencies))}) {
            const Decoded decoded(text);
            QVERIFY(!decoded.file().has_value());
            QCOMPARE(decoded.file().error().code, ErrorCode::UnsupportedFormat);
            QVERIFY(decoded.file().error().arguments.at(1).starts_with("Jaeger dependencies JSON"));
        }
    }

    void anAnswerWithoutHitsIsEmpty() {
        const Decoded decoded(answer(""));
        QVERIFY(decoded.file().has_value());
        QCOMPARE(decoded.format(), std::string("empty"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void documentsOfSomethingElseAreUnknown() {
        for (const std::string& text : {R"({"index":{"_id":"1"}})" + newLine + R"({"message":"log"})",
                                        std::string(R"({"_index":"logs","_source":{"message":"log"}})")})
            QVERIFY(!Decoded(text).file().has_value());
    }

    void case75_idsOfAnyLength() {
        QCOMPARE(Decoded(document("")).trace(), std::string("000000000000000000000000000000aa"));
        const std::string padded = QString::fromStdString(document(""))
                                       .replace("\"aa\"", "\"000000000000000000000000000000aa\"")
                                       .toStdString();
        QCOMPARE(Decoded(padded).everything(), Decoded(document("")).everything());
    }

    void case76_everyValueAsText() {
        const Decoded decoded(document(
            R"(,"tags":[{"key":"i","type":"int64","value":"9223372036854775807"},{"key":"d","type":"float64","value":"72.5"},)"
            R"({"key":"b","type":"bool","value":"true"},{"key":"bad","type":"int64","value":"seven"}],"process":{"serviceName":"s"})"));
        QCOMPARE(decoded.attributes(), std::string(R"(i=9223372036854775807 d=72.5d b=true bad="seven")"));
        QCOMPARE(decoded.problems(), std::string("invalid-attribute×1"));
    }

    void case77_binaryIsHexInDocuments() {
        const std::string process = R"(,"process":{"serviceName":"shop"})";
        const Decoded stored(document("," + binaryTag("00003039Ab") + process));
        const Decoded queried(jaegerSpan(binaryTag("AAAwOas=")));
        QCOMPARE(stored.attributes(), queried.attributes());
        QCOMPARE(stored.attributes(), std::string("k=bytes:AAAwOas="));
        for (const std::string bad : {"123", "0x", "zz"}) {
            const Decoded kept(document("," + binaryTag(bad) + process));
            QCOMPARE(kept.attributes(), "k=\"" + bad + "\"");
            QCOMPARE(kept.problems(), std::string("invalid-attribute×1"));
        }
    }

    void case78_mapOfTags() {
        const Decoded decoded(document(
            R"(,"tags":[{"key":"span.kind","type":"string","value":"client"}],"tag":{"http@status_code":404,"error":true,"peer@service":"back",)"
            R"("a@b@c":1.5,"list":[1, 2],"otel@scope@name":"lib"},"process":{"serviceName":"front","tag":{"hostname":"h1","sdk@version":"2"}})"));
        QCOMPARE(decoded.attributes(),
                 std::string(R"(http.status_code=404 peer.service="back" a.b.c=1.5d list=json:[1,2])"));
        QCOMPARE(decoded.span().kind, SpanKind::Client);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.scope(), std::string("lib {}"));
        QCOMPARE(decoded.resourceAttributes(),
                 std::string(R"(host.name="h1" sdk.version="2" service.name="front")"));
    }

    void case79_missingProcess() {
        for (const char* process : {"", R"(,"process":null)", R"(,"process":7)"}) {
            const Decoded decoded(document(process));
            QCOMPARE(decoded.service(), std::string());
            QCOMPARE(decoded.problems(), std::string("missing-process×1"));
        }
        QCOMPARE(Decoded(document(R"(,"process":{"serviceName":""})")).problems(),
                 std::string("missing-service×1"));
    }

    void case80_case81_referencesAreParentsOrLinks() {
        const auto reference = [](const std::string& type, const std::string& trace,
                                  const std::string& span) {
            return "{\"refType\":\"" + type + R"(","traceID":")" + trace + R"(","spanID":")" + span + "\"}";
        };
        const Decoded three(document(
            R"(,"process":{"serviceName":"s"},"references":[)" + reference("CHILD_OF", "bb", "7") + ',' +
            reference("FOLLOWS_FROM", "aa", "8") + ',' + reference("CHILD_OF", "aa", "9") + ']'));
        QCOMPARE(three.parent(), std::string("0000000000000009"));
        QCOMPARE(three.span().linkCount, 2u);
        const Decoded one(document(R"(,"process":{"serviceName":"s"},"references":[)" +
                                   reference("FOLLOWS_FROM", "aa", "8") + ']'));
        QCOMPARE(one.parent(), std::string("0000000000000008"));
        QCOMPARE(one.span().linkCount, 0u);
    }

    void case83_theErrorTagAsText() {
        const auto statusOf = [](const std::string& value) {
            return Decoded(
                       document(
                           R"(,"process":{"serviceName":"s"},"tags":[{"key":"error","type":"bool","value":)" +
                           value + "}]"))
                .span()
                .status;
        };
        QCOMPARE(statusOf("\"true\""), SpanStatus::Error);
        QCOMPARE(statusOf("true"), SpanStatus::Error);
        QCOMPARE(statusOf("\"false\""), SpanStatus::Unset);
    }

    void case84_timesAsTextOrFloat() {
        const Decoded decoded(
            R"({"traceID":"aa","spanID":"01","operationName":"op","startTime":"1700000000000000","duration":5.0,"process":{"serviceName":"s"}})");
        QCOMPARE(decoded.start(), std::int64_t{1700000000000000000});
        QCOMPARE(decoded.end(), std::int64_t{1700000000000005000});
    }

    void case85_nullLists() {
        const Decoded decoded(document(
            R"(,"process":{"serviceName":"s","tags":null,"tag":null},"tags":null,"tag":null,"logs":null,"references":null,"warnings":null)"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string());
    }

    void case86_adjustedTimes() {
        const Decoded decoded(
            document(R"(,"process":{"serviceName":"s"},"warnings":["timestamps were adjusted by 1ms"])"));
        QVERIFY(decoded.has(SpanFlag::SkewCorrected));
        QCOMPARE(decoded.problems(), std::string());
    }

    void aDocumentWithoutIdsIsATraceOfItsOwn() {
        const std::string bare =
            R"({"traceID":"","spanID":"","operationName":"op","startTime":1,"duration":1,"process":{"serviceName":"s"}})";
        const Decoded decoded(bare + "\n" +
                              QString::fromStdString(bare).replace("\"op\"", "\"other\"").toStdString());
        QCOMPARE(decoded.size(), std::size_t{2});
        QVERIFY(decoded.trace(0) != decoded.trace(1));
        QCOMPARE(decoded.problems(), std::string("empty-trace-id×2 empty-span-id×2"));
    }

    void oneBrokenDocumentIsLeftOut() {
        const Decoded decoded(hit(root) + "\n" +
                              hit(R"({"traceID":"aa","spanID":"02","operationName":tru})") + "\n" +
                              hit(child));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.problems(), std::string("broken-record×1"));
    }

    void badTextIsCountedOnce() {
        const Decoded decoded(document(",\"x\":\"\xFF\",\"process\":{\"serviceName\":\"s\"}"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("invalid-utf8×1"));
    }

    void spansNeverShrinkWithALongerFile_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("answer") << QByteArray::fromStdString(
            answer(hit(root) + "," + hit(openSearch) + "," + hit(child)));
        QTest::newRow("dump") << QByteArray::fromStdString(hit(root) + "\n" + hit(elastic) + "\n" +
                                                           hit(child) + "\n");
        QTest::newRow("bulk") << QByteArray::fromStdString("{\"index\":{}}\n" + root + "\n{\"index\":{}}\n" +
                                                           openSearch + "\n");
    }
    void spansNeverShrinkWithALongerFile() {
        QFETCH(QByteArray, text);
        std::size_t before = 0;
        for (qsizetype size = 0; size <= text.size(); ++size) {
            const Decoded decoded(text.first(size).toStdString(), {64, 1 << 16});
            QVERIFY(decoded.size() >= before);
            before = decoded.size();
        }
        QVERIFY(before >= 2);
    }

    void everyFlippedByteIsSurvived() {
        const std::string text = answer(hit(root) + "," + hit(openSearch) + "," + hit(elastic));
        for (std::size_t at = 0; at < text.size(); ++at)
            for (const char c : {'"', '{', '}', '\\', '\0', '\xFF', '\n'}) {
                std::string changed = text;
                changed[at] = c;
                QVERIFY(Decoded(changed, {64, 1 << 16}).size() <= 4);
            }
    }

    void deepNestingIsSurvived() {
        const std::string deep = std::string(10000, '[') + std::string(10000, ']');
        const std::string objects = [] {
            std::string text = "1";
            for (int i = 0; i < 900; ++i)
                text = "{\"a\":" + text + "}";
            return text;
        }();
        for (const std::string& value : {deep, objects}) {
            QVERIFY(
                Decoded(
                    hit(root) + "\n" +
                    hit(R"({"traceId":"aa","spanId":"03","startTime":"2023-11-14T22:13:20Z","attributes":)" +
                        value + "}"))
                    .size() >= 1);
            QVERIFY(
                Decoded(hit(root) + "\n" + R"({"_index":)" + value + R"(,"hits":)" + value + "}").size() ==
                1);
        }
    }
};

QTEST_APPLESS_MAIN(tst_SearchStore)
#include "tst_SearchStore.moc"
