#include "Compressed.h"
#include "Decoded.h"

#include <QByteArray>
#include <QTest>

#include <string>

using namespace hallway;

namespace {

/// One SERVER span "op" of service "a", as OTLP protobuf.
const std::string proto = QByteArray::fromHex("0a530a150a130a0c736572766963652e6e616d6512030a0161123a"
                                              "12380a105b8efff798038103d269b6338"
                                              "13fc60c1208eee19b7ec3c1b1742a026f70300239004859e3faeb6"
                                              "f15410012f41efbeb6f157a021802")
                              .toStdString();
const std::string json =
    R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"a"}}]},"scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","name":"op","kind":2,"startTimeUnixNano":"1544712660000000000","endTimeUnixNano":"1544712661000000000","status":{"code":2}}]}]}]})";

std::string base64(const std::string& bytes) {
    return QByteArray::fromStdString(bytes).toBase64().toStdString();
}

std::string line(const std::string& payload, const std::string& isBase64 = "true") {
    return R"({"__otel_otlp_stdout":"exporter@0.2","source":"a","endpoint":"e","method":"POST","content-type":"application/x-protobuf","payload":)" +
           payload + R"(,"base64":)" + isBase64 + "}\n";
}
std::string packed(const std::string& bytes) { return line('"' + base64(bytes) + '"'); }

} // namespace

class tst_LambdaOutput : public QObject {
    Q_OBJECT

private slots:
    void payloadsInEveryWrapping_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("protobuf in gzip", packed(gzipped(proto)));
        row("protobuf", packed(proto));
        row("JSON in gzip", packed(gzipped(json)));
        row("JSON in base64", packed(json));
        row("JSON as it is", line(json, "false"));
        row("among a log's lines", "START RequestId: 1\n" + packed(gzipped(proto)) + "END RequestId: 1\n");
        row("behind a log's prefix", "2023-11-14T22:13:20Z\t" + packed(gzipped(proto)));
    }
    void payloadsInEveryWrapping() {
        QFETCH(QByteArray, text);
        const Decoded decoded(text.toStdString());
        QCOMPARE(decoded.format(), std::string("lambda"));
        QCOMPARE(decoded.file()->spans, std::uint64_t{1});
        QCOMPARE(decoded.everything(), Decoded(json).everything());
        QCOMPARE(decoded.count(ProblemCode::BrokenRecord), std::uint64_t{0});
    }

    void severalLines() {
        const Decoded decoded(packed(gzipped(proto)) + packed(json) + packed(proto));
        QCOMPARE(decoded.size(), std::size_t{3});
        QCOMPARE(decoded.file()->spans, std::uint64_t{3});
        QCOMPARE(decoded.problems(), std::string());
    }

    void aBombInALineStopsAndTheOthersAreRead() {
        const std::string bomb = gzipped(std::string(std::size_t{80} << 20, ' '));
        const Decoded decoded(packed(bomb) + packed(proto));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("broken-record×1"));
        QVERIFY(decoded.problem(ProblemCode::BrokenRecord).detail.find("200 times") != std::string::npos);
    }

    void brokenPayloadsAreSaidWithTheirLine() {
        const std::string half = gzipped(proto).substr(0, gzipped(proto).size() / 2);
        const Decoded decoded(packed(proto) + line("\"%%%\"") + packed("hello") + packed(half) + line("7") +
                              packed(proto.substr(0, 40)) + packed(proto));
        QVERIFY(decoded.size() >= 2);
        QVERIFY(decoded.count(ProblemCode::BrokenRecord) >= 4);
        QCOMPARE(decoded.problem(ProblemCode::BrokenRecord).position->line, std::optional<std::uint64_t>(2));
    }

    void aPayloadIsNotLookedForInAPayload() {
        const Decoded decoded(packed(packed(packed(proto))) + packed(proto));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("broken-record×1"));
    }

    void case72_otherSignalsInAPayloadAreNamed() {
        const Decoded decoded(line(R"({"resourceLogs":[{"scopeLogs":[]}]})", "false"));
        QCOMPARE(decoded.size(), std::size_t{0});
        QCOMPARE(decoded.problems(), std::string("skipped-signal×1"));
    }
};

QTEST_GUILESS_MAIN(tst_LambdaOutput)
#include "tst_LambdaOutput.moc"
