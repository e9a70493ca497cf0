// The tables that rows refer to: texts, resources, scopes, sources, and the capture's own figures.
#pragma once

#include "store/CaptureRows.h"
#include "store/Database.h"

namespace hallway {

/// Writes and seals them all.
[[nodiscard]] Status writeDictionary(const Database& database, const FinishedCapture& capture);

/// All of these: errors CacheDamaged, Cancelled.
[[nodiscard]] Result<ResourceTable> readResources(const Database& database);
[[nodiscard]] Result<ScopeTable> readScopes(const Database& database);
/// Also CacheOtherVersion: the names every pool begins with are not those of this program.
[[nodiscard]] Result<std::unique_ptr<StringPool>> readStrings(const Database& database);
[[nodiscard]] Result<std::vector<Source>> readSources(const Database& database);

struct CaptureHead {
    CaptureSummary summary;
    std::string fingerprint;
};
[[nodiscard]] Result<CaptureHead> readHead(const Database& database);

} // namespace hallway
