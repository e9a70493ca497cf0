// A folder of our own for what cannot lie in the cache, gone with its owner.
#pragma once

#include "base/Result.h"

#include <string>
#include <utility>

namespace hallway {

class TemporaryFolder {
public:
    /// Below $TMPDIR or /tmp, readable by its owner only. Folders that killed processes of this user left
    /// there are removed first: a lock tells those in use. Errors: CacheUnwritable, DiskFull.
    [[nodiscard]] static Result<TemporaryFolder> create();
    TemporaryFolder(TemporaryFolder&& other) noexcept
        : m_path(std::exchange(other.m_path, {})), m_lock(std::exchange(other.m_lock, -1)) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    TemporaryFolder(std::string path, int lock) : m_path(std::move(path)), m_lock(lock) {}
    std::string m_path;
    int m_lock; ///< descriptor of the folder, held locked
};

} // namespace hallway
