// Graphs to lay out: small ones by their edges, and random ones that look like services.
#pragma once

#include "layout/GraphLayout.h"

#include <initializer_list>
#include <random>
#include <utility>

namespace hallway::samples {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

inline LayoutRequest graph(std::size_t nodes, std::initializer_list<Pair> edges) {
    LayoutRequest request;
    request.nodes.assign(nodes, NodeToPlace{{96, 40}});
    for (const auto& [tail, head] : edges) {
        EdgeToRoute edge;
        edge.tail = tail;
        edge.head = head;
        request.edges.push_back(edge);
    }
    return request;
}

/// Five layers of services; most calls go one layer down, some further, a few back up or to itself. Widths
/// and weights vary. The same seed gives the same graph.
inline LayoutRequest services(std::uint32_t nodes, std::size_t edges, std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    LayoutRequest request;
    for (std::uint32_t i = 0; i < nodes; ++i)
        request.nodes.push_back({{96.0 + 8 * below(8), 40}});
    const auto layer = [&](std::uint32_t node) { return 5 * node / nodes; };
    while (request.edges.size() < edges) {
        EdgeToRoute edge;
        edge.tail = below(nodes);
        edge.head = below(nodes);
        const bool down = layer(edge.tail) + 1 == layer(edge.head);
        const bool further = layer(edge.tail) + 1 < layer(edge.head) && below(4) == 0;
        const bool odd = below(40) == 0;
        if (!down && !further && !odd) continue;
        edge.weight = below(8) == 0 ? 6 : 1;
        if (edge.weight == 6 && below(3) == 0) edge.label = LayoutSize{100, 20};
        request.edges.push_back(edge);
    }
    return request;
}

/// Any node may call any other.
inline LayoutRequest chaos(std::uint32_t nodes, std::size_t edges, std::uint32_t seed) {
    std::mt19937 random(seed);
    LayoutRequest request;
    request.nodes.assign(nodes, NodeToPlace{{100, 40}});
    for (std::size_t i = 0; i < edges; ++i) {
        EdgeToRoute edge;
        edge.tail = static_cast<std::uint32_t>(random() % nodes);
        edge.head = static_cast<std::uint32_t>(random() % nodes);
        request.edges.push_back(edge);
    }
    return request;
}

} // namespace hallway::samples
