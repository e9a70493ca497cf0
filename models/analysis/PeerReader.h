// Rule 11's peer of one span after the other. Most spans of a service name the same few peers, so what was
// worked out once is recognised by the packed attributes it came from.
#pragma once

#include "analysis/Peer.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace hallway {

/// The table must outlive it.
class PeerReader {
public:
    explicit PeerReader(PeerTable& peers) : m_peers(&peers) {}

    /// As peerOf(), in the table. Equal `service` ids mean equal `serviceName`s.
    [[nodiscard]] PeerId read(const KnownAttributes& attributes, NodeKind kind, StringId service,
                              std::string_view serviceName);

private:
    [[nodiscard]] PeerId workOut(const KnownAttributes& attributes, NodeKind kind,
                                 std::string_view serviceName);
    void remember(PeerId peer);

    PeerTable* m_peers;
    std::unordered_map<Evidence, PeerId, Evidence::Hash> m_known; ///< invalid: it takes the URLs as well
    Evidence m_evidence;                                          ///< kept for its memory
};

} // namespace hallway
