// The switches of `hallway graph` over the sample, told by its JSON.
#include "RunHallway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace hallway::test;

namespace {

const QString sample = QStringLiteral("resources/samples/checkout-incident.jsonl");

struct Graph {
    QJsonArray nodes, edges;

    [[nodiscard]] QStringList labels() const {
        QStringList labels;
        for (const auto& node : nodes)
            labels += node.toObject()["label"].toString();
        return labels;
    }
    [[nodiscard]] int calls() const {
        int calls = 0;
        for (const auto& edge : edges)
            calls += edge.toObject()["calls"].toInt();
        return calls;
    }
};

Graph graphOf(const HallwayRunner& hallway, const QStringList& switches) {
    const Ran ran = hallway.run(QStringList{"graph", sample, "--format", "json"} + switches);
    if (ran.exit != 0) qWarning("%s", ran.err.constData());
    const QJsonObject graph = QJsonDocument::fromJson(ran.out).object();
    return {graph["nodes"].toArray(), graph["edges"].toArray()};
}

} // namespace

class tst_GraphVerb : public QObject {
    Q_OBJECT

private slots:
    void upAndDownAreSetApart() {
        const HallwayRunner hallway;
        const QStringList up = graphOf(hallway, {"--focus", "payments", "--up", "1", "--down", "0"}).labels();
        QVERIFY(up.contains("checkout") && !up.contains("api.acquirer.example"));
        const QStringList down =
            graphOf(hallway, {"--focus", "payments", "--up", "0", "--down", "1"}).labels();
        QVERIFY(!down.contains("checkout") && down.contains("api.acquirer.example"));
        const QStringList edge = graphOf(hallway, {"--focus", "checkout:payments", "--hops", "0"}).labels();
        QCOMPARE(QSet<QString>(edge.begin(), edge.end()), (QSet<QString>{"checkout", "payments"}));
    }

    void expressionsHide() {
        const HallwayRunner hallway;
        const Graph all = graphOf(hallway, {}), some = graphOf(hallway, {"--hide", "calls < 50"});
        QVERIFY(!some.edges.isEmpty() && some.edges.size() < all.edges.size());
        for (const auto& edge : some.edges)
            QVERIFY(edge.toObject()["calls"].toInt() >= 50);
        const Ran wrong = hallway.run({"graph", sample, "--format", "json", "--hide", "p99 > 5"});
        QCOMPARE(wrong.exit, 2);
        QVERIFY2(wrong.err.contains("Column 7"), wrong.err.constData());
    }

    void collapsedBoxesKeepEveryCallThatLeavesOne() {
        const HallwayRunner hallway;
        const Graph all = graphOf(hallway, {});
        const Graph boxes = graphOf(hallway, {"--group-by", "cloud.availability_zone"});
        QCOMPARE(boxes.labels(), all.labels()); // boxes are drawn around what is there
        QCOMPARE(boxes.calls(), all.calls());
        const Graph zones = graphOf(hallway, {"--group-by", "cloud.availability_zone", "--collapse"});
        QVERIFY(zones.labels().contains("eu-west-1a") && !zones.labels().contains("gateway"));
        QVERIFY(zones.calls() < all.calls()); // those within a zone are not drawn
        const auto none = hallway.run({"graph", sample, "--format", "json", "--group-by", "zome"});
        QCOMPARE(none.exit, 0);
        QVERIFY2(none.err.contains("No service has the attribute \"zome\"."), none.err.constData());
    }

    void operationsSplitCallsAndLoseNone() {
        const HallwayRunner hallway;
        const Graph all = graphOf(hallway, {});
        const Graph parts = graphOf(hallway, {"--operations", "gateway"});
        QVERIFY(parts.labels().contains("POST /checkout") && !parts.labels().contains("gateway"));
        QCOMPARE(parts.calls(), all.calls());
        QCOMPARE(hallway.run({"graph", sample, "--format", "json", "--operations", "orders@pg-main"}).exit,
                 2);
    }

    void messagesTakeTwoStepsThroughTheirQueue() {
        const HallwayRunner hallway;
        const Graph all = graphOf(hallway, {}), queues = graphOf(hallway, {"--queues", "nodes"});
        int messages = 0;
        for (const auto& edge : all.edges)
            if (edge.toObject()["class"].toString() == QStringLiteral("messaging"))
                messages += edge.toObject()["calls"].toInt();
        QVERIFY(messages > 0);
        QCOMPARE(queues.calls(), all.calls() + messages);
    }

    void topDownIsHigherThanWide() {
        const HallwayRunner hallway;
        const auto sizeOf = [&](const char* direction) {
            const Ran ran = hallway.run({"graph", sample, "--format", "json", "--direction", direction,
                                         "--focus", "payments", "--up", "3", "--down", "1"});
            const QJsonObject size = QJsonDocument::fromJson(ran.out).object()["size"].toObject();
            return size["width"].toDouble() / size["height"].toDouble();
        };
        QVERIFY(sizeOf("TB") < sizeOf("LR"));
    }

    void oneTraceHasItsCallsOnly() {
        const HallwayRunner hallway;
        const QString trace = QStringLiteral("f34638870ccda91489a7c7bf8742af11");
        const QJsonObject whole =
            QJsonDocument::fromJson(hallway.run({"trace", sample, trace, "--format", "json"}).out)
                .object()["trace"]
                .toObject();
        const Graph one = graphOf(hallway, {"--trace", trace});
        QSet<QString> services;
        for (const auto& node : one.nodes)
            if (node.toObject()["kind"].toString() == QStringLiteral("service"))
                services += node.toObject()["label"].toString();
        // And the receiver of a message that the trace sent: its span is in another trace.
        QCOMPARE(services.size(), whole["services"].toInt() + 1);
        QVERIFY(one.calls() < graphOf(hallway, {}).calls());
        QCOMPARE(hallway.run({"graph", sample, "--format", "json", "--trace", "abc"}).exit, 1);
    }
};

QTEST_GUILESS_MAIN(tst_GraphVerb)
#include "tst_GraphVerb.moc"
