#include "analysis/CallWork.h"

namespace hallway {

namespace {

CallClass classOf(NodeKind kind) {
    switch (kind) {
    case NodeKind::Database:
        return CallClass::Database;
    case NodeKind::Queue:
        return CallClass::Messaging;
    case NodeKind::Function:
        return CallClass::Function;
    case NodeKind::External:
    case NodeKind::Service:
    case NodeKind::User:
        break;
    }
    return CallClass::External;
}

} // namespace

void PeerCalls::add(const TraceEntry& trace, const std::vector<SpanRow>& parentsFirst) {
    gatherBelow(parentsFirst);
    findCovered(trace, parentsFirst);
    for (std::uint32_t index = 0; index < trace.spanCount; ++index)
        if (const SpanRow span(m_firstRow + index); callsPeer(span)) addCall(span);
}

/// Children before parents: what hangs on each span's local subtree.
void PeerCalls::gatherBelow(const std::vector<SpanRow>& parentsFirst) {
    for (auto row = parentsFirst.rbegin(); row != parentsFirst.rend(); ++row) {
        const SpanRow span = *row;
        SpanRole& role = m_work.role(span);
        role.linkCallBelow = role.linkCallBelow || role.producesLinkCall;
        if (role.crossing) {
            SpanRole& above = m_work.role(m_work.parent(span));
            above.messagingCrossingBelow |= role.messagingCrossing;
            above.nonMessagingCrossingBelow |= !role.messagingCrossing;
        }
        if (!m_work.isLocalBelowParent(span)) continue;
        SpanRole& above = m_work.role(m_work.parent(span));
        above.nonMessagingCrossingBelow |= role.nonMessagingCrossingBelow;
        above.messagingCrossingBelow |= role.messagingCrossingBelow;
        above.linkCallBelow |= role.linkCallBelow;
        above.onlyBareBelow &= role.onlyBareBelow;
        above.clientBelow |= role.clientBelow;
        if (m_work.isCallerKind(span)) {
            above.clientBelow = true;
            above.onlyBareBelow &= m_work.traits(span).isBareClient;
        }
    }
}

/// Rule 9, both conditions: the outer span counts once for everything below.
bool PeerCalls::countsForAllBelow(SpanRow span) const {
    const SpanRole& role = m_work.role(span);
    if (!m_work.isCallerKind(span) || !role.clientBelow || role.nonMessagingCrossingBelow) return false;
    return m_work.spans().kind(span) == SpanKind::Producer || m_work.traits(span).hasSystem ||
           role.onlyBareBelow;
}

void PeerCalls::findCovered(const TraceEntry& trace, const std::vector<SpanRow>& parentsFirst) {
    m_firstRow = trace.firstSpan;
    m_covered.assign(trace.spanCount, 0);
    for (const SpanRow span : parentsFirst) {
        std::uint8_t& covered = m_covered[span.value() - m_firstRow];
        if (m_work.isLocalBelowParent(span)) {
            const SpanRow parent = m_work.parent(span);
            covered = m_covered[parent.value() - m_firstRow] != 0 || m_work.role(parent).counts;
        }
        m_work.role(span).counts = covered == 0 && countsForAllBelow(span);
    }
}

bool PeerCalls::callsPeer(SpanRow span) const {
    const SpanRole& role = m_work.role(span);
    if (!m_work.isCallerKind(span) || role.receiving) return false;
    if (m_covered[span.value() - m_firstRow] != 0 || (role.clientBelow && !role.counts)) return false;
    if (role.nonMessagingCrossingBelow || role.messagingCrossingBelow || role.linkCallBelow) return false;
    if (role.isPairedCreate || role.createdAlready) return false;
    const PeerId peer = m_work.peer(span);
    if (!peer.valid()) return false; // settle spans have none
    // A crossing that names no peer is itself what it stands for (HotROD's redis).
    return !(role.crossing && m_work.input.peers[peer].rule == PeerRule::Unknown);
}

void PeerCalls::addCall(SpanRow span) {
    const PeerId peer = m_work.peer(span);
    CallDraft call;
    call.caller = m_work.node(span);
    call.client = call.leaving = span;
    call.callClass = classOf(m_work.input.peers[peer].kind);
    call.set(CallFlag::ClientSide);
    call.callee = m_drafts.nodeOf(peer, call.caller, m_work.nodes);
    if (call.callee == call.caller) return; // rule 34
    if (call.callee != m_work.nodes.virtualNode(peer)) {
        call.set(CallFlag::ServerSpanMissing);
        if (call.callClass == CallClass::External) call.callClass = CallClass::Rpc;
    }
    m_drafts.calls.push_back(call);
}

} // namespace hallway
