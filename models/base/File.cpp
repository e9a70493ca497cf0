#include "base/File.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

namespace hallway {

namespace {

class FileDescriptor {
public:
    explicit FileDescriptor(int descriptor) : m_descriptor(descriptor) {}
    FileDescriptor(FileDescriptor&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FileDescriptor& operator=(FileDescriptor&&) = delete;
    ~FileDescriptor() {
        if (m_descriptor > STDERR_FILENO) ::close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

std::string reasonOf(int error) { return std::strerror(error); }

/// A pipe that a shell made between two programs: `hallway edges <(zcat a.gz)`.
bool isUnnamedPipe(int descriptor) {
    struct statfs system {};
    return ::fstatfs(descriptor, &system) == 0 && system.f_type == PIPEFS_MAGIC;
}

/// Whether a writer gave something, or came and went, before our patience ended.
bool beginsSoon(int descriptor) {
    constexpr int patience = 2000; // ms
    struct pollfd waiting {
        descriptor, POLLIN, 0
    };
    return ::poll(&waiting, 1, patience) != 0;
}

/// Why a file cannot be read to its end; empty if it can.
std::string whyEndless(::mode_t mode, int descriptor) {
    if (S_ISREG(mode)) return {};
    if (S_ISDIR(mode)) return reasonOf(EISDIR);
    if (!S_ISFIFO(mode)) return "it is a device, not a file";
    if (isUnnamedPipe(descriptor) || beginsSoon(descriptor)) return {};
    return "it is a named pipe, and nothing writes to it";
}

class DescriptorSource final : public ByteSource {
public:
    DescriptorSource(std::string path, FileDescriptor descriptor, std::optional<std::uint64_t> size)
        : m_path(std::move(path)), m_descriptor(std::move(descriptor)), m_size(size) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        const std::uint64_t left = m_size ? *m_size - m_done : std::numeric_limits<std::uint64_t>::max();
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, buffer.size()));
        if (wanted == 0) return std::size_t{0};
        for (;;) {
            const ::ssize_t got = ::read(m_descriptor.get(), buffer.data(), wanted);
            if (got >= 0) {
                m_done += static_cast<std::uint64_t>(got);
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) return fail(ErrorCode::FileUnreadable, {m_path, reasonOf(errno)});
        }
    }

private:
    std::string m_path;
    FileDescriptor m_descriptor;
    std::optional<std::uint64_t> m_size;
    std::uint64_t m_done = 0;
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : m_rest(bytes) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t count = std::min(buffer.size(), m_rest.size());
        std::copy_n(m_rest.begin(), count, buffer.begin());
        m_rest.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_rest;
};

tl::unexpected<Error> writeFailure(const std::string& path, int error) {
    if (error != ENOSPC && error != EDQUOT) return fail(ErrorCode::FileUnwritable, {path, reasonOf(error)});
    const std::size_t slash = path.rfind('/');
    const std::string folder =
        slash == std::string::npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
    struct statvfs volume {};
    const std::uint64_t free =
        ::statvfs(folder.c_str(), &volume) == 0 ? volume.f_bavail * volume.f_frsize : 0;
    return fail(ErrorCode::DiskFull, {folder, std::to_string(free)});
}

int writeAll(int descriptor, std::string_view rest) {
    while (!rest.empty()) {
        const ::ssize_t done = ::write(descriptor, rest.data(), rest.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return errno;
        rest.remove_prefix(static_cast<std::size_t>(done));
    }
    return 0;
}

} // namespace

Result<std::unique_ptr<ByteSource>> openForReading(const std::string& path) {
    if (path == "-")
        return std::make_unique<DescriptorSource>(path, FileDescriptor(STDIN_FILENO), std::nullopt);
    // Non-blocking: a pipe without a writer must not hold us.
    FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (descriptor.get() < 0)
        return fail(errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                    {path, reasonOf(errno)});
    struct stat info {};
    if (::fstat(descriptor.get(), &info) != 0)
        return fail(ErrorCode::FileUnreadable, {path, reasonOf(errno)});
    if (std::string why = whyEndless(info.st_mode, descriptor.get()); !why.empty())
        return fail(ErrorCode::FileUnreadable, {path, std::move(why)});
    if (::fcntl(descriptor.get(), F_SETFL, 0) != 0)
        return fail(ErrorCode::FileUnreadable, {path, reasonOf(errno)});
    std::optional<std::uint64_t> size;
    if (S_ISREG(info.st_mode)) size = static_cast<std::uint64_t>(info.st_size);
    return std::make_unique<DescriptorSource>(path, std::move(descriptor), size);
}

std::unique_ptr<ByteSource> memorySource(std::string_view bytes) {
    return std::make_unique<MemorySource>(bytes);
}

Status writeFile(const std::string& path, std::string_view content) {
    // mkstemp: a fresh file of our own, so that nothing already lying beside the target can be followed or
    // overwritten.
    std::string temporary = path + ".XXXXXX";
    const FileDescriptor descriptor(::mkostemp(temporary.data(), O_CLOEXEC));
    if (descriptor.get() < 0) return writeFailure(path, errno);
    int error = writeAll(descriptor.get(), content);
    if (error == 0 && ::fchmod(descriptor.get(), 0644) != 0) error = errno;
    if (error == 0 && ::fsync(descriptor.get()) != 0) error = errno;
    if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
    if (error == 0) return {};
    ::unlink(temporary.c_str());
    return writeFailure(path, error);
}

} // namespace hallway
