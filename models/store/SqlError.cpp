#include "store/SqlError.h"

#include <sqlite3.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace hallway {

namespace {

/// The errno behind the last error, 0 if none is known. The connection often forgets it; the file remembers.
int systemErrorOf(sqlite3* database) {
    if (const int error = sqlite3_system_errno(database); error != 0) return error;
    int error = 0;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
    return error;
}

Error errorOfInputOutput(const std::string& path, int code, int systemError) {
    if (meansDiskFull(systemError)) return diskFull(path);
    switch (code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
        return {ErrorCode::CacheDamaged, {path, sqlite3_errstr(code)}, std::nullopt};
    default:
        break;
    }
    const char* const reason = systemError != 0 ? std::strerror(systemError) : sqlite3_errstr(code);
    return {ErrorCode::CacheUnwritable, {folderOf(path), reason}, std::nullopt};
}

} // namespace

std::string folderOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
}

bool meansDiskFull(int systemError) {
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

Error diskFull(const std::string& path) {
    const std::string folder = folderOf(path);
    struct statvfs volume {};
    const std::uint64_t free =
        ::statvfs(folder.c_str(), &volume) == 0 ? volume.f_bavail * volume.f_frsize : 0;
    return {ErrorCode::DiskFull, {folder, std::to_string(free)}, std::nullopt};
}

Error errorOf(sqlite3* database, int code) {
    const char* const name = sqlite3_db_filename(database, "main");
    const std::string path = name ? name : "";
    const int systemError = systemErrorOf(database);
    switch (code & 0xff) {
    case SQLITE_FULL:
        return diskFull(path);
    case SQLITE_IOERR:
        return errorOfInputOutput(path, code, systemError);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::CacheDamaged, {path, sqlite3_errmsg(database)}, std::nullopt};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, {}, std::nullopt};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED: {
        const char* const reason = systemError != 0 ? std::strerror(systemError) : sqlite3_errstr(code);
        return {ErrorCode::CacheUnwritable, {folderOf(path), reason}, std::nullopt};
    }
    default:
        return {ErrorCode::SqlRefused, {sqlite3_errmsg(database)}, std::nullopt};
    }
}

Error asDamage(Error error, const std::string& path) {
    switch (error.code) {
    case ErrorCode::SqlRefused:
        return {ErrorCode::CacheDamaged, {path, error.arguments.front()}, std::nullopt};
    // A reader never writes, unless SQLite wants to roll back what a killed writer left.
    case ErrorCode::CacheUnwritable:
        return {ErrorCode::CacheDamaged, {path, error.arguments.back()}, std::nullopt};
    default:
        return error;
    }
}

} // namespace hallway
