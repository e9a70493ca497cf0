// A copy of a whole database, page by page.
#pragma once

#include "base/Cancellation.h"
#include "store/Database.h"

#include <string>

namespace hallway {

/// Makes the new file `copy`; on an error it is removed again. `target`: the path named in errors.
/// Errors: FileUnwritable, DiskFull, CacheDamaged, Cancelled.
[[nodiscard]] Status copyDatabase(const Database& database, const std::string& copy,
                                  const std::string& target, const CancelToken& cancel);

} // namespace hallway
