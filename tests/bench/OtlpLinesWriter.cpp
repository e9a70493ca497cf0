#include "bench/OtlpLinesWriter.h"

#include "bench/JsonText.h"

namespace hallway::bench {

namespace {

using json::appendHex;
using json::appendNumber;
using json::appendText;

void appendValue(std::string& out, const AttributeValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        out += "{\"stringValue\":";
        appendText(out, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += "{\"intValue\":\"";
        appendNumber(out, *number);
        out += '"';
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        out += *flag ? "{\"boolValue\":true" : "{\"boolValue\":false";
    } else {
        out += "{\"doubleValue\":";
        appendNumber(out, std::get<double>(value));
    }
    out += '}';
}

void appendAttributes(std::string& out, const Attributes& attributes) {
    if (attributes.empty()) {
        return;
    }
    out += ",\"attributes\":[";
    for (const Attribute& attribute : attributes) {
        if (&attribute != &attributes.front()) {
            out += ',';
        }
        out += "{\"key\":";
        appendText(out, attribute.key);
        out += ",\"value\":";
        appendValue(out, attribute.value);
        out += '}';
    }
    out += ']';
}

void appendTime(std::string& out, std::string_view key, Timestamp time) {
    out += ",\"";
    out += key;
    out += "\":\"";
    appendNumber(out, nanosecondsOf(time));
    out += '"';
}

void appendEvents(std::string& out, const std::vector<Event>& events) {
    if (events.empty()) {
        return;
    }
    out += ",\"events\":[";
    for (const Event& event : events) {
        out += &event == &events.front() ? "{\"name\":" : ",{\"name\":";
        appendText(out, event.name);
        appendTime(out, "timeUnixNano", event.time);
        appendAttributes(out, event.attributes);
        out += '}';
    }
    out += ']';
}

void appendLinks(std::string& out, const std::vector<Link>& links) {
    if (links.empty()) {
        return;
    }
    out += ",\"links\":[";
    for (const Link& link : links) {
        out += &link == &links.front() ? "{\"traceId\":\"" : ",{\"traceId\":\"";
        appendHex(out, link.trace);
        out += "\",\"spanId\":\"";
        appendHex(out, link.span);
        out += "\"}";
    }
    out += ']';
}

void appendSpan(std::string& out, const Span& span) {
    out += "{\"traceId\":\"";
    appendHex(out, span.trace);
    out += "\",\"spanId\":\"";
    appendHex(out, span.id);
    if (span.parent != 0) {
        out += "\",\"parentSpanId\":\"";
        appendHex(out, span.parent);
    }
    out += "\",\"name\":";
    appendText(out, span.name);
    out += ",\"kind\":";
    appendNumber(out, static_cast<std::int64_t>(span.kind));
    appendTime(out, "startTimeUnixNano", span.start);
    appendTime(out, "endTimeUnixNano", span.end);
    appendAttributes(out, span.attributes);
    appendEvents(out, span.events);
    appendLinks(out, span.links);
    if (span.error) {
        out += ",\"status\":{\"code\":2,\"message\":";
        appendText(out, span.message);
        out += '}';
    }
    out += '}';
}

} // namespace

OtlpLinesWriter::OtlpLinesWriter(std::ostream& out, std::size_t batch) : m_out(out), m_batch(batch) {}

void OtlpLinesWriter::begin(const std::vector<Resource>& resources) {
    m_resources = &resources;
    m_spansOf.assign(resources.size(), {});
}

void OtlpLinesWriter::write(std::span<const Span> spans) {
    for (const Span& span : spans) {
        std::string& text = m_spansOf[span.resource];
        if (!text.empty()) {
            text += ',';
        }
        appendSpan(text, span);
        if (++m_pending == m_batch) {
            flush();
        }
    }
}

void OtlpLinesWriter::end() {
    flush();
    m_out.flush();
}

void OtlpLinesWriter::flush() {
    if (m_pending == 0) {
        return;
    }
    std::string line = "{\"resourceSpans\":[";
    bool first = true;
    for (std::size_t index = 0; index < m_spansOf.size(); ++index) {
        if (m_spansOf[index].empty()) {
            continue;
        }
        // The comma that appendAttributes begins with is not wanted here.
        std::string attributes;
        appendAttributes(attributes, (*m_resources)[index].attributes);
        line += first ? "{\"resource\":{" : ",{\"resource\":{";
        line.append(attributes, 1);
        line += "},\"scopeSpans\":[{\"scope\":{\"name\":\"shop\"},\"spans\":[";
        line += m_spansOf[index];
        line += "]}]}";
        m_spansOf[index].clear();
        first = false;
    }
    line += "]}\n";
    m_out.write(line.data(), static_cast<std::streamsize>(line.size()));
    m_pending = 0;
}

} // namespace hallway::bench
