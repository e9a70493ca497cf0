// What tells one state of a file from another, without reading all of it.
#pragma once

#include "base/Result.h"

#include <cstdint>
#include <span>
#include <string>

namespace hallway {

struct SourceFingerprint {
    std::string shownAs;  ///< the path as typed: captures carry it, so it is part of their identity
    std::string location; ///< absolute, links resolved
    std::uint64_t bytes = 0;
    std::int64_t modified = 0;     ///< ns since 1970 UTC
    std::uint64_t contentHash = 0; ///< of the first, middle and last 64 KiB; of all bytes of a smaller file
    bool operator==(const SourceFingerprint&) const = default;
};

/// Take it before decoding: a file that changes meanwhile then has another one afterwards.
/// Errors: FileNotFound, FileUnreadable (also: no regular file, such as a pipe).
[[nodiscard]] Result<SourceFingerprint> fingerprintOf(const std::string& path, const std::string& shownAs);
[[nodiscard]] inline Result<SourceFingerprint> fingerprintOf(const std::string& path) {
    return fingerprintOf(path, path);
}

/// 32 hex digits; the same for the same files in any order.
[[nodiscard]] std::string keyOf(std::span<const SourceFingerprint> sources);

} // namespace hallway
