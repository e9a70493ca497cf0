#include "decode/OtlpSpan.h"

#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/SpanTexts.h"

#include <algorithm>
#include <limits>

namespace hallway {

namespace {

enum class Field {
    Other,
    TraceId,
    SpanId,
    TraceState,
    ParentSpanId,
    Flags,
    Name,
    Kind,
    Start,
    End,
    Attributes,
    Events,
    Links,
    Status,
    Dropped
};

Field fieldOf(std::string_view name) {
    // By length first: the hot loop of the decoder.
    switch (name.size()) {
    case 4:
        return name == "name" ? Field::Name : name == "kind" ? Field::Kind : Field::Other;
    case 5:
        return name == "flags" ? Field::Flags : name == "links" ? Field::Links : Field::Other;
    case 6:
        return name == "spanId"   ? Field::SpanId
               : name == "status" ? Field::Status
               : name == "events" ? Field::Events
                                  : Field::Other;
    case 7:
        return name == "traceId" ? Field::TraceId : name == "span_id" ? Field::SpanId : Field::Other;
    case 8:
        return name == "trace_id" ? Field::TraceId : Field::Other;
    case 10:
        return name == "attributes"   ? Field::Attributes
               : name == "traceState" ? Field::TraceState
                                      : Field::Other;
    case 11:
        return name == "trace_state" ? Field::TraceState : Field::Other;
    case 12:
        return name == "parentSpanId" ? Field::ParentSpanId : Field::Other;
    case 14:
        return name == "parent_span_id" ? Field::ParentSpanId : Field::Other;
    case 15:
        return name == "endTimeUnixNano" ? Field::End : Field::Other;
    case 17:
        return name == "startTimeUnixNano"   ? Field::Start
               : name == "droppedLinksCount" ? Field::Dropped
                                             : Field::Other;
    case 18:
        return name == "end_time_unix_nano"   ? Field::End
               : name == "droppedEventsCount" ? Field::Dropped
                                              : Field::Other;
    case 19:
        return name == "dropped_links_count" ? Field::Dropped : Field::Other;
    case 20:
        return name == "start_time_unix_nano" || name == "dropped_events_count"
                   ? (name[0] == 's' ? Field::Start : Field::Dropped)
                   : Field::Other;
    case 22:
        return name == "droppedAttributesCount" ? Field::Dropped : Field::Other;
    case 24:
        return name == "dropped_attributes_count" ? Field::Dropped : Field::Other;
    default:
        return Field::Other;
    }
}

template <class Value>
std::uint32_t countOf(Value& value) {
    const auto text = textOf(value);
    const auto number = text ? decimalInteger(*text) : std::nullopt;
    return number ? static_cast<std::uint32_t>(
                        std::clamp<std::int64_t>(*number, 0, std::numeric_limits<std::int32_t>::max()))
                  : 0;
}

} // namespace

bool OtlpSpanReader::readPlain(std::string_view json) {
    if (!simdjson::validate_utf8(json)) return false;
    PlainJson text(json);
    PlainAny span{text};
    m_bench.problems.beginTrial();
    readMembers(span);
    return m_bench.problems.endTrial() && text.isAtEnd();
}

bool OtlpSpanReader::readRecord(std::string_view json, const SpanSlice& slice) {
    m_element = json;
    m_bench.problems.setOffset(slice.position.offset);
    m_record = &m_bench.assembler.begin(slice);
    if (!slice.hasEscapes) {
        if (readPlain(json)) return true;
        m_bench.assembler.drop();
        m_record = &m_bench.assembler.begin(slice);
    }
    const JsonElement element{json, slice.position.offset, slice.hasEscapes};
    return m_elements.read(element, [this](JsonObject object) { readMembers(object); });
}

void OtlpSpanReader::read(std::string_view json, const SpanSlice& slice) {
    if (!readRecord(json, slice)) {
        m_bench.assembler.drop();
        return;
    }
    SpanRecord& record = *m_record;
    if (const auto kind = spanKindOf(m_kind)) {
        record.kind = *kind;
    } else {
        m_bench.problems.add(ProblemCode::UnknownKind, [&] {
            return m_bench.assembler.subject() + " has kind " + RecordProblems::quoted(m_kind);
        });
    }
    if (const auto status = spanStatusOf(m_statusCode)) {
        record.status = *status;
    } else {
        m_bench.problems.add(ProblemCode::UnknownStatus, [&] {
            return m_bench.assembler.subject() + " has status " + RecordProblems::quoted(m_statusCode);
        });
    }
    if (record.status == SpanStatus::Unset && m_oldError) record.status = SpanStatus::Error;
    const std::int64_t start = nanosecondsOf(record.start);
    const std::int64_t end = nanosecondsOf(record.end);
    record.flags.set(SpanFlag::Unfinished, start == 0 || end == 0);
    m_bench.times.add(start, end);
    m_bench.assembler.keep();
}

template <class Object>
void OtlpSpanReader::readMembers(Object& object) {
    m_kind.clear();
    m_statusCode.clear();
    m_oldError = false;
    m_bench.spanAttributes.begin(m_bench.assembler.draft().attributes);
    forEachMember(object, [this](std::string_view name, auto value) { this->readMember(name, value); });
    m_record->attributeCount = m_bench.spanAttributes.count();
}

template <class Value>
Timestamp OtlpSpanReader::readTime(Value& value, std::string_view what) {
    const auto text = textOf(value);
    if (!text || text->empty()) return {};
    return m_bench.assembler.time(decimalInteger(*text), what);
}

template <class Value>
void OtlpSpanReader::readMember(std::string_view name, Value& value) {
    SpanRecord& record = *m_record;
    StringCache& strings = m_bench.strings;
    const auto text = [&value] { return textOf(value).value_or(std::string_view()); };
    switch (fieldOf(name)) {
    case Field::TraceId:
        record.trace = traceIdOf(text(), strings.pool());
        break;
    case Field::SpanId:
        record.id = spanIdOf(text(), strings.pool());
        break;
    case Field::ParentSpanId:
        record.parent = spanIdOf(text(), strings.pool());
        break;
    case Field::TraceState:
        record.traceState = strings.intern(text());
        break;
    case Field::Name:
        record.name = strings.intern(text());
        break;
    case Field::Kind:
        m_kind = text();
        break;
    case Field::Start:
        record.start = readTime(value, "a start");
        break;
    case Field::End:
        record.end = readTime(value, "an end");
        break;
    case Field::Flags: {
        // All 32 bits may be in use, so no clamping as of a count.
        const auto flags = static_cast<std::uint64_t>(decimalInteger(text()).value_or(0));
        record.flags.set(SpanFlag::RemoteKnown, (flags & 0x100) != 0);
        record.flags.set(SpanFlag::Remote, (flags & 0x300) == 0x300);
        break;
    }
    case Field::Attributes:
        m_values.readAttributes(value, m_bench.spanAttributes, m_element);
        break;
    case Field::Events:
        forEachElement(value, [this](auto event) { this->readEvent(event); });
        break;
    case Field::Links:
        forEachElement(value, [this](auto link) { this->readLink(link); });
        break;
    case Field::Status:
        readStatus(value);
        break;
    case Field::Dropped:
        record.droppedCount = addedCounts(record.droppedCount, countOf(value));
        break;
    case Field::Other:
        break;
    }
}

template <class Value>
void OtlpSpanReader::readStatus(Value& value) {
    const bool isObject = forEachMember(value, [this](std::string_view name, auto member) {
        if (name == "code")
            m_statusCode = textOf(member).value_or(std::string_view());
        else if (name == "message")
            m_record->statusMessage = m_bench.strings.intern(textOf(member).value_or(std::string_view()));
        else if (name == "deprecatedCode" || name == "deprecated_code")
            m_oldError = countOf(member) != 0;
    });
    if (!isObject) m_statusCode = textOf(value).value_or(std::string_view());
}

template <class Value>
void OtlpSpanReader::readEvent(Value& value) {
    Event event;
    event.name = StringId(0u);
    m_packed.clear();
    m_bench.innerAttributes.begin(m_packed);
    const bool isObject = forEachMember(value, [&](std::string_view name, auto member) {
        if (name == "name")
            event.name = m_bench.strings.intern(textOf(member).value_or(std::string_view()));
        else if (name == "timeUnixNano" || name == "time_unix_nano")
            event.time = readTime(member, "the time of an event");
        else if (name == "attributes")
            m_values.readAttributes(member, m_bench.innerAttributes, m_element);
        else if (name == "droppedAttributesCount" || name == "dropped_attributes_count")
            event.droppedCount = countOf(member);
    });
    if (!isObject) return;
    event.attributes = m_packed;
    if (m_bench.strings.text(event.name) == "exception") m_record->flags.set(SpanFlag::HasException);
    appendEvent(m_bench.assembler.draft().events, event);
}

template <class Value>
void OtlpSpanReader::readLink(Value& value) {
    StringCache& strings = m_bench.strings;
    Link link;
    link.traceState = StringId(0u);
    m_packed.clear();
    m_bench.innerAttributes.begin(m_packed);
    const bool isObject = forEachMember(value, [&](std::string_view name, auto member) {
        if (name == "traceId" || name == "trace_id")
            link.trace = traceIdOf(textOf(member).value_or(std::string_view()), strings.pool());
        else if (name == "spanId" || name == "span_id")
            link.span = spanIdOf(textOf(member).value_or(std::string_view()), strings.pool());
        else if (name == "traceState" || name == "trace_state")
            link.traceState = strings.intern(textOf(member).value_or(std::string_view()));
        else if (name == "attributes")
            m_values.readAttributes(member, m_bench.innerAttributes, m_element);
    });
    if (!isObject) return;
    link.attributes = m_packed;
    m_bench.assembler.addLink(link);
}

} // namespace hallway
