#include "layout/LayeredGraph.h"

#include "layout/EdgeCurve.h"

#include <algorithm>
#include <utility>

namespace hallway {
namespace {

using Index = std::uint32_t;
using Pairs = std::vector<std::pair<Index, Index>>;

constexpr std::size_t kMostBends = 40'000;
constexpr double kBendHeight = 4; ///< px an edge keeps free around itself in a column
constexpr double kBendPull = 4;   ///< long edges run straight rather than nodes stand ideally

Index columnsBetween(const LayeredChain& chain, const std::vector<LayeredVertex>& vertices) {
    const Index left = vertices[chain.left].rank;
    const Index right = vertices[chain.right].rank;
    return right > left ? right - left - 1 : 0;
}

/// The most columns an edge may cross and still get a bend in each of them.
Index longestBentEdge(const std::vector<LayeredChain>& chains, const std::vector<LayeredVertex>& vertices) {
    std::vector<Index> lengths;
    lengths.reserve(chains.size());
    for (const LayeredChain& chain : chains)
        lengths.push_back(columnsBetween(chain, vertices));
    std::sort(lengths.begin(), lengths.end());
    std::size_t bends = 0;
    Index longest = 0;
    for (std::size_t i = 0; i < lengths.size();) {
        // All edges of one length or none: two edges side by side must not differ.
        const auto end = std::upper_bound(lengths.begin(), lengths.end(), lengths[i]);
        const auto next = static_cast<std::size_t>(end - lengths.begin());
        bends += (next - i) * lengths[i];
        if (bends > kMostBends) break;
        longest = lengths[i];
        i = next;
    }
    return longest;
}

std::vector<LayeredVertex> nodeVertices(const LayoutRequest& request, const LayeredRanks& ranks) {
    std::vector<LayeredVertex> vertices;
    vertices.reserve(request.nodes.size());
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const double half = request.nodes[i].size.height / 2;
        vertices.push_back({ranks.rank[i], half, half, 1, 0});
    }
    std::vector<std::size_t> loops(request.nodes.size(), 0);
    for (const EdgeToRoute& edge : request.edges) {
        if (edge.tail != edge.head) continue;
        LayeredVertex& vertex = vertices[edge.tail];
        vertex.above = std::max(vertex.above, vertex.below + selfLoopHeight(loops[edge.tail]++, edge.label));
    }
    return vertices;
}

std::vector<LayeredChain> unbentChains(const LayoutRequest& request, const LayeredRanks& ranks) {
    std::vector<LayeredChain> chains;
    chains.reserve(request.edges.size());
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        LayeredChain chain;
        chain.left = request.edges[i].tail;
        chain.right = request.edges[i].head;
        chain.backwards = ranks.backwards[i];
        if (chain.backwards) std::swap(chain.left, chain.right);
        chains.push_back(chain);
    }
    return chains;
}

void addBends(LayeredChain& chain, std::vector<LayeredVertex>& vertices, double height) {
    const Index leftRank = vertices[chain.left].rank;
    chain.firstBend = static_cast<Index>(vertices.size());
    chain.bends = columnsBetween(chain, vertices);
    for (Index i = 1; i <= chain.bends; ++i)
        vertices.push_back({leftRank + i, height / 2, height / 2, kBendPull, 0});
}

/// (left, right) for every step of every chain from column to column.
Pairs steps(const std::vector<LayeredChain>& chains) {
    Pairs pairs;
    for (const LayeredChain& chain : chains) {
        if (chain.left == chain.right) continue;
        Index from = chain.left;
        for (Index i = 0; i < chain.bends; ++i) {
            pairs.emplace_back(from, chain.firstBend + i);
            from = chain.firstBend + i;
        }
        pairs.emplace_back(from, chain.right);
    }
    return pairs;
}

} // namespace

LayeredNeighbours::LayeredNeighbours(std::size_t vertices, std::span<const std::pair<Index, Index>> pairs)
    : m_begin(vertices + 1, 0), m_all(pairs.size()) {
    for (const auto& [vertex, neighbour] : pairs)
        ++m_begin[vertex + 1];
    for (std::size_t i = 0; i < vertices; ++i)
        m_begin[i + 1] += m_begin[i];
    std::vector<Index> next(m_begin.begin(), m_begin.end() - 1);
    for (const auto& [vertex, neighbour] : pairs)
        m_all[next[vertex]++] = neighbour;
}

LayeredGraph layeredGraph(const LayoutRequest& request, const LayeredRanks& ranks) {
    LayeredGraph graph;
    graph.vertices = nodeVertices(request, ranks);
    graph.chains = unbentChains(request, ranks);

    const Index longest = longestBentEdge(graph.chains, graph.vertices);
    for (std::size_t i = 0; i < graph.chains.size(); ++i) {
        LayeredChain& chain = graph.chains[i];
        if (chain.left == chain.right || columnsBetween(chain, graph.vertices) > longest) continue;
        addBends(chain, graph.vertices, kBendHeight);
    }

    Pairs pairs = steps(graph.chains);
    graph.toTheRight = LayeredNeighbours(graph.vertices.size(), pairs);
    for (auto& [left, right] : pairs)
        std::swap(left, right);
    graph.toTheLeft = LayeredNeighbours(graph.vertices.size(), pairs);

    Index last = 0;
    for (const LayeredVertex& vertex : graph.vertices)
        last = std::max(last, vertex.rank);
    graph.columns.resize(graph.vertices.empty() ? 0 : last + 1);
    for (Index vertex = 0; vertex < graph.vertices.size(); ++vertex)
        graph.columns[graph.vertices[vertex].rank].push_back(vertex);
    return graph;
}

} // namespace hallway
