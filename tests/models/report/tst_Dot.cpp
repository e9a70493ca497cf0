#include "report/Dot.h"

#include <QTest>

using namespace hallway;

namespace {

GraphReport twoServices(const std::string& caller, const std::string& callee) {
    GraphReport report;
    report.graph.nodes.resize(2);
    for (std::uint32_t i = 0; i < 2; ++i) {
        report.graph.nodes[i].id = NodeId(i);
        report.graph.nodes[i].node.label = i == 0 ? caller : callee;
        report.nodes.push_back(NodeId(i));
    }
    GraphEdge edge;
    edge.id = EdgeId(0u);
    edge.caller = NodeId(0u);
    edge.callee = NodeId(1u);
    edge.calls = 100;
    report.graph.edges = {edge};
    report.edges = {edge.id};
    return report;
}

std::string dotOf(const std::string& caller, const std::string& label) {
    return graphDot(twoServices(caller, "b"), "title", [&](const GraphEdge&) { return label; });
}

} // namespace

class tst_Dot : public QObject {
    Q_OBJECT

private slots:
    void nodesAndEdgesAreWritten() {
        const std::string dot = dotOf("a", "100 calls");
        QVERIFY(dot.starts_with("digraph hallway {\n"));
        QVERIFY(dot.ends_with("}\n"));
        QVERIFY(dot.find("n0 [label=\"a\", shape=box];") != std::string::npos);
        // 1 + log10(100) = 3
        QVERIFY(dot.find("n0 -> n1 [label=\"100 calls\", color=\"#8792A0\", penwidth=3.00];") !=
                std::string::npos);
    }

    void textIsNeverReadAsDot() {
        const std::string dot = dotOf("x\"]; evil [", "\\N \\G");
        QVERIFY(dot.find("label=\"x\\\"]; evil [\"") != std::string::npos);
        QVERIFY(dot.find("label=\"\\\\N \\\\G\"") != std::string::npos);
    }

    void entitiesAndControlCharactersStayText() {
        const std::string dot = dotOf("&lt;b&gt;", "a\nb");
        QVERIFY(dot.find("label=\"&amp;lt;b&amp;gt;\"") != std::string::npos);
        QVERIFY(dot.find("label=\"a\uFFFDb\"") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_Dot)
#include "tst_Dot.moc"
