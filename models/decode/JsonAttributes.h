// Plain JSON values as attributes, for formats that write attributes as a JSON object.
#pragma once

#include "decode/AttributeList.h"
#include "decode/FlatMembers.h"
#include "decode/JsonValue.h"

#include <string>
#include <string_view>

namespace hallway {

/// Adds a value with the type it has in JSON: a number without point and exponent that fits is an Int;
/// objects and arrays are kept as their JSON text.
void addScalar(AttributeList& target, StringId key, const JsonScalar& value);
inline void addScalar(AttributeList& target, std::string_view key, const JsonScalar& value) {
    addScalar(target, target.idOf(key), value);
}

/// Everything throws simdjson_error; values as addScalar() adds them.
class JsonAttributes {
public:
    void add(std::string_view key, JsonAny& value, AttributeList& target);
    /// The members of an object; nothing for other values.
    void addMembers(JsonAny& object, AttributeList& target);
    /// The same with objects in it taken apart, named from `prefix` on: of "p" {"a":{"b":1}} is `p.a.b`.
    void addFlat(std::string_view prefix, JsonAny& object, AttributeList& target);

private:
    FlatMembers m_members;
};

} // namespace hallway
