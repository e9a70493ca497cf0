// One hash for the whole program, the same on every run and machine: synthetic ids and colours derive from
// it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hallway {

[[nodiscard]] std::uint64_t hashOf(std::string_view bytes, std::uint64_t seed = 0);

/// Order matters: combineHash(a, b) != combineHash(b, a).
[[nodiscard]] constexpr std::uint64_t combineHash(std::uint64_t first, std::uint64_t second) {
    std::uint64_t mixed = first ^ (second + 0x9e3779b97f4a7c15ULL + (first << 6) + (first >> 2));
    mixed ^= mixed >> 32;
    mixed *= 0xd6e8feb86659fd93ULL;
    return mixed ^ (mixed >> 29);
}

/// 16 lower-case digits.
[[nodiscard]] std::string hexOf(std::uint64_t hash);

} // namespace hallway
