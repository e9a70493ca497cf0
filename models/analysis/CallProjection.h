// The calls of a capture between other nodes than the recorded ones: services put together in groups, a
// service taken apart into its operations, queues between producers and consumers.
//
// All figures of such a graph are derived from the projected calls by deriveGraph(), as those of the recorded
// graph are: counts add up, and no percentile is ever made of percentiles.
#pragma once

#include "analysis/NodeGroups.h"
#include "analysis/ServiceGraph.h"
#include "analysis/Subset.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

/// Where the messages of a call went (calls.md rule 18).
struct CallDestinations {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    struct Queue {
        std::string name;
        std::string system; ///< "" = not known
        bool operator==(const Queue&) const = default;
    };
    std::vector<Queue> queues;
    std::vector<std::uint32_t> of; ///< by CallRow: index into queues; none for calls that are no messages
};

/// What is to be projected. Equal plans of one capture give equal projections.
struct ProjectionPlan {
    std::shared_ptr<const NodeGroups> groups;             ///< null: no boxes
    std::vector<std::uint32_t> collapsed;                 ///< ascending: groups shown as one node
    std::vector<NodeId> expanded;                         ///< ascending: services shown as their operations
    std::shared_ptr<const CallDestinations> destinations; ///< null: messages go from service to service

    /// Without boxes it changes nothing but how the graph is laid out.
    [[nodiscard]] bool movesCalls() const {
        return !collapsed.empty() || !expanded.empty() || destinations != nullptr;
    }
    bool operator==(const ProjectionPlan&) const = default;
};

enum class ProjectedAs : std::uint8_t {
    Recorded,
    Group,
    Operation,        ///< entries of a service with one name, and their local trees
    OtherOperations,  ///< the less frequent ones together
    UnknownOperation, ///< of calls without a span of that service
    Destination,      ///< a queue that no recorded node stands for
};

struct ProjectedNode {
    ProjectedAs as = ProjectedAs::Recorded;
    NodeId source;             ///< the recorded node, or the service of an operation; else invalid
    std::uint32_t members = 0; ///< services of a group, operations among the others; else 0
    std::uint64_t innerCalls = 0, innerFailed = 0; ///< of a group: calls between its members
    std::optional<std::uint32_t> box;              ///< the innermost one it stands in
    bool operator==(const ProjectedNode&) const = default;
};

/// A frame around nodes: a group that is not collapsed, or a service around its operations.
struct ProjectedBox {
    std::string label;
    std::optional<std::uint32_t> parent; ///< index of the box around it, which stands before it
    std::optional<std::uint32_t> group;  ///< index into NodeGroups::names
    NodeId service;                      ///< valid where it is no group
    bool operator==(const ProjectedBox&) const = default;
};

/// Nodes and edges have ids of their own. Immutable once made.
struct CallProjection {
    CallTable calls;                              ///< Node::label is unique here too
    std::vector<NodeId> spanNode;                 ///< by SpanRow
    SpanSet entries;                              ///< by which requests come into nodes
    std::vector<CallRow> source;                  ///< by row of `calls`: the recorded call
    std::vector<ProjectedNode> nodes;             ///< by NodeId
    std::vector<ProjectedBox> boxes;              ///< outer ones first
    std::vector<NodeId> nodeOf;                   ///< by recorded NodeId; invalid for one taken apart
    std::vector<std::vector<EdgeId>> edgeSources; ///< by EdgeId: the recorded edges, ascending

    /// An edge that shows calls of the recorded one; nothing if they are all within a group.
    [[nodiscard]] std::optional<EdgeId> edgeOf(EdgeId recorded) const;
    /// The recorded edge all of whose calls, and no others, this one shows.
    [[nodiscard]] std::optional<EdgeId> recordedEdgeOf(EdgeId projected) const;
};

/// Pure. The entries of a collapsed group are those that no call from within it reaches, and what leaves the
/// group counts to them (calls.md rule 25 with the group as the node). A message between two services becomes
/// two calls: one into the queue with the producer's time and failure, one out of it with the consumer's.
[[nodiscard]] CallProjection projectCalls(const SpanTable& spans, const CallTable& calls,
                                          const StringPool& strings, const ProjectionPlan& plan);

/// Only boxes: nodes and edges keep their ids, and no calls are held.
struct NodeBoxes {
    std::vector<ProjectedBox> boxes;
    std::vector<std::optional<std::uint32_t>> of; ///< by recorded NodeId
};
[[nodiscard]] NodeBoxes boxesOf(const NodeGroups& groups);

/// The figures of the projected nodes and edges for a subset of the recorded calls.
[[nodiscard]] ServiceGraph deriveGraph(const SpanTable& spans, const CallProjection& projection,
                                       const Subset& recorded, unsigned threads = 0);

} // namespace hallway
