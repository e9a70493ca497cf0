// What the JSON of every verb has in common: values, the capture, the document around them. Private to
// report, where nlohmann/json is at home.
#pragma once

#include "analysis/ServiceGraph.h"
#include "analysis/Subset.h"
#include "report/Fields.h"
#include "session/Capture.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace hallway::json {

using Json = nlohmann::ordered_json;

// What is absent is null, never 0; times are decimal strings of ns since 1970, durations integers of ns.
[[nodiscard]] inline Json valueOf(std::string_view text) { return text; }
[[nodiscard]] inline Json valueOf(const std::string& text) { return text; }
[[nodiscard]] inline Json valueOf(std::uint64_t count) { return count; }
[[nodiscard]] inline Json valueOf(bool flag) { return flag; }
[[nodiscard]] inline Json valueOf(Duration duration) { return duration.count(); }
[[nodiscard]] Json valueOf(Timestamp time);
[[nodiscard]] Json valueOf(const Distribution& distribution);
[[nodiscard]] Json valueOf(const NodeFanOut& fanOut);
[[nodiscard]] Json valueOf(const EdgeFanOut& fanOut);

template <class Value>
[[nodiscard]] Json valueOf(const std::optional<Value>& value) {
    return value ? valueOf(*value) : Json();
}

/// visitFields() of a record as an object.
template <class... Record>
[[nodiscard]] Json objectOf(const Record&... record) {
    Json object = Json::object();
    visitFields(record..., [&object](std::string_view name, const auto& value) {
        object[std::string(name)] = valueOf(value);
    });
    return object;
}

/// The value of an attribute, of its own type.
[[nodiscard]] Json valueOf(const NamedValue& value);

/// "schema" and "capture", and "filter" where one chose the subset, to which a verb adds its own.
[[nodiscard]] Json documentOf(std::string_view schema, const Capture& capture, const Subset& subset = {});
/// The whole document as it is printed.
[[nodiscard]] std::string textOf(const Json& document);

} // namespace hallway::json
