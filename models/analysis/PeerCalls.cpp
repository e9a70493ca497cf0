#include "analysis/CallWork.h"

namespace hallway {

namespace {

/// Children before parents: what hangs on each span's local subtree.
void gatherBelow(CallWork& work) {
    for (const CallDraft& call : work.drafts) {
        if (call.leaving.valid() && work.role(call.server).crossing &&
            work.parent(call.server) == call.leaving) {
            if (call.callClass == CallClass::Messaging)
                work.role(call.leaving).messagingCrossingBelow = true;
            else
                work.role(call.leaving).nonMessagingCrossingBelow = true;
        }
    }
    for (auto index = work.parentsFirst.rbegin(); index != work.parentsFirst.rend(); ++index) {
        const SpanRow span(*index);
        SpanRole& role = work.role(span);
        role.linkCallBelow = role.linkCallBelow || role.producesLinkCall;
        if (!work.isLocalBelowParent(span)) continue;
        SpanRole& above = work.role(work.parent(span));
        above.nonMessagingCrossingBelow |= role.nonMessagingCrossingBelow;
        above.messagingCrossingBelow |= role.messagingCrossingBelow;
        above.linkCallBelow |= role.linkCallBelow;
        above.onlyBareBelow &= role.onlyBareBelow;
        above.clientBelow |= role.clientBelow;
        if (work.isCallerKind(span)) {
            above.clientBelow = true;
            above.onlyBareBelow &= work.spans().kind(span) == SpanKind::Client && work.raw(span).isBare;
        }
    }
}

/// Rule 9, both conditions: the outer span counts once for everything below.
bool countsForAllBelow(const CallWork& work, SpanRow span) {
    const SpanRole& role = work.role(span);
    if (!work.isCallerKind(span) || !role.clientBelow || role.nonMessagingCrossingBelow) return false;
    return work.spans().kind(span) == SpanKind::Producer || work.raw(span).hasSystem || role.onlyBareBelow;
}

void suppressBelow(CallWork& work) {
    std::vector<bool> covered(work.spans().size(), false); // stands below a span that counts
    for (const std::uint32_t index : work.parentsFirst) {
        const SpanRow span(index);
        if (work.isLocalBelowParent(span)) {
            const SpanRow parent = work.parent(span);
            covered[index] = covered[parent.index()] || work.role(parent).counts;
        }
        work.role(span).suppressed = covered[index] && work.isCallerKind(span);
        work.role(span).counts = !covered[index] && countsForAllBelow(work, span);
    }
}

bool callsPeer(const CallWork& work, SpanRow span) {
    const SpanRole& role = work.role(span);
    const RawSpan& raw = work.raw(span);
    if (!work.isCallerKind(span) || !raw.peer.valid())
        return false; // receive, process and settle spans have no peer
    if (role.suppressed || (role.clientBelow && !role.counts)) return false;
    if (role.nonMessagingCrossingBelow || role.messagingCrossingBelow || role.linkCallBelow) return false;
    if (role.isPairedCreate || role.createdAlready) return false;
    // A crossing that names no peer is itself what it stands for (HotROD's redis).
    return !(role.crossing && work.input.peers[raw.peer].rule == PeerRule::Unknown);
}

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

void addPeerCall(CallWork& work, SpanRow span) {
    const Peer& peer = work.input.peers[work.raw(span).peer];
    CallDraft call;
    call.caller = work.node(span);
    call.client = call.leaving = span;
    call.callClass = classOf(peer.kind);
    call.set(CallFlag::ClientSide);
    const NodeId service = work.nodes.serviceNamed(peer, call.caller);
    if (service == call.caller) return; // rule 34
    if (service.valid()) {
        call.callee = service;
        call.set(CallFlag::ServerSpanMissing);
        if (call.callClass == CallClass::External) call.callClass = CallClass::Rpc;
    } else {
        call.callee = work.nodes.virtualNode(peer);
    }
    work.drafts.push_back(call);
}

} // namespace

void addPeerCalls(CallWork& work) {
    gatherBelow(work);
    suppressBelow(work);
    for (std::uint32_t index = 0; index < work.spans().size(); ++index)
        if (callsPeer(work, SpanRow(index))) addPeerCall(work, SpanRow(index));
}

} // namespace hallway
