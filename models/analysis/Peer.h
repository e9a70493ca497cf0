// Who a span says is at the other end, where that side left no span (calls.md rules 10, 11 and 13).
#pragma once

#include "analysis/KnownAttributes.h"
#include "base/StrongId.h"
#include "trace/CallTable.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hallway {

struct Peer {
    NodeKind kind = NodeKind::External;
    PeerRule rule = PeerRule::Unknown;
    std::string name;      ///< with its port where rule 11 appends one
    std::string bare;      ///< without: what rule 12 compares with services
    std::string nameSpace; ///< service.peer.namespace
    std::string system;    ///< db.system or messaging.system
    bool operator==(const Peer&) const = default;

    /// Rule 12: not names taken from a database namespace, a destination or a system.
    [[nodiscard]] bool mayBeService() const;
};

/// Rule 10's kind of the other end of a CLIENT or PRODUCER span.
[[nodiscard]] NodeKind peerKindOf(const KnownAttributes& attributes, bool isProducer);
/// Rule 11 for a given kind; `service` is the span's own service name, for `unknown (<service>)`.
[[nodiscard]] Peer peerOf(const KnownAttributes& attributes, NodeKind kind, std::string_view service);
/// Whether attributes other than URLs name the address: then peerOf() looks at no URL.
[[nodiscard]] bool namesHost(const KnownAttributes& attributes);
/// Rule 13: the caller a SERVER span names by service.peer.name or peer.service.
[[nodiscard]] std::optional<Peer> callerNamedBy(const KnownAttributes& attributes);

struct HostAndPort {
    std::string host; ///< lower case; "" when the text holds none
    std::optional<std::int64_t> port;
};
/// Strips scheme, userinfo, path and query.
[[nodiscard]] HostAndPort hostOf(std::string_view address);

using PeerId = StrongId<struct PeerTag>;

/// Each different peer once: spans keep four bytes.
class PeerTable {
public:
    PeerId intern(Peer peer);
    [[nodiscard]] const Peer& operator[](PeerId id) const { return m_peers[id.index()]; }
    [[nodiscard]] std::size_t size() const { return m_peers.size(); }

private:
    std::vector<Peer> m_peers;
    std::unordered_map<std::string, PeerId> m_ids;
};

} // namespace hallway
