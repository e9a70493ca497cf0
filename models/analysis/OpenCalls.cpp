#include "analysis/OpenCalls.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace hallway {

OpenCalls openCallsOf(std::vector<std::pair<Timestamp, Timestamp>>& intervals) {
    OpenCalls found;
    std::sort(intervals.begin(), intervals.end());
    std::priority_queue<Timestamp, std::vector<Timestamp>, std::greater<>> ends; // of those that are open
    Timestamp covered = Timestamp::min();
    for (const auto& [start, end] : intervals) {
        while (!ends.empty() && ends.top() <= start)
            ends.pop();
        ends.push(end);
        found.peak = std::max(found.peak, static_cast<std::uint32_t>(ends.size()));
        if (end > covered) found.elapsed += end - std::max(start, covered);
        covered = std::max(covered, end);
    }
    return found;
}

} // namespace hallway
