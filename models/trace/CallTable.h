// Calls between nodes, and the nodes and edges they run between (calls.md section 1).
#pragma once

#include "base/Time.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

using EdgeId = StrongId<struct EdgeTag>;
using CallRow = StrongId<struct CallRowTag>;

enum class NodeKind : std::uint8_t { Service, Database, Queue, Function, External, User };
enum class CallClass : std::uint8_t { Rpc, Messaging, Database, Function, External, Unpaired };

/// Which part of rule 11 named a virtual node.
enum class PeerRule : std::uint8_t {
    None,
    ServicePeerName,
    PeerService,
    DatabaseName,
    DestinationName,
    FunctionName,
    Address,
    NetworkPeer,
    RpcService,
    DatabaseSystem,
    MessagingSystem,
    GenAi,
    Unknown,
    Caller,
    MissingParent,
};

struct Node {
    std::string name;
    std::string nameSpace; ///< service.namespace, "" when none
    std::string label;     ///< what JSON and views print: unique among all nodes (calls.md section 3)
    NodeKind kind = NodeKind::Service;
    PeerRule rule = PeerRule::None;
    std::string system;         ///< db.system / messaging.system of a virtual node, "" when unknown
    bool noService = false;     ///< the node `(no service)`
    bool missingParent = false; ///< the node `(missing parent)`
    bool operator==(const Node&) const = default;
};

/// Calls [firstCall, firstCall + callCount) of the CallTable, sorted by time.
struct Edge {
    NodeId caller;
    NodeId callee;
    CallClass callClass = CallClass::Rpc;
    std::uint32_t firstCall = 0;
    std::uint32_t callCount = 0;
    bool operator==(const Edge&) const = default;
};

enum class CallFlag : std::uint16_t {
    ClientSide = 1 << 0,           ///< client-side latency and status stand on this call (rule 8)
    Failed = 1 << 1,               ///< rule 22
    FailedHere = 1 << 2,           ///< rule 23
    StrictFailed = 1 << 3,         ///< status ERROR on either side
    Retry = 1 << 4,                ///< rule 24
    ExtraAttempt = 1 << 5,         ///< rule 8
    ServerSpanMissing = 1 << 6,    ///< rule 12
    HasDelivery = 1 << 7,          ///< rule 21: the call is in CallTable::delivered
    DeliverySkewed = 1 << 8,       ///< rule 21: negative both ways, excluded
    ServerOutlivesClient = 1 << 9, ///< rule 20: network time would be negative
};

/// First eight of rule 22's split, as bits 12..15 of the flags.
enum class FailureKind : std::uint8_t { None, Http4xx, Http5xx, Timeout, Cancelled, Transport, Other };

/// Sorted by (edge, time, then content), so that equal captures give equal tables. All columns have the same
/// length, those of deliveries one of their own.
struct CallTable {
    std::vector<SpanRow>
        client; ///< the caller span (rule 7), also where it gives no client side; invalid = none
    std::vector<SpanRow> server; ///< the callee's span; invalid = none
    std::vector<SpanRow>
        entry; ///< the caller's entry whose local tree the call leaves (rule 25); invalid = none
    std::vector<Timestamp> time;      ///< rule 32
    std::vector<std::uint16_t> flags; ///< CallFlag bits, FailureKind in bits 12..15
    std::vector<CallRow> delivered;   ///< the calls with HasDelivery, ascending
    std::vector<Duration> delivery;   ///< rule 21, of each of those

    std::vector<Node> nodes; ///< sorted by (kind, namespace, name)
    std::vector<Edge> edges; ///< sorted by (caller label, callee label, class word), byte order

    [[nodiscard]] std::size_t size() const { return time.size(); }
    [[nodiscard]] bool has(CallRow call, CallFlag flag) const {
        return (flags[call.index()] & static_cast<std::uint16_t>(flag)) != 0;
    }
    [[nodiscard]] FailureKind failureKind(CallRow call) const {
        return static_cast<FailureKind>(flags[call.index()] >> 12);
    }
    [[nodiscard]] EdgeId edgeOf(CallRow call) const; ///< bisection
    /// The span whose start is the call's time (rule 32): the caller span where it gives a client side, else
    /// the callee's.
    [[nodiscard]] SpanRow timedBy(CallRow call) const {
        return has(call, CallFlag::ClientSide) ? client[call.index()] : server[call.index()];
    }
    [[nodiscard]] std::optional<Duration> deliveryOf(CallRow call) const;

    /// Client-side duration: the caller span's, where it gives a client side and is finished.
    [[nodiscard]] std::optional<Duration> clientDuration(CallRow call, const SpanTable& spans) const;
    [[nodiscard]] std::optional<Duration> serverDuration(CallRow call, const SpanTable& spans) const;
    /// Rule 19: client side if present, else server side.
    [[nodiscard]] std::optional<Duration> latency(CallRow call, const SpanTable& spans) const;
};

/// The words of calls.md section 3.
[[nodiscard]] std::string_view wordOf(NodeKind kind);
[[nodiscard]] std::string_view wordOf(CallClass callClass);
[[nodiscard]] std::string_view wordOf(FailureKind kind);

} // namespace hallway
