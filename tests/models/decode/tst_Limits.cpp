#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "Decoded.h"

#include <string>
#include <string_view>

using namespace hallway;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        text += part;
    return text;
}

/// `parts` elements of a list, with commas between.
std::string listOf(std::string_view element, std::size_t count) {
    std::string text = repeated(std::string(element) + ',', count);
    text.pop_back();
    return text;
}

} // namespace

// Much of everything: nothing grows faster than the text, nothing recurses, nothing is silently left out.
class tst_Limits : public QObject {
    Q_OBJECT

private slots:
    void manyAttributesEventsAndLinks() {
        constexpr std::size_t many = 1 << 17;
        std::string attributes;
        for (std::size_t i = 0; i < many; ++i)
            attributes += "{\"key\":\"k" + std::to_string(i) + "\",\"value\":{\"intValue\":\"1\"}},";
        attributes.pop_back();
        const Decoded decoded(otlpSpan("\"attributes\":[" + attributes + "],\"events\":[" +
                                       listOf(R"({"name":"e","timeUnixNano":"5"})", many) + "],\"links\":[" +
                                       listOf(R"({"traceId":"1","spanId":"2"})", many) + "]"));
        QCOMPARE(decoded.span().attributeCount, std::uint32_t{many});
        QCOMPARE(decoded.span().linkCount, std::uint32_t{many});
        QVERIFY(decoded.events().ends_with("e@5{}"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void oneKeyManyTimes() {
        constexpr std::size_t many = 1 << 17;
        const Decoded decoded(
            otlpSpan("\"attributes\":[" + listOf(R"({"key":"k","value":{"intValue":"1"}})", many) + "]"));
        QCOMPARE(decoded.attributes(), std::string("k=1"));
        QCOMPARE(decoded.count(ProblemCode::DuplicateAttribute), std::uint64_t{many - 1});
    }

    void textsOfAMegabyteEverywhere() {
        const std::string text(1 << 20, 'x');
        const std::string quoted = '"' + text + '"';
        const Decoded decoded(
            R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":)" +
            quoted + R"(}}]},"scopeSpans":[{"scope":{"name":)" + quoted + R"(,"version":)" + quoted +
            R"(},"spans":[{"traceId":)" + quoted + R"(,"spanId":)" + quoted + R"(,"parentSpanId":)" + quoted +
            R"(,"traceState":)" + quoted + R"(,"name":)" + quoted + R"(,"status":{"message":)" + quoted +
            R"(},"attributes":[{"key":)" + quoted + R"(,"value":{"stringValue":)" + quoted +
            R"(}}],"events":[{"name":)" + quoted + R"(}],"links":[{"traceId":)" + quoted + R"(,"spanId":)" +
            quoted + "}]}]}]}]}");
        QCOMPARE(decoded.size(), std::size_t{1});
        QVERIFY(decoded.name().size() <= text.size());
        QVERIFY(!decoded.span().trace.isZero() && !decoded.span().id.isZero());
        // What was cut is said.
        if (decoded.name().size() < text.size()) QVERIFY(decoded.count(ProblemCode::TruncatedValue) > 0);
    }

    void deepNestingEverywhere_data() {
        QTest::addColumn<QByteArray>("member");
        for (const char* const name :
             {"unknown", "attributes", "events", "links", "status", "name", "traceId"})
            QTest::newRow(name) << QByteArray(name);
    }
    void deepNestingEverywhere() {
        QFETCH(QByteArray, member);
        constexpr std::size_t depth = 200'000;
        for (const auto& [open, close] : {std::pair("[", "]"), std::pair("{\"a\":", "}")}) {
            const std::string deep =
                repeated(open, depth) + '1' + (member == "unknown" ? repeated(close, depth) : "");
            const Decoded decoded(otlpSpan("\"x\":1,\"" + member.toStdString() + "\":" + deep));
            QVERIFY(decoded.size() <= 1);
            // Either the span was read around it, or it is said that it was not.
            QVERIFY(decoded.size() == 1 || !decoded.problems().empty());
        }
    }

    void bracketsWithoutEnd() {
        for (const char* const open : {"[", "{", "{\"resourceSpans\":[", "[{\"a\":"}) {
            const Decoded decoded(repeated(open, 500'000));
            QCOMPARE(decoded.size(), std::size_t{0});
            QVERIFY(!decoded.file() || !decoded.problems().empty());
        }
    }

    void manyBrokenLinesTakeTimeForEachByte() {
        std::string text = otlpSpan(R"("name":"a")") + '\n';
        const std::string line = R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"b")";
        text += repeated(line + '\n', 20'000);
        QElapsedTimer timer;
        timer.start();
        const Decoded decoded(text);
        QVERIFY(decoded.count(ProblemCode::BrokenRecord) + decoded.count(ProblemCode::TruncatedFile) >=
                std::uint64_t{20'000});
        QVERIFY2(timer.elapsed() < 60'000, "quadratic"); // a second, where nothing else runs
    }
};

QTEST_APPLESS_MAIN(tst_Limits)
#include "tst_Limits.moc"
