// The hot columns of all spans of an open capture: structure of arrays, about 50 bytes a span.
// Attributes, events and links stay in the store until somebody looks.
#pragma once

#include "base/Time.h"
#include "trace/Ids.h"
#include "trace/Span.h"
#include "trace/TraceTable.h"

#include <cstdint>
#include <vector>

namespace hallway {

using SpanRow = StrongId<struct SpanRowTag>;
using TraceRow = StrongId<struct TraceRowTag>;
using NodeId = StrongId<struct NodeTag>;

/// Traces sorted by id as text; the spans of a trace sorted by (start, id as text). Same spans, same table,
/// whatever the order of the files. All columns have the same length, those of `traces` one of their own.
struct SpanTable {
    std::vector<Timestamp> start;  ///< raw; 0 = absent
    std::vector<Timestamp> end;    ///< raw; = start where unfinished or negative (see flags)
    std::vector<std::uint64_t> id; ///< SpanId::value
    std::vector<SpanRow> parent;   ///< resolved (calls.md rules 3 and 4); invalid = none
    std::vector<NodeId> node;      ///< the emitting service
    std::vector<StringId> name;
    std::vector<StringId> host; ///< hostKey of calls.md 2.5
    std::vector<StoreRow> storeRow;
    std::vector<SpanFlags> flags;
    std::vector<std::uint8_t> kindAndStatus; ///< kind | status << 4 | opaque id << 6

    TraceTable traces;

    [[nodiscard]] std::size_t size() const { return start.size(); }
    [[nodiscard]] SpanKind kind(SpanRow row) const {
        return static_cast<SpanKind>(kindAndStatus[row.index()] & 0xf);
    }
    [[nodiscard]] SpanStatus status(SpanRow row) const {
        return static_cast<SpanStatus>((kindAndStatus[row.index()] >> 4) & 3);
    }
    [[nodiscard]] SpanId spanId(SpanRow row) const {
        return {id[row.index()], (kindAndStatus[row.index()] & 0x40) != 0};
    }
    [[nodiscard]] bool hasStart(SpanRow row) const { return start[row.index()] > Timestamp(); }
    /// Stands somewhere in time: a start, or a duration that begins at 0 (hand-made traces with relative
    /// times).
    [[nodiscard]] bool hasPlace(SpanRow row) const { return hasStart(row) || hasDuration(row); }
    [[nodiscard]] bool hasDuration(SpanRow row) const {
        return !flags[row.index()].has(SpanFlag::Unfinished) &&
               !flags[row.index()].has(SpanFlag::NegativeDuration);
    }
    /// Zero where hasDuration() is false.
    [[nodiscard]] Duration duration(SpanRow row) const { return end[row.index()] - start[row.index()]; }
    /// The trace a span belongs to; bisection.
    [[nodiscard]] TraceRow traceOf(SpanRow row) const;
    [[nodiscard]] static std::uint8_t pack(SpanKind kind, SpanStatus status, bool opaqueId) {
        return static_cast<std::uint8_t>(static_cast<unsigned>(kind) | (static_cast<unsigned>(status) << 4) |
                                         (opaqueId ? 0x40u : 0u));
    }
};

} // namespace hallway
