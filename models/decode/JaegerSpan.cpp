#include "decode/JaegerSpan.h"

#include "decode/CalendarText.h"
#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/SpanTexts.h"
#include "trace/KnownKeys.h"

#include <charconv>
#include <limits>

namespace hallway {

namespace {

constexpr int microseconds = 3; ///< power of ten to nanoseconds
constexpr std::string_view skewCorrected = "adjusted by";

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

/// What a member of protobuf's JSON is called in the query API.
std::string_view queryName(std::string_view name) {
    struct Row {
        std::string_view name, snakeName, queryName;
    };
    static constexpr Row rows[] = {
        {"traceId", "trace_id", "traceID"},
        {"spanId", "span_id", "spanID"},
        {"parentSpanId", "parent_span_id", "parentSpanID"},
        {"operationName", "operation_name", "operationName"},
        {"startTime", "start_time", "startTime"},
        {"processId", "process_id", "processID"},
        {"refType", "ref_type", "refType"},
    };
    for (const Row& row : rows)
        if (name == row.name || name == row.snakeName) return row.queryName;
    return name;
}

} // namespace

SpanId JaegerSpanReader::spanIdIn(JsonAny& value) const {
    if (m_dialect == JaegerDialect::Proto && value.kind() == JsonKind::Number) {
        const std::string_view digits = value.token(); // the id as one number
        std::uint64_t id = 0;
        (void)std::from_chars(digits.data(), digits.data() + digits.size(), id);
        return {id, false};
    }
    return spanIdOf(textOrEmpty(value), m_bench.strings.pool());
}

Timestamp JaegerSpanReader::timeIn(JsonAny& value, std::string_view what) {
    const auto text = textOf(value);
    if (!text || text->empty()) return {};
    return m_bench.assembler.time(
        m_dialect == JaegerDialect::Proto ? calendarTime(*text) : decimalInteger(*text, microseconds), what);
}

void JaegerSpanReader::readDuration(JsonAny& value) {
    const auto text = textOf(value);
    if (!text || text->empty()) return;
    m_hasDuration = true;
    if (m_dialect != JaegerDialect::Proto)
        m_duration = decimalInteger(*text, microseconds);
    else if (text->ends_with('s'))
        m_duration = durationText(*text);
    else
        m_duration = decimalInteger(*text); // ns
}

void JaegerSpanReader::read(std::string_view json, const SpanSlice& slice) {
    m_record = &m_bench.assembler.begin(slice);
    m_process = StringId();
    m_references.clear();
    m_duration.reset();
    m_hasDuration = false;
    m_error = false;
    m_status.reset();
    m_httpMessage = m_scopeName = m_scopeVersion = StringId(0u);
    m_bench.spanAttributes.begin(m_bench.assembler.draft().attributes);
    const bool good =
        m_elements.read({json, slice.position.offset, slice.hasEscapes}, [this](JsonObject object) {
            forEachMember(object, [this](std::string_view name, JsonAny value) { readMember(name, value); });
        });
    if (!good) {
        m_bench.assembler.drop();
        return;
    }
    m_record->attributeCount = m_bench.spanAttributes.count();
    resolveReferences();
    resolveStatus();
    resolveTimes();
    m_record->scope = scope();
    if (m_dialect == JaegerDialect::Document) checkProcess();
    m_bench.assembler.keep(m_process);
}

/// A document has all there is to know.
void JaegerSpanReader::checkProcess() {
    const auto count = [this](ProblemCode code, const char* what) {
        m_bench.problems.add(code, [&] { return m_bench.assembler.subject() + what; });
    };
    ResourceTable& resources = m_bench.tables.resources;
    if (!m_record->resource.valid()) {
        m_record->resource = resources.intern({}, m_bench.strings.pool());
        count(ProblemCode::MissingProcess, " has no process");
    } else if (!resources[m_record->resource].serviceName.valid()) {
        count(ProblemCode::MissingService, " comes from a process without a service name");
    }
}

ScopeId JaegerSpanReader::scope() {
    if (!m_lastScopeId.valid() || m_lastScope.name != m_scopeName || m_lastScope.version != m_scopeVersion) {
        m_lastScope = {m_scopeName, m_scopeVersion, {}};
        m_lastScopeId = m_bench.tables.scopes.intern(m_scopeName, m_scopeVersion, {});
    }
    return m_lastScopeId;
}

void JaegerSpanReader::readMember(std::string_view name, JsonAny& value) {
    SpanRecord& record = *m_record;
    StringCache& strings = m_bench.strings;
    if (m_dialect == JaegerDialect::Proto) name = queryName(name);
    if (name == "traceID") {
        record.trace = traceIdOf(textOrEmpty(value), strings.pool());
    } else if (name == "spanID") {
        record.id = spanIdIn(value);
    } else if (name == "parentSpanID") {
        record.parent = spanIdIn(value);
    } else if (name == "operationName") {
        record.name = strings.intern(textOrEmpty(value));
    } else if (name == "startTime") {
        record.start = timeIn(value, "a start");
    } else if (name == "duration") {
        readDuration(value);
    } else if (name == "tags") {
        m_values.forEachTag(value, [this](const JaegerTag& tag) { readTag(tag); });
    } else if (name == "tag") {
        m_values.forEachMapped(value, [this](const JaegerTag& tag) { readTag(tag); });
    } else if (name == "references") {
        forEachElement(value, [this](JsonAny reference) { readReference(reference); });
    } else if (name == "logs") {
        forEachElement(value, [this](JsonAny log) { readLog(log); });
    } else if (name == "warnings") {
        forEachElement(value, [this](JsonAny warning) { readWarning(warning); });
    } else if (name == "processID") {
        m_process = strings.intern(textOrEmpty(value));
    } else if (name == "process" && value.kind() == JsonKind::Object) {
        record.resource = m_processes.read({value.value.get_object().value(), value.hasEscapes});
    }
}

void JaegerSpanReader::readReference(JsonAny& value) {
    Reference reference;
    const bool isObject = forEachMember(value, [&](std::string_view written, JsonAny member) {
        const std::string_view name = m_dialect == JaegerDialect::Proto ? queryName(written) : written;
        if (name == "refType") {
            const std::string_view type = textOrEmpty(member);
            reference.followsFrom = equalIgnoringCase(type, "FOLLOWS_FROM") || type == "1";
        } else if (name == "traceID")
            reference.trace = traceIdOf(textOrEmpty(member), m_bench.strings.pool());
        else if (name == "spanID")
            reference.span = spanIdIn(member);
    });
    if (!isObject) return;
    if (reference.span.isZero())
        m_bench.problems.add(ProblemCode::InvalidLink, [&] {
            return m_bench.assembler.subject() + " has a reference without a span id; left out";
        });
    else
        m_references.push_back(reference);
}

void JaegerSpanReader::readTag(const JaegerTag& tag) {
    SpanRecord& record = *m_record;
    StringCache& strings = m_bench.strings;
    const StringId key = m_bench.spanAttributes.idOf(tag.key);
    switch (knownKey(key)) {
    case KnownKey::SpanKindTag:
        if (const auto kind = spanKindOf(tag.text())) {
            record.kind = *kind;
            return;
        }
        m_bench.problems.add(ProblemCode::UnknownKind, [&] {
            return m_bench.assembler.subject() + " has kind " + RecordProblems::quoted(tag.text());
        });
        break;
    case KnownKey::ErrorFlag:
        if (tag.isTrue()) {
            m_error = true;
            return;
        }
        break;
    case KnownKey::OtelStatusCode:
        if (const auto status = spanStatusOf(tag.text())) {
            m_status = status;
            return;
        }
        m_bench.problems.add(ProblemCode::UnknownStatus, [&] {
            return m_bench.assembler.subject() + " has status " + RecordProblems::quoted(tag.text());
        });
        break;
    case KnownKey::OtelStatusDescription:
        record.statusMessage = strings.intern(tag.text());
        return;
    case KnownKey::OtelScopeName:
    case KnownKey::OtelLibraryName:
        m_scopeName = strings.intern(tag.text());
        return;
    case KnownKey::OtelScopeVersion:
    case KnownKey::OtelLibraryVersion:
        m_scopeVersion = strings.intern(tag.text());
        return;
    case KnownKey::W3cTracestate:
        record.traceState = strings.intern(tag.text());
        return;
    default:
        if (tag.key == "http.status_message") m_httpMessage = strings.intern(tag.text());
        break;
    }
    m_values.add(key, tag, m_bench.spanAttributes);
}

void JaegerSpanReader::readLog(JsonAny& value) {
    Event event;
    event.name = StringId(0u);
    bool hasName = false;
    bool hasMessage = false;
    m_packed.clear();
    AttributeList& attributes = m_bench.innerAttributes;
    attributes.begin(m_packed);
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "timestamp") {
            event.time = timeIn(member, "the time of a log");
        } else if (name == "fields") {
            m_values.forEachTag(member, [&](const JaegerTag& tag) {
                if (tag.key == "event" && !hasName) {
                    hasName = true;
                    event.name = m_bench.strings.intern(tag.text());
                } else if (tag.key == "message" && !hasMessage && tag.value.kind == JsonKind::Text) {
                    hasMessage = true;
                    m_kept = tag.text();
                } else {
                    m_values.add(attributes.idOf(tag.key), tag, attributes);
                }
            });
        }
    });
    if (!isObject) return;
    // Older translators called the event `message`.
    if (!hasName)
        event.name = m_bench.strings.intern(hasMessage ? std::string_view(m_kept) : std::string_view());
    else if (hasMessage)
        attributes.addText(attributes.idOf("message"), m_kept);
    event.attributes = m_packed;
    if (m_bench.strings.text(event.name) == "exception") m_record->flags.set(SpanFlag::HasException);
    appendEvent(m_bench.assembler.draft().events, event);
}

void JaegerSpanReader::readWarning(JsonAny& value) {
    const std::string_view text = textOrEmpty(value);
    if (text.find(skewCorrected) != std::string_view::npos)
        m_record->flags.set(SpanFlag::SkewCorrected);
    else if (!text.empty())
        m_bench.problems.add(ProblemCode::ProducerWarning,
                             [text] { return "the export says: " + std::string(text); });
}

bool JaegerSpanReader::isOwnTrace(const Reference& reference) const {
    return reference.trace.isZero() || m_record->trace.isZero() || reference.trace == m_record->trace;
}

void JaegerSpanReader::resolveReferences() {
    SpanRecord& record = *m_record;
    const Reference* parent = nullptr;
    for (const Reference& reference : m_references) {
        if (!isOwnTrace(reference)) continue;
        if (!record.parent.isZero()) {
            if (parent == nullptr && reference.span == record.parent) parent = &reference;
        } else if (parent == nullptr || (parent->followsFrom && !reference.followsFrom)) {
            parent = &reference;
        }
    }
    if (parent != nullptr) record.parent = parent->span;
    for (const Reference& reference : m_references) {
        if (&reference == parent) continue;
        m_packed.clear();
        m_bench.innerAttributes.begin(m_packed);
        m_bench.innerAttributes.addText(idOf(KnownKey::OpentracingRefType),
                                        reference.followsFrom ? "follows_from" : "child_of");
        Link link;
        link.trace = reference.trace.isZero() ? record.trace : reference.trace;
        link.span = reference.span;
        link.traceState = StringId(0u);
        link.attributes = m_packed;
        m_bench.assembler.draft().addLink(link);
    }
}

void JaegerSpanReader::resolveStatus() {
    if (m_error)
        m_record->status = SpanStatus::Error;
    else if (m_status)
        m_record->status = *m_status;
    if (m_error && m_record->statusMessage == StringId(0u)) m_record->statusMessage = m_httpMessage;
}

void JaegerSpanReader::resolveTimes() {
    SpanRecord& record = *m_record;
    const std::int64_t start = nanosecondsOf(record.start);
    const bool fits =
        m_duration && (*m_duration <= 0 || start <= std::numeric_limits<std::int64_t>::max() - *m_duration);
    if (m_hasDuration && !fits) (void)m_bench.assembler.time(std::nullopt, "a duration");
    if (fits)
        record.end = timestampOf(start + *m_duration);
    else
        record.flags.set(SpanFlag::Unfinished);
}

} // namespace hallway
