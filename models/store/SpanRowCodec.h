// One row of `span_row`: how a span's record becomes columns and comes back.
#pragma once

#include "store/RecordBuilder.h"
#include "store/Statement.h"
#include "trace/SpanBatch.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// The columns, in the order of spanRowColumns. Views point into a batch or the current row of a statement.
struct SpanRowFields {
    StoreRow row;
    TraceId trace;
    SpanId id;
    SpanId parent;
    Timestamp start, end;
    StringId name;
    ResourceId resource;
    ScopeId scope;
    SourceId source;
    SpanKind kind = SpanKind::Unspecified;
    SpanStatus status = SpanStatus::Unset;
    StringId message;
    StringId state;
    std::uint32_t dropped = 0;
    std::string_view attributes, events, links;
};

inline constexpr const char* spanRowColumns =
    "row, trace, id, parent, start_ns, end_ns, name, resource, scope, source, kind, "
    "status, message, state, dropped, checksum, attributes, events, links";

[[nodiscard]] SpanRowFields fieldsOf(const SpanBatch& batch, const SpanRecord& record, StoreRow row,
                                     SourceId source);

/// Over all fields but the times, which live in the columns of SpanTable; 32 bits, to be cheap in a million
/// rows.
[[nodiscard]] std::int32_t checksumOf(const SpanRowFields& fields);

/// The row as TableBuilder wants it; valid as long as the builder's.
[[nodiscard]] std::string_view recordOf(const SpanRowFields& fields, RecordBuilder& record);

/// Where the attributes of a span lie; points into a record.
struct SpanRowAttributes {
    ResourceId resource;
    ScopeId scope; ///< invalid: none
    std::string_view attributes, events, links;
};
enum class SpanPart : std::uint8_t { Resource, Attributes, Events, Links };
/// Of a row as recordOf() makes it, no further than `last`, so that the record's beginning may be enough.
/// Without a look at the checksum; nothing if what is read is damaged or not there.
[[nodiscard]] std::optional<SpanRowAttributes> readAttributes(std::string_view record, SpanPart last);

/// What stands at the beginning of a record.
struct SpanRowHead {
    SpanId parent; ///< zero: none
    Timestamp start;
    StringId message; ///< invalid or empty: none
};
/// Nothing if it is damaged.
[[nodiscard]] std::optional<SpanRowHead> readHead(std::string_view record);

/// The current row of a select of spanRowColumns; nothing if its checksum does not fit.
[[nodiscard]] std::optional<SpanRowFields> readSpanRow(const Statement& row);

} // namespace hallway
