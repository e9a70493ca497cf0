// Call paths: which service was asked for what on the way from the root of a trace to a request or a call.
#pragma once

#include "analysis/Requests.h"
#include "base/StringPool.h"

#include <cstdint>
#include <vector>

namespace hallway {

struct PathStep {
    NodeId node;
    StringId operation; ///< of the entry span, or of the caller span where the callee left none
    bool operator==(const PathStep&) const = default;
};

/// From the root downwards. A path may be as long as a trace is deep: of a long one the middle is left out.
struct RequestPath {
    std::vector<PathStep> steps;
    std::size_t omitted = 0;      ///< steps left out
    std::size_t omittedAfter = 0; ///< behind so many of `steps`
    bool operator==(const RequestPath&) const = default;
};

/// A hash of the labels of nodes and the names of operations on a path: the same in every capture, whatever
/// its times and ids. Every request has one path: that of the request above it in its trace and its own step.
class CallPaths {
public:
    /// What is referred to must outlive it. On up to `threads` threads, 0 = one a processor.
    CallPaths(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
              const Requests& requests, unsigned threads = 0);

    [[nodiscard]] std::uint64_t hashOfEntry(SpanRow entry) const { return m_hashes[entry.index()]; }
    /// Of the request a call made; without one, of the request it left and a step for the callee.
    [[nodiscard]] std::uint64_t hashOfCall(CallRow call) const;

    [[nodiscard]] RequestPath pathOfEntry(SpanRow entry) const;
    [[nodiscard]] RequestPath pathOfCall(CallRow call) const;
    /// The step a call without a request at its end adds: the callee and the name of the caller span.
    [[nodiscard]] PathStep lastStep(CallRow call) const;
    [[nodiscard]] PathStep stepOf(SpanRow entry) const {
        return {m_spans.node[entry.index()], m_spans.name[entry.index()]};
    }

    /// The longest path given whole.
    static constexpr std::size_t longest = 24;

private:
    [[nodiscard]] std::uint64_t hashOf(const PathStep& step) const;
    [[nodiscard]] RequestPath pathTo(SpanRow entry, const PathStep* last) const;

    const SpanTable& m_spans;
    const CallTable& m_calls;
    const StringPool& m_strings;
    const Requests& m_requests;
    std::vector<std::uint64_t> m_nodes;  ///< hashes of their labels
    std::vector<std::uint64_t> m_hashes; ///< by row, of entries
};

} // namespace hallway
