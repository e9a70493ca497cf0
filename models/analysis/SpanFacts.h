// What calls are built from, apart from a span's own fields: read once from its attributes when it is
// imported, so that the attributes need not stay in memory.
#pragma once

#include "analysis/Failure.h"
#include "analysis/Peer.h"
#include "trace/SpanBatch.h"

#include <cstdint>

namespace hallway {

/// messaging.operation.type with its old names folded (calls.md, words).
enum class MessagingRole : std::uint8_t { None, Create, Send, Receive, Process, Settle };

struct SpanFacts {
    PeerId peer;  ///< CLIENT and PRODUCER: rule 11's peer; SERVER: the caller it names; invalid = none
    PeerId queue; ///< receiving spans: rule 11's queue name
    std::uint64_t operation = 0; ///< hash of what rule 24 (iv) calls the same operation
    MessagingRole role = MessagingRole::None;
    FailureKind failure = FailureKind::None; ///< None = this side did not fail
    bool hasSystem = false;                  ///< db.system, messaging.system or rpc.system: rule 9 (2)
    bool isBare = true;                      ///< rule 9
    bool isResend = false;                   ///< rule 24 (i)
    bool isRedelivery = false;               ///< rule 24 (iii)
    bool isEmptyBatch = false;               ///< messaging.batch.message_count = 0: rule 13
    bool hasException = false;
};

/// A CONSUMER, or any span whose operation is receive or process.
[[nodiscard]] constexpr bool isReceiving(SpanKind kind, MessagingRole role) {
    return kind == SpanKind::Consumer || role == MessagingRole::Receive || role == MessagingRole::Process;
}

class SpanFactsReader {
public:
    SpanFactsReader(const StringPool& strings, PeerTable& peers)
        : m_strings(&strings), m_peers(&peers), m_attributes(strings) {}

    /// `service` is the span's service name, "(no service)" when missing.
    [[nodiscard]] SpanFacts read(const SpanRecord& span, const SpanBatch& batch, std::string_view service);

private:
    [[nodiscard]] std::uint64_t operationOf(const SpanRecord& span) const;

    const StringPool* m_strings;
    PeerTable* m_peers;
    KnownAttributes m_attributes;
};

} // namespace hallway
