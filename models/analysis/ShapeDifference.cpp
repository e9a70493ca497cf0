#include "analysis/ShapeDifference.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

struct ComparedPath {
    ShapePath path;
    PathChange change;
};

/// Both are sorted by hash.
std::vector<ComparedPath> merged(const std::vector<ShapePath>& own, const std::vector<ShapePath>& other) {
    std::vector<ComparedPath> both;
    auto mine = own.begin();
    auto theirs = other.begin();
    while (mine != own.end() || theirs != other.end()) {
        if (theirs == other.end() || (mine != own.end() && mine->hash < theirs->hash)) {
            both.push_back({*mine++, PathChange::Added});
        } else if (mine == own.end() || theirs->hash < mine->hash) {
            both.push_back({*theirs++, PathChange::Missing});
        } else {
            both.push_back({*mine++, PathChange::Same});
            ++theirs;
        }
    }
    return both;
}

} // namespace

ShapeDifference shapeDifferenceOf(TraceRow trace, std::optional<TraceRow> main, const SpanTable& spans,
                                  const CallTable& calls, const StringPool& strings, const Requests& requests,
                                  const CallPaths& paths) {
    const std::vector<ShapePath> own = pathsOf(trace, spans, calls, requests, paths);
    std::vector<ComparedPath> all = merged(own, main ? pathsOf(*main, spans, calls, requests, paths) : own);
    ShapeDifference difference;
    difference.paths = own.size();
    for (const ComparedPath& path : all) {
        difference.added += path.change == PathChange::Added;
        difference.missing += path.change == PathChange::Missing;
    }

    // Children behind one another, those of one path in the order they are shown.
    std::sort(all.begin(), all.end(), [&](const ComparedPath& a, const ComparedPath& b) {
        if (a.path.parent != b.path.parent) return a.path.parent < b.path.parent;
        const PathStep &one = a.path.step, &two = b.path.step;
        if (one.node != two.node)
            return calls.nodes[one.node.index()].label < calls.nodes[two.node.index()].label;
        return std::tuple(strings.text(one.operation), a.path.hash) <
               std::tuple(strings.text(two.operation), b.path.hash);
    });
    const auto childrenOf = [&](std::uint64_t parent) {
        return std::equal_range(
            all.begin(), all.end(), ComparedPath{{0, parent, {}}, PathChange::Same},
            [](const ComparedPath& a, const ComparedPath& b) { return a.path.parent < b.path.parent; });
    };
    struct Waiting {
        const ComparedPath* path;
        std::uint32_t depth;
    };
    std::vector<Waiting> stack;
    const auto push = [&](std::uint64_t parent, std::uint32_t depth) {
        const auto [first, end] = childrenOf(parent);
        for (auto child = end; child != first;)
            stack.push_back({&*--child, depth});
    };
    push(0, 0);
    while (!stack.empty() && difference.lines.size() < ShapeDifference::mostLines) {
        const Waiting next = stack.back();
        stack.pop_back();
        difference.lines.push_back({next.path->path.step, next.depth, next.path->change});
        push(next.path->path.hash, next.depth + 1);
    }
    return difference;
}

} // namespace hallway
