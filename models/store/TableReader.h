// Walks the rows of a table straight through the pages of the file, several times faster than SELECT: the
// counterpart of TableBuilder.
#pragma once

#include "base/Cancellation.h"
#include "store/Database.h"
#include "store/PageFile.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hallway {

/// While it lives, nobody writes to the file. The pages are input like any other: whatever their bytes, it
/// gives rows in ascending order or an error. Errors of all: CacheDamaged, Cancelled.
class TableReader {
public:
    /// One of `count` pieces of about equal size, which follow each other.
    struct Piece {
        std::size_t index = 0, count = 1;
    };
    /// `table`: of those that TableBuilder fills.
    [[nodiscard]] static Result<TableReader> open(const Database& database, std::string_view table,
                                                  Piece piece, CancelToken cancel);

    /// Moves on to the first or the next row; false at the end.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] std::uint32_t row() const { return static_cast<std::uint32_t>(m_row); }
    /// For RecordReader: what of the row lies in its leaf, all of it or its beginning. Valid until next().
    [[nodiscard]] std::string_view record() const { return m_record; }
    [[nodiscard]] bool isWhole() const { return m_record.size() == m_recordBytes; }
    /// Also what lies in other pages.
    [[nodiscard]] Result<std::string_view> wholeRecord();

private:
    TableReader(const Database& database, Statement root, CancelToken cancel);
    /// All leaves of the tree in the order of their rows.
    [[nodiscard]] Result<std::vector<PageNumber>> leavesBelow(PageNumber root) const;
    [[nodiscard]] Status readLeaf();
    /// The row of the cell that begins with these bytes.
    [[nodiscard]] Status readCell(std::string_view cell);
    [[nodiscard]] Status readPages(PageNumber first, std::span<char> pages) const;
    [[nodiscard]] tl::unexpected<Error> damagedTable() const;

    const Database* m_database;
    Statement m_root; ///< as long as it stands on a row, SQLite keeps writers away
    CancelToken m_cancel;
    std::uint64_t m_pageCount;        ///< of the file
    std::vector<PageNumber> m_leaves; ///< of the piece
    std::size_t m_nextLeaf = 0;
    std::vector<char> m_pages; ///< the current leaf and some that follow it in the file
    std::string_view m_leaf;   ///< in m_pages
    std::string_view m_ahead;  ///< behind it
    std::size_t m_cell = 0, m_cells = 0;
    std::int64_t m_row = -1;
    std::string_view m_record; ///< in m_leaf; the number of the next page follows where it is not whole
    std::uint64_t m_recordBytes = 0;
    std::vector<char> m_joined; ///< a record from several pages
};

} // namespace hallway
