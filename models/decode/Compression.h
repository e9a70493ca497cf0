// Kinds of compression, told by their first bytes (formats.md 2.2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

enum class Compression : std::uint8_t { Gzip, Zlib, Zstd };

/// So many bytes from its begin tell a kind.
inline constexpr std::size_t compressionMagicBytes = 4;

/// Nothing if `bytes` begin no stream of a kind that is read.
[[nodiscard]] std::optional<Compression> compressionOf(std::string_view bytes);

/// "gzip", "zlib", "zstd"
[[nodiscard]] std::string_view nameOf(Compression kind);

} // namespace hallway
