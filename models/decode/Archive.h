// Kinds of archives, told by their first bytes (formats.md 2.2), and the names in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

enum class ArchiveKind : std::uint8_t { Zip, Tar };

/// So many bytes from its begin tell a kind.
inline constexpr std::size_t archiveMagicBytes = 512;

/// Nothing if `bytes` begin no archive that is read.
[[nodiscard]] std::optional<ArchiveKind> archiveOf(std::string_view bytes);

/// "zip", "tar"
[[nodiscard]] std::string_view nameOf(ArchiveKind kind);

/// A part of the name begins with a dot, as of files in folders that are not listed; or it is what macOS puts
/// beside a file.
[[nodiscard]] bool isHiddenEntry(std::string_view name);

/// What may be shown of an entry's name: printable, not too long, relative. It is never a path to open.
[[nodiscard]] std::string shownEntry(std::string_view name);

} // namespace hallway
