#include "layout_helper/Parallels.h"

#include "layout/EdgeCurve.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace hallway {
namespace {

constexpr double kTogether = 1; ///< px: nearer curves look like one
constexpr double kStep = 5;     ///< px between the lines of a bundle, as dot has it

/// 1, −1, 2, −2, … for the second, third, … edge of a bundle.
double side(std::size_t nth) {
    const auto distance = static_cast<double>((nth + 1) / 2);
    return nth % 2 == 1 ? distance : -distance;
}

} // namespace

void separateParallels(GraphLayout& layout, const LayoutRequest& request) {
    using Pair = std::pair<std::uint32_t, std::uint32_t>;
    std::map<Pair, std::vector<EdgeRoute>> drawn; // as dot drew them, all from the lower to the higher index
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        const auto [tail, head] = std::pair(request.edges[i].tail, request.edges[i].head);
        if (tail == head) continue;
        EdgeRoute route = layout.edges[i];
        if (tail > head) std::reverse(route.curve.begin(), route.curve.end());

        std::vector<EdgeRoute>& bundle = drawn[std::minmax(tail, head)];
        const auto nth =
            static_cast<std::size_t>(std::count_if(bundle.begin(), bundle.end(), [&](const EdgeRoute& other) {
                return runTogether(other, route, kTogether);
            }));
        if (nth > 0) {
            EdgeRoute moved = movedToTheRight(route, kStep * side(nth));
            if (tail > head) std::reverse(moved.curve.begin(), moved.curve.end());
            moved.curve.front() = nearestOnBorder(layout.nodes[tail], moved.start());
            moved.curve.back() = nearestOnBorder(layout.nodes[head], moved.tip());
            layout.edges[i] = std::move(moved);
        }
        bundle.push_back(std::move(route));
    }
}

} // namespace hallway
