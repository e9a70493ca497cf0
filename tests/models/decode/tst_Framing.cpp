#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

std::string document(int number) {
    const std::string id = std::to_string(number);
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{"
           "\"stringValue\":\"shop\"}}]},\"scopeSpans\":[{\"spans\":[{\"traceId\":\"01\",\"spanId\":\"" +
           id + R"(","name":"n)" + id +
           "\",\"startTimeUnixNano\":\"1000000000000000000\",\"endTimeUnixNano\":\"1000000000000000001\"}]}]}"
           "]}";
}
std::string indented(int number) {
    std::string text;
    int depth = 0;
    for (const char c : document(number)) {
        if (c == '}' || c == ']') text += '\n' + std::string(static_cast<std::size_t>(--depth), ' ');
        text += c;
        if (c == '{' || c == '[') ++depth;
        if (c == '{' || c == '[' || c == ',')
            text += '\n' + std::string(static_cast<std::size_t>(depth), ' ');
    }
    return text + '\n';
}
std::string names(const Decoded& decoded) {
    std::string list;
    for (std::size_t i = 0; i < decoded.size(); ++i)
        list += decoded.name(i) + ' ';
    return list;
}

} // namespace

// How documents follow each other in a file, and what a broken one does to the others.
class tst_Framing : public QObject {
    Q_OBJECT

private slots:
    void framings_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("read");
        QTest::addColumn<QByteArray>("problems");
        QTest::addColumn<QByteArray>("format");
        const auto row = [](const char* name, const std::string& text, const char* read,
                            const char* problems = "", const char* format = "otlp-json") {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(read) << QByteArray(problems)
                                << QByteArray(format);
        };
        const std::string one = document(1);
        const std::string two = document(2);
        const std::string three = document(3);
        row("lines", one + '\n' + two + '\n' + three + '\n', "n1 n2 n3 ", "", "otlp-jsonl");
        row("lines, no break at the end", one + '\n' + two, "n1 n2 ", "", "otlp-jsonl");
        row("case4_crlfAndBlankLines", "\r\n" + one + "\r\n\r\n  \r\n" + two + "\r\n", "n1 n2 ", "",
            "otlp-jsonl");
        row("case9_concatenated", one + two + three, "n1 n2 n3 ");
        row("record separators", '\x1E' + one + "\n\x1E" + two + '\n', "n1 n2 ", "", "otlp-jsonl");
        row("separated by commas", one + ",\n" + two + "\n", "n1 n2 ");
        row("case10_array", "[" + one + "," + two + "]", "n1 n2 ");
        row("array over lines", "[\n" + one + ",\n" + two + "\n]\n", "n1 n2 ");
        row("indented ones", indented(1) + indented(2) + indented(3), "n1 n2 n3 ");
        row("indented array", "[\n" + indented(1) + ",\n" + indented(2) + "]", "n1 n2 ");
        row("lines and indented ones", one + '\n' + indented(2) + three + '\n', "n1 n2 n3 ");
        row("joined files with byte-order marks", "\xEF\xBB\xBF" + one + "\n\xEF\xBB\xBF" + two + '\n',
            "n1 n2 ", "", "otlp-jsonl");
        row("case7_unfinishedLine", one + "\n{\"a\": 1\n" + two + '\n' + three + '\n', "n1 n2 n3 ",
            "broken-record×1", "otlp-jsonl");
        row("case7_unfinishedFirstLine", "{\"a\": 1\n" + two + '\n' + three + '\n', "n2 n3 ",
            "broken-record×1", "otlp-jsonl");
        row("case7_brokenLine", one + "\n{broken}\n" + three + '\n', "n1 n3 ", "broken-record×1",
            "otlp-jsonl");
        row("a line broken inside", one + '\n' + two.substr(0, two.size() / 2) + '\n' + three + '\n',
            "n1 n3 ", "broken-record×1", "otlp-jsonl");
        row("a line broken inside a text",
            one + '\n' + two.substr(0, two.find("shop") + 2) + '\n' + three + '\n', "n1 n3 ",
            "broken-record×1", "otlp-jsonl");
        row("the first line broken", one.substr(0, one.size() / 2) + '\n' + two + '\n', "n2 ",
            "broken-record×1");
        row("the first line without its begin", one.substr(one.size() / 2) + '\n' + two + '\n' + three + '\n',
            "n2 n3 ", "unknown-record×1", "otlp-jsonl");
        row("case8_lastLineTruncated", one + '\n' + two + '\n' + three.substr(0, three.size() - 40), "n1 n2 ",
            "truncated-file×1", "otlp-jsonl");
        row("an indented one broken",
            indented(1) + indented(2).substr(0, indented(2).size() / 2) + '\n' + indented(3), "n1 n3 ",
            "broken-record×1");
        row("an array that does not end", "[" + one + "," + two, "n1 n2 ", "truncated-file×1");
        row("objects of other kinds", one + "\n{\"level\":\"info\"}\n{}\n" + two + '\n', "n1 n2 ",
            "unknown-record×2", "otlp-jsonl");
        row("case11_logLines", "INFO a {x} - " + one + "\nWARN nothing here\nINFO b - " + two + '\n',
            "n1 n2 ", "unknown-record×1", "otlp-jsonl");
        row("a log line cut short", "INFO - " + one.substr(0, one.size() - 30) + "\nINFO - " + two + "\n",
            "n2 ", "broken-record×1");
        row("text behind a document", one + ";\n" + two + ";\n", "n1 n2 ");
        row("no JSON behind a colon", one + '\n' + R"({"resourceSpans":nope,"x":})" + '\n' + three + '\n',
            "n1 n3 ", "broken-record×1", "otlp-jsonl");
    }
    void framings() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, read);
        QFETCH(QByteArray, problems);
        QFETCH(QByteArray, format);
        const std::string bytes = text.toStdString();
        for (const std::size_t chunk : {1u << 20, 1u, 5u, 64u, 100u}) {
            const Decoded decoded(bytes, {chunk, 1 << 20});
            QVERIFY(decoded.file().has_value());
            QCOMPARE(QByteArray::fromStdString(names(decoded)), read);
            QCOMPARE(QByteArray::fromStdString(decoded.problems()), problems);
            QCOMPARE(QByteArray::fromStdString(decoded.format()), format);
            QCOMPARE(decoded.file()->spans, decoded.size());
            QCOMPARE(decoded.file()->bytes, bytes.size());
        }
    }

    void case7_theBrokenLineIsNamed() {
        const Decoded decoded(document(1) + "\n" + document(2) + "\n{broken}\n" + document(3) + "\n");
        const Problem problem = decoded.problem(ProblemCode::BrokenRecord);
        QCOMPARE(problem.position->line, std::optional<std::uint64_t>(3));
        QCOMPARE(problem.position->offset, std::uint64_t{document(1).size() + document(2).size() + 2});
    }

    void spansOnLinesOfTheirOwnAreNoDocuments() {
        // One document, nothing indented, every span at the left edge.
        const Decoded decoded(
            "{\"resourceSpans\":[\n{\"scopeSpans\":[\n{\"spans\":[\n{\"traceId\":\"1\",\"spanId\":\"1\","
            "\"name\":\"a\"},\n"
            "{\"traceId\":\"1\",\"spanId\":\"2\",\"name\":\"b\"}\n]}\n]},\n{\"scopeSpans\":[\n{\"spans\":[\n"
            "{\"traceId\":\"1\",\"spanId\":\"3\",\"name\":\"c\"}\n]}\n]}\n]}\n");
        QCOMPARE(names(decoded), std::string("a b c "));
        QCOMPARE(decoded.count(ProblemCode::BrokenRecord), std::uint64_t{0});
    }

    void aLogWithoutSpansForAMegabyteIsStillFound() {
        std::string text;
        while (text.size() < 500000)
            text += "2024-01-01 INFO nothing to see {here}\n";
        const Decoded decoded(text + "2024-01-01 INFO " + document(1) + "\n");
        QCOMPARE(names(decoded), std::string("n1 "));
    }

    void progressAndCancel() {
        const std::string text = document(1) + '\n' + document(2);
        StringPool strings;
        ResourceTable resources;
        ScopeTable scopes;
        ImportProblems problems;
        struct NoSink final : SpanSink {
            void accept(SpanBatch) override {}
        } sink;
        CancelSource cancel;
        std::uint64_t bytes = 0;
        DecodeContext context{strings,
                              resources,
                              scopes,
                              sink,
                              problems,
                              cancel.token(),
                              [&](std::uint64_t read, std::uint64_t) {
                                  bytes = read;
                                  cancel.cancel();
                              }};
        const auto source = memorySource(text);
        const auto file = decodeFile(*source, "f", context, {16, 1 << 16});
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::Cancelled);
        QVERIFY(bytes > 0);
        QVERIFY(problems.list().empty());
    }
};

QTEST_APPLESS_MAIN(tst_Framing)
#include "tst_Framing.moc"
