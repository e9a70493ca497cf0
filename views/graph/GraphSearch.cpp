#include "graph/GraphSearch.h"

#include <algorithm>

namespace hallway {

namespace {

void light(GraphFound& found, const GraphScene& scene) {
    found.lit.nodes.assign(scene.nodes.size(), false);
    found.lit.edges.assign(scene.edges.size(), false);
    for (const GraphHit& hit : found.hits) {
        if (const auto* const node = std::get_if<NodeHit>(&hit)) found.lit.nodes[node->node] = true;
        if (const auto* const edge = std::get_if<EdgeHit>(&hit)) {
            found.lit.edges[edge->edge] = true;
            found.lit.nodes[scene.edges[edge->edge].tail] = true;
            found.lit.nodes[scene.edges[edge->edge].head] = true;
        }
    }
}

template <class Matches>
void addNodes(GraphFound& found, const GraphScene& scene, const Matches& matches) {
    for (std::uint32_t i = 0; i < scene.nodes.size(); ++i)
        if (matches(scene.nodes[i])) found.hits.emplace_back(NodeHit{i});
    std::sort(found.hits.begin(), found.hits.end(), [&](const GraphHit& a, const GraphHit& b) {
        const QPointF left = scene.nodes[std::get<NodeHit>(a).node].card.center();
        const QPointF right = scene.nodes[std::get<NodeHit>(b).node].card.center();
        return left.x() != right.x() ? left.x() < right.x() : left.y() < right.y();
    });
}

} // namespace

bool isExpression(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return QStringLiteral("<>=~").contains(c); });
}

GraphFound findIn(const GraphScene& scene, const QString& text) {
    GraphFound found;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty()) return found;
    if (!isExpression(wanted)) {
        addNodes(found, scene, [&](const SceneNode& node) {
            return node.name.contains(wanted, Qt::CaseInsensitive) ||
                   QString::fromStdString(scene.figuresOf(node).node.label)
                       .contains(wanted, Qt::CaseInsensitive);
        });
        light(found, scene);
        return found;
    }
    const auto expression = FigureExpression::parse(text.toStdString());
    if (!expression) {
        found.error = expression.error();
        return found;
    }
    addNodes(found, scene, [&](const SceneNode& node) { return expression->matches(scene.figuresOf(node)); });
    for (const std::uint32_t edge : scene.byPain)
        if (expression->matches(scene.figuresOf(scene.edges[edge]), *scene.graph))
            found.hits.emplace_back(EdgeHit{edge});
    light(found, scene);
    return found;
}

} // namespace hallway
