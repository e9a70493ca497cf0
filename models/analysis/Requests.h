// Requests and how they hang together: an entry of a service with its local tree (calls.md rule 25), the
// calls that leave it, and whether it failed with them (rule 23).
#pragma once

#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hallway {

/// About 10 bytes a span and 4 a call. Of the whole capture: what a request is does not depend on a filter.
/// The tables must outlive it. Any thread may ask.
class Requests {
public:
    /// On up to `threads` threads, 0 = one a processor; the result does not depend on them.
    Requests(const SpanTable& spans, const CallTable& calls, unsigned threads = 0);

    /// The entry whose local tree the span stands in; an entry stands in its own.
    [[nodiscard]] SpanRow entryOf(SpanRow span) const { return m_entryOf[span.index()]; }
    /// The request this one was made by, within its trace; invalid where nothing stands above it.
    [[nodiscard]] SpanRow callerOf(SpanRow entry) const {
        const SpanRow parent = m_spans.parent[entry.index()];
        return parent.valid() ? m_entryOf[parent.index()] : SpanRow();
    }
    /// In order of their rows.
    [[nodiscard]] std::span<const CallRow> callsLeaving(SpanRow entry) const {
        return {m_leaving.data() + m_firstLeaving[entry.index()],
                m_leaving.data() + m_firstLeaving[entry.index() + 1]};
    }
    /// Any call, of whatever edge, has it as its server side.
    [[nodiscard]] bool isCalled(SpanRow entry) const { return has(entry, Called); }
    /// Its own side failed, or a call into it did.
    [[nodiscard]] bool failed(SpanRow entry) const { return has(entry, FailedRequest); }
    [[nodiscard]] bool failedCallLeaves(SpanRow entry) const { return has(entry, FailedCallLeaves); }
    /// It failed, and so did all requests above it, up to the top of its trace.
    [[nodiscard]] bool failedToTheTop(SpanRow entry) const { return has(entry, FailedToTheTop); }

private:
    enum Fact : std::uint8_t { Called = 1, FailedRequest = 2, FailedCallLeaves = 4, FailedToTheTop = 8 };
    [[nodiscard]] bool has(SpanRow entry, Fact fact) const { return (m_facts[entry.index()] & fact) != 0; }
    void lookAtCalls(const CallTable& calls);
    void climb(unsigned threads);

    const SpanTable& m_spans;
    std::vector<SpanRow> m_entryOf;
    std::vector<std::uint8_t> m_facts; ///< by row, of entries
    std::vector<std::uint32_t> m_firstLeaving;
    std::vector<CallRow> m_leaving;
};

} // namespace hallway
