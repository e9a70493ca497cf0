// Equal intervals of a time range: the columns of a heatmap, the bars of the overview.
#pragma once

#include "base/Time.h"

#include <cstdint>

namespace hallway {

/// Bounds are whole nanoseconds and exact: a time is in bin i exactly when range(i) contains it, and every
/// bin lasts at least 1 ns.
class TimeBins {
public:
    /// `range` is finite and not empty unless `count` is 0. Makes fewer than `count` bins where the range is
    /// shorter than that many nanoseconds.
    TimeBins(const TimeRange& range, std::uint32_t count);

    [[nodiscard]] std::uint32_t count() const { return m_count; }
    /// The bin of a time; times outside the range fall into the first or last. Needs a bin.
    [[nodiscard]] std::uint32_t indexOf(Timestamp time) const;
    /// Needs index < count().
    [[nodiscard]] TimeRange range(std::uint32_t index) const { return {bound(index), bound(index + 1)}; }

private:
    [[nodiscard]] std::uint64_t offset(std::uint32_t index) const;
    [[nodiscard]] Timestamp bound(std::uint32_t index) const;

    TimeRange m_range;
    std::uint64_t m_width; ///< of the range, in ns
    std::uint32_t m_count;
};

} // namespace hallway
