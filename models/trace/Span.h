// One span as an export holds it, and the vocabulary of its fields.
#pragma once

#include "base/StringPool.h"
#include "base/Time.h"
#include "trace/Ids.h"

#include <cstdint>
#include <string_view>

namespace hallway {

using ResourceId = StrongId<struct ResourceTag>;
using ScopeId = StrongId<struct ScopeTag>;
using SourceId = StrongId<struct SourceTag>;
/// Number of a span's row in the store; also the order of arrival over all files of an import.
using StoreRow = StrongId<struct StoreRowTag>;

/// OTLP numbering; Unspecified counts as Internal where structure is asked.
enum class SpanKind : std::uint8_t {
    Unspecified = 0,
    Internal = 1,
    Server = 2,
    Client = 3,
    Producer = 4,
    Consumer = 5
};
enum class SpanStatus : std::uint8_t { Unset = 0, Ok = 1, Error = 2 };
/// "server", "error": what JSON prints and a filter reads.
[[nodiscard]] std::string_view wordOf(SpanKind kind);
[[nodiscard]] std::string_view wordOf(SpanStatus status);

/// Facts about a record that its other fields do not tell; bits of SpanRecord::flags and SpanTable::flags.
enum class SpanFlag : std::uint16_t {
    RemoteKnown = 1 << 0,    ///< OTLP flag 0x100
    Remote = 1 << 1,         ///< OTLP flag 0x200: the parent is remote
    SyntheticTrace = 1 << 2, ///< the file's trace id was empty or zero; ours derives from content
    SyntheticId = 1 << 3,    ///< likewise the span id, or the second of a shared id (calls.md rules 1 and 3)
    ZipkinError = 1 << 4,    ///< Zipkin tag `error` present
    SkewCorrected = 1 << 5,  ///< a Jaeger warning says the times were adjusted already: do not correct twice
    SelfParent = 1 << 6,     ///< its parent id was its own id: treated as root (rule 4)
    CycleBroken = 1 << 7,    ///< its parent link closed a cycle: treated as root (rule 4)
    Orphan = 1 << 8,         ///< parent id set, parent absent (rule 14)
    Failed = 1 << 9,         ///< rule 22, own side
    Unfinished = 1 << 10,    ///< no end
    NegativeDuration = 1 << 11, ///< end before start
    Incomplete = 1 << 12,       ///< the exporter dropped attributes, events or links
    HasLinks = 1 << 13,
    HasException = 1 << 14, ///< an `exception` event
    Entry = 1 << 15,        ///< rule 25
};

class SpanFlags {
public:
    constexpr SpanFlags() = default;
    constexpr SpanFlags(SpanFlag flag) : m_bits(static_cast<std::uint16_t>(flag)) {}
    [[nodiscard]] static constexpr SpanFlags fromBits(std::uint16_t bits) {
        SpanFlags flags;
        flags.m_bits = bits;
        return flags;
    }
    [[nodiscard]] constexpr std::uint16_t bits() const { return m_bits; }
    [[nodiscard]] constexpr bool has(SpanFlag flag) const {
        return (m_bits & static_cast<std::uint16_t>(flag)) != 0;
    }
    constexpr void set(SpanFlag flag, bool on = true) {
        const auto bit = static_cast<std::uint16_t>(flag);
        m_bits = static_cast<std::uint16_t>(on ? m_bits | bit : m_bits & ~bit);
    }
    constexpr bool operator==(const SpanFlags&) const = default;

private:
    std::uint16_t m_bits = 0;
};

/// Of Zipkin alone: a span may be told in several records, and its two sides under one id (formats.md 4.1).
enum class ZipkinRecord : std::uint8_t {
    None,   ///< a record of another format
    Own,    ///< of the side that made the id
    Shared, ///< of the side that was given it: flag `shared`
    Merged, ///< another record of its side says everything now; such a one never reaches a SpanSink
};

/// A part of SpanBatch::bytes.
struct ByteRange {
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
};

struct SpanRecord {
    TraceId trace;
    SpanId id;
    SpanId parent;   ///< zero = none
    Timestamp start; ///< raw; 0 = absent
    Timestamp end;   ///< raw; 0 = absent (unfinished)
    StringId name;
    StringId statusMessage;
    StringId traceState;
    ResourceId resource;
    ScopeId scope;
    SpanKind kind = SpanKind::Unspecified;
    SpanStatus status =
        SpanStatus::Unset; ///< after the importing format's own rules (calls.md rule 22, last part)
    ZipkinRecord zipkin = ZipkinRecord::None;
    SpanFlags flags;
    std::uint32_t droppedCount = 0; ///< attributes, events and links the exporter dropped
    std::uint32_t attributeCount = 0;
    ByteRange attributes;        ///< packed, Attribute.h
    ByteRange events;            ///< packed, Event.h
    ByteRange links;             ///< packed, Event.h
    std::uint32_t firstLink = 0; ///< into SpanBatch::links
    std::uint32_t linkCount = 0;
};

} // namespace hallway
