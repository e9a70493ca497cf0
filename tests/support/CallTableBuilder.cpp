#include "support/CallTableBuilder.h"

#include "support/SpanTableBuilder.h"

#include <algorithm>
#include <utility>

namespace hallway::test {

NodeId CallTableBuilder::node(NodeKind kind, std::string name) {
    Node node;
    node.name = name;
    node.label = std::move(name);
    node.kind = kind;
    m_nodes.push_back(std::move(node));
    return NodeId(m_nodes.size() - 1);
}

EdgeId CallTableBuilder::edge(NodeId caller, NodeId callee, CallClass callClass) {
    m_edges.push_back({caller, callee, callClass, 0, 0});
    return EdgeId(m_edges.size() - 1);
}

CallTableBuilder& CallTableBuilder::call(const TestCall& call) {
    const SpanRow timed = rowOf(call.client != 0 ? call.client : call.server, m_spans);
    m_calls.push_back({call, m_spans.start[timed.index()]});
    return *this;
}

CallTable CallTableBuilder::build() const {
    std::vector<Entry> sorted = m_calls;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.call.edge, a.time) < std::pair(b.call.edge, b.time);
    });
    CallTable table;
    table.nodes = m_nodes;
    table.edges = m_edges;
    for (const Entry& entry : sorted) {
        const auto flagBits = [](CallFlag flag) { return static_cast<std::uint16_t>(flag); };
        std::uint16_t flags = entry.call.client != 0 ? flagBits(CallFlag::ClientSide) : std::uint16_t{0};
        for (const CallFlag flag : entry.call.flags)
            flags = static_cast<std::uint16_t>(flags | flagBits(flag));
        table.client.push_back(entry.call.client == 0 ? SpanRow() : rowOf(entry.call.client, m_spans));
        table.server.push_back(entry.call.server == 0 ? SpanRow() : rowOf(entry.call.server, m_spans));
        table.entry.push_back(SpanRow());
        table.time.push_back(entry.time);
        table.flags.push_back(flags);
        ++table.edges[entry.call.edge.index()].callCount;
    }
    std::uint32_t first = 0;
    for (Edge& edge : table.edges) {
        edge.firstCall = first;
        first += edge.callCount;
    }
    return table;
}

} // namespace hallway::test
