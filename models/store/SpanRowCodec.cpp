#include "store/SpanRowCodec.h"

#include "base/Hash.h"
#include "store/RecordReader.h"

#include <array>
#include <bit>
#include <cstring>

namespace hallway {

namespace {

// The order of spanRowColumns.
// clang-format off
enum Column : int {
    Row, Trace, Id, Parent, Start, End, Name, Resource, Scope, Source, Kind, StatusCode, Message, State, Dropped, Checksum,
    Attributes, Events, Links,
};
// clang-format on

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes.substr(0, 8))
        value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

void add(RecordBuilder& record, const TraceId& id) {
    if (id.opaque) return record.add(id.low);
    const std::array<std::uint64_t, 2> bytes{__builtin_bswap64(id.high), __builtin_bswap64(id.low)};
    record.addBlob({reinterpret_cast<const char*>(bytes.data()), sizeof bytes});
}

void add(RecordBuilder& record, const SpanId& id) {
    if (id.opaque) return record.add(id.value);
    const std::uint64_t bytes = __builtin_bswap64(id.value);
    record.addBlob({reinterpret_cast<const char*>(&bytes), sizeof bytes});
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
            record.statusMessage,
            record.traceState,
            record.droppedCount,
            batch.bytesOf(record.attributes),
            batch.bytesOf(record.events),
            batch.bytesOf(record.links)};
}

std::int32_t checksumOf(const SpanRowFields& fields) {
    const std::array<std::uint64_t, 16> numbers{
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

std::string_view recordOf(const SpanRowFields& fields, RecordBuilder& record) {
    record.clear();
    record.addNull(); // the row's number
    add(record, fields.trace);
    add(record, fields.id);
    fields.parent.isZero() ? record.addNull() : add(record, fields.parent);
    record.add(nanosecondsOf(fields.start));
    record.add(nanosecondsOf(fields.end));
    record.add(fields.name);
    record.add(fields.resource);
    record.add(fields.scope);
    record.add(fields.source);
    record.add(static_cast<std::int64_t>(fields.kind));
    record.add(static_cast<std::int64_t>(fields.status));
    record.add(fields.message);
    record.add(fields.state);
    record.add(std::int64_t{fields.dropped});
    record.add(std::int64_t{checksumOf(fields)});
    record.addBlobOrNull(fields.attributes);
    record.addBlobOrNull(fields.events);
    record.addBlobOrNull(fields.links);
    return record.bytes();
}

std::optional<SpanRowAttributes> readAttributes(std::string_view record, SpanPart last) {
    RecordReader values(record);
    values.skip(Resource);
    const RecordValue resource = values.next(), scope = values.next();
    SpanRowAttributes found{resource.id<ResourceId>(), scope.id<ScopeId>(), {}, {}, {}};
    bool isSound = found.resource.valid() && found.scope.valid() != scope.isNull();
    const auto read = [&](SpanPart part, std::string_view& target) {
        if (part > last) return;
        const auto bytes = values.next().bytes();
        isSound = isSound && bytes;
        target = bytes.value_or("");
    };
    values.skip(Attributes - Source);
    read(SpanPart::Attributes, found.attributes);
    read(SpanPart::Events, found.events);
    read(SpanPart::Links, found.links);
    if (!isSound || values.isDamaged()) return std::nullopt;
    return found;
}

std::optional<SpanRowHead> readHead(std::string_view record) {
    RecordReader values(record);
    values.skip(Parent);
    const RecordValue parent = values.next();
    const auto start = values.next().integer();
    values.skip(Message - End);
    const RecordValue message = values.next();
    if (!start || values.isDamaged()) return std::nullopt;
    SpanRowHead head{{}, timestampOf(*start), message.id<StringId>()};
    if (const auto opaque = parent.integer())
        head.parent = {static_cast<std::uint64_t>(*opaque), true};
    else if (const auto bytes = parent.bytes(); bytes && bytes->size() == 8)
        head.parent = {bigEndian(*bytes), false};
    return head;
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
