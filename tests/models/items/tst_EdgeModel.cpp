#include <QAbstractItemModelTester>
#include <QTest>

#include "items/EdgeModel.h"

using namespace hallway;
using namespace std::chrono_literals;

namespace {

GraphNode node(std::uint32_t id, const char* label) {
    GraphNode result;
    result.id = NodeId(id);
    result.node.name = result.node.label = label;
    return result;
}

GraphEdge edge(std::uint32_t id, std::uint32_t caller, std::uint32_t callee, std::uint64_t calls,
               std::uint64_t failed) {
    GraphEdge result;
    result.id = EdgeId(id);
    result.caller = NodeId(caller);
    result.callee = NodeId(callee);
    result.calls = calls;
    result.failed = result.failedHere = failed;
    result.latency = Distribution{calls, 10ms, 20ms, 30ms, 40ms};
    return result;
}

/// web → cart well (200 calls, p99 30 ms), web → pay failing (10 of 40), a call from nowhere, and an edge
/// without calls.
ServiceGraph smallGraph() {
    ServiceGraph graph;
    graph.nodes = {node(0, "web"), node(1, "cart"), node(2, "pay"), node(3, "(missing parent)")};
    graph.edges = {edge(0, 0, 1, 200, 0), edge(1, 0, 2, 40, 10), edge(2, 3, 1, 5, 0), edge(3, 1, 2, 0, 0)};
    graph.edges[0].fanOut = EdgeFanOut{100, 2.0, 1.0, 2.0, 3};
    graph.edges[2].fromMissingParent = true;
    graph.edges[3].latency.reset();
    return graph;
}

QString cell(const EdgeModel& model, int row, int column, int role = Qt::DisplayRole) {
    return model.index(row, column).data(role).toString();
}

} // namespace

class tst_EdgeModel : public QObject {
    Q_OBJECT
private slots:
    void keepsTheRulesOfItemModels();
    void worstComesFirstAndTheHeadSaysSo();
    void edgesWithoutCallsAndOfMissingParentsAreLeftOut();
    void figuresAreShortAndCopiesExact();
    void uncertainPercentilesSaySo();
    void failuresCarryHealthAndBar();
    void missingValuesSortBelowAll();
    void hostileNamesAreMadeSafe();
};

void tst_EdgeModel::keepsTheRulesOfItemModels() {
    EdgeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGraph(smallGraph());
    for (int column = 0; column < model.columnCount(); ++column)
        model.sort(column, Qt::DescendingOrder);
    model.setGraph({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_EdgeModel::worstComesFirstAndTheHeadSaysSo() {
    EdgeModel model;
    model.setGraph(smallGraph());
    QCOMPARE(model.at(0).edge.id, EdgeId(1u));
    QCOMPARE(model.rowOf(EdgeId(0u)), 1);
    QCOMPARE(model.rowOf(EdgeId(3u)), -1);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), "Edge, by pain");
    model.sort(EdgeModel::Calls, Qt::DescendingOrder);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), "Edge");
    QCOMPARE(model.at(0).edge.id, EdgeId(0u));
}

void tst_EdgeModel::edgesWithoutCallsAndOfMissingParentsAreLeftOut() {
    EdgeModel model;
    model.setGraph(smallGraph());
    QCOMPARE(model.rowCount(), 2);
    model.setGraph(smallGraph(), true);
    QCOMPARE(model.rowCount(), 3);
}

void tst_EdgeModel::figuresAreShortAndCopiesExact() {
    EdgeModel model;
    model.setGraph(smallGraph());
    const int cart = model.rowOf(EdgeId(0u));
    QCOMPARE(cell(model, cart, EdgeModel::Subject), "web");
    QCOMPARE(cell(model, cart, EdgeModel::Subject, SecondLineRole), "→ cart");
    QCOMPARE(cell(model, cart, EdgeModel::Subject, ExactRole), "web → cart");
    QCOMPARE(cell(model, cart, EdgeModel::Calls), "200");
    QCOMPARE(cell(model, cart, EdgeModel::Failed), QString::fromUtf8("0\u00a0%"));
    QCOMPARE(cell(model, cart, EdgeModel::P99), QString::fromUtf8("30.0\u00a0ms"));
    QCOMPARE(cell(model, cart, EdgeModel::P99, ExactRole), "30000000");
    QCOMPARE(cell(model, cart, EdgeModel::FanOut), QString::fromUtf8("×2.0"));
    const int pay = model.rowOf(EdgeId(1u));
    QCOMPARE(cell(model, pay, EdgeModel::Failed), QString::fromUtf8("25.0\u00a0%"));
    QCOMPARE(cell(model, pay, EdgeModel::Failed, ExactRole), "10");
    QCOMPARE(cell(model, pay, EdgeModel::FanOut), "–");
    QCOMPARE(cell(model, pay, EdgeModel::FanOut, ExactRole), "");
}

void tst_EdgeModel::uncertainPercentilesSaySo() {
    EdgeModel model;
    model.setGraph(smallGraph());
    const int pay = model.rowOf(EdgeId(1u)); // 40 samples: enough for p95, too few for p99
    QVERIFY(model.index(pay, EdgeModel::P99).data(UncertainRole).toBool());
    QCOMPARE(cell(model, pay, EdgeModel::P99), QString::fromUtf8("~ 30.0\u00a0ms"));
    QCOMPARE(cell(model, pay, EdgeModel::P99, Qt::ToolTipRole), "On 40 calls; a p99 needs 100.");
    QVERIFY(!model.index(pay, EdgeModel::P95).data(UncertainRole).toBool());
}

void tst_EdgeModel::failuresCarryHealthAndBar() {
    EdgeModel model;
    model.setGraph(smallGraph());
    const QModelIndex pay = model.index(model.rowOf(EdgeId(1u)), EdgeModel::Failed);
    QCOMPARE(pay.data(HealthRole).toInt(), static_cast<int>(Health::Failing));
    QCOMPARE(pay.data(BarRole).toDouble(), 1.0); // a quarter fills it
    QCOMPARE(pay.data(Qt::ToolTipRole).toString(), "10 of 40 failed");
    const QModelIndex cart = model.index(model.rowOf(EdgeId(0u)), EdgeModel::Failed);
    QVERIFY(!cart.data(BarRole).isValid());
}

void tst_EdgeModel::missingValuesSortBelowAll() {
    ServiceGraph graph = smallGraph();
    graph.edges[1].latency.reset();
    EdgeModel model;
    model.setGraph(graph);
    model.sort(EdgeModel::P99, Qt::AscendingOrder);
    QCOMPARE(model.at(0).edge.id, EdgeId(1u));
    QCOMPARE(cell(model, 0, EdgeModel::P99), "–");
}

void tst_EdgeModel::hostileNamesAreMadeSafe() {
    ServiceGraph graph = smallGraph();
    graph.nodes[1].node.label = "ca\nrt\u202e";
    EdgeModel model;
    model.setGraph(graph);
    const int row = model.rowOf(EdgeId(0u));
    QCOMPARE(cell(model, row, EdgeModel::Subject, SecondLineRole), QString::fromUtf8("→ ca\ufffdrt\ufffd"));
}

QTEST_GUILESS_MAIN(tst_EdgeModel)
#include "tst_EdgeModel.moc"
