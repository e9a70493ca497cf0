#include "store/CaptureFile.h"

#include "store/CaptureFormat.h"
#include "store/RowChecksum.h"
#include "store/SchemaText.h"
#include "store/SqlError.h"

#include <array>
#include <string>

namespace hallway {

namespace {

// SQLite's file header, https://www.sqlite.org/fileformat2.html#the_database_header
constexpr std::size_t headerBytes = 100;
constexpr std::size_t pageSizeAt = 16, writeFormatAt = 18, readFormatAt = 19, reservedAt = 20,
                      encodingAt = 56, userVersionAt = 60, applicationIdAt = 68;
constexpr char rollbackFormat = 1; // 2 would be a write-ahead log: SQLite would make files beside it
constexpr std::uint32_t utf8 = 1;

/// While a file is made: one that is not finished is thrown away.
constexpr const char* unsafe = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                               " PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;";

using Header = std::array<char, headerBytes>;

std::uint32_t number(const Header& header, std::size_t at, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value = value << 8 | static_cast<unsigned char>(header[at + i]);
    return value;
}

Status checkHeader(const Database& database, const std::string& path) {
    static constexpr std::string_view magic("SQLite format 3\0", 16);
    Header header{};
    if (!database.readFile(header, 0)) return fail(ErrorCode::NotACapture, {path});
    const std::string_view begin(header.data(), magic.size());
    if (begin != magic || number(header, applicationIdAt, 4) != applicationId)
        return fail(ErrorCode::NotACapture, {path});
    const std::uint32_t version = number(header, userVersionAt, 4);
    if (version != formatVersion) return fail(ErrorCode::CacheOtherVersion, {path, std::to_string(version)});
    if (number(header, pageSizeAt, 2) != pageBytes || header[writeFormatAt] != rollbackFormat ||
        header[readFormatAt] != rollbackFormat || header[reservedAt] != 0 ||
        number(header, encodingAt, 4) != utf8)
        return fail(ErrorCode::CacheDamaged, {path, "its header"});
    return {};
}

/// Everything sqlite_schema holds, as one text.
Result<std::string> schemaOf(const Database& database) {
    auto rows = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
    if (!rows) return fail(rows.error());
    std::string text;
    for (;;) {
        const auto row = rows->step();
        if (!row) return fail(row.error());
        if (!*row) return text;
        for (int column = 0; column < rows->columnCount(); ++column) {
            text += rows->text(column);
            text += '\n';
        }
    }
}

/// Exactly ours: no trigger, no view with an effect, no table that computes, no column missing.
Status checkSchema(const Database& database, const std::string& path) {
    const auto fresh = Database::inMemory();
    if (!fresh) return fail(fresh.error());
    if (Status made = fresh->execute(schemaText); !made) return made;
    const auto expected = schemaOf(*fresh);
    if (!expected) return fail(expected.error());
    const auto found = schemaOf(database);
    if (!found) return fail(asDamage(found.error(), path));
    if (*found != *expected) return fail(ErrorCode::CacheDamaged, {path, "its tables"});
    return {};
}

} // namespace

Result<Database> createCapture(const std::string& path) {
    auto database = Database::create(path);
    if (!database) return database;
    const std::string settings = std::string(unsafe) + " PRAGMA page_size = " + std::to_string(pageBytes) +
                                 "; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8'; BEGIN;"
                                 " PRAGMA application_id = " +
                                 std::to_string(applicationId) +
                                 "; PRAGMA user_version = " + std::to_string(formatVersion) + ";";
    for (const char* const sql : {settings.c_str(), schemaText, "COMMIT"})
        if (const Status done = database->execute(sql); !done) return fail(done.error());
    return database;
}

Result<Database> resumeCapture(const std::string& path) {
    auto database = Database::reopen(path);
    if (!database) return database;
    if (const Status done = database->execute(unsafe); !done) return fail(done.error());
    return database;
}

Result<Database> openCapture(const std::string& path, Database::Access access) {
    auto database = Database::open(path, access);
    if (!database) return database;
    if (const Status checked = checkHeader(*database, path); !checked) return fail(checked.error());
    // A capture killed while it keeps a layout is made anew: so no journal file that could outlive it.
    const char* const settings =
        access == Database::Access::Read
            ? "PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384;"
            : "PRAGMA cell_size_check = ON; PRAGMA journal_mode = MEMORY; "
              "PRAGMA synchronous = OFF;";
    if (const Status done = database->execute(settings); !done) return fail(asDamage(done.error(), path));
    if (const Status checked = checkSchema(*database, path); !checked) return fail(checked.error());
    return database;
}

} // namespace hallway
