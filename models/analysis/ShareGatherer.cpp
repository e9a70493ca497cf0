#include "analysis/ShareGatherer.h"

#include "base/DurationSum.h"

#include <algorithm>

namespace hallway {

namespace {

/// Earlier traces stay before later ones of the same weight.
void insertExample(std::vector<PathExample>& examples, const PathExample& example) {
    const auto place =
        std::upper_bound(examples.begin(), examples.end(), example,
                         [](const PathExample& a, const PathExample& b) { return a.time > b.time; });
    if (static_cast<std::size_t>(place - examples.begin()) >= PathShare::mostExamples) return;
    examples.insert(place, example);
    if (examples.size() > PathShare::mostExamples) examples.pop_back();
}

} // namespace

void ShareGatherer::add(const TracePath& trace, const std::vector<std::uint32_t>& groupOf) {
    addOwn(trace, groupOf);
    addThrough(trace, groupOf);
}

void ShareGatherer::addOwn(const TracePath& trace, const std::vector<std::uint32_t>& groupOf) {
    for (std::uint32_t index = 0; index < trace.tree.spans.size(); ++index) {
        const Duration time = trace.critical[index];
        if (time <= Duration::zero()) continue;
        Current& current = m_current[groupOf[index]];
        if (!current.touched) m_touched.push_back(groupOf[index]);
        current.touched = true;
        current.own += time;
        if (time <= current.heaviest) continue;
        current.heaviest = time;
        current.span = trace.tree.spans[index].row;
    }
    for (const std::uint32_t group : m_touched) {
        PathShare& share = m_shares[group];
        Current& current = m_current[group];
        addTo(share.own, current.own);
        ++share.traces;
        insertExample(share.examples, {trace.tree.trace, current.span, current.own});
        current = Current();
    }
    m_touched.clear();
}

void ShareGatherer::addThrough(const TracePath& trace, const std::vector<std::uint32_t>& groupOf) {
    const std::vector<TreeSpan>& tree = trace.tree.spans;
    m_below = trace.critical;
    for (std::size_t i = tree.size(); i-- > 0;)
        if (tree[i].parent != TreeSpan::none) m_below[tree[i].parent] += m_below[i];

    m_open.clear();
    const auto leaveAbove = [&](std::uint32_t parent) {
        while (!m_open.empty() && m_open.back() != parent) {
            --m_current[groupOf[m_open.back()]].open;
            m_open.pop_back();
        }
    };
    for (std::uint32_t index = 0; index < tree.size(); ++index) {
        leaveAbove(tree[index].parent);
        std::uint32_t& open = m_current[groupOf[index]].open;
        if (open++ == 0) addTo(m_shares[groupOf[index]].through, m_below[index]);
        m_open.push_back(index);
    }
    leaveAbove(TreeSpan::none);
}

void ShareGatherer::merge(const ShareGatherer& other) {
    for (std::size_t group = 0; group < m_shares.size(); ++group) {
        PathShare& share = m_shares[group];
        const PathShare& added = other.m_shares[group];
        addTo(share.own, added.own);
        addTo(share.through, added.through);
        share.traces += added.traces;
        for (const PathExample& example : added.examples)
            insertExample(share.examples, example);
    }
}

} // namespace hallway
