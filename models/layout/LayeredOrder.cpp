#include "layout/LayeredOrder.h"

#include <algorithm>
#include <utility>

namespace hallway {
namespace {

using Index = std::uint32_t;

constexpr int kSweeps = 4; ///< each once to the right and once to the left

/// The order of one column, from the places of the neighbours on one side. A vertex without neighbours there
/// keeps its place.
class ColumnSorter {
public:
    explicit ColumnSorter(const LayeredGraph& graph) : m_place(graph.vertices.size(), 0) {
        for (const std::vector<Index>& column : graph.columns)
            remember(column);
    }

    void sort(std::vector<Index>& column, const LayeredNeighbours& neighbours) {
        m_keyed.clear();
        for (const Index vertex : column)
            m_keyed.emplace_back(wanted(vertex, neighbours.of(vertex)), vertex);
        std::stable_sort(m_keyed.begin(), m_keyed.end(),
                         [](const Keyed& a, const Keyed& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < column.size(); ++i)
            column[i] = m_keyed[i].second;
        remember(column);
    }

private:
    using Keyed = std::pair<double, Index>; // wanted place, vertex

    [[nodiscard]] double wanted(Index vertex, std::span<const Index> neighbours) const {
        if (neighbours.empty()) return m_place[vertex];
        double sum = 0;
        for (const Index neighbour : neighbours)
            sum += m_place[neighbour];
        return sum / static_cast<double>(neighbours.size());
    }

    /// Places are shares of the column (0 … 1), so that short and long columns compare.
    void remember(const std::vector<Index>& column) {
        for (std::size_t i = 0; i < column.size(); ++i)
            m_place[column[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
    }

    std::vector<double> m_place;
    std::vector<Keyed> m_keyed;
};

} // namespace

void orderColumns(LayeredGraph& graph) {
    ColumnSorter sorter(graph);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (auto column = graph.columns.begin(); column != graph.columns.end(); ++column)
            sorter.sort(*column, graph.toTheLeft);
        for (auto column = graph.columns.rbegin(); column != graph.columns.rend(); ++column)
            sorter.sort(*column, graph.toTheRight);
    }
}

} // namespace hallway
