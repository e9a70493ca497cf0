#include "report/Json.h"

#include "report/Fields.h"
#include "report/TerminalSafe.h"

#include <nlohmann/json.hpp>

namespace hallway {

namespace {

using Json = nlohmann::ordered_json;

Json timeText(Timestamp time) { return std::to_string(nanosecondsOf(time)); }

Json valueOf(std::string_view text) { return text; }
Json valueOf(std::uint64_t count) { return count; }
Json valueOf(bool flag) { return flag; }
Json valueOf(Timestamp time) { return timeText(time); }
Json valueOf(Duration duration) { return duration.count(); }
Json valueOf(const std::string& text) { return text; }

Json valueOf(const Distribution& distribution) {
    return {{"samples", distribution.samples},
            {"p50", distribution.p50.count()},
            {"p95", distribution.p95.count()},
            {"p99", distribution.p99.count()},
            {"max", distribution.max.count()}};
}

Json valueOf(const NodeFanOut& fanOut) {
    return {{"mean", fanOut.mean}, {"p50", fanOut.p50}, {"p95", fanOut.p95}, {"max", fanOut.max}};
}

/// Without entries in range there is nothing to divide by: null, never 0.
Json valueOf(const EdgeFanOut& fanOut) {
    const bool any = fanOut.entries > 0;
    return {{"entries", fanOut.entries},
            {"mean", any ? Json(fanOut.mean) : Json()},
            {"share", any ? Json(fanOut.share) : Json()},
            {"mean_when_called", fanOut.meanWhenCalled ? Json(*fanOut.meanWhenCalled) : Json()},
            {"max", any ? Json(fanOut.max) : Json()}};
}

template <class Value>
Json valueOf(const std::optional<Value>& value) {
    return value ? valueOf(*value) : Json();
}

/// visitFields() into an object.
struct Collector {
    Json& object;
    template <class Value>
    void operator()(std::string_view name, const Value& value) const {
        object[std::string(name)] = valueOf(value);
    }
};

template <class... Record>
Json objectOf(const Record&... record) {
    Json object = Json::object();
    visitFields(record..., Collector{object});
    return object;
}

Json sourceOf(const Source& source) {
    Json problems = Json::array();
    for (const Problem& problem : source.problems)
        problems.push_back(
            {{"code", wordOf(problem.code)}, {"count", problem.count}, {"example", exampleText(problem)}});
    return {{"path", source.path},
            {"format", source.format},
            {"bytes", source.bytes},
            {"spans", source.spans},
            {"problems", std::move(problems)}};
}

Json captureOf(const Capture& capture) {
    const CaptureFigures& figures = capture.figures();
    Json sources = Json::array();
    std::vector<const Source*> sorted; // by path; entries of archives stand as they were read
    for (const Source& source : capture.sources())
        sorted.push_back(&source);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Source* a, const Source* b) { return a->path < b->path; });
    for (const Source* const source : sorted)
        sources.push_back(sourceOf(*source));
    return {{"traces", figures.traces},     {"spans", figures.spans},
            {"services", figures.services}, {"duplicates", figures.duplicates},
            {"orphans", figures.orphans},   {"start", valueOf(figures.start)},
            {"end", valueOf(figures.end)},  {"sources", std::move(sources)}};
}

Json documentOf(std::string_view schema, const Capture& capture) {
    return {{"schema", schema}, {"capture", captureOf(capture)}};
}

std::string textOf(const Json& document) {
    // Names were checked to be UTF-8 on import; `replace` keeps paths that are not.
    return terminalSafeJson(document.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

Json pointOf(LayoutPoint point) { return {point.x, point.y}; }

void place(Json& node, const PlacedNode& placed) {
    node["position"] = {{"x", placed.centre.x},
                        {"y", placed.centre.y},
                        {"width", placed.size.width},
                        {"height", placed.size.height}};
}

void route(Json& edge, const EdgeRoute& routed) {
    Json curve = Json::array();
    for (const LayoutPoint& point : routed.curve)
        curve.push_back(pointOf(point));
    edge["curve"] = std::move(curve);
}

Json attributesOf(const std::vector<NamedValue>& values) {
    Json object = Json::object();
    for (const NamedValue& value : values) {
        // Keys of one list differ already (the first wins), so no search among those before.
        auto& members = static_cast<Json::object_t::Container&>(object.get_ref<Json::object_t&>());
        Json& place = members.emplace_back(value.key, Json()).second;
        switch (value.type) {
        case ValueType::Null:
            place = nullptr;
            break;
        case ValueType::False:
            place = false;
            break;
        case ValueType::True:
            place = true;
            break;
        case ValueType::Int:
            place = value.integer;
            break;
        case ValueType::Double:
            place = value.real;
            break;
        case ValueType::Json:
            place = Json::parse(value.text, nullptr, false);
            if (place.is_discarded()) place = value.text;
            break;
        case ValueType::PooledText:
        case ValueType::Text:
        case ValueType::Bytes:
            place = value.text;
            break;
        }
    }
    return object;
}

Json eventsOf(const std::vector<EventDetails>& events) {
    Json array = Json::array();
    for (const EventDetails& event : events)
        array.push_back({{"time", timeText(event.time)},
                         {"name", event.name},
                         {"attributes", attributesOf(event.attributes)}});
    return array;
}

Json linksOf(const std::vector<LinkDetails>& links) {
    Json array = Json::array();
    for (const LinkDetails& link : links)
        array.push_back({{"trace_id", link.traceId},
                         {"span_id", link.spanId},
                         {"attributes", attributesOf(link.attributes)}});
    return array;
}

Json nodesOf(const GraphReport& report) {
    Json nodes = Json::array();
    for (const NodeId id : report.nodes)
        nodes.push_back(objectOf(report.node(id)));
    return nodes;
}

Json edgesOf(const GraphReport& report) {
    Json edges = Json::array();
    for (const EdgeId id : report.edges)
        edges.push_back(objectOf(report, report.edge(id)));
    return edges;
}

} // namespace

std::string exampleText(const Problem& problem) {
    if (!problem.position) return problem.detail;
    const std::string where = problem.position->line ? "line " + std::to_string(*problem.position->line)
                                                     : "byte " + std::to_string(problem.position->offset);
    return problem.detail.empty() ? where : problem.detail + " (" + where + ")";
}

std::string edgesJson(const Capture& capture, const GraphReport& report) {
    Json document = documentOf("hallway.edges/1", capture);
    document["nodes"] = nodesOf(report);
    document["edges"] = edgesOf(report);
    return textOf(document);
}

std::string servicesJson(const Capture& capture, const GraphReport& report) {
    Json document = documentOf("hallway.services/1", capture);
    Json& services = document["services"] = Json::array();
    for (const NodeId id : report.nodes)
        if (report.node(id).node.kind == NodeKind::Service) services.push_back(objectOf(report.node(id)));
    return textOf(document);
}

std::string graphJson(const Capture& capture, const GraphReport& report, const GraphLayout* layout) {
    Json document = documentOf("hallway.graph/1", capture);
    Json nodes = nodesOf(report);
    Json edges = edgesOf(report);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        nodes[i]["label"] = report.label(report.nodes[i]);
    if (layout) {
        document["size"] = {{"width", layout->size.width}, {"height", layout->size.height}};
        for (std::size_t i = 0; i < nodes.size(); ++i)
            place(nodes[i], layout->nodes[i]);
        for (std::size_t i = 0; i < edges.size(); ++i)
            route(edges[i], layout->edges[i]);
    }
    document["nodes"] = std::move(nodes);
    document["edges"] = std::move(edges);
    return textOf(document);
}

std::string tracesJson(const Capture& capture, const TraceReport& report) {
    Json document = documentOf("hallway.traces/1", capture);
    document["total"] = report.total;
    Json& traces = document["traces"] = Json::array();
    for (const TraceRecord& record : report.traces)
        traces.push_back(objectOf(record));
    return textOf(document);
}

std::string traceJson(const WholeTrace& trace) {
    Json document = {{"schema", "hallway.trace/1"}, {"trace", objectOf(trace.record)}};
    Json& spans = document["spans"] = Json::array();
    for (const SpanLine& line : trace.spans) {
        Json span = objectOf(line);
        span["attributes"] = attributesOf(line.details.attributes);
        span["resource"] = attributesOf(line.details.resource);
        span["events"] = eventsOf(line.details.events);
        span["links"] = linksOf(line.details.links);
        spans.push_back(std::move(span));
    }
    return textOf(document);
}

} // namespace hallway
