// Where failures start, who passes them on and who swallows them (calls.md rule 23).
#pragma once

#include "analysis/CallPaths.h"
#include "analysis/Subset.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// Of failed calls, requests or spans: each starts here or is passed on.
struct FailureCounts {
    std::uint64_t failed = 0; ///< startsHere + passedOn
    std::uint64_t startsHere = 0;
    std::uint64_t passedOn = 0;
    std::uint64_t swallowed = 0; ///< see each use
    bool operator==(const FailureCounts&) const = default;
};

/// Of the calls of an edge. Swallowed (part of `failed`): the request a failed call left did not fail.
struct EdgeFailures {
    EdgeId edge;
    FailureCounts calls;
    CallRow startsHere, passedOn, swallowed; ///< the first of each kind; invalid = none
    bool operator==(const EdgeFailures&) const = default;
};

/// Of the requests of a service. Swallowed (no part of `failed`): requests that did not fail though a call of
/// theirs did.
struct ServiceFailures {
    NodeId node;
    FailureCounts requests;
    SpanRow startsHere, passedOn, swallowed; ///< the first request of each kind; invalid = none
    FailureCounts spans;                     ///< swallowed: failed spans whose parent did not fail
    bool operator==(const ServiceFailures&) const = default;
};

/// One failure: where to look.
struct FailureExample {
    CallRow call; ///< invalid: a request that nobody called
    /// The callee's if that side failed, else the caller's; of the failed spans below it in its service the
    /// latest, its latest, and so on: the span that did it, as far as the file tells.
    SpanRow span;
    bool operator==(const FailureExample&) const = default;
};

/// An edge upstream, or the one a failure starts on, whose callers saw it.
struct ChainStep {
    EdgeId edge;
    std::uint64_t calls = 0; ///< failed calls of it that hold such a failure, however deep below
    bool operator==(const ChainStep&) const = default;
};

/// Failures that start on one edge, or in one service's requests that nobody called, with one operation.
struct FailureOrigin {
    std::optional<EdgeId> edge;
    NodeId node;        ///< the callee, or that service
    StringId operation; ///< of the callee's span, else of the caller's; invalid where there is neither
    std::uint64_t failures = 0, traces = 0;
    std::uint64_t swallowed = 0;           ///< the request above did not fail
    std::uint64_t reachedTop = 0;          ///< all requests above failed
    std::array<std::uint64_t, 7> byKind{}; ///< by FailureKind; of calls
    std::vector<FailureExample> examples;  ///< by time; at most mostExamples
    std::vector<ChainStep> chain;          ///< nearest first; only of the first `chained` origins
    bool operator==(const FailureOrigin&) const = default;
};

/// Failures that start at the end of one call path.
struct FailingPath {
    RequestPath path;
    std::uint64_t failures = 0, traces = 0;
    std::vector<FailureExample> examples; ///< of the slowest trace, then by time; at most mostExamples
    std::optional<Duration> slowest;      ///< of the traces; nothing where none has times
    bool operator==(const FailingPath&) const = default;
};

struct FailureReport {
    std::vector<EdgeFailures> edges; ///< those with failed calls; most that start here, then most failed
    std::vector<ServiceFailures> services; ///< those with any, likewise
    std::vector<FailureOrigin> origins;    ///< most failures first
    std::vector<FailingPath> paths;        ///< most failures first; at most mostPaths
    std::uint64_t pathCount = 0;           ///< all of them
    std::uint64_t failures = 0;            ///< that start somewhere: the sum over origins, and over all paths
    std::uint64_t failingTraces = 0;       ///< with at least one of them
    bool operator==(const FailureReport&) const = default;

    static constexpr std::size_t mostExamples = 100, chained = 100, mostPaths = 1000;
};

/// Counts the failed calls, requests and spans of the subset; whether one is passed on or swallowed does not
/// depend on the subset. On up to `threads` threads, 0 = one a processor; the result does not depend on them.
[[nodiscard]] FailureReport failuresOf(const SpanTable& spans, const CallTable& calls,
                                       const StringPool& strings, const Subset& subset, unsigned threads = 0);

/// The same of one edge, without looking at the others longer than it must.
[[nodiscard]] EdgeFailures failuresOfEdge(EdgeId edge, const SpanTable& spans, const CallTable& calls,
                                          const Subset& subset);

} // namespace hallway
