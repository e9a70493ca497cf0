// All nodes a capture may have: the services that emitted spans and the peers they name (calls.md rules 2, 11
// and 12; names as in section 3).
#pragma once

#include "analysis/Peer.h"
#include "trace/CallTable.h"
#include "trace/ResourceTable.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hallway {

/// While calls are built, nodes have provisional ids: services first, then `user`, `(missing parent)` and one
/// for each peer of another kind and name. Which of them the capture has is known when all calls are. Peers
/// must outlive it; asking it changes nothing, so any number of threads may.
class NodeDirectory {
public:
    /// Knows every service of `resources` that `used` marks (by ResourceId), and every peer.
    NodeDirectory(const ResourceTable& resources, const std::vector<bool>& used, const PeerTable& peers,
                  const StringPool& strings);

    /// Services are numbered in the order of (namespace, name), so comparing ids compares those.
    [[nodiscard]] NodeId serviceOf(ResourceId resource) const { return m_byResource[resource.index()]; }
    [[nodiscard]] const Node& service(NodeId id) const { return m_services[id.index()]; }

    /// Rule 12: the instrumented service a peer's name means, seen from a caller; invalid = none.
    [[nodiscard]] NodeId serviceNamed(PeerId peer, NodeId caller) const;
    [[nodiscard]] NodeId user() const { return NodeId(m_services.size()); }
    [[nodiscard]] NodeId missingParent() const { return NodeId(m_services.size() + 1); }
    [[nodiscard]] NodeId virtualNode(PeerId peer) const { return m_peers[peer.index()].node; }

    /// What the calls turned out to need.
    struct Needed {
        std::vector<bool> peers; ///< by PeerId: those whose virtual node a call has
        bool user = false, missingParent = false;
    };
    /// All services and what is needed, in their final order with labels, and where each provisional id went.
    struct Finished {
        std::vector<Node> nodes;
        std::vector<NodeId> renumbered; ///< by provisional id; invalid for those not needed
    };
    [[nodiscard]] Finished finish(const Needed& needed) const;

private:
    using Candidates = std::vector<NodeId>;
    struct PeerPlace {
        NodeId node;
        const Candidates* services = nullptr; ///< that its name may mean; null = none
    };
    [[nodiscard]] const Candidates* servicesNamed(std::string_view name) const;
    [[nodiscard]] const Candidates* servicesMeantBy(const Peer& peer) const;
    [[nodiscard]] std::vector<std::pair<Node, NodeId>> nodesNeeded(const Needed& needed) const;

    const PeerTable* m_peerTable;
    std::vector<Node> m_services;
    std::vector<NodeId> m_byResource;
    std::unordered_map<std::string, Candidates> m_exact, m_lowerCase;
    std::vector<PeerPlace> m_peers; ///< by PeerId
    std::size_t m_provisional = 0;  ///< ids given
};

} // namespace hallway
