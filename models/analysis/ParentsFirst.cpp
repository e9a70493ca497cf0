#include "analysis/CallWork.h"

#include <numeric>

namespace hallway {

const std::vector<SpanRow>& ParentsFirst::of(const TraceEntry& trace, const SpanTable& spans) {
    m_order.clear();
    const auto parentOf = [&](std::uint32_t index) { return spans.parent[trace.firstSpan + index]; };
    bool childrenFollow = true; // mostly, for rows are in order of their starts
    for (std::uint32_t index = 0; index < trace.spanCount; ++index) {
        const SpanRow row(trace.firstSpan + index);
        childrenFollow = childrenFollow && (!parentOf(index).valid() || parentOf(index) < row);
        m_order.push_back(row);
    }
    if (childrenFollow) return m_order;

    // Breadth first over all trees.
    m_order.clear();
    m_firstChild.assign(trace.spanCount + 2, 0);
    m_children.resize(trace.spanCount);
    for (std::uint32_t index = 0; index < trace.spanCount; ++index)
        if (parentOf(index).valid()) ++m_firstChild[parentOf(index).value() - trace.firstSpan + 2];
    std::partial_sum(m_firstChild.begin(), m_firstChild.end(), m_firstChild.begin());
    for (std::uint32_t index = 0; index < trace.spanCount; ++index) {
        const SpanRow row(trace.firstSpan + index);
        if (parentOf(index).valid())
            m_children[m_firstChild[parentOf(index).value() - trace.firstSpan + 1]++] = row;
        else
            m_order.push_back(row);
    }
    for (std::size_t next = 0; next < m_order.size(); ++next) {
        const std::uint32_t parent = m_order[next].value() - trace.firstSpan;
        for (std::uint32_t i = m_firstChild[parent]; i < m_firstChild[parent + 1]; ++i)
            m_order.push_back(m_children[i]);
    }
    return m_order;
}

} // namespace hallway
