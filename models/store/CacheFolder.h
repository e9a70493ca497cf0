// The folder of captures made from files, so that opening a file again needs no parsing.
//
// Several Hallways share it without locks: a capture appears by one rename, complete; the later of two that
// finish the same one wins, and who has the earlier one open goes on reading it. Links in the folder are
// never followed.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hallway {

struct CacheEntry {
    std::string path;
    std::vector<std::string>
        sources; ///< paths as typed when it was made; empty if it cannot be read any more
    std::uint64_t bytes = 0;
    Timestamp lastUse;
};

/// Thread-safe: holds nothing but its place and limit.
class CacheFolder {
public:
    static constexpr std::uint64_t defaultLimit = 10'000'000'000;

    /// `limit`: bytes all captures together may take.
    explicit CacheFolder(std::string folder, std::uint64_t limit = defaultLimit);
    [[nodiscard]] const std::string& path() const { return m_folder; }

    /// Makes the folder (owner only) if there is none, and removes what killed imports left: files whose
    /// process has ended, or that nobody wrote to for a day. Errors: CacheUnwritable.
    [[nodiscard]] Status prepare() const;

    /// The capture of a key (keyOf), marked as used now. It may still turn out damaged or of another version.
    [[nodiscard]] std::optional<std::string> find(const std::string& key) const;
    /// Where to build the capture of a key: a name of its own at every call.
    [[nodiscard]] std::string temporaryPath(const std::string& key) const;
    /// Puts a finished capture in its place and trims the folder; gives its path. Does not wait until the
    /// disk has it (a second for a million spans): it is derived data. Errors: CacheUnwritable, DiskFull.
    [[nodiscard]] Result<std::string> publish(const std::string& key, const std::string& temporary) const;

    /// Removes captures, oldest use first, until the limit is kept; never those in `inUse` (paths).
    void trim(std::span<const std::string> inUse) const;

    [[nodiscard]] std::vector<CacheEntry> list() const; ///< latest use first
    /// Removes all captures; gives the bytes they took. Errors: CacheUnwritable.
    [[nodiscard]] Result<std::uint64_t> clear() const;

private:
    [[nodiscard]] std::string pathOf(const std::string& key) const;
    std::string m_folder;
    std::uint64_t m_limit;
};

} // namespace hallway
