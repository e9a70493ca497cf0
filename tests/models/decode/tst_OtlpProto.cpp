#include "Decoded.h"
#include "OtlpProtoBytes.h"

#include "bench/OtlpLinesWriter.h"
#include "bench/OtlpProtoWriter.h"

#include <QTest>

#include <sstream>
#include <string>

using namespace hallway;

namespace {

/// Two ResourceSpans with everything that spans have; the second names its scope and resource behind them.
std::string rich() {
    const Proto span =
        protoSpan(Proto()
                      .varint(6, 2)
                      .message(9, textAttribute("http.route", "/é/{id}"))
                      .message(11, Proto().fixed64(1, 1000000000000000001).bytes(2, "exception"))
                      .message(13, Proto().bytes(1, std::string(16, 'a')).bytes(2, std::string(8, 'b')))
                      .message(15, Proto().bytes(2, "broken").varint(3, 2)));
    const Proto late = Proto()
                           .message(2, Proto()
                                           .message(2, protoSpan(Proto().bytes(5, "c")))
                                           .message(2, protoSpan(Proto().bytes(5, "d")))
                                           .message(1, Proto().bytes(1, "late")))
                           .message(1, Proto().message(1, textAttribute("service.name", "cart")));
    return Proto()
        .message(1, protoResourceSpans({span, protoSpan(Proto().bytes(5, "b"))}))
        .message(1, late)
        .str();
}

std::string resourceSpans(const Proto& fields) { return Proto().message(1, fields).str(); }

} // namespace

// Whole files of OTLP protobuf: how messages lie in them, and what is around the spans.
class tst_OtlpProto : public QObject {
    Q_OBJECT

private slots:
    void goldenVector_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("spans");
        const std::string golden = goldenTracesData();
        QCOMPARE(golden.size(), std::size_t{85});
        const auto row = [](const char* name, const std::string& bytes, int spans) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << spans;
        };
        row("raw", golden, 1);
        row("case18_concatenated", golden + golden, 2);
        row("case13_framed", std::string("\0\0\0\x55", 4) + golden, 1);
        row("several frames, one of them empty", framed(golden) + framed("") + framed(golden), 2);
        row("an empty frame first", framed("") + framed(golden), 1);
        row("several messages in a frame", framed(golden + golden) + framed(golden), 3);
    }
    void goldenVector() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, spans);
        const Decoded decoded({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QVERIFY(decoded.file().has_value());
        QCOMPARE(decoded.format(), std::string("otlp-proto"));
        QCOMPARE(decoded.file()->bytes, static_cast<std::uint64_t>(bytes.size()));
        QCOMPARE(decoded.file()->spans, static_cast<std::uint64_t>(spans));
        QCOMPARE(decoded.problems(), std::string());
        for (std::size_t i = 0; i < decoded.size(); ++i) {
            QCOMPARE(decoded.trace(i), std::string("5b8efff798038103d269b633813fc60c"));
            QCOMPARE(decoded.id(i), std::string("eee19b7ec3c1b174"));
            QCOMPARE(decoded.name(i), std::string("op"));
            QCOMPARE(decoded.service(i), std::string("a"));
            QCOMPARE(decoded.start(i), std::int64_t{1544712660000000000});
            QCOMPARE(decoded.end(i), std::int64_t{1544712661000000000});
            QCOMPARE(decoded.span(i).kind, SpanKind::Server);
            QCOMPARE(decoded.span(i).status, SpanStatus::Error);
        }
    }

    void theSameSpansAsInJson_data() {
        QTest::addColumn<bool>("isFramed");
        QTest::newRow("raw") << false;
        QTest::newRow("framed") << true;
    }
    void theSameSpansAsInJson() {
        QFETCH(bool, isFramed);
        using namespace bench;
        GeneratorOptions options;
        options.spans = 5000;
        std::ostringstream lines;
        std::ostringstream messages;
        OtlpLinesWriter toLines(lines, 100);
        OtlpProtoWriter toMessages(
            messages, 100, isFramed ? OtlpProtoWriter::Framing::Framed : OtlpProtoWriter::Framing::Raw);
        generate(options, toLines);
        generate(options, toMessages);
        const Decoded json(lines.str());
        const Decoded proto(messages.str());
        QCOMPARE(proto.size(), std::size_t{5000});
        QVERIFY(proto.everything() == json.everything());
        QCOMPARE(proto.problems(), json.problems());
        QCOMPARE(proto.file()->timeScale, json.file()->timeScale);
    }

    void aTinyWindowIsEnough() {
        for (const std::string& bytes : {rich(), framed(rich()) + framed(rich())}) {
            const std::string wanted = Decoded(bytes).everything();
            for (const std::size_t chunk : {1u, 2u, 7u, 48u, 300u}) {
                const Decoded decoded(bytes, {chunk, 1 << 12});
                QVERIFY(decoded.everything() == wanted);
                QCOMPARE(decoded.problems(), std::string());
            }
            TricklingSource slow(bytes, 3);
            QVERIFY(Decoded(slow).everything() == wanted);
        }
    }

    void whatStandsAfterTheSpansIsTheirs() {
        const Decoded decoded(rich());
        QCOMPARE(decoded.size(), std::size_t{4});
        QCOMPARE(decoded.service(1), std::string("shop"));
        QCOMPARE(decoded.scope(1), std::string("lib {}"));
        for (const std::size_t i : {2u, 3u}) {
            QCOMPARE(decoded.service(i), std::string("cart"));
            QCOMPARE(decoded.scope(i), std::string("late {}"));
        }
    }

    void partsOfAResourceOrScopeAreMerged() {
        const Proto first = Proto().message(1, textAttribute("service.name", "shop"));
        const Proto second = Proto().message(1, textAttribute("host.name", "h"));
        const Proto name = Proto().bytes(1, "lib");
        const Proto version = Proto().bytes(2, "2").message(3, textAttribute("a", "b"));
        const Proto spans = Proto().message(2, protoSpan());
        const auto scoped = [&](const Proto& scopeSpans) { return Proto().message(2, scopeSpans); };
        for (const Proto& block : {Proto().message(1, first).message(1, second).append(
                                       scoped(Proto().message(1, name).message(1, version).append(spans))),
                                   scoped(Proto().append(spans).message(1, name).message(1, version))
                                       .message(1, first)
                                       .message(1, second)}) {
            const Decoded decoded(resourceSpans(block));
            QCOMPARE(decoded.resourceAttributes(), std::string(R"(service.name="shop" host.name="h")"));
            QCOMPARE(decoded.scope(), std::string(R"(lib 2{a="b"})"));
            QCOMPARE(decoded.problems(), std::string());
        }
        // What spans have been told is not taken back.
        const Decoded late(resourceSpans(
            Proto()
                .message(1, first)
                .append(scoped(Proto().message(1, name).append(spans).message(1, version).append(spans)))
                .message(1, second)));
        QCOMPARE(late.size(), std::size_t{2});
        QCOMPARE(late.resourceAttributes(1), std::string(R"(service.name="shop")"));
        QCOMPARE(late.scope(1), std::string("lib {}"));
        QCOMPARE(late.problems(), std::string("broken-record×2"));
    }

    void case54_noResourceOrScope() {
        const Decoded decoded(resourceSpans(Proto().message(2, Proto().message(2, protoSpan()))));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.service(), std::string());
        QCOMPARE(decoded.scope(), std::string(" {}"));
        QCOMPARE(decoded.problems(), std::string("missing-service×1"));
    }

    void case55_aServiceNameThatIsNoText() {
        const Decoded decoded(resourceSpans(
            Proto()
                .message(1, Proto().message(1, attribute("service.name", Proto().varint(3, 42))))
                .message(2, Proto().message(2, protoSpan()))));
        QCOMPARE(decoded.service(), std::string("42"));
        QCOMPARE(decoded.problems(), std::string("service-name-type×1"));
    }

    void case66_unknownFieldsAreSkipped() {
        const Proto unknown = Proto().varint(99, 5).fixed64(100, 6).bytes(101, "text").fixed32(5000, 7);
        const Proto resource = Proto().append(unknown).message(1, textAttribute("service.name", "shop"));
        const Proto scopeSpans = Proto()
                                     .append(unknown)
                                     .message(1, Proto().append(unknown).bytes(1, "lib"))
                                     .message(2, protoSpan())
                                     .bytes(3, "https://schema")
                                     .append(unknown);
        const Proto block = Proto()
                                .append(unknown)
                                .message(1, resource)
                                .message(2, scopeSpans)
                                .bytes(3, "url")
                                .append(unknown);
        const std::string bytes = Proto().message(1, block).append(unknown).message(1, block).str();
        const Decoded decoded(bytes);
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.everything(),
                 Decoded(otlpProtoSpan()).everything() + Decoded(otlpProtoSpan()).everything());
        QCOMPARE(decoded.problems(), std::string());
    }

    void case67_theOldFieldNumber() {
        const Proto scopeSpans = Proto().message(1, Proto().bytes(1, "lib")).message(2, protoSpan());
        const Proto resource = Proto().message(1, textAttribute("service.name", "shop"));
        const std::string bytes = resourceSpans(Proto().message(1, resource).message(1000, scopeSpans));
        QVERIFY(bytes.find("\xC2\x3E") != bytes.npos);
        QCOMPARE(Decoded(bytes).everything(), Decoded(otlpProtoSpan()).everything());
    }

    void temposResponseHasOneLevelMore() {
        const std::string trace = Proto().message(1, protoResourceSpans({protoSpan()})).str();
        const Decoded whole(Proto().bytes(1, trace + trace).str());
        QCOMPARE(whole.format(), std::string("tempo"));
        QCOMPARE(whole.size(), std::size_t{2});
        QCOMPARE(whole.problems(), std::string());
        const Decoded cut(Proto()
                              .bytes(1, trace)
                              .message(2, Proto().varint(1, 5))
                              .varint(3, 1)
                              .bytes(4, "too large")
                              .str());
        QCOMPARE(cut.everything(), Decoded(trace).everything());
        QCOMPARE(cut.problems(), std::string("partial-trace×1"));
        QCOMPARE(cut.problem(ProblemCode::PartialTrace).detail,
                 std::string("the server has cut this trace: too large"));
        // Without a resource, and with one that says nothing.
        const Proto bare = Proto().message(2, Proto().message(2, protoSpan()));
        for (const Proto& block : {bare, Proto().bytes(1, "").append(bare)}) {
            QCOMPARE(Decoded(resourceSpans(Proto().message(1, block))).size(), std::size_t{1});
            QCOMPARE(Decoded(resourceSpans(Proto().message(1, block))).format(), std::string("tempo"));
            QCOMPARE(Decoded(resourceSpans(block)).format(), std::string("otlp-proto"));
        }
    }

    void case72_otherSignalsAreNamed_data() {
        QTest::addColumn<QByteArray>("leaf");
        QTest::addColumn<QByteArray>("signal");
        const auto row = [](const char* name, const Proto& leaf, const char* signal) {
            QTest::newRow(name) << QByteArray::fromStdString(leaf.str()) << QByteArray(signal);
        };
        const Proto point = Proto().message(1, Proto().fixed64(3, 5).fixed64(6, 1));
        row("log", Proto().fixed64(1, 5).varint(2, 9).bytes(3, "INFO").message(5, Proto().bytes(1, "said")),
            "logs");
        row("log seen only", Proto().message(5, Proto().bytes(1, "said")).fixed64(11, 5), "logs");
        row("gauge", Proto().bytes(1, "queue.size").bytes(2, "of it").bytes(3, "1").message(5, point),
            "metrics");
        row("sum", Proto().bytes(1, "requests").message(7, point), "metrics");
        row("case73_histogram, counts one by one", Proto().bytes(1, "latency").message(9, point), "metrics");
        const Proto packed = Proto().message(1, Proto().fixed64(3, 5).bytes(6, std::string(16, '\1')));
        row("case73_histogram, counts packed", Proto().bytes(1, "latency").message(9, packed), "metrics");
        row("exponential histogram", Proto().bytes(1, "latency").message(10, point), "metrics");
        row("summary", Proto().bytes(1, "latency").message(11, point), "metrics");
        row("a name as long as a trace id",
            Proto().bytes(1, "http.server.dura").bytes(2, "8 bytes!").message(5, point), "metrics");
        row("profile", Proto().message(1, Proto().varint(1, 1)).fixed64(3, 5).varint(4, 6), "profiles");
    }
    void case72_otherSignalsAreNamed() {
        QFETCH(QByteArray, leaf);
        QFETCH(QByteArray, signal);
        const Proto record = Proto().append(leaf.toStdString());
        const Proto block = Proto()
                                .message(1, Proto().message(1, textAttribute("service.name", "shop")))
                                .message(2, Proto().message(2, record).message(2, record))
                                .message(2, Proto().message(2, record));
        const std::string other = resourceSpans(block) + resourceSpans(block);
        const Decoded decoded(other);
        QVERIFY(decoded.file().has_value());
        QCOMPARE(decoded.size(), std::size_t{0});
        QCOMPARE(decoded.problems(), std::string("skipped-signal×2"));
        QVERIFY(decoded.problem(ProblemCode::SkippedSignal).detail.starts_with(signal.toStdString()));
        const Decoded mixed(other + goldenTracesData() + other);
        QCOMPARE(mixed.size(), std::size_t{1});
        QCOMPARE(mixed.problems(), std::string("skipped-signal×4"));
    }

    void spansOfFewFieldsAreSpans() {
        const std::string id = fromHex("5b8efff798038103d269b633813fc60c");
        for (const Proto& span :
             {Proto().bytes(1, id), Proto(), Proto().bytes(5, "op"),
              Proto().bytes(1, "16 printed bytes").bytes(5, "op"), Proto().bytes(1, id).bytes(5, "\n?"),
              Proto().message(9, textAttribute("a", "b"))})
            QCOMPARE(Decoded(resourceSpans(Proto().message(2, Proto().message(2, span)))).size(),
                     std::size_t{1});
    }

    void spansNeverShrinkWithALongerFile_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("spans");
        QTest::newRow("raw") << QByteArray::fromStdString(rich() + rich()) << 8;
        QTest::newRow("framed") << QByteArray::fromStdString(framed(rich()) + framed(rich())) << 8;
        QTest::newRow("Tempo") << QByteArray::fromStdString(Proto().bytes(1, rich()).str()) << 4;
    }
    void spansNeverShrinkWithALongerFile() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, spans);
        const std::string_view whole(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        std::size_t before = 0;
        int cuts = 0;
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const Decoded decoded(whole.substr(0, size), {64, 1 << 16});
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            QCOMPARE(decoded.count(ProblemCode::BrokenRecord), std::uint64_t{0});
            before = decoded.size();
            cuts += static_cast<int>(decoded.count(ProblemCode::TruncatedFile));
        }
        QCOMPARE(static_cast<int>(before), spans);
        QVERIFY(cuts > static_cast<int>(whole.size() * 9 / 10));
    }

    void case14_theCutIsSaidWithItsPlace() {
        const std::string golden = goldenTracesData();
        const std::size_t span = golden.find("\x12\x38"); // tag and length
        const Decoded decoded(framed(golden) + framed(golden).substr(0, 80));
        QCOMPARE(decoded.size(), std::size_t{1});
        const Problem problem = decoded.problem(ProblemCode::TruncatedFile);
        QCOMPARE(problem.count, std::uint64_t{1});
        QCOMPARE(problem.position, std::optional(FilePosition{89 + 4 + span, std::nullopt}));
        const Decoded length(framed(golden) + std::string("\0\0", 2));
        QCOMPARE(length.problem(ProblemCode::TruncatedFile).position->offset, std::uint64_t{89});
        QCOMPARE(length.size(), std::size_t{1});
    }

    void case68_aLengthThatReachesTooFar() {
        const Proto good = protoResourceSpans({protoSpan()});
        // The ScopeSpans claims one byte more than its ResourceSpans has.
        Proto bad = Proto().message(1, Proto().message(1, textAttribute("service.name", "shop")));
        bad.append("\x12\x05\x12\x00\x12\x00");
        const std::string frame = Proto().message(1, good).message(1, bad).message(1, good).str();
        for (const std::string& bytes : {frame, framed(frame) + framed(frame)}) {
            const Decoded decoded(bytes);
            QCOMPARE(decoded.size(), bytes.size() < 2 * frame.size() ? std::size_t{2} : std::size_t{4});
            QCOMPARE(decoded.service(1), std::string("shop"));
            QCOMPARE(decoded.count(ProblemCode::BrokenRecord),
                     bytes.size() < 2 * frame.size() ? std::uint64_t{1} : 2);
            QCOMPARE(decoded.count(ProblemCode::TruncatedFile), std::uint64_t{0});
        }
    }

    void aBrokenFrameDoesNotHideTheNextOne() {
        const std::string golden = goldenTracesData();
        for (const std::string& bad :
             {std::string(50, '\xFF'), std::string("\x0B"), std::string("\0", 1), std::string("\x0A\x7F")}) {
            const Decoded decoded(framed(golden) + framed(bad) + framed(golden));
            QCOMPARE(decoded.size(), std::size_t{2});
            QCOMPARE(decoded.problems(), std::string("broken-record×1"));
            QCOMPARE(decoded.problem(ProblemCode::BrokenRecord).position->offset, std::uint64_t{89 + 4});
        }
    }

    void whatCannotBeReadOnIsCounted() {
        const std::string golden = goldenTracesData();
        const Decoded decoded(golden + std::string(10, '\0') + golden);
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("broken-record×1"));
        QCOMPARE(decoded.problem(ProblemCode::BrokenRecord).position->offset, std::uint64_t{85});
        QCOMPARE(decoded.file()->bytes, std::uint64_t{180});
    }

    void hostileLengths_data() {
        QTest::addColumn<QByteArray>("length");
        QTest::newRow("2^31") << QByteArray("\x80\x80\x80\x80\x08");
        QTest::newRow("2^63") << QByteArray("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01");
        QTest::newRow("2^64 - 1") << QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01");
        QTest::newRow("11 bytes") << QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01");
    }
    void hostileLengths() {
        QFETCH(QByteArray, length);
        const std::string hostile = length.toStdString();
        const std::string golden = goldenTracesData();
        // At the top, as a ScopeSpans, as a span: what stands before is kept, and nothing is asked of memory.
        for (const std::string& tail : {"\x0A" + hostile, Proto().bytes(1, "\x12" + hostile).str(),
                                        Proto().message(1, Proto().bytes(2, "\x12" + hostile)).str(),
                                        Proto().message(1, Proto().bytes(1, "\x0A" + hostile)).str()}) {
            for (const std::string& bytes : {golden + tail, framed(golden) + framed(tail)}) {
                const Decoded decoded(bytes, {64, 1 << 16});
                QCOMPARE(decoded.size(), std::size_t{1});
                QVERIFY(decoded.count(ProblemCode::BrokenRecord) +
                            decoded.count(ProblemCode::TruncatedFile) <=
                        1);
            }
        }
    }

    void whatIsLargerThanTheWindowIsLeftOut() {
        const std::string large(5000, 'x');
        const Decoded decoded(
            resourceSpans(Proto()
                              .message(1, Proto().message(1, textAttribute("service.name", "shop")))
                              .message(2, Proto()
                                              .message(2, protoSpan(Proto().bytes(5, "a")))
                                              .message(2, protoSpan(Proto().bytes(5, large)))
                                              .message(2, protoSpan(Proto().bytes(5, "c"))))),
            {64, 4096});
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.name(1), std::string("c"));
        QCOMPARE(decoded.problems(), std::string("broken-record×1"));
        QCOMPARE(decoded.problem(ProblemCode::BrokenRecord).detail,
                 std::string("a record too large to be read"));
    }

    void partsThatTogetherAreTooLargeAreLeftOut() {
        const Proto part = Proto().message(1, textAttribute("service.name", std::string(3000, 'x')));
        const Decoded decoded(resourceSpans(Proto().message(1, part).message(1, part).message(
                                  2, Proto().message(2, protoSpan()))),
                              {64, 4096});
        QCOMPARE(decoded.service(), std::string(3000, 'x'));
        QCOMPARE(decoded.problems(), std::string("broken-record×1"));
    }

    void spansWithoutATraceIdFormOneADocument() {
        const std::string nameless = resourceSpans(protoResourceSpans(
            {protoSpan(Proto().bytes(1, "")), protoSpan(Proto().bytes(1, "").bytes(5, "x"))}));
        const Decoded raw(nameless + nameless);
        QCOMPARE(raw.trace(0), raw.trace(1));
        QCOMPARE(raw.count(ProblemCode::EmptyTraceId), std::uint64_t{4});
        const Decoded frames(framed(nameless) + framed(nameless));
        QCOMPARE(frames.trace(2), frames.trace(3));
        QCOMPARE(frames.everything(), raw.everything()); // of equal content
    }

    void textIsNoProtobuf() {
        for (const char* text :
             {"\n{\"resourceSpans\":[]}", "\n\n\n", "\n", "\n\x0A{}", "abc:\n[]", "\n\t\n"})
            QVERIFY(Decoded(text).format() != "otlp-proto");
        QVERIFY(Decoded(std::string("\0\0\0\x02{}", 6)).format() != "otlp-proto");
        // Ids of Zipkin's protobuf stand where a resource would.
        const Proto zipkin = Proto()
                                 .bytes(1, fromHex("5b8efff798038103d269b633813fc60c"))
                                 .bytes(3, fromHex("eee19b7ec3c1b174"));
        QCOMPARE(Decoded(Proto().message(1, zipkin).str()).format(), std::string("zipkin-proto"));
    }

    void jsonInAnAttributeIsNoJsonFile() {
        const std::string json = R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"no"}]}]}]})";
        const Decoded decoded(otlpProtoSpan(Proto().message(9, textAttribute("body", "\n" + json + "\n"))));
        QCOMPARE(decoded.format(), std::string("otlp-proto"));
        QCOMPARE(decoded.name(), std::string("op"));
    }

    void everyFlippedByteIsSurvived() {
        for (const std::string& bytes : {rich(), framed(rich())})
            for (std::size_t at = 0; at < bytes.size(); ++at)
                for (const char c : {'\0', '\x01', '\x0A', '\x12', '\x7F', '\x80', '\xFF'}) {
                    std::string changed = bytes;
                    changed[at] = c;
                    QVERIFY(Decoded(changed, {64, 1 << 16}).size() <= 8);
                }
    }
};

QTEST_APPLESS_MAIN(tst_OtlpProto)
#include "tst_OtlpProto.moc"
