// One row of a table of text: its cells, as the writer meant them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// How the writer of a table kept cells apart.
struct TableDialect {
    char separator = ',';
    bool quotes = true;   ///< RFC 4180: a cell in quotes may hold anything, a quote in it is doubled
    bool escapes = false; ///< as databases write TSV: `\t`, `\n`, `\\` within a cell
    bool operator==(const TableDialect&) const = default;
};

/// Rows with more cells than this are no rows of a table.
inline constexpr std::size_t maximumCells = 4096;

/// The cells of one row at a time; it keeps its memory. They are valid as long as the row and until the next
/// split().
class RowText {
public:
    /// `row` stands without its line break. Tolerant: text behind a closing quote belongs to its cell.
    void split(std::string_view row, const TableDialect& dialect);

    [[nodiscard]] std::size_t size() const { return m_cells.size(); }
    /// Without quotes, but with backslashes as they were written.
    [[nodiscard]] std::string_view operator[](std::size_t index) const { return m_cells[index]; }
    /// Without backslashes either. `\N`, a database's word for nothing, is empty.
    [[nodiscard]] std::string_view plain(std::size_t index);

private:
    /// Takes a cell that begins with a quote off the front of `rest`.
    std::string_view takeQuoted(std::string_view& rest, char separator);

    std::vector<std::string_view> m_cells;
    std::string m_texts; ///< of cells that are written otherwise than they read; never grows within a row
    bool m_escapes = false;
};

/// Appends `text` with its backslash escapes resolved, as ClickHouse and other databases write them.
void appendUnescaped(std::string& target, std::string_view text);

} // namespace hallway
