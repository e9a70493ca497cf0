// What CallInput keeps of each span until the calls are built. Private to the call building of this room.
#pragma once

#include "analysis/CallBuilder.h"

#include <unordered_map>
#include <vector>

namespace hallway {

/// A span as imported; its index is its StoreRow.
struct RawSpan {
    std::uint64_t id = 0, parent = 0;
    Timestamp start, end;
    std::uint64_t operation = 0;
    std::uint32_t trace = 0; ///< index into CallInput::Columns::traces
    StringId name;
    ResourceId resource;
    PeerId peer, queue;
    std::uint16_t attributeCount = 0; ///< saturated
    SpanFlags flags;
    SpanKind kind = SpanKind::Unspecified;
    SpanStatus status = SpanStatus::Unset;
    MessagingRole role = MessagingRole::None;
    FailureKind failure = FailureKind::None;
    bool opaqueId : 1 = false;
    bool opaqueParent : 1 = false;
    bool hasSystem : 1 = false;
    bool isBare : 1 = true;
    bool isResend : 1 = false;
    bool isRedelivery : 1 = false;
    bool isEmptyBatch : 1 = false;

    [[nodiscard]] SpanId spanId() const { return {id, opaqueId}; }
    [[nodiscard]] SpanId parentId() const { return {parent, opaqueParent}; }
};

struct RawLink {
    std::uint32_t span = 0; ///< index of the RawSpan that holds the link
    TraceId trace;
    SpanId target;
};

struct CallInput::Columns {
    Columns(StringPool& pool, const ResourceTable& table)
        : strings(&pool), resources(&table), reader(pool, peers) {}

    StringPool* strings;
    const ResourceTable* resources;
    PeerTable peers;
    SpanFactsReader reader;
    std::vector<RawSpan> spans;
    std::vector<RawLink> links;
    std::vector<TraceId> traces;
    std::unordered_map<TraceId, std::uint32_t, TraceIdHash> traceIndex;
};

} // namespace hallway
