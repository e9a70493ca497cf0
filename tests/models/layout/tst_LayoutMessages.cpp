#include "SampleGraphs.h"

#include "layout/LayoutMessages.h"

#include <QTest>

using namespace hallway;

class tst_LayoutMessages : public QObject {
    Q_OBJECT
private slots:
    void aRequestSurvivesTheWire();
    void aLayoutSurvivesTheWire();
    void theReasonOfAFallbackIsNotKept();
    void hostileRequestsAreRefused_data();
    void hostileRequestsAreRefused();
    void hostileLayoutsAreRefused_data();
    void hostileLayoutsAreRefused();
    void deepNestingIsRefused();
};

static QByteArray request(const char* nodes, const char* edges) {
    return QByteArray(R"({"version":1,"ranksep":42,"nodesep":7,"nodes":)") + nodes + R"(,"edges":)" + edges +
           "}";
}

static QByteArray layout(const char* nodes, const char* edges) {
    return QByteArray(R"({"version":1,"engine":"graphviz","size":[9,9],"nodes":)") + nodes + R"(,"edges":)" +
           edges + "}";
}

void tst_LayoutMessages::aRequestSurvivesTheWire() {
    LayoutRequest sent = samples::services(30, 90, 1);
    sent.nodes[3].size = {96.123456789012345, 1.0 / 3};
    sent.rankSeparation = 104.5;
    const Result<LayoutRequest> received = layoutRequestFromJson(toJson(sent));
    QVERIFY(received);
    QCOMPARE(*received, sent);
    sent.boxes = {{std::nullopt, {40, 16}}, {0, {80, 16}}};
    sent.nodes[5].box = 1;
    sent.direction = LayoutDirection::TopDown;
    QCOMPARE(*layoutRequestFromJson(toJson(sent)), sent);
    QCOMPARE(*layoutRequestFromJson(toJson(LayoutRequest{})), LayoutRequest{});
}

void tst_LayoutMessages::aLayoutSurvivesTheWire() {
    GraphLayout sent;
    sent.nodes = {{{1.0 / 3, 20}, {96, 40}}};
    sent.edges = {{{{1, 2}, {3, 4}, {5, 6}, {7, 8}}, std::nullopt},
                  {{{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}, {11, 12}, {13, 14}}, LayoutPoint{-0.1, 2}}};
    sent.size = {100, 40};
    sent.engine = LayoutEngineUsed::Layered;
    sent.boxes = {{{-1, 2.5}, {30, 40}}};
    const Result<GraphLayout> received = graphLayoutFromJson(toJson(sent));
    QVERIFY(received);
    QCOMPARE(*received, sent);
}

void tst_LayoutMessages::theReasonOfAFallbackIsNotKept() {
    GraphLayout sent;
    sent.fallbackReason = Error{ErrorCode::LayoutTimedOut, {"5"}, std::nullopt};
    QVERIFY(!graphLayoutFromJson(toJson(sent))->fallbackReason);
}

void tst_LayoutMessages::hostileRequestsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("digraph { a -> b }");
    QTest::newRow("cut off") << request("[[96,40]]", "[]").chopped(1);
    QTest::newRow("something behind it") << request("[[96,40]]", "[]") + "x";
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no version") << QByteArray("{}");
    QTest::newRow("another version") << request("[]", "[]").replace("\"version\":1", "\"version\":2");
    QTest::newRow("no nodes") << QByteArray(R"({"version":1,"ranksep":42,"nodesep":7,"edges":[]})");
    QTest::newRow("nodes are an object") << request("{}", "[]");
    QTest::newRow("null size") << request("[[null,40]]", "[]");
    QTest::newRow("text size") << request(R"([["96",40]])", "[]");
    QTest::newRow("overflowing size") << request("[[1e999,40]]", "[]");
    QTest::newRow("negative size") << request("[[-96,40]]", "[]");
    QTest::newRow("three numbers") << request("[[96,40,1]]", "[]");
    const auto edge = [](const char* text) { return request("[[96,40]]", text); };
    QTest::newRow("index too high") << edge(R"([{"tail":0,"head":1,"weight":1,"minlen":1}])");
    QTest::newRow("negative index") << edge(R"([{"tail":-1,"head":0,"weight":1,"minlen":1}])");
    QTest::newRow("index beyond 32 bits") << edge(R"([{"tail":4294967296,"head":0,"weight":1,"minlen":1}])");
    QTest::newRow("fractional index") << edge(R"([{"tail":0.5,"head":0,"weight":1,"minlen":1}])");
    QTest::newRow("huge weight") << edge(R"([{"tail":0,"head":0,"weight":18446744073709551615,"minlen":1}])");
    QTest::newRow("tiny weight") << edge(R"([{"tail":0,"head":0,"weight":-9223372036854775808,"minlen":1}])");
    QTest::newRow("no weight") << edge(R"([{"tail":0,"head":0,"minlen":1}])");
    QTest::newRow("label no box") << edge(R"([{"tail":0,"head":0,"weight":1,"minlen":1,"label":7}])");
    QTest::newRow("bad UTF-8") << QByteArray("{\"version\":1,\"\xff\":1}");
}

void tst_LayoutMessages::hostileRequestsAreRefused() {
    QFETCH(QByteArray, text);
    const auto result = layoutRequestFromJson(text.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::LayoutFailed);
    QVERIFY(!result.error().arguments.front().empty());
}

void tst_LayoutMessages::hostileLayoutsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a request") << request("[[96,40]]", "[]");
    QTest::newRow("unknown engine") << layout("[]", "[]").replace("graphviz", "magic");
    QTest::newRow("node of two numbers") << layout("[[1,2]]", "[]");
    QTest::newRow("overflow") << layout("[[1e999,2,3,4]]", "[]");
    QTest::newRow("no curve") << layout("[]", R"([{}])");
    QTest::newRow("empty curve") << layout("[]", R"([{"curve":[]}])");
    QTest::newRow("one point") << layout("[]", R"([{"curve":[1,2]}])");
    QTest::newRow("three points") << layout("[]", R"([{"curve":[1,2,3,4,5,6]}])");
    QTest::newRow("five points") << layout("[]", R"([{"curve":[1,2,3,4,5,6,7,8,9,10]}])");
    QTest::newRow("half a point") << layout("[]", R"([{"curve":[1,2,3,4,5,6,7,8,9]}])");
    QTest::newRow("text in a curve") << layout("[]", R"([{"curve":[1,2,3,4,5,6,7,"8"]}])");
    QTest::newRow("null label") << layout("[]", R"([{"curve":[1,2,3,4,5,6,7,8],"label":null}])");
}

void tst_LayoutMessages::hostileLayoutsAreRefused() {
    QFETCH(QByteArray, text);
    const auto result = graphLayoutFromJson(text.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::LayoutFailed);
}

void tst_LayoutMessages::deepNestingIsRefused() {
    QVERIFY(!layoutRequestFromJson(std::string(1'000'000, '[')));
    QVERIFY(!layoutRequestFromJson(std::string(200'000, '[') + std::string(200'000, ']')));
}

QTEST_APPLESS_MAIN(tst_LayoutMessages)
#include "tst_LayoutMessages.moc"
