// JSON objects as lists of attributes whose keys are paths: what databases make of keys with dots.
#pragma once

#include "decode/AttributeList.h"
#include "decode/DecimalText.h"
#include "decode/JsonText.h"
#include "decode/JsonValue.h"

#include <string>

namespace hallway {

/// Calls visit(std::string_view key, const JsonScalar&) for each member of an object that is no object
/// itself, by its path (`http.request.method`); objects nested deeper than 64 levels come whole. False for
/// another value. `path` is room for the keys, empty. Throws simdjson_error.
template <class Visit>
bool forEachLeaf(JsonAny& value, std::string& path, Visit&& visit, int depth = 0) {
    constexpr int deepest = 64;
    return forEachMember(value, [&](std::string_view name, JsonAny member) {
        const std::size_t size = path.size();
        if (size > 0) path += '.';
        path += name;
        const bool isObject = member.value.type().value() == simdjson::ondemand::json_type::object;
        if (!isObject || depth == deepest)
            visit(std::string_view(path), scalarOf(member));
        else
            forEachLeaf(member, path, visit, depth + 1);
        path.resize(size);
    });
}

/// Adds a value with the type it has in JSON.
inline void addScalar(AttributeList& target, std::string_view key, const JsonScalar& scalar) {
    const StringId id = target.idOf(key);
    switch (scalar.kind) {
    case JsonKind::Null:
        return target.addNull(id);
    case JsonKind::False:
    case JsonKind::True:
        return target.addBool(id, scalar.kind == JsonKind::True);
    case JsonKind::Text:
        return target.addText(id, scalar.text);
    case JsonKind::Number:
        if (scalar.text.find_first_of(".eE") == scalar.text.npos) {
            if (const auto integer = decimalInteger(scalar.text)) return target.addInt(id, *integer);
        }
        if (const auto real = decimalReal(scalar.text)) return target.addDouble(id, *real);
        return target.addText(id, scalar.text);
    default:
        std::string compact;
        appendCompactJson(compact, scalar.text);
        target.addJson(id, compact);
    }
}

} // namespace hallway
