#include "SampleGraphs.h"

#include "layout/GraphLayout.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace hallway;

Q_DECLARE_METATYPE(std::function<void(LayoutRequest&)>)

class tst_GraphLayout : public QObject {
    Q_OBJECT
private slots:
    void acceptsWhatIsWithinTheLimits();
    void refusesWhatIsNot_data();
    void refusesWhatIsNot();
    void refusesTooManyNodesAndEdges();
    void normaliseMovesEverythingToTheOrigin();
    void normaliseOfNothingIsEmpty();
};

void tst_GraphLayout::acceptsWhatIsWithinTheLimits() {
    QVERIFY(checkLayoutRequest({}));
    LayoutRequest request = samples::graph(2, {{0, 1}, {1, 1}});
    request.edges[0].label = LayoutSize{10, 10};
    request.rankSeparation = 0;
    QVERIFY(checkLayoutRequest(request));
}

void tst_GraphLayout::refusesWhatIsNot_data() {
    using Change = std::function<void(LayoutRequest&)>;
    QTest::addColumn<Change>("change");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("NaN width") << Change([=](auto& r) { r.nodes[0].size.width = nan; });
    QTest::newRow("infinite height") << Change([=](auto& r) { r.nodes[1].size.height = infinity; });
    QTest::newRow("negative width") << Change([](auto& r) { r.nodes[1].size.width = -1; });
    QTest::newRow("no height") << Change([](auto& r) { r.nodes[0].size.height = 0; });
    QTest::newRow("huge width") << Change([](auto& r) { r.nodes[0].size.width = 10'001; });
    QTest::newRow("tail out of range") << Change([](auto& r) { r.edges[0].tail = 2; });
    QTest::newRow("head out of range") << Change([](auto& r) { r.edges[0].head = 4'000'000'000U; });
    QTest::newRow("negative weight") << Change([](auto& r) { r.edges[0].weight = -1; });
    QTest::newRow("heavy weight") << Change([](auto& r) { r.edges[0].weight = 1'001; });
    QTest::newRow("no length") << Change([](auto& r) { r.edges[0].minLength = 0; });
    QTest::newRow("too long") << Change([](auto& r) { r.edges[0].minLength = 101; });
    QTest::newRow("a box that is not there") << Change([](auto& r) { r.nodes[0].box = 0; });
    QTest::newRow("an empty box") << Change([](auto& r) { r.boxes = {{std::nullopt, {9, 9}}}; });
    QTest::newRow("a box around itself") << Change([](auto& r) {
        r.boxes = {{0, {9, 9}}};
        r.nodes[0].box = 0;
    });
    QTest::newRow("a title without height") << Change([](auto& r) {
        r.boxes = {{std::nullopt, {9, 0}}};
        r.nodes[0].box = 0;
    });
    QTest::newRow("NaN label") << Change([=](auto& r) { r.edges[0].label = LayoutSize{nan, 10}; });
    QTest::newRow("NaN separation") << Change([=](auto& r) { r.rankSeparation = nan; });
    QTest::newRow("negative separation") << Change([](auto& r) { r.nodeSeparation = -7; });
}

void tst_GraphLayout::refusesWhatIsNot() {
    QFETCH(std::function<void(LayoutRequest&)>, change);
    LayoutRequest request = samples::graph(2, {{0, 1}});
    change(request);
    const Status status = checkLayoutRequest(request);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::LayoutFailed);
    QCOMPARE(status.error().arguments.size(), std::size_t(1));
}

void tst_GraphLayout::refusesTooManyNodesAndEdges() {
    LayoutRequest request = samples::graph(20'000, {});
    QVERIFY(checkLayoutRequest(request));
    request.nodes.push_back({{96, 40}});
    QVERIFY(!checkLayoutRequest(request));

    request = samples::graph(1, {});
    request.edges.resize(100'000);
    QVERIFY(checkLayoutRequest(request));
    request.edges.emplace_back();
    QVERIFY(!checkLayoutRequest(request));
}

void tst_GraphLayout::normaliseMovesEverythingToTheOrigin() {
    GraphLayout layout;
    layout.nodes = {{{100, -50}, {20, 10}}}; // 90 … 110, −55 … −45
    layout.edges = {{{{110, -50}, {120, -70}, {130, -30}, {140, -50}}, LayoutPoint{125, -60}}};
    normalise(layout);
    QCOMPARE(layout.nodes[0].centre, (LayoutPoint{10, 20}));
    QCOMPARE(layout.edges[0].start(), (LayoutPoint{20, 20}));
    QCOMPARE(layout.edges[0].tip(), (LayoutPoint{50, 20}));
    QCOMPARE(*layout.edges[0].label, (LayoutPoint{35, 10}));
    QCOMPARE(layout.size, (LayoutSize{50, 40})); // the control points reach from −70 to −30
}

void tst_GraphLayout::normaliseOfNothingIsEmpty() {
    GraphLayout layout;
    layout.size = {5, 5};
    normalise(layout);
    QCOMPARE(layout, GraphLayout{});
}

QTEST_APPLESS_MAIN(tst_GraphLayout)
#include "tst_GraphLayout.moc"
