// Call paths as they are found, one trace after the other. Private to CallPathTree.
#pragma once

#include "analysis/CallPathTree.h"
#include "analysis/TracePath.h"

#include <vector>

namespace hallway {

/// Parents stand before their children; what CallPath says of order and subtrees comes later.
class CallPathGatherer {
public:
    /// Beyond `most` paths, new ones go into the rest of their parent. The table must outlive it.
    CallPathGatherer(const SpanTable& spans, std::size_t most);

    void add(const TracePath& trace);
    /// Traces of the other one come after those of this one.
    void merge(const CallPathGatherer& other);

    struct Gathered {
        CallPath path; ///< without depth, subtreeSize, criticalBelow; traces counted in `onPath`
        std::uint64_t onPath = 0;
        TraceRow lastTrace; ///< on whose critical path it was
    };
    [[nodiscard]] const std::vector<Gathered>& paths() const { return m_paths; }
    [[nodiscard]] std::uint64_t traces() const { return m_traces; }
    [[nodiscard]] std::uint64_t roots() const { return m_roots; } ///< with a duration

private:
    /// The path below `parent` (CallPath::none: a root), made if it is new.
    [[nodiscard]] std::uint32_t below(std::uint32_t parent, NodeId service, StringId operation);
    [[nodiscard]] std::size_t slotOf(std::uint32_t parent, NodeId service, StringId operation) const;
    void grow();
    void addSpan(Gathered& held, const TracePath& trace, std::uint32_t index);
    void takeExamples(CallPath& path, const CallPath& other) const;

    const SpanTable& m_spans;
    std::size_t m_most;
    std::uint64_t m_traces = 0, m_roots = 0;
    std::vector<Gathered> m_paths;
    std::vector<std::uint32_t> m_slots;  ///< open addressing into m_paths
    std::vector<std::uint32_t> m_pathOf; ///< of one trace, by index of its tree; kept for its capacity
};

} // namespace hallway
