// What holds for every layout, whichever engine drew it.
#include "SampleGraphs.h"

#include "layout/ConnectedParts.h"
#include "layout/EdgeCurve.h"
#include "layout/GraphvizProcess.h"
#include "layout/LayeredFallback.h"
#include "layout/LayoutBounds.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace hallway;

using Draw = std::function<GraphLayout(const LayoutRequest&)>;
Q_DECLARE_METATYPE(Draw)

class tst_LayoutProperties : public QObject {
    Q_OBJECT
private slots:
    void boxesKeepTheirSizesAndDoNotOverlap_data() { engines(); }
    void boxesKeepTheirSizesAndDoNotOverlap();
    void curvesRunFromBorderToBorder_data() { engines(); }
    void curvesRunFromBorderToBorder();
    void curvesDoNotDartBack_data() { engines(); }
    void curvesDoNotDartBack();
    void everythingLiesInsideTheDrawing_data() { engines(); }
    void everythingLiesInsideTheDrawing();
    void theSameRequestGivesTheSameLayout_data() { engines(); }
    void theSameRequestGivesTheSameLayout();
    void labelsAreThereIfAskedFor_data() { engines(); }
    void labelsAreThereIfAskedFor();
    void noNodeIsAnEmptyDrawing_data() { engines(); }
    void noNodeIsAnEmptyDrawing();
    void oneNodeIsTheWholeDrawing_data() { engines(); }
    void oneNodeIsTheWholeDrawing();
    void nodesWithoutEdgesFillAPage_data() { engines(); }
    void nodesWithoutEdgesFillAPage();
    void selfEdgesLoopOverTheTopAndTouchNobody_data() { engines(); }
    void selfEdgesLoopOverTheTopAndTouchNobody();
    void edgesOfTheSameNodesAreApart_data() { engines(); }
    void edgesOfTheSameNodesAreApart();
    void connectedPartsKeepApart_data() { engines(); }
    void connectedPartsKeepApart();

private:
    static void engines();
    /// Graphs with cycles, two-way pairs, parallel and self edges, labels and loose parts.
    static std::vector<LayoutRequest> graphs();
};

void tst_LayoutProperties::engines() {
    QTest::addColumn<Draw>("draw");
    QTest::newRow("graphviz") << Draw([](const LayoutRequest& request) {
        const GraphvizProcess graphviz({HALLWAY_BIN_DIR "/hallway-layout"});
        Result<GraphLayout> layout = graphviz.layout(request, std::chrono::seconds(60), {});
        return layout ? *layout : GraphLayout{};
    });
    QTest::newRow("layered") << Draw(layeredLayout);
}

std::vector<LayoutRequest> tst_LayoutProperties::graphs() {
    std::vector<LayoutRequest> all;
    for (std::uint32_t seed = 0; seed < 8; ++seed) {
        all.push_back(samples::services(24, 50, seed));
        all.push_back(samples::chaos(12, 14, seed));
        all.push_back(samples::chaos(6, 18, seed));
    }
    all.push_back(samples::services(40, 150, 99));
    return all;
}

static bool onBorder(const PlacedNode& node, LayoutPoint point) {
    const LayoutPoint nearest = nearestOnBorder(node, point);
    return std::hypot(nearest.x - point.x, nearest.y - point.y) < 0.01;
}

static bool overlap(const PlacedNode& a, const PlacedNode& b) {
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

void tst_LayoutProperties::boxesKeepTheirSizesAndDoNotOverlap() {
    QFETCH(Draw, draw);
    for (const LayoutRequest& request : graphs()) {
        const GraphLayout layout = draw(request);
        QCOMPARE(layout.nodes.size(), request.nodes.size());
        for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
            QCOMPARE(layout.nodes[i].size, request.nodes[i].size);
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!overlap(layout.nodes[i], layout.nodes[k]));
        }
    }
}

void tst_LayoutProperties::curvesRunFromBorderToBorder() {
    QFETCH(Draw, draw);
    for (const LayoutRequest& request : graphs()) {
        const GraphLayout layout = draw(request);
        QCOMPARE(layout.edges.size(), request.edges.size());
        for (std::size_t i = 0; i < layout.edges.size(); ++i) {
            const EdgeRoute& route = layout.edges[i];
            QVERIFY(route.curve.size() >= 4 && route.curve.size() % 3 == 1);
            QVERIFY(onBorder(layout.nodes[request.edges[i].tail], route.start()));
            QVERIFY(onBorder(layout.nodes[request.edges[i].head], route.tip()));
        }
    }
}

void tst_LayoutProperties::curvesDoNotDartBack() {
    QFETCH(Draw, draw);
    for (const LayoutRequest& request : graphs()) {
        const GraphLayout layout = draw(request);
        for (std::size_t i = 0; i < layout.edges.size(); ++i) {
            if (request.edges[i].tail == request.edges[i].head) continue;
            const EdgeRoute& route = layout.edges[i];
            const double direction = route.start().x <= route.tip().x ? 1 : -1;
            double furthest = direction * route.start().x;
            for (int step = 0; step <= 200; ++step) {
                const double x = direction * pointOn(route, step / 200.0).x;
                QVERIFY2(x > furthest - 25, qPrintable(QString("edge %1: %2 px").arg(i).arg(furthest - x)));
                furthest = std::max(furthest, x);
            }
        }
    }
}

void tst_LayoutProperties::everythingLiesInsideTheDrawing() {
    QFETCH(Draw, draw);
    for (const LayoutRequest& request : graphs()) {
        const GraphLayout layout = draw(request);
        const auto inside = [&](LayoutPoint p) {
            return p.x > -0.01 && p.y > -0.01 && p.x < layout.size.width + 0.01 &&
                   p.y < layout.size.height + 0.01;
        };
        for (const PlacedNode& node : layout.nodes)
            QVERIFY(inside({node.left(), node.top()}) && inside({node.right(), node.bottom()}));
        for (const EdgeRoute& edge : layout.edges)
            for (const LayoutPoint& point : edge.curve)
                QVERIFY(inside(point));
    }
}

void tst_LayoutProperties::theSameRequestGivesTheSameLayout() {
    QFETCH(Draw, draw);
    for (const LayoutRequest& request : graphs())
        QVERIFY(draw(request) == draw(request));
}

void tst_LayoutProperties::labelsAreThereIfAskedFor() {
    QFETCH(Draw, draw);
    for (const LayoutRequest& request : graphs()) {
        const GraphLayout layout = draw(request);
        for (std::size_t i = 0; i < layout.edges.size(); ++i)
            QCOMPARE(layout.edges[i].label.has_value(), request.edges[i].label.has_value());
    }
}

void tst_LayoutProperties::noNodeIsAnEmptyDrawing() {
    QFETCH(Draw, draw);
    const GraphLayout layout = draw({});
    QVERIFY(layout.nodes.empty() && layout.edges.empty());
    QCOMPARE(layout.size, LayoutSize{});
}

void tst_LayoutProperties::oneNodeIsTheWholeDrawing() {
    QFETCH(Draw, draw);
    const GraphLayout layout = draw(samples::graph(1, {}));
    QCOMPARE(layout.nodes, (std::vector<PlacedNode>{{{48, 20}, {96, 40}}}));
    QCOMPARE(layout.size, (LayoutSize{96, 40}));
}

void tst_LayoutProperties::nodesWithoutEdgesFillAPage() {
    QFETCH(Draw, draw);
    const GraphLayout few = draw(samples::graph(3, {}));
    for (const PlacedNode& node : few.nodes)
        QCOMPARE(node.centre.x, 48.0);
    QCOMPARE(few.size, (LayoutSize{96, 3 * 40 + 2 * 14}));

    const GraphLayout many = draw(samples::graph(100, {}));
    QVERIFY(many.size.width > 1.5 * many.size.height);
    QVERIFY(many.size.width < 3 * many.size.height);
    QCOMPARE(many.nodes[1].centre, (LayoutPoint{48 + 96 + 21, 20}));
}

void tst_LayoutProperties::selfEdgesLoopOverTheTopAndTouchNobody() {
    QFETCH(Draw, draw);
    const LayoutRequest request = samples::graph(4, {{0, 1}, {0, 2}, {0, 3}, {1, 1}, {2, 2}, {2, 2}, {3, 3}});
    const GraphLayout layout = draw(request);
    for (std::size_t i = 3; i < request.edges.size(); ++i) {
        const EdgeRoute& loop = layout.edges[i];
        const std::uint32_t own = request.edges[i].tail;
        QVERIFY(std::abs(loop.start().y - layout.nodes[own].top()) < 0.01);
        QVERIFY(loop.tip().x > layout.nodes[own].centre.x);
        QVERIFY(loop.start().x < loop.tip().x);
        const LayoutPoint highest = pointOn(loop, 0.5);
        QVERIFY(highest.y < layout.nodes[own].top() - 10);
        for (std::uint32_t other = 1; other < 4; ++other)
            if (other != own)
                QVERIFY(highest.y > layout.nodes[other].bottom() || highest.y < layout.nodes[other].top());
    }
    QVERIFY(pointOn(layout.edges[4], 0.5) != pointOn(layout.edges[5], 0.5));
}

void tst_LayoutProperties::edgesOfTheSameNodesAreApart() {
    QFETCH(Draw, draw);
    LayoutRequest request = samples::graph(3, {{0, 1}, {1, 0}, {0, 1}, {1, 2}, {1, 2}, {2, 1}});
    request.edges[3].label = LayoutSize{100, 20}; // with it dot lays the next two on the same line
    const GraphLayout layout = draw(request);
    const auto apart = [&](std::size_t a, std::size_t b) {
        return !runTogether(layout.edges[a], layout.edges[b], 3.5);
    };
    QVERIFY(apart(0, 1) && apart(0, 2) && apart(1, 2));
    QVERIFY(apart(3, 4) && apart(3, 5) && apart(4, 5));
}

void tst_LayoutProperties::connectedPartsKeepApart() {
    QFETCH(Draw, draw);
    for (const LayoutRequest& request : graphs()) {
        const GraphLayout layout = draw(request);
        const std::vector<std::uint32_t> part = connectedParts(request);
        std::vector<LayoutBounds> bounds(1 + *std::max_element(part.begin(), part.end()));
        for (std::size_t i = 0; i < layout.nodes.size(); ++i)
            bounds[part[i]].include(layout.nodes[i]);
        for (std::size_t i = 0; i < layout.edges.size(); ++i)
            bounds[part[request.edges[i].tail]].include(layout.edges[i]);
        for (std::size_t i = 0; i < bounds.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) {
                const LayoutBounds &a = bounds[i], &b = bounds[k];
                QVERIFY(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top);
            }
    }
}

QTEST_GUILESS_MAIN(tst_LayoutProperties)
#include "tst_LayoutProperties.moc"
