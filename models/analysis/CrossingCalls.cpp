#include "analysis/CallWork.h"

namespace hallway {

bool CrossingCalls::isCrossing(SpanRow span) const {
    const SpanRow parent = m_work.parent(span);
    if (!parent.valid()) return false;
    if (m_work.node(span) != m_work.node(parent)) return true;
    const SpanFlags flags = m_work.spans().flags[span.index()];
    if (flags.has(SpanFlag::RemoteKnown) && flags.has(SpanFlag::Remote)) return true;
    const SpanKind kind = m_work.spans().kind(span);
    const bool entersService = kind == SpanKind::Server || kind == SpanKind::Consumer;
    // A poll and its process span are local although the poll is a CLIENT and the process span a CONSUMER.
    const bool parentPolls =
        m_work.role(parent).receiving || m_work.traits(parent).role == MessagingRole::Settle;
    return entersService && m_work.isCallerKind(parent) && !parentPolls;
}

/// Rule 7 above a parent that is no caller span itself: from `span` upward; parents are known already.
SpanRow CrossingCalls::callerAt(SpanRow span) const {
    if (m_work.role(span).receiving) return {};
    switch (m_work.spans().kind(span)) {
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
    const SpanRow parent = m_work.parent(span);
    return parent.valid() && !m_work.role(span).crossing ? m_callerAbove[parent.value() - m_firstRow]
                                                         : SpanRow();
}

void CrossingCalls::addCall(SpanRow span) {
    const SpanRow parent = m_work.parent(span);
    CallDraft call;
    call.caller = m_work.node(parent);
    call.callee = m_work.node(span);
    // "P itself first of all": a poll that calls is a caller span, one further up is not.
    call.client = m_work.isCallerKind(parent) ? parent : m_callerAbove[parent.value() - m_firstRow];
    call.server = span;
    call.leaving = parent;
    const SpanKind callerKind = m_work.spans().kind(call.client.valid() ? call.client : parent);
    const SpanKind kind = m_work.spans().kind(span);
    if (callerKind == SpanKind::Producer || kind == SpanKind::Consumer)
        call.callClass = CallClass::Messaging;
    else if (callerKind == SpanKind::Client && kind == SpanKind::Server)
        call.callClass = CallClass::Rpc;
    else
        call.callClass = CallClass::Unpaired;
    if (call.callClass != CallClass::Messaging) {
        m_drafts.calls.push_back(call);
        return;
    }
    m_work.role(span).messagingCrossing = true;
    if (call.client.valid()) call.set(CallFlag::ClientSide);
    std::optional<Timestamp> arrival;
    if (m_work.traits(span).role == MessagingRole::Receive && m_work.spans().hasDuration(span))
        arrival = m_work.spans().end[span.index()];
    m_drafts.addMessage(call, arrival, m_work.spans());
}

/// Rule 8: of the rpc and unpaired crossings under one caller span one gets the client side.
void CrossingCalls::attributeClientSides(std::size_t firstCall) {
    constexpr std::uint32_t none = 0xffffffff;
    const SpanTable& spans = m_work.spans();
    std::vector<CallDraft>& calls = m_drafts.calls;
    const auto finishesLater = [&](const CallDraft& a, const CallDraft& b) {
        const bool aIsRpc = a.callClass == CallClass::Rpc, bIsRpc = b.callClass == CallClass::Rpc;
        if (aIsRpc != bIsRpc) return aIsRpc;
        const Timestamp aEnd = spans.end[a.server.index()], bEnd = spans.end[b.server.index()];
        if (aEnd != bEnd) return aEnd > bEnd;
        return compareAsText(spans.spanId(a.server), spans.spanId(b.server), *m_work.input.strings) > 0;
    };
    const auto chosenOf = [&](const CallDraft& call) -> std::uint32_t& {
        return m_chosen[call.client.value() - m_firstRow];
    };
    const auto takesPart = [](const CallDraft& call) {
        return call.callClass != CallClass::Messaging && call.client.valid();
    };
    m_chosen.assign(m_callerAbove.size(), none);
    for (std::size_t i = firstCall; i < calls.size(); ++i) {
        if (!takesPart(calls[i])) continue;
        std::uint32_t& chosen = chosenOf(calls[i]);
        if (chosen == none || finishesLater(calls[i], calls[chosen])) chosen = static_cast<std::uint32_t>(i);
    }
    for (std::size_t i = firstCall; i < calls.size(); ++i) {
        if (!takesPart(calls[i])) continue;
        if (chosenOf(calls[i]) == i)
            calls[i].set(CallFlag::ClientSide);
        else if (calls[i].callClass == CallClass::Rpc)
            calls[i].set(CallFlag::ExtraAttempt);
    }
}

void CrossingCalls::add(const TraceEntry& trace) {
    m_firstRow = trace.firstSpan;
    m_callerAbove.assign(trace.spanCount, SpanRow());
    for (const SpanRow span : m_parentsFirst.of(trace, m_work.spans())) {
        SpanRole& role = m_work.role(span);
        role.receiving = isReceiving(m_work.spans().kind(span), m_work.traits(span).role);
        role.crossing = isCrossing(span);
        m_callerAbove[span.value() - m_firstRow] = callerAt(span);
    }
    const std::size_t firstCall = m_drafts.calls.size();
    for (std::uint32_t index = 0; index < trace.spanCount; ++index)
        if (const SpanRow span(m_firstRow + index); m_work.role(span).crossing) addCall(span);
    attributeClientSides(firstCall);
}

} // namespace hallway
