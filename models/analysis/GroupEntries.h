// By which spans requests come into collapsed groups. Private to CallProjection.
#pragma once

#include "analysis/CallProjection.h"
#include "analysis/ProjectedNodes.h"

namespace hallway {

/// An entry that only calls from within its group reach is none of the group's: what it does belongs to the
/// entry from which those calls came.
class GroupEntries {
public:
    GroupEntries(const SpanTable& spans, const CallTable& calls, const ProjectedNodes& nodes);

    /// The call runs between two members of one collapsed group.
    [[nodiscard]] bool isInner(CallRow call) const { return m_inner.contains(call); }
    /// The entry of the group a request came in by; `entry` itself outside of groups. Invalid: not known.
    [[nodiscard]] SpanRow of(SpanRow entry);
    [[nodiscard]] const SpanSet& entries() const { return m_entries; }

private:
    CallSet m_inner;
    SpanSet m_entries;
    std::vector<SpanRow> m_from; ///< by row of an inner entry: one step towards its group's; else itself
};

} // namespace hallway
