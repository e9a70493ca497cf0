#include <QAbstractItemModelTester>
#include <QTest>

#include "items/ServiceModel.h"

using namespace hallway;
using namespace std::chrono_literals;

namespace {

GraphNode node(std::uint32_t id, const char* label, NodeKind kind, std::uint64_t requests) {
    GraphNode result;
    result.id = NodeId(id);
    result.node.name = result.node.label = label;
    result.node.kind = kind;
    result.incomingCalls = requests;
    if (kind != NodeKind::Service) return result;
    result.entries = requests;
    result.failed = 0;
    result.spans = requests;
    return result;
}

ServiceGraph smallGraph() {
    ServiceGraph graph;
    graph.nodes = {node(0, "db", NodeKind::Database, 900), node(1, "web", NodeKind::Service, 10),
                   node(2, "Cart", NodeKind::Service, 20), node(3, "idle", NodeKind::Service, 0),
                   node(4, "(missing parent)", NodeKind::External, 1)};
    graph.nodes[1].failed = 2;
    graph.nodes[1].latency = Distribution{10, 1ms, 2ms, 3ms, 4ms};
    graph.nodes[1].fanOut = NodeFanOut{14.25, 14, 15, 16};
    graph.nodes[4].node.missingParent = true;
    return graph;
}

} // namespace

class tst_ServiceModel : public QObject {
    Q_OBJECT
private slots:
    void keepsTheRulesOfItemModels();
    void servicesComeFirstThenMostRequests();
    void figuresOfAService();
    void namesSortWithoutCase();
};

void tst_ServiceModel::keepsTheRulesOfItemModels() {
    ServiceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGraph(smallGraph());
    for (int column = 0; column < model.columnCount(); ++column)
        model.sort(column, Qt::AscendingOrder);
    QCOMPARE(model.columnCount(), 7);
}

void tst_ServiceModel::servicesComeFirstThenMostRequests() {
    ServiceModel model;
    model.setGraph(smallGraph());
    QCOMPARE(model.rowCount(), 3); // neither the idle one nor the missing parent
    QCOMPARE(model.at(0).label, "Cart");
    QCOMPARE(model.at(1).label, "web");
    QCOMPARE(model.at(2).label, "db");
    QCOMPARE(model.rowOf(NodeId(3u)), -1);
    model.setGraph(smallGraph(), true);
    QCOMPARE(model.rowCount(), 4);
}

void tst_ServiceModel::figuresOfAService() {
    ServiceModel model;
    model.setGraph(smallGraph());
    const int web = model.rowOf(NodeId(1u));
    const auto text = [&](int column, int role = Qt::DisplayRole) {
        return model.index(web, column).data(role).toString();
    };
    QCOMPARE(text(ServiceModel::Requests), "10");
    QCOMPARE(text(ServiceModel::Failed), QString::fromUtf8("20.0\u00a0%"));
    QCOMPARE(text(ServiceModel::Failed, ExactRole), "2");
    QVERIFY(model.index(web, ServiceModel::Failed).data(FewCallsRole).toBool()); // 10 of the 20 that count
    QCOMPARE(text(ServiceModel::P95), QString::fromUtf8("~ 2.00\u00a0ms"));
    QCOMPARE(text(ServiceModel::FanOut), QString::fromUtf8("×14.3"));
    QCOMPARE(text(ServiceModel::FanOut, ExactRole), "14.25");
    QCOMPARE(text(ServiceModel::Subject, Qt::ToolTipRole), "web · service");
}

void tst_ServiceModel::namesSortWithoutCase() {
    ServiceModel model;
    model.setGraph(smallGraph());
    model.sort(ServiceModel::Subject, Qt::AscendingOrder);
    QCOMPARE(model.at(0).label, "Cart");
    QCOMPARE(model.at(1).label, "db");
    QCOMPARE(model.at(2).label, "web");
}

QTEST_GUILESS_MAIN(tst_ServiceModel)
#include "tst_ServiceModel.moc"
