#include "layout/LayeredPlaces.h"

#include "layout/NearestAscending.h"

namespace hallway {
namespace {

using Index = std::uint32_t;

constexpr int kSweeps = 6; ///< each once to the right and once to the left

/// Least distance of the y of two vertices, the first right above the second.
double distance(const LayeredVertex& upper, const LayeredVertex& lower, double separation) {
    return upper.below + separation + lower.above;
}

double meanHeight(const LayeredGraph& graph, std::span<const Index> vertices) {
    double sum = 0;
    for (const Index vertex : vertices)
        sum += graph.vertices[vertex].y;
    return sum / static_cast<double>(vertices.size());
}

/// Places the vertices of one connected part in one column. Taking the least distances off the wanted heights
/// leaves only the wish that they ascend.
void placeRun(LayeredGraph& graph, std::span<const Index> run, const LayeredNeighbours* neighbours,
              double separation) {
    std::vector<double> wanted, weights, offsets;
    double offset = 0;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const LayeredVertex& vertex = graph.vertices[run[i]];
        if (i > 0) offset += distance(graph.vertices[run[i - 1]], vertex, separation);
        const bool pulled = neighbours && !neighbours->of(run[i]).empty();
        wanted.push_back((pulled ? meanHeight(graph, neighbours->of(run[i])) : vertex.y) - offset);
        weights.push_back(pulled ? vertex.pull : vertex.pull / 8);
        offsets.push_back(offset);
    }
    const std::vector<double> placed = nearestAscending(wanted, weights);
    for (std::size_t i = 0; i < run.size(); ++i)
        graph.vertices[run[i]].y = placed[i] + offsets[i];
}

/// Calls `place` for every run of vertices of one connected part.
template <class Place>
void forRuns(const LayeredGraph& graph, const std::vector<Index>& column, Place place) {
    for (std::size_t begin = 0; begin < column.size();) {
        std::size_t end = begin + 1;
        const auto part = [&](std::size_t i) { return graph.vertices[column[i]].component; };
        while (end < column.size() && part(end) == part(begin))
            ++end;
        place(std::span(column).subspan(begin, end - begin));
        begin = end;
    }
}

void sweep(LayeredGraph& graph, const std::vector<Index>& column, const LayeredNeighbours* neighbours,
           double separation) {
    forRuns(graph, column, [&](std::span<const Index> run) { placeRun(graph, run, neighbours, separation); });
}

} // namespace

void placeVertices(LayeredGraph& graph, double separation) {
    for (const std::vector<Index>& column : graph.columns)
        sweep(graph, column, nullptr, separation);
    for (int i = 0; i < kSweeps; ++i) {
        for (auto column = graph.columns.begin(); column != graph.columns.end(); ++column)
            sweep(graph, *column, &graph.toTheLeft, separation);
        for (auto column = graph.columns.rbegin(); column != graph.columns.rend(); ++column)
            sweep(graph, *column, &graph.toTheRight, separation);
    }
}

} // namespace hallway
