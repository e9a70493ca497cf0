// One step above simdjson: what decoders ask of the members of an element. Everything here throws
// simdjson::simdjson_error where the element is no JSON after all; ElementReader catches it.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

using JsonAny = simdjson::ondemand::value;
using JsonObject = simdjson::ondemand::object;
using JsonArray = simdjson::ondemand::array;

enum class JsonKind : std::uint8_t { Null, False, True, Number, Text, Object, Array };

[[nodiscard]] JsonKind kindOf(JsonAny& value);

/// A value without structure. Objects and arrays come as their raw JSON text.
struct JsonScalar {
    JsonKind kind = JsonKind::Null;
    std::string_view
        text; ///< Text: unescaped; Number, Object, Array: as written; valid as long as the element
};
[[nodiscard]] JsonScalar scalarOf(JsonAny& value);

/// The unescaped text of a string, the digits of a number, "true" or "false"; nothing for the others.
[[nodiscard]] std::optional<std::string_view> textOf(JsonAny& value);

/// Calls visit(key, value) for each member. Keys are compared raw; one with escapes is unescaped first.
template <class Visit>
void forEachMember(JsonObject object, Visit visit) {
    std::string unescaped;
    for (simdjson::ondemand::field field : object) {
        const char* const begin = field.key().raw();
        const char* end = begin;
        while (*end != '"' && *end != '\\')
            ++end;
        std::string_view key(begin, static_cast<std::size_t>(end - begin));
        if (*end == '\\') {
            unescaped = std::string_view(field.unescaped_key());
            key = unescaped;
        }
        visit(key, field.value());
    }
}

/// forEachMember() of an object; anything else is passed over and false.
template <class Visit>
bool forEachMember(JsonAny& value, Visit visit) {
    JsonObject object;
    if (value.get_object().get(object) != simdjson::SUCCESS) return false;
    forEachMember(object, visit);
    return true;
}

/// Calls visit(value) for each element of an array; anything else is passed over and false.
template <class Visit>
bool forEachElement(JsonAny& value, Visit visit) {
    JsonArray array;
    if (value.get_array().get(array) != simdjson::SUCCESS) return false;
    for (JsonAny element : array)
        visit(element);
    return true;
}

} // namespace hallway
