// All nodes of a capture: the services that emitted spans and the virtual peers found while building calls
// (calls.md rules 2, 11 and 12; names as in section 3).
#pragma once

#include "analysis/Peer.h"
#include "trace/CallTable.h"
#include "trace/ResourceTable.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hallway {

class NodeDirectory {
public:
    /// Knows every service of `resources` that `used` marks (by ResourceId).
    NodeDirectory(const ResourceTable& resources, const std::vector<bool>& used, const StringPool& strings);

    /// Services are numbered in the order of (namespace, name), so comparing ids compares those.
    [[nodiscard]] NodeId serviceOf(ResourceId resource) const { return m_byResource[resource.index()]; }
    [[nodiscard]] const Node& operator[](NodeId id) const { return m_nodes[id.index()]; }
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }

    /// Rule 12: the instrumented service a peer's name means, seen from a caller; invalid = none.
    [[nodiscard]] NodeId serviceNamed(const Peer& peer, NodeId caller) const;
    /// The virtual node of a peer, added if new.
    NodeId virtualNode(const Peer& peer);
    NodeId user();
    NodeId missingParent();

    /// Ends building: nodes in their final order with labels, and where each old id went.
    struct Finished {
        std::vector<Node> nodes;
        std::vector<NodeId> renumbered; ///< by old id
    };
    [[nodiscard]] Finished finish() const;

private:
    using Candidates = std::vector<NodeId>;
    [[nodiscard]] const Candidates* servicesNamed(std::string_view name) const;
    NodeId addVirtual(Node node);

    std::vector<Node> m_nodes;
    std::vector<NodeId> m_byResource;
    std::unordered_map<std::string, Candidates> m_exact, m_lowerCase;
    std::map<std::pair<NodeKind, std::string>, NodeId> m_virtual;
    NodeId m_missingParent;
};

} // namespace hallway
