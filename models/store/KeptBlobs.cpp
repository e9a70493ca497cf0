#include "store/KeptBlobs.h"

#include "base/Hash.h"
#include "store/RowChecksum.h"

namespace hallway {

namespace {

std::int64_t checksumOf(std::string_view name, std::string_view bytes) {
    return static_cast<std::int64_t>(hashOf(bytes, hashOf(name)));
}

} // namespace

Status keepBlob(const Database& database, std::string_view name, std::string_view bytes) {
    auto insert = database.prepare("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)");
    if (!insert) return fail(insert.error());
    insert->bindText(1, name);
    insert->bind(2, checksumOf(name, bytes));
    insert->bindBlob(3, bytes);
    return insert->run();
}

Result<std::optional<std::string>> keptBlob(const Database& database, std::string_view name) {
    auto select = database.prepare("SELECT checksum, bytes FROM kept WHERE name = ?");
    if (!select) return fail(select.error());
    select->bindText(1, name);
    const auto row = select->step();
    if (!row) return fail(row.error());
    if (!*row) return std::optional<std::string>();
    std::string bytes(select->blob(1));
    if (select->integer(0) != checksumOf(name, bytes))
        return damaged(database, "what is kept as " + std::string(name));
    return std::optional(std::move(bytes));
}

} // namespace hallway
