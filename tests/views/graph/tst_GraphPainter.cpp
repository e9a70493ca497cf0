#include "ShopGraph.h"
#include "graph/GraphPainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// Without smoothing, so that colours are exact.
QImage paint(const GraphScene& scene, const GraphViewport& view, const Theme& theme = {},
             const GraphAttention& attention = {}, const std::vector<PlacedLabel>& labels = {},
             bool smooth = false) {
    QImage image(1400, 800, QImage::Format_RGB32);
    image.fill(theme.canvas);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing, smooth);
    GraphPainter(theme, Fonts(QGuiApplication::font()))
        .paint(painter, scene, view, image.rect(), attention, labels);
    return image;
}

bool has(const QImage& image, const QRectF& part, const QColor& color) {
    const QRect pixels = part.toAlignedRect() & image.rect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            if (image.pixelColor(x, y) == color) return true;
    return false;
}

GraphScene oneCall(std::uint64_t calls, std::uint64_t failed, std::uint64_t here,
                   CallClass callClass = CallClass::Rpc) {
    GraphBuilder builder;
    builder.edge("caller", "callee", callClass, calls, failed, here);
    return sceneOf(builder.build());
}

const GraphViewport plainView{1, {100, 100}};

QPointF middleOf(const GraphScene& scene) { return plainView.toScreen(scene.edges[0].samples[12]); }

} // namespace

class tst_GraphPainter : public QObject {
    Q_OBJECT
private slots:
    void colourIsHealth() {
        const Theme theme;
        const auto colorAt = [&theme](std::uint64_t failed) {
            const GraphScene scene = oneCall(1000, failed, failed);
            return paint(scene, plainView).pixelColor(middleOf(scene).toPoint());
        };
        QCOMPARE(colorAt(0), theme.edge);
        QCOMPARE(colorAt(9), theme.edge); // watch is not shown on the graph
        QCOMPARE(colorAt(10), theme.degraded);
        QCOMPARE(colorAt(50), theme.failing);
    }

    void inAHurryEdgesLieWhereTheyRest() {
        const GraphScene scene = sceneOf(shopGraph());
        const GraphViewport view = fitted({QPointF(), scene.size}, QRectF(0, 0, 1400, 800), 1);
        const QImage hasty = paint(scene, view), smooth = paint(scene, view, {}, {}, {}, true);
        const auto isBlank = [](const QImage& image, QPoint at) {
            for (int y = -1; y <= 1; ++y)
                for (int x = -1; x <= 1; ++x)
                    if (image.pixelColor(at + QPoint(x, y)) != Theme().canvas) return false;
            return true;
        };
        int compared = 0, different = 0; // beside casings and in hollow lines single pixels may differ
        for (const SceneEdge& edge : scene.edges) {
            if (edge.callClass != CallClass::Rpc) continue; // dashes have gaps
            for (const QPointF& sample : edge.samples) {
                const QPoint at = view.toScreen(sample).toPoint();
                different += isBlank(hasty, at) != isBlank(smooth, at) ? 1 : 0;
                ++compared;
            }
        }
        QVERIFY(compared > 100);
        QVERIFY2(different * 50 < compared, qPrintable(QString::number(different)));
    }

    void failuresThatArePassedOnAreHollow() {
        const Theme theme;
        const GraphScene scene = oneCall(1000, 300, 100);
        const QImage image = paint(scene, plainView);
        const QPoint middle = middleOf(scene).toPoint();
        QCOMPARE(image.pixelColor(middle), theme.canvas);
        QVERIFY(has(image, QRectF(middle.x(), middle.y() - 5, 1, 10), theme.failing));
    }

    void messagesAreDashed() {
        const Theme theme;
        const GraphScene scene = oneCall(1000, 0, 0, CallClass::Messaging);
        const QImage image = paint(scene, plainView);
        int gaps = 0;
        const QPointF from = plainView.toScreen(scene.edges[0].samples[4]);
        const QPointF to = plainView.toScreen(scene.edges[0].samples[18]);
        bool before = true;
        for (int x = static_cast<int>(from.x()); x < to.x(); ++x) {
            const bool ink = image.pixelColor(x, static_cast<int>(from.y())) == theme.edge;
            if (before && !ink) ++gaps;
            before = ink;
        }
        QVERIFY(gaps >= 1);
    }

    void theHeadPointsAtTheCallee() {
        const Theme theme;
        const GraphScene scene = oneCall(1000, 0, 0);
        const QImage image = paint(scene, plainView);
        const QPointF tip = plainView.toScreen(scene.edges[0].samples.back());
        // Wider than the line, a little before the tip.
        QVERIFY(has(image, {tip.x() - 10, tip.y() + 4, 6, 2}, theme.edge));
        QVERIFY(!has(image, {tip.x() - 40, tip.y() + 5, 6, 2}, theme.edge));
    }

    void servicesCarryTheirColourAndFailingOnesAMark() {
        const Theme theme;
        const GraphScene scene = sceneOf(shopGraph());
        const GraphViewport view{1, {20, 20}};
        const QImage image = paint(scene, view);
        for (const SceneNode& node : scene.nodes) {
            const QRectF card = view.toScreen(node.card);
            if (!QRectF(image.rect()).contains(card.adjusted(-20, -20, 20, 20))) continue;
            if (node.kind == NodeKind::Service)
                QVERIFY2(
                    has(image, {card.left() + 1, card.center().y(), 4, 2}, theme.service(node.colorIndex)),
                    qPrintable(node.name));
            const QRectF mark(card.right() - 8, card.top() - 5, 12, 12);
            // Lines of other colours may run past the corner.
            if (node.health >= Health::Degraded)
                QVERIFY2(has(image, mark, theme.health(node.health)), qPrintable(node.name));
        }
    }

    void everyKindHasItsOwnShape() {
        std::vector<QImage> seen;
        for (const NodeKind kind : {NodeKind::Service, NodeKind::Database, NodeKind::Queue,
                                    NodeKind::Function, NodeKind::External, NodeKind::User}) {
            GraphBuilder builder;
            builder.node("x", kind);
            builder.edge("caller", "x", CallClass::Rpc, 10);
            const GraphScene scene = sceneOf(builder.build());
            // At far zoom there is neither text nor icon: the shape alone tells the kind.
            const GraphViewport view{0.45, {100, 100}};
            const QRect card = view.toScreen(scene.nodes[0].card).toAlignedRect();
            const QImage shape = paint(scene, view).copy(card.adjusted(-2, -2, 2, 2));
            for (const QImage& other : seen)
                QVERIFY(shape != other);
            seen.push_back(shape);
        }
    }

    void hoveringDimsAllButTheNeighbourhood() {
        const Theme theme;
        const GraphScene scene = sceneOf(shopGraph());
        const GraphViewport view{1, {20, 20}};
        GraphAttention attention;
        attention.hovered = EdgeHit{scene.byPain[0]};
        const QImage image = paint(scene, view, theme, attention);
        for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
            const SceneNode& node = scene.nodes[i];
            if (node.kind != NodeKind::Service) continue;
            const QRectF card = view.toScreen(node.card);
            const bool bright =
                has(image, {card.left() + 1, card.center().y(), 4, 2}, theme.service(node.colorIndex));
            QCOMPARE(bright, node.name == QLatin1String("payments"));
        }
    }

    void theSelectionIsOutlinedInAccent() {
        const Theme theme;
        const GraphScene scene = oneCall(1000, 0, 0);
        GraphAttention attention;
        attention.selected = NodeHit{0};
        const QRectF card = plainView.toScreen(scene.nodes[0].card);
        QVERIFY(has(paint(scene, plainView, theme, attention), {card.center().x(), card.top() - 6, 2, 6},
                    theme.accent));
        QVERIFY(
            !has(paint(scene, plainView, theme), {card.center().x(), card.top() - 6, 2, 6}, theme.accent));
    }

    void oddGraphsArePainted() {
        // No node, one node, only self edges, a two-way pair, names of every script.
        std::vector<GraphScene> scenes{sceneOf(std::make_shared<const ServiceGraph>())};
        GraphBuilder one;
        one.node("alone");
        scenes.push_back(sceneOf(one.build()));
        GraphBuilder self;
        self.edge("fraud", "fraud", CallClass::Rpc, 3, 3, 3);
        scenes.push_back(sceneOf(self.build()));
        GraphBuilder pair;
        pair.edge("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xF0\x9F\x9B\x92 cart", CallClass::Rpc, 3);
        pair.edge("\xF0\x9F\x9B\x92 cart", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", CallClass::Unpaired, 3, 1, 0);
        pair.edge("", std::string(5000, 'w'), CallClass::Function, 1);
        scenes.push_back(sceneOf(pair.build()));
        const QRectF area(0, 0, 1400, 800);
        for (const GraphScene& scene : scenes) {
            for (const double zoom : {0.05, 0.3, 0.6, 1.0, 4.0}) {
                const GraphViewport view{zoom, {50, 50}};
                const auto labels = placeLabels(scene, view, area, labelCandidates(scene, view, area, {}, {}),
                                                Fonts(QGuiApplication::font()));
                const QImage image = paint(scene, view, Theme::dark(), {}, labels);
                QCOMPARE(image.size(), QSize(1400, 800));
            }
        }
        QVERIFY(paint(scenes[1], plainView) != paint(scenes[0], plainView));
    }

    void namesOfManyWordsStayInTheirCards() {
        GraphBuilder builder;
        builder.edge("a", std::string(400, 'W'), CallClass::Rpc, 1'000'000);
        const GraphScene scene = sceneOf(builder.build());
        const Theme theme;
        for (const double zoom : {0.55, 0.75, 1.0, 1.3}) {
            const GraphViewport view{zoom, {100, 200}};
            const QRectF card = view.toScreen(scene.nodes[1].card);
            const QImage image = paint(scene, view);
            QVERIFY(!has(image, {card.right() + 2, card.top(), 60, card.height()}, theme.text));
            QVERIFY(has(image, card, theme.text));
        }
    }
};

QTEST_MAIN(tst_GraphPainter)
#include "tst_GraphPainter.moc"
