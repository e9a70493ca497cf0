#include "decode/JsonValue.h"

namespace hallway {

namespace {

std::string_view withoutSpaceAtEnd(std::string_view token) {
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
        token.remove_suffix(1);
    return token;
}

} // namespace

JsonKind kindOf(JsonAny& value) {
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
    const JsonKind kind = kindOf(value);
    switch (kind) {
    case JsonKind::Text:
        return {kind, value.get_string().value()};
    case JsonKind::Number:
        return {kind, withoutSpaceAtEnd(value.raw_json_token())};
    case JsonKind::Object:
        return {kind, value.get_object().value().raw_json().value()};
    case JsonKind::Array:
        return {kind, value.get_array().value().raw_json().value()};
    default:
        return {kind, {}};
    }
}

std::optional<std::string_view> textOf(JsonAny& value) {
    if (std::string_view text; value.get_string().get(text) == simdjson::SUCCESS)
        return text; // the common case
    switch (kindOf(value)) {
    case JsonKind::Text:
        return value.get_string().value();
    case JsonKind::Number:
        return withoutSpaceAtEnd(value.raw_json_token());
    case JsonKind::True:
        return "true";
    case JsonKind::False:
        return "false";
    default:
        return std::nullopt;
    }
}

} // namespace hallway
