#include "layout/LayeredRanks.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hallway {
namespace {

using Index = std::uint32_t;

constexpr Index kNone = std::numeric_limits<Index>::max();

/// The edges that leave each node, self edges left out, in the order of the request.
std::vector<std::vector<Index>> leavingEdges(const LayoutRequest& request) {
    std::vector<std::vector<Index>> leaving(request.nodes.size());
    for (Index i = 0; i < request.edges.size(); ++i)
        if (const EdgeToRoute& edge = request.edges[i]; edge.tail != edge.head)
            leaving[edge.tail].push_back(i);
    return leaving;
}

/// Nodes nobody calls first, so that cycles are entered where the traffic enters them.
std::vector<Index> startingPoints(const LayoutRequest& request) {
    std::vector<bool> called(request.nodes.size(), false);
    for (const EdgeToRoute& edge : request.edges)
        if (edge.tail != edge.head) called[edge.head] = true;
    std::vector<Index> order;
    for (const bool wanted : {false, true})
        for (Index node = 0; node < request.nodes.size(); ++node)
            if (called[node] == wanted) order.push_back(node);
    return order;
}

/// Depth first without recursion: an edge back to a node that is still being visited closes a cycle.
std::vector<bool> cycleClosingEdges(const LayoutRequest& request,
                                    const std::vector<std::vector<Index>>& leaving) {
    enum class State : std::uint8_t { New, Open, Done };
    std::vector<State> states(request.nodes.size(), State::New);
    std::vector<bool> closing(request.edges.size(), false);
    std::vector<std::pair<Index, std::size_t>> path; // node, its next edge to follow
    for (const Index start : startingPoints(request)) {
        if (states[start] != State::New) continue;
        states[start] = State::Open;
        path.emplace_back(start, 0);
        while (!path.empty()) {
            auto& [node, next] = path.back();
            if (next == leaving[node].size()) {
                states[node] = State::Done;
                path.pop_back();
                continue;
            }
            const Index edge = leaving[node][next++];
            const Index head = request.edges[edge].head;
            if (states[head] == State::Open) closing[edge] = true;
            if (states[head] != State::New) continue;
            states[head] = State::Open;
            path.emplace_back(head, 0);
        }
    }
    return closing;
}

} // namespace

LayeredRanks rankNodes(const LayoutRequest& request) {
    const std::size_t count = request.nodes.size();
    LayeredRanks ranks{std::vector<Index>(count, 0), cycleClosingEdges(request, leavingEdges(request))};

    std::vector<std::vector<Index>> rightOf(count); // what must stand further right
    std::vector<Index> waitingFor(count, 0);
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        auto [left, right] = std::pair(request.edges[i].tail, request.edges[i].head);
        if (left == right) continue;
        if (ranks.backwards[i]) std::swap(left, right);
        rightOf[left].push_back(right);
        ++waitingFor[right];
    }

    std::vector<Index> ready; // grows while it is read: a queue
    for (Index node = 0; node < count; ++node)
        if (waitingFor[node] == 0) ready.push_back(node);
    const std::size_t first = ready.size();
    for (std::size_t i = 0; i < ready.size(); ++i)
        for (const Index right : rightOf[ready[i]]) {
            ranks.rank[right] = std::max(ranks.rank[right], ranks.rank[ready[i]] + 1);
            if (--waitingFor[right] == 0) ready.push_back(right);
        }

    for (std::size_t i = 0; i < first; ++i) {
        Index nearest = kNone;
        for (const Index right : rightOf[ready[i]])
            nearest = std::min(nearest, ranks.rank[right]);
        if (nearest != kNone) ranks.rank[ready[i]] = nearest - 1;
    }
    return ranks;
}

} // namespace hallway
