// One connection to an SQLite database. It and its statements belong to one thread at a time.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "store/Statement.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;

namespace hallway {

class Database {
public:
    enum class Access : std::uint8_t { Read, Write };

    /// Opens an existing regular file; for writing only if no link. Nothing of it is believed: no triggers,
    /// no extensions, no functions in its views. Errors: FileNotFound, FileUnreadable.
    [[nodiscard]] static Result<Database> open(const std::string& path, Access access);
    /// Makes a new, empty file of its owner's alone. Errors: CacheUnwritable (also: there is one), DiskFull.
    [[nodiscard]] static Result<Database> create(const std::string& path);
    /// Opens a file this process has made and filled: trusted, to be written. Errors: CacheUnwritable,
    /// DiskFull.
    [[nodiscard]] static Result<Database> reopen(const std::string& path);
    /// An empty database in memory.
    [[nodiscard]] static Result<Database> inMemory();

    /// From now on every statement ends with Cancelled when the token is cancelled.
    void cancelWith(CancelToken cancel);

    /// Bytes of the file itself. Through SQLite's own handle: opening and closing the file once more would
    /// drop its locks. False if they cannot be read or do not lie within the file.
    [[nodiscard]] bool readFile(std::span<char> target, std::uint64_t offset) const;
    [[nodiscard]] std::uint64_t fileBytes() const;

    /// True if the path it was opened by leads to another file now, or to none.
    [[nodiscard]] bool hasMoved() const;

    /// Runs one or several statements without results.
    [[nodiscard]] Status execute(const char* sql) const;
    [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;

    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }

private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    explicit Database(sqlite3* handle) : m_handle(handle) {}
    [[nodiscard]] static Result<Database> openHandle(const std::string& path, int flags);

    std::unique_ptr<CancelToken> m_cancel; // stays in place: the progress handler points to it
    std::unique_ptr<sqlite3, Closer> m_handle;
};

/// Takes everything written since back unless commit() succeeds.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(const Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    [[nodiscard]] Status commit();

private:
    explicit Transaction(const Database& database) : m_database(&database) {}
    const Database* m_database;
};

} // namespace hallway
