#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_DecoderRegistry : public QObject {
    Q_OBJECT

private slots:
    void case1_emptyFiles_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", " \r\n\t\n", "[]", "{}", "\xEF\xBB\xBF", "[\n]\n"})
            QTest::addRow("%s", text) << QByteArray(text);
    }
    void case1_emptyFiles() {
        QFETCH(QByteArray, text);
        const Decoded decoded(text.toStdString());
        QVERIFY(decoded.file().has_value());
        QCOMPARE(decoded.format(), std::string("empty"));
        QCOMPARE(decoded.file()->spans, std::uint64_t{0});
        QCOMPARE(decoded.file()->bytes, static_cast<std::uint64_t>(text.size()));
    }

    void case23_contentDecides() {
        QCOMPARE(Decoded(otlpSpan("")).format(), std::string("otlp-json"));
        QCOMPARE(Decoded(jaegerSpan("")).format(), std::string("jaeger"));
    }

    void case24_whatIsNotSupportedIsNamed_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(name);
        };
        row("Jaeger dependencies JSON (it holds counts and no spans)",
            R"({"data":[{"parent":"a","child":"b","callCount":1}],"total":0,"errors":null})");
        row("OpenSearch service map (it holds no spans; export otel-v1-apm-span)",
            R"({"_source":{"serviceName":"a","kind":"SPAN_KIND_CLIENT","hashId":"x"}})");
        row("Tempo search result (it only lists traces; download one from /api/v2/traces)",
            R"({"traces":[{"traceID":"1","rootServiceName":"a"}],"metrics":{}})");
        row("Grafana data frame (download the trace itself in the inspector)",
            R"([{"schema":{"fields":[{"name":"traceID"}]},"data":{"values":[[]]}}])");
        row("Datadog trace saved from its pages (ask its API for the trace)",
            R"({"trace":{"root_id":"1","spans":{}}})");
        row("JavaScript console exporter (it writes no JSON; use an OTLP file exporter)",
            "{\n  resource: {\n  },\n  traceId: '1',\n  id: '2',\n}\n");
        row("Java LoggingSpanExporter (it writes no times; use OtlpJsonLoggingSpanExporter)",
            "INFO: 'GET /' : 0b 02 SERVER [tracer: a:] AttributesMap{data={}, capacity=128}\n");
        row("Tempo trace for language models (ask for application/json instead)",
            R"({"trace":{"services":[{"serviceName":"a","scopes":[{"name":"l","spans":[]}]}]},"metrics":{}})");
        row("Google Cloud Trace JSON (send the spans to a Collector that writes OTLP)",
            R"({"traces":[{"projectId":"p","traceId":"1","spans":[{"spanId":"2"}]}]})");
        row("list of AWS X-Ray's trace summaries (fetch the traces with aws xray batch-get-traces)",
            R"({"TraceSummaries":[{"Id":"1-58"}],"ApproximateTime":1})");
        row("OTLP YAML", "resourceSpans:\n  - resource: {}\n");
        row("LZ4 of the old kind, without frames", "\x02\x21\x4C\x18 rest");
        row("snappy", std::string("\xFF\x06\0\0sNaPpY rest", 15));
        row("7z", "\x37\x7A\xBC\xAF\x27\x1C rest");
        row("RAR", "Rar!\x1A\x07 rest");
        row("Parquet", "PAR1 rest");
        row("Arrow", "ARROW1 rest");
        row("SQLite database", std::string("SQLite format 3\0", 16) + " rest");
        row("MessagePack", "\x82\xA1"
                           "a\x01\xA1"
                           "b\x02");
    }
    void case24_whatIsNotSupportedIsNamed() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        const Decoded decoded({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!decoded.file().has_value());
        QCOMPARE(decoded.file().error().code, ErrorCode::UnsupportedFormat);
        QCOMPARE(decoded.file().error().arguments.at(0), std::string("file"));
        QCOMPARE(QByteArray::fromStdString(decoded.file().error().arguments.at(1)), name);
    }

    void case95_aJavaScriptDumpIsNamedWithWhatToDoInstead() {
        const Decoded decoded(
            "{\n  resource: {\n    attributes: {}\n  },\n  traceId: '5b8efff798038103d269b633813fc60c',\n"
            "  parentId: undefined,\n  name: 'GET /',\n  id: 'eee19b7ec3c1b174',\n  kind: 1,\n}\n");
        QCOMPARE(decoded.file().error().code, ErrorCode::UnsupportedFormat);
        QVERIFY(decoded.file().error().arguments.at(1).find("use an OTLP file exporter") !=
                std::string::npos);
    }

    void whatIsUnknownIsShown_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("text") << QByteArray("Hello, world") << QByteArray("Hello, world");
        QTest::newRow("other JSON") << QByteArray(R"({"foo":1})") << QByteArray(R"({"foo":1})");
        QTest::newRow("cut JSON") << QByteArray("{\"resourceSp") << QByteArray("{\"resourceSp");
        QTest::newRow("a number") << QByteArray("42") << QByteArray("42");
        QTest::newRow("an escape sequence") << QByteArray("a\x1B[31mb") << QByteArray("a\uFFFD[31mb");
    }
    void whatIsUnknownIsShown() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        const Decoded decoded(text.toStdString());
        QVERIFY(!decoded.file().has_value());
        QCOMPARE(decoded.file().error().code, ErrorCode::NotRecognised);
        QCOMPARE(QByteArray::fromStdString(decoded.file().error().arguments.at(1)), shown);
    }

    void theKeysThatTellMayStandFarBehind() {
        const Decoded decoded("{\"metadata\":\"" + std::string(200000, 'x') + "\"," + otlpSpan("").substr(1));
        QCOMPARE(decoded.size(), std::size_t{1});
    }

    void everyRowHasANameAndBothFunctions() {
        QVERIFY(supportedFormats().size() >= 2);
        for (const Format& format : supportedFormats()) {
            QVERIFY(!format.name.empty());
            QVERIFY(format.recognises != nullptr && format.decode != nullptr);
        }
    }

    void anErrorOfTheSourceIsPassedOn() {
        struct Failing final : ByteSource {
            Result<std::size_t> read(std::span<char> buffer) override {
                if (given) return fail(ErrorCode::FileUnreadable, {"f", "gone"});
                given = true;
                const std::string_view text = R"({"resourceSpans":[)";
                std::copy(text.begin(), text.end(), buffer.begin());
                return text.size();
            }
            bool given = false;
        } source;
        const Decoded decoded(source);
        QVERIFY(!decoded.file().has_value());
        QCOMPARE(decoded.file().error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_APPLESS_MAIN(tst_DecoderRegistry)
#include "tst_DecoderRegistry.moc"
