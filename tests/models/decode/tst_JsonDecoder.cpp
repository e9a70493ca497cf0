#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "Decoded.h"

#include "decode/JsonDecoder.h"

#include <string>

using namespace hallway;

namespace {

std::string servicesOf(const Decoded& decoded) {
    std::string list;
    for (std::size_t i = 0; i < decoded.size(); ++i)
        list += decoded.id(i) + '@' + decoded.service(i) + ' ';
    return list;
}

const std::string otlp = otlpSpan(R"("kind":2)");
const std::string jaeger = jaegerSpan("");

} // namespace

// A file may hold documents of several formats: each line is detected on its own (formats.md 4.9).
class tst_JsonDecoder : public QObject {
    Q_OBJECT

private slots:
    void eachLineIsReadAsWhatItIs() {
        const Decoded decoded(otlp + '\n' + jaeger + "\n{\"level\":\"info\"}\n" + otlp + '\n' + jaeger +
                              '\n');
        QCOMPARE(servicesOf(decoded), std::string("eee19b7ec3c1b174@shop 0000000000000001@shop "
                                                  "eee19b7ec3c1b174@shop 0000000000000001@shop "));
        QCOMPARE(decoded.format(), std::string("otlp-jsonl")); // what came first
        QCOMPARE(decoded.problems(), std::string("unknown-record×1"));
        QCOMPARE(decoded.problem(ProblemCode::UnknownRecord).position->line, std::uint64_t{3});
    }

    void elementsOfAnArrayMayDifferAsWell() {
        const Decoded decoded('[' + jaeger + ',' + otlp + ']');
        QCOMPARE(servicesOf(decoded), std::string("0000000000000001@shop eee19b7ec3c1b174@shop "));
        QCOMPARE(decoded.problems(), std::string());
    }

    void documentsThatBeginWithAnotherKeyAreLookedAtAgain() {
        // The same span with its members the other way round, and a document without any.
        const Decoded decoded(R"({"schemaUrl":"x",)" + otlp.substr(1) + "\n{}\n" + otlp + '\n');
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.problems(), std::string("unknown-record×1"));
    }

    void documentsWithOneFirstKeyMayBeOfTwoFormats() {
        const std::string trace =
            R"({"traceID":"aa","spans":[{"traceID":"aa","spanID":"01","operationName":"op","startTime":1,)"
            R"("duration":5,"processID":"p1"}],"processes":{"p1":{"serviceName":"shop"}}})";
        const std::string document =
            R"({"traceID":"aa","spanID":"02","operationName":"op","startTime":1,"duration":5,)"
            R"("process":{"serviceName":"cart"}})";
        const Decoded decoded(trace + '\n' + document + '\n' + trace + '\n');
        QCOMPARE(servicesOf(decoded),
                 std::string("0000000000000001@shop 0000000000000002@cart 0000000000000001@shop "));
        QCOMPARE(decoded.problems(), std::string());
    }

    void aUnitIsOnlyGuessedWhereAllSpansAreOfOneFormat() {
        const std::string inMilliseconds =
            R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"01","spanId":"02","name":"m",)"
            R"("startTimeUnixNano":"1700000000000","endTimeUnixNano":"1700000000005"}]}]}]})";
        QCOMPARE(Decoded(inMilliseconds).file()->timeScale, std::int64_t{1000000});
        QCOMPARE(Decoded(inMilliseconds + '\n' + jaeger).file()->timeScale, std::int64_t{1});
    }

    void everyFormatHasANameAndBothFunctions() {
        QVERIFY(jsonFormats().size() >= 2);
        for (const JsonFormatEntry& format : jsonFormats())
            QVERIFY(!format.name.empty() && format.recognises != nullptr && format.make != nullptr);
    }
};

QTEST_APPLESS_MAIN(tst_JsonDecoder)
#include "tst_JsonDecoder.moc"
