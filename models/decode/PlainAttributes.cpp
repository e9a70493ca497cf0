#include "decode/PlainAttributes.h"

#include "decode/DecimalText.h"

namespace hallway {

namespace {

bool takeInteger(PlainJson& json, std::int64_t& number) {
    std::string_view text;
    if (!json.take("\"")) // as protobuf's JSON writes 64-bit integers
        text = json.takeNumber();
    else if (!json.takeString(text))
        return false;
    const auto value = decimalInteger(text);
    number = value.value_or(0);
    return value.has_value();
}

bool takeReal(PlainJson& json, double& number) {
    const auto value = decimalReal(json.takeNumber());
    number = value.value_or(0);
    return value.has_value();
}

inline bool takeValue(PlainJson& json, PlainAttributes::Plain& attribute) {
    if (json.take("stringValue\":\"")) {
        attribute.type = ValueType::Text;
        return json.takeString(attribute.text);
    }
    if (json.take("intValue\":")) {
        attribute.type = ValueType::Int;
        return takeInteger(json, attribute.integer);
    }
    if (json.take("boolValue\":true")) {
        attribute.type = ValueType::True;
        return true;
    }
    if (json.take("doubleValue\":")) {
        attribute.type = ValueType::Double;
        return takeReal(json, attribute.real);
    }
    attribute.type = ValueType::False;
    return json.take("boolValue\":false");
}

} // namespace

PlainAttributes::PlainAttributes(PlainJson& json) : m_json(json) {
    if (!json.take("[")) return;
    m_isAtEnd = json.take("]");
    m_isPlain = !m_isAtEnd;
}

std::optional<PlainAttributes::Plain> PlainAttributes::next() {
    if (!m_isPlain) return std::nullopt;
    PlainJson json = m_json; // a copy that stays in registers: this is the hottest loop of an import
    Plain attribute;
    m_isPlain = json.take("{\"key\":\"") && json.takeString(attribute.key) && json.take(",\"value\":{\"") &&
                takeValue(json, attribute) && json.take("}}");
    // Without a comma or the end of the list behind it, it is not what it looked like.
    if (m_isPlain && !json.take(",")) {
        m_isPlain = false;
        m_isAtEnd = json.take("]");
        if (!m_isAtEnd) return std::nullopt;
    } else if (!m_isPlain) {
        return std::nullopt;
    }
    m_json = json;
    ++m_count;
    return attribute;
}

} // namespace hallway
