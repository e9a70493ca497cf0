#include "analysis/ServiceGraph.h"

#include <algorithm>
#include <tuple>

namespace hallway {

Health healthOf(std::uint64_t failed, std::uint64_t calls) {
    if (calls == 0 || failed * 1000 < calls) return Health::Ok;
    if (failed * 100 < calls) return Health::Watch;
    if (failed * 20 < calls) return Health::Degraded;
    return Health::Failing;
}

std::vector<EdgeId> edgesByPain(const ServiceGraph& graph) {
    std::vector<EdgeId> order;
    for (const GraphEdge& edge : graph.edges)
        order.push_back(edge.id);
    const auto tailTime = [](const GraphEdge& edge) {
        if (!edge.latency) return 0.0;
        return static_cast<double>(edge.calls) *
               static_cast<double>((edge.latency->p99 - edge.latency->p50).count());
    };
    const auto rank = [&](EdgeId id) {
        const GraphEdge& edge = graph.edges[id.index()];
        const Health health = healthOf(edge.failed, edge.calls);
        const bool hurts = health == Health::Degraded || health == Health::Failing;
        return std::tuple(hurts ? static_cast<int>(health) : 0, hurts ? edge.failedHere : 0,
                          hurts ? edge.failed : 0, tailTime(edge), edge.calls);
    };
    std::stable_sort(order.begin(), order.end(), [&](EdgeId a, EdgeId b) { return rank(a) > rank(b); });
    return order;
}

} // namespace hallway
