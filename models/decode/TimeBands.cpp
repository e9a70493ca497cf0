#include "decode/TimeBands.h"

#include <algorithm>

namespace hallway {

void TimeBands::add(std::int64_t start, std::int64_t end) {
    for (const std::int64_t time : {start, end}) {
        if (time == 0) continue;
        m_least = std::min(m_least, time);
        m_greatest = std::max(m_greatest, time);
    }
    if (start != 0 && end > start) m_longest = std::max(m_longest, end - start);
}

void TimeBands::add(const TimeBands& others) {
    m_least = std::min(m_least, others.m_least);
    m_greatest = std::max(m_greatest, others.m_greatest);
    m_longest = std::max(m_longest, others.m_longest);
}

std::int64_t TimeBands::scale() const {
    if (m_greatest == 0) return 1;       // no times at all
    constexpr std::int64_t day = 86'400; // seconds
    // A band is the years 2001 to 2100 in its unit.
    std::int64_t unitsPerSecond = 1;
    for (std::int64_t scale = 1'000'000'000; scale > 1; scale /= 1000, unitsPerSecond *= 1000) {
        const bool inBand =
            m_least >= 1'000'000'000 * unitsPerSecond && m_greatest <= 4'100'000'000 * unitsPerSecond;
        if (inBand) return m_longest <= day * unitsPerSecond ? scale : 1;
    }
    return 1;
}

} // namespace hallway
