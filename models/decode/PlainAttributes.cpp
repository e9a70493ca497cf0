#include "decode/PlainAttributes.h"

#include "decode/DecimalText.h"

#include <cstring>

namespace hallway {

PlainAttributes::PlainAttributes(std::string_view text)
    : m_at(text.data()), m_end(text.data() + text.size()) {
    if (!take("[")) return;
    m_isAtEnd = take("]");
    m_isPlain = !m_isAtEnd;
}

template <std::size_t size>
bool PlainAttributes::take(const char (&expected)[size]) {
    constexpr std::size_t length = size - 1;
    if (static_cast<std::size_t>(m_end - m_at) < length || std::memcmp(m_at, expected, length) != 0)
        return false;
    m_at += length;
    return true;
}

bool PlainAttributes::takeString(std::string_view& text) {
    const auto* const quote =
        static_cast<const char*>(std::memchr(m_at, '"', static_cast<std::size_t>(m_end - m_at)));
    if (quote == nullptr) return false;
    text = {m_at, static_cast<std::size_t>(quote - m_at)};
    m_at = quote + 1;
    return true;
}

bool PlainAttributes::takeNumber(std::int64_t& number) {
    std::string_view text;
    if (take("\"")) { // as protobuf's JSON writes 64-bit integers
        if (!takeString(text)) return false;
    } else {
        const char* const begin = m_at;
        while (m_at != m_end && (*m_at == '-' || (*m_at >= '0' && *m_at <= '9')))
            ++m_at;
        text = {begin, static_cast<std::size_t>(m_at - begin)};
    }
    const auto value = decimalInteger(text);
    number = value.value_or(0);
    return value.has_value();
}

bool PlainAttributes::takeValue(Plain& attribute) {
    if (take("stringValue\":\"")) {
        attribute.type = ValueType::Text;
        return takeString(attribute.text);
    }
    if (take("intValue\":")) {
        attribute.type = ValueType::Int;
        return takeNumber(attribute.integer);
    }
    if (take("boolValue\":true")) {
        attribute.type = ValueType::True;
        return true;
    }
    attribute.type = ValueType::False;
    return take("boolValue\":false");
}

bool PlainAttributes::takeSeparator() {
    if (take(",")) return true;
    m_isPlain = false;
    m_isAtEnd = take("]");
    return m_isAtEnd;
}

std::optional<PlainAttributes::Plain> PlainAttributes::next() {
    if (!m_isPlain) return std::nullopt;
    Plain attribute;
    m_isPlain = take("{\"key\":\"") && takeString(attribute.key) && take(",\"value\":{\"") &&
                takeValue(attribute) && take("}}");
    // Without a comma or the end of the list behind it, it is not what it looked like.
    if (!m_isPlain || !takeSeparator()) return std::nullopt;
    ++m_count;
    return attribute;
}

} // namespace hallway
