#include "session/CacheControl.h"

#include "store/CacheFolder.h"

namespace hallway {

std::vector<CachedCapture> cachedCaptures(const std::string& folder) {
    std::vector<CachedCapture> captures;
    if (folder.empty()) return captures;
    for (CacheEntry& entry : CacheFolder(folder).list())
        captures.push_back({std::move(entry.path), std::move(entry.sources), entry.bytes, entry.lastUse});
    return captures;
}

Result<ClearedCache> clearCache(const std::string& folder) {
    ClearedCache cleared;
    cleared.captures = cachedCaptures(folder).size();
    if (cleared.captures == 0) return cleared;
    const auto bytes = CacheFolder(folder).clear();
    if (!bytes) return fail(bytes.error());
    cleared.bytes = *bytes;
    return cleared;
}

} // namespace hallway
