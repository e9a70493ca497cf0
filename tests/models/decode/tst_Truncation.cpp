#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

std::string otlp(const char* gap) {
    std::string text;
    for (int i = 1; i <= 3; ++i)
        text +=
            "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{"
            "\"stringValue\":\"sh\\\"op\"}}]},\"scopeSpans\":[{\"scope\":{\"name\":\"l\"},\"spans\":["
            R"({"traceId":"W47/95gDgQPSabYzgT/GDA==","spanId":"7uGbfsPBsXQ=","name":"\u00e9","startTimeUnixNano":"1544712660000000000","endTimeUnixNano":1544712661000000000,)"
            R"("attributes":[{"key":"a","value":{"kvlistValue":{"values":[{"key":"x","value":{"intValue":"1"}}]}}}],"events":[{"name":"e","timeUnixNano":"5"}],"links":[{"traceId":"1","spanId":"2"}],"status":{"code":2}},)"
            R"({"traceId":"01","spanId":"02","name":"b"}]}]},{"scopeSpans":[{"spans":[{"traceId":"01","spanId":"03","name":"c"}]}],"resource":{"attributes":[]}}]})" +
            std::string(gap);
    return text;
}

} // namespace

// A file cut at any byte: what stands before the cut is kept, and nothing crashes.
class tst_Truncation : public QObject {
    Q_OBJECT

private slots:
    void spansNeverShrinkWithALongerFile_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("spans");
        QTest::newRow("OTLP lines") << QByteArray::fromStdString(otlp("\n")) << 9;
        QTest::newRow("OTLP concatenated") << QByteArray::fromStdString(otlp("")) << 9;
        QTest::newRow("OTLP array") << QByteArray::fromStdString("[" + otlp(",") + "]") << 9;
        QTest::newRow("OTLP log lines") << QByteArray::fromStdString("INFO " + otlp("\nINFO ")) << 9;
        QTest::newRow("Tempo") << QByteArray::fromStdString(R"({"trace":)" + otlp(",\"x\":") +
                                                            R"(1,"status":"PARTIAL","message":"m"})")
                               << 3;
        QTest::newRow("Jaeger")
            << QByteArray::fromStdString(jaegerSpan(
                   R"("tags":[{"key":"a","type":"binary","value":"AQID"}],"logs":[{"timestamp":5,"fields":[{"key":"event","value":"e"}]}],"references":[{"refType":"CHILD_OF","traceID":"aa","spanID":"7"}]},{"spanID":"02","traceID":"aa")"))
            << 2;
        QTest::newRow("UTF-16") << [] {
            QByteArray bytes("\xFF\xFE");
            for (const char c : otlp("\n").substr(0, 1200))
                bytes.append(c).append('\0');
            return bytes;
        }() << 3;
    }
    void spansNeverShrinkWithALongerFile() {
        QFETCH(QByteArray, text);
        QFETCH(int, spans);
        std::size_t before = 0;
        const std::string_view whole(text.constData(), static_cast<std::size_t>(text.size()));
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const Decoded decoded(whole.substr(0, size), {64, 1 << 16});
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            before = decoded.size();
        }
        QVERIFY(static_cast<int>(before) >= spans);
    }

    void theCutIsSaidWithItsPlace() {
        const std::string text = otlp("\n");
        const std::size_t third = text.rfind("{\"resourceSpans\"");
        const std::size_t cut = text.find("\"startTimeUnixNano\"", third);
        const Decoded decoded(text.substr(0, cut));
        QCOMPARE(decoded.size(), std::size_t{6});
        const Problem problem = decoded.problem(ProblemCode::TruncatedFile);
        QCOMPARE(problem.count, std::uint64_t{1});
        QCOMPARE(problem.position->line, std::optional<std::uint64_t>(3));
        QCOMPARE(problem.position->offset, std::uint64_t{text.find("{\"traceId\"", third)});
    }

    void heldBackSpansSurviveTheCut() {
        const Decoded decoded(
            R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"1","spanId":"1","name":"a"},{"traceId":"1")");
        QCOMPARE(decoded.size(), std::size_t{1});
        QVERIFY(decoded.span().resource.valid() && decoded.span().scope.valid());
        QCOMPARE(decoded.count(ProblemCode::TruncatedFile), std::uint64_t{1});
        QCOMPARE(decoded.count(ProblemCode::MissingService), std::uint64_t{1});
    }

    void aWholeFileIsNotTruncated() {
        for (const char* gap : {"", "\n", " \r\n"})
            QCOMPARE(Decoded(otlp(gap)).count(ProblemCode::TruncatedFile), std::uint64_t{0});
        QCOMPARE(Decoded(jaegerSpan("")).count(ProblemCode::TruncatedFile), std::uint64_t{0});
    }

    void everyFlippedByteIsSurvived() {
        const std::string text = otlp("\n").substr(0, 1500);
        for (std::size_t at = 0; at < text.size(); ++at)
            for (const char c : {'"', '{', '}', '\\', '\0', '\xFF', '\n'}) {
                std::string changed = text;
                changed[at] = c;
                const Decoded decoded(changed, {64, 1 << 16});
                QVERIFY(decoded.size() <=
                        7); // six spans, and one more where a bracket becomes an empty object
            }
    }
};

QTEST_APPLESS_MAIN(tst_Truncation)
#include "tst_Truncation.moc"
