// The figures of one edge after the other (calls.md rules 19 to 25). Private to ServiceGraph.
#pragma once

#include "analysis/ServiceGraph.h"

#include <vector>

namespace hallway {

/// What a graph is made of; see deriveGraph().
struct GraphScope {
    TimeRange range;
    const SpanSet* chosen = nullptr; ///< null = all

    [[nodiscard]] bool chooses(SpanRow span) const { return !chosen || chosen->contains(span); }
};

/// Keeps scratch memory between edges; the tables must outlive it.
class EdgeFigures {
public:
    EdgeFigures(const SpanTable& spans, const CallTable& calls, const GraphScope& scope);

    /// `callerEntries`: entries of the caller in scope.
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
    GraphScope m_scope;
    Samples m_samples;
    std::vector<std::uint32_t> m_callsOfEntry; ///< by row; all zero between edges
    std::vector<SpanRow> m_callingEntries;
};

} // namespace hallway
