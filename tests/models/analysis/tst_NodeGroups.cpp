#include <QTest>

#include "analysis/NodeGroups.h"

using namespace hallway;

namespace {

std::vector<Node> nodes(std::initializer_list<const char*> names) {
    std::vector<Node> made;
    for (const char* const name : names) {
        Node node;
        node.name = node.label = name;
        made.push_back(node);
    }
    return made;
}

NodeId id(std::size_t index) { return NodeId(index); }

} // namespace

class tst_NodeGroups : public QObject {
    Q_OBJECT
private slots:
    void aServiceGoesWhereMostOfItsSpansAre() {
        const NodeGroups groups =
            groupsOf("zone", nodes({"a", "b"}),
                     {{id(0), "east", 10}, {id(0), "west", 20}, {id(0), "east", 15}, {id(1), "west", 1}});
        QVERIFY((groups.names == std::vector<std::string>{"east", "west"}));
        QCOMPARE(groups.of[0], std::optional<std::uint32_t>(0)); // 25 of 45
        QCOMPARE(groups.of[1], std::optional<std::uint32_t>(1));
        QCOMPARE(groups.mixed.size(), std::size_t(1));
        QCOMPARE(groups.mixed[0].first, id(0));
        QCOMPARE(groups.mixed[0].second, 25.0 / 45.0);
    }

    void ofEqualVotesTheFirstInByteOrderWins() {
        const NodeGroups groups = groupsOf("zone", nodes({"a"}), {{id(0), "y", 3}, {id(0), "x", 3}});
        QVERIFY((groups.names == std::vector<std::string>{"x"}));
    }

    void servicesWithoutTheAttributeStayOutsideAndAreCounted() {
        std::vector<Node> held = nodes({"a", "b", "db"});
        held[2].kind = NodeKind::Database;
        const NodeGroups groups = groupsOf("team", held, {{id(0), "red", 3}});
        QVERIFY(!groups.of[1] && !groups.of[2]);
        QCOMPARE(groups.withoutValue, std::size_t(1)); // a database has no resource to say it
    }
};

QTEST_APPLESS_MAIN(tst_NodeGroups)
#include "tst_NodeGroups.moc"
