#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

const std::string span = R"({
    "name": "GET /cart",
    "context": {
        "trace_id": "0x5b8efff798038103d269b633813fc60c",
        "span_id": "0xeee19b7ec3c1b174",
        "trace_state": "[{key=ot, value=th:8}, {key=b, value=2}]"
    },
    "kind": "SpanKind.SERVER",
    "parent_id": "0x00000000000000a1",
    "start_time": "2023-11-14T22:13:20.000001Z",
    "end_time": "2023-11-14T22:13:21.500000Z",
    "status": {
        "status_code": "ERROR",
        "description": "it broke"
    },
    "attributes": {
        "http.status_code": 500,
        "ratio": 0.5,
        "ok": false,
        "tags": ["a", "b"]
    },
    "events": [
        {
            "name": "exception",
            "timestamp": "2023-11-14T22:13:21.000000Z",
            "attributes": {"exception.type": "ValueError"}
        }
    ],
    "links": [
        {
            "context": {
                "trace_id": "0x0000000000000000000000000000000b",
                "span_id": "0x000000000000000c",
                "trace_state": "[]"
            },
            "attributes": {"why": "batch"}
        }
    ],
    "resource": {
        "attributes": {
            "service.name": "shop",
            "host.name": "h1"
        },
        "schema_url": ""
    }
})";

} // namespace

class tst_PythonConsole : public QObject {
    Q_OBJECT

private slots:
    void everyField() {
        const Decoded decoded(span);
        QCOMPARE(decoded.format(), std::string("python-console"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.trace(), std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(decoded.id(), std::string("eee19b7ec3c1b174"));
        QCOMPARE(decoded.parent(), std::string("00000000000000a1"));
        QCOMPARE(decoded.name(), std::string("GET /cart"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("it broke"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("ot=th:8,b=2"));
        QCOMPARE(decoded.start(), std::int64_t{1700000000000001000});
        QCOMPARE(decoded.end(), std::int64_t{1700000001500000000});
        QCOMPARE(decoded.attributes(),
                 std::string(R"(http.status_code=500 ratio=0.5d ok=false tags=json:["a","b"])"));
        QCOMPARE(decoded.events(),
                 std::string(R"(exception@1700000001000000000{exception.type="ValueError"})"));
        QVERIFY(decoded.has(SpanFlag::HasException));
        QCOMPARE(decoded.links(),
                 std::string(R"(0000000000000000000000000000000b/000000000000000c{why="batch"})"));
        QCOMPARE(decoded.resourceAttributes(), std::string(R"(host.name="h1" service.name="shop")"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void case09_objectsStandBehindOneAnotherWithoutAnythingBetween() {
        QCOMPARE(Decoded(span + span).size(), std::size_t{2});
        QCOMPARE(Decoded(span + "\n" + span + "\n").size(), std::size_t{2});
        QCOMPARE(Decoded("starting up {}\n" + span + span).size(), std::size_t{2});
        QCOMPARE(Decoded(span + span, {64, 1 << 16}).everything(), Decoded(span + span).everything());
    }

    void aRootAndAnOpenSpan() {
        const Decoded decoded(
            R"({"name":"r","context":{"trace_id":"0x01","span_id":"0x02","trace_state":"[]"},"kind":"SpanKind.INTERNAL","parent_id":null,"start_time":"2023-11-14T22:13:20.000000Z","end_time":null,"status":{"status_code":"UNSET"},"attributes":null,"events":[],"links":[],"resource":{"service.name":"old"}})");
        QCOMPARE(decoded.parent(), std::string());
        QVERIFY(decoded.has(SpanFlag::Unfinished));
        QCOMPARE(decoded.span().kind, SpanKind::Internal);
        QCOMPARE(decoded.span().status, SpanStatus::Unset);
        QCOMPARE(decoded.service(), std::string("old")); // older exporters
        QCOMPARE(decoded.problems(), std::string("unfinished-span×1"));
    }

    void phoenixListsSpansOfTheSameShape() {
        const std::string one =
            R"({"id":"i","name":"turn","context":{"trace_id":"t-1","span_id":"s01"},"span_kind":"AGENT","parent_id":null,"start_time":"2026-07-09T02:00:00+02:00","end_time":"2026-07-09T00:00:35+00:00","status_code":"ERROR","status_message":"no","attributes":{"a":1},"events":[]})";
        const Decoded decoded("[" + one + "]");
        QCOMPARE(decoded.format(), std::string("phoenix"));
        QCOMPARE(decoded.trace(), std::string("t-1"));
        QCOMPARE(decoded.end() - decoded.start(), std::int64_t{35'000'000'000});
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.attributes(), std::string(R"(span_kind="AGENT" a=1)"));
        QCOMPARE(decoded.problems(), std::string("opaque-id×1 missing-service×1"));
        // The answer of its API, and lists by name.
        QCOMPARE(Decoded(R"({"data":[)" + one + R"(],"next_cursor":null})").everything(),
                 decoded.everything());
        QCOMPARE(Decoded(R"({"first":[)" + one + R"(],"second":[)" + one + "]}").size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(tst_PythonConsole)
#include "tst_PythonConsole.moc"
