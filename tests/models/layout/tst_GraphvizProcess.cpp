#include "HelperScript.h"
#include "SampleGraphs.h"

#include "layout/GraphvizProcess.h"
#include "layout/LayoutMessages.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace hallway;
using namespace std::chrono_literals;

static const std::filesystem::path kHelper = HALLWAY_BIN_DIR "/hallway-layout";

class tst_GraphvizProcess : public QObject {
    Q_OBJECT
private slots:
    void fortyServicesTakeLessThanASecond();
    void callersStandLeftOfTheirCallees();
    void callersStandAboveTheirCalleesIfAsked();
    void aBoxHoldsItsNodesAndNoOthers();
    void aLabelWidensTheGap();
    void aHeavyEdgeRunsStraight();
    void aDenseGraphIsGivenUpAtTheLimit();
    void aDenseGraphIsGivenUpWhenCancelled();
    void aRequestOutOfRangeDoesNotReachTheHelper();
    void aGraphFarTooLargeIsRefusedAtOnce();
    void theFirstCandidateThatIsAProgramRuns();
    void withoutAHelperItSaysWhereItLooked();
    void garbageIsAnError_data();
    void garbageIsAnError();
    void aLayoutOfAnotherGraphIsAnError();
    void theHelperIsLookedForBesideTheProgram();
};

void tst_GraphvizProcess::fortyServicesTakeLessThanASecond() {
    const GraphvizProcess graphviz({kHelper});
    for (std::uint32_t seed = 0; seed < 3; ++seed) {
        QElapsedTimer timer;
        timer.start();
        const auto layout = graphviz.layout(samples::services(40, 150, seed), LayoutPatience::window, {});
        const auto took = timer.elapsed();
        qInfo("%lld ms", static_cast<long long>(took));
        QVERIFY(layout);
        QCOMPARE(layout->engine, LayoutEngineUsed::Graphviz);
        QVERIFY(took < 1'000);
    }
}

void tst_GraphvizProcess::callersStandLeftOfTheirCallees() {
    const GraphvizProcess graphviz({kHelper});
    const auto layout = graphviz.layout(samples::graph(3, {{0, 1}, {1, 2}}), LayoutPatience::window, {});
    QVERIFY(layout);
    QCOMPARE(layout->nodes[0].centre, (LayoutPoint{48, 20}));
    QCOMPARE(layout->nodes[1].centre, (LayoutPoint{48 + 96 + 42, 20}));
    QCOMPARE(layout->nodes[2].centre, (LayoutPoint{48 + 2 * (96 + 42), 20}));
    QCOMPARE(layout->size, (LayoutSize{3 * 96 + 2 * 42, 40}));
    QCOMPARE(layout->edges[0].start(), (LayoutPoint{96, 20}));
    QCOMPARE(layout->edges[0].tip(), (LayoutPoint{138, 20}));
}

void tst_GraphvizProcess::callersStandAboveTheirCalleesIfAsked() {
    const GraphvizProcess graphviz({kHelper});
    LayoutRequest request = samples::graph(3, {{0, 1}, {1, 2}});
    request.direction = LayoutDirection::TopDown;
    const auto layout = graphviz.layout(request, LayoutPatience::window, {});
    QVERIFY(layout);
    QCOMPARE(layout->nodes[1].centre, (LayoutPoint{48, 20 + 40 + 42}));
    QCOMPARE(layout->edges[0].start(), (LayoutPoint{48, 40}));
    QCOMPARE(layout->edges[0].tip(), (LayoutPoint{48, 82}));
}

void tst_GraphvizProcess::aBoxHoldsItsNodesAndNoOthers() {
    const GraphvizProcess graphviz({kHelper});
    LayoutRequest request = samples::services(30, 60, 5);
    request.boxes = {{std::nullopt, {60, 16}}, {0, {60, 16}}, {std::nullopt, {60, 16}}};
    for (std::size_t i = 0; i < request.nodes.size(); ++i)
        if (i % 4 != 3) request.nodes[i].box = static_cast<std::uint32_t>(i % 4);
    const auto layout = graphviz.layout(request, LayoutPatience::window, {});
    QVERIFY(layout);
    QCOMPARE(layout->boxes.size(), std::size_t(3));
    const auto isIn = [&](std::uint32_t box, const PlacedNode& node) {
        const PlacedBox& frame = layout->boxes[box];
        return node.left() > frame.corner.x && node.right() < frame.corner.x + frame.size.width &&
               node.top() > frame.corner.y && node.bottom() < frame.corner.y + frame.size.height;
    };
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const std::size_t own = i % 4;
        QCOMPARE(isIn(0, layout->nodes[i]), own == 0 || own == 1); // the second box lies in the first
        QCOMPARE(isIn(1, layout->nodes[i]), own == 1);
        QCOMPARE(isIn(2, layout->nodes[i]), own == 2);
    }
}

void tst_GraphvizProcess::aLabelWidensTheGap() {
    LayoutRequest request = samples::graph(2, {{0, 1}});
    request.edges[0].label = LayoutSize{120, 20};
    const auto layout = GraphvizProcess({kHelper}).layout(request, LayoutPatience::window, {});
    QVERIFY(layout);
    QVERIFY(layout->nodes[1].left() - layout->nodes[0].right() >= 120);
    QVERIFY(layout->edges[0].label->x > layout->nodes[0].right());
    QVERIFY(layout->edges[0].label->x < layout->nodes[1].left());
}

void tst_GraphvizProcess::aHeavyEdgeRunsStraight() {
    // A fan of four from one node; the last edge is heavy and takes the middle line.
    LayoutRequest request = samples::graph(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
    request.edges[3].weight = 6;
    const auto layout = GraphvizProcess({kHelper}).layout(request, LayoutPatience::window, {});
    QVERIFY(layout);
    QCOMPARE(layout->nodes[4].centre.y, layout->nodes[0].centre.y);
}

void tst_GraphvizProcess::aDenseGraphIsGivenUpAtTheLimit() {
    const auto layout = GraphvizProcess({kHelper}).layout(samples::chaos(300, 1'500, 1), 300ms, {});
    QVERIFY(!layout);
    QCOMPARE(layout.error(), (Error{ErrorCode::LayoutTimedOut, {"0.3"}, std::nullopt}));
}

void tst_GraphvizProcess::aDenseGraphIsGivenUpWhenCancelled() {
    CancelSource source;
    std::thread canceller([&] {
        std::this_thread::sleep_for(200ms);
        source.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const auto layout = GraphvizProcess({kHelper}).layout(samples::chaos(300, 1'500, 1),
                                                          LayoutPatience::unlimited, source.token());
    const auto took = timer.elapsed();
    canceller.join();
    QVERIFY(!layout);
    QCOMPARE(layout.error().code, ErrorCode::Cancelled);
    QVERIFY(took < 1'000);
}

void tst_GraphvizProcess::aRequestOutOfRangeDoesNotReachTheHelper() {
    const HelperScript trace("echo ran > $DIR/ran");
    LayoutRequest request = samples::graph(1, {{0, 1}});
    QCOMPARE(GraphvizProcess({trace.path()}).layout(request, 5s, {}).error().code, ErrorCode::LayoutFailed);
    QVERIFY(trace.written("ran").isEmpty());
}

void tst_GraphvizProcess::aGraphFarTooLargeIsRefusedAtOnce() {
    QElapsedTimer timer;
    timer.start();
    const auto layout =
        GraphvizProcess({kHelper}).layout(samples::graph(2'001, {}), LayoutPatience::window, {});
    QCOMPARE(layout.error().code, ErrorCode::LayoutFailed);
    QVERIFY(timer.elapsed() < 500);
}

void tst_GraphvizProcess::theFirstCandidateThatIsAProgramRuns() {
    const HelperScript plainFile("exit 1");
    QFile(QString::fromStdString(plainFile.path().string())).setPermissions(QFile::ReadOwner);
    const GraphvizProcess graphviz({"/nowhere/hallway-layout", plainFile.path().parent_path(), kHelper});
    QVERIFY(graphviz.layout(samples::graph(1, {}), LayoutPatience::window, {}));
}

void tst_GraphvizProcess::withoutAHelperItSaysWhereItLooked() {
    const GraphvizProcess graphviz({"/nowhere/hallway-layout", "/elsewhere/hallway-layout"});
    QCOMPARE(graphviz.layout(samples::graph(1, {}), 5s, {}).error(),
             (Error{ErrorCode::HelperMissing, {"/nowhere/hallway-layout"}, std::nullopt}));
    QCOMPARE(GraphvizProcess({}).layout({}, 5s, {}).error().code, ErrorCode::HelperMissing);
}

void tst_GraphvizProcess::garbageIsAnError_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("nothing") << QByteArray("exit 0");
    QTest::newRow("words") << QByteArray("echo hello");
    QTest::newRow("bytes") << QByteArray("head -c 1000 /dev/urandom");
    QTest::newRow("the request") << QByteArray("exec cat");
    QTest::newRow("half a layout") << QByteArray(kHelper.c_str()) + " | head -c 40";
    QTest::newRow("layout, then noise") << QByteArray(kHelper.c_str()) + "; echo noise";
}

void tst_GraphvizProcess::garbageIsAnError() {
    QFETCH(QByteArray, script);
    const HelperScript helper(script);
    const auto layout = GraphvizProcess({helper.path()}).layout(samples::graph(2, {{0, 1}}), 10s, {});
    QVERIFY(!layout);
    QCOMPARE(layout.error().code, ErrorCode::LayoutFailed);
}

void tst_GraphvizProcess::aLayoutOfAnotherGraphIsAnError() {
    const auto other = GraphvizProcess({kHelper}).layout(samples::graph(2, {{0, 1}}), 10s, {});
    QVERIFY(other);
    const HelperScript helper("echo '" + QByteArray::fromStdString(toJson(*other)) + "'");
    const GraphvizProcess graphviz({helper.path()});
    QVERIFY(graphviz.layout(samples::graph(2, {{0, 1}}), 10s, {}));
    QVERIFY(!graphviz.layout(samples::graph(3, {{0, 1}}), 10s, {}));
    QVERIFY(!graphviz.layout(samples::graph(2, {}), 10s, {}));
    LayoutRequest wider = samples::graph(2, {{0, 1}});
    wider.nodes[1].size.width = 97;
    QVERIFY(!graphviz.layout(wider, 10s, {}));
}

void tst_GraphvizProcess::theHelperIsLookedForBesideTheProgram() {
    const auto candidates = layoutHelperCandidates();
    const std::filesystem::path folder = QCoreApplication::applicationDirPath().toStdString();
    QCOMPARE(candidates.size(), std::size_t(2));
    QCOMPARE(candidates[0], folder / "hallway-layout");
    QCOMPARE(candidates[1].filename(), std::filesystem::path("hallway-layout"));
    QCOMPARE(candidates[1].parent_path().filename(), std::filesystem::path("hallway"));
}

QTEST_GUILESS_MAIN(tst_GraphvizProcess)
#include "tst_GraphvizProcess.moc"
