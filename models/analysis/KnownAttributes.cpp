#include "analysis/KnownAttributes.h"

#include <charconv>
#include <cmath>

namespace hallway {

namespace {

/// Most varints are one byte.
std::optional<std::uint64_t> takeShortVarint(std::string_view& rest) {
    if (rest.empty() || (rest.front() & 0x80) != 0) return takeVarint(rest);
    const auto value = static_cast<std::uint64_t>(rest.front());
    rest.remove_prefix(1);
    return value;
}

enum class Passed : std::uint8_t { Value, EmptyValue, Damage };

/// Walks past a packed value (Attribute.h) without looking at it.
Passed passValue(ValueType type, std::string_view& rest) {
    switch (type) {
    case ValueType::Null:
        return Passed::EmptyValue;
    case ValueType::False:
    case ValueType::True:
        return Passed::Value;
    case ValueType::Int:
        return takeShortVarint(rest) ? Passed::Value : Passed::Damage;
    case ValueType::Double:
        if (rest.size() < 8) return Passed::Damage;
        rest.remove_prefix(8);
        return Passed::Value;
    case ValueType::PooledText: {
        const auto id = takeShortVarint(rest);
        if (!id) return Passed::Damage;
        return *id == 0 ? Passed::EmptyValue : Passed::Value; // the empty text is always 0
    }
    case ValueType::Text:
    case ValueType::Bytes:
    case ValueType::Json: {
        const auto size = takeShortVarint(rest);
        if (!size || *size > rest.size()) return Passed::Damage;
        rest.remove_prefix(static_cast<std::size_t>(*size));
        return *size == 0 && type != ValueType::Json ? Passed::EmptyValue : Passed::Value;
    }
    }
    return Passed::Damage;
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
    m_present.reset();
    m_unpacked.reset();
    m_bare = true;
    for (std::string_view rest = packed; !rest.empty();) {
        const std::string_view attribute = rest;
        const auto key = takeShortVarint(rest);
        if (!key || *key >= StringId().value() || rest.empty()) return;
        const auto type = static_cast<ValueType>(rest.front());
        rest.remove_prefix(1);
        const Passed passed = passValue(type, rest);
        if (passed == Passed::Damage) return;
        if (passed == Passed::EmptyValue) continue;
        const StringId name(static_cast<std::size_t>(*key));
        if (m_bare && namesProtocol(name)) m_bare = false;
        const auto index = static_cast<std::size_t>(knownKey(name));
        if (index == 0) continue;
        m_present.set(index);
        m_packed[index] = attribute.substr(0, attribute.size() - rest.size());
    }
}

const Attribute* KnownAttributes::unpack(std::size_t index) const {
    const auto attribute = AttributeReader(m_packed[index], *m_strings).next();
    if (!attribute) return nullptr; // a text that the pool does not hold
    m_values[index] = *attribute;
    m_unpacked.set(index);
    return &m_values[index];
}

std::string KnownAttributes::text(std::initializer_list<KnownKey> keys) const {
    const Attribute* const attribute = first(keys);
    return attribute ? textOf(*attribute) : std::string();
}

bool KnownAttributes::isTrue(KnownKey key) const {
    const Attribute* const attribute = find(key);
    return attribute && hallway::isTrue(*attribute);
}

bool KnownAttributes::namesProtocol(StringId key) {
    if (key.index() >= m_namesProtocol.size()) {
        if (key.index() >= m_strings->size()) return false;
        m_namesProtocol.resize(m_strings->size(), -1);
    }
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
