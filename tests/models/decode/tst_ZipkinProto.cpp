// Zipkin's protobuf says what its JSON says.
#include "Decoded.h"
#include "OtlpProtoBytes.h"

#include "decode/ZipkinProtoSpan.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

Proto endpoint(std::string_view service, std::string_view ipv4 = {}, std::uint64_t port = 0) {
    Proto read;
    read.bytes(1, service);
    if (!ipv4.empty()) read.bytes(2, ipv4);
    if (port != 0) read.varint(4, port);
    return read;
}
Proto tag(std::string_view key, std::string_view value) { return Proto().bytes(1, key).bytes(2, value); }

Proto root() {
    return Proto()
        .bytes(1, fromHex("5b8efff798038103d269b633813fc60c"))
        .bytes(3, fromHex("eee19b7ec3c1b174"))
        .varint(4, 2)
        .bytes(5, "get /")
        .fixed64(6, 1700000000000000)
        .varint(7, 100)
        .message(8, endpoint("front", fromHex("0a000001"), 8080))
        .message(9, Proto().bytes(3, fromHex("00000000000000000000000000000001")).varint(4, 54602))
        .message(10, Proto().fixed64(1, 1700000000000005).bytes(2, "ws"))
        .message(11, tag("http.method", "GET"))
        .message(11, tag("error", ""));
}
Proto child() {
    return Proto()
        .bytes(1, fromHex("5b8efff798038103d269b633813fc60c"))
        .bytes(2, fromHex("eee19b7ec3c1b174"))
        .bytes(3, fromHex("0000000000000002"))
        .varint(4, 1)
        .fixed64(6, 1700000000000010)
        .message(8, endpoint("front"))
        .message(9, endpoint("back"))
        .varint(12, 1);
}
Proto shared() {
    return Proto()
        .bytes(1, fromHex("d269b633813fc60c"))
        .bytes(3, fromHex("0000000000000002"))
        .varint(4, 2)
        .fixed64(6, 1700000000000012)
        .varint(7, 5)
        .message(8, endpoint("back"))
        .varint(13, 1);
}
std::string list() { return Proto().message(1, root()).message(1, child()).message(1, shared()).str(); }

const std::string json =
    R"([{"traceId":"5b8efff798038103d269b633813fc60c","id":"eee19b7ec3c1b174","kind":"SERVER","name":"get /","timestamp":1700000000000000,"duration":100,"localEndpoint":{"serviceName":"front","ipv4":"10.0.0.1","port":8080},"remoteEndpoint":{"ipv6":"::1","port":54602},"annotations":[{"timestamp":1700000000000005,"value":"ws"}],"tags":{"http.method":"GET","error":""}},)"
    R"({"traceId":"5b8efff798038103d269b633813fc60c","parentId":"eee19b7ec3c1b174","id":"0000000000000002","kind":"CLIENT","timestamp":1700000000000010,"localEndpoint":{"serviceName":"front"},"remoteEndpoint":{"serviceName":"back"},"debug":true},)"
    R"({"traceId":"d269b633813fc60c","id":"0000000000000002","kind":"SERVER","timestamp":1700000000000012,"duration":5,"localEndpoint":{"serviceName":"back"},"shared":true}])";

} // namespace

class tst_ZipkinProto : public QObject {
    Q_OBJECT

private slots:
    void itSaysWhatJsonSays() {
        const Decoded decoded(list());
        QCOMPARE(decoded.format(), std::string("zipkin-proto"));
        QCOMPARE(decoded.size(), std::size_t{3});
        QCOMPARE(decoded.file()->spans, std::uint64_t{3});
        QCOMPARE(decoded.everything(), Decoded(json).everything());
        QCOMPARE(decoded.problems(), Decoded(json).problems());
        for (const std::size_t chunk : {64u, 100u})
            QCOMPARE(Decoded(list(), {chunk, 1 << 16}).everything(), decoded.everything());
    }

    void partsAreUnited() {
        const Proto late = Proto()
                               .bytes(1, fromHex("5b8efff798038103d269b633813fc60c"))
                               .bytes(3, fromHex("0000000000000002"))
                               .varint(7, 30)
                               .message(11, tag("k", "v"));
        const Decoded decoded(Proto().message(1, child()).message(1, late).str());
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.end() - decoded.start(), std::int64_t{30000});
        QCOMPARE(decoded.attributes(), std::string(R"(peer.service="back" zipkin.debug=true k="v")"));
    }

    void otherProtobufIsNotTakenForIt() {
        QVERIFY(isZipkinProtoSpan(root().str()));
        QVERIFY(!isZipkinProtoSpan(protoSpan().str()));
        QVERIFY(!isZipkinProtoSpan(protoResourceSpans({protoSpan()}).str()));
        QVERIFY(!isZipkinProtoSpan(""));
        QCOMPARE(Decoded(otlpProtoSpan()).format(), std::string("otlp-proto"));
        for (const char* text : {"\n{\"traceId\":1}", "\n\n\n", "\n\x0A{}"})
            QVERIFY(Decoded(text).format() != "zipkin-proto");
    }

    void unknownFieldsAndKindsAndTextsAreSurvived() {
        const Decoded decoded(
            Proto()
                .message(1, child().varint(99, 1).varint(4, 7).bytes(5, "\xFF"
                                                                        "a"))
                .varint(2, 5)
                .message(1, child().bytes(1, "abc").bytes(3, "").fixed64(6, ~std::uint64_t{0}).append("\x0B"))
                .str());
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.name(), std::string("\xEF\xBF\xBD"
                                             "a"));
        QCOMPARE(decoded.count(ProblemCode::UnknownKind), std::uint64_t{1});
        QCOMPARE(decoded.count(ProblemCode::InvalidUtf8), std::uint64_t{1});
        QCOMPARE(decoded.count(ProblemCode::BrokenRecord), std::uint64_t{1});
    }

    void spansNeverShrinkWithALongerFile() {
        const std::string whole = list();
        std::size_t before = 0;
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const Decoded decoded(whole.substr(0, size), {64, 1 << 16});
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            before = decoded.size();
            if (before > 0 && size < whole.size() && size != Proto().message(1, root()).str().size() &&
                size != Proto().message(1, root()).message(1, child()).str().size())
                QCOMPARE(decoded.count(ProblemCode::TruncatedFile), std::uint64_t{1});
        }
        QCOMPARE(before, std::size_t{3});
    }

    void everyFlippedByteIsSurvived() {
        const std::string whole = list();
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (const char c : {'\0', '\x7F', '\xFF', '\n'}) {
                std::string changed = whole;
                changed[at] = c;
                QVERIFY(Decoded(changed, {64, 1 << 16}).size() <= 4);
            }
    }
};

QTEST_APPLESS_MAIN(tst_ZipkinProto)
#include "tst_ZipkinProto.moc"
