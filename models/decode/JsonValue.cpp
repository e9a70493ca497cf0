#include "decode/JsonValue.h"

namespace hallway {

JsonKind JsonAny::kind() {
    switch (value.type().value()) {
    case simdjson::ondemand::json_type::array:
        return JsonKind::Array;
    case simdjson::ondemand::json_type::object:
        return JsonKind::Object;
    case simdjson::ondemand::json_type::number:
        return JsonKind::Number;
    case simdjson::ondemand::json_type::string:
        return JsonKind::Text;
    case simdjson::ondemand::json_type::boolean:
        return value.get_bool().value() ? JsonKind::True : JsonKind::False;
    case simdjson::ondemand::json_type::null:
        break;
    }
    return JsonKind::Null;
}

JsonScalar scalarOf(JsonAny& value) {
    const JsonKind kind = value.kind();
    switch (kind) {
    case JsonKind::Text:
        return {kind, value.unquoted(value.token())};
    case JsonKind::Number:
        return {kind, value.token()};
    case JsonKind::Object:
        return {kind, value.value.get_object().value().raw_json().value()};
    case JsonKind::Array:
        return {kind, value.value.get_array().value().raw_json().value()};
    default:
        return {kind, {}};
    }
}

std::optional<std::string_view> textOfOther(JsonAny& value) {
    switch (value.kind()) {
    case JsonKind::Text:
        return value.value.get_string().value();
    case JsonKind::Number:
        return value.token();
    case JsonKind::True:
        return "true";
    case JsonKind::False:
        return "false";
    default:
        return std::nullopt;
    }
}

} // namespace hallway
