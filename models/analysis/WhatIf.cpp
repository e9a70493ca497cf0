#include "analysis/WhatIf.h"

#include "analysis/BlockingSpans.h"
#include "analysis/Parallel.h"
#include "analysis/TraceList.h"
#include "analysis/TracePieces.h"
#include "base/DurationSum.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

/// Times one span after the other, children before their parents.
class Retimer {
public:
    Retimer(const SpanTree& tree, const SpanTable& spans)
        : m_tree(tree), m_old(blockingSpansOf(tree, spans)), m_new(tree.spans.size(), Duration::zero()) {}

    void retime(const SpanSet& changed, const CallChange& change) {
        for (auto index = static_cast<std::uint32_t>(m_new.size()); index-- > 0;) {
            if (!m_old[index].kept) continue;
            const TreeSpan& span = m_tree.spans[index];
            m_new[index] = changed.contains(span.row) ? shortened(index, change) : throughChildren(index);
        }
    }

    [[nodiscard]] std::vector<Duration> take() && { return std::move(m_new); }

private:
    /// What hangs out behind its parent's end goes first.
    [[nodiscard]] Duration shortened(std::uint32_t index, const CallChange& change) const {
        const TreeSpan& span = m_tree.spans[index];
        const BlockingSpan& held = m_old[index];
        const Timestamp end = span.start + change.applied(span.end - span.start);
        return std::clamp(end - held.start, Duration::zero(), held.duration());
    }

    /// A child begins as long after the last end of the siblings that had ended before it as it did; the span
    /// ends as long after the last of all ends.
    [[nodiscard]] Duration throughChildren(std::uint32_t index) {
        const Timestamp begin = m_old[index].start;
        m_byStart.clear();
        m_tree.forEachChild(index, [&](std::uint32_t child) {
            if (m_old[child].kept)
                m_byStart.push_back({m_old[child].start - begin, m_old[child].end - begin, child, {}});
        });
        std::sort(m_byStart.begin(), m_byStart.end(), [](const Child& a, const Child& b) {
            return std::tuple(a.start, a.end, a.span) < std::tuple(b.start, b.end, b.span);
        });
        m_byEnd.resize(m_byStart.size());
        for (std::uint32_t place = 0; place < m_byEnd.size(); ++place)
            m_byEnd[place] = place;
        std::sort(m_byEnd.begin(), m_byEnd.end(), [this](std::uint32_t a, std::uint32_t b) {
            return std::pair(m_byStart[a].end, a) < std::pair(m_byStart[b].end, b);
        });

        Duration oldEnd{}, newEnd{}; // of what had ended
        std::size_t ended = 0;
        const auto takeEnded = [&](Duration by, std::uint32_t before) {
            for (; ended < m_byEnd.size(); ++ended) {
                const Child& child = m_byStart[m_byEnd[ended]];
                if (child.end > by || m_byEnd[ended] >= before) return;
                oldEnd = std::max(oldEnd, child.end);
                newEnd = std::max(newEnd, child.newEnd);
            }
        };
        for (std::uint32_t place = 0; place < m_byStart.size(); ++place) {
            Child& child = m_byStart[place];
            takeEnded(child.start, place);
            child.newEnd = newEnd + (child.start - oldEnd) + m_new[child.span];
        }
        takeEnded(m_old[index].duration(), static_cast<std::uint32_t>(m_byStart.size()));
        return newEnd + (m_old[index].duration() - oldEnd);
    }

    struct Child { ///< times after the begin of its parent
        Duration start, end;
        std::uint32_t span; ///< index of the tree
        Duration newEnd;
    };

    const SpanTree& m_tree;
    std::vector<BlockingSpan> m_old;
    std::vector<Duration> m_new;
    std::vector<Child> m_byStart; ///< of one span; kept for its capacity, like the next
    std::vector<std::uint32_t> m_byEnd;
};

struct PieceResult {
    std::vector<Duration> before, after;
    std::uint64_t traces = 0, touched = 0, changed = 0;
};

void addUntouched(PieceResult& result, const TraceEntry& trace, const SpanTable& spans) {
    for (std::uint32_t i = 0; i < trace.spanCount; ++i) {
        const SpanRow row(trace.firstSpan + i);
        if (spans.parent[row.index()].valid() || !spans.hasDuration(row)) continue;
        result.before.push_back(spans.duration(row));
        result.after.push_back(spans.duration(row));
    }
}

void addTouched(PieceResult& result, TraceRow trace, const SpanTable& spans, const SpanSet& changed,
                const CallChange& change) {
    const SpanTree tree = spanTreeOf(trace, spans, ClockMode::Adjusted);
    const std::vector<Duration> durations = retimed(tree, spans, changed, change);
    bool shorter = false;
    for (std::uint32_t root = 0; root < tree.spans.size(); root += tree.spans[root].subtreeSize) {
        if (!spans.hasDuration(tree.spans[root].row)) continue;
        result.before.push_back(tree.spans[root].end - tree.spans[root].start);
        result.after.push_back(durations[root]);
        shorter = shorter || result.after.back() < result.before.back();
    }
    ++result.touched;
    if (shorter) ++result.changed;
}

bool holdsAny(const TraceEntry& trace, const SpanSet& changed) {
    for (std::uint32_t i = 0; i < trace.spanCount; ++i)
        if (changed.contains(SpanRow(trace.firstSpan + i))) return true;
    return false;
}

} // namespace

std::vector<Duration> retimed(const SpanTree& tree, const SpanTable& spans, const SpanSet& changed,
                              const CallChange& change) {
    Retimer retimer(tree, spans);
    retimer.retime(changed, change);
    return std::move(retimer).take();
}

WhatIf whatIf(const SpanSet& changed, const CallChange& change, const SpanTable& spans, const Subset& subset,
              unsigned threads, const CancelToken& cancel) {
    const std::vector<TracePiece> pieces = piecesOf(spans.traces);
    std::vector<PieceResult> found(pieces.size());
    runPieces(pieces.size(), threads, [&](std::size_t index) {
        PieceResult& result = found[index];
        for (std::size_t trace = pieces[index].first; trace < pieces[index].end; ++trace) {
            if (cancel.cancelled()) return;
            if (!subset.hasTrace(TraceRow(trace)) || !overlaps(spans, TraceRow(trace), subset.range))
                continue;
            ++result.traces;
            if (holdsAny(spans.traces[trace], changed))
                addTouched(result, TraceRow(trace), spans, changed, change);
            else
                addUntouched(result, spans.traces[trace], spans);
        }
    });

    WhatIf result;
    std::vector<Duration> before, after;
    for (const PieceResult& piece : found) {
        result.traces += piece.traces;
        result.touched += piece.touched;
        result.changed += piece.changed;
        before.insert(before.end(), piece.before.begin(), piece.before.end());
        after.insert(after.end(), piece.after.begin(), piece.after.end());
    }
    for (std::size_t root = 0; root < before.size(); ++root)
        addTo(result.saved, before[root] - after[root]);
    result.before = distributionOf(before);
    result.after = distributionOf(after);
    return result;
}

} // namespace hallway
