// Compressed streams, made for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// One gzip member.
[[nodiscard]] std::string gzipped(std::string_view content);
[[nodiscard]] std::string zlibbed(std::string_view content);
/// A gzip member with more in its header, by the flags of RFC 1952: 1 text, 2 sum, 4 extra field, 8 name,
/// 16 comment. `member` has none of them.
[[nodiscard]] std::string withHeader(std::string_view member, unsigned flags);
/// What zlib makes of the begin of a gzip or zlib stream.
[[nodiscard]] std::string inflatedByZlib(std::string_view bytes);
/// One zstd frame with a checksum.
[[nodiscard]] std::string zstdded(std::string_view content);
/// A zstd frame that decompressors pass over.
[[nodiscard]] std::string skippableFrame(std::string_view content);
/// One xz stream.
[[nodiscard]] std::string xzed(std::string_view content);
/// An xz stream that asks for a dictionary of 2^bits bytes.
[[nodiscard]] std::string withDictionary(std::string stream, unsigned bits);
/// One bzip2 stream, of blocks of 100 kB.
[[nodiscard]] std::string bzipped(std::string_view content);
/// One LZ4 frame with a checksum.
[[nodiscard]] std::string lz4ed(std::string_view content);

struct ArchiveEntry {
    std::string name;
    std::string content;
};
[[nodiscard]] std::string zipped(const std::vector<ArchiveEntry>& entries);
[[nodiscard]] std::string tarred(const std::vector<ArchiveEntry>& entries);
/// With a folder, a symbolic link and a device before one entry.
[[nodiscard]] std::string tarredWithOthers(const ArchiveEntry& entry);
/// Each entry is encrypted.
[[nodiscard]] std::string encryptedZip(const ArchiveEntry& entry);

} // namespace hallway
