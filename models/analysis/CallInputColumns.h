// What CallInput keeps of each span until the calls are built, about 60 bytes. Private to the call building
// of this room.
#pragma once

#include "analysis/CallBuilder.h"
#include "analysis/Column.h"
#include "analysis/TraceNumbers.h"

#include <utility>
#include <vector>

namespace hallway {

struct RawLink {
    StoreRow span; ///< that holds the link
    TraceId trace;
    SpanId target;
};

/// Spans as imported; the columns of spans are indexed by StoreRow. Call building frees each as soon as it
/// can.
struct CallInput::Columns {
    Columns(StringPool& pool, const ResourceTable& table)
        : strings(&pool), resources(&table), reader(pool, peers) {}

    const StringPool* strings;
    const ResourceTable* resources;
    PeerTable peers;
    SpanFactsReader reader;

    Column<std::uint64_t> id, parent; ///< SpanId::value
    Column<Timestamp> start, end;
    Column<std::uint32_t> trace;     ///< number in `traces`
    Column<std::uint32_t> operation; ///< see SpanFacts
    Column<StringId> name;
    Column<ResourceId> resource;
    Column<PeerId> peer;                  ///< SpanFacts::queue of receiving spans, SpanFacts::peer of others
    Column<std::uint16_t> attributeCount; ///< saturated
    Column<SpanFlags> flags;
    Column<SpanTraits> traits;
    Column<std::uint8_t> kindAndStatus; ///< as in SpanTable

    std::vector<std::pair<StoreRow, PeerId>>
        callersOfReceivers; ///< SpanFacts::peer of receiving SERVER spans
    Column<RawLink> links;  ///< in the order of their spans
    TraceNumbers traces;
    std::vector<bool> isZipkinTrace; ///< by number in `traces`, as far as the last one that is

    void markZipkinTrace(std::uint32_t number) {
        if (number >= isZipkinTrace.size()) isZipkinTrace.resize(number + 1);
        isZipkinTrace[number] = true;
    }
    [[nodiscard]] std::size_t size() const { return id.size(); }
    /// Adds rows, to be filled.
    void grow(std::size_t rows) {
        const auto growAll = [rows](auto&... columns) { (columns.grow(rows), ...); };
        growAll(id, parent, start, end, trace, operation, name, resource, peer, attributeCount, flags, traits,
                kindAndStatus);
    }
    [[nodiscard]] SpanKind kind(std::size_t row) const {
        return static_cast<SpanKind>(kindAndStatus[row] & 0xf);
    }
    [[nodiscard]] SpanId spanId(std::size_t row) const { return {id[row], (kindAndStatus[row] & 0x40) != 0}; }
    [[nodiscard]] SpanId parentId(std::size_t row) const { return {parent[row], traits[row].opaqueParent}; }
};

} // namespace hallway
