#include <QTest>

#include "analysis/FigureExpression.h"
#include "support/GraphBuilder.h"

using namespace hallway;
using namespace hallway::test;

namespace {

/// cart → pricing fails 4 of 40 and is slow; cart → pg-carts (database) has 9 calls, three of them retries.
std::shared_ptr<const ServiceGraph> graph() {
    GraphBuilder builder;
    builder.node("user", NodeKind::User);
    builder.node("pg-carts", NodeKind::Database, "postgresql");
    builder.edge("user", "cart", CallClass::Rpc, 20);
    builder.edge("cart", "pricing", CallClass::Rpc, 40, 4, 1, 90, 250, 6);
    builder.edge("cart", "pg-carts", CallClass::Database, 9, 0, 0, 1, 2, 0.5);
    ServiceGraph made = *builder.build();
    made.edges[2].retries = 3;
    made.nodes[2].node.nameSpace = "shop";
    return std::make_shared<const ServiceGraph>(made);
}

/// "user>cart cart>pricing | pricing": the edges, then the nodes it is true of.
std::string matchesOf(const std::string& text) {
    const auto shown = graph();
    const auto expression = FigureExpression::parse(text);
    if (!expression) return "error";
    std::string matches;
    for (const GraphEdge& edge : shown->edges)
        if (expression->matches(edge, *shown))
            matches += shown->nodes[edge.caller.index()].node.label + ">" +
                       shown->nodes[edge.callee.index()].node.label + " ";
    matches += "|";
    for (const GraphNode& node : shown->nodes)
        if (expression->matches(node)) matches += " " + node.node.label;
    return matches;
}

} // namespace

class tst_FigureExpression : public QObject {
    Q_OBJECT
private slots:
    void conditionsAreTrueOfTheirEdgesAndServices_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("matches");
        const auto row = [](const char* text, const char* matches) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(matches);
        };
        row("calls < 10", "cart>pg-carts |");
        row("calls <= 9", "cart>pg-carts |");
        row("calls >= 20", "user>cart cart>pricing |");
        row("calls != 9", "user>cart cart>pricing |");
        row("p99 > 200ms && failed > 1%", "cart>pricing | pricing");
        row("p99 > 0.2s", "cart>pricing | pricing");
        row("failed = 4", "cart>pricing | pricing");
        row("failed = 10%", "cart>pricing | pricing");
        row("failed-here > 2%", "cart>pricing |");
        row("fan-out > 5", "cart>pricing |");
        row("fan-out > 1", "cart>pricing | cart pricing");
        row("retries > 0", "cart>pg-carts |");
        row("retries >= 33%", "cart>pg-carts |");
        row("kind = database", "| pg-carts");
        row("kind != service", "| user pg-carts");
        row("system = postgresql", "| pg-carts");
        row("namespace = shop", "| cart");
        row("name =~ \"pg.*\"", "| pg-carts");
        row("name =~ \"pg\"", "|"); // the whole name
        row("name !~ \"p.*\"", "| user cart");
        row("caller = \"cart\"", "cart>pricing cart>pg-carts |");
        row("caller = cart && !(callee = pricing)", "cart>pg-carts |");
        row("class = database || caller = user", "user>cart cart>pg-carts |");
        row("requests > 30", "| pricing");
        row("requests < 30", "| pg-carts cart"); // of the user nobody knows how many it received
        row("!(requests < 30)", "| pricing");    // nor is the contrary known
        row("calls > 5 && calls < 10 || calls > 30", "cart>pricing cart>pg-carts |");
        row("calls > 30 || calls > 5 && calls < 10", "cart>pricing cart>pg-carts |");
        row("(calls > 30 || calls > 5) && calls < 10", "cart>pg-carts |");
        row("!calls > 10 && !retries = 0", "cart>pg-carts |");
        row("  calls<10  ", "cart>pg-carts |");
        row("calls < 10 || kind = user", "cart>pg-carts | user");
        row("name = user || fan-out > 5", "cart>pricing | user"); // the latter is of both
        row("!(kind = user) || caller = user", "user>cart | pg-carts cart pricing");
    }
    void conditionsAreTrueOfTheirEdgesAndServices() {
        QFETCH(QString, text);
        QFETCH(QString, matches);
        QCOMPARE(QString::fromStdString(matchesOf(text.toStdString())), matches);
    }

    void errorsPointAtTheByteAndSayWhatIsExpected_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, int at, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << at << QString::fromUtf8(expected);
        };
        row("", 0, "a figure");
        row("calls", 5, "=, !=, <");
        row("calls <", 7, "a number");
        row("calls < x", 8, "a number");
        row("calls < 10 &&", 13, "a figure");
        row("calls < 10 & p99 > 1s", 11, "&& or ||");
        row("callz < 10", 0, "a figure");
        row("p99 > 200", 6, "a time");
        row("p99 > 2parsecs", 6, "a time");
        row("p99 > 10%", 6, "a time");
        row("calls > 10%", 8, "a number");
        row("fan-out > 5ms", 10, "a number");
        row("1.2.3 > 5", 0, "a figure");
        row("calls > 1.2.3", 8, "a number");
        row("kind = databse", 7, "service, database");
        row("class = tcp", 8, "rpc, messaging");
        row("name < 5", 5, "=, !=, =~");
        row("calls =~ 5", 6, "=, !=, <");
        row("name = \"cart", 7, "ends with");
        row("name =~ \"(\"", 8, "regular expression");
        row("(calls < 10", 0, "closing parenthesis");
        row("calls < 10)", 10, "none is open");
        row("calls < 10 && kind = database", 14, "a figure of edges");
        row("(name = a || caller = b)", 13, "a figure of services");
        row("name = a || calls < 10 && kind = queue", 26, "a figure of edges");
    }
    void errorsPointAtTheByteAndSayWhatIsExpected() {
        QFETCH(QString, text);
        QFETCH(int, at);
        QFETCH(QString, expected);
        const auto parsed = FigureExpression::parse(text.toStdString());
        QVERIFY(!parsed);
        QVERIFY(parsed.error().code == ErrorCode::BadExpression);
        QCOMPARE(parsed.error().position->offset, std::uint64_t(at));
        const QString said = QString::fromStdString(parsed.error().arguments.at(1));
        QVERIFY2(said.contains(expected), qPrintable(said));
    }

    void deepNestingCostsNothingButText() {
        const std::string open(1'000, '('), close(1'000, ')'), nots(1'000, '!');
        QVERIFY(FigureExpression::parse(open + "calls > 1" + close).has_value());
        QVERIFY(FigureExpression::parse(nots + "calls > 1").has_value());
        QVERIFY(!FigureExpression::parse(std::string(5'000, '(')));
    }

    void itSaysWhatItIsAbout() {
        QVERIFY(!FigureExpression::parse("calls < 10")->isOfNodes());
        QVERIFY(!FigureExpression::parse("kind = queue")->isOfEdges());
        const auto both = FigureExpression::parse("p99 > 1s");
        QVERIFY(both->isOfEdges() && both->isOfNodes());
        QVERIFY(!FigureExpression::parse("calls < 10 || caller = a")->isOfNodes());
        const auto mixed = FigureExpression::parse("calls < 10 || kind = queue");
        QVERIFY(mixed && mixed->isOfEdges() && mixed->isOfNodes());
    }
};

QTEST_APPLESS_MAIN(tst_FigureExpression)
#include "tst_FigureExpression.moc"
