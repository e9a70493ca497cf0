// The figures of one edge after the other (calls.md rules 19 to 25). Private to ServiceGraph.
#pragma once

#include "analysis/ServiceGraph.h"

#include <vector>

namespace hallway {

/// Keeps scratch memory between edges; tables and subset must outlive it.
class EdgeFigures {
public:
    EdgeFigures(const SpanTable& spans, const CallTable& calls, const Subset& subset);

    /// `callerEntries`: entries of the caller in the subset.
    [[nodiscard]] GraphEdge of(EdgeId id, std::uint64_t callerEntries);

private:
    struct Samples {
        std::vector<Duration> client, server, network, delivery;
        std::vector<Duration> serverOnly; ///< of calls that have no client side
        void clear();
    };
    void prefetch(CallRow call) const;
    void count(GraphEdge& edge, CallRow call);
    void describeTimes(GraphEdge& edge);
    [[nodiscard]] EdgeFanOut takeFanOut(std::uint64_t callerEntries);

    const SpanTable& m_spans;
    const CallTable& m_calls;
    const Subset& m_subset;
    Samples m_samples;
    std::vector<std::uint32_t> m_callsOfEntry; ///< by row; all zero between edges
    std::vector<SpanRow> m_callingEntries;
};

} // namespace hallway
