#include "session/TemporaryFolder.h"

#include "store/SqlError.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace hallway {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "hallway-open-";
constexpr std::chrono::minutes newest{1}; // younger ones may not be locked yet

/// A locked descriptor of the folder; -1 if somebody else holds it, or it is a link.
int lockFolder(const std::string& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0 || ::flock(folder, LOCK_EX | LOCK_NB) == 0) return folder;
    ::close(folder);
    return -1;
}

bool isOldAndOurs(const std::string& path) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != ::geteuid())
        return false;
    return std::chrono::system_clock::from_time_t(info.st_mtim.tv_sec) + newest <
           std::chrono::system_clock::now();
}

void removeLeftovers(const std::string& root) {
    std::error_code error, ignored;
    for (fs::directory_iterator entry(root, error), end; !error && entry != end; entry.increment(error)) {
        const std::string path = entry->path().string();
        if (!entry->path().filename().string().starts_with(prefix) || !isOldAndOurs(path)) continue;
        const int lock = lockFolder(path);
        if (lock < 0) continue;
        fs::remove_all(path, ignored);
        ::close(lock);
    }
}

} // namespace

Result<TemporaryFolder> TemporaryFolder::create() {
    const char* const named = std::getenv("TMPDIR");
    const std::string root = named && *named == '/' ? named : "/tmp";
    removeLeftovers(root);
    std::string path = root + "/" + std::string(prefix) + "XXXXXX";
    if (!::mkdtemp(path.data())) {
        if (meansDiskFull(errno)) return fail(diskFull(path));
        return fail(ErrorCode::CacheUnwritable, {root, std::strerror(errno)});
    }
    const int lock = lockFolder(path); // where locks are not to be had, the folder only risks an early end
    return TemporaryFolder(std::move(path), lock);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!m_path.empty()) fs::remove_all(m_path, ignored);
    if (m_lock >= 0) ::close(m_lock);
}

} // namespace hallway
