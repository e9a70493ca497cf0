#include "store/SpanRowCodec.h"

#include "base/Hash.h"

#include <array>
#include <bit>
#include <cstring>

namespace hallway {

namespace {

// The order of spanRowColumns; parameters of an insert count from 1.
// clang-format off
enum Column : int {
    Row, Trace, Id, Parent, Start, End, Name, Resource, Scope, Source, Kind, StatusCode, Flags, Message, State, Dropped,
    Attributes, Events, Links, Checksum,
};
// clang-format on

using IdBytes = std::array<char, 16>;

void putBigEndian(char* target, std::uint64_t value) {
    for (int i = 7; i >= 0; --i, value >>= 8)
        target[i] = static_cast<char>(value & 0xff);
}

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes.substr(0, 8))
        value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

void bindTrace(Statement& insert, const TraceId& id, IdBytes& bytes) {
    if (id.opaque) return insert.bind(Trace + 1, id.low);
    putBigEndian(bytes.data(), id.high);
    putBigEndian(bytes.data() + 8, id.low);
    insert.bindBlob(Trace + 1, {bytes.data(), 16});
}

void bindSpan(Statement& insert, int column, const SpanId& id, IdBytes& bytes) {
    if (id.opaque) return insert.bind(column + 1, id.value);
    putBigEndian(bytes.data(), id.value);
    insert.bindBlob(column + 1, {bytes.data(), 8});
}

TraceId traceOf(const Statement& row) {
    if (row.type(Trace) == CellType::Integer)
        return {0, static_cast<std::uint64_t>(row.integer(Trace)), true};
    const std::string_view bytes = row.blob(Trace);
    return bytes.size() == 16 ? TraceId{bigEndian(bytes), bigEndian(bytes.substr(8)), false} : TraceId{};
}

SpanId spanOf(const Statement& row, int column) {
    if (row.type(column) == CellType::Integer) return {static_cast<std::uint64_t>(row.integer(column)), true};
    const std::string_view bytes = row.blob(column);
    return bytes.size() == 8 ? SpanId{bigEndian(bytes), false} : SpanId{};
}

} // namespace

SpanRowFields fieldsOf(const SpanBatch& batch, const SpanRecord& record, StoreRow row, SourceId source) {
    return {row,
            record.trace,
            record.id,
            record.parent,
            record.start,
            record.end,
            record.name,
            record.resource,
            record.scope,
            source,
            record.kind,
            record.status,
            record.flags,
            record.statusMessage,
            record.traceState,
            record.droppedCount,
            batch.bytesOf(record.attributes),
            batch.bytesOf(record.events),
            batch.bytesOf(record.links)};
}

std::int32_t checksumOf(const SpanRowFields& fields) {
    const std::array<std::uint64_t, 17> numbers{
        fields.row.value(),
        fields.trace.high,
        fields.trace.low,
        fields.id.value,
        fields.parent.value,
        (fields.trace.opaque ? 1u : 0u) | (fields.id.opaque ? 2u : 0u) | (fields.parent.opaque ? 4u : 0u),
        fields.name.value(),
        fields.resource.value(),
        fields.scope.value(),
        fields.source.value(),
        static_cast<std::uint64_t>(fields.kind) << 8 | static_cast<std::uint64_t>(fields.status),
        fields.flags.bits(),
        fields.message.value(),
        fields.state.value(),
        fields.dropped,
        fields.attributes.size(),
        fields.events.size()};
    std::uint64_t sum = hashOf({reinterpret_cast<const char*>(numbers.data()), sizeof numbers});
    sum = hashOf(fields.attributes, sum);
    if (!fields.events.empty()) sum = hashOf(fields.events, sum);
    if (!fields.links.empty()) sum = hashOf(fields.links, sum);
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(sum));
}

Status writeSpanRow(Statement& insert, const SpanRowFields& fields) {
    IdBytes trace, span, parent;
    insert.bind(Row + 1, fields.row);
    bindTrace(insert, fields.trace, trace);
    bindSpan(insert, Id, fields.id, span);
    if (fields.parent.isZero())
        insert.bindNull(Parent + 1);
    else
        bindSpan(insert, Parent, fields.parent, parent);
    insert.bind(Start + 1, nanosecondsOf(fields.start));
    insert.bind(End + 1, nanosecondsOf(fields.end));
    insert.bind(Name + 1, fields.name);
    insert.bind(Resource + 1, fields.resource);
    insert.bind(Scope + 1, fields.scope);
    insert.bind(Source + 1, fields.source);
    insert.bind(Kind + 1, static_cast<std::int64_t>(fields.kind));
    insert.bind(StatusCode + 1, static_cast<std::int64_t>(fields.status));
    insert.bind(Flags + 1, std::int64_t{fields.flags.bits()});
    insert.bind(Message + 1, fields.message);
    insert.bind(State + 1, fields.state);
    insert.bind(Dropped + 1, std::int64_t{fields.dropped});
    insert.bindBlobOrNull(Attributes + 1, fields.attributes);
    insert.bindBlobOrNull(Events + 1, fields.events);
    insert.bindBlobOrNull(Links + 1, fields.links);
    insert.bind(Checksum + 1, std::int64_t{checksumOf(fields)});
    return insert.run();
}

std::optional<SpanRowFields> readSpanRow(const Statement& row) {
    const SpanRowFields fields{row.id<StoreRow>(Row),
                               traceOf(row),
                               spanOf(row, Id),
                               spanOf(row, Parent),
                               timestampOf(row.integer(Start)),
                               timestampOf(row.integer(End)),
                               row.id<StringId>(Name),
                               row.id<ResourceId>(Resource),
                               row.id<ScopeId>(Scope),
                               row.id<SourceId>(Source),
                               static_cast<SpanKind>(row.integer(Kind)),
                               static_cast<SpanStatus>(row.integer(StatusCode)),
                               SpanFlags::fromBits(static_cast<std::uint16_t>(row.integer(Flags))),
                               row.id<StringId>(Message),
                               row.id<StringId>(State),
                               static_cast<std::uint32_t>(row.integer(Dropped)),
                               row.blob(Attributes),
                               row.blob(Events),
                               row.blob(Links)};
    if (row.integer(Checksum) != checksumOf(fields)) return std::nullopt;
    return fields;
}

} // namespace hallway
