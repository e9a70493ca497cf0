#include "store/Publish.h"

#include "store/SqlError.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

namespace hallway {

namespace {

/// Flushes a file or folder; the errno of what failed, else 0.
int flush(const std::string& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) return errno;
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return error;
}

tl::unexpected<Error> giveUp(const std::string& temporary, const std::string& target, int error) {
    ::unlink(temporary.c_str());
    if (meansDiskFull(error)) return fail(diskFull(target));
    return fail(ErrorCode::FileUnwritable, {target, std::strerror(error)});
}

} // namespace

std::string buildingPath(const std::string& target) {
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    return target + ".building-" + std::to_string(::getpid()) + "-" + std::to_string(now);
}

Status publish(const std::string& temporary, const std::string& target) {
    if (const int error = flush(temporary, O_RDONLY | O_NOFOLLOW); error != 0)
        return giveUp(temporary, target, error);
    if (Status published = publishUnflushed(temporary, target); !published) return published;
    // The rename has happened; should the folder refuse to be flushed, a power cut may undo it, nothing
    // worse.
    static_cast<void>(flush(folderOf(target), O_RDONLY | O_DIRECTORY));
    return {};
}

Status publishUnflushed(const std::string& temporary, const std::string& target) {
    // A journal left beside the former file would be rolled back into the new one.
    ::unlink((target + "-journal").c_str());
    if (::rename(temporary.c_str(), target.c_str()) != 0) return giveUp(temporary, target, errno);
    return {};
}

} // namespace hallway
