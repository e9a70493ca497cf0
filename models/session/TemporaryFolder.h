// A folder of our own for what cannot lie in the cache, gone with its owner.
#pragma once

#include "base/Result.h"

#include <string>
#include <utility>

namespace hallway {

class TemporaryFolder {
public:
    /// Below $TMPDIR or /tmp, readable by its owner only. Errors: CacheUnwritable, DiskFull.
    [[nodiscard]] static Result<TemporaryFolder> create();
    TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::string path) : m_path(std::move(path)) {}
    std::string m_path;
};

} // namespace hallway
