#include "store/Database.h"

#include "store/SqlError.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <limits>

namespace hallway {

namespace {

constexpr int busyMilliseconds = 2000;
constexpr int stepsBetweenPolls = 10'000; // of SQLite's virtual machine: well under a millisecond

int pollCancel(void* token) { return static_cast<const CancelToken*>(token)->cancelled() ? 1 : 0; }

/// SQLite would take "file:x" as an address and ":memory:" as no file at all.
std::string plainPath(const std::string& path) { return path.starts_with('/') ? path : "./" + path; }

/// Nothing before the file is open.
sqlite3_file* fileOf(sqlite3* handle) {
    sqlite3_file* file = nullptr;
    const int code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return code == SQLITE_OK && file && file->pMethods ? file : nullptr;
}

void distrust(sqlite3* handle) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
}

} // namespace

void Database::Closer::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<Database> Database::openHandle(const std::string& path, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (!handle) throw std::bad_alloc();
    Database database(handle);
    if (code != SQLITE_OK) return fail(errorOf(handle, code));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyMilliseconds);
    return database;
}

Result<Database> Database::open(const std::string& path, Access access) {
    struct stat info {};
    const bool writing = access == Access::Write;
    if ((writing ? ::lstat(path.c_str(), &info) : ::stat(path.c_str(), &info)) != 0)
        return fail(errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                    {path, std::strerror(errno)});
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::FileUnreadable, {path, "not a regular file"});
    auto database = openHandle(plainPath(path), writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    if (!database) return fail(ErrorCode::FileUnreadable, {path, database.error().arguments.back()});
    distrust(database->handle());
    return database;
}

Result<Database> Database::create(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        if (meansDiskFull(errno)) return fail(diskFull(path));
        return fail(ErrorCode::CacheUnwritable, {folderOf(path), std::strerror(errno)});
    }
    ::close(descriptor);
    return reopen(path);
}

Result<Database> Database::reopen(const std::string& path) {
    return openHandle(plainPath(path), SQLITE_OPEN_READWRITE);
}

Result<Database> Database::inMemory() {
    return openHandle(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

void Database::cancelWith(CancelToken cancel) {
    m_cancel = std::make_unique<CancelToken>(std::move(cancel));
    sqlite3_progress_handler(m_handle.get(), stepsBetweenPolls, pollCancel, m_cancel.get());
}

bool Database::readFile(std::span<char> target, std::uint64_t offset) const {
    sqlite3_file* const file = fileOf(m_handle.get());
    return file && offset <= std::uint64_t{std::numeric_limits<sqlite3_int64>::max()} &&
           file->pMethods->xRead(file, target.data(), static_cast<int>(target.size()),
                                 static_cast<sqlite3_int64>(offset)) == SQLITE_OK;
}

std::uint64_t Database::fileBytes() const {
    sqlite3_file* const file = fileOf(m_handle.get());
    sqlite3_int64 bytes = 0;
    if (!file || file->pMethods->xFileSize(file, &bytes) != SQLITE_OK) return 0;
    return static_cast<std::uint64_t>(bytes);
}

bool Database::hasMoved() const {
    int moved = 0;
    return sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK ||
           moved != 0;
}

Status Database::execute(const char* sql) const {
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return fail(errorOf(m_handle.get(), code));
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return fail(errorOf(m_handle.get(), code));
    return Statement(statement);
}

Result<Transaction> Transaction::begin(const Database& database) {
    if (const Status begun = database.execute("BEGIN IMMEDIATE"); !begun) return fail(begun.error());
    return Transaction(database);
}

Transaction::~Transaction() {
    if (m_database) static_cast<void>(m_database->execute("ROLLBACK"));
}

Status Transaction::commit() {
    Status committed = m_database->execute("COMMIT");
    if (committed) m_database = nullptr;
    return committed;
}

} // namespace hallway
