// One row as SQLite keeps it in a table: the record format,
// https://www.sqlite.org/fileformat2.html#record_format
#pragma once

#include "base/StrongId.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace hallway {

/// Values are added in the order of the table's columns, at most maximumColumns; one builder serves many
/// rows, it keeps its memory.
class RecordBuilder {
public:
    static constexpr std::size_t maximumColumns = 24;

    void clear() {
        m_typesEnd = 0;
        m_end = maximumHeader;
    }
    /// Also stands for the row's number: an INTEGER PRIMARY KEY is kept beside the record.
    void addNull() { addType(0); }
    void add(std::int64_t value) {
        const auto bits = static_cast<std::uint64_t>(value);
        if (bits <= 1) return addType(bits == 0 ? 8 : 9); // the types of 0 and 1, which have no bytes
        const auto significant =
            static_cast<std::size_t>(std::bit_width(bits ^ (value < 0 ? ~std::uint64_t{0} : 0)));
        const IntegerForm form = integerForms[significant];
        addType(form.type);
        const std::uint64_t bigEndian = __builtin_bswap64(bits << (64 - 8 * form.bytes));
        std::memcpy(m_values.data() + m_end, &bigEndian, sizeof bigEndian);
        m_end += form.bytes;
    }
    void add(std::uint64_t value) { add(static_cast<std::int64_t>(value)); }
    void addText(std::string_view value);
    void addBlob(std::string_view value);
    /// NULL for an empty value.
    void addBlobOrNull(std::string_view value) { value.empty() ? addNull() : addBlob(value); }
    /// NULL for an invalid id.
    template <class Tag>
    void add(StrongId<Tag> id) {
        id.valid() ? add(std::int64_t{id.value()}) : addNull();
    }

    /// What was added since clear(); valid until the next call of any function.
    [[nodiscard]] std::string_view bytes();

private:
    // A blob's or text's type takes at most five bytes, so that the size of the header fits into one.
    static constexpr std::size_t maximumHeader = 1 + 5 * maximumColumns;
    static_assert(maximumHeader < 0x80);

    // What all columns take at most as integers: always free behind m_end, so that only texts ask for room.
    static constexpr std::size_t integerRoom = 8 * maximumColumns;

    /// How an integer of so many significant bits (without the sign) is stored: SQLite's type and its bytes.
    struct IntegerForm {
        std::uint8_t type, bytes;
    };
    static constexpr std::array<IntegerForm, 64> integerForms = [] {
        std::array<IntegerForm, 64> forms{};
        for (std::size_t bits = 0; bits < forms.size(); ++bits)
            forms[bits] = bits < 8    ? IntegerForm{1, 1}
                          : bits < 16 ? IntegerForm{2, 2}
                          : bits < 24 ? IntegerForm{3, 3}
                          : bits < 32 ? IntegerForm{4, 4}
                          : bits < 48 ? IntegerForm{5, 6}
                                      : IntegerForm{6, 8};
        return forms;
    }();

    void addType(std::uint64_t type) {
        if (type < 0x80)
            m_types[m_typesEnd++] = static_cast<char>(type);
        else
            addLongType(type);
    }
    void addLongType(std::uint64_t type);
    void addBytes(std::string_view value);

    std::array<char, maximumHeader> m_types{};
    std::size_t m_typesEnd = 0;
    /// Behind a gap that the header will fill.
    std::vector<char> m_values = std::vector<char>(maximumHeader + 2 * integerRoom);
    std::size_t m_end = maximumHeader;
};

/// SQLite's variable-length number: seven bits a byte, the highest first. Writes at most eight bytes and
/// tells how many; `value` must be less than 2^56.
std::size_t putSqlVarint(char* target, std::uint64_t value);

} // namespace hallway
