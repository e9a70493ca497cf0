#include "analysis/CallPathGatherer.h"

#include "base/DurationSum.h"

#include <tuple>
#include <utility>

namespace hallway {

namespace {

constexpr std::size_t firstSlots = 64; // a power of two

std::size_t mixed(std::uint32_t parent, NodeId service, StringId operation) {
    std::uint64_t hash = (std::uint64_t{parent} << 32 | operation.value()) * 0x9e3779b97f4a7c15u;
    hash = (hash ^ hash >> 29 ^ service.value()) * 0xbf58476d1ce4e5b9u;
    return static_cast<std::size_t>(hash ^ hash >> 32);
}

} // namespace

CallPathGatherer::CallPathGatherer(const SpanTable& spans, std::size_t most)
    : m_spans(spans), m_most(most), m_slots(firstSlots, CallPath::none) {}

std::size_t CallPathGatherer::slotOf(std::uint32_t parent, NodeId service, StringId operation) const {
    std::size_t slot = mixed(parent, service, operation) & (m_slots.size() - 1);
    while (m_slots[slot] != CallPath::none) {
        const CallPath& held = m_paths[m_slots[slot]].path;
        if (held.parent == parent && held.service == service && held.operation == operation) break;
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    return slot;
}

void CallPathGatherer::grow() {
    m_slots.assign(m_slots.size() * 2, CallPath::none);
    for (std::uint32_t index = 0; index < m_paths.size(); ++index) {
        const CallPath& path = m_paths[index].path;
        m_slots[slotOf(path.parent, path.service, path.operation)] = index;
    }
}

std::uint32_t CallPathGatherer::below(std::uint32_t parent, NodeId service, StringId operation) {
    if (parent != CallPath::none && m_paths[parent].path.isRest()) return parent;
    std::size_t slot = slotOf(parent, service, operation);
    if (m_slots[slot] != CallPath::none) return m_slots[slot];
    if (m_paths.size() >= m_most && service.valid()) return below(parent, NodeId(), StringId());

    if (m_paths.size() * 2 >= m_slots.size()) {
        grow();
        slot = slotOf(parent, service, operation);
    }
    const auto index = static_cast<std::uint32_t>(m_paths.size());
    m_slots[slot] = index;
    CallPath path;
    path.parent = parent;
    path.service = service;
    path.operation = operation;
    m_paths.push_back({path, 0, TraceRow()});
    return index;
}

void CallPathGatherer::takeExamples(CallPath& path, const CallPath& other) const {
    const auto longest = [&](SpanRow row) { return m_spans.duration(row); };
    const auto earliest = [&](SpanRow row) { return std::pair(m_spans.start[row.index()], row); };
    // Rows of `other` are greater: of equals, the first stays.
    if (other.slowest.valid() && (!path.slowest.valid() || longest(other.slowest) > longest(path.slowest)))
        path.slowest = other.slowest;
    if (other.firstFailed.valid() &&
        (!path.firstFailed.valid() || earliest(other.firstFailed) < earliest(path.firstFailed)))
        path.firstFailed = other.firstFailed;
    if (other.heaviestTime > path.heaviestTime)
        std::tie(path.heaviest, path.heaviestTime) = std::pair(other.heaviest, other.heaviestTime);
}

void CallPathGatherer::addSpan(Gathered& held, const TracePath& trace, std::uint32_t index) {
    const SpanRow row = trace.tree.spans[index].row;
    CallPath one;
    one.spans = 1;
    one.self = trace.self[index].value_or(Duration::zero());
    one.critical = trace.critical[index];
    if (m_spans.hasDuration(row)) {
        one.total = m_spans.duration(row);
        one.slowest = row;
    }
    if (m_spans.flags[row.index()].has(SpanFlag::Failed)) {
        one.failed = 1;
        one.firstFailed = row;
    }
    if (one.critical > Duration::zero()) {
        one.heaviest = row;
        one.heaviestTime = one.critical;
        if (std::exchange(held.lastTrace, trace.tree.trace) != trace.tree.trace) ++held.onPath;
    }
    CallPath& path = held.path;
    takeExamples(path, one);
    path.spans += 1;
    path.failed += one.failed;
    addTo(path.total, one.total);
    addTo(path.self, one.self);
    addTo(path.critical, one.critical);
}

void CallPathGatherer::add(const TracePath& trace) {
    ++m_traces;
    const std::vector<TreeSpan>& tree = trace.tree.spans;
    m_pathOf.resize(tree.size());
    for (std::uint32_t index = 0; index < tree.size(); ++index) { // parents come before their children
        const std::uint32_t parent =
            tree[index].parent == TreeSpan::none ? CallPath::none : m_pathOf[tree[index].parent];
        const std::size_t row = tree[index].row.index();
        if (parent == CallPath::none && m_spans.hasDuration(tree[index].row)) ++m_roots;
        m_pathOf[index] = below(parent, m_spans.node[row], m_spans.name[row]);
        addSpan(m_paths[m_pathOf[index]], trace, index);
    }
}

void CallPathGatherer::merge(const CallPathGatherer& other) {
    m_traces += other.m_traces;
    m_roots += other.m_roots;
    m_pathOf.resize(other.m_paths.size());
    for (std::uint32_t index = 0; index < other.m_paths.size(); ++index) {
        const Gathered& from = other.m_paths[index];
        const std::uint32_t parent =
            from.path.parent == CallPath::none ? CallPath::none : m_pathOf[from.path.parent];
        m_pathOf[index] = below(parent, from.path.service, from.path.operation);
        Gathered& to = m_paths[m_pathOf[index]];
        takeExamples(to.path, from.path);
        to.path.spans += from.path.spans;
        to.path.failed += from.path.failed;
        addTo(to.path.total, from.path.total);
        addTo(to.path.self, from.path.self);
        addTo(to.path.critical, from.path.critical);
        to.onPath += from.onPath;
    }
}

} // namespace hallway
