#include "store/ColumnStore.h"

#include "base/Hash.h"
#include "store/BlobReader.h"
#include "store/CaptureFormat.h"
#include "store/RowChecksum.h"

#include <algorithm>
#include <string>

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

} // namespace

Result<ColumnWriter> ColumnWriter::on(const Database& database) {
    auto insert = database.prepare("INSERT INTO chunk (name, part, checksum, bytes) VALUES (?, ?, ?, ?)");
    if (!insert) return fail(insert.error());
    return ColumnWriter(std::move(*insert));
}

Status ColumnWriter::writeBytes(std::string_view name, std::span<const std::byte> bytes) {
    std::size_t part = 0;
    do { // an empty column has one empty part
        const auto piece = bytes.first(std::min(bytes.size(), partBytes));
        bytes = bytes.subspan(piece.size());
        m_insert.bindText(1, name);
        m_insert.bind(2, std::uint64_t{part});
        m_insert.bind(3, checksumOf(name, part, piece));
        m_insert.bindBlob(4, asText(piece));
        if (Status written = m_insert.run(); !written) return written;
        ++part;
    } while (!bytes.empty());
    return {};
}

Result<ColumnReader> ColumnReader::on(const Database& database) {
    auto size = database.prepare("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!size) return fail(size.error());
    const auto row = size->step();
    if (!row) return fail(row.error());
    const auto fileBytes = *row ? static_cast<std::size_t>(std::max<std::int64_t>(0, size->integer(0))) : 0;
    auto select =
        database.prepare("SELECT id, length(bytes), checksum, part FROM chunk WHERE name = ? ORDER BY part");
    if (!select) return fail(select.error());
    return ColumnReader(database, std::move(*select), fileBytes);
}

Result<std::size_t> ColumnReader::find(std::string_view name, std::size_t elementBytes) {
    m_parts.clear();
    m_select.reset();
    m_select.bindText(1, name);
    std::size_t total = 0;
    for (;;) {
        const auto row = m_select.step();
        if (!row) return fail(row.error());
        if (!*row) break;
        const auto bytes = static_cast<std::size_t>(std::max<std::int64_t>(0, m_select.integer(1)));
        total += bytes;
        if (m_select.integer(3) != static_cast<std::int64_t>(m_parts.size()) || total > m_fileBytes)
            return damagedColumn(*m_database, name);
        m_parts.push_back({m_select.integer(0), bytes, m_select.integer(2)});
    }
    m_select.reset();
    if (m_parts.empty() || total % elementBytes != 0) return damagedColumn(*m_database, name);
    return total;
}

Status ColumnReader::readBytes(std::string_view name, std::span<std::byte> target) {
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        const auto piece = target.first(m_parts[part].bytes);
        target = target.subspan(piece.size());
        if (Status read = readBlob(*m_database, "chunk", "bytes", m_parts[part].id, piece); !read)
            return read;
        if (checksumOf(name, part, piece) != m_parts[part].checksum) return damagedColumn(*m_database, name);
    }
    return {};
}

} // namespace hallway
