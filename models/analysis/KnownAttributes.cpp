#include "analysis/KnownAttributes.h"

#include <charconv>
#include <cmath>

namespace hallway {

namespace {

bool isEmpty(const Attribute& attribute) {
    return attribute.type == ValueType::Null ||
           ((attribute.isText() || attribute.type == ValueType::Bytes) && attribute.text.empty());
}

} // namespace

std::optional<std::int64_t> integerOf(const Attribute& attribute) {
    if (attribute.type == ValueType::Int) return attribute.integer;
    if (attribute.type == ValueType::Double) {
        const double real = attribute.real;
        if (std::abs(real) < 9e15 && real == std::trunc(real)) return static_cast<std::int64_t>(real);
        return std::nullopt;
    }
    if (!attribute.isText()) return std::nullopt;
    std::int64_t value = 0;
    const char* const end = attribute.text.data() + attribute.text.size();
    const auto parsed = std::from_chars(attribute.text.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return value;
}

bool isTrue(const Attribute& attribute) {
    return attribute.type == ValueType::True || (attribute.isText() && lowerCase(attribute.text) == "true");
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

void KnownAttributes::read(std::string_view packed) {
    ++m_list;
    m_bare = true;
    AttributeReader reader(packed, *m_strings);
    while (const auto attribute = reader.next()) {
        if (isEmpty(*attribute)) continue;
        if (m_bare && namesProtocol(attribute->key)) m_bare = false;
        const auto index = static_cast<std::size_t>(knownKey(attribute->key));
        if (index == 0) continue;
        m_values[index] = *attribute;
        m_seen[index] = m_list;
    }
}

const Attribute* KnownAttributes::first(std::initializer_list<KnownKey> keys) const {
    for (const KnownKey key : keys)
        if (const Attribute* const attribute = find(key)) return attribute;
    return nullptr;
}

std::string KnownAttributes::text(std::initializer_list<KnownKey> keys) const {
    const Attribute* const attribute = first(keys);
    return attribute ? textOf(*attribute) : std::string();
}

std::optional<std::int64_t> KnownAttributes::integer(std::initializer_list<KnownKey> keys) const {
    const Attribute* const attribute = first(keys);
    return attribute ? integerOf(*attribute) : std::nullopt;
}

bool KnownAttributes::isTrue(KnownKey key) const {
    const Attribute* const attribute = find(key);
    return attribute && hallway::isTrue(*attribute);
}

bool KnownAttributes::namesProtocol(StringId key) {
    if (key.index() >= m_namesProtocol.size()) m_namesProtocol.resize(m_strings->size(), -1);
    std::int8_t& answer = m_namesProtocol[key.index()];
    if (answer < 0) {
        const std::string_view name = m_strings->text(key);
        answer = 0;
        for (const std::string_view prefix : {"http.", "url.", "rpc.", "db.", "messaging.", "faas."})
            if (name.starts_with(prefix)) answer = 1;
        if (name == "peer.service" || name == "service.peer.name") answer = 1;
    }
    return answer == 1;
}

} // namespace hallway
