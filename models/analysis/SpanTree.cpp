#include "analysis/SpanTree.h"

#include "analysis/ClockSkew.h"

#include <algorithm>

namespace hallway {

namespace {

/// The children of every span of a trace, by position in the trace; one array for all of them.
struct ChildLists {
    std::vector<std::uint32_t> first; ///< children of p: child[first[p]] … child[first[p + 1] - 1]
    std::vector<std::uint32_t> child; ///< in row order, which is (start, id as text)
    std::vector<std::uint32_t> roots;
};

/// Position of the parent within the trace, or TreeSpan::none; a parent outside counts as none.
std::vector<std::uint32_t> parentPositions(const TraceEntry& trace, const SpanTable& spans) {
    std::vector<std::uint32_t> parents(trace.spanCount, TreeSpan::none);
    for (std::uint32_t position = 0; position < trace.spanCount; ++position) {
        const SpanRow parent = spans.parent[trace.firstSpan + position];
        if (!parent.valid() || parent.value() < trace.firstSpan) continue;
        if (const std::uint32_t at = parent.value() - trace.firstSpan; at < trace.spanCount)
            parents[position] = at;
    }
    return parents;
}

ChildLists childLists(const std::vector<std::uint32_t>& parents) {
    ChildLists lists;
    lists.first.assign(parents.size() + 1, 0);
    for (const std::uint32_t parent : parents)
        if (parent != TreeSpan::none) ++lists.first[parent + 1];
    for (std::size_t i = 1; i < lists.first.size(); ++i)
        lists.first[i] += lists.first[i - 1];

    lists.child.resize(lists.first.back());
    std::vector<std::uint32_t> next(lists.first.begin(), lists.first.end() - 1);
    for (std::uint32_t position = 0; position < parents.size(); ++position) {
        if (const std::uint32_t parent = parents[position]; parent == TreeSpan::none)
            lists.roots.push_back(position);
        else
            lists.child[next[parent]++] = position;
    }
    return lists;
}

/// Fills tree.spans in pre-order with everything but times.
void placeSpans(SpanTree& tree, const ChildLists& lists) {
    struct Waiting {
        std::uint32_t position, parent, depth; ///< parent: index in tree.spans
    };
    std::vector<Waiting> stack;
    for (auto root = lists.roots.rbegin(); root != lists.roots.rend(); ++root)
        stack.push_back({*root, TreeSpan::none, 0});
    while (!stack.empty()) {
        const Waiting next = stack.back();
        stack.pop_back();
        const auto index = static_cast<std::uint32_t>(tree.spans.size());
        const std::uint32_t first = lists.first[next.position];
        const std::uint32_t last = lists.first[next.position + 1];

        TreeSpan span;
        span.row = SpanRow(tree.firstRow.value() + next.position);
        span.parent = next.parent;
        span.depth = next.depth;
        span.childCount = last - first;
        tree.spans.push_back(span);
        tree.indexOfRow[next.position] = index;
        for (std::uint32_t i = last; i > first; --i)
            stack.push_back({lists.child[i - 1], index, next.depth + 1});
    }
    for (std::size_t i = tree.spans.size(); i-- > 0;)
        if (const std::uint32_t parent = tree.spans[i].parent; parent != TreeSpan::none)
            tree.spans[parent].subtreeSize += tree.spans[i].subtreeSize;
}

/// Raw times, and a place for spans without one.
void placeTimes(SpanTree& tree, const SpanTable& spans) {
    Timestamp first = Timestamp::max();
    for (const TreeSpan& span : tree.spans)
        if (spans.hasPlace(span.row)) first = std::min(first, spans.start[span.row.index()]);
    if (first == Timestamp::max()) first = Timestamp();

    for (TreeSpan& span : tree.spans) { // parents come before their children
        if (spans.hasPlace(span.row)) {
            span.start = spans.start[span.row.index()];
            span.end =
                spans.hasDuration(span.row) ? std::max(span.start, spans.end[span.row.index()]) : span.start;
        } else {
            span.start = span.parent == TreeSpan::none ? first : tree.spans[span.parent].start;
            span.end = span.start;
        }
    }
}

} // namespace

std::optional<std::uint32_t> SpanTree::find(SpanRow row) const {
    if (!row.valid() || row < firstRow || row.index() - firstRow.index() >= indexOfRow.size())
        return std::nullopt;
    const std::uint32_t index = indexOfRow[row.index() - firstRow.index()];
    return index == TreeSpan::none ? std::nullopt : std::optional(index);
}

SpanTree spanTreeOf(TraceRow trace, const SpanTable& spans, ClockMode clocks, Duration limit) {
    const TraceEntry& entry = spans.traces[trace.index()];
    SpanTree tree;
    tree.trace = trace;
    tree.firstRow = SpanRow(entry.firstSpan);
    tree.indexOfRow.assign(entry.spanCount, TreeSpan::none);
    tree.spans.reserve(entry.spanCount);
    placeSpans(tree, childLists(parentPositions(entry, spans)));
    placeTimes(tree, spans);
    if (clocks == ClockMode::Adjusted) tree.shifts = adjustClocks(tree.spans, spans, limit);

    bool any = false;
    for (const TreeSpan& span : tree.spans) {
        if (!spans.hasPlace(span.row)) continue;
        tree.start = any ? std::min(tree.start, span.start) : span.start;
        tree.end = any ? std::max(tree.end, span.end) : span.end;
        any = true;
    }
    return tree;
}

} // namespace hallway
