#include "store/ColumnStore.h"

#include "base/Hash.h"
#include "store/BlobReader.h"
#include "store/RowChecksum.h"

namespace hallway {

namespace {

std::string_view asText(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::int64_t checksumOf(std::string_view name, std::size_t part, std::span<const std::byte> bytes) {
    return static_cast<std::int64_t>(hashOf(asText(bytes), hashOf(name, part)));
}

tl::unexpected<Error> damagedColumn(const Database& database, std::string_view name) {
    return damaged(database, "column " + std::string(name));
}

std::size_t atLeastZero(std::int64_t value) {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, value));
}

} // namespace

Status ColumnWriter::write(std::string_view name, std::span<const std::byte> bytes) {
    std::size_t number = 0;
    do { // an empty column has one empty part
        const auto piece = bytes.first(std::min(bytes.size(), partBytes));
        bytes = bytes.subspan(piece.size());
        if (Status written = writePart(name, number++, piece); !written) return written;
    } while (!bytes.empty());
    return {};
}

Status ColumnWriter::writePart(std::string_view name, std::size_t number, std::span<const std::byte> bytes) {
    m_record.clear();
    m_record.addNull(); // the row's number
    m_record.addText(name);
    m_record.add(std::uint64_t{number});
    m_record.add(checksumOf(name, number, bytes));
    m_record.addBlob(asText(bytes));
    return m_chunks->append(m_rows++, m_record.bytes());
}

Result<ColumnReader> ColumnReader::on(const Database& database) {
    auto size = database.prepare("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!size) return fail(size.error());
    const auto row = size->step();
    if (!row) return fail(row.error());
    const std::size_t fileBytes = *row ? atLeastZero(size->integer(0)) : 0;

    auto select = database.prepare("SELECT id, name, part, length(bytes), checksum FROM chunk ORDER BY id");
    if (!select) return fail(select.error());
    ColumnReader reader(database);
    for (;;) {
        const auto more = select->step();
        if (!more) return fail(more.error());
        if (!*more) return reader;
        const std::string name(select->text(1));
        Parts& parts = reader.m_columns[name];
        parts.list.push_back(
            {select->integer(0), parts.list.size(), atLeastZero(select->integer(3)), select->integer(4)});
        parts.bytes += parts.list.back().bytes;
        if (select->integer(2) != static_cast<std::int64_t>(parts.list.back().number) ||
            parts.bytes > fileBytes)
            return damagedColumn(database, name);
    }
}

Result<const ColumnReader::Parts*> ColumnReader::find(std::string_view name, std::size_t elementBytes) const {
    const auto found = m_columns.find(name);
    if (found == m_columns.end()) return damagedColumn(*m_database, name);
    for (const Part& part : found->second.list)
        if (part.bytes % elementBytes != 0) return damagedColumn(*m_database, name);
    return &found->second;
}

Status ColumnReader::readPart(std::string_view name, const Part& part, std::span<std::byte> target) const {
    if (Status read = readBlob(*m_database, "chunk", "bytes", part.row, target); !read) return read;
    if (checksumOf(name, part.number, target) != part.checksum) return damagedColumn(*m_database, name);
    return {};
}

Status ColumnReader::unequal(std::string_view name) const { return damagedColumn(*m_database, name); }

} // namespace hallway
