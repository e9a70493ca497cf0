#include "base/Hash.h"

#include <xxhash.h>

namespace hallway {

std::uint64_t hashOf(std::string_view bytes, std::uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

} // namespace hallway
