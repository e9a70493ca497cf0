#include "graph/GraphStage.h"

#include "common/Text.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GraphStage)
};

const ProjectedNode* factsOf(const GraphNode& node, const GraphStage& stage) {
    return stage.projection ? &stage.projection->nodes[node.id.index()] : nullptr;
}

} // namespace

std::vector<std::uint32_t> visibleBoxes(const VisibleGraph& visible, const GraphStage& stage) {
    std::vector<bool> used(stage.boxes.boxes.size(), false);
    for (const NodeId node : visible.nodes) {
        std::optional<std::uint32_t> box;
        if (node.index() < stage.boxes.of.size()) box = stage.boxes.of[node.index()];
        for (; box && !used[*box]; box = stage.boxes.boxes[*box].parent)
            used[*box] = true;
    }
    std::vector<std::uint32_t> boxes;
    for (std::uint32_t box = 0; box < used.size(); ++box)
        if (used[box]) boxes.push_back(box);
    return boxes;
}

QString cardName(const GraphNode& node, const GraphStage& stage) {
    const ProjectedNode* const facts = factsOf(node, stage);
    const bool isPart = facts && facts->source.valid() && facts->as != ProjectedAs::Recorded;
    return shownText(isPart ? node.node.name : node.node.label);
}

Figures cardFigures(const GraphNode& node, std::uint64_t outgoing, LabelMeasure measure,
                    const GraphStage& stage) {
    Figures figures = figuresOf(node, outgoing, measure);
    if (!stage.isGroup(node.id)) return figures;
    const std::uint32_t members = factsOf(node, stage)->members;
    const QString text = members == 1 ? Words::tr("1 service") : Words::tr("%1 services").arg(members);
    figures.insert(figures.begin(), {text, FigureTone::Strong, FigureRole::Measure});
    return figures;
}

Health cardHealth(const GraphNode& node, const GraphStage& stage) {
    Health health = healthOf(node);
    if (!stage.isGroup(node.id) || !stage.recorded) return health;
    const std::vector<NodeId>& nodeOf = stage.projection->nodeOf;
    for (std::size_t i = 0; i < nodeOf.size(); ++i)
        if (nodeOf[i] == node.id) health = std::max(health, healthOf(stage.recorded->nodes[i]));
    return health;
}

const Node& coloured(const GraphNode& node, const GraphStage& stage) {
    const ProjectedNode* const facts = factsOf(node, stage);
    return facts && facts->source.valid() && stage.recorded
               ? stage.recorded->nodes[facts->source.index()].node
               : node.node;
}

} // namespace hallway
