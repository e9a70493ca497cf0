// Failures where they start, gathered by origin and by call path. Private to FailureOrigins.
#pragma once

#include "analysis/FailureCounting.h"

namespace hallway {

/// A failed call that starts here (rule 23), or a failed request that nobody called and from which no failed
/// call leaves.
struct Failure {
    EdgeId edge;    ///< of the call
    CallRow call;   ///< invalid: such a request
    SpanRow span;   ///< see FailureExample
    TraceRow trace; ///< of the span
    StringId operation;
    std::uint64_t path = 0; ///< CallPaths
    bool swallowed = false, reachedTop = false;
};

/// Calls by row, then requests by row.
[[nodiscard]] std::vector<Failure> failuresThatStart(const FailureScope& scope);

[[nodiscard]] std::vector<FailureOrigin> originsOf(const std::vector<Failure>& failures,
                                                   const FailureScope& scope);

struct FailingPaths {
    std::vector<FailingPath> most;
    std::uint64_t count = 0;
};
[[nodiscard]] FailingPaths failingPathsOf(const std::vector<Failure>& failures, const FailureScope& scope);

} // namespace hallway
