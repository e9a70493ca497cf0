#include <QTest>

#include "report/DifferenceWords.h"

using namespace hallway;

namespace {

/// Services 0 "web" and 1 "cart \"x\"", database 2; an edge from each to the next.
CallTable table() {
    CallTable calls;
    calls.nodes.resize(3);
    const std::array names{"web", "cart \"x\"", "carts@db"};
    for (std::size_t i = 0; i < 3; ++i)
        calls.nodes[i].name = calls.nodes[i].label = names[i];
    calls.nodes[2].kind = NodeKind::Database;
    calls.edges = {{NodeId(0u), NodeId(1u)}, {NodeId(1u), NodeId(2u)}};
    return calls;
}

Dimension attribute(ValueScope scope, std::string key, CallSide side = CallSide::Callee,
                    NodeId service = {}) {
    return {side, scope, Fact::Edge, service, std::move(key)};
}

Dimension fact(Fact what, CallSide side = CallSide::Call, NodeId service = {}) {
    return {side, ValueScope::Fact, what, service, {}};
}

ValueLabel text(std::string value) { return {ValueForm::Text, std::move(value), {}, {}, {}}; }

QString condition(const Dimension& dimension, const ValueLabel& label, const ComparedEnds& ends = {}) {
    return QString::fromStdString(conditionOf(dimension, label, table(), ends).value_or("(cannot)"));
}

} // namespace

class tst_DifferenceWords : public QObject {
    Q_OBJECT

private slots:
    void conditionsAreOfTheFilterLanguage() {
        using S = ValueScope;
        QCOMPARE(condition(attribute(S::Resource, "service.version"), text("2.4.0")),
                 QStringLiteral("resource.service.version = \"2.4.0\""));
        QCOMPARE(condition(attribute(S::Span, "http.route"), text("/a \"b\" \\ \n")),
                 QStringLiteral("span.http.route = \"/a \\\"b\\\" \\\\ \\x0a\""));
        QCOMPARE(condition(attribute(S::Span, "odd key"), text("1")),
                 QStringLiteral("span.\"odd key\" = \"1\""));
        QCOMPARE(condition(attribute(S::Span, "hit"), {ValueForm::Flag, "true", {}, {}, {}}),
                 QStringLiteral("span.hit = true"));
        QCOMPARE(condition(attribute(S::Span, "code"), {ValueForm::Number, "503", 503.0, {}, {}}),
                 QStringLiteral("span.code = 503"));
        QCOMPARE(condition(attribute(S::Span, "size"), {ValueForm::Range, {}, 100.0, 250.5, {}}),
                 QStringLiteral("span.size >= 100 && span.size < 250.5"));
        QCOMPARE(condition(attribute(S::Span, "size"), {ValueForm::Range, {}, 100.0, {}, {}}),
                 QStringLiteral("span.size >= 100"));
        QCOMPARE(condition(attribute(S::Span, "size"), {ValueForm::Range, {}, {}, {}, {}}),
                 QStringLiteral("span.size != nil"));
        QCOMPARE(QString::fromStdString(nameOf(ValueLabel{ValueForm::Range, {}, {}, {}, {}})),
                 QStringLiteral("(any)"));
        QCOMPARE(condition(attribute(S::Span, "user"), {ValueForm::Absent, {}, {}, {}, {}}),
                 QStringLiteral("span.user = nil"));
    }

    void theyNameTheServiceWhereItIsKnown() {
        const Dimension version = attribute(ValueScope::Resource, "v");
        QCOMPARE(condition(version, text("2"), {NodeId(0u), NodeId(1u)}),
                 QStringLiteral("resource.service.name = \"cart \\\"x\\\"\" && resource.v = \"2\""));
        QCOMPARE(condition(version, text("2"), {NodeId(1u), NodeId(2u)}), // a database has no spans
                 QStringLiteral("resource.v = \"2\""));
        QCOMPARE(condition(attribute(ValueScope::Span, "k", CallSide::Inside, NodeId(0u)), text("x")),
                 QStringLiteral("resource.service.name = \"web\" && span.k = \"x\""));
    }

    void factsAreAskedByTheirFields() {
        ValueLabel edge = text("web → cart");
        edge.edge = EdgeId(1u);
        QCOMPARE(condition(fact(Fact::Edge), edge),
                 QStringLiteral("edge.caller = \"cart \\\"x\\\"\" && edge.callee = \"carts@db\""));
        QCOMPARE(condition(fact(Fact::Service, CallSide::Callee), text("cart")),
                 QStringLiteral("edge.callee = \"cart\""));
        QCOMPARE(condition(fact(Fact::Service, CallSide::Inside), text("cart")),
                 QStringLiteral("resource.service.name = \"cart\""));
        QCOMPARE(condition(fact(Fact::Operation, CallSide::Inside, NodeId(0u)), text("GET /")),
                 QStringLiteral("resource.service.name = \"web\" && name = \"GET /\""));
        QCOMPARE(condition(fact(Fact::FailureStarts, CallSide::Inside, NodeId(0u)),
                           {ValueForm::Flag, "true", {}, {}, {}}),
                 QStringLiteral("resource.service.name = \"web\" && failed = true"));
        QCOMPARE(condition(fact(Fact::Kind, CallSide::Callee), text("server")),
                 QStringLiteral("kind = server"));
        QCOMPARE(condition(fact(Fact::RootOperation), text("GET /")), QStringLiteral("rootName = \"GET /\""));
    }

    void whatCannotBeAskedIsNot() {
        QCOMPARE(condition(fact(Fact::Retry), {ValueForm::Flag, "true", {}, {}, {}}),
                 QStringLiteral("(cannot)"));
        QCOMPARE(condition(attribute(ValueScope::Span, "list"), {ValueForm::List, "[1]", {}, {}, {}}),
                 QStringLiteral("(cannot)"));
        QCOMPARE(condition(fact(Fact::Operation, CallSide::Caller), {ValueForm::Absent, {}, {}, {}, {}}),
                 QStringLiteral("(cannot)"));
    }

    void valuesReadWell() {
        QCOMPARE(nameOf(ValueLabel{ValueForm::Range, {}, 1200.0, 5400.0, {}}),
                 std::string("1,200 \u2013 5,400"));
        QCOMPARE(nameOf(ValueLabel{ValueForm::Range, {}, {}, 0.25, {}}), std::string("under 0.25"));
        QCOMPARE(nameOf(ValueLabel{ValueForm::Absent, {}, {}, {}, {}}), std::string("(none)"));
        QCOMPARE(chanceText(1e-30), std::string("p < 0.001"));
        QCOMPARE(chanceText(0.0042), std::string("p = 0.004"));
    }
};

QTEST_APPLESS_MAIN(tst_DifferenceWords)
#include "tst_DifferenceWords.moc"
