#include "analysis/CallWork.h"

#include <algorithm>
#include <unordered_map>

namespace hallway {

namespace {

bool isCrossing(const CallWork& work, SpanRow span) {
    const SpanRow parent = work.parent(span);
    if (!parent.valid()) return false;
    if (work.node(span) != work.node(parent)) return true;
    const SpanFlags flags = work.spans().flags[span.index()];
    if (flags.has(SpanFlag::RemoteKnown) && flags.has(SpanFlag::Remote)) return true;
    const SpanKind kind = work.spans().kind(span);
    const bool entersService = kind == SpanKind::Server || kind == SpanKind::Consumer;
    // A poll and its process span are local although the poll is a CLIENT and the process span a CONSUMER.
    const bool parentPolls = work.role(parent).receiving || work.raw(parent).role == MessagingRole::Settle;
    return entersService && work.isCallerKind(parent) && !parentPolls;
}

/// Rule 7 above a parent that is no caller span itself: from `span` upward; parents are known already.
SpanRow callerAt(const CallWork& work, SpanRow span) {
    if (work.role(span).receiving) return {};
    switch (work.spans().kind(span)) {
    case SpanKind::Client:
    case SpanKind::Producer:
        return span;
    case SpanKind::Server:
    case SpanKind::Consumer:
        return {};
    case SpanKind::Internal:
    case SpanKind::Unspecified:
        break;
    }
    const SpanRow parent = work.parent(span);
    return parent.valid() && !work.role(span).crossing ? work.callerAbove[parent.index()] : SpanRow();
}

CallDraft crossingCall(const CallWork& work, SpanRow span) {
    const SpanRow parent = work.parent(span);
    CallDraft call;
    call.caller = work.node(parent);
    call.callee = work.node(span);
    // "P itself first of all": a poll that calls is a caller span, one further up is not.
    call.client = work.isCallerKind(parent) ? parent : work.callerAbove[parent.index()];
    call.server = span;
    call.leaving = parent;
    const SpanKind callerKind = work.spans().kind(call.client.valid() ? call.client : parent);
    const SpanKind kind = work.spans().kind(span);
    if (callerKind == SpanKind::Producer || kind == SpanKind::Consumer)
        call.callClass = CallClass::Messaging;
    else if (callerKind == SpanKind::Client && kind == SpanKind::Server)
        call.callClass = CallClass::Rpc;
    else
        call.callClass = CallClass::Unpaired;
    if (call.callClass == CallClass::Messaging) {
        if (call.client.valid()) call.set(CallFlag::ClientSide);
        if (work.raw(span).role == MessagingRole::Receive && work.spans().hasDuration(span))
            call.arrival = work.spans().end[span.index()];
    }
    return call;
}

/// Rule 8: of the rpc and unpaired crossings under one caller span one gets the client side.
void attributeClientSides(CallWork& work) {
    const auto finishesLater = [&work](const CallDraft& a, const CallDraft& b) {
        const bool aIsRpc = a.callClass == CallClass::Rpc, bIsRpc = b.callClass == CallClass::Rpc;
        if (aIsRpc != bIsRpc) return aIsRpc;
        const Timestamp aEnd = work.spans().end[a.server.index()], bEnd = work.spans().end[b.server.index()];
        if (aEnd != bEnd) return aEnd > bEnd;
        return compareAsText(work.spans().spanId(a.server), work.spans().spanId(b.server),
                             *work.input.strings) > 0;
    };
    std::unordered_map<SpanRow, std::size_t> chosen;
    for (std::size_t i = 0; i < work.drafts.size(); ++i) {
        const CallDraft& call = work.drafts[i];
        if (call.callClass == CallClass::Messaging || !call.client.valid()) continue;
        const auto [entry, isNew] = chosen.try_emplace(call.client, i);
        if (!isNew && finishesLater(call, work.drafts[entry->second])) entry->second = i;
    }
    for (std::size_t i = 0; i < work.drafts.size(); ++i) {
        CallDraft& call = work.drafts[i];
        if (call.callClass == CallClass::Messaging || !call.client.valid()) continue;
        if (chosen.at(call.client) == i)
            call.set(CallFlag::ClientSide);
        else if (call.callClass == CallClass::Rpc)
            call.set(CallFlag::ExtraAttempt);
    }
}

} // namespace

void addCrossingCalls(CallWork& work) {
    work.callerAbove.assign(work.spans().size(), SpanRow());
    for (const std::uint32_t index : work.parentsFirst) {
        const SpanRow span(index);
        const RawSpan& raw = work.raw(span);
        work.role(span).receiving = isReceiving(raw.kind, raw.role);
        work.role(span).crossing = isCrossing(work, span);
        work.callerAbove[index] = callerAt(work, span);
    }
    for (std::uint32_t index = 0; index < work.spans().size(); ++index)
        if (work.roles[index].crossing) work.drafts.push_back(crossingCall(work, SpanRow(index)));
    attributeClientSides(work);
}

} // namespace hallway
