#include "decode/PlainAttributes.h"

#include "decode/DecimalText.h"

namespace hallway {

PlainAttributes::PlainAttributes(PlainJson& json) : m_json(json) {
    if (!json.take("[")) return;
    m_isAtEnd = json.take("]");
    m_isPlain = !m_isAtEnd;
}

bool PlainAttributes::takeInteger(std::int64_t& number) {
    std::string_view text;
    if (!m_json.take("\"")) // as protobuf's JSON writes 64-bit integers
        text = m_json.takeNumber();
    else if (!m_json.takeString(text))
        return false;
    const auto value = decimalInteger(text);
    number = value.value_or(0);
    return value.has_value();
}

bool PlainAttributes::takeReal(double& number) {
    const auto value = decimalReal(m_json.takeNumber());
    number = value.value_or(0);
    return value.has_value();
}

bool PlainAttributes::takeValue(Plain& attribute) {
    if (m_json.take("stringValue\":\"")) {
        attribute.type = ValueType::Text;
        return m_json.takeString(attribute.text);
    }
    if (m_json.take("intValue\":")) {
        attribute.type = ValueType::Int;
        return takeInteger(attribute.integer);
    }
    if (m_json.take("boolValue\":true")) {
        attribute.type = ValueType::True;
        return true;
    }
    if (m_json.take("doubleValue\":")) {
        attribute.type = ValueType::Double;
        return takeReal(attribute.real);
    }
    attribute.type = ValueType::False;
    return m_json.take("boolValue\":false");
}

bool PlainAttributes::takeSeparator() {
    if (m_json.take(",")) return true;
    m_isPlain = false;
    m_isAtEnd = m_json.take("]");
    return m_isAtEnd;
}

std::optional<PlainAttributes::Plain> PlainAttributes::next() {
    if (!m_isPlain) return std::nullopt;
    Plain attribute;
    m_isPlain = m_json.take("{\"key\":\"") && m_json.takeString(attribute.key) &&
                m_json.take(",\"value\":{\"") && takeValue(attribute) && m_json.take("}}");
    // Without a comma or the end of the list behind it, it is not what it looked like.
    if (!m_isPlain || !takeSeparator()) return std::nullopt;
    ++m_count;
    return attribute;
}

} // namespace hallway
