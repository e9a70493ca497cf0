#include "store/RowChecksum.h"

#include "base/Hash.h"
#include "store/SqlError.h"

#include <sqlite3.h>

#include <bit>

namespace hallway {

namespace {

std::string pathOf(const Database& database) {
    const char* const name = sqlite3_db_filename(database.handle(), "main");
    return name ? name : "";
}

std::uint64_t hashOfInteger(std::int64_t value) { return combineHash(1, static_cast<std::uint64_t>(value)); }

std::uint64_t hashOfText(std::string_view value) { return hashOf(value, 3); }

std::uint64_t hashOfCell(const Statement& row, int column) {
    const CellType type = row.type(column);
    switch (type) {
    case CellType::Null:
        return 0;
    case CellType::Integer:
        return hashOfInteger(row.integer(column));
    case CellType::Real:
        return combineHash(2, std::bit_cast<std::uint64_t>(row.real(column)));
    case CellType::Text:
        return hashOfText(row.text(column));
    case CellType::Blob:
        return hashOf(row.blob(column), 4);
    }
    return 0;
}

} // namespace

void RowChecksum::add(const Statement& row) {
    for (int column = 0; column < row.columnCount(); ++column)
        m_sum = combineHash(m_sum, hashOfCell(row, column));
}

void RowChecksum::add(std::int64_t integer) { m_sum = combineHash(m_sum, hashOfInteger(integer)); }

void RowChecksum::add(std::string_view text) { m_sum = combineHash(m_sum, hashOfText(text)); }

tl::unexpected<Error> damaged(const Database& database, std::string reason) {
    return fail(ErrorCode::CacheDamaged, {pathOf(database), std::move(reason)});
}

Status seal(const Database& database, const SealedTable& table) {
    auto rows = database.prepare(table.query);
    if (!rows) return fail(rows.error());
    RowChecksum checksum;
    for (;;) {
        const auto row = rows->step();
        if (!row) return fail(row.error());
        if (!*row) break;
        checksum.add(*rows);
    }
    return seal(database, table, checksum);
}

Status seal(const Database& database, const SealedTable& table, const RowChecksum& checksum) {
    auto insert = database.prepare("INSERT INTO seal VALUES (?, ?)");
    if (!insert) return fail(insert.error());
    insert->bindText(1, table.name);
    insert->bind(2, checksum.value());
    return insert->run();
}

Status readSealed(const Database& database, const SealedTable& table,
                  const std::function<Status(const Statement& row)>& take) {
    const auto asDamaged = [&](const Error& error) { return fail(asDamage(error, pathOf(database))); };
    auto rows = database.prepare(table.query);
    if (!rows) return asDamaged(rows.error());
    RowChecksum checksum;
    for (;;) {
        const auto row = rows->step();
        if (!row) return asDamaged(row.error());
        if (!*row) break;
        checksum.add(*rows);
        if (Status taken = take(*rows); !taken) return taken;
    }
    auto expected = database.prepare("SELECT checksum FROM seal WHERE name = ?");
    if (!expected) return asDamaged(expected.error());
    expected->bindText(1, table.name);
    const auto found = expected->step();
    if (!found) return asDamaged(found.error());
    if (!*found || expected->integer(0) != checksum.value())
        return damaged(database, std::string("checksum of table ") + table.name);
    return {};
}

} // namespace hallway
