#include "analysis/Requests.h"

#include "analysis/CallWork.h"
#include "analysis/Parallel.h"
#include "analysis/TracePieces.h"

#include <numeric>

namespace hallway {

Requests::Requests(const SpanTable& spans, const CallTable& calls, unsigned threads)
    : m_spans(spans), m_entryOf(spans.size()), m_facts(spans.size(), 0), m_firstLeaving(spans.size() + 1, 0) {
    lookAtCalls(calls);
    climb(threads);
}

void Requests::lookAtCalls(const CallTable& calls) {
    for (std::size_t row = 0; row < calls.size(); ++row) {
        const CallRow call(row);
        const bool failed = calls.has(call, CallFlag::Failed);
        if (const SpanRow server = calls.server[row]; server.valid())
            m_facts[server.index()] |= static_cast<std::uint8_t>(failed ? Called | FailedRequest : Called);
        if (const SpanRow entry = calls.entry[row]; entry.valid()) {
            if (failed) m_facts[entry.index()] |= FailedCallLeaves;
            ++m_firstLeaving[entry.index() + 1];
        }
    }
    std::partial_sum(m_firstLeaving.begin(), m_firstLeaving.end(), m_firstLeaving.begin());
    m_leaving.resize(m_firstLeaving.back());
    std::vector<std::uint32_t> next(m_firstLeaving.begin(), m_firstLeaving.end() - 1);
    for (std::size_t row = 0; row < calls.size(); ++row)
        if (const SpanRow entry = calls.entry[row]; entry.valid())
            m_leaving[next[entry.index()]++] = CallRow(row);
}

/// Parents first, so that what stands above a span is known already.
void Requests::climb(unsigned threads) {
    const std::vector<TracePiece> pieces = piecesOf(m_spans.traces);
    runPieces(pieces.size(), threads, [&](std::size_t index) {
        ParentsFirst parentsFirst;
        for (std::size_t trace = pieces[index].first; trace < pieces[index].end; ++trace)
            for (const SpanRow row : parentsFirst.of(m_spans.traces[trace], m_spans)) {
                const SpanRow parent = m_spans.parent[row.index()];
                const bool isEntry = m_spans.flags[row.index()].has(SpanFlag::Entry) || !parent.valid();
                m_entryOf[row.index()] = isEntry ? row : m_entryOf[parent.index()];
                if (!isEntry) continue;
                if (m_spans.flags[row.index()].has(SpanFlag::Failed)) m_facts[row.index()] |= FailedRequest;
                const SpanRow above = callerOf(row);
                if (failed(row) && (!above.valid() || failedToTheTop(above)))
                    m_facts[row.index()] |= FailedToTheTop;
            }
    });
}

} // namespace hallway
