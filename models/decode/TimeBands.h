// Notices an export whose times are all in seconds, milliseconds or microseconds by mistake (formats.md 1.3).
#pragma once

#include "base/Time.h"

#include <cstdint>
#include <limits>

namespace hallway {

class TimeBands {
public:
    /// Raw times of one span; 0 = absent.
    void add(std::int64_t start, std::int64_t end);
    /// Everything that was added to another one.
    void add(const TimeBands& others);
    /// What all times must be multiplied with: 1, 10^3, 10^6 or 10^9.
    [[nodiscard]] std::int64_t scale() const;

private:
    std::int64_t m_least = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_greatest = 0;
    std::int64_t m_longest = 0;
};

} // namespace hallway
