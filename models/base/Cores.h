// How many processors this process may use.
#pragma once

#include <sched.h>

#include <algorithm>
#include <thread>

namespace hallway {

/// At least 1. Unlike std::thread::hardware_concurrency() it heeds an affinity such as taskset's.
[[nodiscard]] inline unsigned usableCores() {
    cpu_set_t set;
    if (::sched_getaffinity(0, sizeof set, &set) != 0) // more processors than the set has room for
        return std::max(std::thread::hardware_concurrency(), 1u);
    return static_cast<unsigned>(std::max(CPU_COUNT(&set), 1));
}

} // namespace hallway
