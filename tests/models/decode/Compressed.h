// Compressed streams, made for tests.
#pragma once

#include <string>
#include <string_view>

namespace hallway {

/// One gzip member.
[[nodiscard]] std::string gzipped(std::string_view content);
[[nodiscard]] std::string zlibbed(std::string_view content);
/// One zstd frame with a checksum.
[[nodiscard]] std::string zstdded(std::string_view content);
/// A zstd frame that decompressors pass over.
[[nodiscard]] std::string skippableFrame(std::string_view content);

} // namespace hallway
