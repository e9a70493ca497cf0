#include "report/DifferenceReport.h"

#include "report/JsonParts.h"

#include <cmath>

namespace hallway {

namespace {

using json::Json;

/// 200, not 200.0, where a double holds the whole number exactly.
Json numberOrNull(const std::optional<double>& value) {
    constexpr double exact = 9'007'199'254'740'992; // 2^53
    if (!value) return {};
    if (std::abs(*value) <= exact && *value == std::floor(*value)) return static_cast<std::int64_t>(*value);
    return *value;
}

Json valueOf(const ValueLabel& label) {
    switch (label.form) {
    case ValueForm::Absent:
        return {};
    case ValueForm::Flag:
        return label.text == "true";
    case ValueForm::Number:
        return numberOrNull(label.low);
    case ValueForm::Range:
        return {{"from", numberOrNull(label.low)}, {"to", numberOrNull(label.high)}};
    case ValueForm::Text:
    case ValueForm::List:
        break;
    }
    return label.text;
}

void addDimension(Json& object, const Dimension& dimension, const CallTable& calls) {
    object["side"] = wordOf(dimension.side);
    object["service"] =
        dimension.service.valid() ? Json(calls.nodes[dimension.service.index()].label) : Json();
    object["scope"] = wordOf(dimension.scope);
    object["key"] = keyOf(dimension);
}

void addValue(Json& object, const ComparedValue& value) {
    object["value"] = valueOf(value.label);
    object["absent"] = value.label.form == ValueForm::Absent;
    object["selected"] = value.calls.selected;
    object["others"] = value.calls.others;
    object["difference"] = value.effect;
    object["p"] = value.p ? Json(*value.p) : Json();
}

} // namespace

std::string differencesJson(const Capture& capture, const DifferenceReport& report, const Subset& subset) {
    const CallTable& calls = capture.calls();
    const Differences& all = report.differences;
    const auto split = [](const SplitCount& count) -> Json {
        return {{"selected", count.selected}, {"others", count.others}};
    };
    Json document = json::documentOf("hallway.differences/1", capture, subset);
    document["source"] = report.source;
    document["selected"] = report.selected;
    document["against"] = report.others.empty() ? Json() : Json(report.others);
    document["calls"] = split(all.calls);
    document["enough"] = all.enough;
    document["tested"] = split(all.tested);
    document["unit"] = all.unit == TestedUnit::Trace ? "trace" : "call";
    document["dimensions"] = all.dimensions;
    document["tests"] = all.tests;
    Json& findings = document["findings"] = Json::array();
    for (const Difference& finding : all.findings) {
        Json object = Json::object();
        addDimension(object, finding.dimension, calls);
        addValue(object, finding.value);
        const auto condition = conditionOf(finding.dimension, finding.value.label, calls, report.ends);
        object["condition"] = condition ? Json(*condition) : Json();
        Json& also = object["also"] = Json::array();
        for (const SameSplit& same : finding.also) {
            Json other = Json::object();
            addDimension(other, same.dimension, calls);
            addValue(other, same.value);
            also.push_back(std::move(other));
        }
        Json& values = object["values"] = Json::array();
        for (const ComparedValue& value : finding.values)
            addValue(values.emplace_back(Json::object()), value);
        findings.push_back(std::move(object));
    }
    Json& leftOut = document["left_out"] = Json::array();
    for (const LeftOut& held : all.leftOut) {
        addDimension(leftOut.emplace_back(Json::object()), held.dimension, calls);
        leftOut.back()["why"] = wordOf(held.why);
    }
    document["keys_left_out"] = all.keysLeftOut;
    return json::textOf(document);
}

} // namespace hallway
