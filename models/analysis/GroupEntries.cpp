#include "analysis/GroupEntries.h"

#include <vector>

namespace hallway {

GroupEntries::GroupEntries(const SpanTable& spans, const CallTable& calls, const ProjectedNodes& nodes)
    : m_inner(calls.size()), m_entries(spans.size()) {
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (spans.flags[row].has(SpanFlag::Entry)) m_entries.insert(SpanRow(row));

    SpanSet reachedFromOutside(spans.size());
    for (std::size_t i = 0; i < calls.edges.size(); ++i) {
        const Edge& edge = calls.edges[i];
        const NodeId group = nodes.groupNode(edge.callee);
        if (!group.valid()) continue;
        const bool isInnerEdge = nodes.groupNode(edge.caller) == group;
        if (isInnerEdge && m_from.empty()) m_from.resize(spans.size());
        for (std::size_t at = edge.firstCall; at < edge.firstCall + edge.callCount; ++at) {
            const SpanRow server = calls.server[at];
            if (isInnerEdge) {
                m_inner.insert(CallRow(at));
                if (server.valid() && !m_from[server.index()].valid())
                    m_from[server.index()] = calls.entry[at];
            } else if (server.valid()) {
                reachedFromOutside.insert(server);
            }
        }
    }
    if (m_from.empty()) return;
    SpanSet inner(spans.size());
    m_inner.forEach([&](CallRow call) {
        const SpanRow server = calls.server[call.index()];
        if (server.valid() && !reachedFromOutside.contains(server)) inner.insert(server);
    });
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (!inner.contains(SpanRow(row))) m_from[row] = SpanRow(row);
    inner.invert();
    m_entries &= inner;
}

SpanRow GroupEntries::of(SpanRow entry) {
    if (!entry.valid() || m_from.empty()) return entry;
    SpanRow last = entry;
    // Links may lead in circles between traces; then no request came in from outside.
    for (std::size_t steps = 0; last.valid() && m_from[last.index()] != last; ++steps) {
        last = m_from[last.index()];
        if (steps > m_from.size()) last = SpanRow();
    }
    // The next time it is one step.
    while (entry.valid() && m_from[entry.index()] != entry) {
        const SpanRow next = m_from[entry.index()];
        if (next == last || (!next.valid() && !last.valid())) break;
        m_from[entry.index()] = last;
        entry = next;
    }
    return last;
}

} // namespace hallway
