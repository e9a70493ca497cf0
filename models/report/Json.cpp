#include "report/Json.h"

#include "report/Fields.h"
#include "report/JsonParts.h"

namespace hallway {

using namespace json;

namespace {

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
        members.emplace_back(value.key, valueOf(value));
    }
    return object;
}

Json eventsOf(const std::vector<EventDetails>& events) {
    Json array = Json::array();
    for (const EventDetails& event : events)
        array.push_back({{"time", valueOf(event.time)},
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

std::string edgesJson(const Capture& capture, const GraphReport& report, const Subset& subset) {
    Json document = documentOf("hallway.edges/1", capture, subset);
    document["nodes"] = nodesOf(report);
    document["edges"] = edgesOf(report);
    return textOf(document);
}

std::string servicesJson(const Capture& capture, const GraphReport& report, const Subset& subset) {
    Json document = documentOf("hallway.services/1", capture, subset);
    Json& services = document["services"] = Json::array();
    for (const NodeId id : report.nodes)
        if (report.node(id).node.kind == NodeKind::Service) services.push_back(objectOf(report.node(id)));
    return textOf(document);
}

std::string graphJson(const Capture& capture, const GraphReport& report, const GraphLayout* layout,
                      const Subset& subset) {
    Json document = documentOf("hallway.graph/1", capture, subset);
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

std::string tracesJson(const Capture& capture, const TraceReport& report, const Subset& subset) {
    Json document = documentOf("hallway.traces/1", capture, subset);
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
