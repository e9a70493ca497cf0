// The state shared by the steps of call building, in the order CallBuilder.cpp runs them. Private to this
// room.
#pragma once

#include "analysis/CallDrafts.h"
#include "analysis/TraceResolver.h"

#include <span>
#include <vector>

namespace hallway {

/// What the steps find out about a span, by row.
struct SpanRole {
    bool crossing : 1 = false;          ///< rule 5
    bool messagingCrossing : 1 = false; ///< and its call is of class messaging
    bool receiving : 1 = false;
    bool calledByLink : 1 = false;      ///< server side of a link call
    bool calledFromOutside : 1 = false; ///< server side of a call of rule 13
    bool hasEligibleLink : 1 = false;
    bool producesLinkCall : 1 = false;
    bool createdAlready : 1 = false; ///< rule 17: a send whose create span got a consumer
    bool isPairedCreate : 1 = false; ///< rule 17: a create span that a send span of its trace links to
    // about the local subtree (rule 9), the span itself included where that makes sense:
    bool nonMessagingCrossingBelow : 1 = false;
    bool messagingCrossingBelow : 1 = false;
    bool linkCallBelow : 1 = false;
    bool clientBelow : 1 = false;      ///< a CLIENT or PRODUCER below, itself excluded
    bool onlyBareBelow : 1 = true;     ///< all those are bare CLIENT spans
    bool counts : 1 = false;           ///< rule 9: outermost span that counts once for what is below
    bool failedCallLeaves : 1 = false; ///< of an entry: a failed call leaves its local tree (rule 23)
};
static_assert(sizeof(SpanRole) == 2);

/// Threads may work on different traces at the same time: they write to the rows of their own only.
struct CallWork {
    const CallInput::Columns& input;
    const NodeDirectory& nodes;
    ResolvedSpans& resolved;
    std::vector<SpanRole> roles;
    std::vector<SpanRow> entryOf; ///< by row: the entry whose local tree a span stands in (rule 25)

    [[nodiscard]] const SpanTable& spans() const { return resolved.table; }
    [[nodiscard]] SpanTraits traits(SpanRow row) const { return resolved.traits[row.index()]; }
    [[nodiscard]] StoreRow storeRow(SpanRow row) const { return spans().storeRow[row.index()]; }
    /// Of a receiving span its queue, else the span's peer or caller (see SpanFacts); invalid = none.
    [[nodiscard]] PeerId peer(SpanRow row) const { return input.peer[storeRow(row).index()]; }
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

/// The rows of one trace after the other, each after its parent; never recursive. Keeps its memory.
class ParentsFirst {
public:
    /// Valid until the next call.
    [[nodiscard]] const std::vector<SpanRow>& of(const TraceEntry& trace, const SpanTable& spans);

private:
    std::vector<SpanRow> m_order;
    std::vector<std::uint32_t> m_firstChild;
    std::vector<SpanRow> m_children;
};

/// Rules 5 to 8: every boundary crossing is a call.
class CrossingCalls {
public:
    CrossingCalls(CallWork& work, CallDrafts& drafts) : m_work(work), m_drafts(drafts) {}
    void add(const TraceEntry& trace);

private:
    [[nodiscard]] bool isCrossing(SpanRow span) const;
    [[nodiscard]] SpanRow callerAt(SpanRow span) const;
    void addCall(SpanRow span);
    void attributeClientSides(std::size_t firstCall);

    CallWork& m_work;
    CallDrafts& m_drafts;
    ParentsFirst m_parentsFirst;
    std::uint32_t m_firstRow = 0; ///< of the trace
    /// Rule 7, by row of the trace: the caller span of a crossing that hangs on it; invalid = none.
    std::vector<SpanRow> m_callerAbove;
    std::vector<std::uint32_t> m_chosen; ///< by row of the trace: the call that gets its client side
};

/// Rules 15 to 17, over all traces together, when all crossings are known.
[[nodiscard]] CallDrafts linkCalls(CallWork& work, std::span<const CallDrafts> crossings, unsigned threads);

/// Rules 13 and 14.
class OutsideCalls {
public:
    OutsideCalls(CallWork& work, CallDrafts& drafts) : m_work(work), m_drafts(drafts) {}
    /// `parentsFirst` = the rows of the trace.
    void add(const TraceEntry& trace, const std::vector<SpanRow>& parentsFirst);

private:
    void lookAround(const TraceEntry& trace, const std::vector<SpanRow>& parentsFirst);
    void addCallInto(SpanRow span);
    [[nodiscard]] PeerId namedCaller(SpanRow span) const;
    void addFromQueue(SpanRow span);
    void add(SpanRow span, NodeId caller, CallClass callClass);
    void addFromPeer(SpanRow span, PeerId peer, CallClass callClass);

    struct Around {
        bool receivingAbove = false, linkBelow = false; ///< within the local tree
    };
    [[nodiscard]] Around& around(SpanRow span) { return m_around[span.value() - m_firstRow]; }

    CallWork& m_work;
    CallDrafts& m_drafts;
    std::uint32_t m_firstRow = 0; ///< of the trace
    std::vector<Around> m_around; ///< by row of the trace
};

/// Rules 9, 10 and 12.
class PeerCalls {
public:
    PeerCalls(CallWork& work, CallDrafts& drafts) : m_work(work), m_drafts(drafts) {}
    /// `parentsFirst` = the rows of the trace.
    void add(const TraceEntry& trace, const std::vector<SpanRow>& parentsFirst);

private:
    void gatherBelow(const std::vector<SpanRow>& parentsFirst);
    void findCovered(const TraceEntry& trace, const std::vector<SpanRow>& parentsFirst);
    [[nodiscard]] bool countsForAllBelow(SpanRow span) const;
    [[nodiscard]] bool callsPeer(SpanRow span) const;
    void addCall(SpanRow span);

    CallWork& m_work;
    CallDrafts& m_drafts;
    std::uint32_t m_firstRow = 0;        ///< of the trace
    std::vector<std::uint8_t> m_covered; ///< by row of the trace: stands below a span that counts
};

} // namespace hallway
