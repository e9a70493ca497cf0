// Events and links of a row: one array for each of their members.
#include "decode/IdText.h"
#include "decode/JsonAttributes.h"
#include "decode/SpanRow.h"

namespace hallway {

namespace {

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

/// The element of that index, which is added if it is the next one.
template <class T>
T& at(std::vector<T>& list, std::size_t index) {
    if (index >= list.size()) list.resize(index + 1);
    return list[index];
}

} // namespace

template <class Read>
void SpanRow::forEachInArrays(std::initializer_list<SpanField> fields, Read&& read) {
    std::string& json = m_json.begin();
    bool any = false;
    for (const SpanField field : fields) {
        const std::string_view array = text(field);
        json += json.empty() ? "[" : ",";
        if (array.starts_with('['))
            appendClickHouseJson(json, array);
        else
            json += "[]";
        any = any || array.size() > 2;
    }
    if (!any) return;
    json += ']';
    const bool isGood = m_json.read([&](JsonAny& arrays) {
        const SpanField* field = fields.begin();
        forEachElement(arrays, [&](JsonAny array) {
            std::size_t index = 0;
            if (field != fields.end())
                forEachElement(array, [&](JsonAny value) { read(*field, index++, value); });
            if (field != fields.end()) ++field;
        });
    });
    if (!isGood)
        m_bench.spanAttributes.countInvalid("of events or links",
                                            "no array; what came before the flaw is kept");
}

void SpanRow::pack(JsonAny& map, std::string& target) {
    AttributeList& attributes = m_bench.innerAttributes;
    target.clear();
    attributes.begin(target);
    m_members.forEach(
        map, [&](std::string_view key, JsonAny value) { addScalar(attributes, key, scalarOf(value)); });
}

void SpanRow::readEvents() {
    m_events.clear();
    for (std::string& packed : m_packed)
        packed.clear();
    forEachInArrays({SpanField::EventTimes, SpanField::EventNames, SpanField::EventAttributes},
                    [&](SpanField field, std::size_t index, JsonAny& value) {
                        Event& event = at(m_events, index);
                        if (field == SpanField::EventTimes) {
                            const auto time = writtenTime(textOrEmpty(value), TimeUnit::Unknown);
                            event.time =
                                m_bench.assembler.time(time ? std::optional(time->nanoseconds) : std::nullopt,
                                                       "the time of an event");
                        } else if (field == SpanField::EventNames) {
                            event.name = m_bench.strings.intern(textOrEmpty(value));
                        } else {
                            pack(value, at(m_packed, index));
                        }
                    });
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        Event& event = m_events[i];
        if (!event.name.valid()) event.name = StringId(0u);
        event.attributes = i < m_packed.size() ? std::string_view(m_packed[i]) : std::string_view();
        if (m_bench.strings.text(event.name) == "exception") m_record->flags.set(SpanFlag::HasException);
        appendEvent(m_bench.assembler.draft().events, event);
    }
}

void SpanRow::readLinks() {
    m_links.clear();
    for (std::string& packed : m_packed)
        packed.clear();
    StringPool& pool = m_bench.strings.pool();
    forEachInArrays(
        {SpanField::LinkTraces, SpanField::LinkSpans, SpanField::LinkStates, SpanField::LinkAttributes},
        [&](SpanField field, std::size_t index, JsonAny& value) {
            Link& link = at(m_links, index);
            if (field == SpanField::LinkTraces)
                link.trace = traceIdOf(textOrEmpty(value), pool);
            else if (field == SpanField::LinkSpans)
                link.span = spanIdOf(textOrEmpty(value), pool);
            else if (field == SpanField::LinkStates)
                link.traceState = m_bench.strings.intern(textOrEmpty(value));
            else
                pack(value, at(m_packed, index));
        });
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        Link& link = m_links[i];
        if (!link.traceState.valid()) link.traceState = StringId(0u);
        link.attributes = i < m_packed.size() ? std::string_view(m_packed[i]) : std::string_view();
        m_bench.assembler.addLink(link);
    }
}

} // namespace hallway
