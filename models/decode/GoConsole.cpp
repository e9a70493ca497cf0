#include "decode/GoConsole.h"

#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/JsonAttributes.h"
#include "decode/SpanBuilder.h"
#include "decode/SpanObjects.h"

#include <algorithm>

namespace hallway {

namespace {

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

struct Context {
    std::string trace;
    std::string span;
    std::string traceState;
    bool isRemote = false;
};

Context contextOf(JsonAny& value) {
    Context context;
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "TraceID")
            context.trace = textOrEmpty(member);
        else if (name == "SpanID")
            context.span = textOrEmpty(member);
        else if (name == "TraceState")
            context.traceState = textOrEmpty(member);
        else if (name == "Remote")
            context.isRemote = textOrEmpty(member) == "true";
    });
    return context;
}

class GoSpanReader final : public SpanReader {
public:
    explicit GoSpanReader(SpanBench& bench) : m_bench(bench), m_span(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override {
        if (m_span.read(json, slice,
                        [this](std::string_view name, JsonAny& value) { readMember(name, value); }))
            m_span.keep();
    }

private:
    void readMember(std::string_view name, JsonAny& value);
    /// Calls visit(key, value) for each of `[{"Key":…,"Value":{"Type":…,"Value":…}}]`.
    template <class Visit>
    void forEachAttribute(JsonAny& list, Visit visit);
    void addAttributes(JsonAny& list, AttributeList& target);
    void addAttribute(std::string_view key, JsonAny& value, AttributeList& target);
    void readResource(JsonAny& list);
    void readScope(JsonAny& value);
    void readEvent(JsonAny& value);
    void readLink(JsonAny& value);

    SpanBench& m_bench;
    SpanBuilder m_span;
    JsonAttributes m_attributes;
};

void GoSpanReader::readMember(std::string_view name, JsonAny& value) {
    if (name == "Name") {
        m_span.setName(textOrEmpty(value));
    } else if (name == "SpanContext") {
        const Context context = contextOf(value);
        m_span.setTrace(context.trace);
        m_span.setId(context.span);
        m_span.record().traceState = m_bench.strings.intern(context.traceState);
    } else if (name == "Parent") {
        const Context context = contextOf(value);
        m_span.setParent(context.span);
        const bool hasParent = !m_span.record().parent.isZero();
        m_span.record().flags.set(SpanFlag::RemoteKnown, hasParent);
        m_span.record().flags.set(SpanFlag::Remote, hasParent && context.isRemote);
    } else if (name == "SpanKind") {
        m_span.setKind(textOrEmpty(value));
    } else if (name == "StartTime") {
        m_span.setStartText(textOrEmpty(value));
    } else if (name == "EndTime") {
        m_span.setEndText(textOrEmpty(value));
    } else if (name == "Attributes") {
        addAttributes(value, m_span.attributes());
    } else if (name == "Events" || name == "MessageEvents") {
        forEachElement(value, [this](JsonAny event) { readEvent(event); });
    } else if (name == "Links") {
        forEachElement(value, [this](JsonAny link) { readLink(link); });
    } else if (name == "Status") {
        forEachMember(value, [this](std::string_view part, JsonAny member) {
            if (part == "Code")
                m_span.setStatus(textOrEmpty(member));
            else if (part == "Description")
                m_span.setStatusMessage(textOrEmpty(member));
        });
    } else if (name == "DroppedAttributes" || name == "DroppedEvents" || name == "DroppedLinks") {
        m_span.addDropped(textOrEmpty(value));
    } else if (name == "Resource") {
        readResource(value);
    } else if (name == "InstrumentationScope" || name == "InstrumentationLibrary") {
        readScope(value);
    }
}

template <class Visit>
void GoSpanReader::forEachAttribute(JsonAny& list, Visit visit) {
    forEachElement(list, [&](JsonAny element) {
        std::string key;
        forEachMember(element, [&](std::string_view name, JsonAny member) {
            if (name == "Key")
                key = textOrEmpty(member);
            else if (name == "Value" && !key.empty())
                visit(key, member);
        });
    });
}

void GoSpanReader::addAttribute(std::string_view key, JsonAny& value, AttributeList& target) {
    std::string type;
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "Type") {
            type = textOrEmpty(member);
        } else if (name == "Value") {
            // Go writes the real number 1.0 as 1.
            const auto real = type == "FLOAT64" && member.kind() == JsonKind::Number
                                  ? decimalReal(textOrEmpty(member))
                                  : std::nullopt;
            if (real)
                target.addDouble(target.idOf(key), *real);
            else
                m_attributes.add(key, member, target);
        }
    });
    if (!isObject) m_attributes.add(key, value, target);
}

void GoSpanReader::addAttributes(JsonAny& list, AttributeList& target) {
    forEachAttribute(list, [&](std::string_view key, JsonAny& value) { addAttribute(key, value, target); });
}

void GoSpanReader::readResource(JsonAny& list) {
    forEachAttribute(list, [this](std::string_view key, JsonAny& value) {
        if (key != "service.name") return addAttribute(key, value, m_span.resource());
        forEachMember(value, [this](std::string_view name, JsonAny member) {
            if (name == "Value") m_span.setService(textOrEmpty(member));
        });
    });
}

void GoSpanReader::readScope(JsonAny& value) {
    std::string scope, version;
    forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "Name")
            scope = textOrEmpty(member);
        else if (name == "Version")
            version = textOrEmpty(member);
    });
    m_span.setScope(scope, version);
}

void GoSpanReader::readEvent(JsonAny& value) {
    std::string eventName;
    Timestamp time;
    std::int64_t dropped = 0;
    AttributeList& attributes = m_span.beginInner();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "Name")
            eventName = textOrEmpty(member);
        else if (name == "Time")
            time = m_span.timeOfText(textOrEmpty(member), "the time of an event");
        else if (name == "Attributes")
            addAttributes(member, attributes);
        else if (name == "DroppedAttributeCount")
            dropped = decimalInteger(textOrEmpty(member)).value_or(0);
    });
    if (isObject)
        m_span.addEvent(eventName, time,
                        static_cast<std::uint32_t>(std::clamp<std::int64_t>(dropped, 0, 0x7FFFFFFF)));
}

void GoSpanReader::readLink(JsonAny& value) {
    Context context;
    AttributeList& attributes = m_span.beginInner();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        if (name == "SpanContext")
            context = contextOf(member);
        else if (name == "Attributes")
            addAttributes(member, attributes);
    });
    StringPool& strings = m_bench.strings.pool();
    if (isObject)
        m_span.addLink(traceIdOf(context.trace, strings), spanIdOf(context.span, strings),
                       context.traceState);
}

} // namespace

bool recognisesGoConsole(const JsonOutline& document) {
    return document.has("SpanContext.TraceID") || (document.has("SpanContext") && document.has("SpanKind"));
}

std::unique_ptr<JsonFormat> makeGoConsole(JsonFile& file) {
    return std::make_unique<SpanDocuments>(file, "go-console", makeSpanReader<GoSpanReader>);
}

} // namespace hallway
