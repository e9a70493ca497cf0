#include "WindowUnderTest.h"

#include "bench/OtlpLinesWriter.h"
#include "bench/TraceGenerator.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <fstream>

using namespace hallway;
using namespace hallway::test;

namespace {

QString writeLargeSystem(const WindowUnderTest& window) {
    const QString path = window.file(QStringLiteral("large-system.jsonl"));
    std::ofstream out(path.toStdString());
    bench::OtlpLinesWriter writer(out, 512);
    bench::GeneratorOptions options;
    options.spans = 20'000;
    options.services = 200;
    bench::generate(options, writer);
    return path;
}

std::size_t exportedEdges(WindowUnderTest& window) {
    window->exporter().exportGraph(window.file("graph.json"));
    QFile file(window.file("graph.json"));
    if (!window.settle() || !file.open(QIODevice::ReadOnly)) return 0;
    return static_cast<std::size_t>(
        QJsonDocument::fromJson(file.readAll()).object().value("edges").toArray().size());
}

int exportedHeight(WindowUnderTest& window) {
    window->exporter().setStyle({false, 1});
    window->exporter().exportGraph(window.file("graph.png"));
    return window.settle() ? QImage(window.file("graph.png")).height() : 0;
}

} // namespace

class tst_LargeGraph : public QObject {
    Q_OBJECT

private slots:
    void beginsReadableAndSaysSo() {
        WindowUnderTest window;
        QVERIFY(window.open({writeLargeSystem(window)}));
        const GraphFilter readable = readableFilter(window.views().capture()->graph());
        QVERIFY(readable.least.calls > 0);
        QVERIFY(window.views().graph().filter() == readable);
    }

    void aFocusShowsTheWholeNeighbourhoodAndLeavingItIsReadableAgain() {
        WindowUnderTest window;
        QVERIFY(window.open({writeLargeSystem(window)}));
        GraphPresenter& graph = window.views().graph();
        const std::uint64_t least = graph.filter().least.calls;
        graph.focusOn(NodeId(0U));
        QCOMPARE(graph.filter().least.calls, std::uint64_t(0));
        graph.clearFocus();
        QCOMPARE(graph.filter().least.calls, least);
        QVERIFY(window.settle());
    }

    void whatThePersonChoosesStays() {
        WindowUnderTest window;
        QVERIFY(window.open({writeLargeSystem(window)}));
        GraphPresenter& graph = window.views().graph();
        emit window.views().graphView().minCallsChosen(0);
        QCOMPARE(graph.filter().least.calls, std::uint64_t(0));
        graph.focusOn(NodeId(0U));
        graph.clearFocus();
        QCOMPARE(graph.filter().least.calls, std::uint64_t(0));
        QVERIFY(window.settle());
    }

    void whatIsSelectedElsewhereIsRevealed() {
        WindowUnderTest window;
        QVERIFY(window.open({writeLargeSystem(window)}));
        const ServiceGraph& graph = window.views().capture()->graph();
        const VisibleGraph whole = visibleGraph(graph, {});
        const VisibleGraph begun = visibleGraph(graph, window.views().graph().filter());
        const auto hiddenEdge = std::find_if(whole.edges.begin(), whole.edges.end(),
                                             [&](EdgeId id) { return !begun.indexOf(id); });
        const auto hiddenNode = std::find_if(whole.nodes.begin(), whole.nodes.end(),
                                             [&](NodeId id) { return !begun.indexOf(id); });
        QVERIFY(hiddenEdge != whole.edges.end() && hiddenNode != whole.nodes.end());
        window.views().selection().selectEdge(*hiddenEdge);
        QVERIFY(window.settle());
        QVERIFY(visibleGraph(graph, window.views().graph().filter()).indexOf(*hiddenEdge));
        window.views().selection().selectNode(*hiddenNode);
        QVERIFY(window.settle());
        QVERIFY(visibleGraph(graph, window.views().graph().filter()).indexOf(*hiddenNode));
    }

    void dataHoldsTheWholeGraphUnlessThePersonHidesSome() {
        WindowUnderTest window;
        QVERIFY(window.open({writeLargeSystem(window)}));
        const std::size_t all = visibleGraph(window.views().capture()->graph(), {}).edges.size();
        QCOMPARE(exportedEdges(window), all);
        GraphFilter chosen;
        chosen.least.calls = window.views().graph().filter().least.calls + 1;
        emit window.views().graphView().minCallsChosen(chosen.least.calls);
        QVERIFY(window.settle());
        QCOMPARE(exportedEdges(window), visibleGraph(window.views().capture()->graph(), chosen).edges.size());
    }

    void aPictureOfAShortRangeShowsAsMuchAsTheScreen() {
        WindowUnderTest window;
        QVERIFY(window.open({writeLargeSystem(window)}));
        const int whole = exportedHeight(window);
        const auto figures = window.views().capture()->figures();
        window.views().selection().setRange(
            TimeRange{*figures.start, *figures.start + (*figures.end - *figures.start) / 20});
        QVERIFY(window.settle());
        QVERIFY(exportedHeight(window) > whole / 2);
    }

    void smallGraphsAreShownWhole() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        QCOMPARE(window.views().graph().filter().least.calls, std::uint64_t(0));
    }
};

QTEST_MAIN(tst_LargeGraph)
#include "tst_LargeGraph.moc"
