// SQLite's result codes as errors of Hallway.
#pragma once

#include "base/Error.h"

#include <string>

struct sqlite3;

namespace hallway {

/// The folder part of a path.
[[nodiscard]] std::string folderOf(const std::string& path);

/// DiskFull for the volume `path` lies on.
[[nodiscard]] Error diskFull(const std::string& path);

/// True for the errno values that mean: no more room.
[[nodiscard]] bool meansDiskFull(int systemError);

/// What `code`, just returned by a call on `database`, means: DiskFull, CacheDamaged, CacheUnwritable,
/// Cancelled, SqlRefused (all else, with SQLite's message).
[[nodiscard]] Error errorOf(sqlite3* database, int code);

/// While a capture is read, SQL that is refused means that its tables are not what they should be.
[[nodiscard]] Error asDamage(Error error, const std::string& path);

} // namespace hallway
