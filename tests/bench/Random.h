// Pseudo-random numbers that are the same with every compiler and library: integers only (splitmix64), for
// the distributions of <random> and the logarithms of libm are not.
#pragma once

#include "base/Time.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace hallway::bench {

class Random {
public:
    explicit constexpr Random(std::uint64_t seed) : m_state(seed) {}

    constexpr std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// 0 … bound − 1; `bound` is 1 … 2³².
    constexpr std::uint64_t below(std::uint64_t bound) { return ((next() >> 32U) * bound) >> 32U; }

    constexpr bool chance(unsigned permille) { return below(1000) < permille; }

    /// A latency: log-normal about `median`, one in a hundred two to four times as long; in whole
    /// microseconds, so that formats which count microseconds hold the same times.
    constexpr Duration around(Duration median) {
        const std::uint64_t position = below(1024);
        const auto left = static_cast<std::uint64_t>(quantiles[position / 32]);
        const auto right = static_cast<std::uint64_t>(quantiles[position / 32 + 1]);
        std::uint64_t permille = left + (right - left) * (position % 32) / 32;
        if (chance(10)) {
            permille *= 2 + below(3);
        }
        return Duration(median.count() * static_cast<std::int64_t>(permille) / 1'000'000 * 1000);
    }

private:
    /// exp(0.42 z) in thousandths at 0/32 … 32/32 of the normal distribution (ends at 0.6 % and 99.4 %).
    static constexpr std::array<std::uint16_t, 33> quantiles = {
        348,  457,  525,  575,  617,  654,  689,  721,  753,  784,  815,  845,  875,  906,  936,  968, 1000,
        1034, 1068, 1104, 1142, 1183, 1227, 1275, 1327, 1386, 1452, 1528, 1621, 1739, 1905, 2187, 2872};

    std::uint64_t m_state;
};

} // namespace hallway::bench
