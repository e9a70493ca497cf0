#include "store/BlobReader.h"

#include "store/RowChecksum.h"
#include "store/SqlError.h"

#include <sqlite3.h>

#include <memory>
#include <string>

namespace hallway {

Status readBlob(const Database& database, const char* table, const char* column, std::int64_t row,
                std::span<std::byte> target) {
    sqlite3_blob* opened = nullptr;
    int code = sqlite3_blob_open(database.handle(), "main", table, column, row, 0, &opened);
    const std::unique_ptr<sqlite3_blob, decltype(&sqlite3_blob_close)> blob(opened, &sqlite3_blob_close);
    if (code == SQLITE_OK && static_cast<std::size_t>(sqlite3_blob_bytes(opened)) != target.size())
        return damaged(database, std::string("size of a value in ") + table);
    if (code == SQLITE_OK && !target.empty())
        code = sqlite3_blob_read(opened, target.data(), static_cast<int>(target.size()), 0);
    if (code == SQLITE_OK) return {};
    const Error error = errorOf(database.handle(), code);
    return fail(error.code == ErrorCode::Cancelled
                    ? error
                    : damaged(database, sqlite3_errmsg(database.handle())).value());
}

} // namespace hallway
