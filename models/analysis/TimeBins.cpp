#include "analysis/TimeBins.h"

#include <algorithm>

namespace hallway {

namespace {

/// Unsigned, because a range may be wider than a signed number of nanoseconds.
std::uint64_t nanosecondsBetween(Timestamp from, Timestamp to) {
    return static_cast<std::uint64_t>(nanosecondsOf(to)) - static_cast<std::uint64_t>(nanosecondsOf(from));
}

} // namespace

TimeBins::TimeBins(const TimeRange& range, std::uint32_t count)
    : m_range(range), m_width(range.from < range.to ? nanosecondsBetween(range.from, range.to) : 0),
      m_count(static_cast<std::uint32_t>(std::min<std::uint64_t>(count, m_width))) {}

/// ⌈index · width / count⌉ without leaving 64 bits.
std::uint64_t TimeBins::offset(std::uint32_t index) const {
    const std::uint64_t rest = m_width % m_count * index;
    return m_width / m_count * index + (rest + m_count - 1) / m_count;
}

Timestamp TimeBins::bound(std::uint32_t index) const {
    return timestampOf(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(nanosecondsOf(m_range.from)) + offset(index)));
}

std::uint32_t TimeBins::indexOf(Timestamp time) const {
    if (time <= m_range.from) return 0;
    if (time >= m_range.to) return m_count - 1;
    const std::uint64_t wanted = nanosecondsBetween(m_range.from, time);
    // The quotient may be one off at a bound, which the exact bounds put right.
    auto index =
        static_cast<std::uint32_t>(static_cast<double>(wanted) / static_cast<double>(m_width) * m_count);
    index = std::min(index, m_count - 1);
    while (offset(index) > wanted)
        --index;
    while (offset(index + 1) <= wanted)
        ++index;
    return index;
}

} // namespace hallway
