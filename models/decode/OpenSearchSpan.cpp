#include "decode/OpenSearchSpan.h"

#include "decode/DecimalText.h"
#include "decode/IdText.h"

#include <algorithm>

namespace hallway {

namespace {

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

/// Takes `prefix` off the front of `name`, if it stands there.
bool takePrefix(std::string_view& name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return false;
    name.remove_prefix(prefix.size());
    return true;
}

/// Data Prepper has no dots in names.
void putDots(std::string& target, std::string_view name) {
    target = name;
    std::replace(target.begin(), target.end(), '@', '.');
}

} // namespace

void OpenSearchSpanReader::read(std::string_view json, const SpanSlice& slice) {
    m_scopeName.clear();
    m_scopeVersion.clear();
    const auto readAny = [this](std::string_view name, JsonAny& value) { readMember(name, value); };
    if (!m_span.read(json, slice, readAny)) return;
    m_span.setScope(m_scopeName, m_scopeVersion);
    m_span.keep();
}

void OpenSearchSpanReader::readMember(std::string_view name, JsonAny& value) {
    if (name == "events") {
        forEachElement(value, [this](JsonAny event) { readEvent(event); });
    } else if (name == "links") {
        forEachElement(value, [this](JsonAny link) { readLink(link); });
    } else {
        m_fields.forEach(name, value, [this](std::string_view path, JsonAny& field) {
            putDots(m_name, path);
            readField(m_name, field);
        });
    }
}

void OpenSearchSpanReader::readField(std::string_view name, JsonAny& value) {
    std::string_view rest = name;
    if (takePrefix(rest, "span.attributes.") || takePrefix(rest, "attributes.")) {
        m_values.add(rest, value, m_span.attributes());
        return;
    }
    if (takePrefix(rest, "resource.attributes.") || takePrefix(rest, "resource.")) {
        readResourceAttribute(rest, value);
        return;
    }
    const std::string_view text = textOrEmpty(value);
    const bool isOfScope = takePrefix(rest, "instrumentationLibrary.") ||
                           takePrefix(rest, "instrumentationScope.") || takePrefix(rest, "scope.");
    if (isOfScope && rest == "name")
        m_scopeName = text;
    else if (isOfScope && rest == "version")
        m_scopeVersion = text;
    else if (name == "traceId")
        m_span.setTrace(text);
    else if (name == "spanId")
        m_span.setId(text);
    else if (name == "parentSpanId")
        m_span.setParent(text);
    else if (name == "traceState")
        m_span.record().traceState = m_strings.intern(text);
    else if (name == "name")
        m_span.setName(text);
    else if (name == "kind")
        m_span.setKind(text);
    else if (name == "startTime")
        m_span.setStartText(text);
    else if (name == "endTime")
        m_span.setEndText(text);
    else if (name == "durationInNanos" && !text.empty())
        m_span.setDuration(decimalInteger(text));
    else if (name == "serviceName" && !m_span.hasService())
        m_span.setService(text);
    else if (name == "status.code")
        m_span.setStatus(text);
    else if (name == "status.message")
        m_span.setStatusMessage(text);
    else if (name == "droppedAttributesCount" || name == "droppedEventsCount" || name == "droppedLinksCount")
        m_span.addDropped(text);
}

void OpenSearchSpanReader::readResourceAttribute(std::string_view name, JsonAny& value) {
    if (name == "service.name") {
        if (const std::string_view service = textOrEmpty(value); !service.empty()) m_span.setService(service);
    } else if (name != "droppedAttributesCount" && name != "schemaUrl") {
        m_values.add(name, value, m_span.resource());
    }
}

void OpenSearchSpanReader::readInnerAttributes(JsonAny& object, AttributeList& target) {
    forEachMember(object, [&](std::string_view key, JsonAny member) {
        m_innerFields.forEach(key, member, [&](std::string_view path, JsonAny& value) {
            putDots(m_name, path);
            m_values.add(m_name, value, target);
        });
    });
}

void OpenSearchSpanReader::readEvent(JsonAny& value) {
    AttributeList& attributes = m_span.beginInner();
    std::string eventName;
    Timestamp time;
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "name")
            eventName = textOrEmpty(member);
        else if (name == "time" || name == "timestamp" || name == "@timestamp")
            time = m_span.timeOfText(textOrEmpty(member), "the time of an event");
        else if (name == "attributes")
            readInnerAttributes(member, attributes);
    });
    if (isObject) m_span.addEvent(eventName, time);
}

void OpenSearchSpanReader::readLink(JsonAny& value) {
    AttributeList& attributes = m_span.beginInner();
    TraceId trace;
    SpanId span;
    std::string state;
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "traceId")
            trace = traceIdOf(textOrEmpty(member), m_strings.pool());
        else if (name == "spanId")
            span = spanIdOf(textOrEmpty(member), m_strings.pool());
        else if (name == "traceState")
            state = textOrEmpty(member);
        else if (name == "attributes")
            readInnerAttributes(member, attributes);
    });
    if (isObject) m_span.addLink(trace, span, state);
}

} // namespace hallway
