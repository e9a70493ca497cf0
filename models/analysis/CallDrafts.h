// Calls before they have their edge and place. Private to this room.
#pragma once

#include "analysis/NodeDirectory.h"
#include "trace/CallTable.h"

#include <optional>
#include <vector>

namespace hallway {

struct CallDraft {
    NodeId caller, callee; ///< provisional, see NodeDirectory
    SpanRow client;        ///< caller span; invalid = no caller-side span
    SpanRow server;
    SpanRow leaving; ///< the span at which the call leaves the caller, to find the entry; invalid = none
    std::uint16_t flags = 0; ///< as in CallTable
    CallClass callClass = CallClass::Rpc;

    void set(CallFlag flag) { flags = static_cast<std::uint16_t>(flags | static_cast<std::uint16_t>(flag)); }
    void set(FailureKind kind) {
        flags = static_cast<std::uint16_t>(flags | (static_cast<unsigned>(kind) << 12));
    }
    [[nodiscard]] bool has(CallFlag flag) const { return (flags & static_cast<std::uint16_t>(flag)) != 0; }
    /// Rule 32.
    [[nodiscard]] Timestamp time(const SpanTable& spans) const {
        return spans.start[(has(CallFlag::ClientSide) ? client : server).index()];
    }
};

/// The calls that one thread found.
struct CallDrafts {
    explicit CallDrafts(std::size_t peers) { needed.peers.resize(peers, false); }

    std::vector<CallDraft> calls;
    /// Rule 21, by index of the call, ascending.
    std::vector<std::pair<std::uint32_t, Duration>> deliveries;
    NodeDirectory::Needed needed;

    /// The service that a peer's name means, seen from `other`, else the peer's own node, which is needed
    /// then.
    [[nodiscard]] NodeId nodeOf(PeerId peer, NodeId other, const NodeDirectory& nodes) {
        const NodeId service = nodes.serviceNamed(peer, other);
        if (service.valid()) return service;
        needed.peers[peer.index()] = true;
        return nodes.virtualNode(peer);
    }
    /// Adds a call of a message. `arrival` where it is not the server's start: the end of the receive span
    /// that delivered it.
    void addMessage(CallDraft call, std::optional<Timestamp> arrival, const SpanTable& spans);
};

} // namespace hallway
