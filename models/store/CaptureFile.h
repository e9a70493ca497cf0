// Opening a file that claims to be a capture: believed only when header and tables are exactly ours.
#pragma once

#include "store/Database.h"

namespace hallway {

/// Makes a new capture file with its tables, all empty. Errors: CacheUnwritable, DiskFull.
[[nodiscard]] Result<Database> createCapture(const std::string& path);
/// Opens it again to write its last rows: no journal and no flushing, since an unfinished one is thrown away.
/// Errors: CacheUnwritable, DiskFull.
[[nodiscard]] Result<Database> resumeCapture(const std::string& path);

/// Checks the header (before SQLite looks at anything else) and that every table, view and index is the one
/// of schema.sql and no other is there. Errors: FileNotFound, FileUnreadable, NotACapture, CacheOtherVersion,
/// CacheDamaged.
[[nodiscard]] Result<Database> openCapture(const std::string& path,
                                           Database::Access access = Database::Access::Read);

} // namespace hallway
