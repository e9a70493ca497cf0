#include "analysis/CallPathTree.h"

#include "analysis/CallPathGatherer.h"
#include "analysis/Parallel.h"
#include "analysis/TraceList.h"
#include "analysis/TracePieces.h"
#include "base/DurationSum.h"

#include <algorithm>
#include <queue>

namespace hallway {

namespace {

using Gathered = CallPathGatherer::Gathered;

/// Children of every path, and of CallPath::none at the end.
std::vector<std::vector<std::uint32_t>> childrenOf(const std::vector<Gathered>& paths) {
    std::vector<std::vector<std::uint32_t>> children(paths.size() + 1);
    for (std::uint32_t index = 0; index < paths.size(); ++index) {
        const std::uint32_t parent = paths[index].path.parent;
        children[parent == CallPath::none ? paths.size() : parent].push_back(index);
    }
    return children;
}

/// Which paths stay: from the roots down, always the longest that is left.
std::vector<bool> longestPaths(const std::vector<Gathered>& paths,
                               const std::vector<std::vector<std::uint32_t>>& children, std::size_t most) {
    const auto isShorter = [&paths](std::uint32_t a, std::uint32_t b) {
        const Duration ofA = paths[a].path.total, ofB = paths[b].path.total;
        return ofA != ofB ? ofA < ofB : a > b;
    };
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, decltype(isShorter)> next(isShorter);
    const auto offer = [&](const std::vector<std::uint32_t>& candidates) {
        for (const std::uint32_t index : candidates)
            if (!paths[index].path.isRest()) next.push(index);
    };
    std::vector<bool> stays(paths.size(), false);
    offer(children.back());
    for (std::size_t kept = 0; kept < most && !next.empty(); ++kept) {
        const std::uint32_t index = next.top();
        next.pop();
        stays[index] = true;
        offer(children[index]);
    }
    return stays;
}

void addToRest(CallPath& rest, const CallPath& path) {
    rest.spans += path.spans;
    rest.failed += path.failed;
    addTo(rest.total, path.total);
    addTo(rest.self, path.self);
    addTo(rest.critical, path.critical);
}

class TreeMaker {
public:
    TreeMaker(const CallPathGatherer& gathered, const StringPool& strings, const CallPathLimits& limits)
        : m_paths(gathered.paths()), m_strings(strings), m_children(childrenOf(m_paths)),
          m_stays(longestPaths(m_paths, m_children, limits.shown)), m_rest(m_paths.size() + 1) {
        gatherRests();
        for (std::vector<std::uint32_t>& siblings : m_children)
            sort(siblings);
    }

    [[nodiscard]] CallPathTree make(std::uint64_t traces, std::uint64_t roots) && {
        CallPathTree tree;
        tree.traces = traces;
        tree.roots = roots;
        place(tree.paths);
        for (std::size_t i = tree.paths.size(); i-- > 0;) {
            CallPath& path = tree.paths[i];
            addTo(path.criticalBelow, path.critical);
            tree.spans += path.spans;
            addTo(tree.pathTime, path.critical);
            if (path.parent == CallPath::none) continue;
            tree.paths[path.parent].subtreeSize += path.subtreeSize;
            addTo(tree.paths[path.parent].criticalBelow, path.criticalBelow);
        }
        return tree;
    }

private:
    /// What does not stay, into the rest of the nearest path above that does.
    void gatherRests() {
        std::vector<std::uint32_t> restOf(m_paths.size()); // by path; m_paths.size() = of the roots
        for (std::uint32_t index = 0; index < m_paths.size(); ++index) {
            const std::uint32_t parent = m_paths[index].path.parent;
            const bool isRoot = parent == CallPath::none;
            restOf[index] = isRoot            ? static_cast<std::uint32_t>(m_paths.size())
                            : m_stays[parent] ? parent
                                              : restOf[parent];
            if (!m_stays[index]) addToRest(m_rest[restOf[index]], m_paths[index].path);
        }
    }

    void sort(std::vector<std::uint32_t>& siblings) const {
        std::erase_if(siblings, [this](std::uint32_t index) { return !m_stays[index]; });
        std::sort(siblings.begin(), siblings.end(), [this](std::uint32_t a, std::uint32_t b) {
            const CallPath &left = m_paths[a].path, &right = m_paths[b].path;
            if (left.total != right.total) return left.total > right.total;
            if (left.service != right.service) return left.service < right.service;
            return m_strings.text(left.operation) < m_strings.text(right.operation);
        });
    }

    void place(std::vector<CallPath>& tree) const {
        constexpr std::uint32_t rest = CallPath::none; // in place of a path
        struct Waiting {
            std::uint32_t path, parent, depth; ///< parent: index in the tree
            std::uint32_t restOf;
        };
        std::vector<Waiting> stack;
        const auto push = [&](std::uint32_t path, std::uint32_t parent, std::uint32_t depth) {
            if (m_rest[path].spans > 0) stack.push_back({rest, parent, depth, path});
            for (auto child = m_children[path].rbegin(); child != m_children[path].rend(); ++child)
                stack.push_back({*child, parent, depth, 0});
        };
        push(static_cast<std::uint32_t>(m_paths.size()), CallPath::none, 0);
        while (!stack.empty()) {
            const Waiting next = stack.back();
            stack.pop_back();
            const auto index = static_cast<std::uint32_t>(tree.size());
            CallPath path = next.path == rest ? m_rest[next.restOf] : m_paths[next.path].path;
            if (next.path != rest) path.traces = m_paths[next.path].onPath;
            path.parent = next.parent;
            path.depth = next.depth;
            tree.push_back(path);
            if (next.path != rest) push(next.path, index, next.depth + 1);
        }
    }

    const std::vector<Gathered>& m_paths;
    const StringPool& m_strings;
    std::vector<std::vector<std::uint32_t>> m_children;
    std::vector<bool> m_stays;
    std::vector<CallPath> m_rest; ///< by path; the last of the roots
};

} // namespace

CallPathTree callPathTreeOf(const SpanTable& spans, const StringPool& strings, const Subset& subset,
                            const CallPathLimits& limits, unsigned threads, const CancelToken& cancel) {
    const std::vector<TracePiece> pieces = piecesOf(spans.traces);
    std::vector<std::optional<CallPathGatherer>> found(pieces.size());
    runPieces(pieces.size(), threads, [&](std::size_t piece) {
        CallPathGatherer& part = found[piece].emplace(spans, limits.gathered);
        for (std::size_t trace = pieces[piece].first; trace < pieces[piece].end; ++trace) {
            if (cancel.cancelled()) return;
            if (subset.hasTrace(TraceRow(trace)) && overlaps(spans, TraceRow(trace), subset.range))
                part.add(tracePathOf(TraceRow(trace), spans, strings));
        }
    });
    CallPathGatherer all(spans, limits.gathered);
    for (std::optional<CallPathGatherer>& part : found) {
        all.merge(*part);
        part.reset(); // its memory
    }
    return TreeMaker(all, strings, limits).make(all.traces(), all.roots());
}

SpanSet spansOfPath(std::uint32_t path, const CallPathTree& tree, const SpanTable& spans) {
    std::vector<const CallPath*> steps; // from the path up to its root
    for (std::uint32_t at = path; at != CallPath::none; at = tree.paths[at].parent)
        steps.push_back(&tree.paths[at]);
    const auto isOn = [&](SpanRow row) {
        for (const CallPath* const step : steps) {
            if (!row.valid() || spans.node[row.index()] != step->service ||
                spans.name[row.index()] != step->operation)
                return false;
            row = spans.parent[row.index()];
        }
        return !row.valid(); // the root was reached
    };
    SpanSet found(spans.size());
    if (tree.paths[path].isRest()) return found;
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (isOn(SpanRow(row))) found.insert(SpanRow(row));
    return found;
}

} // namespace hallway
