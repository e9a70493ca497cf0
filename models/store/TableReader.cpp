#include "store/TableReader.h"

#include "store/RecordReader.h"
#include "store/RowChecksum.h"
#include "store/TablePage.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace hallway {

using namespace tablePage;

namespace {

/// SQLite's layer for files reads less than 128 KiB at a time.
constexpr std::size_t pagesAtOnce = 8;
constexpr std::size_t deepestTree = 20;
constexpr std::int64_t maximumRows = std::numeric_limits<std::uint32_t>::max();

/// Where the cell begins that a page has at a place; nothing if not within it.
std::optional<std::string_view> cellOf(std::string_view page, std::size_t header, std::size_t place) {
    const std::size_t pointer = header + place * pointerBytes;
    if (pointer + pointerBytes > page.size()) return std::nullopt;
    const std::size_t at = get16(page.data() + pointer);
    if (at >= page.size()) return std::nullopt;
    return page.substr(at);
}

} // namespace

TableReader::TableReader(const Database& database, Statement root, CancelToken cancel)
    : m_database(&database), m_root(std::move(root)), m_cancel(std::move(cancel)),
      m_pageCount(database.fileBytes() / pageBytes) {}

Result<TableReader> TableReader::open(const Database& database, std::string_view table, Piece piece,
                                      CancelToken cancel) {
    auto select = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?");
    if (!select) return fail(select.error());
    select->bindText(1, table);
    const auto found = select->step();
    if (!found) return fail(found.error());
    if (!*found) return damaged(database, "table " + std::string(table));
    const auto root = static_cast<PageNumber>(select->integer(0));
    TableReader reader(database, std::move(*select), std::move(cancel));
    const auto leaves = reader.leavesBelow(root);
    if (!leaves) return fail(leaves.error());
    const auto edge = [&](std::size_t index) {
        return leaves->begin() + static_cast<std::ptrdiff_t>(leaves->size() * index / piece.count);
    };
    reader.m_leaves.assign(edge(piece.index), edge(piece.index + 1));
    return reader;
}

Result<std::vector<PageNumber>> TableReader::leavesBelow(PageNumber root) const {
    std::vector<PageNumber> level{root};
    Page page;
    for (std::size_t depth = 0; depth < deepestTree; ++depth) {
        std::vector<PageNumber> below;
        for (const PageNumber number : level) {
            if (const Status read = readPages(number, page); !read) return fail(read.error());
            if (page[typeAt] == leafPage && below.empty()) return level;
            if (page[typeAt] != innerPage) return damagedTable();
            for (std::size_t i = 0; i < get16(page.data() + cellCountAt); ++i) {
                const auto cell = cellOf({page.data(), page.size()}, innerHeader, i);
                if (!cell || cell->size() < numberBytes) return damagedTable();
                below.push_back(get32(cell->data()));
            }
            below.push_back(get32(page.data() + rightmostAt));
            if (below.size() > m_pageCount) return damagedTable(); // the same pages again and again
        }
        level = std::move(below);
    }
    return damagedTable();
}

Result<bool> TableReader::next() {
    while (m_cell == m_cells) {
        if (m_nextLeaf == m_leaves.size()) return false;
        if (Status read = readLeaf(); !read) return fail(std::move(read.error()));
    }
    const auto cell = cellOf(m_leaf, leafHeader, m_cell++);
    if (!cell) return damagedTable();
    if (Status read = readCell(*cell); !read) return fail(std::move(read.error()));
    return true;
}

Status TableReader::readLeaf() {
    if (m_ahead.empty()) {
        const PageNumber first = m_leaves[m_nextLeaf];
        std::size_t count = 1;
        while (count < pagesAtOnce && m_nextLeaf + count < m_leaves.size() &&
               m_leaves[m_nextLeaf + count] == first + count)
            ++count;
        m_pages.resize(count * pageBytes);
        if (Status read = readPages(first, m_pages); !read) return read;
        m_ahead = {m_pages.data(), m_pages.size()};
    }
    m_leaf = m_ahead.substr(0, pageBytes);
    m_ahead.remove_prefix(pageBytes);
    ++m_nextLeaf;
    m_cell = 0;
    m_cells = get16(m_leaf.data() + cellCountAt);
    if (m_leaf[typeAt] != leafPage) return damagedTable();
    return {};
}

Status TableReader::readCell(std::string_view cell) {
    std::uint64_t size = 0, row = 0;
    if (!takeSqlVarint(cell, size) || !takeSqlVarint(cell, row)) return damagedTable();
    const auto number = static_cast<std::int64_t>(row);
    if (number <= m_row || number >= maximumRows) return damagedTable();
    m_row = number;
    const std::uint64_t inside = bytesInside(size);
    const std::uint64_t link = inside < size ? numberBytes : 0;
    if (inside + link > cell.size()) return damagedTable();
    m_record = cell.substr(0, static_cast<std::size_t>(inside));
    m_recordBytes = size;
    return {};
}

Result<std::string_view> TableReader::wholeRecord() {
    if (isWhole()) return m_record;
    if (m_recordBytes > m_pageCount * pageBytes) return damagedTable(); // a lying size must not cost memory
    m_joined.assign(m_record.begin(), m_record.end());
    PageNumber next = get32(m_record.data() + m_record.size());
    Page page;
    while (m_joined.size() < m_recordBytes) {
        if (Status read = readPages(next, page); !read) return fail(std::move(read.error()));
        next = get32(page.data());
        const char* const bytes = page.data() + numberBytes;
        m_joined.insert(m_joined.end(), bytes,
                        bytes + std::min<std::uint64_t>(chainBytes, m_recordBytes - m_joined.size()));
    }
    return std::string_view(m_joined.data(), m_joined.size());
}

Status TableReader::readPages(PageNumber first, std::span<char> pages) const {
    if (m_cancel.cancelled()) return fail(ErrorCode::Cancelled);
    if (first == 0 || !m_database->readFile(pages, std::uint64_t{first - 1} * pageBytes))
        return damagedTable();
    return {};
}

tl::unexpected<Error> TableReader::damagedTable() const {
    return damaged(*m_database, "the pages of a table");
}

} // namespace hallway
