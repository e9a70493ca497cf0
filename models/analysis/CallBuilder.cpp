#include "analysis/CallBuilder.h"

#include "analysis/CallInputColumns.h"
#include "analysis/CallMarks.h"
#include "analysis/CallTableWriter.h"
#include "analysis/CallWork.h"
#include "analysis/Parallel.h"
#include "analysis/TracePieces.h"

namespace hallway {

namespace {

std::vector<bool> usedResources(const CallInput::Columns& input) {
    std::vector<bool> used(input.resources->size(), false);
    for (std::size_t row = 0; row < input.size(); ++row)
        used[input.resource[row].index()] = true;
    return used;
}

/// Rule 25: marks entries and gives each span the entry whose local tree it stands in.
void findEntries(CallWork& work, const std::vector<SpanRow>& parentsFirst) {
    for (const SpanRow row : parentsFirst) {
        const SpanRow parent = work.parent(row);
        const SpanRole role = work.role(row);
        // A SERVER under a span of its own service is one only as a crossing.
        const bool isCalled = role.calledByLink || role.calledFromOutside;
        const bool isEntry =
            !parent.valid() || role.crossing || (isCalled && work.spans().kind(row) != SpanKind::Server);
        work.resolved.table.flags[row.index()].set(SpanFlag::Entry, isEntry);
        work.entryOf[row.index()] = isEntry ? row : work.entryOf[parent.index()];
    }
}

/// Calls the passes over traces, piece by piece, each on one thread at a time.
class Building {
public:
    Building(CallWork& work, unsigned threads, const CancelToken& cancel)
        : m_work(work), m_threads(threads), m_cancel(cancel), m_pieces(piecesOf(work.spans().traces)),
          m_drafts(m_pieces.size(), CallDrafts(work.input.peers.size())) {}

    [[nodiscard]] std::vector<CallDrafts> run() {
        runPieces(m_pieces.size(), m_threads, [this](std::size_t piece) {
            CrossingCalls crossings(m_work, m_drafts[piece]);
            forEachTrace(piece, [&](const TraceEntry& trace) { crossings.add(trace); });
        });
        if (m_cancel.cancelled()) return {};
        CallDrafts links = linkCalls(m_work, m_drafts, m_threads);
        runPieces(m_pieces.size(), m_threads, [this](std::size_t piece) { finish(piece); });
        if (m_cancel.cancelled()) return {};

        for (CallDraft& call : links.calls)
            markFailure(call, m_work);
        RetryMarks(m_work, links.calls).mark({{0, links.calls.size()}});
        m_drafts.push_back(std::move(links));
        runPieces(m_drafts.size(), m_threads, [this](std::size_t piece) {
            for (CallDraft& call : m_drafts[piece].calls)
                markOrigin(call, m_work);
        });
        return std::move(m_drafts);
    }

private:
    template <class Visit>
    void forEachTrace(std::size_t piece, Visit visit) const {
        for (std::size_t trace = m_pieces[piece].first; trace < m_pieces[piece].end; ++trace) {
            if (m_cancel.cancelled()) return;
            visit(m_work.spans().traces[trace]);
        }
    }

    /// Everything that waits for the link calls.
    void finish(std::size_t piece) {
        CallDrafts& drafts = m_drafts[piece];
        ParentsFirst parentsFirst;
        OutsideCalls outside(m_work, drafts);
        PeerCalls peers(m_work, drafts);
        RetryMarks retries(m_work, drafts.calls);
        std::size_t crossing = 0; // the first of the trace; crossings are in the order of the traces
        const std::size_t endOfCrossings = drafts.calls.size();
        forEachTrace(piece, [&](const TraceEntry& trace) {
            const std::vector<SpanRow>& rows = parentsFirst.of(trace, m_work.spans());
            const std::size_t firstNew = drafts.calls.size(), firstCrossing = crossing;
            outside.add(trace, rows);
            peers.add(trace, rows);
            findEntries(m_work, rows);
            while (crossing < endOfCrossings &&
                   drafts.calls[crossing].server.value() < trace.firstSpan + trace.spanCount)
                ++crossing;
            for (std::size_t call = firstCrossing; call < crossing; ++call)
                markFailure(drafts.calls[call], m_work);
            for (std::size_t call = firstNew; call < drafts.calls.size(); ++call)
                markFailure(drafts.calls[call], m_work);
            retries.mark({{firstCrossing, crossing}, {firstNew, drafts.calls.size()}});
        });
    }

    CallWork& m_work;
    unsigned m_threads;
    const CancelToken& m_cancel;
    std::vector<TracePiece> m_pieces;
    std::vector<CallDrafts> m_drafts; ///< by piece
};

} // namespace

Result<BuiltCalls> buildCalls(CallInput input, const CancelToken& cancel, unsigned threads) {
    CallInput::Columns& columns = input.columns();
    const NodeDirectory nodes(*columns.resources, usedResources(columns), columns.peers, *columns.strings);
    auto resolved = resolveTraces(columns, nodes, threads, cancel);
    if (!resolved) return fail(resolved.error());

    BuiltCalls built;
    std::vector<SpanRow> entryOf;
    std::vector<CallDrafts> drafts;
    {
        CallWork work{columns, nodes, *resolved, {}, {}};
        work.roles.resize(resolved->table.size());
        work.entryOf.resize(resolved->table.size());
        drafts = Building(work, threads, cancel).run();
        entryOf = std::move(work.entryOf);
    }
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    columns.parent.clear();
    columns.operation.clear();
    columns.peer.clear();
    columns.links.clear();
    resolved->traits = {};

    built.spans = std::move(resolved->table);
    built.calls = writeCallTable(std::move(drafts), built.spans, nodes, entryOf, threads, cancel);
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    built.duplicates = std::move(resolved->findings.duplicates);
    built.selfParents = std::move(resolved->findings.selfParents);
    built.cycles = std::move(resolved->findings.cycles);
    built.idCollisions = std::move(resolved->findings.idCollisions);
    return built;
}

} // namespace hallway
