// N+1: one request that makes the same call again and again (calls.md rule 25).
#pragma once

#include "analysis/Requests.h"
#include "analysis/Subset.h"
#include "base/StringPool.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// One request with `calls` calls of one operation along one edge.
struct RepeatingRequest {
    SpanRow entry;
    CallRow first;
    std::uint64_t calls = 0, failed = 0, retries = 0;
    std::uint32_t peak =
        0;            ///< most calls open at the same time; 1 = one after the other, 0 = none has a duration
    Duration total{}; ///< sum of their durations
    Duration elapsed{}; ///< time in which at least one was open
    bool operator==(const RepeatingRequest&) const = default;
};

/// All such requests of one kind.
struct RepeatedCalls {
    EdgeId edge;
    StringId request;                    ///< name of the entry spans of the caller
    StringId operation;                  ///< of the callee's spans, else of the caller's
    std::uint64_t requests = 0;          ///< that repeat the call
    std::uint64_t ofRequests = 0;        ///< of the caller with this name
    std::uint64_t calls = 0;             ///< of `requests`
    std::uint64_t p50 = 0, max = 0;      ///< calls per request, of `requests`
    std::uint64_t sequential = 0;        ///< requests that made them one after the other
    std::uint32_t peak = 0;              ///< the greatest of all
    Duration total{}, elapsed{};         ///< sums over `requests`
    std::vector<RepeatingRequest> worst; ///< longest elapsed, then most calls; at most mostWorst
    bool operator==(const RepeatedCalls&) const = default;

    static constexpr std::size_t mostWorst = 50;
};

/// Requests of the subset with at least `least` calls of one operation along one edge, a retry being a call
/// too; those that took the most time together first. On up to `threads` threads, 0 = one a processor; the
/// result does not depend on them.
[[nodiscard]] std::vector<RepeatedCalls> repeatedCallsOf(const Requests& requests, const SpanTable& spans,
                                                         const CallTable& calls, const StringPool& strings,
                                                         const Subset& subset, std::uint32_t least = 10,
                                                         unsigned threads = 0);

} // namespace hallway
