#include "trace/Attribute.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>

namespace hallway {

namespace {

// A key with more different values than this is an id or a full URL: its texts would only fill the pool.
constexpr std::uint32_t maximumDistinctTexts = 2000;
// Longer texts hardly ever repeat and cost the pool most.
constexpr std::size_t maximumPooledBytes = 512;

std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

constexpr std::size_t maximumVarint = 10;

/// Gives the byte behind what was put.
char* putVarint(char* at, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        *at++ = static_cast<char>((value & 0x7f) | 0x80);
    *at++ = static_cast<char>(value);
    return at;
}

std::string base64(std::string_view bytes) {
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = (group << 8) | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= count ? digits[(group >> (18 - 6 * i)) & 63] : '=';
    }
    return text;
}

} // namespace

void appendVarint(std::string& target, std::uint64_t value) {
    std::array<char, maximumVarint> bytes;
    target.append(bytes.data(), static_cast<std::size_t>(putVarint(bytes.data(), value) - bytes.data()));
}

std::optional<std::uint64_t> takeVarint(std::string_view& rest) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < rest.size() && i < 10; ++i) {
        const auto byte = static_cast<unsigned char>(rest[i]);
        value |= static_cast<std::uint64_t>(byte & 0x7f) << (7 * i);
        if ((byte & 0x80) == 0) {
            rest.remove_prefix(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

std::optional<Attribute> AttributeReader::next() {
    const auto key = takeVarint(m_rest);
    if (!key || *key >= m_strings->size() || m_rest.empty()) {
        m_rest = {};
        return std::nullopt;
    }
    Attribute attribute;
    attribute.key = StringId(static_cast<std::size_t>(*key));
    attribute.type = static_cast<ValueType>(m_rest.front());
    m_rest.remove_prefix(1);
    const auto damaged = [this] {
        m_rest = {};
        return std::nullopt;
    };
    switch (attribute.type) {
    case ValueType::Null:
    case ValueType::False:
    case ValueType::True:
        attribute.integer = attribute.type == ValueType::True ? 1 : 0;
        return attribute;
    case ValueType::Int: {
        const auto value = takeVarint(m_rest);
        if (!value) return damaged();
        attribute.integer = unzigzag(*value);
        return attribute;
    }
    case ValueType::Double: {
        if (m_rest.size() < 8) return damaged();
        std::uint64_t bits = 0;
        for (std::size_t i = 8; i-- > 0;)
            bits = (bits << 8) | static_cast<unsigned char>(m_rest[i]);
        attribute.real = std::bit_cast<double>(bits);
        m_rest.remove_prefix(8);
        return attribute;
    }
    case ValueType::PooledText: {
        const auto id = takeVarint(m_rest);
        if (!id || *id >= m_strings->size()) return damaged();
        attribute.text = m_strings->text(StringId(static_cast<std::size_t>(*id)));
        return attribute;
    }
    case ValueType::Text:
    case ValueType::Bytes:
    case ValueType::Json: {
        const auto size = takeVarint(m_rest);
        if (!size || *size > m_rest.size()) return damaged();
        attribute.text = m_rest.substr(0, static_cast<std::size_t>(*size));
        m_rest.remove_prefix(static_cast<std::size_t>(*size));
        return attribute;
    }
    }
    return damaged();
}

std::string textOf(const Attribute& attribute) {
    switch (attribute.type) {
    case ValueType::Null:
        return {};
    case ValueType::False:
        return "false";
    case ValueType::True:
        return "true";
    case ValueType::Int:
        return std::to_string(attribute.integer);
    case ValueType::Double: {
        if (std::isnan(attribute.real)) return "NaN";
        if (std::isinf(attribute.real)) return attribute.real > 0 ? "Infinity" : "-Infinity";
        std::array<char, 32> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), attribute.real).ptr;
        return {buffer.data(), end};
    }
    case ValueType::Bytes:
        return base64(attribute.text);
    case ValueType::PooledText:
    case ValueType::Text:
    case ValueType::Json:
        return std::string(attribute.text);
    }
    return {};
}

void AttributeWriter::begin(std::string& target) {
    m_target = &target;
    m_count = 0;
    ++m_list;
}

bool AttributeWriter::isFirst(StringId key) {
    if (key.index() >= m_lastList.size()) {
        const std::size_t size = std::max<std::size_t>(m_strings->pool().size(), key.index() + 1);
        m_lastList.resize(size, 0);
        m_distinctText.resize(size, 0);
    }
    if (m_lastList[key.index()] == m_list) return false;
    m_lastList[key.index()] = m_list;
    ++m_count;
    return true;
}

bool AttributeWriter::add(StringId key, ValueType type, std::uint64_t number, std::string_view bytes) {
    if (!isFirst(key)) return false;
    append(key, type, number, bytes);
    return true;
}

/// In one piece: this is done a dozen times a span.
void AttributeWriter::append(StringId key, ValueType type, std::uint64_t number, std::string_view bytes) {
    std::array<char, 2 * maximumVarint + 1> head; // filled as far as it is used
    char* end = putVarint(head.data(), key.value());
    *end++ = static_cast<char>(type);
    if (type >= ValueType::Int) end = putVarint(end, number);
    m_target->append(head.data(), static_cast<std::size_t>(end - head.data()));
    if (!bytes.empty()) m_target->append(bytes);
}

bool AttributeWriter::addNull(StringId key) { return add(key, ValueType::Null, 0, {}); }

bool AttributeWriter::addBool(StringId key, bool value) {
    return add(key, value ? ValueType::True : ValueType::False, 0, {});
}

bool AttributeWriter::addInt(StringId key, std::int64_t value) {
    return add(key, ValueType::Int, zigzag(value), {});
}

bool AttributeWriter::addDouble(StringId key, double value) {
    if (!isFirst(key)) return false;
    appendVarint(*m_target, key.value());
    *m_target += static_cast<char>(ValueType::Double);
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8)
        *m_target += static_cast<char>(bits & 0xff);
    return true;
}

bool AttributeWriter::addText(StringId key, std::string_view value) {
    if (!isFirst(key)) return false;
    const StringId id = pooled(key, value);
    if (id.valid())
        append(key, ValueType::PooledText, id.value(), {});
    else
        append(key, ValueType::Text, value.size(), value);
    return true;
}

StringId AttributeWriter::pooled(StringId key, std::string_view value) {
    if (value.size() > maximumPooledBytes) return {};
    if (m_pooling == Pooling::All) return m_strings->intern(value);
    std::uint32_t& distinct = m_distinctText[key.index()];
    if (distinct >= maximumDistinctTexts) return m_strings->recall(value);
    const auto [id, isNew] = m_strings->insert(value);
    distinct += isNew;
    return id;
}

bool AttributeWriter::addBytes(StringId key, std::string_view value) {
    return add(key, ValueType::Bytes, value.size(), value);
}

bool AttributeWriter::addJson(StringId key, std::string_view json) {
    return add(key, ValueType::Json, json.size(), json);
}

} // namespace hallway
