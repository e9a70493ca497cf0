// Each planted cause is where it was planted, and shows as its symptom says.
#include "analysis/ServiceGraph.h"
#include "bench/DecodedCapture.h"
#include "bench/Incidents.h"
#include "bench/OtlpLinesWriter.h"

#include <QTest>

#include <map>
#include <sstream>

using namespace hallway;
using namespace hallway::bench;

namespace {

std::string textOf(const Incident& incident) {
    std::ostringstream text;
    OtlpLinesWriter writer(text, 512);
    generate(incidentOptions(), incident.topology, writer);
    return text.str();
}

struct Read {
    std::map<std::string, GraphNode> nodes;
    std::map<std::string, GraphEdge> edges; ///< "payments → api.acquirer.example"
};

Read read(const Incident& incident) {
    DecodedCapture capture(textOf(incident));
    const auto built = buildCalls(capture.callInput());
    Read read;
    const ServiceGraph graph = deriveGraph(built->spans, built->calls, {});
    for (const GraphNode& node : graph.nodes)
        read.nodes.emplace(node.node.name, node);
    for (const GraphEdge& edge : graph.edges)
        read.edges.emplace(graph.nodes[edge.caller.index()].node.name + " → " +
                               graph.nodes[edge.callee.index()].node.name,
                           edge);
    return read;
}

Incident incident(std::string_view name) {
    for (Incident& made : incidents())
        if (made.name == name) return made;
    qFatal("no such incident");
}

} // namespace

class tst_Incidents : public QObject {
    Q_OBJECT

private slots:
    void thereAreFiveAndTheSameOptionsGiveTheSameBytes() {
        const auto all = incidents();
        QCOMPARE(all.size(), std::size_t{5});
        for (const Incident& made : all) {
            QVERIFY(!made.symptom.empty() && !made.cause.empty());
            QVERIFY(textOf(made) == textOf(made));
        }
    }

    void aSlowDependencyStandsBehindTheFanOut() {
        const Read found = read(incident("slow-dependency"));
        const GraphEdge& bids = found.edges.at("ads → bids@pg-ads");
        const GraphEdge& scores = found.edges.at("ranking → scores@pg-main");
        QVERIFY(bids.latency->p99 > scores.latency->p99 * 10);
        QVERIFY(found.nodes.at("feed").fanOut->p50 == 5);
        QVERIFY(found.edges.at("gateway → feed").latency->p99 > bids.latency->p50);
        QCOMPARE(bids.failed, std::uint64_t{0});
    }

    void oneListAsksForEachOrder() {
        const Read found = read(incident("n-plus-one"));
        QCOMPARE(found.edges.at("orders → orders@pg-main").fanOut->max, std::uint64_t{39});
    }

    void retriesHideFailures() {
        const Read found = read(incident("retry-storm"));
        const GraphEdge& charges = found.edges.at("payments → api.acquirer.example");
        QVERIFY(charges.failed * 5 > charges.calls);
        QVERIFY(charges.retries * 10 > charges.failed * 9);
        const GraphNode& checkout = found.nodes.at("checkout");
        QVERIFY(*checkout.failed * 50 < *checkout.entries);
    }

    void theBadVersionFailsAndTheOthersDoNot() {
        const Read found = read(incident("bad-version"));
        const GraphNode& catalog = found.nodes.at("catalog");
        QVERIFY(*catalog.failed * 100 > *catalog.entries);
        QVERIFY(*catalog.failed * 10 < *catalog.entries);
        QCOMPARE(*found.nodes.at("offers").failed + *found.nodes.at("gateway").failed > 0, true);
    }

    void theSlowZoneSlowsEveryService() {
        const Read found = read(incident("slow-zone"));
        for (const char* service : {"gateway", "search", "items"}) {
            const Distribution& latency = *found.nodes.at(service).latency;
            QVERIFY2(latency.p99 > latency.p50 * 4, service);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Incidents)
#include "tst_Incidents.moc"
