#include "bench/JaegerWriter.h"

#include "bench/JsonText.h"

namespace hallway::bench {

namespace {

using json::appendHex;
using json::appendNumber;
using json::appendText;

std::string_view kindName(Kind kind) {
    switch (kind) {
    case Kind::Internal:
        return "internal";
    case Kind::Server:
        return "server";
    case Kind::Client:
        return "client";
    case Kind::Producer:
        return "producer";
    case Kind::Consumer:
        return "consumer";
    }
    return "internal";
}

std::int64_t microseconds(Timestamp time) { return nanosecondsOf(time) / 1000; }

void appendTag(std::string& out, std::string_view key, const AttributeValue& value) {
    if (out.back() == '}') {
        out += ',';
    }
    out += "{\"key\":";
    appendText(out, key);
    if (const auto* text = std::get_if<std::string>(&value)) {
        out += ",\"type\":\"string\",\"value\":";
        appendText(out, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += ",\"type\":\"int64\",\"value\":";
        appendNumber(out, *number);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        out += ",\"type\":\"bool\",\"value\":";
        out += *flag ? "true" : "false";
    } else {
        out += ",\"type\":\"float64\",\"value\":";
        appendNumber(out, std::get<double>(value));
    }
    out += '}';
}

void appendReference(std::string& out, std::string_view type, const TraceId& trace, SpanId span) {
    if (out.back() == '}') {
        out += ',';
    }
    out += "{\"refType\":\"";
    out += type;
    out += "\",\"traceID\":\"";
    appendHex(out, trace);
    out += "\",\"spanID\":\"";
    appendHex(out, span);
    out += "\"}";
}

void appendLogs(std::string& out, const std::vector<Event>& events) {
    out += "],\"logs\":[";
    for (const Event& event : events) {
        out += &event == &events.front() ? "{\"timestamp\":" : ",{\"timestamp\":";
        appendNumber(out, microseconds(event.time));
        out += ",\"fields\":[";
        appendTag(out, "event", std::string(event.name));
        for (const Attribute& attribute : event.attributes) {
            appendTag(out, attribute.key, attribute.value);
        }
        out += "]}";
    }
    out += ']';
}

void appendSpan(std::string& out, const Span& span) {
    out += "{\"traceID\":\"";
    appendHex(out, span.trace);
    out += "\",\"spanID\":\"";
    appendHex(out, span.id);
    out += "\",\"operationName\":";
    appendText(out, span.name);
    out += ",\"references\":[";
    if (span.parent != 0) {
        appendReference(out, "CHILD_OF", span.trace, span.parent);
    }
    for (const Link& link : span.links) {
        appendReference(out, "FOLLOWS_FROM", link.trace, link.span);
    }
    out += "],\"startTime\":";
    appendNumber(out, microseconds(span.start));
    out += ",\"duration\":";
    appendNumber(out, microseconds(span.end) - microseconds(span.start));
    out += ",\"tags\":[";
    appendTag(out, "span.kind", std::string(kindName(span.kind)));
    for (const Attribute& attribute : span.attributes) {
        appendTag(out, attribute.key, attribute.value);
    }
    if (span.error) {
        appendTag(out, "error", true);
        appendTag(out, "otel.status_code", std::string("ERROR"));
        appendTag(out, "otel.status_description", span.message);
    }
    appendLogs(out, span.events);
    out += ",\"processID\":\"p";
    appendNumber(out, static_cast<std::int64_t>(span.resource));
    out += "\"}";
}

} // namespace

JaegerWriter::JaegerWriter(std::ostream& out) : m_out(out) {}

void JaegerWriter::begin(const std::vector<Resource>& resources) {
    m_resources = &resources;
    m_out << "{\"data\":[";
}

void JaegerWriter::write(std::span<const Span> spans) {
    std::string text;
    const TraceId trace = spans.front().trace;
    const bool continues = m_open == trace;
    if (!continues) {
        text += m_open ? ",\n" : "\n";
        closeTrace();
        m_open = trace;
        text += "{\"traceID\":\"";
        appendHex(text, trace);
        text += "\",\"spans\":[";
    }
    for (const Span& span : spans) {
        if (continues || &span != &spans.front()) {
            text += ",\n";
        }
        appendSpan(text, span);
        m_processes.insert(span.resource);
    }
    m_out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

void JaegerWriter::end() {
    closeTrace();
    m_out << "\n]}\n" << std::flush;
}

void JaegerWriter::closeTrace() {
    if (!m_open) {
        return;
    }
    std::string text = "],\"processes\":{";
    for (const std::size_t index : m_processes) {
        const Resource& resource = (*m_resources)[index];
        text += index == *m_processes.begin() ? "\"p" : ",\"p";
        appendNumber(text, static_cast<std::int64_t>(index));
        text += "\":{\"serviceName\":";
        appendText(text, resource.serviceName);
        text += ",\"tags\":[";
        for (const Attribute& attribute : resource.attributes) {
            if (attribute.key != "service.name") {
                appendTag(text, attribute.key, attribute.value);
            }
        }
        text += "]}";
    }
    text += "}}";
    m_out << text;
    m_processes.clear();
    m_open.reset();
}

} // namespace hallway::bench
