#include "analysis/CallWork.h"

#include <algorithm>

namespace hallway {

void OutsideCalls::add(const TraceEntry& trace, const std::vector<SpanRow>& parentsFirst) {
    lookAround(trace, parentsFirst);
    for (std::uint32_t index = 0; index < trace.spanCount; ++index)
        addCallInto(SpanRow(m_firstRow + index));
}

/// Is there a receiving span above, a span with eligible links below?
void OutsideCalls::lookAround(const TraceEntry& trace, const std::vector<SpanRow>& parentsFirst) {
    m_firstRow = trace.firstSpan;
    m_around.assign(trace.spanCount, {});
    for (const SpanRow span : parentsFirst) {
        const SpanRow parent = m_work.parent(span);
        if (parent.valid() && !m_work.role(span).crossing)
            around(span).receivingAbove = m_work.role(parent).receiving || around(parent).receivingAbove;
    }
    for (auto span = parentsFirst.rbegin(); span != parentsFirst.rend(); ++span) {
        const SpanRow parent = m_work.parent(*span);
        if (parent.valid() && !m_work.role(*span).crossing &&
            (around(*span).linkBelow || m_work.role(*span).hasEligibleLink))
            around(parent).linkBelow = true;
    }
}

void OutsideCalls::addCallInto(SpanRow span) {
    const SpanKind kind = m_work.spans().kind(span);
    const bool isOrphan = m_work.spans().flags[span.index()].has(SpanFlag::Orphan);
    const bool isRoot = !m_work.parent(span).valid() && !isOrphan;
    const auto addFromMissingParent = [&] {
        if (m_work.role(span).calledByLink) return;
        m_drafts.needed.missingParent = true;
        add(span, m_work.nodes.missingParent(), CallClass::Unpaired);
    };
    if (kind == SpanKind::Server && (isRoot || isOrphan)) {
        if (const PeerId named = namedCaller(span); named.valid()) {
            addFromPeer(span, named, CallClass::Rpc);
        } else if (isRoot) {
            m_drafts.needed.user = true;
            add(span, m_work.nodes.user(), CallClass::Rpc);
        } else {
            addFromMissingParent();
        }
    } else if (kind == SpanKind::Consumer && isOrphan) {
        addFromMissingParent();
    } else if (kind != SpanKind::Server && !isOrphan) {
        addFromQueue(span);
    }
}

/// Rule 13: the peer that a SERVER span names as its caller, unless that is the span's own service.
PeerId OutsideCalls::namedCaller(SpanRow span) const {
    PeerId caller = m_work.peer(span);
    if (m_work.role(span).receiving) { // that is its queue
        const auto& callers = m_work.input.callersOfReceivers;
        const std::pair<StoreRow, PeerId> wanted(m_work.storeRow(span), PeerId(std::uint32_t{0}));
        const auto found = std::lower_bound(callers.begin(), callers.end(), wanted);
        caller = found != callers.end() && found->first == wanted.first ? found->second : PeerId();
    }
    if (!caller.valid() || m_work.nodes.serviceNamed(caller, m_work.node(span)) == m_work.node(span))
        return {};
    return caller;
}

void OutsideCalls::addFromQueue(SpanRow span) {
    const SpanRole& role = m_work.role(span);
    const SpanTraits traits = m_work.traits(span);
    if (!role.receiving || role.crossing || role.hasEligibleLink || around(span).receivingAbove ||
        around(span).linkBelow || traits.isEmptyBatch || traits.role == MessagingRole::Settle)
        return;
    const PeerId queue = m_work.peer(span);
    if (m_work.nodes.serviceNamed(queue, m_work.node(span)) != m_work.node(span)) // rule 34
        addFromPeer(span, queue, CallClass::Messaging);
}

void OutsideCalls::addFromPeer(SpanRow span, PeerId peer, CallClass callClass) {
    add(span, m_drafts.nodeOf(peer, m_work.node(span), m_work.nodes), callClass);
}

void OutsideCalls::add(SpanRow span, NodeId caller, CallClass callClass) {
    CallDraft call;
    call.caller = caller;
    call.callee = m_work.node(span);
    call.callClass = callClass;
    call.server = span;
    m_work.role(span).calledFromOutside = true;
    m_drafts.calls.push_back(call);
}

} // namespace hallway
