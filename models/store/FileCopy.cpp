#include "store/FileCopy.h"

#include "store/SqlError.h"

#include <sqlite3.h>
#include <unistd.h>

#include <memory>

namespace hallway {

namespace {

constexpr int pagesPerStep = 2048; // 16 MiB between two looks at the cancel token

Status copyPages(const Database& source, const Database& target, const CancelToken& cancel) {
    const std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> backup(
        sqlite3_backup_init(target.handle(), "main", source.handle(), "main"), &sqlite3_backup_finish);
    if (!backup) return fail(errorOf(target.handle(), sqlite3_errcode(target.handle())));
    for (;;) {
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
        const int code = sqlite3_backup_step(backup.get(), pagesPerStep);
        if (code == SQLITE_DONE) return {};
        if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR_READ ||
            code == SQLITE_IOERR_SHORT_READ)
            return fail(ErrorCode::CacheDamaged,
                        {sqlite3_db_filename(source.handle(), "main"), sqlite3_errstr(code)});
        if (code != SQLITE_OK) return fail(errorOf(target.handle(), code));
    }
}

/// What went wrong with the new file, in terms of the file the person named.
Error asUnwritable(Error error, const std::string& target) {
    if (error.code != ErrorCode::CacheUnwritable && error.code != ErrorCode::SqlRefused) return error;
    return {ErrorCode::FileUnwritable, {target, error.arguments.back()}, std::nullopt};
}

} // namespace

Status copyDatabase(const Database& database, const std::string& copy, const std::string& target,
                    const CancelToken& cancel) {
    auto made = Database::create(copy);
    if (!made) return fail(asUnwritable(made.error(), target));
    Status copied = made->execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    if (copied) copied = copyPages(database, *made, cancel);
    if (copied) return copied;
    ::unlink(copy.c_str());
    return fail(asUnwritable(copied.error(), target));
}

} // namespace hallway
