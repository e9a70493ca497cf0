#include "session/CaptureCatalog.h"

#include "session/Capture.h"
#include "session/DerivedFigures.h"
#include "store/CaptureReader.h"

#include <map>
#include <unordered_map>

namespace hallway {

namespace {

FieldKind fieldAt(AttributePlace place) {
    switch (place) {
    case AttributePlace::Resource:
        return FieldKind::ResourceAttribute;
    case AttributePlace::Instrumentation:
        return FieldKind::InstrumentationAttribute;
    case AttributePlace::Event:
        return FieldKind::EventAttribute;
    case AttributePlace::Link:
        return FieldKind::LinkAttribute;
    case AttributePlace::InstrumentationName:
        return FieldKind::InstrumentationName;
    case AttributePlace::InstrumentationVersion:
        return FieldKind::InstrumentationVersion;
    case AttributePlace::StatusMessage:
        return FieldKind::StatusMessage;
    case AttributePlace::EventName:
        return FieldKind::EventName;
    default:
        return FieldKind::SpanAttribute;
    }
}

/// Texts and how often each of them stands there.
CatalogKey keyOf(FieldKind kind, const std::map<std::string, std::uint64_t>& counts) {
    CatalogKey key{{kind, {}}, 0, false, {}, false};
    for (const auto& [text, times] : counts) {
        key.spans += times;
        if (text.size() > AttributeCatalog::longestValue)
            key.hasMore = true;
        else
            key.values.push_back({text, times});
    }
    return key;
}

/// Names of the spans for which `row` is asked, by how often.
template <class Rows>
CatalogKey namesOf(FieldKind kind, const Capture& capture, const Rows& rows) {
    std::unordered_map<std::uint32_t, std::uint64_t> byId;
    rows([&](SpanRow row, std::uint64_t times) {
        if (const StringId name = capture.spans().name[row.index()]; name.valid())
            byId[name.value()] += times;
    });
    std::map<std::string, std::uint64_t> counts;
    for (const auto& [id, times] : byId)
        counts[std::string(capture.strings().text(StringId(id)))] += times;
    return keyOf(kind, counts);
}

void addRoots(std::vector<CatalogKey>& keys, const Capture& capture, const std::vector<TraceFacts>& traces) {
    keys.push_back(namesOf(FieldKind::RootName, capture, [&](const auto& count) {
        for (std::size_t trace = 0; trace < traces.size(); ++trace)
            count(traces[trace].root, capture.spans().traces[trace].spanCount);
    }));
    std::map<std::string, std::uint64_t> services;
    for (std::size_t trace = 0; trace < traces.size(); ++trace) {
        const NodeId node = capture.spans().node[traces[trace].root.index()];
        const Node& root = capture.calls().nodes[node.index()];
        if (!root.noService) services[root.name] += capture.spans().traces[trace].spanCount;
    }
    keys.push_back(keyOf(FieldKind::RootService, services));
}

void addCalls(std::vector<CatalogKey>& keys, const CallTable& calls) {
    std::map<std::string, std::uint64_t> callers, callees;
    for (const Edge& edge : calls.edges) {
        callers[calls.nodes[edge.caller.index()].label] += edge.callCount;
        callees[calls.nodes[edge.callee.index()].label] += edge.callCount;
    }
    keys.push_back(keyOf(FieldKind::EdgeCaller, callers));
    keys.push_back(keyOf(FieldKind::EdgeCallee, callees));
}

} // namespace

Result<std::shared_ptr<const AttributeCatalog>> catalogOf(const Capture& capture, const CancelToken& cancel) {
    constexpr CountLimits limits{AttributeCatalog::mostKeys, 2'000, AttributeCatalog::longestValue, 500'000};
    const auto counted = capture.reader().countAttributes(capture.strings(), limits, cancel);
    if (!counted) return fail(counted.error());
    const auto traces = capture.derivedFigures().traces(cancel);
    if (!traces) return fail(traces.error());

    std::vector<CatalogKey> keys;
    for (const CountedValues& values : *counted) {
        CatalogKey key{
            {fieldAt(values.place), values.key}, values.spans, values.isNumeric, {}, values.hasMore};
        for (const auto& [value, times] : values.values)
            key.values.push_back({value, times});
        keys.push_back(std::move(key));
    }
    const bool isCapped = keys.size() >= AttributeCatalog::mostKeys;
    keys.push_back(namesOf(FieldKind::Name, capture, [&](const auto& count) {
        for (std::size_t row = 0; row < capture.spans().size(); ++row)
            count(SpanRow(row), 1);
    }));
    addRoots(keys, capture, **traces);
    addCalls(keys, capture.calls());
    return std::make_shared<const AttributeCatalog>(std::move(keys), isCapped);
}

} // namespace hallway
