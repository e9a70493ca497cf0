// Kinds of compression, told by their first bytes (formats.md 2.2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

enum class Compression : std::uint8_t { Gzip, Zlib, Zstd, Xz, Bzip2, Lz4 };

/// So many bytes from its begin tell a kind.
inline constexpr std::size_t compressionMagicBytes = 6;

/// Nothing if `bytes` begin no stream of a kind that is read.
[[nodiscard]] std::optional<Compression> compressionOf(std::string_view bytes);

/// What begins like `next` may stand behind a stream of `kind` as its next member or frame. zstd and LZ4 have
/// the frames in common that are to be skipped.
[[nodiscard]] bool continues(Compression kind, Compression next);

/// "gzip", "zlib", "zstd", "xz", "bzip2", "lz4"
[[nodiscard]] std::string_view nameOf(Compression kind);

} // namespace hallway
