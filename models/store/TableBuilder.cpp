#include "store/TableBuilder.h"

#include "store/RecordBuilder.h"
#include "store/TablePage.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace hallway {

using namespace tablePage;

namespace {

constexpr std::size_t varintBytes = 5;

// With the longest cells, so that pages can be filled alike: none may be left with a single child.
constexpr std::size_t childrenPerPage =
    (pageBytes - innerHeader) / (pointerBytes + numberBytes + varintBytes) + 1;

} // namespace

TableBuilder::TableBuilder(PageFile& file, PageNumber root) : m_file(&file), m_root(root) { beginLeaf(); }

void TableBuilder::beginLeaf() {
    m_leaf.fill(0);
    m_leaf[typeAt] = leafPage;
    m_cells = 0;
    m_contentFrom = pageBytes;
}

Status TableBuilder::append(std::uint32_t row, std::string_view record) {
    if (row <= m_lastRow) return fail(ErrorCode::Internal, {"rows must ascend"});
    std::array<char, 16> head;
    std::size_t headBytes = putSqlVarint(head.data(), record.size());
    headBytes += putSqlVarint(head.data() + headBytes, row);
    const std::size_t inside = bytesInside(record.size());
    const bool spills = inside < record.size();
    const std::size_t cellBytes = headBytes + inside + (spills ? numberBytes : 0);

    if (m_contentFrom - (leafHeader + m_cells * pointerBytes) < cellBytes + pointerBytes)
        if (Status ended = endLeaf(); !ended) return ended;
    m_contentFrom -= cellBytes;
    char* const cell = m_leaf.data() + m_contentFrom;
    std::memcpy(cell, head.data(), headBytes);
    std::memcpy(cell + headBytes, record.data(), inside);
    put16(m_leaf.data() + leafHeader + m_cells * pointerBytes, m_contentFrom);
    ++m_cells;
    m_lastRow = row;
    if (!spills) return {};
    put32(cell + headBytes + inside, m_file->next());
    return appendOverflow(record.substr(inside));
}

void TableBuilder::completeLeaf() {
    put16(m_leaf.data() + cellCountAt, m_cells);
    put16(m_leaf.data() + contentAt, m_contentFrom);
}

Status TableBuilder::endLeaf() {
    completeLeaf();
    m_children.push_back({m_file->next(), static_cast<std::uint32_t>(m_lastRow)});
    Status written = m_file->append(m_leaf);
    beginLeaf();
    return written;
}

Status TableBuilder::appendOverflow(std::string_view bytes) {
    Page page;
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, chainBytes);
        bytes.remove_prefix(piece.size());
        put32(page.data(), bytes.empty() ? 0 : PageFile::after(m_file->next()));
        std::memcpy(page.data() + numberBytes, piece.data(), piece.size());
        std::fill(page.begin() + static_cast<std::ptrdiff_t>(numberBytes + piece.size()), page.end(), '\0');
        if (Status written = m_file->append(page); !written) return written;
    }
    return {};
}

Status TableBuilder::finish() {
    if (m_children.empty()) {
        completeLeaf();
        return m_file->replace(m_root, m_leaf);
    }
    Status written = endLeaf(); // the row that did not fit into the leaf before is in this one
    while (written && m_children.size() > childrenPerPage)
        written = appendLevel();
    return written ? m_file->replace(m_root, innerPageOver(m_children)) : written;
}

Status TableBuilder::appendLevel() {
    const std::size_t pages = (m_children.size() + childrenPerPage - 1) / childrenPerPage;
    std::vector<Child> level;
    for (std::size_t i = 0; i < pages; ++i) {
        const std::size_t first = i * m_children.size() / pages, end = (i + 1) * m_children.size() / pages;
        const auto children = std::span<const Child>(m_children).subspan(first, end - first);
        level.push_back({m_file->next(), children.back().lastRow});
        if (Status written = m_file->append(innerPageOver(children)); !written) return written;
    }
    m_children = std::move(level);
    return {};
}

/// Every child but the last has a cell: its page and its greatest row.
Page TableBuilder::innerPageOver(std::span<const Child> children) {
    Page page{};
    std::size_t contentFrom = pageBytes;
    for (std::size_t i = 0; i + 1 < children.size(); ++i) {
        std::array<char, numberBytes + varintBytes> cell;
        put32(cell.data(), children[i].page);
        const std::size_t bytes = numberBytes + putSqlVarint(cell.data() + numberBytes, children[i].lastRow);
        contentFrom -= bytes;
        std::memcpy(page.data() + contentFrom, cell.data(), bytes);
        put16(page.data() + innerHeader + i * pointerBytes, contentFrom);
    }
    page[typeAt] = innerPage;
    put16(page.data() + cellCountAt, children.size() - 1);
    put16(page.data() + contentAt, contentFrom);
    put32(page.data() + rightmostAt, children.back().page);
    return page;
}

} // namespace hallway
