// The figures of one edge after the other (calls.md rules 19 to 25). Private to ServiceGraph.
#pragma once

#include "analysis/ServiceGraph.h"

#include <vector>

namespace hallway {

/// Keeps scratch memory between edges; the tables must outlive it.
class EdgeFigures {
public:
    EdgeFigures(const SpanTable& spans, const CallTable& calls, const TimeRange& range);

    /// `callerEntries`: entries of the caller in range.
    [[nodiscard]] GraphEdge of(EdgeId id, std::uint64_t callerEntries);

private:
    struct Samples {
        std::vector<Duration> latency, client, server, network, delivery;
        void clear();
    };
    void count(GraphEdge& edge, CallRow call);
    [[nodiscard]] EdgeFanOut takeFanOut(std::uint64_t callerEntries);

    const SpanTable& m_spans;
    const CallTable& m_calls;
    TimeRange m_range;
    Samples m_samples;
    std::vector<std::uint32_t> m_callsOfEntry; ///< by row; all zero between edges
    std::vector<SpanRow> m_callingEntries;
};

} // namespace hallway
