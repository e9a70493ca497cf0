// Retries as attempts of logical calls (calls.md rule 24): where they pile up, and which failures they hide.
#pragma once

#include "analysis/Subset.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// At least ten retries, and at least every fifth call is one.
[[nodiscard]] constexpr bool isRetryStorm(std::uint64_t retries, std::uint64_t calls) {
    return retries >= 10 && retries * 5 >= calls;
}

/// One call and the retries that followed it.
struct LogicalCall {
    CallRow first, last; ///< attempts
    std::uint32_t attempts = 0, failed = 0;
    bool succeeded = false; ///< the last attempt did not fail
    Duration delay{};       ///< from the start of the first attempt to that of the last
    bool operator==(const LogicalCall&) const = default;

    /// Failures that the caller never saw, for a later attempt succeeded.
    [[nodiscard]] bool hidesFailures() const { return succeeded && failed > 0; }
};

struct EdgeRetries {
    EdgeId edge;
    std::uint64_t calls = 0, retries = 0; ///< calls.md rule 24
    std::uint64_t repeated = 0;           ///< logical calls of several attempts
    std::uint64_t hidden = 0;             ///< of these: that hide failures
    std::uint64_t hiddenFailures = 0;     ///< failed attempts of those
    std::uint64_t exhausted = 0;          ///< of `repeated`: whose last attempt failed too
    std::uint32_t mostAttempts = 1;
    Duration delay{};               ///< sum over `repeated`
    std::vector<LogicalCall> worst; ///< most attempts, then longest delay; at most mostWorst
    bool operator==(const EdgeRetries&) const = default;

    /// calls / (calls − retries); nothing where no first attempt was recorded.
    [[nodiscard]] std::optional<double> attemptsPerCall() const {
        if (retries >= calls) return std::nullopt;
        return static_cast<double>(calls) / static_cast<double>(calls - retries);
    }
    [[nodiscard]] bool isStorm() const { return isRetryStorm(retries, calls); }

    static constexpr std::size_t mostWorst = 50;
};

struct RetryTrace {
    TraceRow trace;
    std::uint64_t retries = 0;
    CallRow first; ///< of the retries
    bool operator==(const RetryTrace&) const = default;
};

struct RetryReport {
    std::vector<EdgeRetries> edges; ///< those with retries; most retries first
    std::vector<RetryTrace> traces; ///< most retries first; at most mostTraces
    std::uint64_t retries = 0, tracesWithRetries = 0;
    bool operator==(const RetryReport&) const = default;

    static constexpr std::size_t mostTraces = 100;
};

/// A retry is an attempt of the logical call whose last attempt so far, by the same parent span, along the
/// same edge and with the same span name, ended before it began: the latest that failed, else the latest. One
/// without such a call before it begins a logical call of its own. On up to `threads` threads, 0 = one a
/// processor; the result does not depend on them.
[[nodiscard]] RetryReport retriesOf(const SpanTable& spans, const CallTable& calls, const Subset& subset,
                                    unsigned threads = 0);

} // namespace hallway
