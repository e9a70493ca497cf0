#include "waterfall/WaterfallRows.h"

#include <algorithm>

namespace hallway {
namespace {

bool isChain(const WaterfallTrace& trace, std::uint32_t span) {
    const std::uint32_t end = span + trace.spans[span].subtreeSize;
    for (std::uint32_t i = span; i < end; ++i) {
        if (trace.spans[i].childCount > 1) {
            return false;
        }
        if (i - span > 8) { // deeper than any client → proxy → server → database: worth its own rows
            return false;
        }
    }
    return true;
}

class RowBuilder {
public:
    RowBuilder(const WaterfallTrace& trace, const WaterfallFolding& folding)
        : m_trace(trace), m_folding(folding) {}

    WaterfallRows build() {
        m_result.rowOfSpan.assign(m_trace.spans.size(), WaterfallRows::noRow);
        m_all = subtreeOf(m_trace, m_folding.root);
        m_result.considered = m_all.end - m_all.first;
        if (m_folding.root != TreeSpan::none) {
            m_result.baseDepth = m_trace.spans[m_folding.root].depth;
        }
        if (m_folding.matches) {
            applyFilter(*m_folding.matches);
        }
        for (std::uint32_t i = m_all.first; i < m_all.end;) {
            i = m_result.isShown(i) ? addRow(i) : skip(i);
        }
        addPath();
        return std::move(m_result);
    }

private:
    /// Backwards, so that every span has told its parent before that is looked at.
    void applyFilter(const std::vector<bool>& matches) {
        m_matchesBefore.resize(m_trace.spans.size() + 1);
        for (std::size_t i = 0; i < m_trace.spans.size(); ++i) {
            m_matchesBefore[i + 1] = m_matchesBefore[i] + (matches[i] ? 1 : 0);
        }
        m_result.matching = m_matchesBefore[m_all.end] - m_matchesBefore[m_all.first];
        if (!m_folding.hidesOthers) {
            return;
        }
        std::vector<bool>& shown = m_result.shown;
        shown = matches;
        for (const std::uint32_t span : m_folding.kept) {
            shown[span] = true;
        }
        m_hasShownChild.resize(shown.size());
        for (std::uint32_t i = m_all.end; i-- > m_all.first;) {
            if (!shown[i]) {
                ++m_result.hidden;
            } else if (i != m_all.first && m_trace.spans[i].parent != TreeSpan::none) {
                shown[m_trace.spans[i].parent] = true;
                m_hasShownChild[m_trace.spans[i].parent] = true;
            }
        }
    }

    /// Whether anything in the spans [first, end), or in a subtree, matches the filter; without one nothing
    /// does.
    [[nodiscard]] bool matchesWithin(std::uint32_t first, std::uint32_t end) const {
        return !m_matchesBefore.empty() && m_matchesBefore[end] > m_matchesBefore[first];
    }
    [[nodiscard]] bool matchesWithin(std::uint32_t span) const {
        return matchesWithin(span, span + m_trace.spans[span].subtreeSize);
    }

    /// A subtree in which nothing is left stands in the row of what it hangs on.
    std::uint32_t skip(std::uint32_t i) {
        const WaterfallSpan& span = m_trace.spans[i];
        if (i != m_all.first && span.parent != TreeSpan::none) {
            std::fill_n(m_result.rowOfSpan.begin() + i, span.subtreeSize, m_result.rowOfSpan[span.parent]);
        }
        return i + span.subtreeSize;
    }

    /// Adds the row that begins at span `i`; returns the first span below it.
    std::uint32_t addRow(std::uint32_t i) {
        WaterfallRow row;
        row.span = i;
        row.end = i + 1;
        std::uint32_t lastMember = i;
        if (m_folding.foldSiblings && i != m_all.first && m_trace.spans[i].parent != TreeSpan::none) {
            if (i >= m_runEnd) {
                findRun(i);
            }
            if (i == m_foldFrom) {
                row.folded = m_foldCount;
                row.end = m_foldEnd;
                lastMember = m_foldLast;
            }
        }
        const WaterfallSpan& span = m_trace.spans[i];
        row.hasChildren = m_hasShownChild.empty() ? span.childCount > 0 : m_hasShownChild[i];
        if (!row.isFold() && row.hasChildren && m_folding.collapsed.count(i) > 0) {
            row.collapsed = true;
            row.end = i + span.subtreeSize;
        }
        row.last = isLastSibling(lastMember);
        row.dimmed = m_folding.matches != nullptr && !matchesWithin(i, row.end);
        addFigures(row);
        const std::uint32_t index = m_result.size();
        std::fill(m_result.rowOfSpan.begin() + i, m_result.rowOfSpan.begin() + row.end, index);
        m_result.rows.push_back(row);
        if (row.isFold()) {
            m_runEnd = row.end; // what is left of the run is looked at anew
        }
        return row.end;
    }

    bool isLastSibling(std::uint32_t i) const {
        const std::uint32_t parent = m_trace.spans[i].parent;
        const std::uint32_t end = i == m_all.first || parent == TreeSpan::none
                                      ? m_all.end
                                      : parent + m_trace.spans[parent].subtreeSize;
        return m_result.nextSibling(m_trace, i, end) >= end;
    }

    bool mayFold(std::uint32_t i) const {
        if (m_folding.unfolded.count(i) > 0) {
            return false;
        }
        return m_trace.spans[i].childCount == 0 || m_folding.collapsed.count(i) > 0 || isChain(m_trace, i);
    }

    /// Looks at the run of alike siblings from span `i` on and decides which stretch of it, if any, is one
    /// fold.
    void findRun(std::uint32_t i) {
        const WaterfallSpan& first = m_trace.spans[i];
        const std::uint32_t parentEnd = first.parent + m_trace.spans[first.parent].subtreeSize;
        m_run.clear();
        std::uint32_t failures = 0;
        std::uint32_t next = i;
        for (; next < parentEnd; next = m_result.nextSibling(m_trace, next, parentEnd)) {
            const WaterfallSpan& span = m_trace.spans[next];
            if (span.service != first.service || span.operation != first.operation || !mayFold(next) ||
                matchesWithin(next) != matchesWithin(i)) {
                break;
            }
            failures += span.failuresBelow;
            m_run.push_back(next);
        }
        m_foldFrom = TreeSpan::none;
        m_runEnd = std::max(next, i + 1);
        // A few failures stand on rows of their own and part the run; many stay in the fold, which keeps
        // their mark.
        const bool keepsFailures = failures > 0 && failures <= WaterfallRows::keptFailures;
        std::size_t from = 0;
        for (std::size_t k = 0; k <= m_run.size(); ++k) {
            const bool parts =
                k == m_run.size() || (keepsFailures && m_trace.spans[m_run[k]].failuresBelow > 0);
            if (!parts) {
                continue;
            }
            if (k - from >= WaterfallRows::minimumFold) {
                m_foldFrom = m_run[from];
                m_foldLast = m_run[k - 1];
                m_foldCount = static_cast<std::uint32_t>(k - from);
                m_foldEnd = m_foldLast + m_trace.spans[m_foldLast].subtreeSize;
                return;
            }
            from = k + 1;
        }
    }

    void addFigures(WaterfallRow& row) {
        const WaterfallSpan& span = m_trace.spans[row.span];
        row.failure = span.failure;
        row.from = span.start;
        row.to = span.end;
        if (!row.isFold()) {
            if (row.collapsed && row.failure == SpanFailure::None && span.failuresBelow > 0) {
                row.failure = SpanFailure::PassedOn;
            }
            return;
        }
        row.ticks.first = static_cast<std::uint32_t>(m_result.ticks.size());
        m_durations.clear();
        std::uint32_t member = row.span;
        for (std::uint32_t k = 0; k < row.folded;
             ++k, member = m_result.nextSibling(m_trace, member, row.end)) {
            const WaterfallSpan& call = m_trace.spans[member];
            if (call.hasDuration()) {
                m_durations.push_back(call.duration());
            }
            if (call.failure == SpanFailure::StartsHere) {
                row.failure = SpanFailure::StartsHere;
            } else if (call.failuresBelow > 0 && row.failure == SpanFailure::None) {
                row.failure = SpanFailure::PassedOn;
            }
            const Duration from = k == 0 ? call.start : std::max(call.start, row.to);
            if (k == 0 || call.end > row.to) {
                m_result.ticks.push_back({std::min(from, call.end), call.end});
            }
            row.to = std::max(row.to, call.end);
        }
        row.ticks.count = static_cast<std::uint32_t>(m_result.ticks.size()) - row.ticks.first;
        addDurations(row);
    }

    void addDurations(WaterfallRow& row) {
        row.timed = static_cast<std::uint32_t>(m_durations.size());
        for (const Duration duration : m_durations) {
            row.total = std::min(Duration::max() - duration, row.total) + duration;
            row.longest = std::max(row.longest, duration);
        }
        if (row.timed > 0) {
            const auto rank = (m_durations.size() * 95 + 99) / 100; // nearest rank, calls.md 2.1
            const auto at = m_durations.begin() + static_cast<std::ptrdiff_t>(rank - 1);
            std::nth_element(m_durations.begin(), at, m_durations.end());
            row.p95 = *at;
        }
    }

    void addPath() {
        struct Part {
            std::uint32_t row;
            WaterfallSegment time;
        };
        std::vector<Part> parts;
        for (const WaterfallPathSection& section : m_trace.path) {
            const std::uint32_t row = m_result.rowOfSpan[section.span];
            if (row == WaterfallRows::noRow) {
                continue;
            }
            const bool follows = !parts.empty() && parts.back().time.to == section.from;
            if (follows && parts.back().row == row) {
                parts.back().time.to = section.to;
                continue;
            }
            if (follows) {
                m_result.links.push_back({section.from, parts.back().row, row});
            }
            parts.push_back({row, {section.from, section.to}});
        }
        std::stable_sort(m_result.links.begin(), m_result.links.end(),
                         [](const auto& a, const auto& b) { return a.at < b.at; });
        for (const Part& part : parts) {
            ++m_result.rows[part.row].path.count;
        }
        std::uint32_t first = 0;
        for (WaterfallRow& row : m_result.rows) {
            row.path.first = first;
            first += row.path.count;
        }
        m_result.path.resize(parts.size());
        std::vector<std::uint32_t> placed(m_result.rows.size());
        for (const Part& part : parts) {
            m_result.path[m_result.rows[part.row].path.first + placed[part.row]++] = part.time;
        }
    }

    const WaterfallTrace& m_trace;
    const WaterfallFolding& m_folding;
    WaterfallRows m_result;
    SpanStretch m_all;
    std::vector<std::uint32_t> m_matchesBefore; // by span, and one behind the last; empty without a filter
    std::vector<bool> m_hasShownChild;          // empty while the filter hides nothing
    std::vector<Duration> m_durations;          // of the fold at hand
    std::vector<std::uint32_t> m_run;
    std::uint32_t m_runEnd = 0; // spans before it were looked at already
    std::uint32_t m_foldFrom = TreeSpan::none, m_foldLast = 0, m_foldEnd = 0, m_foldCount = 0;
};

} // namespace

std::uint32_t WaterfallRows::nextSibling(const WaterfallTrace& trace, std::uint32_t span,
                                         std::uint32_t end) const {
    std::uint32_t next = span + trace.spans[span].subtreeSize;
    while (next < end && !isShown(next)) {
        next += trace.spans[next].subtreeSize;
    }
    return std::min(next, end);
}

std::vector<std::uint32_t> WaterfallRows::membersOf(const WaterfallTrace& trace, std::uint32_t row) const {
    std::vector<std::uint32_t> members;
    std::uint32_t span = rows[row].span;
    for (std::uint32_t k = 0; k < rows[row].folded; ++k, span = nextSibling(trace, span, rows[row].end)) {
        members.push_back(span);
    }
    return members;
}

WaterfallRows waterfallRowsOf(const WaterfallTrace& trace, const WaterfallFolding& folding) {
    return RowBuilder(trace, folding).build();
}

WaterfallFolding opened(const WaterfallTrace& trace, const WaterfallRows& rows,
                        const WaterfallFolding& folding, std::uint32_t span) {
    WaterfallFolding result = folding;
    for (std::uint32_t i = trace.spans[span].parent; i != TreeSpan::none; i = trace.spans[i].parent) {
        result.collapsed.erase(i);
    }
    const std::uint32_t at = rows.rowOfSpan[span];
    if (at != WaterfallRows::noRow && rows.rows[at].isFold() && rows.rows[at].span != span) {
        for (const std::uint32_t member : rows.membersOf(trace, at)) {
            result.unfolded.insert(member);
        }
    }
    if (!rows.isShown(span)) {
        result.kept.insert(span);
    }
    return result;
}

} // namespace hallway
