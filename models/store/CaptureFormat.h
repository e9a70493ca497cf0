// What tells a capture file from any other SQLite database.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hallway {

inline constexpr std::uint32_t applicationId = 0x484C5759; ///< "HLWY"
/// Raised with every change of schema.sql, of a packed form or of what a column means. Nothing is ever
/// migrated.
inline constexpr std::uint32_t formatVersion = 3;
inline constexpr std::size_t pageBytes = 8192;
/// Largest part of a column: a multiple of every element's size, small enough to stay in a processor's cache
/// between its checksum and its pages.
inline constexpr std::size_t partBytes = std::size_t{1} << 19;

} // namespace hallway
