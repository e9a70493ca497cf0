// Which operations an edge or a service consists of.
#pragma once

#include "analysis/Distribution.h"
#include "analysis/Subset.h"
#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <optional>
#include <vector>

namespace hallway {

struct OperationFigures {
    StringId name; ///< of the callee's span, else of the caller span; invalid where a call has neither
    std::uint64_t calls = 0, failed = 0;
    std::optional<Distribution> latency;
    bool operator==(const OperationFigures&) const = default;
};

/// Of the calls in the subset (calls.md rules 19, 22, 36). Most calls first, then by name.
[[nodiscard]] std::vector<OperationFigures> operationsOf(EdgeId edge, const CallTable& calls,
                                                         const SpanTable& spans, const StringPool& strings,
                                                         const Subset& subset);
/// Entries of a service in the subset, by name of the entry span, in the same order; `failed` is the entry
/// span's own side. Nothing for a virtual node: it has no spans.
[[nodiscard]] std::vector<OperationFigures> operationsOf(NodeId node, const SpanTable& spans,
                                                         const StringPool& strings, const Subset& subset);

/// The calls of an edge worth opening: failed ones first, then the slowest, those without a latency last; at
/// most `limit`.
[[nodiscard]] std::vector<CallRow> worstCalls(EdgeId edge, const CallTable& calls, const SpanTable& spans,
                                              const Subset& subset, std::size_t limit);

} // namespace hallway
