#include "Compressed.h"
#include "Decoded.h"

#include "trace/KnownKeys.h"

#include <QTest>

using namespace hallway;

namespace {

std::string otlpLines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text +=
            otlpSpan(R"("attributes":[{"key":"n","value":{"intValue":)" + std::to_string(i) + "}}]") + '\n';
    return text;
}

std::string utf16(const std::string& ascii) {
    std::string bytes = "\xFF\xFE";
    for (const char c : ascii)
        (bytes += c) += '\0';
    return bytes;
}

} // namespace

// Whole files: what is compressed decodes to the same as what is not.
class tst_CompressedInput : public QObject {
    Q_OBJECT

private slots:
    void decodesToTheSameAsThePlainFile_data() {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("file");
        const auto row = [](const char* name, const std::string& plain, const std::string& file) {
            QTest::newRow(name) << QByteArray::fromStdString(plain) << QByteArray::fromStdString(file);
        };
        const std::string otlp = otlpLines(300);
        const std::string jaeger = jaegerSpan(R"("tags":[{"key":"a","type":"string","value":"b"}])");
        row("gzip", otlp, gzipped(otlp));
        row("zlib", otlp, zlibbed(otlp));
        row("zstd", otlp, zstdded(otlp));
        row("Jaeger in gzip", jaeger, gzipped(jaeger));
        row("Jaeger in zstd", jaeger, zstdded(jaeger));
        row("xz", otlp, xzed(otlp));
        row("bzip2", otlp, bzipped(otlp));
        row("LZ4", otlp, lz4ed(otlp));
        row("streams of xz with padding", otlp,
            xzed(otlp.substr(0, 1000)) + std::string(8, '\0') + xzed(otlp.substr(1000)));
        row("UTF-16 in gzip", otlp, gzipped(utf16(otlp)));
        row("gzip in gzip", otlp, gzipped(gzipped(otlp)));
        row("case 21: zstd in gzip", otlp, gzipped(zstdded(otlp)));
        row("three layers", otlp, zstdded(gzipped(zlibbed(otlp))));
        row("case 20: members that cut records", otlp,
            gzipped(otlp.substr(0, 1000)) + gzipped("") + gzipped(otlp.substr(1000)));
        row("case 16: frames that cut records", otlp,
            skippableFrame("index") + zstdded(otlp.substr(0, 1000)) + zstdded(otlp.substr(1000)));
    }
    void decodesToTheSameAsThePlainFile() {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, file);
        const Decoded expected(plain.toStdString());
        const Decoded decoded(file.toStdString());
        QVERIFY(decoded.size() > 0);
        QCOMPARE(decoded.everything(), expected.everything());
        QCOMPARE(decoded.format(), expected.format());
        QCOMPARE(decoded.problems(), std::string());
        QCOMPARE(decoded.file()->bytes, static_cast<std::uint64_t>(file.size())); // as they are in the file
    }

    void case1_nothingInside() {
        for (const std::string& file : {gzipped(""), zstdded(" \n"), gzipped("[]")})
            QCOMPARE(Decoded(file).format(), std::string("empty"));
    }

    void whatIsInsideIsNamed() {
        const Decoded parquet(gzipped("PAR1 rest"));
        QCOMPARE(parquet.file().error().arguments, (std::vector<std::string>{"file", "Parquet"}));
        const Decoded deep(gzipped(gzipped(gzipped(gzipped(otlpLines(1))))));
        QCOMPARE(deep.file().error().code, ErrorCode::UnsupportedFormat);
        QCOMPARE(deep.file().error().arguments.at(1), std::string("more than three layers of compression"));
        QCOMPARE(Decoded(zstdded("Hello, world")).file().error().arguments.at(1),
                 std::string("Hello, world"));
    }

    void spansNeverShrinkWithALongerFile_data() {
        QTest::addColumn<QByteArray>("file");
        const std::string text = otlpLines(40);
        const std::string half = text.substr(0, text.size() / 2);
        const std::string rest = text.substr(text.size() / 2);
        QTest::newRow("gzip") << QByteArray::fromStdString(gzipped(half) + gzipped(rest));
        QTest::newRow("zstd") << QByteArray::fromStdString(zstdded(half) + zstdded(rest));
        QTest::newRow("zstd in gzip") << QByteArray::fromStdString(gzipped(zstdded(half) + zstdded(rest)));
    }
    void spansNeverShrinkWithALongerFile() {
        QFETCH(QByteArray, file);
        const std::string whole = file.toStdString();
        std::size_t before = 0;
        for (std::size_t size = 4; size <= whole.size(); ++size) {
            const Decoded decoded(std::string_view(whole).substr(0, size));
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            before = decoded.size();
        }
        QCOMPARE(before, std::size_t{40});
    }

    void theCutOfTheFileIsSaidFirst() {
        const std::string file = gzipped(otlpLines(40));
        const Decoded decoded(file.substr(0, file.size() - 20));
        QVERIFY(decoded.size() > 0);
        const Problem problem = decoded.problem(ProblemCode::TruncatedFile);
        QCOMPARE(problem.detail, std::string("the gzip data end too early"));
        QCOMPARE(problem.position, std::optional(FilePosition{file.size() - 20, std::nullopt}));
        QCOMPARE(problem.count, std::uint64_t{2}); // and the record
    }

    void positionsOfRecordsAreThoseInTheText() {
        const std::string good = otlpLines(3);
        const Decoded decoded(gzipped(good + "{]\n" + good));
        QCOMPARE(decoded.size(), std::size_t{6});
        QCOMPARE(decoded.problem(ProblemCode::BrokenRecord).position->line, std::optional<std::uint64_t>(4));
    }

    void case22_bombsEndWithASentence() {
        const std::string text = otlpLines(1);
        const std::string bomb = gzipped(text + std::string(4 << 20, ' ') + text);
        const auto source = memorySource(bomb);
        StringPool strings;
        seedKnownKeys(strings);
        ResourceTable resources;
        ScopeTable scopes;
        ImportProblems problems;
        struct Sink final : SpanSink {
            void accept(SpanBatch batch) override { spans += batch.spans.size(); }
            std::size_t spans = 0;
        } sink;
        DecodeContext context{strings, resources, scopes, sink, problems, {}, {}};
        const auto file = decodeFile(*source, "file", context, WindowLimits{}, {200, 1 << 20, 1 << 30});
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::FileUnreadable);
        QCOMPARE(file.error().arguments.at(1),
                 std::string("it decompresses to more than 200 times its size, so reading was stopped"));
        QVERIFY(Decoded(bomb).file().has_value()); // nobody asks below the first 64 MB
    }

    void progressIsOfTheFile() {
        const std::string file = gzipped(otlpLines(20'000));
        const auto source = memorySource(file);
        StringPool strings;
        seedKnownKeys(strings);
        ResourceTable resources;
        ScopeTable scopes;
        ImportProblems problems;
        struct Sink final : SpanSink {
            void accept(SpanBatch) override {}
        } sink;
        std::uint64_t before = 0;
        bool grows = true;
        DecodeContext context{
            strings, resources, scopes, sink, problems, {}, [&](std::uint64_t bytes, std::uint64_t) {
                grows = grows && bytes >= before && bytes <= file.size();
                before = bytes;
            }};
        const auto decoded = decodeFile(*source, "file", context);
        QVERIFY(decoded.has_value() && grows);
        QCOMPARE(before, static_cast<std::uint64_t>(file.size()));
        QCOMPARE(decoded->spans, std::uint64_t{20'000});
    }

    void canBeCancelled() {
        const std::string file = zstdded(otlpLines(20'000));
        const auto source = memorySource(file);
        StringPool strings;
        seedKnownKeys(strings);
        ResourceTable resources;
        ScopeTable scopes;
        ImportProblems problems;
        CancelSource cancel;
        struct Sink final : SpanSink {
            void accept(SpanBatch) override { cancel->cancel(); }
            CancelSource* cancel = nullptr;
        } sink;
        sink.cancel = &cancel;
        DecodeContext context{strings, resources, scopes, sink, problems, cancel.token(), {}};
        const auto decoded = decodeFile(*source, "file", context);
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_CompressedInput)
#include "tst_CompressedInput.moc"
