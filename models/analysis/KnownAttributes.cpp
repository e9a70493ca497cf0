#include "analysis/KnownAttributes.h"

#include <charconv>
#include <cmath>

namespace hallway {

namespace {

/// Walks over packed attributes (Attribute.h) without looking at values. Once damaged() what it returns means
/// nothing. Plain numbers throughout: this is the hottest loop of an import.
class PackedWalk {
public:
    explicit PackedWalk(std::string_view packed) : m_at(packed.data()), m_end(m_at + packed.size()) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] bool damaged() const { return m_damaged; }
    [[nodiscard]] const char* position() const { return m_at; }

    [[nodiscard]] std::uint64_t number() {
        if (m_end - m_at < 2) return anyNumber();
        const auto first = static_cast<unsigned char>(m_at[0]), second = static_cast<unsigned char>(m_at[1]);
        const unsigned isLong = first >> 7; // no jump for what nearly all are: one or two bytes
        if ((isLong & (second >> 7)) != 0) return anyNumber();
        m_at += 1 + isLong;
        return (first & 0x7fu) | ((second * isLong) << 7);
    }

    /// Passes type and value; true if it is more than an empty one.
    [[nodiscard]] bool passValue() {
        if (atEnd()) return fail();
        const auto type = static_cast<ValueType>(*m_at++);
        switch (type) {
        case ValueType::PooledText:
            return number() != 0; // the empty text is always 0
        case ValueType::Text:
        case ValueType::Bytes:
        case ValueType::Json: {
            const std::uint64_t size = number();
            pass(size);
            return size != 0 || type == ValueType::Json;
        }
        case ValueType::Int:
            (void)number();
            return true;
        case ValueType::Double:
            pass(sizeof(double));
            return true;
        case ValueType::False:
        case ValueType::True:
            return true;
        case ValueType::Null:
            return false;
        }
        return fail();
    }

private:
    [[nodiscard]] bool fail() {
        m_damaged = true;
        return false;
    }

    void pass(std::uint64_t bytes) {
        if (bytes > static_cast<std::uint64_t>(m_end - m_at))
            m_damaged = true;
        else
            m_at += bytes;
    }

    [[nodiscard]] std::uint64_t anyNumber() {
        std::string_view rest(m_at, static_cast<std::size_t>(m_end - m_at));
        const auto value = takeVarint(rest);
        if (!value) m_damaged = true;
        m_at = m_end - rest.size();
        return value.value_or(0);
    }

    const char* m_at;
    const char* m_end;
    bool m_damaged = false;
};

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
    for (PackedWalk walk(packed); !walk.atEnd();) {
        const char* const attribute = walk.position();
        const std::uint64_t key = walk.number();
        const bool hasValue = walk.passValue();
        if (walk.damaged() || key >= StringId().value()) return;
        if (!hasValue) continue;
        const StringId name(static_cast<std::size_t>(key));
        if (m_bare && namesProtocol(name)) m_bare = false;
        const auto index = static_cast<std::size_t>(knownKey(name));
        if (index == 0) continue;
        m_present.set(index);
        m_packed[index] = {attribute, static_cast<std::size_t>(walk.position() - attribute)};
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
