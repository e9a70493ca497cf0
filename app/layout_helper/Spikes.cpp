#include "layout_helper/Spikes.h"

#include "layout/EdgeCurve.h"
#include "layout/NearestAscending.h"

#include <algorithm>
#include <vector>

namespace hallway {
namespace {

constexpr double kHarmless = 20; ///< px of way back that still look like a curve
constexpr std::size_t kSamplesPerSegment = 16;

/// px the curve travels against its direction in x (+1 to the right, −1 to the left), all in all.
double wayBack(const EdgeRoute& route, double direction) {
    const std::size_t samples = kSamplesPerSegment * route.segments();
    double back = 0;
    double before = route.start().x;
    for (std::size_t i = 1; i <= samples; ++i) {
        const double x = pointOn(route, static_cast<double>(i) / static_cast<double>(samples)).x;
        back += std::max(0.0, direction * (before - x));
        before = x;
    }
    return back;
}

} // namespace

EdgeRoute withoutSpikes(EdgeRoute route) {
    const double first = route.start().x;
    const double last = route.tip().x;
    const double direction = first <= last ? 1 : -1;
    if (wayBack(route, direction) <= kHarmless) return route;

    std::vector<double> along;
    along.reserve(route.curve.size());
    for (const LayoutPoint& point : route.curve)
        along.push_back(direction * point.x);
    const std::vector<double> ascending = nearestAscending(along, std::vector<double>(along.size(), 1.0));
    const auto [least, most] = std::minmax(first, last);
    for (std::size_t i = 1; i + 1 < route.curve.size(); ++i)
        route.curve[i].x = std::clamp(direction * ascending[i], least, most);
    return route;
}

} // namespace hallway
