// Which node of a projection each span belongs to. Private to CallProjection.
#pragma once

#include "analysis/CallProjection.h"

#include <unordered_map>

namespace hallway {

/// Makes nodes and boxes, and knows where spans and the ends of calls go.
class ProjectedNodes {
public:
    /// The tables and the plan must outlive it.
    ProjectedNodes(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
                   const ProjectionPlan& plan);

    /// Of the callee of a call whose server span is `span`, or of the caller whose entry it is; invalid spans
    /// are allowed.
    [[nodiscard]] NodeId endOf(NodeId recorded, SpanRow span);
    [[nodiscard]] NodeId destination(const CallDestinations::Queue& queue);
    [[nodiscard]] NodeId groupNode(NodeId recorded) const; ///< invalid: not in a collapsed one

    /// Gives away what was made, with unique labels.
    void finish(CallProjection& projection) &&;

private:
    struct Operations {
        std::unordered_map<StringId, NodeId> nodes;
        NodeId others, unknown;
    };
    NodeId add(Node node, ProjectedNode facts);
    void addBoxes();
    void addRecorded();
    void addOperations(NodeId service);
    void assignSpans();
    [[nodiscard]] NodeId operationOf(SpanRow span, std::vector<SpanRow>& path) const;
    [[nodiscard]] std::optional<std::uint32_t> boxAround(NodeId recorded) const;
    [[nodiscard]] bool isCollapsed(NodeId recorded) const;
    void makeLabelsUnique();

    const SpanTable& m_spans;
    const CallTable& m_calls;
    const StringPool& m_strings;
    const ProjectionPlan& m_plan;
    std::vector<Node> m_nodes;
    std::vector<ProjectedNode> m_facts;
    std::vector<ProjectedBox> m_boxes;
    std::vector<std::optional<std::uint32_t>> m_boxOfGroup; ///< by group
    std::vector<NodeId> m_nodeOf;                           ///< by recorded node
    std::vector<NodeId> m_spanNode;
    std::unordered_map<NodeId, Operations> m_operations; ///< by recorded service
    std::unordered_map<std::string, NodeId> m_queues;    ///< by name
};

} // namespace hallway
