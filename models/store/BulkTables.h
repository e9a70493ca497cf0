// The tables of a new capture that grow with it, filled before SQLite opens the file again.
#pragma once

#include "store/PageFile.h"
#include "store/TableBuilder.h"

#include <memory>
#include <string>

namespace hallway {

/// Errors of all: DiskFull, CacheUnwritable.
class BulkTables {
public:
    /// Makes the file with the tables of schema.sql, all empty.
    [[nodiscard]] static Result<std::unique_ptr<BulkTables>> create(const std::string& path);
    BulkTables(const BulkTables&) = delete;
    BulkTables& operator=(const BulkTables&) = delete;

    /// Writes what is left; then the file is a sound database.
    [[nodiscard]] Status finish();

private:
    /// Their pages in the new file.
    struct Roots {
        PageNumber strings = 0, spans = 0, failedSpans = 0, calls = 0, chunks = 0;
    };
    [[nodiscard]] static Result<Roots> makeTables(const std::string& path);
    BulkTables(PageFile file, const Roots& roots);

    PageFile m_file;

public:
    TableBuilder strings, spans, failedSpans, calls, chunks;
};

} // namespace hallway
