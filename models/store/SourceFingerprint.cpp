#include "store/SourceFingerprint.h"

#include "base/Hash.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace hallway {

namespace {

constexpr std::uint64_t sampleBytes = 64 * 1024;

class OpenFile {
public:
    explicit OpenFile(const std::string& path)
        : m_descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

tl::unexpected<Error> unreadable(const std::string& path, int error) {
    return fail(error == ENOENT || error == ENOTDIR ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                {path, std::strerror(error)});
}

/// Hash of up to sampleBytes at `offset`, 0 if the file cannot be read there: it will say so when it is
/// decoded.
std::uint64_t hashOfSample(int descriptor, std::uint64_t offset) {
    std::vector<char> buffer(sampleBytes);
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const ::ssize_t got = ::pread(descriptor, buffer.data() + filled, buffer.size() - filled,
                                      static_cast<::off_t>(offset + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return hashOf({buffer.data(), filled});
}

std::uint64_t hashOfContent(int descriptor, std::uint64_t bytes) {
    std::uint64_t hash = hashOfSample(descriptor, 0);
    if (bytes > sampleBytes) hash = combineHash(hash, hashOfSample(descriptor, (bytes - sampleBytes) / 2));
    if (bytes > sampleBytes) hash = combineHash(hash, hashOfSample(descriptor, bytes - sampleBytes));
    return hash;
}

std::string absolute(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
    return resolved ? resolved.get() : path;
}

std::uint64_t hashOfFingerprint(const SourceFingerprint& source, std::uint64_t seed) {
    std::uint64_t hash = hashOf(source.shownAs, seed);
    for (const std::uint64_t part : {hashOf(source.location, seed), source.bytes,
                                     static_cast<std::uint64_t>(source.modified), source.contentHash})
        hash = combineHash(hash, part);
    return hash;
}

std::string hex(std::uint64_t value) {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(value));
    return digits.data();
}

} // namespace

Result<SourceFingerprint> fingerprintOf(const std::string& path, const std::string& shownAs) {
    const OpenFile file(path); // non-blocking: a pipe without a writer must not hold us
    if (file.get() < 0) return unreadable(path, errno);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) return unreadable(path, errno);
    if (S_ISDIR(info.st_mode)) return unreadable(path, EISDIR);
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::FileUnreadable, {path, "not a regular file"});
    const auto bytes = static_cast<std::uint64_t>(info.st_size);
    return SourceFingerprint{shownAs, absolute(path), bytes,
                             std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec,
                             hashOfContent(file.get(), bytes)};
}

std::string keyOf(std::span<const SourceFingerprint> sources) {
    std::string key;
    for (const std::uint64_t seed : {1u, 2u}) {
        std::vector<std::uint64_t> hashes;
        for (const SourceFingerprint& source : sources)
            hashes.push_back(hashOfFingerprint(source, seed));
        std::sort(hashes.begin(), hashes.end());
        key += hex(hashOf(
            {reinterpret_cast<const char*>(hashes.data()), hashes.size() * sizeof(std::uint64_t)}, seed));
    }
    return key;
}

} // namespace hallway
