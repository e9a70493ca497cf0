// The tables that rows refer to: texts, resources, scopes, sources, and the capture's own figures.
#pragma once

#include "store/CaptureRows.h"
#include "store/Database.h"
#include "store/RowChecksum.h"
#include "store/TableBuilder.h"

namespace hallway {

/// Into the table `string`; gives what seals it. Errors: of TableBuilder.
[[nodiscard]] Result<RowChecksum> writeStrings(TableBuilder& rows, const StringPool& strings);
/// All others; seals them, and the texts written before.
[[nodiscard]] Status writeDictionary(const Database& database, const FinishedCapture& capture,
                                     const RowChecksum& strings);

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
