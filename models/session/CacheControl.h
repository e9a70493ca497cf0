// Looking into the folder of captures read before, and emptying it.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

struct CachedCapture {
    std::string path;
    std::vector<std::string> sources; ///< as typed when it was made; empty if it cannot be read any more
    std::uint64_t bytes = 0;
    Timestamp lastUse;
};

/// Latest use first; nothing where `folder` is empty (no cache) or does not exist.
[[nodiscard]] std::vector<CachedCapture> cachedCaptures(const std::string& folder);

struct ClearedCache {
    std::uint64_t captures = 0;
    std::uint64_t bytes = 0;
};
/// Open captures stay readable to those who have them. Errors: CacheUnwritable.
[[nodiscard]] Result<ClearedCache> clearCache(const std::string& folder);

} // namespace hallway
