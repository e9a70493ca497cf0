#include "Decoded.h"

#include "decode/Decoder.h"
#include "trace/KnownKeys.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

std::string span(const std::string& name) {
    return "{\"traceId\":\"01\",\"spanId\":\"0" + name + R"(","name":")" + name +
           "\",\"startTimeUnixNano\":\"1000000000000000000\",\"endTimeUnixNano\":\"1000000000000000001\"}";
}
const std::string resource =
    R"({"attributes":[{"key":"service.name","value":{"stringValue":"shop"}},{"key":"host.name","value":{"stringValue":"h"}}]})";
const std::string scope =
    R"({"name":"lib","version":"2","attributes":[{"key":"s","value":{"intValue":"1"}}]})";
const std::string block = R"({"resource":)" + resource + R"(,"scopeSpans":[{"scope":)" + scope +
                          R"(,"spans":[)" + span("1") + "]}]}";
const std::string document = R"({"resourceSpans":[)" + block + "]}";

struct DroppingSink final : SpanSink {
    void accept(SpanBatch) override {}
};

/// Read on several threads, with a window that forgets.
std::vector<Problem> problemsOf(const std::string& text, std::size_t* resourceCount = nullptr) {
    StringPool strings;
    seedKnownKeys(strings);
    ResourceTable resources;
    ScopeTable scopes;
    ImportProblems problems;
    DroppingSink sink;
    DecodeContext context{strings, resources, scopes, sink, problems, {}, {}, 3};
    const auto source = memorySource(text);
    if (!decodeFile(*source, "file", context)) return {};
    if (resourceCount != nullptr) *resourceCount = resources.size();
    return problems.list();
}

} // namespace

// The document shapes of OTLP JSON.
class tst_OtlpJson : public QObject {
    Q_OBJECT

private slots:
    void shapes_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("format");
        const auto row = [](const char* name, const std::string& text, const char* format = "otlp-json") {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(format);
        };
        row("standard", document);
        row("batches", R"({"batches":[)" + block + "]}", "tempo");
        row("Tempo v2",
            R"({"trace":)" + document + R"(,"metrics":{"inspectedBytes":"1"},"status":"COMPLETE"})", "tempo");
        row("Jaeger v3", R"({"result":)" + document + "}");
        row("case10_arrayOfDocuments", "[" + document + "]");
        row("bare ResourceSpans", block);
        row("case11_logPrefix", "2024-01-01 12:00:00 [main] INFO {ctx} exporter - " + block + " ");
        row("case53_instrumentationLibrary",
            R"({"resourceSpans":[{"resource":)" + resource +
                R"(,"instrumentationLibrarySpans":[{"instrumentationLibrary":)" + scope + R"(,"spans":[)" +
                span("1") + "]}]}]}");
        row("resource after its spans", R"({"resourceSpans":[{"scopeSpans":[{"spans":[)" + span("1") +
                                            R"(],"scope":)" + scope + R"(}],"schemaUrl":"x","resource":)" +
                                            resource + "}]}");
        row("bare, resource after its spans", R"({"scopeSpans":[{"spans":[)" + span("1") + R"(],"scope":)" +
                                                  scope + R"(}],"resource":)" + resource + "}");
        row("unknown members at every level",
            R"({"x":[{"y":"z"}],"resourceSpans":[{"x":{},"resource":)" +
                resource.substr(0, resource.size() - 1) +
                R"(,"entityRefs":[{"type":"t"}]},"scopeSpans":[{"x":1.5,"scope":)" + scope +
                R"(,"x":true,"spans":[)" + span("1") + R"(],"x":null}],"x":"s"}],"x":-1})");
        row("case6_pretty", "{\n  \"resourceSpans\": [\n    " + block + "\n  ]\n}\n");
        row("case2_byteOrderMark", "\xEF\xBB\xBF" + document);
        row("result as a list", R"({"result":[)" + document + "]}");
        row("key with an escape", R"({"resource\u0053pans":[)" + block + "]}");
    }
    void shapes() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, format);
        const Decoded expected(document);
        QCOMPARE(expected.size(), std::size_t{1});
        QCOMPARE(expected.service(), std::string("shop"));
        QCOMPARE(expected.scope(), std::string("lib 2{s=1}"));
        const Decoded decoded(text.toStdString());
        QVERIFY(decoded.file().has_value());
        QCOMPARE(QByteArray::fromStdString(decoded.format()), format);
        QCOMPARE(decoded.everything(), expected.everything());
        QCOMPARE(decoded.problems(), std::string());
        // The same through a window that slides all the time.
        for (const std::size_t chunk : {1u, 7u, 64u}) {
            TricklingSource slow({text.constData(), static_cast<std::size_t>(text.size())}, chunk);
            const Decoded windowed(slow, {chunk, 1 << 20});
            QCOMPARE(windowed.everything(), expected.everything());
            QCOMPARE(windowed.problems(), std::string());
        }
    }

    void case3_utf16() {
        QByteArray bytes("\xFF\xFE");
        for (const char c : document)
            bytes.append(c).append('\0');
        QCOMPARE(Decoded({bytes.constData(), static_cast<std::size_t>(bytes.size())}).everything(),
                 Decoded(document).everything());
    }

    void case5_noSpans_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {R"({"resourceSpans":[]})", R"({"resourceSpans":null})",
                                 R"({"resourceSpans":[{"resource":{},"scopeSpans":[]}]})",
                                 R"({"resourceSpans":[{"scopeSpans":null}]})",
                                 R"({"resourceSpans":[{"scopeSpans":[{"spans":null}]}]})",
                                 R"({"batches":[]})", R"({"resourceSpans":[null]})"})
            QTest::addRow("%s", text) << QByteArray(text);
    }
    void case5_noSpans() {
        QFETCH(QByteArray, text);
        const Decoded decoded(text.toStdString());
        QVERIFY(decoded.file().has_value());
        QCOMPARE(decoded.file()->spans, std::uint64_t{0});
        QCOMPARE(decoded.problems(), std::string());
    }

    void case12_otherSignalsAreSkippedAndCounted() {
        const Decoded decoded(R"({"resourceLogs":[{"scopeLogs":[]},{}]})"
                              "\n" +
                              document +
                              "\n"
                              R"({"resourceMetrics":[{}]})"
                              "\n");
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("skipped-signal×3"));
        QCOMPARE(decoded.format(), std::string("otlp-jsonl"));
    }

    void case54_noResourceIsNoService() {
        const Decoded decoded(R"({"resourceSpans":[{"scopeSpans":[{"spans":[)" + span("1") + ',' + span("2") +
                              "]}]}]}");
        QCOMPARE(decoded.size(), std::size_t{2});
        QVERIFY(!decoded.resource().serviceName.valid());
        QVERIFY(decoded.span().scope.valid());
        QCOMPARE(decoded.problems(), std::string("missing-service×2"));
    }

    void case55_serviceNameAsNumber() {
        const Decoded decoded(
            R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"intValue":42}}]},"scopeSpans":[{"spans":[)" +
            span("1") + "]}]}]}");
        QCOMPARE(decoded.service(), std::string("42"));
        QCOMPARE(decoded.problems(), std::string("service-name-type×1"));
    }

    void case56_emptyServiceName() {
        const Decoded decoded(
            R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":""}}]},"scopeSpans":[{"spans":[)" +
            span("1") + "]}]}]}");
        QVERIFY(!decoded.resource().serviceName.valid());
        QCOMPARE(decoded.problems(), std::string("missing-service×1"));
    }

    void eachSpanGetsItsOwnResourceAndScope() {
        const auto resourceOf = [](const std::string& name) {
            return "{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"" + name +
                   "\"}}]}";
        };
        // Known before, known after, never known; two scopes in one block, one of them late.
        const Decoded decoded(R"({"resourceSpans":[)"
                              R"({"resource":)" +
                              resourceOf("a") + R"(,"scopeSpans":[{"spans":[)" + span("1") +
                              R"(],"scope":{"name":"x"}},{"scope":{"name":"y"},"spans":[)" + span("2") +
                              R"(]}]},)"
                              R"({"scopeSpans":[{"spans":[)" +
                              span("3") + R"(]},{"scope":{"name":"z"},"spans":[)" + span("4") +
                              R"(]}],"resource":)" + resourceOf("b") +
                              R"(},)"
                              R"({"scopeSpans":[{"spans":[)" +
                              span("5") + R"(]}]}]})");
        QCOMPARE(decoded.size(), std::size_t{5});
        std::string seen;
        for (std::size_t i = 0; i < 5; ++i)
            seen += decoded.service(i) + '/' + decoded.scope(i) + ' ';
        QCOMPARE(seen, std::string("a/x {} a/y {} b/ {} b/z {} / {} "));
        QCOMPARE(decoded.problems(), std::string("missing-service×1"));
    }

    void manySpansBeforeTheirResource() {
        std::string spans = span("1");
        for (int i = 0; i < 20000; ++i)
            spans += ',' + span("1");
        const Decoded decoded(R"({"resourceSpans":[{"scopeSpans":[{"spans":[)" + spans +
                              R"(]}],"resource":)" + resource + "}]}");
        QCOMPARE(decoded.size(), std::size_t{20001});
        QVERIFY(decoded.batches() > 1);
        for (std::size_t i = 0; i < decoded.size(); ++i)
            QCOMPARE(decoded.service(i), std::string("shop"));
    }

    void aPartialTraceIsSaid() {
        const Decoded decoded(R"({"trace":)" + document +
                              R"(,"status":"PARTIAL","message":"trace exceeds the limit"})");
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("partial-trace×1"));
        QVERIFY(decoded.problem(ProblemCode::PartialTrace).detail.ends_with("trace exceeds the limit"));
    }

    void wrappersInWrappersEnd() {
        std::string text;
        for (int i = 0; i < 10000; ++i)
            text += R"({"trace":)";
        const Decoded decoded(document + text);
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("truncated-file×1"));
    }

    void aLargeSpanPassesATightWindowOrIsCounted() {
        const std::string longName(5000, 'n');
        const std::string text =
            R"({"resourceSpans":[{"resource":)" + resource + R"(,"scopeSpans":[{"spans":[)" + span("1") +
            ",{\"traceId\":\"01\",\"spanId\":\"02\",\"name\":\"" + longName + "\"}," + span("3") + "]}]}]}";
        QCOMPARE(Decoded(text, {16, 1 << 16}).size(), std::size_t{3});
        const Decoded tight(text, {64, 2048});
        QCOMPARE(tight.size(), std::size_t{2});
        QCOMPARE(tight.name(1), std::string("3"));
        QCOMPARE(tight.problems(), std::string("broken-record×1"));
    }

    void aProblemKnowsItsLineHoweverMuchWasReadSince() {
        const auto lineOf = [](const std::string& of) {
            return R"({"resourceSpans":[{"resource":)" + of + R"(,"scopeSpans":[{"scope":)" + scope +
                   R"(,"spans":[)" + span("1") + "]}]}]}\n";
        };
        std::string text = lineOf(resource) + lineOf("{}");
        for (int i = 0; i < 20'000; ++i)
            text += lineOf(resource);
        const auto problems = problemsOf(text);
        QCOMPARE(problems.size(), std::size_t{1});
        QCOMPARE(problems[0].code, ProblemCode::MissingService);
        QCOMPARE(problems[0].position->line, std::optional<std::uint64_t>(2));
    }

    void aSecondResourceForTheSameSpansIsCounted() {
        const std::string other =
            R"({"attributes":[{"key":"service.name","value":{"stringValue":"other"}}]})";
        const Decoded decoded(R"({"resourceSpans":[{"resource":)" + resource + R"(,"resource":)" + other +
                              R"(,"scopeSpans":[{"spans":[)" + span("1") + "]}]}]}");
        QCOMPARE(decoded.problems(), std::string("broken-record×1"));
        QVERIFY(decoded.everything().find("other") == std::string::npos);
    }

    void equalResourcesAreOneHoweverManyThereAre() {
        std::string text;
        for (int round = 0; round < 2; ++round)
            for (int pod = 0; pod < 5'000; ++pod) // more than a key of spans may pool
                text +=
                    "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"k8s.pod.uid\",\"value\":"
                    "{\"stringValue\":\"pod " +
                    std::to_string(pod) + "\"}}]},\"scopeSpans\":[{\"scope\":" + scope + ",\"spans\":[" +
                    span("1") + "]}]}]}\n";
        std::size_t resources = 0;
        (void)problemsOf(text, &resources);
        QCOMPARE(resources, std::size_t{5'000});
    }

    void spansOfAKnownResourceAndScopeDoNotWaitForTheirEnd_data() {
        QTest::addColumn<bool>("scopeFirst");
        QTest::newRow("known") << true;
        QTest::newRow("scope last") << false;
    }
    void spansOfAKnownResourceAndScopeDoNotWaitForTheirEnd() {
        QFETCH(bool, scopeFirst);
        std::string spans = "\"spans\":[" + span("1");
        for (int i = 0; i < 30'000; ++i)
            spans += ',' + span("1");
        spans += ']';
        const std::string scopePart = "\"scope\":" + scope;
        const std::string text = R"({"resourceSpans":[{"resource":)" + resource + R"(,"scopeSpans":[{)" +
                                 (scopeFirst ? scopePart + ',' + spans : spans + ',' + scopePart) + "}]}]}";
        StringPool strings;
        seedKnownKeys(strings);
        ResourceTable resources;
        ScopeTable scopes;
        ImportProblems problems;
        struct : SpanSink {
            void accept(SpanBatch batch) override { count += batch.spans.size(); }
            std::size_t count = 0;
        } sink;
        std::uint64_t beforeTheEnd = 0;
        DecodeContext context{
            strings, resources, scopes, sink, problems, {}, [&](std::uint64_t, std::uint64_t count) {
                beforeTheEnd = count;
            }};
        const auto source = memorySource(text);
        QVERIFY(decodeFile(*source, "file", context).has_value());
        QCOMPARE(sink.count, std::size_t{30'001});
        QCOMPARE(beforeTheEnd > 0, scopeFirst);
    }
};

QTEST_APPLESS_MAIN(tst_OtlpJson)
#include "tst_OtlpJson.moc"
