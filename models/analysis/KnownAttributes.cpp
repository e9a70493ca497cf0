#include "analysis/KnownAttributes.h"

#include "analysis/PackedStep.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hallway {

namespace {

constexpr bool namesProtocol(std::string_view name) {
    for (const std::string_view prefix : {"http.", "url.", "rpc.", "db.", "messaging.", "faas."})
        if (name.starts_with(prefix)) return true;
    return name == "peer.service" || name == "service.peer.name";
}

consteval KeySet protocolKeys() {
    KeySet keys;
#define HALLWAY_KEY_PROTOCOL(name, text)                                                                     \
    if (namesProtocol(text)) keys.add(KnownKey::name);
    HALLWAY_KNOWN_KEYS(HALLWAY_KEY_PROTOCOL)
#undef HALLWAY_KEY_PROTOCOL
    return keys;
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

void KnownAttributes::read(std::string_view bytes, ByteRange list) {
    m_bytes = bytes;
    m_list = list;
    KeySet present;
    const std::size_t end = std::min(std::size_t{list.offset} + list.size, bytes.size());
    for (std::size_t place = list.offset; place < end;) {
        PackedStep step = commonStep(bytes.substr(place));
        if (step.size == 0 || step.size > end - place) {
            const auto other = firstStep(bytes.substr(place, end - place));
            if (!other) break;
            step = *other;
        }
        if (step.key < KeySet::capacity) {
            m_places[step.key] = place;
            if (!step.isEmpty()) present.add(static_cast<KnownKey>(step.key));
        }
        place += step.size;
    }
    m_present = present;
}

std::optional<Attribute> KnownAttributes::unpack(KnownKey key) const {
    const std::string_view packed = from(key);
    const PackedStep step = commonStep(packed);
    if (step.type != ValueType::PooledText) return AttributeReader(packed, *m_strings).next();
    if (step.number >= m_strings->size()) return std::nullopt;
    std::optional<Attribute> attribute(std::in_place);
    attribute->key = idOf(key);
    attribute->type = step.type;
    attribute->text = m_strings->text(StringId(static_cast<std::size_t>(step.number)));
    return attribute;
}

std::optional<std::int64_t> KnownAttributes::integerAt(KnownKey key) const {
    if (const PackedStep step = commonStep(from(key)); step.type == ValueType::Int)
        return static_cast<std::int64_t>(step.number >> 1) ^ -static_cast<std::int64_t>(step.number & 1);
    const auto attribute = unpack(key);
    return attribute ? integerOf(*attribute) : std::nullopt;
}

void KnownAttributes::gather(const KeySet& keys, Evidence& evidence) const {
    for (KeySet present = among(keys); !present.empty();) {
        const KnownKey key = present.takeFirst();
        const std::string_view packed = from(key);
        if (const PackedStep step = commonStep(packed); step.isWhole())
            evidence.add(step.number << 16 | static_cast<std::uint64_t>(step.type) << 8 |
                         static_cast<std::uint64_t>(key));
        else if (const auto other = firstStep(packed))
            evidence.add(packed.substr(0, static_cast<std::size_t>(other->size)));
    }
}

std::string KnownAttributes::text(const KeySet& keys) const {
    const auto attribute = first(keys);
    return attribute ? textOf(*attribute) : std::string();
}

bool KnownAttributes::isTrue(KnownKey key) const {
    const auto attribute = find(key);
    return attribute && hallway::isTrue(*attribute);
}

bool KnownAttributes::isBare() {
    static constexpr KeySet known = protocolKeys();
    if (hasAny(known)) return false;
    for (std::string_view rest = m_bytes.substr(m_list.offset, m_list.size); !rest.empty();) {
        const auto step = firstStep(rest);
        if (!step) break;
        if (!step->isEmpty() && isProtocol(StringId(static_cast<std::size_t>(step->key)))) return false;
        rest.remove_prefix(step->size);
    }
    return true;
}

bool KnownAttributes::isProtocol(StringId key) {
    if (key.index() >= m_isProtocol.size()) {
        if (key.index() >= m_strings->size()) return false;
        m_isProtocol.resize(m_strings->size(), -1);
    }
    std::int8_t& answer = m_isProtocol[key.index()];
    if (answer < 0) answer = namesProtocol(m_strings->text(key)) ? 1 : 0;
    return answer == 1;
}

} // namespace hallway
