// The state shared by the steps of call building, in the order CallBuilder.cpp runs them. Private to this
// room.
#pragma once

#include "analysis/TraceResolver.h"

#include <optional>
#include <vector>

namespace hallway {

/// A call before it has its edge and place.
struct CallDraft {
    NodeId caller, callee;
    CallClass callClass = CallClass::Rpc;
    SpanRow client; ///< caller span; invalid = no caller-side span
    SpanRow server;
    SpanRow leaving; ///< the span at which the call leaves the caller, to find the entry; invalid = none
    std::uint16_t flags = 0; ///< CallFlag bits
    FailureKind failure = FailureKind::None;
    std::optional<Timestamp> arrival; ///< rule 21: end of the receive span that delivered the message

    void set(CallFlag flag) { flags = static_cast<std::uint16_t>(flags | static_cast<std::uint16_t>(flag)); }
    [[nodiscard]] bool has(CallFlag flag) const { return (flags & static_cast<std::uint16_t>(flag)) != 0; }
};

/// What the steps find out about a span, by row.
struct SpanRole {
    bool crossing : 1 = false; ///< rule 5
    bool receiving : 1 = false;
    bool calledByLink : 1 = false;      ///< server side of a link call
    bool calledFromOutside : 1 = false; ///< server side of a call of rule 13
    bool hasEligibleLink : 1 = false;
    bool producesLinkCall : 1 = false;
    // about the local subtree (rule 9), the span itself included where that makes sense:
    bool nonMessagingCrossingBelow : 1 = false;
    bool messagingCrossingBelow : 1 = false;
    bool linkCallBelow : 1 = false;
    bool clientBelow : 1 = false;    ///< a CLIENT or PRODUCER below, itself excluded
    bool onlyBareBelow : 1 = true;   ///< all those are bare CLIENT spans
    bool suppressed : 1 = false;     ///< rule 9: stands under a span that counts for it
    bool counts : 1 = false;         ///< rule 9: outermost span that counts once for what is below
    bool createdAlready : 1 = false; ///< rule 17: a send whose create span got a consumer
    bool isPairedCreate : 1 = false; ///< rule 17: a create span that a send span of its trace links to
};

struct CallWork {
    const CallInput::Columns& input;
    NodeDirectory& nodes;
    ResolvedSpans& resolved;
    std::vector<std::uint32_t> parentsFirst; ///< all rows, each after its parent
    std::vector<SpanRole> roles;
    std::vector<SpanRow>
        callerAbove; ///< rule 7: the caller span of a crossing that hangs on this row; invalid = none
    std::vector<CallDraft> drafts;

    [[nodiscard]] const SpanTable& spans() const { return resolved.table; }
    [[nodiscard]] const RawSpan& raw(SpanRow row) const { return input.spans[resolved.raw[row.index()]]; }
    [[nodiscard]] NodeId node(SpanRow row) const { return spans().node[row.index()]; }
    [[nodiscard]] SpanRow parent(SpanRow row) const { return spans().parent[row.index()]; }
    [[nodiscard]] SpanRole& role(SpanRow row) { return roles[row.index()]; }
    [[nodiscard]] const SpanRole& role(SpanRow row) const { return roles[row.index()]; }
    [[nodiscard]] bool isCallerKind(SpanRow row) const {
        const SpanKind kind = spans().kind(row);
        return kind == SpanKind::Client || kind == SpanKind::Producer;
    }
    /// Stands in the local subtree of its parent (rule 9): same node, no crossing, neither SERVER nor
    /// receiving.
    [[nodiscard]] bool isLocalBelowParent(SpanRow row) const {
        return parent(row).valid() && !role(row).crossing && !role(row).receiving &&
               spans().kind(row) != SpanKind::Server;
    }
};

/// Rules 5 to 8: every boundary crossing is a call.
void addCrossingCalls(CallWork& work);
/// Rules 15 to 17.
void addLinkCalls(CallWork& work);
/// Rules 13 and 14.
void addCallsFromOutside(CallWork& work);
/// Rules 9, 10 and 12.
void addPeerCalls(CallWork& work);

} // namespace hallway
