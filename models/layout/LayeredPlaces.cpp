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

/// Taking the least distances off the wanted heights leaves only the wish that they ascend.
void placeColumn(LayeredGraph& graph, std::span<const Index> column, const LayeredNeighbours* neighbours,
                 double separation) {
    std::vector<double> wanted, weights, offsets;
    double offset = 0;
    for (std::size_t i = 0; i < column.size(); ++i) {
        const LayeredVertex& vertex = graph.vertices[column[i]];
        if (i > 0) offset += distance(graph.vertices[column[i - 1]], vertex, separation);
        const bool pulled = neighbours && !neighbours->of(column[i]).empty();
        wanted.push_back((pulled ? meanHeight(graph, neighbours->of(column[i])) : vertex.y) - offset);
        weights.push_back(pulled ? vertex.pull : vertex.pull / 8);
        offsets.push_back(offset);
    }
    const std::vector<double> placed = nearestAscending(wanted, weights);
    for (std::size_t i = 0; i < column.size(); ++i)
        graph.vertices[column[i]].y = placed[i] + offsets[i];
}

} // namespace

void placeVertices(LayeredGraph& graph, double separation) {
    for (const std::vector<Index>& column : graph.columns)
        placeColumn(graph, column, nullptr, separation);
    for (int i = 0; i < kSweeps; ++i) {
        for (auto column = graph.columns.begin(); column != graph.columns.end(); ++column)
            placeColumn(graph, *column, &graph.toTheLeft, separation);
        for (auto column = graph.columns.rbegin(); column != graph.columns.rend(); ++column)
            placeColumn(graph, *column, &graph.toTheRight, separation);
    }
}

} // namespace hallway
