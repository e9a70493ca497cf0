#include "layout/LayoutMessages.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace hallway {
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;

/// Thrown while reading and caught at the two public doors of this file.
struct NotUsable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

const Json& member(const Json& object, const char* name) {
    if (!object.is_object()) throw NotUsable("an object is expected");
    const auto found = object.find(name);
    if (found == object.end()) throw NotUsable(std::string("no \"") + name + "\"");
    return *found;
}

const Json::array_t& array(const Json& json) {
    const auto* values = json.get_ptr<const Json::array_t*>();
    if (!values) throw NotUsable("a list is expected");
    return *values;
}

double number(const Json& json) {
    if (!json.is_number()) throw NotUsable("a number is expected");
    const auto value = json.get<double>();
    if (!std::isfinite(value)) throw NotUsable("a number is out of range");
    return value;
}

template <class Integer>
Integer integer(const Json& json) {
    if (!json.is_number_integer()) throw NotUsable("a whole number is expected");
    const bool fits = json.is_number_unsigned()
                          ? json.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<Integer>::max())
                          : json.get<std::int64_t>() >= std::int64_t(std::numeric_limits<Integer>::min());
    if (!fits) throw NotUsable("a whole number is out of range");
    return json.get<Integer>();
}

template <std::size_t Count>
std::array<double, Count> numbers(const Json& json) {
    const Json::array_t& values = array(json);
    if (values.size() != Count) throw NotUsable("a list of another length is expected");
    std::array<double, Count> result{};
    for (std::size_t i = 0; i < Count; ++i)
        result[i] = number(values[i]);
    return result;
}

LayoutSize size(const Json& json) {
    const auto [width, height] = numbers<2>(json);
    return {width, height};
}

LayoutPoint point(const Json& json) {
    const auto [x, y] = numbers<2>(json);
    return {x, y};
}

EdgeToRoute edgeToRoute(const Json& json) {
    EdgeToRoute edge;
    edge.tail = integer<std::uint32_t>(member(json, "tail"));
    edge.head = integer<std::uint32_t>(member(json, "head"));
    edge.weight = integer<int>(member(json, "weight"));
    edge.minLength = integer<int>(member(json, "minlen"));
    if (json.contains("label")) edge.label = size(json["label"]);
    return edge;
}

/// [width, height], with the number of its box behind if it stands in one.
NodeToPlace nodeToPlace(const Json& json) {
    if (array(json).size() != 3) return {size(json)};
    return {{number(json[0]), number(json[1])}, integer<std::uint32_t>(json[2])};
}

BoxToDraw boxToDraw(const Json& json) {
    BoxToDraw box{std::nullopt, size(member(json, "title"))};
    if (json.contains("parent")) box.parent = integer<std::uint32_t>(json["parent"]);
    return box;
}

PlacedNode placedNode(const Json& json) {
    const auto [x, y, width, height] = numbers<4>(json);
    return {{x, y}, {width, height}};
}

EdgeRoute edgeRoute(const Json& json) {
    const Json::array_t& coordinates = array(member(json, "curve"));
    if (coordinates.size() < 8 || coordinates.size() % 6 != 2) throw NotUsable("a curve has 1 + 3n points");
    EdgeRoute route;
    route.curve.reserve(coordinates.size() / 2);
    for (std::size_t i = 0; i < coordinates.size(); i += 2)
        route.curve.push_back({number(coordinates[i]), number(coordinates[i + 1])});
    if (json.contains("label")) route.label = point(json["label"]);
    return route;
}

LayoutEngineUsed engineUsed(const Json& json) {
    if (json == "graphviz") return LayoutEngineUsed::Graphviz;
    if (json == "layered") return LayoutEngineUsed::Layered;
    throw NotUsable("the engine is unknown");
}

void checkVersion(const Json& json) {
    if (member(json, "version") != kVersion) throw NotUsable("another version of the layout messages");
}

/// Runs `read` on the parsed text and turns everything it throws into LayoutFailed.
template <class Value, class Read>
Result<Value> reading(std::string_view text, Read read) {
    try {
        const Json json = Json::parse(text);
        checkVersion(json);
        return read(json);
    } catch (const NotUsable& problem) {
        return fail(ErrorCode::LayoutFailed, {problem.what()});
    } catch (const Json::exception&) {
        return fail(ErrorCode::LayoutFailed, {"the message is not JSON"});
    }
}

} // namespace

std::string toJson(const LayoutRequest& request) {
    Json nodes = Json::array();
    for (const NodeToPlace& node : request.nodes) {
        nodes.push_back({node.size.width, node.size.height});
        if (node.box) nodes.back().push_back(*node.box);
    }
    Json edges = Json::array();
    for (const EdgeToRoute& edge : request.edges) {
        Json json{
            {"tail", edge.tail}, {"head", edge.head}, {"weight", edge.weight}, {"minlen", edge.minLength}};
        if (edge.label) json["label"] = {edge.label->width, edge.label->height};
        edges.push_back(std::move(json));
    }
    Json json{{"version", kVersion},
              {"ranksep", request.rankSeparation},
              {"nodesep", request.nodeSeparation},
              {"nodes", std::move(nodes)},
              {"edges", std::move(edges)}};
    for (const BoxToDraw& box : request.boxes) {
        Json drawn{{"title", {box.title.width, box.title.height}}};
        if (box.parent) drawn["parent"] = *box.parent;
        json["boxes"].push_back(std::move(drawn));
    }
    if (request.direction == LayoutDirection::TopDown) json["direction"] = "down";
    return json.dump();
}

std::string toJson(const GraphLayout& layout) {
    Json nodes = Json::array();
    for (const PlacedNode& node : layout.nodes)
        nodes.push_back({node.centre.x, node.centre.y, node.size.width, node.size.height});
    Json edges = Json::array();
    for (const EdgeRoute& route : layout.edges) {
        Json curve = Json::array();
        for (const LayoutPoint& at : route.curve) {
            curve.push_back(at.x);
            curve.push_back(at.y);
        }
        Json json{{"curve", std::move(curve)}};
        if (route.label) json["label"] = {route.label->x, route.label->y};
        edges.push_back(std::move(json));
    }
    Json json{{"version", kVersion},
              {"engine", layout.engine == LayoutEngineUsed::Graphviz ? "graphviz" : "layered"},
              {"size", {layout.size.width, layout.size.height}},
              {"nodes", std::move(nodes)},
              {"edges", std::move(edges)}};
    for (const PlacedBox& box : layout.boxes)
        json["boxes"].push_back({box.corner.x, box.corner.y, box.size.width, box.size.height});
    return json.dump();
}

Result<LayoutRequest> layoutRequestFromJson(std::string_view text) {
    return reading<LayoutRequest>(text, [](const Json& json) -> Result<LayoutRequest> {
        LayoutRequest request;
        request.rankSeparation = number(member(json, "ranksep"));
        request.nodeSeparation = number(member(json, "nodesep"));
        for (const Json& node : array(member(json, "nodes")))
            request.nodes.push_back(nodeToPlace(node));
        if (json.contains("boxes"))
            for (const Json& box : array(json["boxes"]))
                request.boxes.push_back(boxToDraw(box));
        if (json.contains("direction")) {
            if (json["direction"] != "down") throw NotUsable("the direction is unknown");
            request.direction = LayoutDirection::TopDown;
        }
        for (const Json& edge : array(member(json, "edges")))
            request.edges.push_back(edgeToRoute(edge));
        if (const Status fine = checkLayoutRequest(request); !fine) return fail(fine.error());
        return request;
    });
}

Result<GraphLayout> graphLayoutFromJson(std::string_view text) {
    return reading<GraphLayout>(text, [](const Json& json) -> Result<GraphLayout> {
        GraphLayout layout;
        layout.engine = engineUsed(member(json, "engine"));
        layout.size = size(member(json, "size"));
        for (const Json& node : array(member(json, "nodes")))
            layout.nodes.push_back(placedNode(node));
        for (const Json& edge : array(member(json, "edges")))
            layout.edges.push_back(edgeRoute(edge));
        if (json.contains("boxes")) {
            for (const Json& box : array(json["boxes"])) {
                const auto [x, y, width, height] = numbers<4>(box);
                layout.boxes.push_back({{x, y}, {width, height}});
            }
        }
        return layout;
    });
}

} // namespace hallway
