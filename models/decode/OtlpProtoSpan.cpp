#include "decode/OtlpProtoSpan.h"

#include "decode/OtlpProtoFields.h"
#include "decode/ProtoIds.h"
#include "decode/SpanTexts.h"

#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <limits>
#include <optional>

namespace hallway {

using protozero::pbf_reader;

namespace {

std::uint32_t countOf(std::uint64_t count) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(count, std::numeric_limits<std::int32_t>::max()));
}

} // namespace

void OtlpProtoSpanReader::read(std::string_view bytes, const SpanSlice& slice) {
    m_record = &m_bench.assembler.begin(slice);
    try {
        readFields(bytes);
        finish();
    } catch (const protozero::exception& error) {
        m_bench.assembler.drop();
        m_bench.problems.add(ProblemCode::BrokenRecord,
                             [&] { return std::string("a span that is no protobuf: ") + error.what(); });
    }
    if (m_values.texts().takeRepaired())
        m_bench.problems.add(ProblemCode::InvalidUtf8,
                             [] { return "text with bytes that stand for no character"; });
}

StringId OtlpProtoSpanReader::idOf(std::string_view text) {
    return m_bench.strings.intern(m_values.texts().of(text));
}

Timestamp OtlpProtoSpanReader::timeOf(std::uint64_t nanoseconds, std::string_view what) {
    constexpr auto latest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return m_bench.assembler.time(
        nanoseconds <= latest ? std::optional(static_cast<std::int64_t>(nanoseconds)) : std::nullopt, what);
}

void OtlpProtoSpanReader::readFields(std::string_view message) {
    SpanRecord& record = *m_record;
    StringCache& strings = m_bench.strings;
    AttributeList& attributes = m_bench.spanAttributes;
    attributes.begin(m_bench.assembler.draft().attributes);
    m_kind = 0;
    m_statusCode = 0;
    m_oldError = false;
    m_dropped = {};
    pbf_reader reader(message);
    while (reader.next())
        switch (reader.tag_and_type()) {
        case otlp::span::traceId:
            record.trace = traceIdOfBytes(reader.get_view(), strings);
            break;
        case otlp::span::spanId:
            record.id = spanIdOfBytes(reader.get_view(), strings);
            break;
        case otlp::span::parentSpanId:
            record.parent = spanIdOfBytes(reader.get_view(), strings);
            break;
        case otlp::span::traceState:
            record.traceState = idOf(reader.get_view());
            break;
        case otlp::span::name:
            record.name = idOf(reader.get_view());
            break;
        case otlp::span::kind:
            m_kind = reader.get_enum();
            break;
        case otlp::span::start:
            record.start = timeOf(reader.get_fixed64(), "a start");
            break;
        case otlp::span::end:
            record.end = timeOf(reader.get_fixed64(), "an end");
            break;
        case otlp::span::attribute:
            m_values.readAttribute(reader.get_view(), attributes);
            break;
        case otlp::span::event:
            readEvent(reader.get_view());
            break;
        case otlp::span::link:
            readLink(reader.get_view());
            break;
        case otlp::span::status:
            readStatus(reader.get_view());
            break;
        case otlp::span::droppedAttributes:
            m_dropped[0] = countOf(reader.get_uint64());
            break;
        case otlp::span::droppedEvents:
            m_dropped[1] = countOf(reader.get_uint64());
            break;
        case otlp::span::droppedLinks:
            m_dropped[2] = countOf(reader.get_uint64());
            break;
        case otlp::span::flags: {
            const std::uint32_t flags = reader.get_fixed32();
            record.flags.set(SpanFlag::RemoteKnown, (flags & 0x100) != 0);
            record.flags.set(SpanFlag::Remote, (flags & 0x300) == 0x300);
            break;
        }
        default:
            reader.skip();
        }
    record.attributeCount = attributes.count();
}

void OtlpProtoSpanReader::finish() {
    SpanRecord& record = *m_record;
    if (m_kind >= 0 && m_kind <= static_cast<int>(SpanKind::Consumer))
        record.kind = static_cast<SpanKind>(m_kind);
    else
        m_bench.problems.add(ProblemCode::UnknownKind, [&] {
            return m_bench.assembler.subject() + " has kind " +
                   RecordProblems::quoted(std::to_string(m_kind));
        });
    if (m_statusCode >= 0 && m_statusCode <= static_cast<int>(SpanStatus::Error))
        record.status = static_cast<SpanStatus>(m_statusCode);
    else
        m_bench.problems.add(ProblemCode::UnknownStatus, [&] {
            return m_bench.assembler.subject() + " has status " +
                   RecordProblems::quoted(std::to_string(m_statusCode));
        });
    if (record.status == SpanStatus::Unset && m_oldError) record.status = SpanStatus::Error;
    record.droppedCount = addedCounts(addedCounts(m_dropped[0], m_dropped[1]), m_dropped[2]);
    const std::int64_t start = nanosecondsOf(record.start);
    const std::int64_t end = nanosecondsOf(record.end);
    record.flags.set(SpanFlag::Unfinished, start == 0 || end == 0);
    m_bench.times.add(start, end);
    m_bench.assembler.keep();
}

void OtlpProtoSpanReader::readStatus(std::string_view message) {
    pbf_reader reader(message);
    while (reader.next())
        switch (reader.tag_and_type()) {
        case otlp::status::oldCode:
            m_oldError = reader.get_uint64() != 0;
            break;
        case otlp::status::message:
            m_record->statusMessage = idOf(reader.get_view());
            break;
        case otlp::status::code:
            m_statusCode = reader.get_enum();
            break;
        default:
            reader.skip();
        }
}

void OtlpProtoSpanReader::readEvent(std::string_view message) {
    Event event;
    event.name = StringId(0u);
    m_packed.clear();
    m_bench.innerAttributes.begin(m_packed);
    pbf_reader reader(message);
    while (reader.next())
        switch (reader.tag_and_type()) {
        case otlp::event::time:
            event.time = timeOf(reader.get_fixed64(), "the time of an event");
            break;
        case otlp::event::name:
            event.name = idOf(reader.get_view());
            break;
        case otlp::event::attribute:
            m_values.readAttribute(reader.get_view(), m_bench.innerAttributes);
            break;
        case otlp::event::dropped:
            event.droppedCount = countOf(reader.get_uint64());
            break;
        default:
            reader.skip();
        }
    event.attributes = m_packed;
    if (m_bench.strings.text(event.name) == "exception") m_record->flags.set(SpanFlag::HasException);
    appendEvent(m_bench.assembler.draft().events, event);
}

void OtlpProtoSpanReader::readLink(std::string_view message) {
    StringCache& strings = m_bench.strings;
    Link link;
    link.traceState = StringId(0u);
    m_packed.clear();
    m_bench.innerAttributes.begin(m_packed);
    pbf_reader reader(message);
    while (reader.next())
        switch (reader.tag_and_type()) {
        case otlp::link::traceId:
            link.trace = traceIdOfBytes(reader.get_view(), strings);
            break;
        case otlp::link::spanId:
            link.span = spanIdOfBytes(reader.get_view(), strings);
            break;
        case otlp::link::traceState:
            link.traceState = idOf(reader.get_view());
            break;
        case otlp::link::attribute:
            m_values.readAttribute(reader.get_view(), m_bench.innerAttributes);
            break;
        default:
            reader.skip();
        }
    link.attributes = m_packed;
    m_bench.assembler.addLink(link);
}

} // namespace hallway
