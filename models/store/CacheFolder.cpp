#include "store/CacheFolder.h"

#include "store/CaptureReader.h"
#include "store/Publish.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace hallway {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".hallway";
constexpr std::string_view buildingMark = ".hallway.building-";
constexpr std::size_t keyDigits = 32;

bool isKey(std::string_view text) {
    return text.size() == keyDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool isCaptureName(std::string_view name) {
    return name.ends_with(extension) && isKey(name.substr(0, name.size() - extension.size()));
}

/// The process that builds a file of this name; nothing for every other name.
std::optional<pid_t> builderOf(std::string_view name) {
    if (name.size() <= keyDigits + buildingMark.size() || !isKey(name.substr(0, keyDigits)) ||
        name.substr(keyDigits, buildingMark.size()) != buildingMark)
        return std::nullopt;
    name.remove_prefix(keyDigits + buildingMark.size());
    pid_t process = 0;
    const auto parsed = std::from_chars(name.data(), name.data() + name.size(), process);
    if (parsed.ec != std::errc() || process <= 0) return std::nullopt;
    return process;
}

bool isRunning(pid_t process) { return ::kill(process, 0) == 0 || errno == EPERM; }

Timestamp timestampOf(const timespec& time) {
    return hallway::timestampOf(std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec);
}

struct FolderFile {
    std::string name, path;
    std::uint64_t bytes = 0;
    Timestamp modified;
};

/// Regular files only: a link is nobody's capture.
std::vector<FolderFile> filesOf(const std::string& folder) {
    std::vector<FolderFile> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string path = it->path().string();
        struct stat info {};
        if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) continue;
        files.push_back({it->path().filename().string(), path, static_cast<std::uint64_t>(info.st_size),
                         timestampOf(info.st_mtim)});
    }
    return files;
}

std::vector<FolderFile> capturesOf(const std::string& folder) {
    auto files = filesOf(folder);
    std::erase_if(files, [](const FolderFile& file) { return !isCaptureName(file.name); });
    std::sort(files.begin(), files.end(), [](const FolderFile& a, const FolderFile& b) {
        return a.modified != b.modified ? a.modified > b.modified : a.name < b.name;
    });
    return files;
}

std::vector<std::string> sourcesOf(const std::string& path) {
    std::vector<std::string> paths;
    const auto reader = CaptureReader::open(path);
    if (!reader) return paths;
    if (const auto sources = (*reader)->sources())
        for (const Source& source : *sources)
            paths.push_back(source.path);
    return paths;
}

tl::unexpected<Error> unwritable(const std::string& folder, int error) {
    return fail(ErrorCode::CacheUnwritable, {folder, std::strerror(error)});
}

} // namespace

CacheFolder::CacheFolder(std::string folder, std::uint64_t limit)
    : m_folder(std::move(folder)), m_limit(limit) {}

std::string CacheFolder::pathOf(const std::string& key) const {
    return m_folder + "/" + key + std::string(extension);
}

Status CacheFolder::prepare() const {
    std::error_code error;
    fs::create_directories(fs::path(m_folder).parent_path(), error); // says so below if it cannot
    if (::mkdir(m_folder.c_str(), 0700) != 0 && errno != EEXIST) return unwritable(m_folder, errno);
    if (::access(m_folder.c_str(), R_OK | W_OK | X_OK) != 0) return unwritable(m_folder, errno);
    if (!fs::is_directory(m_folder, error)) return unwritable(m_folder, ENOTDIR);

    const auto dayAgo = std::chrono::system_clock::now() - std::chrono::hours(24);
    for (const FolderFile& file : filesOf(m_folder)) {
        const auto builder = builderOf(file.name);
        if (builder && (!isRunning(*builder) || file.modified < dayAgo)) ::unlink(file.path.c_str());
    }
    return {};
}

std::optional<std::string> CacheFolder::find(const std::string& key) const {
    const std::string path = pathOf(key);
    struct stat info {};
    if (!isKey(key) || ::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
    // Captures do not change once published, so the time of change serves as the time of last use.
    ::utimensat(AT_FDCWD, path.c_str(), nullptr, AT_SYMLINK_NOFOLLOW);
    return path;
}

std::string CacheFolder::temporaryPath(const std::string& key) const { return buildingPath(pathOf(key)); }

Result<std::string> CacheFolder::publish(const std::string& key, const std::string& temporary) const {
    std::string path = pathOf(key);
    if (const Status done = publishUnflushed(temporary, path); !done) {
        if (done.error().code != ErrorCode::FileUnwritable) return fail(done.error());
        return fail(ErrorCode::CacheUnwritable, {m_folder, done.error().arguments.back()});
    }
    trim({&path, 1});
    return path;
}

void CacheFolder::trim(std::span<const std::string> inUse) const {
    std::uint64_t kept = 0;
    auto captures = capturesOf(m_folder);
    const auto isInUse = [&](const FolderFile& file) {
        return std::find(inUse.begin(), inUse.end(), file.path) != inUse.end();
    };
    // Latest use first: what no longer fits behind those is the oldest.
    std::stable_partition(captures.begin(), captures.end(), isInUse);
    for (const FolderFile& file : captures) {
        kept += file.bytes;
        if (kept > m_limit && !isInUse(file)) ::unlink(file.path.c_str());
    }
}

std::vector<CacheEntry> CacheFolder::list() const {
    std::vector<CacheEntry> entries;
    for (const FolderFile& file : capturesOf(m_folder))
        entries.push_back({file.path, sourcesOf(file.path), file.bytes, file.modified});
    return entries;
}

Result<std::uint64_t> CacheFolder::clear() const {
    std::uint64_t freed = 0;
    for (const FolderFile& file : capturesOf(m_folder)) {
        if (::unlink(file.path.c_str()) != 0 && errno != ENOENT) return unwritable(m_folder, errno);
        freed += file.bytes;
    }
    return freed;
}

} // namespace hallway
