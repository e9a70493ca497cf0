// Which group each service belongs to: its value of a resource attribute.
#pragma once

#include "trace/CallTable.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hallway {

/// One value a service's resources give, and how many of its spans come from those.
struct GroupVote {
    NodeId node;
    std::string value;
    std::uint64_t spans = 0;
};

struct NodeGroups {
    std::string key;                ///< the attribute, e.g. "k8s.namespace.name"
    std::vector<std::string> names; ///< ascending in byte order
    /// By NodeId: index into names; nothing for virtual nodes and services without the attribute.
    std::vector<std::optional<std::uint32_t>> of;
    /// Services whose resources say several values, ascending, each with the share of its spans (0 … 1) that
    /// say the one it was given.
    std::vector<std::pair<NodeId, double>> mixed;
    std::size_t withoutValue = 0; ///< services that no resource gives a value
    bool operator==(const NodeGroups&) const = default;

    [[nodiscard]] std::optional<std::uint32_t> indexOf(std::string_view name) const; ///< into names
};

/// Each service goes where most of its spans are; of equal numbers, to the first value in byte order. Votes
/// for one node and value add up.
[[nodiscard]] NodeGroups groupsOf(std::string key, const std::vector<Node>& nodes,
                                  std::vector<GroupVote> votes);

} // namespace hallway
