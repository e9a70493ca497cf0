// Plain JSON values as attributes, for formats that write attributes as a JSON object.
#pragma once

#include "decode/AttributeList.h"
#include "decode/JsonValue.h"

#include <string>
#include <string_view>

namespace hallway {

/// Everything throws simdjson_error. A number without point and exponent that fits is an Int.
class JsonAttributes {
public:
    /// Objects and arrays are kept as their JSON text.
    void add(std::string_view key, JsonAny& value, AttributeList& target);
    /// The members of an object; nothing for other values.
    void addMembers(JsonAny& object, AttributeList& target);
    /// The same with objects in it taken apart: {"a":{"b":1}} is `a.b`. The names begin with `prefix`.
    void addFlat(std::string_view prefix, JsonAny& object, AttributeList& target);

private:
    void addFlat(JsonAny& object, AttributeList& target, int depth);

    std::string m_name; ///< of the member being read, with the names of the objects around it
    std::string m_text;
};

} // namespace hallway
