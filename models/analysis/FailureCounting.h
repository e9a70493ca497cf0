// Failed calls, requests and spans counted by edge and by service. Private to FailureOrigins.
#pragma once

#include "analysis/FailureOrigins.h"

namespace hallway {

/// What failures are looked for in.
struct FailureScope {
    const SpanTable& spans;
    const CallTable& calls;
    const StringPool& strings;
    const Requests& requests;
    const CallPaths& paths;
    const Subset& subset;
    unsigned threads;

    [[nodiscard]] bool counts(SpanRow span) const {
        return subset.range.contains(spans.start[span.index()]) && subset.hasSpan(span);
    }
    [[nodiscard]] bool counts(CallRow call) const {
        return subset.range.contains(calls.time[call.index()]) && subset.hasCall(call);
    }
    /// The request a failed call left did not fail.
    [[nodiscard]] bool isSwallowed(CallRow call) const {
        const SpanRow entry = calls.entry[call.index()];
        return entry.valid() && !requests.failed(entry);
    }
};

[[nodiscard]] std::vector<EdgeFailures> countByEdge(const FailureScope& scope);
[[nodiscard]] std::vector<ServiceFailures> countByService(const FailureScope& scope);

} // namespace hallway
