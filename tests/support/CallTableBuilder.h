// Small CallTables written down by hand over the spans of a SpanTableBuilder.
#pragma once

#include "trace/CallTable.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hallway::test {

struct TestCall {
    EdgeId edge;
    std::uint64_t client = 0; ///< number of the span; 0 = none
    std::uint64_t server = 0; ///< likewise
    std::vector<CallFlag> flags{};
};

class CallTableBuilder {
public:
    explicit CallTableBuilder(const SpanTable& spans) : m_spans(spans) {}

    NodeId node(NodeKind kind, std::string name);
    EdgeId edge(NodeId caller, NodeId callee, CallClass callClass = CallClass::Rpc);
    /// A call with a client has a client side. Its time follows calls.md rule 32.
    CallTableBuilder& call(const TestCall& call);
    /// Sorted by (edge, time, order of addition).
    [[nodiscard]] CallTable build() const;

private:
    struct Entry {
        TestCall call;
        Timestamp time;
    };
    const SpanTable& m_spans;
    std::vector<Node> m_nodes;
    std::vector<Edge> m_edges;
    std::vector<Entry> m_calls;
};

} // namespace hallway::test
