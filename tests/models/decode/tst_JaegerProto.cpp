#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "Decoded.h"

#include <string>

using namespace hallway;

namespace {

const std::string trace = "AAAAAAAAAAAAAAAAAAAAqg=="; // …aa
const std::string root = "AAAAAAAAAAE=", child = "AAAAAAAAAAI=";

std::string span(const std::string& id, const std::string& members) {
    return R"({"traceId":")" + trace + R"(","spanId":")" + id +
           R"(","operationName":"op","startTime":"2023-11-14T22:13:20.000001Z","duration":"0.005s")" +
           members + "}";
}

std::string batch(const std::string& members) {
    return R"({"process":{"serviceName":"shop","tags":[{"key":"hostname","vStr":"h1"}]},"spans":[)" +
           span(root, members) + "]}";
}

} // namespace

// formats.md 3.5: the model of Jaeger's gRPC interface as protobuf writes it in JSON.
class tst_JaegerProto : public QObject {
    Q_OBJECT

private slots:
    void everyField() {
        const Decoded decoded(batch(
            R"(,"flags":1,"references":[{"refType":"FOLLOWS_FROM","traceId":"AAAAAAAAAAAAAAAAAAAAuw==","spanId":")" +
            child +
            R"("}],"logs":[{"timestamp":"2023-11-14T22:13:20.000002Z","fields":[{"key":"event","vStr":"e"},)" +
            R"({"key":"n","vType":"INT64","vInt64":"7"}]}],"warnings":null)"));
        QCOMPARE(decoded.format(), std::string("jaeger-proto"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.trace(), std::string("000000000000000000000000000000aa"));
        QCOMPARE(decoded.id(), std::string("0000000000000001"));
        QCOMPARE(decoded.parent(), std::string()); // a reference to another trace is no parent
        QCOMPARE(decoded.name(), std::string("op"));
        QCOMPARE(decoded.start(), std::int64_t{1700000000000001000});
        QCOMPARE(decoded.end(), std::int64_t{1700000000005001000});
        QCOMPARE(decoded.service(), std::string("shop"));
        QCOMPARE(decoded.resourceAttributes(), std::string(R"(host.name="h1" service.name="shop")"));
        QCOMPARE(decoded.events(), std::string("e@1700000000000002000{n=7}"));
        QCOMPARE(
            decoded.links(),
            std::string(
                "000000000000000000000000000000bb/0000000000000002{opentracing.ref_type=\"follows_from\"}"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void tags_data() {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("read");
        const auto row = [](const char* tag, const char* read) {
            QTest::addRow("%s", tag) << QByteArray(tag) << QByteArray(read);
        };
        row(R"({"key":"k","vStr":"v"})", R"(k="v")");
        row(R"({"key":"k","vType":"STRING","vStr":"v"})", R"(k="v")");
        row(R"({"key":"k","v_type":0,"v_str":"v"})", R"(k="v")");
        row(R"({"key":"k","vType":"BOOL","vBool":true})", "k=true");
        row(R"({"key":"k","vType":"BOOL"})", "k=false");
        row(R"({"key":"k","vInt64":"-9223372036854775808","vType":2})", "k=-9223372036854775808");
        row(R"({"key":"k","vType":"INT64"})", "k=0");
        row(R"({"key":"k","vInt64":"5"})", "k=5"); // its type is missing, its value is not
        row(R"({"key":"k","vType":"FLOAT64","vFloat64":"NaN"})", "k=NaNd");
        row(R"({"key":"k","v_type":3,"v_float64":1.5})", "k=1.5d");
        row(R"({"key":"k","vType":"BINARY","vBinary":"AQID"})", "k=bytes:AQID");
        // Every default written out: only the member of the type counts.
        row(R"({"key":"k","vType":"INT64","vStr":"","vBool":false,"vInt64":"6","vFloat64":0,"vBinary":""})",
            "k=6");
        row(R"({"key":"k"})", R"(k="")");
        row(R"({"vStr":"v"})", "");
        row("null", "");
        row("7", "");
    }
    void tags() {
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, read);
        const Decoded decoded(batch(",\"tags\":[" + tag.toStdString() + "]"));
        QCOMPARE(QByteArray::fromStdString(decoded.attributes()), read);
        QCOMPARE(decoded.problems(), std::string());
    }

    void theNamesOfTheFileFormatMeanTheSame() {
        const std::string camel =
            batch(R"(,"references":[{"traceId":")" + trace + R"(","spanId":")" + child + R"("}])");
        std::string snake = camel;
        for (const auto& [from, to] : {std::pair{"traceId", "trace_id"},
                                       {"spanId", "span_id"},
                                       {"operationName", "operation_name"},
                                       {"startTime", "start_time"},
                                       {"serviceName", "service_name"}})
            snake = QString::fromStdString(snake).replace(from, to).toStdString();
        QCOMPARE(Decoded(snake).everything(), Decoded(camel).everything());
        QCOMPARE(Decoded(snake).parent(), std::string("0000000000000002"));
    }

    void containers_data() {
        QTest::addColumn<QByteArray>("text");
        const std::string own =
            span(root, R"(,"process":{"serviceName":"shop","tags":[{"key":"hostname","vStr":"h1"}]})");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("process behind its spans",
            R"({"spans":[)" + span(root, "") +
                R"(],"process":{"serviceName":"shop","tags":[{"key":"hostname","vStr":"h1"}]}})");
        row("to the collector", R"({"batch":)" + batch("") + "}");
        row("answer of the query service", R"({"spans":[)" + own + "]}");
        row("within a result", R"({"result":{"spans":[)" + own + "]}}");
    }
    void containers() {
        QFETCH(QByteArray, text);
        QCOMPARE(Decoded(text.toStdString()).everything(), Decoded(batch("")).everything());
        QCOMPARE(Decoded(text.toStdString()).problems(), std::string());
    }

    void manyAnswersOneAfterAnother() {
        const Decoded decoded(batch("") + "\n" + R"({"spans":[)" + span(child, "") +
                              R"(],"process":{"serviceName":"back"}})");
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.service(0), std::string("shop"));
        QCOMPARE(decoded.service(1), std::string("back"));
    }

    void whatGoWritesOfItsStructs() {
        // Numbers for enums, ids and durations.
        const Decoded decoded(
            R"({"process":{"service_name":"a"},"spans":[{"trace_id":"AAAAAAAAAAAAAAAAAAAAqg==","span_id":"AAAAAABkfZk=",)"
            R"("parent_span_id":6866147,"operation_name":"get","start_time":"2017-01-26T21:46:31.639875Z","duration":22938000,)"
            R"("references":[{"ref_type":1,"trace_id":"AAAAAAAAAAAAAAAAAAAAqg==","span_id":"AAAAAABkfZg="}]}]})");
        QCOMPARE(decoded.id(), std::string("0000000000647d99"));
        QCOMPARE(decoded.parent(), std::string("000000000068c4e3"));
        QCOMPARE(decoded.end() - decoded.start(), std::int64_t{22938000});
        QVERIFY(decoded.links().ends_with("/0000000000647d98{opentracing.ref_type=\"follows_from\"}"));
    }

    void aSpanWithoutProcessIsCounted() {
        const Decoded decoded(R"({"spans":[)" + span(root, "") + "]}");
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.service(), std::string());
        QCOMPARE(decoded.count(ProblemCode::MissingProcess), std::uint64_t{1});
    }

    void anythingOfAnyTypeIsSurvived() {
        for (const char* value : {"null", "true", "1e999", "\"\"", "\"x\"", "[]", "{}", "[[null]]", "-1"})
            for (const char* name : {"traceId", "spanId", "operationName", "references", "startTime",
                                     "duration", "tags", "logs", "process", "flags"}) {
                const Decoded decoded(R"({"process":{"serviceName":"shop"},"spans":[)" +
                                      span(root, std::string(",\"") + name + "\":" + value) + "]}");
                QCOMPARE(decoded.size(), std::size_t{1});
            }
    }
};

QTEST_APPLESS_MAIN(tst_JaegerProto)
#include "tst_JaegerProto.moc"
