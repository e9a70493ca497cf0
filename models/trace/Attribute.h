// Attributes of spans, resources, scopes, events and links: packed for storage, unpacked one at a time.
//
// Packed form, per attribute: varint key id, one byte ValueType, payload:
//   Int zigzag varint · Double 8 bytes little endian · PooledText varint string id
//   Text, Bytes, Json varint length and the bytes · Null, False, True nothing
// Numbers of limits.md 2: one packed value a span is 8 times faster to store than a row an attribute.
#pragma once

#include "base/StringCache.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

enum class ValueType : std::uint8_t {
    Null = 0,
    False = 1,
    True = 2,
    Int = 3,
    Double = 4,
    PooledText = 5, ///< a text that repeats: an id of the pool
    Text = 6,       ///< a text kept in place, because its key rarely repeats a value
    Bytes = 7,
    Json = 8, ///< an array or key-value list as compact JSON text
};

/// One attribute, pointing into the packed bytes and the pool; valid as long as both.
struct Attribute {
    StringId key;
    ValueType type = ValueType::Null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text; ///< PooledText, Text, Json; Bytes: raw bytes

    [[nodiscard]] bool isText() const { return type == ValueType::PooledText || type == ValueType::Text; }
    [[nodiscard]] bool isBool() const { return type == ValueType::False || type == ValueType::True; }
};

/// Walks packed attributes. Damaged bytes end the walk early; they are never read past their end.
class AttributeReader {
public:
    AttributeReader(std::string_view packed, const StringPool& strings)
        : m_rest(packed), m_strings(&strings) {}
    [[nodiscard]] std::optional<Attribute> next();

private:
    std::string_view m_rest;
    const StringPool* m_strings;
};

/// The text a person reads: numbers in shortest form, bytes as base64, Null as "".
[[nodiscard]] std::string textOf(const Attribute& attribute);

/// Packs attributes of one list at a time; reuse one writer for many lists, it keeps its memory.
/// Of equal keys in one list the first wins (formats.md 1.3): every add returns false and writes nothing for
/// a later one.
class AttributeWriter {
public:
    explicit AttributeWriter(StringPool& strings)
        : m_own(std::make_unique<StringCache>(strings)), m_strings(m_own.get()) {}
    enum class Pooling : std::uint8_t {
        Repeating, ///< texts of keys that repeat their values
        All,       ///< of all keys: equal lists have equal bytes, whatever was packed before
    };
    /// With the cache of its thread, which outlives it.
    explicit AttributeWriter(StringCache& strings, Pooling pooling = Pooling::Repeating)
        : m_strings(&strings), m_pooling(pooling) {}

    /// Starts a list; `target` receives the bytes and must outlive the calls.
    void begin(std::string& target);

    bool addNull(StringId key);
    bool addBool(StringId key, bool value);
    bool addInt(StringId key, std::int64_t value);
    bool addDouble(StringId key, double value);
    /// Interned while its key repeats values, kept in place once the key has shown many different ones (see
    /// Pooling).
    bool addText(StringId key, std::string_view value);
    bool addBytes(StringId key, std::string_view value);
    bool addJson(StringId key, std::string_view json);

    [[nodiscard]] std::uint32_t count() const { return m_count; }
    /// The current list has this key.
    [[nodiscard]] bool has(StringId key) const {
        return key.index() < m_lastList.size() && m_lastList[key.index()] == m_list;
    }

private:
    /// Counts a key that the list does not have yet.
    bool isFirst(StringId key);
    /// `number` stands in the packed form of all types from Int on, Double excepted.
    bool add(StringId key, ValueType type, std::uint64_t number, std::string_view bytes);
    void append(StringId key, ValueType type, std::uint64_t number, std::string_view bytes);
    /// The id of a value that is worth one.
    [[nodiscard]] StringId pooled(StringId key, std::string_view value);

    std::unique_ptr<StringCache> m_own;
    StringCache* m_strings;
    Pooling m_pooling = Pooling::Repeating;
    std::string* m_target = nullptr;
    std::uint32_t m_list = 0;                  ///< number of the current list
    std::uint32_t m_count = 0;                 ///< attributes written to it
    std::vector<std::uint32_t> m_lastList;     ///< by key: the list it was last seen in
    std::vector<std::uint32_t> m_distinctText; ///< by key: values this writer added to the pool
};

void appendVarint(std::string& target, std::uint64_t value);
/// Takes a varint off the front; nothing if it is cut short or longer than ten bytes.
[[nodiscard]] std::optional<std::uint64_t> takeVarint(std::string_view& rest);

} // namespace hallway
