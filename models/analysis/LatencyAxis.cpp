#include "analysis/LatencyAxis.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace hallway {

namespace {

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

/// The greatest of 1, 2, 5, 10, 20, 50, … that is ≤ `value` ≥ 1, and the next one after it.
std::pair<std::int64_t, std::int64_t> roundValuesAround(std::int64_t value) {
    std::int64_t decade = 1;
    while (value / 10 >= decade)
        decade *= 10;
    const std::int64_t leading = value / decade;
    if (leading < 2) return {decade, 2 * decade};
    if (leading < 5) return {2 * decade, 5 * decade};
    return {5 * decade, decade > greatest / 10 ? greatest : 10 * decade};
}

/// Numbers with the same four bits after the leading one share an index; below 16 each has its own.
constexpr int mantissaBits = 4;

std::size_t leadingBits(std::uint64_t value) {
    if (value < (1u << mantissaBits)) return value;
    const int exponent = static_cast<int>(std::bit_width(value)) - 1 - mantissaBits;
    return (static_cast<std::size_t>(exponent) << mantissaBits) + (value >> exponent);
}

std::uint64_t smallestWith(std::size_t leading) {
    if (leading < (2u << mantissaBits)) return leading;
    const std::size_t exponent = (leading >> mantissaBits) - 1;
    return (leading - (exponent << mantissaBits)) << exponent;
}

} // namespace

LatencyAxis LatencyAxis::around(Duration smallest, Duration largest, std::uint32_t rowsPerDecade) {
    const std::int64_t low = roundValuesAround(std::max<std::int64_t>(1, smallest.count())).first;
    const std::int64_t high = roundValuesAround(std::max<std::int64_t>(1, largest.count())).second;
    const double decades = std::log10(static_cast<double>(high) / static_cast<double>(low));
    const auto rows = std::max(1L, std::lround(decades * rowsPerDecade));
    return {Duration(low), Duration(high), static_cast<std::uint32_t>(rows)};
}

LatencyAxis LatencyAxis::linearTo(Duration largest, std::uint32_t mostRows) {
    const std::int64_t most = std::max<std::int64_t>(1, largest.count());
    std::int64_t step = 1; // the least of 1, 2, 5, … of which ten reach above the largest
    while (most / step >= 10)
        step = roundValuesAround(step).second;
    const std::int64_t steps = std::min(most / step + 1, greatest / step);
    const auto parts = std::clamp<std::int64_t>(mostRows / steps, 1, step);
    return {Duration::zero(), Duration(step * steps), static_cast<std::uint32_t>(parts * steps), true};
}

Duration LatencyAxis::bound(std::uint32_t index) const {
    if (index == 0) return lowest;
    if (index >= rows) return highest;
    if (linear) return Duration(std::llround(static_cast<double>(highest.count()) / rows * index));
    const double ratio = static_cast<double>(highest.count()) / static_cast<double>(lowest.count());
    return Duration(
        std::llround(static_cast<double>(lowest.count()) * std::pow(ratio, double(index) / double(rows))));
}

std::pair<Duration, Duration> LatencyAxis::range(std::uint32_t row) const {
    const bool holdsZero = row == 0 && lowest == Duration(1);
    return {holdsZero ? Duration::zero() : bound(row), bound(row + 1)};
}

std::uint32_t LatencyAxis::rowOf(Duration latency) const {
    std::uint32_t row = 0;
    std::uint32_t end = rows; // the last row whose bound is ≤ latency is in [row, end)
    while (end - row > 1) {
        const std::uint32_t middle = row + (end - row) / 2;
        (bound(middle) <= latency ? row : end) = middle;
    }
    return row;
}

LatencyRows::LatencyRows(const LatencyAxis& axis) {
    for (std::uint32_t row = 1; row < axis.rows; ++row)
        m_bounds.push_back(axis.bound(row));
    const std::size_t count = leadingBits(static_cast<std::uint64_t>(greatest)) + 1;
    m_firstRow.reserve(count);
    std::uint32_t row = 0;
    for (std::size_t leading = 0; leading < count; ++leading) {
        const auto smallest = Duration(static_cast<std::int64_t>(smallestWith(leading)));
        while (row < m_bounds.size() && m_bounds[row] <= smallest)
            ++row;
        m_firstRow.push_back(row);
    }
}

std::uint32_t LatencyRows::rowOf(Duration latency) const {
    if (latency <= Duration::zero()) return 0;
    std::uint32_t row = m_firstRow[leadingBits(static_cast<std::uint64_t>(latency.count()))];
    while (row < m_bounds.size() && m_bounds[row] <= latency)
        ++row;
    return row;
}

} // namespace hallway
