#include "analysis/CriticalPath.h"

#include "analysis/BlockingSpans.h"

#include <algorithm>

namespace hallway {

namespace {

/// The kept children of every span, the last to finish first, with a place to go on reading. What a limit
/// once excluded stays excluded, because limits only move back: each child is looked at once.
class LastFinishing {
public:
    LastFinishing(const SpanTree& tree, const SpanTable& spans, const StringPool& strings,
                  const std::vector<BlockingSpan>& clipped)
        : m_clipped(clipped), m_next(tree.spans.size()), m_end(tree.spans.size()) {
        m_children.reserve(tree.spans.size());
        for (std::uint32_t index = 0; index < tree.spans.size(); ++index) {
            m_next[index] = static_cast<std::uint32_t>(m_children.size());
            if (clipped[index].kept)
                tree.forEachChild(index, [&](std::uint32_t child) {
                    if (clipped[child].kept) m_children.push_back(child);
                });
            m_end[index] = static_cast<std::uint32_t>(m_children.size());
            std::sort(m_children.begin() + m_next[index], m_children.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                          if (clipped[a].end != clipped[b].end) return clipped[a].end > clipped[b].end;
                          if (clipped[a].start != clipped[b].start)
                              return clipped[a].start > clipped[b].start;
                          return compareAsText(spans.spanId(tree.spans[a].row),
                                               spans.spanId(tree.spans[b].row), strings) < 0;
                      });
        }
    }

    /// The child of `span` that finishes last among those that end by `limit` and begin before it, or
    /// TreeSpan::none.
    [[nodiscard]] std::uint32_t before(Timestamp limit, std::uint32_t span) {
        for (std::uint32_t& next = m_next[span]; next < m_end[span]; ++next) {
            const BlockingSpan& child = m_clipped[m_children[next]];
            if (child.end <= limit && child.start < limit) return m_children[next++];
        }
        return TreeSpan::none;
    }

private:
    const std::vector<BlockingSpan>& m_clipped;
    std::vector<std::uint32_t> m_children;
    std::vector<std::uint32_t> m_next, m_end; ///< by span, into m_children
};

} // namespace

std::vector<PathSection> criticalPathOf(const SpanTree& tree, const SpanTable& spans,
                                        const StringPool& strings) {
    const std::vector<BlockingSpan> clipped = blockingSpansOf(tree, spans);
    LastFinishing children(tree, spans, strings, clipped);

    std::vector<PathSection> path;
    const auto emit = [&path](std::uint32_t span, Timestamp from, Timestamp to) {
        if (from < to) path.push_back({span, from, to});
    };
    for (std::uint32_t root = 0; root < tree.spans.size(); root += tree.spans[root].subtreeSize) {
        if (!clipped[root].kept) continue;
        std::uint32_t span = root;
        Timestamp limit = clipped[root].end; // everything after it is explained
        while (span != TreeSpan::none) {
            if (const std::uint32_t child = children.before(limit, span); child != TreeSpan::none) {
                emit(span, clipped[child].end, limit);
                limit = clipped[child].end;
                span = child;
            } else {
                emit(span, clipped[span].start, limit);
                limit = clipped[span].start;
                span = tree.spans[span].parent;
            }
        }
    }
    return path;
}

std::vector<std::optional<Duration>> criticalTimes(const SpanTree& tree, const SpanTable& spans,
                                                   const StringPool& strings) {
    std::vector<std::optional<Duration>> times(tree.spans.size());
    for (std::uint32_t index = 0; index < tree.spans.size(); ++index)
        if (spans.hasDuration(tree.spans[index].row)) times[index] = Duration::zero();
    for (const PathSection& section : criticalPathOf(tree, spans, strings))
        times[section.span] = times[section.span].value_or(Duration::zero()) + (section.to - section.from);
    return times;
}

} // namespace hallway
