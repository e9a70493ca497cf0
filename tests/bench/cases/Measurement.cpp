#include "bench/cases/Measurement.h"

#include <algorithm>

namespace hallway::bench {

Seconds medianOf(std::vector<Seconds> times) {
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

} // namespace hallway::bench
