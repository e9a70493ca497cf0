// calls.md rules 9 to 12: nested client spans and callees without spans of their own.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "support/CaptureScript.h"

using namespace hallway;
using namespace hallway::test;

namespace {
constexpr auto Server = SpanKind::Server, Client = SpanKind::Client, Internal = SpanKind::Internal,
               Producer = SpanKind::Producer;
using TextPairs = QList<QPair<QString, QString>>;
using Attributes = std::vector<std::pair<std::string, ScriptValue>>;
std::string text(const char* value) { return value; }

std::string callOf(const Attributes& attributes, SpanKind kind = Client) {
    CaptureScript script;
    script.span("c", {.service = "A", .kind = kind, .attributes = attributes});
    return script.build().summary();
}
} // namespace

class TestPeerCalls : public QObject {
    Q_OBJECT

private slots:
    void peerIsNamedByTheFirstRuleThatFits_data() { // rule 11
        QTest::addColumn<TextPairs>("attributes");
        QTest::addColumn<QString>("expected");
        using A = TextPairs;
        QTest::newRow("service.peer.name before peer.service")
            << A{{"peer.service", "old"}, {"service.peer.name", "new"}} << "A>new:external×1";
        QTest::newRow("database name at its address") << A{{"db.system", "postgresql"},
                                                           {"db.name", "shop"},
                                                           {"server.address", "PG-Main"},
                                                           {"server.port", "5432"}}
                                                      << "A>shop@pg-main:database×1";
        QTest::newRow("database by index only is its address") << A{{"db.system", "redis"},
                                                                    {"db.namespace", "0"},
                                                                    {"server.address", "redis-1"},
                                                                    {"server.port", "6379"}}
                                                               << "A>redis-1:database×1";
        QTest::newRow("database by system") << A{{"db.system.name", "sqlite"}} << "A>sqlite:database×1";
        QTest::newRow("queue by destination")
            << A{{"messaging.system", "kafka"}, {"messaging.destination", "jobs"}} << "A>jobs:messaging×1";
        QTest::newRow("template before name") << A{{"messaging.system", "kafka"},
                                                   {"messaging.destination.name", "jobs-7"},
                                                   {"messaging.destination.template", "jobs-*"}}
                                              << "A>jobs-*:messaging×1";
        QTest::newRow("temporary destination is not a name") << A{{"messaging.system", "rabbitmq"},
                                                                  {"messaging.destination.name", "amq.gen-1"},
                                                                  {"messaging.destination.temporary", "true"}}
                                                             << "A>rabbitmq:messaging×1";
        QTest::newRow("function") << A{{"faas.invoked_name", "resize"}} << "A>resize:function×1";
        QTest::newRow("external with its port")
            << A{{"server.address", "api.example"}, {"server.port", "8443"}}
            << "A>api.example:8443:external×1";
        QTest::newRow("external without the usual port")
            << A{{"net.peer.name", "api.example"}, {"net.peer.port", "443"}} << "A>api.example:external×1";
        QTest::newRow("each form has its own port")
            << A{{"server.address", "api.example"}, {"net.peer.port", "9"}} << "A>api.example:external×1";
        QTest::newRow("host of an absolute URL")
            << A{{"http.url", "https://u:p@API.example:8080/x?y=1"}} << "A>api.example:8080:external×1";
        QTest::newRow("relative URL names nobody") << A{{"http.url", "/x"}} << "A>unknown (A):external×1";
        QTest::newRow("network peer")
            << A{{"net.peer.ip", "10.0.0.7"}, {"net.peer.port", "9000"}} << "A>10.0.0.7:9000:external×1";
        QTest::newRow("rpc service of a full method")
            << A{{"rpc.method", "shop.Cart/Get"}} << "A>shop.Cart:external×1";
        QTest::newRow("generative model") << A{{"gen_ai.system", "llm"}} << "A>llm:external×1";
        QTest::newRow("nothing") << A{} << "A>unknown (A):external×1";
        QTest::newRow("empty is absent")
            << A{{"peer.service", ""}, {"server.address", "h"}} << "A>h:external×1";
    }
    void peerIsNamedByTheFirstRuleThatFits() {
        QFETCH(const TextPairs, attributes);
        QFETCH(const QString, expected);
        Attributes list;
        for (const auto& [key, value] : attributes)
            list.emplace_back(key.toStdString(), value.toStdString());
        QCOMPARE(QString::fromStdString(callOf(list)), expected);
    }

    void producerWithoutConsumerCallsItsQueue() { // rule 10
        QCOMPARE(callOf({{"kafka.topic", text("t")}}, Producer), std::string("A>t:messaging×1"));
    }

    void case114_virtualCallHasAClientSideOnly() { // rules 10 and 19, case 114
        CaptureScript script;
        script.span("c", {.service = "A",
                          .kind = Client,
                          .from = 0,
                          .to = 7,
                          .attributes = {{"db.system", text("mysql")}}});
        const auto capture = script.build();
        const GraphEdge& edge = *capture.edge("A", "mysql");
        QCOMPARE(edge.client->p50, Duration(7'000'000));
        QVERIFY(!edge.server);
        QVERIFY(!capture.node("mysql")->entries);
    }

    void case99_peerThatIsAServiceIsThatServiceWithItsSpanMissing() { // rule 12, case 99
        CaptureScript script;
        script.span(
            "c",
            {.trace = "1", .service = "A", .kind = Client, .attributes = {{"peer.service", text("CART")}}});
        script.span("d", {.trace = "2",
                          .service = "A",
                          .kind = Client,
                          .attributes = {{"server.address", text("cart.shop.svc.cluster.local")},
                                         {"server.port", std::int64_t{8080}}}});
        script.span("s", {.trace = "3", .service = "cart", .kind = Internal});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("A>cart:rpc×2"));
        QCOMPARE(capture.edge("A", "cart")->serverSpanMissing, 2u);
    }

    void exactNameWinsOverAnotherCase() { // rule 12
        CaptureScript script;
        script.span(
            "c",
            {.trace = "1", .service = "A", .kind = Client, .attributes = {{"peer.service", text("cart")}}});
        script.span("s", {.trace = "2", .service = "CART"});
        script.span("t", {.trace = "3", .service = "cart"});
        QCOMPARE(script.build().summary(), std::string("A>cart:rpc×1"));
    }

    void ofSeveralServicesTheOneInTheCallersNamespaceIsMeant() { // rule 12
        CaptureScript script;
        script.span("c", {.trace = "1",
                          .service = "A",
                          .nameSpace = "us",
                          .kind = Client,
                          .attributes = {{"peer.service", text("cart")}}});
        script.span("d",
                    {.trace = "1",
                     .service = "B",
                     .nameSpace = "us",
                     .kind = Client,
                     .attributes = {{"peer.service", text("cart")}, {"service.peer.namespace", text("eu")}}});
        script.span("s", {.trace = "2", .service = "cart", .nameSpace = "eu"});
        script.span("t", {.trace = "3", .service = "cart", .nameSpace = "us"});
        QCOMPARE(script.build().summary(), std::string("A>us/cart:rpc×1 B>eu/cart:rpc×1"));
    }

    void databaseNamedLikeAServiceIsNotTheService() { // rule 12
        CaptureScript script;
        script.span("c", {.trace = "1",
                          .service = "A",
                          .kind = Client,
                          .attributes = {{"db.system", text("mysql")}, {"db.name", text("orders")}}});
        script.span("s", {.trace = "2", .service = "orders"});
        QCOMPARE(script.build().summary(), std::string("A>database:orders:database×1"));
    }

    void spanThatCallsItselfMakesNoCall() { // rules 12 and 34
        QCOMPARE(callOf({{"peer.service", text("a")}}), std::string());
    }

    void case101_databaseSpanAroundItsHttpSpanIsOneCall() { // rule 9, case 101
        CaptureScript script;
        script.span("db",
                    {.service = "A",
                     .kind = Client,
                     .attributes = {{"db.system", text("elasticsearch")}, {"server.address", text("es")}}});
        script.span("http", {.parent = "db",
                             .service = "A",
                             .kind = Client,
                             .attributes = {{"http.method", text("POST")}, {"server.address", text("es")}}});
        QCOMPARE(script.build().summary(), std::string("A>es:database×1"));
    }

    void sdkSpanAroundItsHttpSpanCountsTheInnerOne() { // rule 9
        CaptureScript script;
        script.span("sdk", {.service = "A", .kind = Client, .from = 0, .to = 50});
        script.span("http", {.parent = "sdk",
                             .service = "A",
                             .kind = Client,
                             .from = 1,
                             .to = 40,
                             .attributes = {{"http.method", text("GET")}, {"server.address", text("api")}}});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("A>api:external×1"));
        QCOMPARE(capture.edge("A", "api")->client->p50, Duration(39'000'000));
    }

    void bareSpansBelowAClientAreItsOwnWork() { // rule 9
        CaptureScript script;
        script.span("http",
                    {.service = "A", .kind = Client, .attributes = {{"server.address", text("api")}}});
        script.span("dns", {.parent = "http", .service = "A", .kind = Client});
        script.span("tcp", {.parent = "http", .service = "A", .kind = Client});
        QCOMPARE(script.build().summary(), std::string("A>api:external×1"));
    }

    void wrappingSpanWithARealCallBelowMakesNoneOfItsOwn() { // rule 9
        CaptureScript script;
        script.span("db", {.service = "A",
                           .kind = Client,
                           .attributes = {{"rpc.system", text("grpc")}, {"server.address", text("b")}}});
        script.span("inner", {.parent = "db", .service = "A", .kind = Client});
        script.span("s", {.parent = "inner", .service = "B", .kind = Server});
        QCOMPARE(script.build().summary(), std::string("A>B:rpc×1"));
    }

    void serverSpanCutsTheLocalSubtree() { // rules 9 and 10
        CaptureScript script;
        script.span("c", {.service = "A", .kind = Client, .attributes = {{"db.system", text("mysql")}}});
        script.span("i", {.parent = "c", .service = "A", .kind = Internal});
        script.span("s", {.parent = "i", .service = "A", .kind = Server});
        script.span(
            "d",
            {.parent = "s", .service = "A", .kind = Client, .attributes = {{"db.system", text("redis")}}});
        QCOMPARE(script.build().summary(), std::string("A>mysql:database×1 A>redis:database×1"));
    }

    void crossingThatNamesNoPeerStandsForThePeer() { // rule 10, HotROD's redis
        CaptureScript script;
        script.span("a", {.service = "driver", .kind = Client});
        script.span("r", {.parent = "a", .service = "redis", .kind = Client});
        QCOMPARE(script.build().summary(), std::string("driver>redis:unpaired×1"));
    }
};

QTEST_APPLESS_MAIN(TestPeerCalls)
#include "tst_PeerCalls.moc"
