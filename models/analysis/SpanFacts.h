// What calls are built from, apart from a span's own fields: read once from its attributes when it is
// imported, so that the attributes need not stay in memory.
#pragma once

#include "analysis/Failure.h"
#include "analysis/PeerReader.h"
#include "base/Hash.h"
#include "trace/ResourceTable.h"
#include "trace/SpanBatch.h"

#include <array>
#include <cstdint>

namespace hallway {

/// messaging.operation.type with its old names folded (calls.md, words).
enum class MessagingRole : std::uint8_t { None, Create, Send, Receive, Process, Settle };

/// The small facts, packed: every span of an import has them.
struct SpanTraits {
    MessagingRole role : 4 = MessagingRole::None;
    FailureKind failure : 4 = FailureKind::None; ///< None = this side did not fail
    bool hasSystem : 1 = false;                  ///< db.system, messaging.system or rpc.system: rule 9 (2)
    bool isBareClient : 1 = false;               ///< rule 9
    bool isResend : 1 = false;                   ///< rule 24 (i)
    bool isRedelivery : 1 = false;               ///< rule 24 (iii)
    bool isEmptyBatch : 1 = false;               ///< messaging.batch.message_count = 0: rule 13
    bool hasException : 1 = false;
    bool opaqueParent : 1 = false; ///< the parent id is an opaque one
};
static_assert(sizeof(SpanTraits) == 2);

struct SpanFacts {
    PeerId peer;  ///< CLIENT and PRODUCER: rule 11's peer; SERVER: the caller it names; invalid = none
    PeerId queue; ///< receiving spans: rule 11's queue name
    std::uint32_t operation = 0; ///< hash of what, beside the name, rule 24 (iv) calls the same operation
    SpanTraits traits;
};

/// A CONSUMER, or any span whose operation is receive or process.
[[nodiscard]] constexpr bool isReceiving(SpanKind kind, MessagingRole role) {
    return kind == SpanKind::Consumer || role == MessagingRole::Receive || role == MessagingRole::Process;
}

class SpanFactsReader {
public:
    SpanFactsReader(const StringPool& strings, PeerTable& peers)
        : m_strings(&strings), m_peers(&peers), m_peerReader(peers), m_attributes(strings) {}

    /// `resource` is the span's.
    [[nodiscard]] SpanFacts read(const SpanRecord& span, const SpanBatch& batch, const Resource& resource);

private:
    /// Many spans have the same few names.
    struct NameHash {
        StringId name;
        std::uint64_t hash = hashOf({});
    };
    [[nodiscard]] std::uint64_t hashOfName(StringId name);
    [[nodiscard]] std::uint32_t operationOf(const SpanRecord& span);
    [[nodiscard]] PeerId peerOf(NodeKind kind, const Resource& resource);

    const StringPool* m_strings;
    PeerTable* m_peers;
    PeerReader m_peerReader;
    KnownAttributes m_attributes;
    std::array<NameHash, 512> m_names; ///< by id, a later one in place of another
};

} // namespace hallway
