// How SQLite lays out the pages of a table, https://www.sqlite.org/fileformat2.html#b_tree_pages: what
// TableBuilder writes and TableReader reads.
#pragma once

#include "store/CaptureFormat.h"

#include <cstddef>
#include <cstdint>

namespace hallway::tablePage {

inline constexpr char innerPage = 0x05, leafPage = 0x0D;
inline constexpr std::size_t typeAt = 0, cellCountAt = 3, contentAt = 5, rightmostAt = 8;
inline constexpr std::size_t leafHeader = 8, innerHeader = 12, pointerBytes = 2, numberBytes = 4;

/// What a page takes of a record that does not end in its leaf. All of a page is usable, nothing is reserved.
inline constexpr std::size_t chainBytes = pageBytes - numberBytes;

/// How much of a record stays in its leaf.
constexpr std::size_t bytesInside(std::size_t record) {
    constexpr std::size_t largest = pageBytes - 35, least = (pageBytes - 12) * 32 / 255 - 23;
    if (record <= largest) return record;
    const std::size_t inside = least + (record - least) % chainBytes;
    return inside <= largest ? inside : least;
}

inline void put16(char* target, std::size_t value) {
    target[0] = static_cast<char>(value >> 8);
    target[1] = static_cast<char>(value);
}

inline void put32(char* target, std::uint32_t value) {
    put16(target, value >> 16);
    put16(target + 2, value & 0xffff);
}

inline std::uint32_t get16(const char* source) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(source[0])) << 8 |
           static_cast<unsigned char>(source[1]);
}

inline std::uint32_t get32(const char* source) { return get16(source) << 16 | get16(source + 2); }

} // namespace hallway::tablePage
