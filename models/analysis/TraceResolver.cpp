#include "analysis/TraceResolver.h"

#include "analysis/Parallel.h"
#include "analysis/TracePieces.h"
#include "analysis/ZipkinTraces.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace hallway {

namespace {

/// Traces that one thread resolves, and the rows that came out.
struct Resolving {
    TracePiece traces;
    std::uint32_t firstRow = 0, rows = 0;
    Findings findings{};
};

/// A trace and its number in the input.
struct NumberedTrace {
    TraceId id;
    std::uint32_t number = 0;
};

/// In the order of their ids as text.
std::vector<NumberedTrace> tracesInOrder(const CallInput::Columns& input) {
    std::vector<NumberedTrace> traces;
    traces.reserve(input.traces.size());
    for (std::uint32_t number = 0; number < input.traces.size(); ++number)
        traces.push_back({input.traces[number], number});
    std::sort(traces.begin(), traces.end(), [&](const NumberedTrace& a, const NumberedTrace& b) {
        return compareAsText(a.id, b.id, *input.strings) < 0;
    });
    return traces;
}

/// Fills SpanTable::traces, still with duplicates, and storeRow, trace by trace in order of arrival.
void groupByTrace(SpanTable& table, const CallInput::Columns& input) {
    std::vector<std::uint32_t> next(input.traces.size(),
                                    0); // by number: at first spans, then the next free row
    for (std::size_t row = 0; row < input.size(); ++row)
        ++next[input.trace[row]];
    table.traces.reserve(next.size());
    std::uint32_t firstRow = 0;
    for (const NumberedTrace& trace : tracesInOrder(input)) {
        if (next[trace.number] == 0) continue; // its spans belong to another one
        table.traces.append(trace.id, next[trace.number]);
        firstRow += std::exchange(next[trace.number], firstRow);
    }
    table.storeRow.resize(input.size());
    for (std::size_t row = 0; row < input.size(); ++row)
        table.storeRow[next[input.trace[row]]++] = StoreRow(row);
}

/// `spanCounts`: by trace, what duplicates leave of its spans.
void resolve(Resolving& piece, std::vector<std::uint32_t>& spanCounts, const CallInput::Columns& input,
             const NodeDirectory& nodes, SpanTable& table, const CancelToken& cancel) {
    TraceWork work(input, nodes, table, piece.findings);
    for (std::size_t index = piece.traces.first; index < piece.traces.end; ++index) {
        if (cancel.cancelled()) return;
        const TraceEntry trace = table.traces[index];
        const std::span<const StoreRow> members(table.storeRow.data() + trace.firstSpan, trace.spanCount);
        spanCounts[index] = work.resolve(members, piece.firstRow + piece.rows);
        piece.rows += spanCounts[index];
    }
}

template <class Value>
void append(std::vector<Value>& target, const std::vector<Value>& values) {
    target.insert(target.end(), values.begin(), values.end());
}

/// Closes the gaps that dropped duplicates left behind the pieces, and brings together what they found.
Findings join(const std::vector<Resolving>& pieces, SpanTable& table) {
    Findings all;
    std::uint32_t row = 0;
    for (const Resolving& piece : pieces) {
        const std::uint32_t gap = piece.firstRow - row;
        if (gap > 0) {
            const auto close = [&](auto& column) {
                std::copy_n(column.begin() + piece.firstRow, piece.rows, column.begin() + row);
            };
            close(table.id);
            close(table.parent);
            close(table.storeRow);
            close(table.flags);
            for (std::uint32_t i = row; i < row + piece.rows; ++i)
                if (table.parent[i].valid()) table.parent[i] = SpanRow(table.parent[i].value() - gap);
        }
        for (const auto& [renamed, id] : piece.findings.renamed)
            all.renamed.emplace_back(SpanRow(renamed.value() - gap), id);
        append(all.duplicates, piece.findings.duplicates);
        append(all.selfParents, piece.findings.selfParents);
        append(all.cycles, piece.findings.cycles);
        append(all.idCollisions, piece.findings.idCollisions);
        row += piece.rows;
    }
    if (row < table.id.size()) {
        const auto shorten = [row](auto& column) {
            column.resize(row);
            column.shrink_to_fit();
        };
        shorten(table.id);
        shorten(table.parent);
        shorten(table.storeRow);
        shorten(table.flags);
    }
    for (auto* const rows : {&all.duplicates, &all.selfParents, &all.cycles, &all.idCollisions})
        std::sort(rows->begin(), rows->end());
    return all;
}

/// Brings the columns that do not change from the order of arrival to that of the rows, one after the other.
class Gathering {
public:
    Gathering(const std::vector<StoreRow>& order, unsigned threads) : m_order(order), m_threads(threads) {}

    template <class Value, class ValueAt>
    void fill(std::vector<Value>& column, ValueAt valueAt) const {
        column.resize(m_order.size());
        runParts(m_order.size(), m_threads, [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row)
                column[row] = valueAt(m_order[row].index());
        });
    }

private:
    const std::vector<StoreRow>& m_order;
    unsigned m_threads;
};

void fillTimes(SpanTable& table, CallInput::Columns& input, const Gathering& gathering, unsigned threads) {
    gathering.fill(table.start, [&](std::size_t raw) { return input.start[raw]; });
    input.start.clear();
    gathering.fill(table.end, [&](std::size_t raw) { return input.end[raw]; });
    input.end.clear();
    runParts(table.size(), threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            SpanFlags& flags = table.flags[row];
            if (table.end[row] == Timestamp{}) flags.set(SpanFlag::Unfinished);
            const bool unfinished = flags.has(SpanFlag::Unfinished);
            flags.set(SpanFlag::NegativeDuration, !unfinished && table.end[row] < table.start[row]);
            table.end[row] = unfinished ? table.start[row] : std::max(table.start[row], table.end[row]);
        }
    });
}

void fillColumns(ResolvedSpans& result, CallInput::Columns& input, const NodeDirectory& nodes,
                 unsigned threads) {
    SpanTable& table = result.table;
    const Gathering gathering(table.storeRow, threads);
    fillTimes(table, input, gathering, threads);
    gathering.fill(table.name, [&](std::size_t raw) { return input.name[raw]; });
    input.name.clear();
    gathering.fill(table.node, [&](std::size_t raw) { return nodes.serviceOf(input.resource[raw]); });
    gathering.fill(table.host, [&](std::size_t raw) { return (*input.resources)[input.resource[raw]].host; });
    input.resource.clear();
    gathering.fill(table.kindAndStatus, [&](std::size_t raw) { return input.kindAndStatus[raw]; });
    input.kindAndStatus.clear();
    for (const auto& [row, id] : result.findings.renamed)
        table.kindAndStatus[row.index()] = SpanTable::pack(table.kind(row), table.status(row), false);
    gathering.fill(result.traits, [&](std::size_t raw) { return input.traits[raw]; });
    input.traits.clear();
}

} // namespace

Result<ResolvedSpans> resolveTraces(CallInput::Columns& input, const NodeDirectory& nodes, unsigned threads,
                                    const CancelToken& cancel) {
    ResolvedSpans result;
    SpanTable& table = result.table;
    uniteZipkinTraces(input);
    groupByTrace(table, input);
    input.trace.clear();
    input.traces = {};
    table.id.resize(input.size());
    table.parent.resize(input.size());
    table.flags.resize(input.size());
    std::vector<Resolving> pieces;
    for (const TracePiece& traces : piecesOf(table.traces))
        pieces.push_back({traces, table.traces.firstSpan(traces.first)});
    std::vector<std::uint32_t> spanCounts(table.traces.size());
    runPieces(pieces.size(), threads,
              [&](std::size_t index) { resolve(pieces[index], spanCounts, input, nodes, table, cancel); });
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    std::inclusive_scan(spanCounts.begin(), spanCounts.end(), table.traces.endSpan.begin());
    result.findings = join(pieces, table);
    pieces.clear();

    input.id.clear();
    input.flags.clear();
    input.attributeCount.clear();
    fillColumns(result, input, nodes, threads);
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    return result;
}

} // namespace hallway
