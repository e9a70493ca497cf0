// What the program reads from generated traces is what the generator says of them, whatever the format.
#include "analysis/ServiceGraph.h"
#include "bench/DecodedCapture.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <string>

using namespace hallway;
using bench::DecodedCapture;
using bench::GeneratorOptions;

namespace {

struct Read {
    CallTable calls;
    ServiceGraph graph;
};

Read read(std::string_view text) {
    DecodedCapture capture(text);
    const auto built = buildCalls(capture.callInput());
    return {built->calls, deriveGraph(built->spans, built->calls, {})};
}

/// "payments → api.acquirer.example" and so on.
std::map<std::string, GraphEdge> byName(const Read& read) {
    std::map<std::string, GraphEdge> edges;
    for (const GraphEdge& edge : read.graph.edges) {
        const auto name = [&](NodeId node) { return read.graph.nodes[node.index()].node.name; };
        edges.emplace(name(edge.caller) + " → " + name(edge.callee), edge);
    }
    return edges;
}

} // namespace

class tst_GeneratedCalls : public QObject {
    Q_OBJECT

private slots:
    void bothFormatsGiveTheSameGraph() {
        for (const std::size_t services : {14, 60}) {
            GeneratorOptions options;
            options.spans = 20'000;
            options.services = services;
            const Read otlp = read(bench::otlpJsonLines(options));
            const Read jaeger = read(bench::jaegerJson(options));
            QVERIFY(otlp.graph.edges.size() > services);
            QVERIFY(otlp.graph == jaeger.graph);
        }
    }

    void theSampleShowsItsIncident() {
        QFile file(QStringLiteral(HALLWAY_SOURCE_DIR "/resources/samples/checkout-incident.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Read sample = read(file.readAll().toStdString());
        const auto edges = byName(sample);

        // Counted in the file by a script that knows nothing of this program.
        const GraphEdge& acquirer = edges.at("payments → api.acquirer.example");
        QCOMPARE(acquirer.calls, std::uint64_t{105});
        QCOMPARE(acquirer.failed, std::uint64_t{27});
        QCOMPARE(acquirer.failedHere, std::uint64_t{27});
        QCOMPARE(edges.at("checkout → payments").failed, std::uint64_t{6});
        QCOMPARE(edges.at("checkout → payments").failedHere, std::uint64_t{0});
        QCOMPARE(edges.at("gateway → checkout").failed, std::uint64_t{8});
        QCOMPARE(edges.at("user → gateway").calls, std::uint64_t{199});
        QCOMPARE(edges.at("user → gateway").failed, std::uint64_t{10});
        QCOMPARE(edges.at("cart → pricing").calls, std::uint64_t{350});
        QCOMPARE(edges.at("cart → pricing").fanOut->mean, 14.0);

        const auto worst = edgesByPain(sample.graph).front();
        QCOMPARE(worst, acquirer.id);
    }
};

QTEST_APPLESS_MAIN(tst_GeneratedCalls)
#include "tst_GeneratedCalls.moc"
