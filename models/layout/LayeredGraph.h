// What the steps of the fallback work on: columns of vertices, where a vertex is a node or a bend of an edge
// on its way through a column, and every connection joins neighbouring columns.
#pragma once

#include "layout/GraphLayout.h"
#include "layout/LayeredRanks.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hallway {

struct LayeredVertex {
    std::uint32_t rank = 0;
    double above = 0; ///< px that belong to it above its y: half its height, and its self loops
    double below = 0; ///< px below its y
    double pull = 1;  ///< how strongly it keeps to the place it wants
    double y = 0;
};

/// Lists of vertices per vertex, in one block of memory.
class LayeredNeighbours {
public:
    LayeredNeighbours() = default;
    /// `pairs`: (vertex, its neighbour), in any order.
    LayeredNeighbours(std::size_t vertices, std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs);
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t vertex) const {
        return std::span(m_all).subspan(m_begin[vertex], m_begin[vertex + 1] - m_begin[vertex]);
    }

private:
    std::vector<std::uint32_t> m_begin;
    std::vector<std::uint32_t> m_all;
};

/// One edge as it lies on the page. Self edges have no chain of their own: left equals right.
struct LayeredChain {
    std::uint32_t left = 0; ///< vertex of the node further left
    std::uint32_t right = 0;
    std::uint32_t firstBend = 0; ///< bends are consecutive vertices, from left to right
    std::uint32_t bends = 0;     ///< 0 as well for edges so long that they go straight across
    bool backwards = false;      ///< its tail is on the right
};

struct LayeredGraph {
    std::vector<LayeredVertex> vertices;             ///< the nodes of the request, then the bends
    std::vector<LayeredChain> chains;                ///< per edge of the request
    std::vector<std::vector<std::uint32_t>> columns; ///< vertices from top to bottom
    LayeredNeighbours toTheLeft;
    LayeredNeighbours toTheRight;
};

/// Bends are given to the shortest edges first while there are not too many in all, so that memory and time
/// stay linear in the request.
[[nodiscard]] LayeredGraph layeredGraph(const LayoutRequest& request, const LayeredRanks& ranks);

} // namespace hallway
