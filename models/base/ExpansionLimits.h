// How far the compressed files that are read may expand.
#pragma once

#include <cstdint>

namespace hallway {

struct ExpansionLimits {
    std::uint64_t ratio = 200;              ///< bytes for each byte of the file …
    std::uint64_t unasked = 64'000'000;     ///< … once there are more than so many
    std::uint64_t maximum = 64'000'000'000; ///< bytes in all
};

} // namespace hallway
