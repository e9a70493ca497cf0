#include "decode/DatadogSpan.h"

#include "decode/DecimalText.h"
#include "decode/EpochText.h"
#include "decode/IdText.h"
#include "decode/SpanTexts.h"
#include "trace/KnownKeys.h"

#include <charconv>

namespace hallway {

namespace {

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

std::optional<std::uint64_t> wholeNumber(std::string_view text, int base) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<std::uint64_t> datadogNumber(std::string_view text) {
    text = trimmed(text);
    if (!text.starts_with('-')) return wholeNumber(text, 10);
    const auto number = decimalInteger(text); // from languages that know signed numbers only
    return number ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

std::optional<std::uint64_t> datadogUpper(std::string_view text) {
    return text.size() <= 16 ? wholeNumber(text, 16) : std::nullopt;
}

bool isDatadogTraceId(std::string_view name) { return name == "trace_id" || name == "traceID"; }

void DatadogSpanReader::read(std::string_view json, const SpanSlice& slice) {
    m_operation.clear();
    m_resource.clear();
    m_host.clear();
    m_message.clear();
    m_upper = 0;
    m_hasAddress = m_isError = false;
    if (!m_span.read(json, slice, [this](std::string_view name, JsonAny& value) { readMember(name, value); }))
        return;
    resolve();
    m_span.keep();
}

TraceId DatadogSpanReader::traceOf(std::string_view text) {
    if (const auto number = datadogNumber(text)) return {0, *number, false};
    return traceIdOf(text, m_bench.strings.pool()); // 32 hex digits
}

SpanId DatadogSpanReader::spanOf(std::string_view text) {
    if (const auto number = datadogNumber(text)) return {*number, false};
    return spanIdOf(text, m_bench.strings.pool());
}

bool DatadogSpanReader::readIdentity(std::string_view name, JsonAny& value) {
    if (isDatadogTraceId(name)) {
        m_span.record().trace = traceOf(textOrEmpty(value));
    } else if (name == "span_id" || name == "spanID") {
        m_span.record().id = spanOf(textOrEmpty(value));
    } else if (name == "parent_id" || name == "parentID") {
        m_span.record().parent = spanOf(textOrEmpty(value));
    } else if (name == "service") {
        m_span.setService(textOrEmpty(value));
    } else if (name == "name" || name == "operation_name") {
        m_operation = textOrEmpty(value);
    } else if (name == "resource" || name == "resource_name") {
        m_resource = textOrEmpty(value);
    } else {
        return false;
    }
    return true;
}

void DatadogSpanReader::readMember(std::string_view name, JsonAny& value) {
    if (readIdentity(name, value)) return;
    if (name == "start") {
        m_span.setStart(decimalInteger(textOrEmpty(value)));
    } else if (name == "startTime" || name == "start_timestamp") {
        m_span.setStart(epochTime(textOrEmpty(value)));
    } else if (name == "endTime" || name == "end_timestamp") {
        if (const std::string_view text = textOrEmpty(value); !text.empty()) m_span.setEnd(epochTime(text));
    } else if (name == "duration") {
        if (const std::string_view text = textOrEmpty(value); !text.empty())
            m_span.setDuration(decimalInteger(text));
    } else if (name == "error") {
        const std::string_view text = textOrEmpty(value);
        m_isError = text == "true" || decimalInteger(text).value_or(0) != 0;
    } else if (name == "meta") {
        readMeta(value);
    } else if (name == "metrics") {
        readMetrics(value);
    } else if (name == "custom" || name == "attributes") {
        forEachMember(value, [this](std::string_view key, JsonAny member) { readCustom(key, member); });
    } else if (name == "span_links") {
        forEachElement(value, [this](JsonAny link) { readLink(link); });
    } else if (name == "span_events") {
        forEachElement(value, [this](JsonAny event) { readEvent(event); });
    } else if (name == "type") {
        m_span.attributes().addText(m_span.attributes().idOf("span.type"), textOrEmpty(value));
    } else if (name == "host") {
        m_span.resource().addText(idOf(KnownKey::HostName), textOrEmpty(value));
    } else if (name == "env") {
        m_span.resource().addText(m_span.resource().idOf("deployment.environment.name"), textOrEmpty(value));
    } else if (name == "meta_struct" || name == "tags") {
        m_attributes.add(name, value, m_span.attributes());
    }
}

bool DatadogSpanReader::readTag(std::string_view key, std::string_view text) {
    if (key == "span.kind") {
        m_span.setKind(text);
    } else if (key == "env") {
        m_span.resource().addText(m_span.resource().idOf("deployment.environment.name"), text);
    } else if (key == "version") {
        m_span.resource().addText(idOf(KnownKey::ServiceVersion), text);
    } else if (key == datadogUpperHalf) {
        m_upper = datadogUpper(text).value_or(0);
    } else if (key == "error.msg" || key == "error.message") {
        m_message = text;
    } else if (key == "out.host") {
        m_host = text;
    } else {
        return false;
    }
    return true;
}

void DatadogSpanReader::readMeta(JsonAny& meta) {
    AttributeList& attributes = m_span.attributes();
    forEachMember(meta, [&](std::string_view name, JsonAny value) {
        if (value.kind() != JsonKind::Text) return m_attributes.add(name, value, attributes);
        const std::string_view text = textOrEmpty(value);
        if (readTag(name, text)) return;
        m_hasAddress |= name == "server.address";
        attributes.addText(name == "cold_start" ? idOf(KnownKey::FaasColdstart) : attributes.idOf(name),
                           text);
    });
}

void DatadogSpanReader::readCustom(std::string_view key, JsonAny& value) {
    AttributeList& attributes = m_span.attributes();
    if (value.kind() != JsonKind::Object) return m_attributes.add(key, value, attributes);
    if (key != "span") return m_attributes.addFlat(key, value, attributes);
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "kind")
            m_span.setKind(textOrEmpty(member));
        else
            m_attributes.add("span." + std::string(name), member, attributes);
    });
}

void DatadogSpanReader::readMetrics(JsonAny& metrics) {
    forEachMember(metrics, [this](std::string_view name, JsonAny value) {
        const bool isPort = name == "network.destination.port" || name == "out.port";
        m_attributes.add(isPort ? "server.port" : name, value, m_span.attributes());
    });
}

void DatadogSpanReader::readLink(JsonAny& value) {
    TraceId trace;
    SpanId span;
    std::uint64_t upper = 0;
    std::string traceState;
    AttributeList& attributes = m_span.beginInner();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "trace_id")
            trace = traceOf(textOrEmpty(member));
        else if (name == "trace_id_high")
            upper = datadogNumber(textOrEmpty(member)).value_or(0);
        else if (name == "span_id")
            span = spanOf(textOrEmpty(member));
        else if (name == "tracestate")
            traceState = textOrEmpty(member);
        else if (name == "attributes")
            m_attributes.addMembers(member, attributes);
    });
    if (!isObject) return;
    if (!trace.opaque && trace.high == 0) trace.high = upper;
    m_span.addLink(trace, span, traceState);
}

void DatadogSpanReader::readEvent(JsonAny& value) {
    std::string eventName;
    Timestamp time;
    AttributeList& attributes = m_span.beginInner();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "name")
            eventName = textOrEmpty(member);
        else if (name == "time_unix_nano")
            time = m_span.timeOf(decimalInteger(textOrEmpty(member)), "the time of an event");
        else if (name == "attributes")
            m_values.readAttributes(member, attributes);
    });
    if (isObject) m_span.addEvent(eventName, time);
}

void DatadogSpanReader::resolve() {
    SpanRecord& record = m_span.record();
    // What was done says more than by which library, which is said too.
    m_span.setName(m_resource.empty() ? m_operation : m_resource);
    AttributeList& attributes = m_span.attributes();
    if (!m_resource.empty() && !m_operation.empty())
        attributes.addText(attributes.idOf("operation_name"), m_operation);
    if (!m_host.empty())
        attributes.addText(m_hasAddress ? attributes.idOf("out.host") : idOf(KnownKey::ServerAddress),
                           m_host);
    if (m_isError) record.status = SpanStatus::Error;
    m_span.setStatusMessage(m_message);
    if (!record.trace.opaque && record.trace.high == 0) record.trace.high = m_upper;
}

} // namespace hallway
