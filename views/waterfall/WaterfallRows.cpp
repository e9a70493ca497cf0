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
        const auto count = static_cast<std::uint32_t>(m_trace.spans.size());
        m_result.rowOfSpan.resize(count);
        for (std::uint32_t i = 0; i < count;) {
            i = addRow(i);
        }
        addPath();
        return std::move(m_result);
    }

private:
    /// Adds the row that begins at span `i`; returns the first span below it.
    std::uint32_t addRow(std::uint32_t i) {
        WaterfallRow row;
        row.span = i;
        row.end = i + 1;
        std::uint32_t lastMember = i;
        if (m_folding.foldSiblings && m_trace.spans[i].parent != TreeSpan::none) {
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
        if (!row.isFold() && span.childCount > 0 && m_folding.collapsed.count(i) > 0) {
            row.collapsed = true;
            row.end = i + span.subtreeSize;
        }
        row.last = isLastSibling(lastMember);
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
        const WaterfallSpan& span = m_trace.spans[i];
        const std::uint32_t after = i + span.subtreeSize;
        if (span.parent == TreeSpan::none) {
            return after == m_trace.spans.size();
        }
        return after == span.parent + m_trace.spans[span.parent].subtreeSize;
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
        for (; next < parentEnd; next += m_trace.spans[next].subtreeSize) {
            const WaterfallSpan& span = m_trace.spans[next];
            if (span.service != first.service || span.operation != first.operation || !mayFold(next)) {
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
        std::uint32_t member = row.span;
        for (std::uint32_t k = 0; k < row.folded; ++k, member += m_trace.spans[member].subtreeSize) {
            const WaterfallSpan& call = m_trace.spans[member];
            row.longest = std::max(row.longest, call.duration());
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
    }

    void addPath() {
        struct Part {
            std::uint32_t row;
            WaterfallSegment time;
        };
        std::vector<Part> parts;
        for (const WaterfallPathSection& section : m_trace.path) {
            const std::uint32_t row = m_result.rowOfSpan[section.span];
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
    std::vector<std::uint32_t> m_run;
    std::uint32_t m_runEnd = 0; // spans before it were looked at already
    std::uint32_t m_foldFrom = TreeSpan::none, m_foldLast = 0, m_foldEnd = 0, m_foldCount = 0;
};

} // namespace

std::vector<std::uint32_t> WaterfallRows::membersOf(const WaterfallTrace& trace, std::uint32_t row) const {
    std::vector<std::uint32_t> members;
    std::uint32_t span = rows[row].span;
    for (std::uint32_t k = 0; k < rows[row].folded; ++k) {
        members.push_back(span);
        span += trace.spans[span].subtreeSize;
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
    const WaterfallRow& row = rows.rows[rows.rowOfSpan[span]];
    if (row.isFold() && row.span != span) {
        for (const std::uint32_t member : rows.membersOf(trace, rows.rowOfSpan[span])) {
            result.unfolded.insert(member);
        }
    }
    return result;
}

std::optional<std::uint32_t> nextFailure(const WaterfallTrace& trace, std::optional<std::uint32_t> from,
                                         bool forward) {
    const auto count = static_cast<std::uint32_t>(trace.spans.size());
    if (trace.failureOrigins == 0) {
        return std::nullopt;
    }
    std::uint32_t i = from.value_or(forward ? count - 1 : 0);
    do {
        i = forward ? (i + 1) % count : (i + count - 1) % count;
    } while (trace.spans[i].failure != SpanFailure::StartsHere);
    return i;
}

std::vector<std::uint32_t> spansMatching(const WaterfallTrace& trace, const QString& text) {
    std::vector<std::uint32_t> matches;
    if (text.isEmpty()) {
        return matches;
    }
    std::vector<bool> services, operations;
    for (const WaterfallService& service : trace.services) {
        services.push_back(service.label.contains(text, Qt::CaseInsensitive));
    }
    for (const QString& operation : trace.operations) {
        operations.push_back(operation.contains(text, Qt::CaseInsensitive));
    }
    for (std::uint32_t i = 0; i < trace.spans.size(); ++i) {
        if (services[trace.spans[i].service] || operations[trace.spans[i].operation]) {
            matches.push_back(i);
        }
    }
    return matches;
}

} // namespace hallway
