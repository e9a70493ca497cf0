// Fills an empty table with rows in the order of their numbers, several times faster than INSERT: nothing has
// to be looked up, moved or journaled, each page is written once when it is full. The pages are those SQLite
// would write, https://www.sqlite.org/fileformat2.html#b_tree_pages
#pragma once

#include "store/PageFile.h"

#include <span>
#include <string_view>
#include <vector>

namespace hallway {

/// For tables without index and with an INTEGER PRIMARY KEY. Several tables may grow in one file by turns.
/// Errors of all: DiskFull, CacheUnwritable.
class TableBuilder {
public:
    /// `root`: the page sqlite_schema names for the table, still empty. The file must stay where it is.
    TableBuilder(PageFile& file, PageNumber root);

    /// `row` must be greater than the one before; `record`: of a RecordBuilder. Errors also: Internal (it is
    /// not).
    [[nodiscard]] Status append(std::uint32_t row, std::string_view record);
    /// Puts the tree above the rows; nothing may be appended any more.
    [[nodiscard]] Status finish();

private:
    /// A page of one level of the tree, and the greatest row below it.
    struct Child {
        PageNumber page;
        std::uint32_t lastRow;
    };

    void beginLeaf();
    void completeLeaf();
    [[nodiscard]] Status endLeaf();
    /// Writes what a leaf has no room for as a chain of pages, beginning with the next one.
    [[nodiscard]] Status appendOverflow(std::string_view bytes);
    /// Makes the parents of m_children, which take their place.
    [[nodiscard]] Status appendLevel();
    [[nodiscard]] static Page innerPageOver(std::span<const Child> children);

    PageFile* m_file;
    PageNumber m_root;
    Page m_leaf;
    std::size_t m_cells = 0;       ///< of the leaf
    std::size_t m_contentFrom = 0; ///< cells grow down from the end of the page
    std::int64_t m_lastRow = -1;
    std::vector<Child> m_children; ///< the finished pages of the level being built
};

} // namespace hallway
