// One row as SQLite keeps it in a table, read back: the counterpart of RecordBuilder.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// A value of a record; points into it.
class RecordValue {
public:
    RecordValue() = default; ///< NULL
    RecordValue(std::uint64_t type, std::string_view bytes) : m_type(type), m_bytes(bytes) {}

    [[nodiscard]] bool isNull() const { return m_type == 0; }
    /// Nothing where it is no integer.
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    /// Of a text or blob; of NULL none, as of an empty blob. Nothing where it is a number.
    [[nodiscard]] std::optional<std::string_view> bytes() const;
    /// Invalid where it is no number that an id can have.
    template <class Id>
    [[nodiscard]] Id id() const {
        const std::int64_t value = integer().value_or(-1);
        return value >= 0 && value < std::int64_t{Id().value()} ? Id(static_cast<std::uint32_t>(value))
                                                                : Id();
    }

private:
    std::uint64_t m_type = 0; ///< SQLite's serial type
    std::string_view m_bytes;
};

/// Walks the values in the order of the table's columns. Whatever the bytes: nothing is read beyond them.
class RecordReader {
public:
    explicit RecordReader(std::string_view record);

    /// NULL behind the last, as SQLite has it, and from where the record is damaged.
    [[nodiscard]] RecordValue next();
    void skip(int values);
    /// Whether one of the values so far was cut short.
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }

private:
    std::string_view m_types, m_values;
    bool m_isDamaged = false;
};

/// Takes SQLite's variable-length number off the front; false where it is cut short.
inline bool takeSqlVarint(std::string_view& rest, std::uint64_t& value) {
    constexpr std::size_t largest = 9; // its last byte has eight bits
    value = 0;
    for (std::size_t i = 0; i < rest.size() && i < largest; ++i) {
        const auto byte = static_cast<unsigned char>(rest[i]);
        const bool isLast = byte < 0x80 || i + 1 == largest;
        value = i + 1 == largest ? value << 8 | byte : value << 7 | (byte & 0x7fu);
        if (!isLast) continue;
        rest.remove_prefix(i + 1);
        return true;
    }
    return false;
}

} // namespace hallway
