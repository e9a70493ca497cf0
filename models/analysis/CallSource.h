// Whose calls a heatmap shows and a comparison compares.
#pragma once

#include "analysis/ComparedCalls.h"
#include "analysis/Heatmap.h"
#include "analysis/Subset.h"

#include <optional>
#include <vector>

namespace hallway {

/// The requests from outside, or the calls of an edge, or the requests of a node; of these all, or those of
/// one operation.
struct CallSource {
    std::optional<EdgeId> edge;
    std::optional<NodeId> node; ///< unless there is an edge
    StringId operation;         ///< name of the callee's span, else of the caller span; invalid: all
    bool operator==(const CallSource&) const = default;
};

/// A call, or a request that nobody called.
struct SourcedCall {
    CallRow call;   ///< invalid: nobody called
    SpanRow caller; ///< invalid: none
    SpanRow callee; ///< of a call into a virtual node invalid
    Timestamp time; ///< calls.md rule 32
    std::optional<Duration> latency;
    bool failed = false;
    bool isRequest = false; ///< its own span counts, not the call that made it
    [[nodiscard]] SpanRow shown() const { return callee.valid() ? callee : caller; }
    bool operator==(const SourcedCall&) const = default;
};

/// In order of time. Of an edge: its calls, by the edge's latency (rule 19). Of a service: its entries, by
/// their spans' own duration and failure, each with its first incoming call. Of any other node: the calls
/// into it. Requests from outside: entries without a resolved parent, likewise.
[[nodiscard]] std::vector<SourcedCall> callsOf(const CallSource& source, const CallTable& calls,
                                               const SpanTable& spans, const Subset& subset);
/// Chosen as callsOf() asks for it: a call, or the span of a request. The time is not asked.
[[nodiscard]] inline bool isOf(const SourcedCall& call, const Subset& subset) {
    return call.isRequest ? subset.hasSpan(call.callee) : subset.hasCall(call.call);
}

/// Those with a latency, and how many have none.
[[nodiscard]] EdgeSamples samplesOf(const std::vector<SourcedCall>& calls);

/// The nearest rank of `thousandths` of a percent among the latencies; nothing without one.
[[nodiscard]] std::optional<Duration> latencyAt(const std::vector<SourcedCall>& calls,
                                                std::uint64_t thousandths);

/// Those that `isSelected(const SourcedCall&)` against the rest.
template <class IsSelected>
[[nodiscard]] ComparedCalls compare(const std::vector<SourcedCall>& calls, IsSelected isSelected) {
    ComparedCalls compared;
    compared.reserve(calls.size());
    for (const SourcedCall& call : calls)
        if (call.shown().valid()) compared.push_back({call.call, call.caller, call.callee, isSelected(call)});
    return compared;
}

} // namespace hallway
