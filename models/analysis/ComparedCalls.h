// The calls that are compared with each other: some are selected, the others are what they are held against.
#pragma once

#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// One call, or one request that nobody called; at least one of the spans is valid.
struct ComparedCall {
    CallRow call;   ///< invalid: a request without a call
    SpanRow caller; ///< the caller span (CallTable::client); invalid = none
    SpanRow callee; ///< the callee's span, or the request's; invalid = none
    bool selected = false;
    bool operator==(const ComparedCall&) const = default;
};

using ComparedCalls = std::vector<ComparedCall>;

/// How many of the selected calls, and of the others.
struct SplitCount {
    std::uint64_t selected = 0, others = 0;
    [[nodiscard]] std::uint64_t all() const { return selected + others; }
    bool operator==(const SplitCount&) const = default;
};

[[nodiscard]] SplitCount countOf(const ComparedCalls& calls);

/// A span inside a call: it belongs to the nearest of the compared calls whose callee's span is above it.
struct InnerSpan {
    SpanRow span;
    std::uint32_t call = 0; ///< index into the ComparedCalls
};

/// All spans below callees' spans, by row. Not recursive: traces may be deep.
[[nodiscard]] std::vector<InnerSpan> spansInside(const ComparedCalls& calls, const SpanTable& spans);

/// By index of the call: whether it stands for its trace in a significance test, which wants things that do
/// not depend on each other. The first selected call of a trace does, and the first of the others.
[[nodiscard]] std::vector<bool> firstOfTraces(const ComparedCalls& calls, const SpanTable& spans);

} // namespace hallway
