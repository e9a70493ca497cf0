#include "graph/GraphScene.h"

#include "common/Text.h"
#include "common/Theme.h"
#include "layout/EdgeCurve.h"
#include "layout/MovedNodes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace hallway {

namespace {

constexpr double thinnest = 1.25, spread = 4.75; // px
constexpr double thinnestDegraded = 2.5, thinnestFailing = 3;

QPointF pointOf(LayoutPoint point) { return {point.x, point.y}; }

SceneNode sceneNode(const GraphNode& figures, const PlacedNode& placed, std::uint64_t outgoing,
                    LabelMeasure measure, const GraphStage& stage) {
    SceneNode node;
    node.id = figures.id;
    node.kind = figures.node.kind;
    node.name = cardName(figures, stage);
    node.isGroup = stage.isGroup(figures.id);
    node.isPlaced = std::binary_search(stage.placed.begin(), stage.placed.end(), figures.id);
    node.card = QRectF(placed.left(), placed.top(), placed.size.width, placed.size.height);
    const Node& colour = coloured(figures, stage);
    node.colorIndex = serviceColorIndex(colour.nameSpace, colour.name);
    node.unknown = figures.node.noService || figures.node.missingParent;
    node.requests = figures.requests();
    node.silent = figures.requests() == 0 && figures.spans == 0 && outgoing == 0;
    if (node.silent) return node;
    node.figures = cardFigures(figures, outgoing, measure, stage);
    node.health = cardHealth(figures, stage);
    return node;
}

SceneEdge sceneEdge(const GraphEdge& figures, LabelMeasure measure) {
    SceneEdge edge;
    edge.id = figures.id;
    edge.callClass = figures.callClass;
    edge.calls = figures.calls;
    edge.health = healthOf(figures);
    edge.passedOn = edge.health >= Health::Degraded && mostlyPassedOn(figures);
    edge.serverSpanMissing = figures.calls > 0 && figures.serverSpanMissing == figures.calls;
    edge.silent = figures.calls == 0;
    if (edge.silent) return edge;
    edge.shortLabel = shortLabelOf(figures, measure);
    edge.longLabel = longLabelOf(figures, measure);
    return edge;
}

std::vector<SceneBox> sceneBoxes(const VisibleGraph& visible, const GraphLayout& layout,
                                 const GraphStage& stage) {
    std::vector<SceneBox> boxes;
    const std::vector<std::uint32_t> shown = visibleBoxes(visible, stage);
    if (layout.boxes.size() != shown.size()) return boxes; // the fallback draws none
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const ProjectedBox& held = stage.boxes.boxes[shown[i]];
        const PlacedBox& placed = layout.boxes[i];
        SceneBox box{shown[i], shownText(held.label),
                     QRectF(pointOf(placed.corner), QSizeF(placed.size.width, placed.size.height)),
                     std::nullopt};
        if (held.service.valid() && stage.recorded) {
            const Node& service = stage.recorded->nodes[held.service.index()].node;
            box.colorIndex = serviceColorIndex(service.nameSpace, service.name);
        }
        boxes.push_back(std::move(box));
    }
    return boxes;
}

/// Two curves that run together would look like one line: each moves to the right of its own direction.
void partTwoWayPairs(std::vector<SceneEdge>& edges) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> between;
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (edges[i].tail != edges[i].head) between[{edges[i].tail, edges[i].head}].push_back(i);
    std::vector<double> move(edges.size(), 0);
    for (const auto& [ends, there] : between) {
        if (ends.first > ends.second) continue;
        const auto back = between.find({ends.second, ends.first});
        if (back == between.end()) continue;
        for (const std::size_t a : there) {
            for (const std::size_t b : back->second) {
                const double apart = (edges[a].width + edges[b].width) / 2 + 3;
                if (!runTogether(edges[a].route, edges[b].route, apart)) continue;
                move[a] = (edges[a].width + 3) / 2;
                move[b] = (edges[b].width + 3) / 2;
            }
        }
    }
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (move[i] > 0) edges[i].route = movedToTheRight(edges[i].route, move[i]);
}

void measureCurve(SceneEdge& edge) {
    for (std::size_t i = 0; i < SceneEdge::sampleCount; ++i)
        edge.samples[i] = pointOf(pointOn(edge.route, static_cast<double>(i) / (SceneEdge::sampleCount - 1)));
    QRectF bounds(pointOf(edge.route.start()), QSizeF());
    for (const LayoutPoint& point : edge.route.curve) {
        bounds.setLeft(std::min(bounds.left(), point.x));
        bounds.setRight(std::max(bounds.right(), point.x));
        bounds.setTop(std::min(bounds.top(), point.y));
        bounds.setBottom(std::max(bounds.bottom(), point.y));
    }
    edge.bounds = bounds;
}

} // namespace

namespace {

Duration onPath(const GraphEdge& edge) { return edge.path ? edge.path->own : Duration::zero(); }

double widthOf(const GraphEdge& figures, const GraphScene& scene) {
    if (scene.measure != LabelMeasure::CriticalPath)
        return edgeWidth(figures.calls, scene.mostCalls, healthOf(figures));
    return edgeWidth(static_cast<std::uint64_t>(onPath(figures).count()),
                     static_cast<std::uint64_t>(scene.mostOnPath.count()), healthOf(figures));
}

} // namespace

double edgeWidth(std::uint64_t calls, std::uint64_t mostCalls, Health health) {
    const double share = mostCalls == 0 ? 0 : static_cast<double>(calls) / static_cast<double>(mostCalls);
    const double width = thinnest + spread * std::sqrt(std::min(1.0, share));
    if (health == Health::Failing) return std::max(width, thinnestFailing);
    if (health == Health::Degraded) return std::max(width, thinnestDegraded);
    return width;
}

GraphScene makeScene(std::shared_ptr<const ServiceGraph> graph, const VisibleGraph& visible,
                     const GraphLayout& layout, LabelMeasure measure, const GraphStage& stage) {
    GraphScene scene;
    scene.stage = stage;
    scene.boxes = sceneBoxes(visible, layout, stage);
    scene.visible = visible;
    scene.measure = measure;
    scene.size = scene.plainSize = QSizeF(layout.size.width, layout.size.height);
    scene.simplified = layout.engine == LayoutEngineUsed::Layered;
    scene.simplifiedBecause = layout.fallbackReason;

    std::vector<std::uint64_t> outgoing(graph->nodes.size(), 0);
    for (const EdgeId id : visible.edges) {
        const GraphEdge& edge = graph->edges[id.index()];
        outgoing[edge.caller.index()] += edge.calls;
        scene.mostCalls = std::max(scene.mostCalls, edge.calls);
        scene.mostOnPath = std::max(scene.mostOnPath, onPath(edge));
    }

    scene.nodes.reserve(visible.nodes.size());
    for (std::size_t i = 0; i < visible.nodes.size(); ++i) {
        const NodeId id = visible.nodes[i];
        scene.nodes.push_back(
            sceneNode(graph->nodes[id.index()], layout.nodes[i], outgoing[id.index()], measure, stage));
    }

    scene.edges.reserve(visible.edges.size());
    for (std::size_t i = 0; i < visible.edges.size(); ++i) {
        const GraphEdge& figures = graph->edges[visible.edges[i].index()];
        SceneEdge edge = sceneEdge(figures, measure);
        edge.tail = static_cast<std::uint32_t>(visible.indexOf(figures.caller).value());
        edge.head = static_cast<std::uint32_t>(visible.indexOf(figures.callee).value());
        edge.width = widthOf(figures, scene);
        edge.route = layout.edges[i];
        scene.edges.push_back(std::move(edge));
    }
    partTwoWayPairs(scene.edges);
    for (SceneEdge& edge : scene.edges)
        measureCurve(edge);

    for (const EdgeId id : edgesByPain(*graph))
        if (const auto index = visible.indexOf(id); index && !scene.edges[*index].silent)
            scene.byPain.push_back(static_cast<std::uint32_t>(*index));
    if (measure == LabelMeasure::CriticalPath)
        std::stable_sort(scene.byPain.begin(), scene.byPain.end(), [&](std::uint32_t a, std::uint32_t b) {
            const auto figures = [&](std::uint32_t index) -> const GraphEdge& {
                return graph->edges[scene.edges[index].id.index()];
            };
            return onPath(figures(a)) > onPath(figures(b));
        });
    scene.graph = std::move(graph);
    return scene;
}

GraphScene withNodeAt(const GraphScene& scene, std::uint32_t node, QPointF centre) {
    GraphScene moved = scene;
    moved.nodes[node].card.moveCenter(centre);
    const auto placed = [&moved](std::uint32_t index) {
        const QRectF& card = moved.nodes[index].card;
        return PlacedNode{{card.center().x(), card.center().y()}, {card.width(), card.height()}};
    };
    std::size_t loops = 0;
    for (SceneEdge& edge : moved.edges) {
        if (edge.tail != node && edge.head != node) continue;
        edge.route = edge.tail == edge.head
                         ? selfLoop(placed(node), loops++, std::nullopt)
                         : simpleRoute(placed(edge.tail), placed(edge.head), scene.stage.direction);
        measureCurve(edge);
    }
    return moved;
}

} // namespace hallway
