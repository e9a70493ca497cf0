#include "store/AttributeCounts.h"

#include "store/RowScan.h"
#include "store/ValueCounts.h"
#include "trace/Attribute.h"
#include "trace/Event.h"

namespace hallway {

namespace {

const StringId noKey(0u); ///< of places without keys

/// The counts of one thread's rows.
struct Counts {
    const StringPool* strings;
    ValueCounts spans, events, links, eventNames, messages;
    std::vector<std::uint64_t> resources, scopes; ///< spans, by id

    bool add(std::uint32_t row, std::string_view record, const SpanRowAttributes& attributes) {
        if (attributes.resource.index() >= resources.size()) return false;
        if (attributes.scope.valid() && attributes.scope.index() >= scopes.size()) return false;
        ++resources[attributes.resource.index()];
        if (attributes.scope.valid()) ++scopes[attributes.scope.index()];
        addList(spans, attributes.attributes, row);
        if (const auto head = readHead(record)) messages.addText(noKey, head->message, row);
        std::string_view packed = attributes.events;
        while (const auto event = takeEvent(packed)) {
            eventNames.addText(noKey, event->name, row);
            addList(events, event->attributes, row);
        }
        packed = attributes.links;
        while (const auto link = takeLink(packed))
            addList(links, link->attributes, row);
        return true;
    }
    void addList(ValueCounts& counts, std::string_view packed, std::uint64_t row,
                 std::uint64_t times = 1) const {
        AttributeReader reader(packed, *strings);
        while (const auto attribute = reader.next())
            counts.add(*attribute, row, times);
    }
};

} // namespace

Result<std::vector<CountedValues>> AttributeCounts::run(std::span<const Database> connections,
                                                        const CancelToken& cancel) const {
    const ValueCounts none(m_strings, m_limits);
    const Counts begin{&m_strings,
                       none,
                       none,
                       none,
                       none,
                       none,
                       std::vector<std::uint64_t>(m_resources.size(), 0),
                       std::vector<std::uint64_t>(m_scopes.size(), 0)};
    auto parts = scanRows(connections, SpanPart::Links, forEach(connections, begin), cancel);
    if (!parts) return fail(parts.error());
    Counts all = std::move(parts->front());
    for (std::size_t i = 1; i < parts->size(); ++i) {
        const Counts& more = (*parts)[i];
        all.spans.merge(more.spans);
        all.events.merge(more.events);
        all.links.merge(more.links);
        all.eventNames.merge(more.eventNames);
        all.messages.merge(more.messages);
        for (std::size_t id = 0; id < all.resources.size(); ++id)
            all.resources[id] += more.resources[id];
        for (std::size_t id = 0; id < all.scopes.size(); ++id)
            all.scopes[id] += more.scopes[id];
    }
    ValueCounts resources = none, scopes = none, libraries = none, versions = none;
    for (std::size_t id = 0; id < all.resources.size(); ++id)
        if (all.resources[id] > 0)
            all.addList(resources, m_resources[ResourceId(id)].attributes, id, all.resources[id]);
    for (std::size_t id = 0; id < all.scopes.size(); ++id) {
        if (all.scopes[id] == 0) continue;
        const Scope& scope = m_scopes[ScopeId(id)];
        all.addList(scopes, scope.attributes, id, all.scopes[id]);
        libraries.addText(noKey, scope.name, id, all.scopes[id]);
        versions.addText(noKey, scope.version, id, all.scopes[id]);
    }
    std::vector<CountedValues> counted;
    const auto take = [&counted](const ValueCounts& counts, AttributePlace place) {
        for (CountedValues& values : counts.take(place))
            counted.push_back(std::move(values));
    };
    take(all.spans, AttributePlace::Span);
    take(resources, AttributePlace::Resource);
    take(scopes, AttributePlace::Instrumentation);
    take(all.events, AttributePlace::Event);
    take(all.links, AttributePlace::Link);
    take(libraries, AttributePlace::InstrumentationName);
    take(versions, AttributePlace::InstrumentationVersion);
    take(all.messages, AttributePlace::StatusMessage);
    take(all.eventNames, AttributePlace::EventName);
    return counted;
}

} // namespace hallway
