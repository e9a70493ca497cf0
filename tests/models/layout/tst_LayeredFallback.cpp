#include "SampleGraphs.h"

#include "layout/EdgeCurve.h"
#include "layout/LayeredFallback.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hallway;

#ifdef __SANITIZE_ADDRESS__
static constexpr int kSlowness = 10; // sanitizers are not what users run
#else
static constexpr int kSlowness = 1;
#endif

class tst_LayeredFallback : public QObject {
    Q_OBJECT
private slots:
    void callersStandLeftOfTheirCallees();
    void callersStandAboveTheirCalleesIfAsked();
    void aBackwardEdgeRunsFromRightToLeft();
    void noCurveCrossesAForeignCard();
    void aLabelHasRoomInTheGap();
    void fiveThousandNodesTakeLessThanASecond();
    void aLongRingIsNoProblem();
};

/// True if the curve touches the box, a px of rounding apart.
static bool crosses(const EdgeRoute& route, const PlacedNode& node) {
    const std::size_t samples = 32 * route.segments();
    for (std::size_t i = 0; i <= samples; ++i) {
        const LayoutPoint at = pointOn(route, static_cast<double>(i) / static_cast<double>(samples));
        if (at.x > node.left() + 1 && at.x < node.right() - 1 && at.y > node.top() + 1 &&
            at.y < node.bottom() - 1)
            return true;
    }
    return false;
}

void tst_LayeredFallback::callersStandAboveTheirCalleesIfAsked() {
    LayoutRequest request = samples::graph(3, {{0, 1}, {1, 2}, {1, 1}});
    request.direction = LayoutDirection::TopDown;
    const GraphLayout layout = layeredLayout(request);
    QVERIFY(layout.nodes[0].bottom() < layout.nodes[1].top());
    QVERIFY(layout.nodes[1].bottom() < layout.nodes[2].top());
    QCOMPARE(layout.nodes[0].size, (LayoutSize{96, 40}));
    QCOMPARE(layout.edges[0].start().y, layout.nodes[0].bottom());
    QCOMPARE(layout.edges[2].start().y, layout.nodes[1].top()); // loops stay over the top side
}

void tst_LayeredFallback::callersStandLeftOfTheirCallees() {
    const GraphLayout layout = layeredLayout(samples::graph(3, {{0, 1}, {1, 2}}));
    QCOMPARE(layout.engine, LayoutEngineUsed::Layered);
    QCOMPARE(layout.nodes[1].left() - layout.nodes[0].right(), 42.0);
    QCOMPARE(layout.nodes[2].left() - layout.nodes[1].right(), 42.0);
    QCOMPARE(layout.nodes[0].centre.y, layout.nodes[2].centre.y);
    QCOMPARE(layout.size, (LayoutSize{3 * 96 + 2 * 42, 40}));
}

void tst_LayeredFallback::aBackwardEdgeRunsFromRightToLeft() {
    const GraphLayout layout = layeredLayout(samples::graph(2, {{0, 1}, {1, 0}}));
    QCOMPARE(layout.edges[1].start().x, layout.nodes[1].left());
    QCOMPARE(layout.edges[1].tip().x, layout.nodes[0].right());
    QVERIFY(!runTogether(layout.edges[0], layout.edges[1], 5));
}

void tst_LayeredFallback::noCurveCrossesAForeignCard() {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const LayoutRequest request = samples::services(30, 80, seed);
        const GraphLayout layout = layeredLayout(request);
        for (std::size_t i = 0; i < request.edges.size(); ++i)
            for (std::uint32_t node = 0; node < request.nodes.size(); ++node) {
                const bool own = node == request.edges[i].tail || node == request.edges[i].head;
                QVERIFY2(own || !crosses(layout.edges[i], layout.nodes[node]),
                         qPrintable(QString("seed %1, edge %2, node %3").arg(seed).arg(i).arg(node)));
            }
    }
}

void tst_LayeredFallback::aLabelHasRoomInTheGap() {
    LayoutRequest request = samples::graph(2, {{0, 1}});
    request.edges[0].label = LayoutSize{130, 20};
    const GraphLayout layout = layeredLayout(request);
    QCOMPARE(layout.nodes[1].left() - layout.nodes[0].right(), 130.0);
    QCOMPARE(*layout.edges[0].label, (LayoutPoint{96 + 65, 20}));
}

void tst_LayeredFallback::fiveThousandNodesTakeLessThanASecond() {
    for (const LayoutRequest& request :
         {samples::services(5'000, 20'000, 1), samples::chaos(5'000, 20'000, 1)}) {
        QElapsedTimer timer;
        timer.start();
        const GraphLayout layout = layeredLayout(request);
        const auto took = timer.elapsed();
        qInfo("%lld ms", static_cast<long long>(took));
        QCOMPARE(layout.edges.size(), std::size_t(20'000));
        QVERIFY(took < 1'000 * kSlowness);
    }
}

void tst_LayeredFallback::aLongRingIsNoProblem() {
    LayoutRequest request = samples::graph(20'000, {});
    request.edges.resize(20'000);
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        request.edges[i].tail = i;
        request.edges[i].head = (i + 1) % 20'000;
    }
    const GraphLayout layout = layeredLayout(request);
    QCOMPARE(layout.edges.back().start().x, layout.nodes.back().left());
    QCOMPARE(layout.edges.back().tip().x, layout.nodes.front().right());
}

QTEST_APPLESS_MAIN(tst_LayeredFallback)
#include "tst_LayeredFallback.moc"
