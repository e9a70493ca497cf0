#include "decode/Archive.h"

#include "base/FormatText.h"

#include <algorithm>

namespace hallway {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t tarBlockBytes = 512;
constexpr std::size_t checksumAt = 148, checksumBytes = 8;

/// The header of a tar's entry tells the sum of its bytes, its own place counted as blanks.
bool hasTarChecksum(std::string_view bytes) {
    if (bytes.size() < tarBlockBytes) return false;
    std::uint32_t told = 0;
    std::size_t at = checksumAt;
    while (at < checksumAt + checksumBytes && bytes[at] == ' ')
        ++at;
    for (; at < checksumAt + checksumBytes && bytes[at] >= '0' && bytes[at] <= '7'; ++at)
        told = told * 8 + static_cast<std::uint32_t>(bytes[at] - '0');
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < tarBlockBytes; ++i) {
        const bool isOfSum = i >= checksumAt && i < checksumAt + checksumBytes;
        sum += isOfSum ? std::uint32_t{' '} : static_cast<unsigned char>(bytes[i]);
    }
    return told == sum;
}

} // namespace

std::optional<ArchiveKind> archiveOf(std::string_view bytes) {
    for (const std::string_view magic : {"PK\x03\x04"sv, "PK\x05\x06"sv, "PK00PK\x03\x04"sv})
        if (bytes.starts_with(magic)) return ArchiveKind::Zip;
    constexpr std::size_t magicAt = 257;
    const bool hasMagic = bytes.size() > magicAt && bytes.substr(magicAt).starts_with("ustar"sv);
    if (hasMagic || hasTarChecksum(bytes)) return ArchiveKind::Tar;
    return std::nullopt;
}

std::string_view nameOf(ArchiveKind kind) { return kind == ArchiveKind::Zip ? "zip" : "tar"; }

bool isHiddenEntry(std::string_view name) {
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('/'), name.size());
        const std::string_view part = name.substr(0, end);
        if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) return true;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return false;
}

std::string shownEntry(std::string_view name) {
    constexpr std::size_t longest = 200; // characters
    while (name.starts_with('/') || name.starts_with("./"))
        name.remove_prefix(1);
    constexpr std::size_t looked = std::size_t{8} << 10; // bytes; a name may have a megabyte
    return format::elideMiddle(format::printable(name.substr(0, looked)), longest);
}

} // namespace hallway
