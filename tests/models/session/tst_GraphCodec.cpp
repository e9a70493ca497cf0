#include "base/Hash.h"
#include "session/GraphCodec.h"
#include "session/ImportIdentity.h"
#include "support/CaptureScript.h"

#include <QTest>

#include <cstring>

using namespace hallway;
using namespace hallway::test;

namespace {

/// All kinds of nodes and edges: rpc, database, user, a failure, an edge without latency.
ScriptedCapture shop() {
    CaptureScript script;
    script.span("in", {.service = "web", .kind = SpanKind::Server, .from = 0, .to = 100});
    script.span("out", {.parent = "in", .service = "web", .kind = SpanKind::Client, .from = 10, .to = 90});
    script.span("cart", {.parent = "out",
                         .service = "cart",
                         .kind = SpanKind::Server,
                         .status = SpanStatus::Error,
                         .from = 20,
                         .to = 80});
    script.span("db", {.parent = "cart",
                       .service = "cart",
                       .kind = SpanKind::Client,
                       .from = 30,
                       .to = 70,
                       .attributes = {{"db.system", std::string("redis")}}});
    script.span("open", {.parent = "in",
                         .service = "web",
                         .kind = SpanKind::Client,
                         .from = 91,
                         .to = ScriptSpan::noTime,
                         .attributes = {{"peer.service", std::string("mail")}}});
    return script.build();
}

std::string withHash(std::string bytes) {
    const std::uint64_t hash = hashOf(bytes);
    bytes.append(reinterpret_cast<const char*>(&hash), sizeof hash);
    return bytes;
}

} // namespace

class TestGraphCodec : public QObject {
    Q_OBJECT

private slots:
    void givesBackWhatItTook() {
        const ScriptedCapture capture = shop();
        QVERIFY(capture.graph.edges.size() >= 4);
        const auto decoded = decodeGraph(encodeGraph(capture.graph), capture.built.calls);
        QVERIFY(decoded.has_value());
        QCOMPARE(*decoded, capture.graph);
    }

    void takesAnEmptyGraph() {
        QCOMPARE(decodeGraph(encodeGraph({}), CallTable{}), std::optional(ServiceGraph{}));
    }

    void refusesBytesCutAnywhere() {
        const ScriptedCapture capture = shop();
        const std::string bytes = encodeGraph(capture.graph);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const std::string_view cut = std::string_view(bytes).substr(0, size);
            QVERIFY(!decodeGraph(cut, capture.built.calls).has_value());
            QVERIFY(!decodeGraph(withHash(std::string(cut)), capture.built.calls).has_value() ||
                    size + 8 == bytes.size());
        }
    }

    void refusesAnyByteChanged() {
        const ScriptedCapture capture = shop();
        std::string bytes = encodeGraph(capture.graph);
        for (char& byte : bytes) {
            byte = static_cast<char>(byte ^ 0x10);
            QVERIFY(!decodeGraph(bytes, capture.built.calls).has_value());
            byte = static_cast<char>(byte ^ 0x10);
        }
    }

    void refusesTheGraphOfOtherCalls() {
        const ScriptedCapture capture = shop();
        QVERIFY(!decodeGraph(encodeGraph(capture.graph), CallTable{}).has_value());
    }

    void refusesTheGraphOfAnotherBuild() {
        const ScriptedCapture capture = shop();
        std::string bytes = encodeGraph(capture.graph);
        bytes.resize(bytes.size() - sizeof(std::uint64_t));
        QVERIFY(decodeGraph(withHash(bytes), capture.built.calls).has_value());
        const std::uint64_t other = importIdentity() + 1;
        std::memcpy(bytes.data(), &other, sizeof other);
        QVERIFY(!decodeGraph(withHash(bytes), capture.built.calls).has_value());
    }
};

QTEST_APPLESS_MAIN(TestGraphCodec)
#include "tst_GraphCodec.moc"
