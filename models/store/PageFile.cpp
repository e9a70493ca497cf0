#include "store/PageFile.h"

#include "store/SqlError.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hallway {

namespace {

constexpr std::size_t bufferedBytes = std::size_t{1} << 18;
/// SQLite locks bytes from here on and keeps no data in their page.
constexpr PageNumber lockedPage = (std::uint32_t{1} << 30) / pageBytes + 1;
constexpr std::uint64_t pageCountAt = 28;

tl::unexpected<Error> unwritable(const std::string& path, int error) {
    if (meansDiskFull(error)) return fail(diskFull(path));
    return fail(ErrorCode::CacheUnwritable, {folderOf(path), std::strerror(error)});
}

} // namespace

PageFile::PageFile(std::string path, int descriptor, PageNumber next)
    : m_path(std::move(path)), m_descriptor(descriptor), m_next(next) {
    m_ahead.reserve(bufferedBytes);
}

PageFile::PageFile(PageFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_next(other.m_next), m_ahead(std::move(other.m_ahead)) {}

PageFile::~PageFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<PageFile> PageFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return unwritable(path, errno);
    PageFile file(path, descriptor, 0);
    struct stat info {};
    if (::fstat(descriptor, &info) != 0) return unwritable(path, errno);
    file.m_next = static_cast<PageNumber>(static_cast<std::uint64_t>(info.st_size) / pageBytes + 1);
    return file;
}

PageNumber PageFile::after(PageNumber page) { return page + (page + 1 == lockedPage ? 2 : 1); }

Status PageFile::append(const Page& page) {
    m_ahead.insert(m_ahead.end(), page.begin(), page.end());
    const PageNumber following = after(m_next);
    if (following != m_next + 1) m_ahead.resize(m_ahead.size() + pageBytes); // the locked page between
    m_next = following;
    return m_ahead.size() < bufferedBytes ? Status() : flush();
}

Status PageFile::replace(PageNumber number, const Page& page) {
    return write(page.data(), page.size(), std::uint64_t{number - 1} * pageBytes);
}

Status PageFile::finish() {
    if (Status flushed = flush(); !flushed) return flushed;
    const PageNumber count = m_next - 1;
    const std::array<char, 4> bigEndian{static_cast<char>(count >> 24), static_cast<char>(count >> 16),
                                        static_cast<char>(count >> 8), static_cast<char>(count)};
    return write(bigEndian.data(), bigEndian.size(), pageCountAt);
}

Status PageFile::flush() {
    const std::uint64_t end = std::uint64_t{m_next - 1} * pageBytes;
    Status written = write(m_ahead.data(), m_ahead.size(), end - m_ahead.size());
    m_ahead.clear();
    return written;
}

Status PageFile::write(const char* bytes, std::size_t size, std::uint64_t offset) const {
    while (size > 0) {
        const ssize_t written = ::pwrite(m_descriptor, bytes, size, static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return unwritable(m_path, errno);
        bytes += written;
        size -= static_cast<std::size_t>(written);
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

} // namespace hallway
