#include "cli/NodeArgument.h"

#include <QTest>

using namespace hallway;
using namespace hallway::cli;

namespace {

Node node(const std::string& name, const std::string& label = {}, NodeKind kind = NodeKind::Service) {
    Node made;
    made.name = name;
    made.label = label.empty() ? name : label;
    made.kind = kind;
    return made;
}

/// 0 a, 1 b, 2 "a:b", 3 "c", 4 shop/cart, 5 pay/cart, 6 "b:c"
CallTable table() {
    CallTable calls;
    calls.nodes = {
        node("a"),  node("b"), node("a:b"), node("c"), node("cart", "shop/cart"), node("cart", "pay/cart"),
        node("b:c")};
    const auto add = [&](std::uint32_t caller, std::uint32_t callee, CallClass callClass) {
        calls.edges.push_back({NodeId(caller), NodeId(callee), callClass, 0, 0});
    };
    add(0, 1, CallClass::Rpc);       // 0: a → b
    add(0, 1, CallClass::Messaging); // 1: a → b
    add(1, 0, CallClass::Rpc);       // 2: b → a
    add(0, 6, CallClass::Rpc);       // 3: a → b:c
    add(0, 4, CallClass::Rpc);       // 4: a → shop/cart
    add(1, 2, CallClass::Database);  // 5: b → a:b
    return calls;
}

} // namespace

class tst_NodeArgument : public QObject {
    Q_OBJECT

private slots:
    void aNodeIsFoundByLabelThenByName() {
        const CallTable calls = table();
        QCOMPARE(findNode(calls, "shop/cart")->value(), 4u);
        QCOMPARE(findNode(calls, "b:c")->value(), 6u);
        QCOMPARE(findNode(calls, "nobody").error().code, ErrorCode::NodeNotFound);
        QCOMPARE(findNode(calls, "cart").error().code, ErrorCode::BadArgument); // two of that name
    }

    void anEdgeIsSplitWhereTwoNodesAreLeft() {
        const CallTable calls = table();
        QCOMPARE(findEdge(calls, "b:a", std::nullopt)->value(), 2u);
        QCOMPARE(findEdge(calls, "b:a:b", std::nullopt)->value(), 5u); // b and "a:b"; "b:a" is no node
        QCOMPARE(findEdge(calls, "a:shop/cart", std::nullopt)->value(), 4u);
    }

    void severalWaysToSplitAreNoAnswer() {
        const auto edge = findEdge(table(), "a:b:c", std::nullopt); // a and "b:c", or "a:b" and c
        QVERIFY(!edge);
        QCOMPARE(edge.error().code, ErrorCode::EdgeAmbiguous);
        QCOMPARE(edge.error().arguments.size(), std::size_t(3));
    }

    void severalClassesWantOneNamed() {
        const auto edge = findEdge(table(), "a:b", std::nullopt);
        QVERIFY(!edge);
        QCOMPARE(edge.error().code, ErrorCode::EdgeAmbiguous);
        QCOMPARE(edge.error().arguments,
                 (std::vector<std::string>{"a:b", "--class rpc", "--class messaging"}));
        QCOMPARE(findEdge(table(), "a:b", CallClass::Messaging)->value(), 1u);
    }

    void nodesThatNeverMeetAreNotFound() {
        QCOMPARE(findEdge(table(), "c:a", std::nullopt).error().code, ErrorCode::EdgeNotFound);
        QCOMPARE(findEdge(table(), "b:a", CallClass::Database).error().code, ErrorCode::EdgeNotFound);
    }

    void unknownNamesGiveEdgesThatAreAlike() {
        const auto edge = findEdge(table(), "shop/cart:nobody", std::nullopt);
        QCOMPARE(edge.error().code, ErrorCode::EdgeAmbiguous);
        QVERIFY(edge.error().arguments.size() > 1);
        QCOMPARE(findEdge(table(), "nocolon", std::nullopt).error().code, ErrorCode::EdgeAmbiguous);
    }
};

QTEST_APPLESS_MAIN(tst_NodeArgument)
#include "tst_NodeArgument.moc"
