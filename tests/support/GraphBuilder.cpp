#include "support/GraphBuilder.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hallway::test {

namespace {

Duration milliseconds(double value) { return Duration(static_cast<std::int64_t>(std::llround(value * 1e6))); }

} // namespace

NodeId GraphBuilder::node(const std::string& name, NodeKind kind, const std::string& system) {
    for (const GraphNode& known : m_graph.nodes)
        if (known.node.name == name) return known.id;
    GraphNode node;
    node.id = NodeId(m_graph.nodes.size());
    node.node.name = name;
    node.node.label = name;
    node.node.kind = kind;
    node.node.system = system;
    m_graph.nodes.push_back(node);
    return node.id;
}

EdgeId GraphBuilder::edge(const std::string& caller, const std::string& callee, CallClass callClass,
                          std::uint64_t calls, std::uint64_t failed, std::uint64_t here, double p50,
                          double p99, double fanOut) {
    GraphEdge edge;
    edge.id = EdgeId(m_graph.edges.size());
    edge.caller = node(caller);
    edge.callee = node(callee);
    edge.callClass = callClass;
    edge.calls = calls;
    edge.failed = failed;
    edge.failedHere = here;
    edge.latency = Distribution{calls, milliseconds(p50), milliseconds((p50 + p99) / 2), milliseconds(p99),
                                milliseconds(p99)};
    if (fanOut > 0) edge.fanOut = EdgeFanOut{calls, fanOut, 1, fanOut, 20};
    m_graph.edges.push_back(edge);
    return edge.id;
}

std::shared_ptr<const ServiceGraph> GraphBuilder::build() {
    for (GraphNode& node : m_graph.nodes) {
        Duration slowest{};
        for (const GraphEdge& edge : m_graph.edges) {
            if (edge.callee != node.id) continue;
            node.incomingCalls += edge.calls;
            node.incomingFailed += edge.failed;
            slowest = std::max(slowest, edge.latency->p99);
        }
        if (node.node.kind != NodeKind::Service) continue;
        node.spans = std::max<std::uint64_t>(1, node.incomingCalls);
        node.entries = node.incomingCalls;
        node.failed = node.incomingFailed;
        node.latency = Distribution{node.incomingCalls, slowest / 4, slowest / 2, slowest, slowest};
        node.fanOut = NodeFanOut{1.2, 1, 2, 3};
    }
    return std::make_shared<const ServiceGraph>(std::move(m_graph));
}

} // namespace hallway::test
