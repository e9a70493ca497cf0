// Compressed streams, made for tests.
#pragma once

#include <string>
#include <string_view>

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

} // namespace hallway
