#include "decode/SigNozSpan.h"

#include "decode/DecimalText.h"
#include "decode/EpochText.h"
#include "decode/IdText.h"
#include "trace/KnownKeys.h"

#include <algorithm>

namespace hallway {

namespace {

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

void SigNozSpanReader::read(std::string_view json, const SpanSlice& slice) {
    m_references.clear();
    m_hasError = m_isLog = false;
    if (!m_span.read(json, slice, [this](std::string_view name, JsonAny& value) { readMember(name, value); }))
        return;
    if (m_isLog) {
        m_bench.assembler.drop();
        m_bench.problems.add(ProblemCode::SkippedSignal, [] { return "logs, which are no spans"; });
        return;
    }
    resolveReferences();
    SpanRecord& record = m_span.record();
    if (m_hasError && record.status == SpanStatus::Unset) record.status = SpanStatus::Error;
    m_span.keep();
}

void SigNozSpanReader::readMember(std::string_view name, JsonAny& value) {
    if (readIdentity(name, value) || readTimes(name, value) || readAttributes(name, value)) return;
    if (isOneOf(name, {"kind", "kind_string", "spanKind", "kindString"})) {
        if (const std::string_view text = textOrEmpty(value); !text.empty()) m_span.setKind(text);
    } else if (isOneOf(name, {"status_code", "statusCode", "status_code_string", "statusCodeString"})) {
        if (const std::string_view text = textOrEmpty(value); !text.empty()) m_span.setStatus(text);
    } else if (name == "status_message" || name == "statusMessage") {
        m_span.setStatusMessage(textOrEmpty(value));
    } else if (name == "has_error" || name == "hasError") {
        m_hasError = textOrEmpty(value) == "true";
    } else if (name == "events" || name == "event") {
        forEachElement(value, [this](JsonAny event) { readEvent(event); });
    } else if (name == "references" || name == "links") {
        forEachElement(value, [this](JsonAny reference) { readReference(reference); });
    } else if (name == "trace_state" || name == "traceState") {
        m_span.record().traceState = m_bench.strings.intern(textOrEmpty(value));
    } else if (name == "body" || name == "severity_text") {
        m_isLog = true;
    } else if (name == "data") { // a row of a list
        forEachMember(value, [this](std::string_view inner, JsonAny member) {
            if (inner != "data") readMember(inner, member);
        });
    }
}

bool SigNozSpanReader::readIdentity(std::string_view name, JsonAny& value) {
    if (isOneOf(name, {"trace_id", "traceId", "traceID"}))
        m_span.setTrace(textOrEmpty(value));
    else if (isOneOf(name, {"span_id", "spanId", "spanID"}))
        m_span.setId(textOrEmpty(value));
    else if (isOneOf(name, {"parent_span_id", "parentSpanId", "parentSpanID"}))
        m_span.setParent(textOrEmpty(value));
    else if (name == "name")
        m_span.setName(textOrEmpty(value));
    else if (isOneOf(name, {"serviceName", "service_name", "service.name"}))
        m_span.setService(textOrEmpty(value));
    else
        return false;
    return true;
}

bool SigNozSpanReader::readTimes(std::string_view name, JsonAny& value) {
    if (name == "timestamp")
        m_span.setStart(epochTime(textOrEmpty(value)));
    else if (isOneOf(name, {"duration_nano", "durationNano"}))
        m_span.setDuration(decimalInteger(textOrEmpty(value)));
    else
        return false;
    return true;
}

bool SigNozSpanReader::readAttributes(std::string_view name, JsonAny& value) {
    if (isOneOf(name, {"resource", "resources", "resources_string", "resourceTagsMap"})) {
        readResource(value);
        return true;
    }
    if (!isOneOf(name, {"attributes", "attributes_string", "attributes_number", "attributes_bool", "tagMap",
                        "stringTagMap", "numberTagMap", "boolTagMap"}))
        return false;
    forEachMember(value, [this](std::string_view key, JsonAny member) {
        if (key == "service.name" && !m_span.hasService())
            m_span.setService(textOrEmpty(member));
        else
            m_attributes.add(key, member, m_span.attributes());
    });
    return true;
}

void SigNozSpanReader::readResource(JsonAny& value) {
    forEachMember(value, [this](std::string_view key, JsonAny member) {
        if (key == "service.name")
            m_span.setService(textOrEmpty(member));
        else
            m_attributes.add(key, member, m_span.resource());
    });
}

void SigNozSpanReader::readEventMember(std::string_view name, JsonAny& value) {
    if (name == "name")
        m_eventName = textOrEmpty(value);
    else if (name == "timeUnixNano")
        m_eventTime = m_span.timeOf(decimalInteger(textOrEmpty(value)), "the time of an event");
    else if (name == "attributeMap")
        m_attributes.addMembers(value, m_bench.innerAttributes);
}

void SigNozSpanReader::readEvent(JsonAny& value) {
    m_eventName.clear();
    m_eventTime = {};
    (void)m_span.beginInner();
    bool isEvent = false;
    if (value.kind() == JsonKind::Text) // older servers give each as a text of JSON
        isEvent = m_inner.read(textOrEmpty(value), [this](JsonObject object) {
            forEachMember(object,
                          [this](std::string_view name, JsonAny member) { readEventMember(name, member); });
        });
    else
        isEvent = forEachMember(
            value, [this](std::string_view name, JsonAny member) { readEventMember(name, member); });
    if (isEvent) m_span.addEvent(m_eventName, m_eventTime);
}

void SigNozSpanReader::readReference(JsonAny& value) {
    Reference reference;
    StringPool& strings = m_bench.strings.pool();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (isOneOf(name, {"traceId", "trace_id", "traceID"}))
            reference.trace = traceIdOf(textOrEmpty(member), strings);
        else if (isOneOf(name, {"spanId", "span_id", "spanID"}))
            reference.span = spanIdOf(textOrEmpty(member), strings);
        else if (isOneOf(name, {"refType", "ref_type"}))
            reference.isChildOf = equalIgnoringCase(textOrEmpty(member), "CHILD_OF");
    });
    if (isObject && !reference.span.isZero()) m_references.push_back(reference);
}

/// The parent is listed too; the others are links.
void SigNozSpanReader::resolveReferences() {
    SpanRecord& record = m_span.record();
    for (const Reference& reference : m_references) {
        const bool isOwnTrace = reference.trace == record.trace || reference.trace.isZero();
        if (reference.isChildOf && isOwnTrace && record.parent.isZero()) record.parent = reference.span;
        if (isOwnTrace && reference.span == record.parent) continue;
        AttributeList& attributes = m_span.beginInner();
        attributes.addText(idOf(KnownKey::OpentracingRefType),
                           reference.isChildOf ? "child_of" : "follows_from");
        m_span.addLink(reference.trace.isZero() ? record.trace : reference.trace, reference.span);
    }
}

} // namespace hallway
