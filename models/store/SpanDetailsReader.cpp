#include "store/SpanDetailsReader.h"

#include "trace/Event.h"

namespace hallway {

namespace {

bool known(StringId id, const StringPool& strings) { return !id.valid() || id.index() < strings.size(); }

bool known(TraceId id, const StringPool& strings) { return !id.opaque || id.low < strings.size(); }

bool known(SpanId id, const StringPool& strings) { return !id.opaque || id.value < strings.size(); }

bool readEvents(std::string_view packed, const StringPool& strings, std::vector<EventDetails>& events) {
    while (!packed.empty()) {
        const auto event = takeEvent(packed);
        if (!event || !known(event->name, strings)) return false;
        events.push_back({event->time, std::string(strings.text(event->name)),
                          unpack(event->attributes, strings), event->droppedCount});
    }
    return true;
}

bool readLinks(std::string_view packed, const StringPool& strings, std::vector<LinkDetails>& links) {
    while (!packed.empty()) {
        const auto link = takeLink(packed);
        if (!link || !known(link->traceState, strings) || !known(link->trace, strings) ||
            !known(link->span, strings))
            return false;
        links.push_back({link->trace, link->span, textOf(link->trace, strings), textOf(link->span, strings),
                         std::string(strings.text(link->traceState)), unpack(link->attributes, strings)});
    }
    return true;
}

} // namespace

std::optional<SpanDetails> detailsOf(const SpanRowFields& fields, const DetailTables& tables) {
    const StringPool& strings = tables.strings;
    if (!known(fields.parent, strings) || !known(fields.message, strings) || !known(fields.state, strings) ||
        fields.resource.index() >= tables.resources.size() ||
        (fields.scope.valid() && fields.scope.index() >= tables.scopes.size()))
        return std::nullopt;

    SpanDetails details;
    details.row = fields.row;
    details.source = fields.source;
    if (!fields.parent.isZero()) details.parentId = textOf(fields.parent, strings);
    details.statusMessage = strings.text(fields.message);
    details.traceState = strings.text(fields.state);
    details.droppedCount = fields.dropped;
    details.attributes = unpack(fields.attributes, strings);
    details.resource = unpack(tables.resources[fields.resource].attributes, strings);
    if (fields.scope.valid()) {
        const Scope& scope = tables.scopes[fields.scope];
        if (!known(scope.name, strings) || !known(scope.version, strings)) return std::nullopt;
        details.scopeName = strings.text(scope.name);
        details.scopeVersion = strings.text(scope.version);
        details.scope = unpack(scope.attributes, strings);
    }
    if (!readEvents(fields.events, strings, details.events) ||
        !readLinks(fields.links, strings, details.links))
        return std::nullopt;
    return details;
}

} // namespace hallway
