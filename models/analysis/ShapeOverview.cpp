#include "analysis/ShapeOverview.h"

#include "analysis/Parallel.h"

#include <algorithm>

namespace hallway {

ShapeOverview shapeOverviewOf(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
                              const Subset& subset, const ShapeLimits& limits, unsigned threads) {
    const Requests requests(spans, calls, threads);
    const CallPaths paths(spans, calls, strings, requests, threads);
    ShapeOverview overview;
    overview.report = traceShapesOf(spans, calls, strings, requests, paths, subset, threads);

    const std::vector<ShapeGroup>& groups = overview.report.groups;
    overview.differences.resize(std::min(groups.size(), limits.groups));
    std::vector<std::pair<std::size_t, std::size_t>> places; // group, shape
    for (std::size_t group = 0; group < overview.differences.size(); ++group) {
        overview.differences[group].resize(std::min(groups[group].shapes.size(), limits.shapes));
        for (std::size_t shape = 0; shape < overview.differences[group].size(); ++shape)
            places.emplace_back(group, shape);
    }
    runPieces(places.size(), threads, [&](std::size_t place) {
        const auto [group, shape] = places[place];
        const std::vector<TraceShape>& shapes = groups[group].shapes;
        const auto main = shape == 0 ? std::nullopt : std::optional(shapes.front().median);
        overview.differences[group][shape] =
            shapeDifferenceOf(shapes[shape].median, main, spans, calls, strings, requests, paths);
    });
    return overview;
}

} // namespace hallway
