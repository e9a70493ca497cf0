// One row as SQLite keeps it in a table: the record format,
// https://www.sqlite.org/fileformat2.html#record_format
#pragma once

#include "base/StrongId.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hallway {

/// Values are added in the order of the table's columns, at most maximumColumns; one builder serves many
/// rows, it keeps its memory.
class RecordBuilder {
public:
    static constexpr std::size_t maximumColumns = 24;

    void clear();
    /// Also stands for the row's number: an INTEGER PRIMARY KEY is kept beside the record.
    void addNull();
    void add(std::int64_t value);
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

    void addType(std::uint64_t type);
    /// Makes room for so many bytes more at m_end.
    char* room(std::size_t bytes);
    void addBytes(std::string_view value);

    std::array<char, maximumHeader> m_types{};
    std::size_t m_typesEnd = 0;
    std::vector<char> m_values = std::vector<char>(512); ///< behind a gap that the header will fill
    std::size_t m_end = maximumHeader;
};

/// SQLite's variable-length number: seven bits a byte, the highest first. Writes at most eight bytes and
/// tells how many; `value` must be less than 2^56.
std::size_t putSqlVarint(char* target, std::uint64_t value);

} // namespace hallway
