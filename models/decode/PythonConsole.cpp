#include "decode/PythonConsole.h"

#include "decode/IdText.h"
#include "decode/JsonAttributes.h"
#include "decode/SpanBuilder.h"
#include "decode/SpanObjects.h"

namespace hallway {

namespace {

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

/// `[{key=a, value=1}, {key=b, value=2}]`, as Python shows a TraceState, is "a=1,b=2".
std::string traceStateOf(std::string_view shown) {
    constexpr std::string_view keyMark = "{key=", valueMark = ", value=";
    std::string state;
    for (;;) {
        const std::size_t key = shown.find(keyMark);
        if (key == shown.npos) return state;
        shown.remove_prefix(key + keyMark.size());
        const std::size_t value = shown.find(valueMark), end = shown.find('}');
        if (value == shown.npos || end == shown.npos || end < value) return state;
        if (!state.empty()) state += ',';
        state += shown.substr(0, value);
        state += '=';
        state += shown.substr(value + valueMark.size(), end - value - valueMark.size());
        shown.remove_prefix(end);
    }
}

struct Context {
    std::string trace;
    std::string span;
    std::string traceState;
};

Context contextOf(JsonAny& value) {
    Context context;
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "trace_id")
            context.trace = textOrEmpty(member);
        else if (name == "span_id")
            context.span = textOrEmpty(member);
        else if (name == "trace_state")
            context.traceState = traceStateOf(textOrEmpty(member));
    });
    return context;
}

class PythonSpanReader final : public SpanReader {
public:
    explicit PythonSpanReader(SpanBench& bench) : m_bench(bench), m_span(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override {
        if (m_span.read(json, slice,
                        [this](std::string_view name, JsonAny& value) { readMember(name, value); }))
            m_span.keep();
    }

private:
    void readMember(std::string_view name, JsonAny& value);
    void readContext(JsonAny& value);
    void readResource(JsonAny& value);
    void readEvent(JsonAny& value);
    void readLink(JsonAny& value);

    SpanBench& m_bench;
    SpanBuilder m_span;
    JsonAttributes m_attributes;
};

void PythonSpanReader::readMember(std::string_view name, JsonAny& value) {
    constexpr std::string_view kindPrefix = "SpanKind.";
    if (name == "name") {
        m_span.setName(textOrEmpty(value));
    } else if (name == "context") {
        readContext(value);
    } else if (name == "kind") {
        std::string_view kind = textOrEmpty(value);
        if (kind.starts_with(kindPrefix)) kind.remove_prefix(kindPrefix.size());
        m_span.setKind(kind);
    } else if (name == "parent_id") {
        m_span.setParent(textOrEmpty(value));
    } else if (name == "start_time") {
        m_span.setStartText(textOrEmpty(value));
    } else if (name == "end_time") {
        m_span.setEndText(textOrEmpty(value));
    } else if (name == "status") {
        forEachMember(value, [this](std::string_view part, JsonAny member) {
            if (part == "status_code")
                m_span.setStatus(textOrEmpty(member));
            else if (part == "description")
                m_span.setStatusMessage(textOrEmpty(member));
        });
    } else if (name == "status_code") { // Phoenix has these beside each other
        m_span.setStatus(textOrEmpty(value));
    } else if (name == "status_message") {
        m_span.setStatusMessage(textOrEmpty(value));
    } else if (name == "span_kind") {
        m_attributes.add(name, value, m_span.attributes());
    } else if (name == "attributes") {
        m_attributes.addMembers(value, m_span.attributes());
    } else if (name == "events") {
        forEachElement(value, [this](JsonAny event) { readEvent(event); });
    } else if (name == "links") {
        forEachElement(value, [this](JsonAny link) { readLink(link); });
    } else if (name == "resource") {
        readResource(value);
    }
}

void PythonSpanReader::readContext(JsonAny& value) {
    const Context context = contextOf(value);
    m_span.setTrace(context.trace);
    m_span.setId(context.span);
    m_span.record().traceState = m_bench.strings.intern(context.traceState);
}

void PythonSpanReader::readResource(JsonAny& value) {
    const auto readAttribute = [this](std::string_view key, JsonAny& attribute) {
        if (key == "service.name")
            m_span.setService(textOrEmpty(attribute));
        else
            m_attributes.add(key, attribute, m_span.resource());
    };
    // Old exporters wrote the attributes without anything around them.
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "attributes" && member.kind() == JsonKind::Object)
            forEachMember(member,
                          [&](std::string_view key, JsonAny attribute) { readAttribute(key, attribute); });
        else if (name != "schema_url")
            readAttribute(name, member);
    });
}

void PythonSpanReader::readEvent(JsonAny& value) {
    std::string eventName;
    Timestamp time;
    AttributeList& attributes = m_span.beginInner();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "name")
            eventName = textOrEmpty(member);
        else if (name == "timestamp")
            time = m_span.timeOfText(textOrEmpty(member), "the time of an event");
        else if (name == "attributes")
            m_attributes.addMembers(member, attributes);
    });
    if (isObject) m_span.addEvent(eventName, time);
}

void PythonSpanReader::readLink(JsonAny& value) {
    Context context;
    AttributeList& attributes = m_span.beginInner();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "context")
            context = contextOf(member);
        else if (name == "attributes")
            m_attributes.addMembers(member, attributes);
    });
    StringPool& strings = m_bench.strings.pool();
    if (isObject)
        m_span.addLink(traceIdOf(context.trace, strings), spanIdOf(context.span, strings),
                       context.traceState);
}

/// An object whose members are lists of spans, or the answer of Phoenix's API with one in `data`.
class PhoenixLists final : public JsonFormat {
public:
    explicit PhoenixLists(JsonFile& file)
        : m_scanner(file.scanner), m_spans(file, makeSpanReader<PythonSpanReader>) {}

    void readDocument() override {
        m_spans.beginDocument();
        std::string_view name;
        if (!m_scanner.enterObject()) return;
        while (m_scanner.nextMember(name))
            if (m_scanner.peek() == '[')
                m_spans.takeAll();
            else
                m_scanner.skipValue();
    }
    [[nodiscard]] std::string_view word() const override { return "phoenix"; }

private:
    JsonScanner& m_scanner;
    SpanObjects m_spans;
};

} // namespace

bool recognisesPythonConsole(const JsonOutline& document) {
    return document.has("context.trace_id") && !document.has("span_kind") &&
           (document.has("parent_id") || document.valueAt("kind").starts_with("SpanKind."));
}

std::unique_ptr<JsonFormat> makePythonConsole(JsonFile& file) {
    return std::make_unique<SpanDocuments>(file, "python-console", makeSpanReader<PythonSpanReader>);
}

bool recognisesPhoenix(const JsonOutline& document) {
    return document.has("context.trace_id") && document.has("span_kind");
}

std::unique_ptr<JsonFormat> makePhoenix(JsonFile& file) {
    return std::make_unique<SpanDocuments>(file, "phoenix", makeSpanReader<PythonSpanReader>);
}

bool recognisesPhoenixLists(const JsonOutline& document) {
    return !document.has("context") && document.hasTail("context.trace_id") && document.hasTail("span_kind");
}

std::unique_ptr<JsonFormat> makePhoenixLists(JsonFile& file) { return std::make_unique<PhoenixLists>(file); }

} // namespace hallway
