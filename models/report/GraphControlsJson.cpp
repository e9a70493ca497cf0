#include "report/GraphControlsJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {

using Json = nlohmann::json;
using Limits = KeptControlsLimits;

constexpr int mostHops = 1'000'000;
constexpr double farthest = 1e7; // px
constexpr std::int64_t longestTime = 86'400'000'000'000;

Json placesJson(const GraphControls::Places& places) {
    Json json = Json::object();
    for (const auto& [label, at] : places)
        json[label] = {at.x, at.y};
    return json;
}

Json jsonOf(const GraphControls& controls) {
    Json json = Json::object();
    if (const auto& focus = controls.focus) {
        json["focus"] = {{"node", focus->node}, {"up", focus->up}, {"down", focus->down}};
        if (!focus->callee.empty()) {
            json["focus"]["callee"] = focus->callee;
            json["focus"]["class"] = std::string(wordOf(focus->callClass));
        }
    }
    json["least"] = {{"calls", controls.least.calls},
                     {"failed", controls.least.failed},
                     {"p99_ns", controls.least.p99.count()}};
    json["hide"] = controls.hide;
    json["group_by"] = controls.groupBy;
    json["collapsed"] = controls.collapsed;
    json["operations_of"] = controls.operationsOf;
    json["queues_as_nodes"] = controls.queuesAsNodes;
    json["top_down"] = controls.direction == LayoutDirection::TopDown;
    json["places"] = placesJson(controls.leftToRight);
    json["places_top_down"] = placesJson(controls.topDown);
    return json;
}

const Json* member(const Json& object, const char* name) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

std::string textIn(const Json& object, const char* name) {
    const Json* const value = member(object, name);
    if (!value || !value->is_string()) return {};
    const auto& text = value->get_ref<const std::string&>();
    return text.size() <= Limits::text ? text : std::string();
}

bool flagIn(const Json& object, const char* name) {
    const Json* const value = member(object, name);
    return value && value->is_boolean() && value->get<bool>();
}

double numberIn(const Json& object, const char* name, double most) {
    const Json* const value = member(object, name);
    if (!value || !value->is_number()) return 0;
    const auto number = value->get<double>();
    return number >= 0 && number <= most ? number : 0; // NaN is neither
}

std::vector<std::string> namesIn(const Json& object, const char* name) {
    std::vector<std::string> names;
    const Json* const list = member(object, name);
    if (!list || !list->is_array()) return names;
    for (const Json& value : *list) {
        if (names.size() == Limits::names) break;
        if (value.is_string() && value.get_ref<const std::string&>().size() <= Limits::text)
            names.push_back(value.get<std::string>());
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

GraphControls::Places placesIn(const Json& object, const char* name) {
    GraphControls::Places places;
    const Json* const held = member(object, name);
    if (!held || !held->is_object()) return places;
    for (const auto& [label, at] : held->items()) {
        const bool isPoint = at.is_array() && at.size() == 2 && at[0].is_number() && at[1].is_number();
        if (!isPoint || label.size() > Limits::text || places.size() == Limits::places) continue;
        const LayoutPoint point{at[0].get<double>(), at[1].get<double>()};
        if (std::abs(point.x) < farthest && std::abs(point.y) < farthest) places.emplace(label, point);
    }
    return places;
}

std::optional<GraphControls::Focus> focusIn(const Json& object) {
    const Json* const held = member(object, "focus");
    if (!held) return std::nullopt;
    GraphControls::Focus focus;
    focus.node = textIn(*held, "node");
    focus.callee = textIn(*held, "callee");
    focus.up = static_cast<int>(numberIn(*held, "up", mostHops));
    focus.down = static_cast<int>(numberIn(*held, "down", mostHops));
    const std::string word = textIn(*held, "class");
    for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(CallClass::Unpaired); ++i)
        if (wordOf(static_cast<CallClass>(i)) == word) focus.callClass = static_cast<CallClass>(i);
    if (focus.node.empty()) return std::nullopt;
    return focus;
}

GraphControls controlsOf(const Json& json) {
    GraphControls controls;
    controls.focus = focusIn(json);
    if (const Json* const least = member(json, "least")) {
        controls.least.calls = static_cast<std::uint64_t>(numberIn(*least, "calls", 1e15));
        controls.least.failed = numberIn(*least, "failed", 1);
        controls.least.p99 =
            Duration(static_cast<std::int64_t>(numberIn(*least, "p99_ns", static_cast<double>(longestTime))));
    }
    controls.hide = textIn(json, "hide");
    if (!FigureExpression::parse(controls.hide)) controls.hide.clear();
    controls.groupBy = textIn(json, "group_by");
    controls.collapsed = namesIn(json, "collapsed");
    controls.operationsOf = namesIn(json, "operations_of");
    controls.queuesAsNodes = flagIn(json, "queues_as_nodes");
    if (flagIn(json, "top_down")) controls.direction = LayoutDirection::TopDown;
    controls.leftToRight = placesIn(json, "places");
    controls.topDown = placesIn(json, "places_top_down");
    return controls;
}

} // namespace

std::string controlsJson(const KeptControls& kept) {
    Json captures = Json::array();
    for (const auto& [fingerprint, controls] : kept) {
        if (captures.size() == Limits::captures) break;
        Json capture = jsonOf(controls);
        capture["capture"] = fingerprint;
        captures.push_back(std::move(capture));
    }
    // Names need not be UTF-8; what is not becomes U+FFFD.
    return Json{{"graphs", std::move(captures)}}.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

KeptControls controlsFromJson(std::string_view text) {
    KeptControls kept;
    const Json json = Json::parse(text, nullptr, false);
    const Json* const captures = member(json, "graphs");
    if (!captures || !captures->is_array()) return kept;
    for (const Json& capture : *captures) {
        if (kept.size() == Limits::captures) break;
        if (std::string fingerprint = textIn(capture, "capture"); !fingerprint.empty())
            kept.emplace_back(std::move(fingerprint), controlsOf(capture));
    }
    return kept;
}

} // namespace hallway
