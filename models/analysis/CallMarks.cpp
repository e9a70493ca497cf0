#include "analysis/CallMarks.h"

#include <algorithm>
#include <tuple>

namespace hallway {

void markFailure(CallDraft& call, CallWork& work) {
    const SpanTable& spans = work.spans();
    const bool hasClient = call.has(CallFlag::ClientSide);
    const FailureKind client = hasClient ? work.traits(call.client).failure : FailureKind::None;
    const FailureKind server = call.server.valid() ? work.traits(call.server).failure : FailureKind::None;
    if (const FailureKind kind = client != FailureKind::None ? client : server; kind != FailureKind::None) {
        call.set(kind);
        call.set(CallFlag::Failed);
        if (call.leaving.valid()) work.role(work.entryOf[call.leaving.index()]).failedCallLeaves = true;
    }
    if ((hasClient && spans.status(call.client) == SpanStatus::Error) ||
        (call.server.valid() && spans.status(call.server) == SpanStatus::Error))
        call.set(CallFlag::StrictFailed);
    if (call.callClass != CallClass::Messaging && hasClient && call.server.valid() &&
        spans.hasDuration(call.client) && spans.hasDuration(call.server) &&
        spans.duration(call.client) < spans.duration(call.server))
        call.set(CallFlag::ServerOutlivesClient);
}

void markOrigin(CallDraft& call, const CallWork& work) {
    if (call.has(CallFlag::Failed) && !(call.server.valid() && work.role(call.server).failedCallLeaves))
        call.set(CallFlag::FailedHere);
}

auto RetryMarks::operation(const Attempt& attempt) {
    return std::tie(attempt.parent, attempt.absent.opaque, attempt.absent.value, attempt.callee,
                    attempt.callClass, attempt.name, attempt.detail);
}

void RetryMarks::mark(std::initializer_list<Part> parts) {
    const auto isResent = [this](SpanRow span) {
        return m_work.traits(span).isResend || m_work.traits(span).isRedelivery;
    };
    bool anyFailed = false;
    for (const Part& part : parts)
        for (std::size_t i = part.first; i < part.end; ++i) {
            CallDraft& call = m_calls[i];
            if ((call.has(CallFlag::ClientSide) && isResent(call.client)) ||
                (call.server.valid() && isResent(call.server)))
                call.set(CallFlag::Retry);
            anyFailed = anyFailed || call.has(CallFlag::Failed);
        }
    if (!anyFailed) return; // nothing to repeat

    m_attempts.clear();
    for (const Part& part : parts)
        for (std::size_t i = part.first; i < part.end; ++i)
            addAttempt(i);
    markRepeats();
}

void RetryMarks::addAttempt(std::size_t index) {
    const CallDraft& call = m_calls[index];
    if (call.callClass == CallClass::Messaging || call.has(CallFlag::ExtraAttempt)) return;
    const SpanRow span = call.has(CallFlag::ClientSide) ? call.client : call.server;
    const StoreRow row = m_work.storeRow(span);
    Attempt attempt{m_work.parent(span),
                    {},
                    call.callee,
                    call.callClass,
                    m_work.spans().name[span.index()],
                    m_work.input.operation[row.index()],
                    span,
                    index};
    if (m_work.spans().flags[span.index()].has(SpanFlag::Orphan))
        attempt.absent = {m_work.input.parent[row.index()], m_work.traits(span).opaqueParent};
    else if (!attempt.parent.valid())
        return;
    m_attempts.push_back(attempt);
}

/// Rule 24 (iv).
void RetryMarks::markRepeats() {
    // Rows of a trace are sorted by (start, id).
    std::sort(m_attempts.begin(), m_attempts.end(), [](const Attempt& a, const Attempt& b) {
        return operation(a) != operation(b) ? operation(a) < operation(b) : a.span < b.span;
    });
    const SpanTable& spans = m_work.spans();
    for (std::size_t i = 1; i < m_attempts.size(); ++i) {
        const Attempt &before = m_attempts[i - 1], &now = m_attempts[i];
        if (operation(before) == operation(now) && m_calls[before.call].has(CallFlag::Failed) &&
            !spans.flags[before.span.index()].has(SpanFlag::Unfinished) &&
            spans.start[now.span.index()] >= spans.end[before.span.index()])
            m_calls[now.call].set(CallFlag::Retry);
    }
}

} // namespace hallway
