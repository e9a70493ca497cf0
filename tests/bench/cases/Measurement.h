// What a measured case says of itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hallway::bench {

using Seconds = std::chrono::duration<double>;

struct Measurement {
    Seconds time{}; ///< the median, where the case repeats itself
    std::uint32_t repeats = 1;
    /// Further numbers by name. Those that depend on everything the case has computed keep the compiler from
    /// leaving any of it out.
    std::vector<std::pair<std::string, double>> figures;
};

/// How long `work` takes, once.
template <class Work>
[[nodiscard]] Seconds timed(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    std::forward<Work>(work)();
    return std::chrono::steady_clock::now() - begin;
}

[[nodiscard]] Seconds medianOf(std::vector<Seconds> times); ///< not empty

/// Repeats what `once` times (a call that returns Seconds) for about a second: 3 to 25 times.
template <class Once>
[[nodiscard]] Measurement repeated(Once&& once) {
    std::vector<Seconds> times;
    Seconds total{};
    while (times.size() < 3 || (times.size() < 25 && total < Seconds(1))) {
        times.push_back(once());
        total += times.back();
    }
    const auto count = static_cast<std::uint32_t>(times.size());
    return {medianOf(std::move(times)), count, {}};
}

} // namespace hallway::bench
