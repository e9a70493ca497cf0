#include "session/TemporaryFolder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace hallway {

Result<TemporaryFolder> TemporaryFolder::create() {
    const char* const root = std::getenv("TMPDIR");
    std::string path = std::string(root && *root == '/' ? root : "/tmp") + "/hallway-XXXXXX";
    if (!::mkdtemp(path.data())) return fail(ErrorCode::CacheUnwritable, {path, std::strerror(errno)});
    return TemporaryFolder(std::move(path));
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
}

} // namespace hallway
