#include "decode/JsonValue.h"

namespace hallway {

namespace {

/// What stands between the quotes of a string token.
std::string_view insideOf(std::string_view token, JsonAny& value) {
    const bool asItStands = token.size() >= 2 && token.back() == '"' &&
                            (!value.hasEscapes || token.find('\\') == std::string_view::npos);
    return asItStands ? token.substr(1, token.size() - 2) : value.value.get_string().value();
}

} // namespace

std::string_view JsonAny::token() {
    std::string_view token = value.raw_json_token();
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
        token.remove_suffix(1);
    return token;
}

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
        return {kind, insideOf(value.token(), value)};
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

std::optional<std::string_view> textOf(JsonAny& value) {
    const std::string_view token = value.token();
    if (!token.empty() && token.front() == '"') return insideOf(token, value); // the common case
    switch (value.kind()) {
    case JsonKind::Text:
    case JsonKind::Number:
        return token;
    case JsonKind::True:
        return "true";
    case JsonKind::False:
        return "false";
    default:
        return std::nullopt;
    }
}

} // namespace hallway
